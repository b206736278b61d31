/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-commands.h"
#include "ctl-filter.h"
#include "ctl-objects.h"
#include "ctl-tables.h"

#include <glib/gi18n-lib.h>

gboolean
ctl_user_list (CtlCall *call, GError **error)
{
  g_autoptr (ReaSession) session = ctl_call_open (call, error);
  g_autoptr (GPtrArray) users = NULL;
  g_autoptr (CtlJson) json = ctl_json_new ();

  if (session == NULL)
    return FALSE;

  users = rea_session_list_users (session, error);
  if (users == NULL)
    return FALSE;

  if (!call->json)
    {
      ctl_call_say_users (call, users);
      return TRUE;
    }

  ctl_json_begin_object (json, NULL);
  ctl_json_begin_list (json, "users");
  for (guint i = 0; i < users->len; i++)
    ctl_json_add_user (json, NULL, g_ptr_array_index (users, i));
  ctl_json_end_list (json);
  ctl_json_end_object (json);
  ctl_call_say_json (call, json);

  return TRUE;
}

static gboolean
parse_role (CtlCall *call, ReaRole *role, GError **error)
{
  const char *text = ctl_options_get (call->options, CTL_OPTION_ROLE);

  if (text == NULL || rea_role_from_string (text, role))
    return TRUE;

  ctl_option_set_wrong (error, CTL_OPTION_ROLE, text);

  return FALSE;
}

static void
answer_user (CtlCall *call, ReaUser *user)
{
  g_autoptr (CtlJson) json = ctl_json_new ();

  if (!call->json)
    {
      ctl_call_say_user (call, user);
      return;
    }

  ctl_json_begin_object (json, NULL);
  ctl_json_add_user (json, "user", user);
  ctl_json_end_object (json);
  ctl_call_say_json (call, json);
}

gboolean
ctl_user_add (CtlCall *call, GError **error)
{
  const char *first_name = ctl_options_get (call->options, CTL_OPTION_FIRST_NAME);
  const char *last_name = ctl_options_get (call->options, CTL_OPTION_LAST_NAME);
  const char *emails[] = { call->arguments[0], NULL };
  ReaRole     role = REA_ROLE_SENDER;
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaUser) user = NULL;

  if (!ctl_emails_check (emails, error) || !parse_role (call, &role, error))
    return FALSE;

  session = ctl_call_open (call, error);
  if (session == NULL)
    return FALSE;

  user = rea_session_add_user (session, call->arguments[0], first_name != NULL ? first_name : "",
                               last_name != NULL ? last_name : "", role, error);
  if (user == NULL)
    return FALSE;

  answer_user (call, user);

  return TRUE;
}

gboolean
ctl_user_set (CtlCall *call, GError **error)
{
  gboolean sets_role = ctl_options_has (call->options, CTL_OPTION_ROLE);
  ReaRole  role = REA_ROLE_SENDER;
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaUser) user = NULL;

  if (!parse_role (call, &role, error))
    return FALSE;

  session = ctl_call_open (call, error);
  if (session == NULL)
    return FALSE;

  user = rea_session_set_user (session, call->arguments[0],
                               ctl_options_get (call->options, CTL_OPTION_FIRST_NAME),
                               ctl_options_get (call->options, CTL_OPTION_LAST_NAME),
                               sets_role ? &role : NULL, error);
  if (user == NULL)
    return FALSE;

  answer_user (call, user);

  return TRUE;
}
