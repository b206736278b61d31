/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-commands.h"
#include "ctl-filter.h"
#include "ctl-objects.h"

#include "rea-time.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define DEFAULT_LIMIT 50

static void
history_json (CtlCall *call, GPtrArray *moves)
{
  g_autoptr (CtlJson) json = ctl_json_new ();

  ctl_json_begin_object (json, NULL);
  ctl_json_begin_list (json, "moves");
  for (guint i = 0; i < moves->len; i++)
    ctl_json_add_move (json, g_ptr_array_index (moves, i));
  ctl_json_end_list (json);
  ctl_json_end_object (json);

  ctl_call_say_json (call, json);
}

/* What was asked for, in the words of the command line. */
static char *
dup_request (const ReaMove *move)
{
  const ReaRequest *request = move->request;
  g_autofree char  *from = NULL;
  g_autofree char  *to = NULL;
  GString          *text;

  if (request == NULL)
    return NULL;

  from = ctl_holder_to_string (request->filter);
  to = request->to == REA_TO_SENDERS ? g_strjoinv (",", request->to_senders)
                                     : g_strdup (ctl_to_to_string (request->to));

  text = g_string_new (NULL);
  if (request->number != REA_NUMBER_ALL)
    g_string_append_printf (text, "%" PRId64 " ", request->number);
  if (request->filter->status != REA_STATUS_ANY)
    g_string_append_printf (text, "%s ", rea_status_to_string (request->filter->status));
  g_string_append_printf (text, "%s → %s", from, to);

  return g_string_free (text, FALSE);
}

static void
add_move_number (CtlTable *table, gint64 move)
{
  if (move != 0)
    ctl_table_add_number (table, move);
  else
    ctl_table_add_text (table, NULL);
}

static void
history_table (CtlCall *call, GPtrArray *moves)
{
  g_autoptr (CtlTable) table = ctl_table_new ();

  /* TRANSLATORS: a column of reassignctl history: the move's number. */
  ctl_table_add_column (table, _ ("Move"), CTL_ALIGN_RIGHT);
  /* TRANSLATORS: a column of reassignctl: when it was. */
  ctl_table_add_column (table, _ ("When"), CTL_ALIGN_LEFT);
  /* TRANSLATORS: a column of reassignctl: the e-mail of who did it. */
  ctl_table_add_column (table, _ ("By"), CTL_ALIGN_LEFT);
  /* TRANSLATORS: a column of reassignctl history: reassign, undo and so on. */
  ctl_table_add_column (table, _ ("Kind"), CTL_ALIGN_LEFT);
  /* TRANSLATORS: a column of reassignctl history: how many changed hands. */
  ctl_table_add_column (table, _ ("Moved"), CTL_ALIGN_RIGHT);
  /* TRANSLATORS: a column of reassignctl history: the number of the move it takes back. */
  ctl_table_add_column (table, _ ("Undoes"), CTL_ALIGN_RIGHT);
  /* TRANSLATORS: a column of reassignctl history: the number of the move that took it back. */
  ctl_table_add_column (table, _ ("Undone By"), CTL_ALIGN_RIGHT);
  /* TRANSLATORS: a column of reassignctl history: what was asked for. */
  ctl_table_add_column (table, _ ("Request"), CTL_ALIGN_LEFT);

  for (guint i = 0; i < moves->len; i++)
    {
      const ReaMove *move = g_ptr_array_index (moves, i);

      ctl_table_add_number (table, move->id);
      ctl_table_take_text (table, rea_time_format (move->at));
      ctl_table_add_text (table, move->by_email);
      ctl_table_add_text (table, rea_move_kind_to_string (move->kind));
      ctl_table_add_number (table, move->moved);
      add_move_number (table, move->undoes);
      add_move_number (table, move->undone_by);
      ctl_table_take_text (table, dup_request (move));
    }

  if (moves->len > 0)
    ctl_call_say_table (call, table);
  else
    /* TRANSLATORS: reassignctl history, where there is none. */
    ctl_call_say (call, "%s", _ ("Nothing was moved yet."));
}

gboolean
ctl_history (CtlCall *call, GError **error)
{
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (GPtrArray) moves = NULL;
  gint64 limit = DEFAULT_LIMIT;
  gint64 id;

  if (!ctl_options_get_number (call->options, CTL_OPTION_LIMIT, 1, G_MAXINT, &limit, error))
    return FALSE;

  session = ctl_call_open_campaign (call, &id, error);
  if (session == NULL)
    return FALSE;

  moves = rea_session_list_moves (session, id, (guint) limit, error);
  if (moves == NULL)
    return FALSE;

  if (call->json)
    history_json (call, moves);
  else
    history_table (call, moves);

  return TRUE;
}

static void
trail_json (CtlCall *call, gint64 conversation, GPtrArray *trail)
{
  g_autoptr (CtlJson) json = ctl_json_new ();

  ctl_json_begin_object (json, NULL);
  ctl_json_add_number (json, "conversation", conversation);
  ctl_json_begin_list (json, "trail");
  for (guint i = 0; i < trail->len; i++)
    {
      const ReaTrailEntry *entry = g_ptr_array_index (trail, i);

      ctl_json_begin_object (json, NULL);
      ctl_json_add_string (json, "sender", entry->sender);
      ctl_json_add_time (json, "since", entry->since);
      ctl_json_add_id (json, "move", entry->move);
      ctl_json_add_string (json, "by", entry->by);
      ctl_json_end_object (json);
    }
  ctl_json_end_list (json);
  ctl_json_end_object (json);

  ctl_call_say_json (call, json);
}

static void
trail_table (CtlCall *call, GPtrArray *trail)
{
  g_autoptr (CtlTable) table = ctl_table_new ();

  /* TRANSLATORS: a column of reassignctl trail: from when on somebody held it. */
  ctl_table_add_column (table, _ ("Since"), CTL_ALIGN_LEFT);
  ctl_table_add_column (table, _ ("Sender"), CTL_ALIGN_LEFT);
  ctl_table_add_column (table, _ ("Move"), CTL_ALIGN_RIGHT);
  ctl_table_add_column (table, _ ("By"), CTL_ALIGN_LEFT);

  for (guint i = 0; i < trail->len; i++)
    {
      const ReaTrailEntry *entry = g_ptr_array_index (trail, i);

      ctl_table_take_text (table, rea_time_format (entry->since));
      ctl_table_add_text (table, entry->sender != NULL ? entry->sender : _ ("(unassigned)"));
      add_move_number (table, entry->move);
      ctl_table_add_text (table, entry->by);
    }

  ctl_call_say_table (call, table);
}

gboolean
ctl_trail (CtlCall *call, GError **error)
{
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (GPtrArray) trail = NULL;
  gint64 conversation;
  gint64 id;

  if (!ctl_call_get_id (call, 1, "CONVERSATION", &conversation, error))
    return FALSE;

  session = ctl_call_open_campaign (call, &id, error);
  if (session == NULL)
    return FALSE;

  trail = rea_session_list_trail (session, id, conversation, error);
  if (trail == NULL)
    return FALSE;

  if (call->json)
    trail_json (call, conversation, trail);
  else
    trail_table (call, trail);

  return TRUE;
}
