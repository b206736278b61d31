/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-tables.h"

#include "ctl-time.h"

#include "rea-labels.h"
#include "rea-name.h"
#include "rea-time.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define MAX_REJECTED_SHOWN 20

/* In the order of the contract's JSON. */
static const ReaStatus status_order[] = { REA_STATUS_NOT_STARTED, REA_STATUS_MESSAGED,
                                          REA_STATUS_NEEDS_REPLY, REA_STATUS_REPLIED,
                                          REA_STATUS_CLOSED };

void
ctl_table_add_counts_columns (CtlTable *table)
{
  /* TRANSLATORS: a column of reassignctl: all conversations, whatever their status. */
  ctl_table_add_column (table, _ ("Total"), CTL_ALIGN_RIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (status_order); i++)
    ctl_table_add_column (table, rea_status_get_label (status_order[i]), CTL_ALIGN_RIGHT);
}

void
ctl_table_add_counts (CtlTable *table, const ReaCounts *counts)
{
  ctl_table_add_number (table, rea_counts_total (counts));
  for (guint i = 0; i < G_N_ELEMENTS (status_order); i++)
    ctl_table_add_number (table, counts->n[status_order[i]]);
}

/**
 * ctl_table_add_age:
 * @time: a moment, or %REA_TIME_NONE for an empty cell
 *
 * Adds how long ago that was.
 */
void
ctl_table_add_age (CtlTable *table, gint64 time, gint64 now)
{
  ctl_table_take_text (table, time != REA_TIME_NONE ? ctl_time_to_age (time, now) : NULL);
}

/* Takes @value; %NULL is none. */
static void
add_fact (CtlTable *table, const char *what, char *value)
{
  ctl_table_add_text (table, what);
  ctl_table_take_text (table, value != NULL ? value : g_strdup ("—"));
}

static char *
dup_hours (const ReaCampaign *campaign)
{
  g_autofree char *start = ctl_hours_to_string (campaign->hours_start);
  g_autofree char *end = ctl_hours_to_string (campaign->hours_end);

  /* TRANSLATORS: the opening hours of a campaign in reassignctl campaign show: none are set. */
  return campaign->has_hours ? g_strconcat (start, "-", end, NULL) : g_strdup (_ ("any"));
}

static char *
dup_self_assign (const ReaCampaign *campaign)
{
  /* TRANSLATORS: whether senders may ask for more, in reassignctl campaign show: they may not. */
  return campaign->self_assign ? g_strdup_printf ("%d", campaign->batch) : g_strdup (_ ("off"));
}

/**
 * ctl_call_say_campaign:
 *
 * Says what a campaign is, a line each.
 */
void
ctl_call_say_campaign (CtlCall *call, const ReaCampaign *campaign, gint64 now)
{
  g_autoptr (CtlTable) table = ctl_table_new ();
  const char *status = rea_campaign_get_status_text (campaign, now);

  ctl_table_add_column (table, "", CTL_ALIGN_LEFT);
  ctl_table_add_column (table, "", CTL_ALIGN_LEFT);

  /* TRANSLATORS: this and those that follow: lines of reassignctl campaign show. */
  add_fact (table, _ ("ID"), g_strdup_printf ("%" PRId64, campaign->id));
  add_fact (table, _ ("Title"), g_strdup (campaign->title));
  add_fact (table, _ ("State"), g_strdup (rea_state_to_string (campaign->state)));
  if (status != NULL)
    add_fact (table, _ ("Status"), g_strdup (_ (status)));
  add_fact (table, _ ("Conversations"), g_strdup_printf ("%" PRId64, campaign->total));
  add_fact (table, _ ("Senders"), g_strdup_printf ("%" PRId64, campaign->n_senders));
  add_fact (table, _ ("Window start"), rea_time_format (campaign->window_start));
  add_fact (table, _ ("Window end"), rea_time_format (campaign->window_end));
  add_fact (table, _ ("Time zone"), g_strdup (campaign->time_zone));
  add_fact (table, _ ("Opening hours"), dup_hours (campaign));
  add_fact (table, _ ("Self-assign"), dup_self_assign (campaign));
  add_fact (table, _ ("Country"), g_strdup (campaign->country));
  add_fact (table, _ ("Message"), g_strdup (campaign->initial_message));
  add_fact (table, _ ("Questions"), g_strdup_printf ("%u", campaign->questions->len));
  add_fact (table, _ ("Canned replies"), g_strdup_printf ("%u", campaign->canned_replies->len));

  ctl_call_say_table (call, table);
}

/* What stands out about a conversation, as --flag names it. */
static char *
dup_flags (const ReaConversation *conversation)
{
  static const ReaConversationFlags order[] = { REA_FLAG_MARKED, REA_FLAG_OPTED_OUT,
                                                REA_FLAG_WROTE_AFTER_OPT_OUT };
  GString                          *flags = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (conversation->flags & order[i])
      {
        if (flags->len > 0)
          g_string_append (flags, ", ");
        g_string_append (flags, rea_flag_to_string (order[i]));
      }

  return g_string_free (flags, FALSE);
}

/**
 * ctl_call_say_conversations:
 * @conversations: (element-type ReaConversation): some
 *
 * Lists them.
 */
void
ctl_call_say_conversations (CtlCall *call, GPtrArray *conversations, gint64 now)
{
  g_autoptr (CtlTable) table = ctl_table_new ();

  /* TRANSLATORS: a column of reassignctl conversations: the number of each. */
  ctl_table_add_column (table, _ ("ID"), CTL_ALIGN_RIGHT);
  /* TRANSLATORS: a column of reassignctl conversations: the contact's number. */
  ctl_table_add_column (table, _ ("Phone"), CTL_ALIGN_LEFT);
  /* TRANSLATORS: a column of reassignctl: somebody's full name. */
  ctl_table_add_column (table, _ ("Name"), CTL_ALIGN_LEFT);
  /* TRANSLATORS: a column of reassignctl conversations: not_started and so on. */
  ctl_table_add_column (table, _ ("Status"), CTL_ALIGN_LEFT);
  /* TRANSLATORS: a column of reassignctl: the e-mail of who holds a conversation. */
  ctl_table_add_column (table, _ ("Sender"), CTL_ALIGN_LEFT);
  /* TRANSLATORS: a column of reassignctl: for how long a contact has waited. */
  ctl_table_add_column (table, _ ("Waiting"), CTL_ALIGN_RIGHT);
  /* TRANSLATORS: a column of reassignctl conversations: when it was. */
  ctl_table_add_column (table, _ ("Last Message"), CTL_ALIGN_LEFT);
  /* TRANSLATORS: a column of reassignctl conversations: marked, opted_out and so on. */
  ctl_table_add_column (table, _ ("Flags"), CTL_ALIGN_LEFT);

  for (guint i = 0; i < conversations->len; i++)
    {
      const ReaConversation *row = g_ptr_array_index (conversations, i);

      ctl_table_add_number (table, row->id);
      ctl_table_add_text (table, row->phone);
      ctl_table_take_text (table, rea_name_dup_full (row->first_name, row->last_name));
      ctl_table_add_text (table, rea_status_to_string (row->status));
      ctl_table_add_text (table, row->holder_email);
      ctl_table_add_age (table, rea_conversation_get_waiting_since (row), now);
      ctl_table_take_text (table, rea_time_format (row->last_message_at));
      ctl_table_take_text (table, dup_flags (row));
    }

  ctl_call_say_table (call, table);
}

void
ctl_call_say_conversation (CtlCall *call, ReaConversation *conversation, gint64 now)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, conversation);
  ctl_call_say_conversations (call, one, now);
}

/* "3 → 6", or one number where nothing changes. */
static void
add_change (CtlTable *table, gint64 before, gint64 after)
{
  if (before != after)
    /* TRANSLATORS: a cell of reassignctl reassign: how many before, and how many after. */
    ctl_table_take_text (table, g_strdup_printf (_ ("%1$" PRId64 " → %2$" PRId64), before, after));
  else
    ctl_table_add_number (table, before);
}

static void
add_plan_row (CtlTable *table, const ReaPlanRow *row)
{
  ReaCounts after = rea_plan_row_get_after (row);

  /* TRANSLATORS: stands for a sender's e-mail in a table of reassignctl: nobody. */
  ctl_table_add_text (table,
                      row->holder != REA_HOLDER_UNASSIGNED ? row->email : _ ("(unassigned)"));
  ctl_table_add_number (table, rea_counts_total (&row->gave));
  ctl_table_add_number (table, rea_counts_total (&row->received));
  add_change (table, rea_counts_total (&row->before), rea_counts_total (&after));
  for (guint i = 0; i < G_N_ELEMENTS (status_order); i++)
    add_change (table, row->before.n[status_order[i]], after.n[status_order[i]]);
}

static void
say_what_moved (CtlCall *call, const ReaResult *result)
{
  gint64 moved = result->plan->moved;
  gint64 matched = result->plan->matched;

  if (result->is_preview)
    ctl_call_say (call,
                  /* TRANSLATORS: reassignctl reassign --preview; of %2$ that match. */
                  ngettext ("%1$" PRId64 " conversation of %2$" PRId64 " would change hands.",
                            "%1$" PRId64 " conversations of %2$" PRId64 " would change hands.",
                            moved),
                  moved, matched);
  else if (result->move == 0)
    /* TRANSLATORS: reassignctl reassign, where everybody holds what they should. */
    ctl_call_say (call, "%s", _ ("No conversation changes hands."));
  else
    ctl_call_say (call,
                  /* TRANSLATORS: reassignctl reassign; of %2$ that match. %3$ is the move's number.
                   */
                  ngettext ("%1$" PRId64 " conversation of %2$" PRId64
                            " changed hands, in move %3$" PRId64 ".",
                            "%1$" PRId64 " conversations of %2$" PRId64
                            " changed hands, in move %3$" PRId64 ".",
                            moved),
                  moved, matched, result->move);
}

/**
 * ctl_call_say_result:
 *
 * Says what a request moved or would move.
 */
void
ctl_call_say_result (CtlCall *call, const ReaResult *result)
{
  g_autoptr (CtlTable) table = ctl_table_new ();

  ctl_table_add_column (table, _ ("Sender"), CTL_ALIGN_LEFT);
  /* TRANSLATORS: a column of reassignctl reassign: how many a sender gave away. */
  ctl_table_add_column (table, _ ("Gave"), CTL_ALIGN_RIGHT);
  /* TRANSLATORS: a column of reassignctl reassign: how many a sender received. */
  ctl_table_add_column (table, _ ("Received"), CTL_ALIGN_RIGHT);
  ctl_table_add_counts_columns (table);

  for (guint i = 0; i < result->plan->rows->len; i++)
    {
      const ReaPlanRow *row = g_ptr_array_index (result->plan->rows, i);

      if (rea_counts_total (&row->gave) + rea_counts_total (&row->received) > 0)
        add_plan_row (table, row);
    }

  if (result->plan->moved > 0)
    ctl_call_say_table (call, table);
  say_what_moved (call, result);
}

/**
 * ctl_call_say_rejected:
 *
 * Lists the first bad rows of a file: whoever mends it sees by them what is wrong.
 */
void
ctl_call_say_rejected (CtlCall *call, const ReaImportReport *report)
{
  g_autoptr (CtlTable) table = ctl_table_new ();
  guint n_shown = MIN (report->rejected->len, MAX_REJECTED_SHOWN);

  /* TRANSLATORS: a column of reassignctl contacts import: where a bad row begins. */
  ctl_table_add_column (table, _ ("Line"), CTL_ALIGN_RIGHT);
  /* TRANSLATORS: a column of reassignctl contacts import: what is wrong with a row. */
  ctl_table_add_column (table, _ ("Reason"), CTL_ALIGN_LEFT);

  for (guint i = 0; i < n_shown; i++)
    {
      const ReaRejectedRow *row = g_ptr_array_index (report->rejected, i);

      ctl_table_add_number (table, row->line);
      ctl_table_add_text (table, row->reason);
    }

  if (n_shown > 0)
    ctl_call_say_table (call, table);
  if (report->rejected_total > n_shown)
    {
      gint64 more = report->rejected_total - n_shown;

      ctl_call_say (call,
                    /* TRANSLATORS: stands below a list of bad rows, of reassignctl. */
                    ngettext ("… and %" PRId64 " more bad row.", "… and %" PRId64 " more bad rows.",
                              more),
                    more);
    }
}

/**
 * ctl_call_say_users:
 * @users: (element-type ReaUser): some
 *
 * Lists them.
 */
void
ctl_call_say_users (CtlCall *call, GPtrArray *users)
{
  g_autoptr (CtlTable) table = ctl_table_new ();

  /* TRANSLATORS: a column of reassignctl: an e-mail address. */
  ctl_table_add_column (table, _ ("E-Mail"), CTL_ALIGN_LEFT);
  ctl_table_add_column (table, _ ("Name"), CTL_ALIGN_LEFT);
  /* TRANSLATORS: a column of reassignctl user list: owner, admin, moderator or sender. */
  ctl_table_add_column (table, _ ("Role"), CTL_ALIGN_LEFT);

  for (guint i = 0; i < users->len; i++)
    {
      const ReaUser *user = g_ptr_array_index (users, i);

      ctl_table_add_text (table, user->email);
      ctl_table_take_text (table, rea_name_dup_full (user->first_name, user->last_name));
      ctl_table_add_text (table, rea_role_to_string (user->role));
    }

  ctl_call_say_table (call, table);
}

void
ctl_call_say_user (CtlCall *call, ReaUser *user)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, user);
  ctl_call_say_users (call, one);
}
