/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-gateway-password.h"

#include "rea-error.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

/* As secret-tool stores it: see reassignctl(1). */
static const SecretSchema schema = {
  .name = "org.example.Reassign.Gateway",
  .flags = SECRET_SCHEMA_DONT_MATCH_NAME,
  .attributes = { { "reassign-gateway", SECRET_SCHEMA_ATTRIBUTE_STRING } },
};

/**
 * rea_gateway_dup_password:
 * @login: the name by which the gateway knows us
 * @error: %REA_ERROR_NOT_FOUND
 *
 * The password of the gateway: $REASSIGN_GATEWAY_PASSWORD, else the one that the
 * keyring has for this login. It is kept nowhere else.
 *
 * Returns: (transfer full) (nullable): the password
 */
char *
rea_gateway_dup_password (const char *login, GError **error)
{
  const char      *given = g_getenv ("REASSIGN_GATEWAY_PASSWORD");
  g_autofree char *kept = NULL;

  if (given != NULL && *given != '\0')
    return g_strdup (given);

  /* No keyring is as good as one that has nothing. */
  kept = secret_password_lookup_sync (&schema, NULL, NULL, "reassign-gateway", login, NULL);
  if (kept != NULL && *kept != '\0')
    return g_steal_pointer (&kept);

  g_set_error (error, REA_ERROR, REA_ERROR_NOT_FOUND,
               /* TRANSLATORS: an error of running the gateway; %s is its login. */
               _ ("There is no password for the gateway's login %s, neither in "
                  "$REASSIGN_GATEWAY_PASSWORD nor in the keyring."),
               login);

  return NULL;
}
