/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-commands.h"

#include "rea-gateway-password.h"
#include "rea-gateway.h"
#include "rea-kannel-words.h"
#include "rea-kannel.h"
#include "rea-time.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static void
add_settings (CtlJson *json, const ReaGatewaySettings *settings)
{
  g_autofree char *get_url = NULL;

  if (settings == NULL)
    {
      ctl_json_add_null (json, "gateway");
      return;
    }

  get_url = rea_kannel_dup_get_url (settings);
  ctl_json_begin_object (json, "gateway");
  ctl_json_add_string (json, "send_url", settings->send_url);
  ctl_json_add_string (json, "login", settings->login);
  ctl_json_add_string (json, "phone", settings->phone);
  ctl_json_add_string (json, "listen", settings->listen);
  ctl_json_add_string (json, "get_url", get_url);
  ctl_json_end_object (json);
}

static void
say_status_in_json (CtlCall *call, const ReaGatewayStatus *status)
{
  g_autoptr (CtlJson) json = ctl_json_new ();
  g_autofree char *trouble = rea_gateway_status_dup_trouble (status);

  ctl_json_begin_object (json, NULL);
  add_settings (json, status->settings);
  ctl_json_add_number (json, "queued", status->n[REA_DELIVERY_QUEUED]);
  ctl_json_add_number (json, "unanswered", status->n[REA_DELIVERY_UNANSWERED]);
  ctl_json_add_number (json, "sent", status->n[REA_DELIVERY_SENT]);
  ctl_json_add_number (json, "delivered", status->n[REA_DELIVERY_DELIVERED]);
  ctl_json_add_number (json, "failed", status->n[REA_DELIVERY_FAILED]);
  ctl_json_add_number (json, "cancelled", status->n[REA_DELIVERY_CANCELLED]);
  ctl_json_add_number (json, "resent", status->resent);
  ctl_json_add_number (json, "twice", status->twice);
  ctl_json_add_number (json, "received", status->received);
  ctl_json_begin_list (json, "unknown");
  for (guint i = 0; i < status->unknown->len; i++)
    {
      const ReaIncoming *incoming = g_ptr_array_index (status->unknown, i);

      ctl_json_begin_object (json, NULL);
      ctl_json_add_time (json, "at", incoming->at);
      ctl_json_add_string (json, "phone", incoming->phone);
      ctl_json_add_string (json, "text", incoming->text);
      ctl_json_end_object (json);
    }
  ctl_json_end_list (json);
  ctl_json_add_number (json, "unknown_total", status->unknown_total);
  ctl_json_add_string (json, "trouble", trouble);
  ctl_json_end_object (json);

  ctl_call_say_json (call, json);
}

static void
add_fact (CtlTable *table, const char *what, const char *value)
{
  ctl_table_add_text (table, what);
  ctl_table_add_text (table, value);
}

static void
add_count (CtlTable *table, const char *what, gint64 n)
{
  ctl_table_add_text (table, what);
  ctl_table_take_text (table, g_strdup_printf ("%" PRId64, n));
}

static void
say_unknown (CtlCall *call, const ReaGatewayStatus *status)
{
  g_autoptr (CtlTable) table = ctl_table_new ();

  if (status->unknown_total == 0)
    return;

  ctl_call_say (call, "%s", "");
  ctl_call_say (call,
                /* TRANSLATORS: reassignctl gateway status, above a list of such messages. */
                ngettext ("%" PRId64 " message came from a number that nobody knows:",
                          "%" PRId64 " messages came from numbers that nobody knows, the newest:",
                          status->unknown_total),
                status->unknown_total);

  ctl_table_add_column (table, _ ("When"), CTL_ALIGN_LEFT);
  ctl_table_add_column (table, _ ("Phone"), CTL_ALIGN_LEFT);
  ctl_table_add_column (table, _ ("Text"), CTL_ALIGN_LEFT);
  for (guint i = 0; i < status->unknown->len; i++)
    {
      const ReaIncoming *incoming = g_ptr_array_index (status->unknown, i);

      ctl_table_take_text (table, rea_time_format (incoming->at));
      ctl_table_add_text (table, incoming->phone);
      ctl_table_add_text (table, incoming->text);
    }
  ctl_call_say_table (call, table);
}

static void
say_status (CtlCall *call, const ReaGatewayStatus *status)
{
  const ReaGatewaySettings *settings = status->settings;
  g_autoptr (CtlTable) table = ctl_table_new ();
  g_autofree char *get_url = NULL;
  g_autofree char *trouble = rea_gateway_status_dup_trouble (status);

  if (call->json)
    {
      say_status_in_json (call, status);
      return;
    }

  ctl_table_add_column (table, "", CTL_ALIGN_LEFT);
  ctl_table_add_column (table, "", CTL_ALIGN_LEFT);

  if (settings != NULL)
    {
      get_url = rea_kannel_dup_get_url (settings);
      /* TRANSLATORS: this and those that follow: lines of reassignctl gateway status. */
      add_fact (table, _ ("Send URL"), settings->send_url);
      add_fact (table, _ ("Login"), settings->login);
      add_fact (table, _ ("Phone"), settings->phone);
      add_fact (table, _ ("Listens at"), settings->listen);
      add_fact (table, _ ("Get URL"), get_url);
      add_fact (table, _ ("Running"), status->is_run ? _ ("yes") : _ ("no"));
    }
  else
    /* TRANSLATORS: reassignctl gateway status. */
    add_fact (table, _ ("Gateway"), _ ("none is set; messages are sent by hand"));

  add_count (table, _ ("Queued"), status->n[REA_DELIVERY_QUEUED]);
  add_count (table, _ ("Unanswered"), status->n[REA_DELIVERY_UNANSWERED]);
  add_count (table, _ ("Sent"), status->n[REA_DELIVERY_SENT]);
  add_count (table, _ ("Delivered"), status->n[REA_DELIVERY_DELIVERED]);
  add_count (table, _ ("Failed"), status->n[REA_DELIVERY_FAILED]);
  add_count (table, _ ("Cancelled"), status->n[REA_DELIVERY_CANCELLED]);
  /* TRANSLATORS: in reassignctl gateway status: how often a message was asked for again. */
  add_count (table, _ ("Asked again"), status->resent);
  /* TRANSLATORS: in reassignctl gateway status: how many messages went twice. */
  add_count (table, _ ("Sent twice"), status->twice);
  add_count (table, _ ("Received"), status->received);
  if (trouble != NULL)
    add_fact (table, _ ("Trouble"), trouble);

  ctl_call_say_table (call, table);
  say_unknown (call, status);
}

/* What is wrong with the words alone is wrong usage. */
static gboolean
check_usage (const ReaGatewaySettings *settings, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (rea_gateway_settings_validate (settings, &local))
    return TRUE;

  g_set_error_literal (error, REA_ERROR, REA_ERROR_USAGE, local->message);

  return FALSE;
}

gboolean
ctl_gateway_set (CtlCall *call, GError **error)
{
  const CtlOptions *options = call->options;
  g_autoptr (ReaGatewaySettings) wanted = NULL;
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaGatewayStatus) status = NULL;

  wanted = rea_gateway_settings_new (ctl_options_get (options, CTL_OPTION_SEND_URL),
                                     ctl_options_get (options, CTL_OPTION_LOGIN),
                                     ctl_options_get (options, CTL_OPTION_PHONE),
                                     ctl_options_get (options, CTL_OPTION_LISTEN), NULL);
  if (!check_usage (wanted, error))
    return FALSE;

  session = ctl_call_open (call, error);
  if (session == NULL)
    return FALSE;

  status = rea_session_set_gateway (session, wanted, error);
  if (status == NULL)
    return FALSE;

  say_status (call, status);

  return TRUE;
}

gboolean
ctl_gateway_status (CtlCall *call, GError **error)
{
  g_autoptr (ReaSession) session = ctl_call_open (call, error);
  g_autoptr (ReaGatewayStatus) status = NULL;

  if (session == NULL)
    return FALSE;

  status = rea_session_get_gateway_status (session, error);
  if (status == NULL)
    return FALSE;

  say_status (call, status);

  return TRUE;
}

/* The transport, where everything that it needs is there. */
static ReaTransport *
open_transport (ReaSession *session, GError **error)
{
  g_autoptr (ReaGatewayStatus) status = rea_session_get_gateway_status (session, error);
  g_autofree char *password = NULL;

  if (status == NULL)
    return NULL;

  if (status->settings == NULL)
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_WRONG_STATE,
                           /* TRANSLATORS: an error of reassignctl gateway run. */
                           _ ("No gateway is set; say which by reassignctl gateway set."));
      return NULL;
    }

  password = rea_gateway_dup_password (status->settings->login, error);

  return password != NULL ? rea_kannel_new (password) : NULL;
}

static void
listening_cb (ReaGateway *gateway, const char *listen, const char *send_url, CtlCall *call)
{
  ctl_call_tell (call,
                 /* TRANSLATORS: reassignctl gateway run: an address with its port, and that of
                  * the gateway. */
                 _ ("Listening on %1$s, sending through %2$s; stop with Ctrl+C."), listen,
                 send_url);
}

/* With the time, as these lines may be read much later. */
static void
trouble_cb (ReaGateway *gateway, const char *trouble, CtlCall *call)
{
  g_autofree char *now = rea_time_format (g_get_real_time () / G_USEC_PER_SEC);

  ctl_call_tell (call, "%s %s", now,
                 trouble != NULL ? trouble
                                 /* TRANSLATORS: reassignctl gateway run, behind the time. */
                                 : _ ("The trouble is over."));
}

gboolean
ctl_gateway_run (CtlCall *call, GError **error)
{
  g_autoptr (ReaSession) session = ctl_call_open (call, error);
  g_autoptr (ReaTransport) transport = NULL;
  g_autoptr (ReaGateway) gateway = NULL;
  g_autoptr (ReaGatewayStatus) status = NULL;

  if (session == NULL)
    return FALSE;

  transport = open_transport (session, error);
  if (transport == NULL)
    return FALSE;

  gateway = rea_gateway_new (session, transport);
  g_signal_connect (gateway, "listening", G_CALLBACK (listening_cb), call);
  g_signal_connect (gateway, "trouble", G_CALLBACK (trouble_cb), call);
  if (!rea_gateway_run (gateway, call->cancellable, error))
    return FALSE;

  status = rea_session_get_gateway_status (session, error);
  if (status == NULL)
    return FALSE;

  say_status (call, status);

  return TRUE;
}
