/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-simulation-sender.h"

#include "rea-demo-replies.h"
#include "rea-session-private.h"

/* A sender at work, through a session of their own: refused what a real one is
 * refused, and overtaken by moves as a real one is.
 */

#define MINUTE 60

/* How many conversations a sender lists at a time. */
#define HANDFUL 20

struct _ReaSimulationSender
{
  const ReaSimulationShift *shift;
  ReaSession               *session;
  char                     *email;
  GQueue                    to_start;

  gboolean here;
  gint64   turns_at;  /* the second of the shift at which they come or go */
  gint64   acts_at;   /* and at which they do the next thing */
  gint64   heard_at;  /* the moment of the last heartbeat */
  int      pause;     /* seconds between two things they do */
  gboolean is_fickle; /* comes and goes */
};

/* The second of the shift at which somebody comes. Who is here goes on; where
 * hardly anybody is, most come as it begins; else some of those who are gone come back,
 * and of those who never came hardly one.
 */
static gint64
pick_coming (const ReaUser *user, const ReaSimulationShift *shift)
{
  gboolean was_here = user->last_seen != REA_TIME_NONE;
  int      roll = g_rand_int_range (shift->rand, 0, 100);

  if (user->present)
    return g_rand_int_range (shift->rand, 0, 10);

  if (!shift->some_are_here && (was_here || !shift->anyone_was_here))
    return roll < 75 ? g_rand_int_range (shift->rand, 0, 2 * MINUTE) : G_MAXINT64;

  return roll < (was_here ? 35 : 8) ? g_rand_int_range (shift->rand, 0, 40 * MINUTE) : G_MAXINT64;
}

/**
 * rea_simulation_sender_new:
 * @user: a sender of the campaign
 * @shift: what the senders share
 *
 * Makes up how this one works.
 *
 * Returns: (transfer full): the sender
 */
ReaSimulationSender *
rea_simulation_sender_new (const ReaUser *user, const ReaSimulationShift *shift)
{
  ReaSimulationSender *self = g_new0 (ReaSimulationSender, 1);
  GRand               *rand = shift->rand;

  self->shift = shift;
  self->email = g_strdup (user->email);
  self->pause =
      g_rand_boolean (rand) ? g_rand_int_range (rand, 8, 25) : g_rand_int_range (rand, 45, 160);
  self->is_fickle = g_rand_int_range (rand, 0, 4) == 0;
  self->turns_at = pick_coming (user, shift);

  return self;
}

void
rea_simulation_sender_free (ReaSimulationSender *self)
{
  g_clear_object (&self->session);
  g_queue_clear_full (&self->to_start, g_free);
  g_free (self->email);
  g_free (self);
}

/**
 * rea_simulation_forgives:
 * @error: (inout): an error, or %NULL in it
 *
 * What a real sender would shrug at: somebody else was quicker, the campaign was
 * paused, the database was busy. The shift goes on then, and the error is gone.
 *
 * Returns: whether the shift goes on
 */
gboolean
rea_simulation_forgives (GError **error)
{
  if (*error == NULL)
    return TRUE;

  if (g_error_matches (*error, REA_ERROR, REA_ERROR_WRONG_STATE) ||
      g_error_matches (*error, REA_ERROR, REA_ERROR_NOT_PERMITTED) ||
      g_error_matches (*error, REA_ERROR, REA_ERROR_INVALID) ||
      g_error_matches (*error, REA_ERROR, REA_ERROR_BUSY))
    {
      g_clear_error (error);
      return TRUE;
    }

  return FALSE;
}

/* Their own conversations; a moderator who also sends sees others. */
static ReaFilter *
new_filter (ReaSimulationSender *self)
{
  const char *const emails[] = { self->email, NULL };
  ReaFilter        *filter = rea_filter_new ();

  rea_filter_set_senders (filter, emails);

  return filter;
}

static ReaPage *
list_own (ReaSimulationSender *self, ReaStatus status, ReaSort sort, guint limit, GError **error)
{
  g_autoptr (ReaFilter) filter = new_filter (self);

  filter->status = status;

  return rea_session_list_conversations (self->session, self->shift->campaign->id, filter, sort,
                                         NULL, 0, limit, NULL, error);
}

static gboolean
send (ReaSimulationSender *self,
      gint64               conversation,
      const char          *text,
      gboolean             is_initial,
      GError             **error)
{
  const ReaSimulationShift *shift = self->shift;
  g_autoptr (ReaConversation) after =
      rea_session_send (self->session, shift->campaign->id, conversation, text,
                        rea_session_now (shift->session), NULL, error);

  if (after == NULL)
    return FALSE;

  shift->sent (conversation, is_initial, shift->user_data);

  return TRUE;
}

/* What is done beside the answer: the survey filled in, a mark looked at, a
 * conversation closed that has come to its end.
 */
static gboolean
finish (ReaSimulationSender   *self,
        const ReaConversation *conversation,
        ReaDemoMood            mood,
        GError               **error)
{
  const ReaSimulationShift *shift = self->shift;
  gint64                    campaign = shift->campaign->id;
  const ReaQuestion        *question = shift->campaign->questions->len > 0
                                           ? g_ptr_array_index (shift->campaign->questions, 0)
                                           : NULL;
  const char               *answer = rea_demo_get_answer (mood);
  int                       roll = g_rand_int_range (shift->rand, 0, 100);
  g_autoptr (ReaConversation) answered = NULL;
  g_autoptr (ReaConversation) closed = NULL;

  if (question != NULL && answer != NULL &&
      g_strv_contains ((const char *const *) question->answers, answer) && roll < 80)
    {
      answered = rea_session_answer (self->session, campaign, conversation->id, question->id,
                                     answer, error);
      if (answered == NULL)
        return FALSE;
    }

  if (conversation->flags & REA_FLAG_MARKED)
    closed = roll < 60
                 ? rea_session_opt_out (self->session, campaign, conversation->id, error)
                 : rea_session_dismiss_mark (self->session, campaign, conversation->id, error);
  else if ((mood == REA_DEMO_WRONG_NUMBER || mood == REA_DEMO_RUDE || mood == REA_DEMO_NO) &&
           roll < 40)
    closed = rea_session_close_conversation (self->session, campaign, conversation->id, error);
  else
    return TRUE;

  return closed != NULL;
}

/* Answers who waits longest. */
static gboolean
reply (ReaSimulationSender *self, gboolean *did, GError **error)
{
  const ReaSimulationShift *shift = self->shift;
  g_autoptr (ReaPage) page = list_own (self, REA_STATUS_NEEDS_REPLY, REA_SORT_WAITING, 1, error);
  const ReaConversation *conversation;
  gpointer               mood;

  *did = FALSE;

  if (page == NULL)
    return FALSE;

  if (page->conversations->len == 0)
    return TRUE;

  conversation = g_ptr_array_index (page->conversations, 0);
  if (!g_hash_table_lookup_extended (shift->moods, &conversation->id, NULL, &mood))
    mood = GINT_TO_POINTER (REA_DEMO_QUESTION);

  *did = TRUE;

  return send (self, conversation->id, rea_demo_pick_reply (shift->rand, GPOINTER_TO_INT (mood)),
               FALSE, error) &&
         finish (self, conversation, GPOINTER_TO_INT (mood), error);
}

/* Sends the next initial message. */
static gboolean
start_one (ReaSimulationSender *self, gboolean *did, GError **error)
{
  const char        *message = self->shift->campaign->initial_message;
  g_autofree gint64 *id = NULL;

  *did = FALSE;

  if (g_queue_is_empty (&self->to_start))
    {
      g_autoptr (ReaPage) page =
          list_own (self, REA_STATUS_NOT_STARTED, REA_SORT_ID, HANDFUL, error);

      if (page == NULL)
        return FALSE;

      for (guint i = 0; i < page->conversations->len; i++)
        {
          const ReaConversation *conversation = g_ptr_array_index (page->conversations, i);

          g_queue_push_tail (&self->to_start,
                             g_memdup2 (&conversation->id, sizeof conversation->id));
        }
    }

  id = g_queue_pop_head (&self->to_start);
  if (id == NULL)
    return TRUE;

  *did = TRUE;

  return send (self, *id, message != NULL ? message : rea_demo_get_initial_message (), TRUE, error);
}

static gboolean
ask_for_more (ReaSimulationSender *self, GError **error)
{
  g_autoptr (ReaResult) result = NULL;

  if (!self->shift->campaign->self_assign)
    return TRUE;

  result = rea_session_self_assign (self->session, self->shift->campaign->id, error);

  return result != NULL;
}

/* What there is to do is told by the counters, before anything is looked for: in
 * a large campaign that makes a difference.
 */
static gboolean
act (ReaSimulationSender *self, GError **error)
{
  g_autoptr (ReaFilter) filter = new_filter (self);
  g_autoptr (ReaTally) own =
      rea_session_tally (self->session, self->shift->campaign->id, filter, NULL, error);
  ReaCounts counts;
  gboolean  did = FALSE;

  if (own == NULL)
    return FALSE;

  counts = rea_tally_sum (own);

  if (counts.n[REA_STATUS_NEEDS_REPLY] > 0 && !reply (self, &did, error))
    return FALSE;

  if (!did && counts.n[REA_STATUS_NOT_STARTED] > 0 && !start_one (self, &did, error))
    return FALSE;

  return did || ask_for_more (self, error);
}

static gboolean
come (ReaSimulationSender *self, gint64 second, GError **error)
{
  GRand *rand = self->shift->rand;

  if (self->session == NULL)
    self->session = rea_session_open_as (self->shift->session, self->email, error);
  if (self->session == NULL)
    return FALSE;

  self->here = TRUE;
  self->heard_at = REA_TIME_NONE;
  self->acts_at = second + g_rand_int_range (rand, 0, self->pause);
  self->turns_at =
      self->is_fickle ? second + g_rand_int_range (rand, 6 * MINUTE, 45 * MINUTE) : G_MAXINT64;

  return TRUE;
}

/**
 * rea_simulation_sender_leave:
 * @self: a sender
 * @error: what went wrong
 *
 * Closes the Messenger, if it is open.
 *
 * Returns: whether that could be recorded
 */
gboolean
rea_simulation_sender_leave (ReaSimulationSender *self, GError **error)
{
  if (!self->here)
    return TRUE;

  self->here = FALSE;

  return rea_session_heartbeat (self->session, TRUE, error);
}

/**
 * rea_simulation_sender_play:
 * @self: a sender
 * @second: which second of the shift it is
 * @error: what ends the shift
 *
 * Lets the sender do what is due: come, be heard, write, go. The heart beats by
 * the clock of the machine, however fast the shift is played: presence goes by it.
 *
 * Returns: whether the shift goes on
 */
gboolean
rea_simulation_sender_play (ReaSimulationSender *self, gint64 second, GError **error)
{
  GRand *rand = self->shift->rand;
  gint64 now = rea_session_now (self->shift->session);
  g_autoptr (GError) local = NULL;

  if (second >= self->turns_at)
    {
      if (!self->here)
        come (self, second, &local);
      else
        {
          rea_simulation_sender_leave (self, &local);
          self->turns_at = second + g_rand_int_range (rand, 8 * MINUTE, 50 * MINUTE);
        }
    }

  if (local == NULL && self->here && now >= self->heard_at + REA_HEARTBEAT_SECONDS)
    {
      self->heard_at = now;
      rea_session_heartbeat (self->session, FALSE, &local);
    }

  if (local == NULL && self->here && second >= self->acts_at)
    {
      self->acts_at = second + MAX (1, g_rand_int_range (rand, self->pause / 2, self->pause * 2));
      act (self, &local);
    }

  if (rea_simulation_forgives (&local))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}
