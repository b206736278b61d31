/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-commands.h"
#include "ctl-filter.h"
#include "ctl-objects.h"
#include "ctl-tables.h"
#include "ctl-time.h"

#include "rea-name.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

static void
senders_json (CtlCall *call, GPtrArray *senders)
{
  g_autoptr (CtlJson) json = ctl_json_new ();

  ctl_json_begin_object (json, NULL);
  ctl_json_begin_list (json, "senders");
  for (guint i = 0; i < senders->len; i++)
    ctl_json_add_sender (json, g_ptr_array_index (senders, i));
  ctl_json_end_list (json);
  ctl_json_end_object (json);

  ctl_call_say_json (call, json);
}

/* "online", or how long ago the Messenger was closed. */
static char *
dup_presence (const ReaSender *sender, gint64 now)
{
  g_autofree char *age = NULL;

  if (sender->online)
    /* TRANSLATORS: a cell of reassignctl senders: the sender has the Messenger open. */
    return g_strdup (_ ("online"));
  if (sender->user->last_seen == REA_TIME_NONE)
    /* TRANSLATORS: a cell of reassignctl senders: the sender was never there. */
    return g_strdup (_ ("never"));

  age = ctl_time_to_age (sender->user->last_seen, now);

  /* TRANSLATORS: a cell of reassignctl senders; %s is as in "12 min". */
  return g_strdup_printf (_ ("%s ago"), age);
}

static char *
dup_progress (const ReaCounts *counts)
{
  gint64 total = rea_counts_total (counts);

  if (total == 0)
    return g_strdup ("—");

  return g_strdup_printf ("%" PRId64 " %%",
                          (total - counts->n[REA_STATUS_NOT_STARTED]) * 100 / total);
}

static void
senders_table (CtlCall *call, GPtrArray *senders, gint64 now)
{
  g_autoptr (CtlTable) table = ctl_table_new ();

  ctl_table_add_column (table, _ ("Name"), CTL_ALIGN_LEFT);
  ctl_table_add_column (table, _ ("E-Mail"), CTL_ALIGN_LEFT);
  /* TRANSLATORS: a column of reassignctl senders: online, or how long ago. */
  ctl_table_add_column (table, _ ("Seen"), CTL_ALIGN_LEFT);
  ctl_table_add_counts_columns (table);
  /* TRANSLATORS: a column of reassignctl senders: how many of theirs are begun. */
  ctl_table_add_column (table, _ ("Progress"), CTL_ALIGN_RIGHT);
  ctl_table_add_column (table, _ ("Waiting"), CTL_ALIGN_RIGHT);
  /* TRANSLATORS: a column of reassignctl senders: messages of the last 15 minutes. */
  ctl_table_add_column (table, _ ("Sent in 15 min"), CTL_ALIGN_RIGHT);

  for (guint i = 0; i < senders->len; i++)
    {
      const ReaSender *sender = g_ptr_array_index (senders, i);

      ctl_table_take_text (table,
                           rea_name_dup_full (sender->user->first_name, sender->user->last_name));
      ctl_table_add_text (table, sender->user->email);
      ctl_table_take_text (table, dup_presence (sender, now));
      ctl_table_add_counts (table, &sender->counts);
      ctl_table_take_text (table, dup_progress (&sender->counts));
      ctl_table_add_age (table, sender->waiting_since, now);
      ctl_table_add_number (table, sender->sent_15_min);
    }

  if (senders->len > 0)
    ctl_call_say_table (call, table);
  else
    /* TRANSLATORS: reassignctl senders, where there is none. */
    ctl_call_say (call, "%s", _ ("The campaign has no senders yet."));
}

gboolean
ctl_senders (CtlCall *call, GError **error)
{
  gint64 id;
  g_autoptr (ReaSession) session = ctl_call_open_campaign (call, &id, error);
  g_autoptr (GPtrArray) senders = NULL;

  if (session == NULL)
    return FALSE;

  senders = rea_session_list_senders (session, id, error);
  if (senders == NULL)
    return FALSE;

  if (call->json)
    senders_json (call, senders);
  else
    senders_table (call, senders, rea_session_now (session));

  return TRUE;
}

/* Where the conversations of who is removed go; nowhere is left to the session
 * to refuse, if there are any.
 */
static gboolean
parse_where (CtlCall *call, ReaRequest **where, GError **error)
{
  const char *to = ctl_options_get (call->options, CTL_OPTION_TO);
  g_autoptr (ReaRequest) request = NULL;

  if (to == NULL)
    return TRUE;

  if (strcmp (to, "online") == 0)
    {
      ctl_option_set_wrong (error, CTL_OPTION_TO, to);
      return FALSE;
    }

  request = rea_request_new ();
  if (!ctl_to_parse (to, request, error))
    return FALSE;

  *where = g_steal_pointer (&request);

  return TRUE;
}

gboolean
ctl_sender_remove (CtlCall *call, GError **error)
{
  g_autoptr (ReaRequest) where = NULL;
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaResult) result = NULL;
  gint64 id;

  if (!parse_where (call, &where, error))
    return FALSE;

  session = ctl_call_open_campaign (call, &id, error);
  if (session == NULL)
    return FALSE;

  result = rea_session_remove_sender (session, id, call->arguments[1], where, NULL,
                                      call->cancellable, error);
  if (result == NULL)
    return FALSE;

  ctl_call_answer_result (call, result);
  if (!call->json)
    /* TRANSLATORS: reassignctl sender remove; %s is an e-mail. */
    ctl_call_say (call, _ ("%s is no sender of the campaign any more."), call->arguments[1]);

  return TRUE;
}
