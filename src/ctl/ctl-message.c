/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-commands.h"
#include "ctl-objects.h"
#include "ctl-tables.h"
#include "ctl-time.h"

#include "rea-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
say_messages (CtlCall *call, GPtrArray *messages)
{
  g_autoptr (CtlTable) table = ctl_table_new ();

  ctl_table_add_column (table, _ ("When"), CTL_ALIGN_LEFT);
  /* TRANSLATORS: a column of reassignctl messages: whether it came in or went out. */
  ctl_table_add_column (table, _ ("Direction"), CTL_ALIGN_LEFT);
  ctl_table_add_column (table, _ ("By"), CTL_ALIGN_LEFT);
  /* TRANSLATORS: a column of reassignctl messages: what was written. */
  ctl_table_add_column (table, _ ("Text"), CTL_ALIGN_LEFT);

  for (guint i = 0; i < messages->len; i++)
    {
      const ReaMessage *message = g_ptr_array_index (messages, i);

      ctl_table_take_text (table, rea_time_format (message->at));
      ctl_table_add_text (table, message->out ? "out" : "in");
      ctl_table_add_text (table, message->by_email);
      ctl_table_add_text (table, message->text);
    }

  if (messages->len > 0)
    ctl_call_say_table (call, table);
  else
    /* TRANSLATORS: reassignctl messages, where there is none. */
    ctl_call_say (call, "%s", _ ("Nobody has written yet."));
}

gboolean
ctl_messages (CtlCall *call, GError **error)
{
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (CtlJson) json = ctl_json_new ();
  gint64 conversation;
  gint64 id;

  if (!ctl_call_get_id (call, 1, "CONVERSATION", &conversation, error))
    return FALSE;

  session = ctl_call_open_campaign (call, &id, error);
  if (session == NULL)
    return FALSE;

  messages = rea_session_list_messages (session, id, conversation, error);
  if (messages == NULL)
    return FALSE;

  if (!call->json)
    {
      say_messages (call, messages);
      return TRUE;
    }

  ctl_json_begin_object (json, NULL);
  ctl_json_begin_list (json, "messages");
  for (guint i = 0; i < messages->len; i++)
    ctl_json_add_message (json, NULL, g_ptr_array_index (messages, i));
  ctl_json_end_list (json);
  ctl_json_end_object (json);
  ctl_call_say_json (call, json);

  return TRUE;
}

static gboolean
parse_direction (CtlCall *call, gboolean *is_out, GError **error)
{
  const char *text = ctl_options_get (call->options, CTL_OPTION_DIRECTION);

  *is_out = strcmp (text, "out") == 0;
  if (*is_out || strcmp (text, "in") == 0)
    return TRUE;

  ctl_option_set_wrong (error, CTL_OPTION_DIRECTION, text);

  return FALSE;
}

/* Now, unless it is said. */
static gboolean
resolve_time (CtlCall *call, ReaSession *session, gint64 campaign_id, gint64 *at, GError **error)
{
  const char *text = ctl_options_get (call->options, CTL_OPTION_AT);
  g_autoptr (ReaCampaign) campaign = NULL;

  *at = rea_session_now (session);
  if (text == NULL)
    return TRUE;

  campaign = rea_session_get_campaign (session, campaign_id, error);

  return campaign != NULL && ctl_time_resolve (text, campaign->time_zone, at, error);
}

static void
answer_message (CtlCall         *call,
                ReaSession      *session,
                ReaConversation *conversation,
                ReaMessage      *message)
{
  g_autoptr (CtlJson) json = ctl_json_new ();

  if (!call->json)
    {
      ctl_call_say_conversation (call, conversation, rea_session_now (session));
      return;
    }

  ctl_json_begin_object (json, NULL);
  ctl_json_add_conversation (json, "conversation", conversation);
  ctl_json_add_message (json, "message", message);
  ctl_json_end_object (json);
  ctl_call_say_json (call, json);
}

gboolean
ctl_message (CtlCall *call, GError **error)
{
  const char *text = call->arguments[2];
  const char *time = ctl_options_get (call->options, CTL_OPTION_AT);
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaConversation) changed = NULL;
  g_autoptr (ReaMessage) message = NULL;
  gboolean is_out;
  gint64   conversation;
  gint64   id;
  gint64   at;

  if (!ctl_call_get_id (call, 1, "CONVERSATION", &conversation, error) ||
      !parse_direction (call, &is_out, error) ||
      (time != NULL && !ctl_time_check (time, "--at", error)))
    return FALSE;

  session = ctl_call_open_campaign (call, &id, error);
  if (session == NULL || !resolve_time (call, session, id, &at, error))
    return FALSE;

  if (is_out)
    changed = rea_session_send (session, id, conversation, text, at, &message, error);
  else
    changed = rea_session_receive (session, id, conversation, text, at, &message, error);

  if (changed == NULL)
    return FALSE;

  answer_message (call, session, changed, message);

  return TRUE;
}
