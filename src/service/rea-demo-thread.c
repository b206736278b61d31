/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-demo-thread.h"

#include "rea-demo-replies.h"
#include "rea-opt-out.h"
#include "rea-template.h"

/* A conversation as it came about: every message is taken in by the rules that
 * hold for real ones, so its status is right by construction.
 */

#define MINUTE       60
#define MAX_MESSAGES 5

static void
sent (ReaDemoThread *self, gint64 at, const char *template)
{
  rea_conversation_sent (self->conversation, at);

  if (self->written)
    {
      g_autoptr (ReaVariables) variables = rea_variables_new (self->conversation, self->sender);
      g_autofree char *text = rea_template_fill (template, variables, NULL);
      ReaMessage      *message = rea_message_new (TRUE, at, text);

      message->by = self->sender->id;
      g_ptr_array_add (self->messages, message);
    }
}

static void
received (ReaDemoThread *self, gint64 at, ReaDemoMood mood)
{
  const char *text = rea_demo_pick_text (self->rand, mood);

  rea_conversation_received (self->conversation, at);

  if (!self->written)
    return;

  g_ptr_array_add (self->messages, rea_message_new (FALSE, at, text));

  if (self->conversation->flags & REA_FLAG_OPTED_OUT)
    return;

  switch (rea_opt_out_judge (text))
    {
    case REA_OPT_OUT_YES:
      rea_conversation_opt_out (self->conversation);
      break;
    case REA_OPT_OUT_MAYBE:
      self->conversation->flags |= REA_FLAG_MARKED;
      break;
    case REA_OPT_OUT_NO:
    default:
      break;
    }
}

static void
answer (ReaDemoThread *self, ReaDemoMood mood)
{
  const char *support = rea_demo_get_answer (mood);

  if (self->written && support != NULL && g_rand_int_range (self->rand, 0, 10) < 8)
    {
      const ReaQuestion *question = g_ptr_array_index (self->campaign->questions, 0);

      g_ptr_array_add (self->answers, rea_answer_new (question->id, support));
    }

  if (self->written && mood == REA_DEMO_YES && g_rand_int_range (self->rand, 0, 10) < 4)
    {
      const ReaQuestion *question = g_ptr_array_index (self->campaign->questions, 1);
      int choice = g_rand_int_range (self->rand, 0, (int) g_strv_length (question->answers));

      g_ptr_array_add (self->answers, rea_answer_new (question->id, question->answers[choice]));
    }

  if (self->answers->len < self->campaign->questions->len)
    self->conversation->flags |= REA_FLAG_SURVEY_OPEN;
}

/* What the first answer of a contact in such a conversation is about: those who
 * opt out are found among the closed ones.
 */
static ReaDemoMood
pick_mood (ReaDemoThread *self, ReaStatus status)
{
  ReaDemoMood mood = rea_demo_pick_mood (self->rand);

  if (status == REA_STATUS_CLOSED && self->written && g_rand_int_range (self->rand, 0, 10) < 4)
    return REA_DEMO_STOP;

  while (mood == REA_DEMO_STOP)
    mood = rea_demo_pick_mood (self->rand);

  return mood;
}

/* When each message was written: contacts take their time, senders less. The
 * sender writes the first and every other one.
 */
static void
pick_times (ReaDemoThread *self, gint64 *times, int n, gint64 last_at)
{
  times[n - 1] = last_at;

  for (int i = n - 2; i >= 0; i--)
    {
      gboolean is_sender = i % 2 == 0;
      int      longest = is_sender ? 40 * MINUTE : 12 * MINUTE;

      times[i] = times[i + 1] - g_rand_int_range (self->rand, 20, longest);
      if (is_sender)
        times[i] = MIN (times[i], self->until);
    }
}

/**
 * rea_demo_thread_play:
 * @self: a thread whose conversation has no messages yet
 * @status: what the conversation is to count as
 * @last_at: when the last message was written
 *
 * Makes up what was said, and lets the conversation take it over.
 */
void
rea_demo_thread_play (ReaDemoThread *self, ReaStatus status, gint64 last_at)
{
  static const int n_messages[REA_N_STATUSES] = {
    [REA_STATUS_NEEDS_REPLY] = 2, [REA_STATUS_NOT_STARTED] = 0, [REA_STATUS_MESSAGED] = 1,
    [REA_STATUS_REPLIED] = 3,     [REA_STATUS_CLOSED] = 3,
  };
  ReaDemoMood first_mood = pick_mood (self, status);
  ReaDemoMood mood = first_mood;
  int         n = n_messages[status];
  gint64      times[MAX_MESSAGES];

  self->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_message_free);
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_answer_free);

  if (n == 0)
    return;

  if (mood == REA_DEMO_STOP)
    n = 2;
  else if (n > 1 && g_rand_int_range (self->rand, 0, 4) == 0)
    n += 2;

  pick_times (self, times, n, last_at);
  sent (self, times[0], self->campaign->initial_message);

  for (int i = 1; i < n; i++)
    if (i % 2 == 0)
      {
        sent (self, times[i], rea_demo_pick_reply (self->rand, mood));
        mood = g_rand_boolean (self->rand) ? REA_DEMO_THANKS : REA_DEMO_QUESTION;
      }
    else
      received (self, times[i], mood);

  if (n > 1)
    answer (self, first_mood);

  /* Some write again, because nobody answers or though they opted out. */
  if (n % 2 == 0 && g_rand_int_range (self->rand, 0, 8) == 0)
    received (self, last_at + 1, REA_DEMO_QUESTION);

  if (status == REA_STATUS_CLOSED)
    rea_conversation_close (self->conversation);
}

void
rea_demo_thread_clear (ReaDemoThread *self)
{
  g_clear_pointer (&self->messages, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
}
