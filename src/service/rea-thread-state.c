/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-thread-state.h"

/**
 * rea_thread_state_new:
 *
 * Returns: (transfer full): a state of nothing, to be filled in. It is not changed any
 *   more once it has left its thread, and may be held anywhere.
 */
ReaThreadState *
rea_thread_state_new (void)
{
  ReaThreadState *self = g_atomic_rc_box_new0 (ReaThreadState);

  self->writers = g_ptr_array_new_with_free_func (g_free);
  self->possible_at = REA_TIME_NONE;

  return self;
}

ReaThreadState *
rea_thread_state_ref (ReaThreadState *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  ReaThreadState *self = data;

  g_clear_pointer (&self->conversation, rea_conversation_free);
  g_clear_pointer (&self->campaign, rea_campaign_free);
  g_clear_pointer (&self->messages, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->trail, g_ptr_array_unref);
  g_clear_pointer (&self->holder, rea_user_free);
  g_clear_pointer (&self->writers, g_ptr_array_unref);
  g_free (self->draft);
  g_free (self->initial_text);
  g_free (self->refusal);
}

void
rea_thread_state_unref (ReaThreadState *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

typedef gboolean (*SameFunc) (gconstpointer a, gconstpointer b);

static gboolean
is_same_list (GPtrArray *a, GPtrArray *b, SameFunc is_same)
{
  if (a == b)
    return TRUE;

  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!is_same (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

static gboolean
is_same_text (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b) == 0;
}

/* Messages are not changed; how far they have come is. */
static gboolean
is_same_message (gconstpointer a, gconstpointer b)
{
  const ReaMessage *one = a;
  const ReaMessage *other = b;

  return one->id == other->id && one->delivery == other->delivery &&
         g_strcmp0 (one->by_name, other->by_name) == 0;
}

static gboolean
is_same_answer (gconstpointer a, gconstpointer b)
{
  const ReaAnswer *one = a;
  const ReaAnswer *other = b;

  return g_str_equal (one->question, other->question) && g_str_equal (one->answer, other->answer);
}

static gboolean
is_same_entry (gconstpointer a, gconstpointer b)
{
  const ReaTrailEntry *one = a;
  const ReaTrailEntry *other = b;

  return one->move == other->move && one->since == other->since &&
         g_strcmp0 (one->sender_name, other->sender_name) == 0 &&
         g_strcmp0 (one->by_name, other->by_name) == 0;
}

static gboolean
is_same_question (gconstpointer a, gconstpointer b)
{
  const ReaQuestion *one = a;
  const ReaQuestion *other = b;

  return g_str_equal (one->id, other->id) && g_str_equal (one->text, other->text) &&
         g_strv_equal ((const char *const *) one->answers, (const char *const *) other->answers);
}

static gboolean
is_same_reply (gconstpointer a, gconstpointer b)
{
  const ReaCannedReply *one = a;
  const ReaCannedReply *other = b;

  return g_str_equal (one->title, other->title) && g_str_equal (one->text, other->text);
}

/* What of a campaign is its own, not a count of what is in it. */
static gboolean
is_same_campaign (const ReaCampaign *a, const ReaCampaign *b)
{
  return a->revision == b->revision ||
         (g_str_equal (a->title, b->title) && a->state == b->state &&
          a->window_start == b->window_start && a->window_end == b->window_end &&
          g_str_equal (a->time_zone, b->time_zone) && a->has_hours == b->has_hours &&
          a->hours_start == b->hours_start && a->hours_end == b->hours_end &&
          a->self_assign == b->self_assign && a->batch == b->batch &&
          is_same_list (a->questions, b->questions, is_same_question) &&
          is_same_list (a->canned_replies, b->canned_replies, is_same_reply));
}

static gboolean
is_same_conversation (const ReaConversation *a, const ReaConversation *b)
{
  return a->id == b->id && a->status == b->status && a->open_status == b->open_status &&
         a->holder == b->holder && a->flags == b->flags && a->waiting_since == b->waiting_since &&
         a->last_message_at == b->last_message_at && g_strcmp0 (a->phone, b->phone) == 0 &&
         g_strcmp0 (a->first_name, b->first_name) == 0 &&
         g_strcmp0 (a->last_name, b->last_name) == 0 && g_strcmp0 (a->fields, b->fields) == 0 &&
         g_strcmp0 (a->time_zone, b->time_zone) == 0;
}

static gboolean
is_same_user (const ReaUser *a, const ReaUser *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->id == b->id && a->last_seen == b->last_seen && a->role == b->role &&
         g_str_equal (a->first_name, b->first_name) && g_str_equal (a->last_name, b->last_name);
}

/**
 * rea_thread_state_equal:
 * @a: a state
 * @b: another of the same conversation
 *
 * Returns: whether they look alike to whoever sees them
 */
gboolean
rea_thread_state_equal (const ReaThreadState *a, const ReaThreadState *b)
{
  return a->has_earlier == b->has_earlier && a->holder_online == b->holder_online &&
         a->way == b->way && a->may_send == b->may_send && a->possible_at == b->possible_at &&
         a->last_message_id == b->last_message_id && g_strcmp0 (a->draft, b->draft) == 0 &&
         g_strcmp0 (a->initial_text, b->initial_text) == 0 &&
         g_strcmp0 (a->refusal, b->refusal) == 0 && is_same_user (a->holder, b->holder) &&
         is_same_conversation (a->conversation, b->conversation) &&
         is_same_campaign (a->campaign, b->campaign) &&
         is_same_list (a->messages, b->messages, is_same_message) &&
         is_same_list (a->answers, b->answers, is_same_answer) &&
         is_same_list (a->trail, b->trail, is_same_entry) &&
         is_same_list (a->writers, b->writers, is_same_text);
}
