/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The gateway may be set anew while it runs: what can be followed is, and what cannot ends
 * it with a sentence, for the service to start it again.
 */
#include "rea-gateway-private.h"

#include <glib/gi18n-lib.h>

/**
 * rea_gateway_is_outdated:
 * @self: a runner
 *
 * Looks whether somebody has set the gateway anew, or taken back what allowed to run it.
 *
 * Returns: whether a flush would see something else than the last one
 */
gboolean
rea_gateway_is_outdated (ReaGateway *self)
{
  g_autoptr (ReaGatewaySettings) settings = NULL;

  if (!rea_session_begin (self->session, REA_STORE_READ, NULL, NULL))
    return FALSE;

  settings = rea_session_enter_gateway (self->session, NULL);
  if (!rea_session_end (self->session, settings != NULL, NULL) || settings == NULL)
    return TRUE;

  /* Whoever sets it knows of no trouble. */
  if (g_strcmp0 (settings->trouble, self->trouble) != 0)
    self->trouble_is_new = TRUE;

  return self->trouble_is_new || !rea_gateway_settings_equal (settings, self->settings);
}

/**
 * rea_gateway_tell_listening:
 * @self: a runner
 *
 * Tells where it listens and sends.
 */
void
rea_gateway_tell_listening (ReaGateway *self)
{
  g_signal_emit_by_name (self, "listening", self->settings->listen, self->settings->send_url);
}

/* Follows, as far as that can be done without the password of another login. */
static gboolean
follow_settings (ReaGateway *self, const ReaGatewaySettings *settings, GError **error)
{
  if (!g_str_equal (settings->login, self->settings->login))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_WRONG_STATE,
                   /* TRANSLATORS: an error that ends the gateway; %s is a login. */
                   _ ("The gateway's login is %s now; run it again with the password of that "
                      "login."),
                   settings->login);
      return FALSE;
    }

  return rea_gateway_listener_add (self->listener, settings, error);
}

/**
 * rea_gateway_take_settings:
 * @self: a runner
 * @settings: as they are now
 *
 * Goes on by them, or ends where it cannot.
 */
void
rea_gateway_take_settings (ReaGateway *self, const ReaGatewaySettings *settings)
{
  g_autoptr (GError) error = NULL;
  gboolean is_elsewhere = !g_str_equal (settings->send_url, self->settings->send_url);

  if (self->is_ending || rea_gateway_settings_equal (settings, self->settings))
    return;

  if (!follow_settings (self, settings, &error))
    {
      rea_gateway_fail (self, error);
      return;
    }

  rea_gateway_settings_free (self->settings);
  self->settings = rea_gateway_settings_copy (settings);

  /* Another gateway was not asked yet. */
  if (is_elsewhere)
    self->retry_at = self->running;

  rea_gateway_tell_listening (self);
}
