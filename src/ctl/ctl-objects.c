/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl-objects.h"

#include "ctl-filter.h"
#include "ctl-time.h"

#include "rea-filter.h"
#include "rea-request.h"

/**
 * ctl_json_add_counts_members:
 *
 * Adds the total and the five statuses, in the order in which people read them.
 */
void
ctl_json_add_counts_members (CtlJson *json, const ReaCounts *counts)
{
  static const ReaStatus order[] = { REA_STATUS_NOT_STARTED, REA_STATUS_MESSAGED,
                                     REA_STATUS_NEEDS_REPLY, REA_STATUS_REPLIED,
                                     REA_STATUS_CLOSED };

  ctl_json_add_number (json, "total", rea_counts_total (counts));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    ctl_json_add_number (json, rea_status_to_string (order[i]), counts->n[order[i]]);
}

void
ctl_json_add_counts (CtlJson *json, const char *name, const ReaCounts *counts)
{
  ctl_json_begin_object (json, name);
  ctl_json_add_counts_members (json, counts);
  ctl_json_end_object (json);
}

/**
 * ctl_json_add_campaign_head:
 *
 * Adds the members that name a campaign wherever it stands.
 */
void
ctl_json_add_campaign_head (CtlJson *json, const ReaCampaign *campaign, gint64 now)
{
  ctl_json_add_number (json, "id", campaign->id);
  ctl_json_add_string (json, "title", campaign->title);
  ctl_json_add_string (json, "state", rea_state_to_string (campaign->state));
  ctl_json_add_string (json, "status_text", rea_campaign_get_status_text (campaign, now));
}

static void
add_opening_hours (CtlJson *json, const ReaCampaign *campaign)
{
  g_autofree char *start = ctl_hours_to_string (campaign->hours_start);
  g_autofree char *end = ctl_hours_to_string (campaign->hours_end);

  if (!campaign->has_hours)
    {
      ctl_json_add_null (json, "opening_hours");
      return;
    }

  ctl_json_begin_object (json, "opening_hours");
  ctl_json_add_string (json, "start", start);
  ctl_json_add_string (json, "end", end);
  ctl_json_end_object (json);
}

static void
add_questions (CtlJson *json, GPtrArray *questions)
{
  ctl_json_begin_list (json, "questions");

  for (guint i = 0; i < questions->len; i++)
    {
      const ReaQuestion *question = g_ptr_array_index (questions, i);

      ctl_json_begin_object (json, NULL);
      ctl_json_add_string (json, "id", question->id);
      ctl_json_add_string (json, "text", question->text);
      ctl_json_begin_list (json, "answers");
      for (guint j = 0; question->answers != NULL && question->answers[j] != NULL; j++)
        ctl_json_add_string (json, NULL, question->answers[j]);
      ctl_json_end_list (json);
      ctl_json_end_object (json);
    }

  ctl_json_end_list (json);
}

static void
add_canned_replies (CtlJson *json, GPtrArray *replies)
{
  ctl_json_begin_list (json, "canned_replies");

  for (guint i = 0; i < replies->len; i++)
    {
      const ReaCannedReply *reply = g_ptr_array_index (replies, i);

      ctl_json_begin_object (json, NULL);
      ctl_json_add_string (json, "title", reply->title);
      ctl_json_add_string (json, "text", reply->text);
      ctl_json_end_object (json);
    }

  ctl_json_end_list (json);
}

void
ctl_json_add_campaign (CtlJson *json, const char *name, const ReaCampaign *campaign, gint64 now)
{
  ctl_json_begin_object (json, name);
  ctl_json_add_campaign_head (json, campaign, now);
  ctl_json_add_number (json, "total", campaign->total);
  ctl_json_add_number (json, "senders", campaign->n_senders);
  ctl_json_add_time (json, "window_start", campaign->window_start);
  ctl_json_add_time (json, "window_end", campaign->window_end);
  ctl_json_add_string (json, "time_zone", campaign->time_zone);
  add_opening_hours (json, campaign);
  ctl_json_begin_object (json, "self_assign");
  ctl_json_add_boolean (json, "enabled", campaign->self_assign);
  ctl_json_add_number (json, "batch", campaign->batch);
  ctl_json_end_object (json);
  ctl_json_add_string (json, "country", campaign->country);
  ctl_json_add_string (json, "initial_message", campaign->initial_message);
  add_questions (json, campaign->questions);
  add_canned_replies (json, campaign->canned_replies);
  ctl_json_end_object (json);
}

void
ctl_json_add_sender (CtlJson *json, const ReaSender *sender)
{
  gint64 total = rea_counts_total (&sender->counts);

  ctl_json_begin_object (json, NULL);
  ctl_json_add_string (json, "email", sender->user->email);
  ctl_json_add_string (json, "first_name", sender->user->first_name);
  ctl_json_add_string (json, "last_name", sender->user->last_name);
  ctl_json_add_boolean (json, "online", sender->online);
  ctl_json_add_time (json, "last_seen", sender->user->last_seen);
  ctl_json_add_counts_members (json, &sender->counts);
  if (total > 0)
    ctl_json_add_share (json, "progress",
                        (double) (total - sender->counts.n[REA_STATUS_NOT_STARTED]) / total);
  else
    ctl_json_add_null (json, "progress");
  ctl_json_add_time (json, "waiting_since", sender->waiting_since);
  ctl_json_add_number (json, "sent_15_min", sender->sent_15_min);
  ctl_json_end_object (json);
}

void
ctl_json_add_user (CtlJson *json, const char *name, const ReaUser *user)
{
  ctl_json_begin_object (json, name);
  ctl_json_add_string (json, "email", user->email);
  ctl_json_add_string (json, "first_name", user->first_name);
  ctl_json_add_string (json, "last_name", user->last_name);
  ctl_json_add_string (json, "role", rea_role_to_string (user->role));
  ctl_json_end_object (json);
}

void
ctl_json_add_conversation (CtlJson *json, const char *name, const ReaConversation *conversation)
{
  ReaConversationFlags flags = conversation->flags;

  ctl_json_begin_object (json, name);
  ctl_json_add_number (json, "id", conversation->id);
  ctl_json_add_string (json, "phone", conversation->phone);
  ctl_json_add_string (json, "first_name", conversation->first_name);
  ctl_json_add_string (json, "last_name", conversation->last_name);
  ctl_json_add_string (json, "status", rea_status_to_string (conversation->status));
  ctl_json_add_boolean (json, "opted_out", (flags & REA_FLAG_OPTED_OUT) != 0);
  ctl_json_add_string (json, "sender", conversation->holder_email);
  ctl_json_add_boolean (json, "marked", (flags & REA_FLAG_MARKED) != 0);
  ctl_json_add_boolean (json, "wrote_after_opt_out", (flags & REA_FLAG_WROTE_AFTER_OPT_OUT) != 0);
  ctl_json_add_time (json, "last_message_at", conversation->last_message_at);
  ctl_json_add_time (json, "waiting_since", rea_conversation_get_waiting_since (conversation));
  ctl_json_add_raw (json, "fields", conversation->fields != NULL ? conversation->fields : "{}");
  ctl_json_end_object (json);
}

void
ctl_json_add_message (CtlJson *json, const char *name, const ReaMessage *message)
{
  ctl_json_begin_object (json, name);
  ctl_json_add_string (json, "direction", message->out ? "out" : "in");
  ctl_json_add_time (json, "at", message->at);
  ctl_json_add_string (json, "text", message->text);
  ctl_json_add_string (json, "by", message->by_email);
  ctl_json_end_object (json);
}

static void
add_plan_row_members (CtlJson *json, const ReaPlanRow *row)
{
  ReaCounts after = rea_plan_row_get_after (row);

  ctl_json_add_counts (json, "gave", &row->gave);
  ctl_json_add_counts (json, "received", &row->received);
  ctl_json_add_counts (json, "before", &row->before);
  ctl_json_add_counts (json, "after", &after);
}

/**
 * ctl_json_add_result_members:
 *
 * Adds what a request moved or would move: the senders who gave or received, in
 * name order, and unassigned whether it did or not.
 */
void
ctl_json_add_result_members (CtlJson *json, const ReaResult *result)
{
  const ReaPlan *plan = result->plan;

  ctl_json_add_id (json, "move", result->move);
  ctl_json_add_boolean (json, "preview", result->is_preview);
  ctl_json_add_number (json, "matched", plan->matched);
  ctl_json_add_number (json, "moved", plan->moved);

  ctl_json_begin_list (json, "senders");
  for (guint i = 0; i < plan->rows->len; i++)
    {
      const ReaPlanRow *row = g_ptr_array_index (plan->rows, i);

      if (row->holder == REA_HOLDER_UNASSIGNED ||
          rea_counts_total (&row->gave) + rea_counts_total (&row->received) == 0)
        continue;

      ctl_json_begin_object (json, NULL);
      ctl_json_add_string (json, "email", row->email);
      add_plan_row_members (json, row);
      ctl_json_end_object (json);
    }
  ctl_json_end_list (json);

  ctl_json_begin_object (json, "unassigned");
  add_plan_row_members (json, rea_plan_find (plan, REA_HOLDER_UNASSIGNED));
  ctl_json_end_object (json);
}

static void
add_strings (CtlJson *json, const char *name, const char *const *strings)
{
  ctl_json_begin_list (json, name);
  for (guint i = 0; strings[i] != NULL; i++)
    ctl_json_add_string (json, NULL, strings[i]);
  ctl_json_end_list (json);
}

static void
add_from (CtlJson *json, const ReaFilter *filter)
{
  g_autofree char *text = ctl_holder_to_string (filter);

  if (filter->holder == REA_HOLDER_SENDERS)
    add_strings (json, "from", (const char *const *) filter->senders);
  else
    ctl_json_add_string (json, "from", text);
}

static void
add_request (CtlJson *json, const ReaMove *move)
{
  const ReaRequest *request = move->request;
  const ReaFilter  *filter = request->filter;

  ctl_json_begin_object (json, "request");
  add_from (json, filter);
  ctl_json_add_string (json, "status",
                       filter->status != REA_STATUS_ANY ? rea_status_to_string (filter->status)
                                                        : "any");

  if (filter->search != NULL && *filter->search != '\0')
    ctl_json_add_string (json, "search", filter->search);
  if (filter->waiting_minutes != REA_MINUTES_ANY)
    ctl_json_add_number (json, "waiting", filter->waiting_minutes);
  if (filter->unmoved_minutes != REA_MINUTES_ANY)
    ctl_json_add_number (json, "unmoved", filter->unmoved_minutes);
  if (filter->flag != 0)
    ctl_json_add_string (json, "flag", rea_flag_to_string (filter->flag));
  if (move->n_named > 0)
    ctl_json_add_number (json, "conversations", move->n_named);

  if (request->number != REA_NUMBER_ALL)
    ctl_json_add_number (json, "number", request->number);
  else
    ctl_json_add_string (json, "number", "all");

  if (request->to == REA_TO_SENDERS)
    add_strings (json, "to", (const char *const *) request->to_senders);
  else
    ctl_json_add_string (json, "to", ctl_to_to_string (request->to));

  ctl_json_add_string (json, "divide", request->divide == REA_DIVIDE_LEVEL ? "level" : "evenly");
  ctl_json_end_object (json);
}

void
ctl_json_add_move (CtlJson *json, const ReaMove *move)
{
  ctl_json_begin_object (json, NULL);
  ctl_json_add_number (json, "id", move->id);
  ctl_json_add_time (json, "at", move->at);
  ctl_json_add_string (json, "by", move->by_email);
  ctl_json_add_string (json, "kind", rea_move_kind_to_string (move->kind));
  if (move->request != NULL)
    add_request (json, move);
  else
    ctl_json_add_null (json, "request");
  if (move->kind == REA_MOVE_REMOVE)
    ctl_json_add_string (json, "removed", move->removed);
  ctl_json_add_number (json, "moved", move->moved);
  ctl_json_add_id (json, "undoes", move->undoes);
  ctl_json_add_id (json, "undone_by", move->undone_by);
  ctl_json_end_object (json);
}

/**
 * ctl_json_add_report_members:
 *
 * Adds what became of the rows of a file.
 */
void
ctl_json_add_report_members (CtlJson *json, const ReaImportReport *report)
{
  ctl_json_add_number (json, "rows", report->rows);
  ctl_json_add_number (json, "imported", report->imported);
  ctl_json_begin_list (json, "rejected");
  for (guint i = 0; i < report->rejected->len; i++)
    {
      const ReaRejectedRow *row = g_ptr_array_index (report->rejected, i);

      ctl_json_begin_object (json, NULL);
      ctl_json_add_number (json, "line", row->line);
      ctl_json_add_string (json, "reason", row->reason);
      ctl_json_end_object (json);
    }
  ctl_json_end_list (json);
  ctl_json_add_number (json, "rejected_total", report->rejected_total);
}
