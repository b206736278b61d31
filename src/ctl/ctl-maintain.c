/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-commands.h"
#include "ctl-filter.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

gboolean
ctl_init (CtlCall *call, GError **error)
{
  const char *owner = ctl_options_get (call->options, CTL_OPTION_OWNER);
  const char *emails[] = { owner, NULL };
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (CtlJson) json = ctl_json_new ();
  const char *email;

  if (!ctl_emails_check (emails, error))
    return FALSE;

  session = rea_session_create (ctl_options_get (call->options, CTL_OPTION_DATABASE), owner, error);
  if (session == NULL)
    return FALSE;

  email = rea_session_get_user (session)->email;
  ctl_json_begin_object (json, NULL);
  ctl_json_add_string (json, "database", rea_session_get_location (session));
  ctl_json_add_string (json, "owner", email);
  ctl_json_end_object (json);

  if (call->json)
    ctl_call_say_json (call, json);
  else
    /* TRANSLATORS: reassignctl init; %1$s is a path, %2$s an e-mail. */
    ctl_call_say (call, _ ("%1$s is ready; its owner is %2$s."), rea_session_get_location (session),
                  email);

  return TRUE;
}

gboolean
ctl_heartbeat (CtlCall *call, GError **error)
{
  gboolean end = ctl_options_has (call->options, CTL_OPTION_END);
  g_autoptr (ReaSession) session = ctl_call_open (call, error);
  g_autoptr (CtlJson) json = ctl_json_new ();

  if (session == NULL || !rea_session_heartbeat (session, end, error))
    return FALSE;

  ctl_json_begin_object (json, NULL);
  ctl_json_add_boolean (json, "online", !end);
  ctl_json_end_object (json);

  if (call->json)
    ctl_call_say_json (call, json);
  else if (end)
    /* TRANSLATORS: reassignctl heartbeat --end; %s is an e-mail. */
    ctl_call_say (call, _ ("%s is offline."), rea_session_get_user (session)->email);
  else
    /* TRANSLATORS: reassignctl heartbeat; %s is an e-mail. */
    ctl_call_say (call, _ ("%s is online."), rea_session_get_user (session)->email);

  return TRUE;
}

static void
say_problems (CtlCall *call, GPtrArray *problems)
{
  g_autoptr (CtlJson) json = ctl_json_new ();

  ctl_json_begin_object (json, NULL);
  ctl_json_add_boolean (json, "ok", problems->len == 0);
  ctl_json_begin_list (json, "problems");
  for (guint i = 0; i < problems->len; i++)
    ctl_json_add_string (json, NULL, g_ptr_array_index (problems, i));
  ctl_json_end_list (json);
  ctl_json_end_object (json);

  if (call->json)
    {
      ctl_call_say_json (call, json);
      return;
    }

  for (guint i = 0; i < problems->len; i++)
    ctl_call_say (call, "%s", (const char *) g_ptr_array_index (problems, i));
  if (problems->len == 0)
    /* TRANSLATORS: reassignctl check, where nothing is wrong. */
    ctl_call_say (call, "%s", _ ("The database is sound."));
}

gboolean
ctl_check (CtlCall *call, GError **error)
{
  g_autoptr (ReaSession) session = ctl_call_open (call, error);
  g_autoptr (GPtrArray) problems = NULL;

  if (session == NULL)
    return FALSE;

  problems = rea_session_check (session, ctl_options_has (call->options, CTL_OPTION_REPAIR), error);
  if (problems == NULL)
    return FALSE;

  say_problems (call, problems);

  if (problems->len > 0)
    g_set_error (error, REA_ERROR, REA_ERROR_CORRUPT,
                 /* TRANSLATORS: an error of reassignctl check. */
                 ngettext ("The database has %u problem.", "The database has %u problems.",
                           problems->len),
                 problems->len);

  return problems->len == 0;
}

gboolean
ctl_backup (CtlCall *call, GError **error)
{
  g_autoptr (ReaSession) session = ctl_call_open (call, error);
  g_autoptr (CtlJson) json = ctl_json_new ();
  g_autofree char *name = NULL;
  gint64           n_bytes;

  if (session == NULL)
    return FALSE;

  n_bytes = rea_session_backup (session, call->arguments[0], error);
  if (n_bytes < 0)
    return FALSE;

  name = g_filename_display_name (call->arguments[0]);
  ctl_json_begin_object (json, NULL);
  ctl_json_add_string (json, "file", name);
  ctl_json_add_number (json, "bytes", n_bytes);
  ctl_json_end_object (json);

  if (call->json)
    ctl_call_say_json (call, json);
  else
    ctl_call_say (call,
                  /* TRANSLATORS: reassignctl backup; %2$s is a file. */
                  ngettext ("%1$" PRId64 " byte was written to %2$s.",
                            "%1$" PRId64 " bytes were written to %2$s.", n_bytes),
                  n_bytes, name);

  return TRUE;
}
