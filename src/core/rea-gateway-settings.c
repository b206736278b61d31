/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-gateway-settings.h"

#include "rea-error.h"

#include <arpa/inet.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MIN_PHONE_DIGITS 3
#define MAX_PHONE_DIGITS 15

/**
 * rea_gateway_settings_new:
 * @send_url: where the gateway is asked to send
 * @login: the name by which it knows us
 * @phone: ours
 * @listen: address and port
 * @key: (nullable): the secret of who may call there
 *
 * Returns: (transfer full): the settings of a gateway, not yet looked at
 */
ReaGatewaySettings *
rea_gateway_settings_new (const char *send_url,
                          const char *login,
                          const char *phone,
                          const char *listen,
                          const char *key)
{
  ReaGatewaySettings *self = g_new0 (ReaGatewaySettings, 1);

  self->send_url = g_strdup (send_url);
  self->login = g_strdup (login);
  self->phone = g_strdup (phone);
  self->listen = g_strdup (listen);
  self->key = g_strdup (key);

  return self;
}

ReaGatewaySettings *
rea_gateway_settings_copy (const ReaGatewaySettings *self)
{
  ReaGatewaySettings *copy =
      rea_gateway_settings_new (self->send_url, self->login, self->phone, self->listen, self->key);

  copy->trouble = g_strdup (self->trouble);

  return copy;
}

void
rea_gateway_settings_free (ReaGatewaySettings *self)
{
  g_free (self->send_url);
  g_free (self->login);
  g_free (self->phone);
  g_free (self->listen);
  g_free (self->key);
  g_free (self->trouble);
  g_free (self);
}

/**
 * rea_gateway_settings_equal:
 * @self: settings
 * @other: others
 *
 * Returns: whether both say the same of the gateway; trouble and key apart, which nobody
 *   sets
 */
gboolean
rea_gateway_settings_equal (const ReaGatewaySettings *self, const ReaGatewaySettings *other)
{
  return g_str_equal (self->send_url, other->send_url) && g_str_equal (self->login, other->login) &&
         g_str_equal (self->phone, other->phone) && g_str_equal (self->listen, other->listen);
}

/* Whether @address, written in numbers, is this machine and nobody else. */
static gboolean
is_loopback (const char *address)
{
  struct in_addr  four;
  struct in6_addr six;

  if (inet_pton (AF_INET, address, &four) == 1)
    return g_ntohl (four.s_addr) >> 24 == 127;

  return inet_pton (AF_INET6, address, &six) == 1 && IN6_IS_ADDR_LOOPBACK (&six);
}

/**
 * rea_gateway_settings_split_listen:
 * @self: settings
 * @address: (out) (optional) (transfer full): the address, without brackets
 * @port: (out) (optional): the port
 *
 * Returns: whether what is listened at is a loopback address and a port
 */
gboolean
rea_gateway_settings_split_listen (const ReaGatewaySettings *self, char **address, guint16 *port)
{
  const char      *colon = strrchr (self->listen, ':');
  g_autofree char *host = NULL;
  gsize            length;
  guint64          number;

  if (colon == NULL || !g_ascii_isdigit (colon[1]) ||
      !g_ascii_string_to_unsigned (colon + 1, 10, 1, G_MAXUINT16, &number, NULL))
    return FALSE;

  host = g_strndup (self->listen, colon - self->listen);
  length = strlen (host);

  /* An address of IPv6 stands in brackets, and only such a one. */
  if (length > 1 && host[0] == '[' && host[length - 1] == ']')
    {
      memmove (host, host + 1, length - 2);
      host[length - 2] = '\0';
      if (strchr (host, ':') == NULL)
        return FALSE;
    }
  else if (strchr (host, ':') != NULL)
    return FALSE;

  if (!is_loopback (host))
    return FALSE;

  if (address != NULL)
    *address = g_steal_pointer (&host);
  if (port != NULL)
    *port = (guint16) number;

  return TRUE;
}

/* Kannel puts the request behind it, so it ends where its path does. */
static gboolean
check_send_url (const char *send_url, GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (send_url, G_URI_FLAGS_ENCODED, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if ((strcmp (scheme, "http") != 0 && strcmp (scheme, "https") != 0) || host == NULL ||
      *host == '\0' || g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL ||
      g_uri_get_userinfo (uri) != NULL)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                   /* TRANSLATORS: an error of a gateway's settings; %s is what was given. */
                   _ ("“%s” is no address to send by, such as "
                      "http://127.0.0.1:13013/cgi-bin/sendsms."),
                   send_url);
      return FALSE;
    }

  if (g_ascii_strcasecmp (host, "localhost") != 0 && !is_loopback (host))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                   /* TRANSLATORS: an error of a gateway's settings; %s is the name of a machine. */
                   _ ("The gateway has to run on this machine; %s is no loopback address, such as "
                      "127.0.0.1."),
                   host);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_phone (const char *phone)
{
  const char *digits = phone[0] == '+' ? phone + 1 : phone;
  gsize       length = strlen (digits);

  return length >= MIN_PHONE_DIGITS && length <= MAX_PHONE_DIGITS &&
         strspn (digits, "0123456789") == length;
}

/**
 * rea_gateway_settings_validate:
 * @self: settings
 * @error: %REA_ERROR_INVALID with the first thing that is wrong
 *
 * Returns: whether a gateway can be reached by them, and only from this machine
 */
gboolean
rea_gateway_settings_validate (const ReaGatewaySettings *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!check_send_url (self->send_url, error))
    return FALSE;

  if (*self->login == '\0' || !g_utf8_validate (self->login, -1, NULL))
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID,
                           /* TRANSLATORS: an error of a gateway's settings. */
                           _ ("The gateway needs a login: the name by which it knows Reassign."));
      return FALSE;
    }

  if (!is_phone (self->phone))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                   /* TRANSLATORS: an error of a gateway's settings; %s is what was given. */
                   _ ("“%s” is no phone number that contacts could write to."), self->phone);
      return FALSE;
    }

  if (!rea_gateway_settings_split_listen (self, NULL, NULL))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                   /* TRANSLATORS: an error of a gateway's settings; %s is what was given. */
                   _ ("Replies are listened for at a loopback address and a port, such as "
                      "127.0.0.1:13080, not at “%s”."),
                   self->listen);
      return FALSE;
    }

  return TRUE;
}

/**
 * rea_gateway_status_new:
 *
 * Returns: (transfer full): the status of no gateway, which has done nothing
 */
ReaGatewayStatus *
rea_gateway_status_new (void)
{
  ReaGatewayStatus *self = g_new0 (ReaGatewayStatus, 1);

  self->unknown = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_incoming_free);

  return self;
}

void
rea_gateway_status_free (ReaGatewayStatus *self)
{
  g_clear_pointer (&self->settings, rea_gateway_settings_free);
  g_ptr_array_unref (self->unknown);
  g_free (self);
}

/**
 * rea_gateway_status_dup_trouble:
 * @self: the status of a gateway
 *
 * What keeps messages from leaving: that nobody runs it though some wait, and what its
 * runner has, or last had, to say.
 *
 * Returns: (transfer full) (nullable): one or two sentences; %NULL where there is no trouble
 */
char *
rea_gateway_status_dup_trouble (const ReaGatewayStatus *self)
{
  const char *said;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->settings == NULL)
    return NULL;

  said = self->settings->trouble;
  if (self->is_run || self->n[REA_DELIVERY_QUEUED] + self->n[REA_DELIVERY_UNANSWERED] == 0)
    return g_strdup (said);

  if (said == NULL)
    /* TRANSLATORS: the trouble that a gateway has: it is not running. */
    return g_strdup (_ ("Nobody runs the gateway, and messages wait to leave."));

  /* TRANSLATORS: the trouble that a gateway has: it is not running; %s is a sentence, what
   * trouble it had before.
   */
  return g_strdup_printf (_ ("Nobody runs the gateway, and messages wait to leave. It ended with "
                             "this trouble: %s"),
                          said);
}
