/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-demo.h"

#include "rea-session-private.h"
#include "rea-simulation-sender.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A shift, second by second. Each thing that somebody does is one call of a
 * session and one short transaction, so others work on the database meanwhile.
 */

#define MINUTE 60

/* How many senders work at a time: each has the database open. */
#define MAX_SENDERS 60

/* About every so many seconds a contact answers who was written to before. */
#define STRAY_ANSWER_EVERY 20
#define STRAY_ANSWERS      100

typedef struct
{
  gint64      due; /* second of the shift */
  gint64      conversation;
  ReaDemoMood mood;
} Answer;

typedef struct
{
  ReaSimulationShift shift;
  ReaSimulation      played;
  GPtrArray         *senders;
  GQueue             answers; /* of Answer, soonest first */
  GQueue             strays;  /* of gint64, conversations of contacts who may answer */
  gint64             second;
} Simulation;

static void
simulation_clear (Simulation *self)
{
  g_clear_pointer (&self->senders, g_ptr_array_unref);
  g_clear_pointer (&self->shift.moods, g_hash_table_unref);
  g_clear_pointer (&self->shift.rand, g_rand_free);
  g_queue_clear_full (&self->answers, g_free);
  g_queue_clear_full (&self->strays, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Simulation, simulation_clear)

static int
compare_answers (gconstpointer a, gconstpointer b, gpointer user_data)
{
  gint64 due_a = ((const Answer *) a)->due;
  gint64 due_b = ((const Answer *) b)->due;

  return due_a < due_b ? -1 : due_a > due_b;
}

/* Most answer within minutes, a few take long. */
static void
expect_answer (Simulation *self, gint64 conversation, ReaDemoMood mood, int usual)
{
  Answer *answer = g_new (Answer, 1);

  answer->due = self->second + 15 - (gint64) (log1p (-g_rand_double (self->shift.rand)) * usual);
  answer->conversation = conversation;
  answer->mood = mood;
  g_queue_insert_sorted (&self->answers, answer, compare_answers, NULL);
}

static void
sent_cb (gint64 conversation, gboolean is_initial, gpointer user_data)
{
  Simulation *self = user_data;
  GRand      *rand = self->shift.rand;
  int         roll = g_rand_int_range (rand, 0, 100);

  self->played.sent++;

  if (is_initial && roll < 42)
    expect_answer (self, conversation, rea_demo_pick_mood (rand), 4 * MINUTE);
  else if (!is_initial && roll < 40)
    expect_answer (self, conversation, roll < 24 ? REA_DEMO_THANKS : REA_DEMO_QUESTION, 2 * MINUTE);
}

static gboolean
receive (Simulation *self, gint64 conversation, ReaDemoMood mood, GError **error)
{
  ReaSimulationShift *shift = &self->shift;
  g_autoptr (ReaConversation) after =
      rea_session_receive (shift->session, shift->campaign->id, conversation,
                           rea_demo_pick_text (shift->rand, mood), rea_session_now (shift->session),
                           NULL, error);

  if (after == NULL)
    return FALSE;

  self->played.received++;
  g_hash_table_insert (shift->moods, g_memdup2 (&conversation, sizeof conversation),
                       GINT_TO_POINTER (mood));

  /* A few cannot leave it at that. */
  if ((after->flags & REA_FLAG_OPTED_OUT) && g_rand_int_range (shift->rand, 0, 12) == 0)
    expect_answer (self, conversation, REA_DEMO_QUESTION, 3 * MINUTE);

  return TRUE;
}

static gboolean
list_strays (Simulation *self, GError **error)
{
  ReaSimulationShift *shift = &self->shift;
  g_autoptr (ReaOverview) overview =
      rea_session_get_overview (shift->session, shift->campaign->id, error);
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (ReaPage) page = NULL;
  gint64 n, skip;

  if (overview == NULL)
    return FALSE;

  n = overview->counts.n[REA_STATUS_MESSAGED];
  skip = (gint64) (g_rand_double (shift->rand) * (double) MAX (n - STRAY_ANSWERS, 0));
  filter->status = REA_STATUS_MESSAGED;
  page = rea_session_list_conversations (shift->session, shift->campaign->id, filter, REA_SORT_ID,
                                         NULL, (guint64) skip, STRAY_ANSWERS, NULL, error);
  if (page == NULL)
    return FALSE;

  for (guint i = 0; i < page->conversations->len; i++)
    {
      const ReaConversation *conversation = g_ptr_array_index (page->conversations, i);

      /* Not all of them ever answer. */
      if (g_rand_int_range (shift->rand, 0, 5) == 0)
        g_queue_push_tail (&self->strays, g_memdup2 (&conversation->id, sizeof conversation->id));
    }

  return TRUE;
}

static gboolean
play_contacts (Simulation *self, GError **error)
{
  Answer            *next;
  g_autofree gint64 *stray = NULL;

  while ((next = g_queue_peek_head (&self->answers)) != NULL && next->due <= self->second)
    {
      g_autofree Answer *answer = g_queue_pop_head (&self->answers);

      if (!receive (self, answer->conversation, answer->mood, error))
        return FALSE;
    }

  if (g_rand_int_range (self->shift.rand, 0, STRAY_ANSWER_EVERY) != 0)
    return TRUE;

  if (g_queue_is_empty (&self->strays) && !list_strays (self, error))
    return FALSE;

  stray = g_queue_pop_head (&self->strays);

  return stray == NULL || receive (self, *stray, rea_demo_pick_mood (self->shift.rand), error);
}

static gboolean
play_second (Simulation *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  for (guint i = 0; i < self->senders->len; i++)
    if (!rea_simulation_sender_play (g_ptr_array_index (self->senders, i), self->second, error))
      return FALSE;

  play_contacts (self, &local);
  if (rea_simulation_forgives (&local))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static void
add_senders (Simulation *self, GPtrArray *all, gboolean present)
{
  for (guint i = 0; i < all->len && self->senders->len < MAX_SENDERS; i++)
    {
      const ReaSender *sender = g_ptr_array_index (all, i);

      if (sender->user->present == present)
        g_ptr_array_add (self->senders, rea_simulation_sender_new (sender->user, &self->shift));
    }
}

/* Who is here goes first where there are too many. */
static gboolean
gather (Simulation *self, GError **error)
{
  g_autoptr (GPtrArray) all =
      rea_session_list_senders (self->shift.session, self->shift.campaign->id, error);
  guint n_here = 0;

  if (all == NULL)
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      const ReaSender *sender = g_ptr_array_index (all, i);

      n_here += sender->user->present;
      self->shift.anyone_was_here |= sender->user->last_seen != REA_TIME_NONE;
    }

  self->shift.some_are_here = n_here * 8 >= all->len;
  add_senders (self, all, TRUE);
  add_senders (self, all, FALSE);

  return TRUE;
}

/* Everybody goes home, whatever came in between: nobody stays online who is not. */
static void
end_shift (Simulation *self)
{
  for (guint i = 0; i < self->senders->len; i++)
    {
      g_autoptr (GError) ignored = NULL;

      rea_simulation_sender_leave (g_ptr_array_index (self->senders, i), &ignored);
    }
}

/* Waits until the moment comes, or until nobody wants to go on. */
static gboolean
wait_until (gint64 moment, GCancellable *cancellable)
{
  gint64 left;

  while (!g_cancellable_is_cancelled (cancellable) && (left = moment - g_get_monotonic_time ()) > 0)
    g_usleep ((gulong) MIN (left, 50 * 1000));

  return !g_cancellable_is_cancelled (cancellable);
}

static ReaCampaign *
enter (ReaSession *session, gint64 campaign, GError **error)
{
  g_autoptr (ReaCampaign) entered = NULL;

  if (!rea_session_begin (session, REA_STORE_READ, NULL, error))
    return NULL;

  entered = rea_session_enter (session, campaign, REA_VERB_MANAGE_CAMPAIGN, error);
  if (entered != NULL && !rea_state_check (entered->state, REA_VERB_SEND, error))
    g_clear_pointer (&entered, rea_campaign_free);

  if (!rea_session_end (session, entered != NULL, error))
    return NULL;

  return g_steal_pointer (&entered);
}

/**
 * rea_session_simulate:
 * @self: a session of an owner or admin
 * @campaign: the number of an active campaign
 * @minutes: how long the shift is
 * @speed: how many times faster than life it is played
 * @seed: where chance begins
 * @progress: (nullable) (scope call): told the minutes played, each minute
 * @user_data: for @progress
 * @cancellable: (nullable): ends the shift early; what was done is done
 * @simulation: (out) (nullable): what was played
 * @error: %REA_ERROR_INVALID, %REA_ERROR_NOT_PERMITTED, %REA_ERROR_WRONG_STATE,
 *   or what ended the shift
 *
 * Plays a shift by the ordinary rules: senders come, write, go; contacts answer,
 * some opt out. None of it leaves by a gateway.
 *
 * Returns: whether the shift came to its end, or was ended by @cancellable
 */
gboolean
rea_session_simulate (ReaSession     *self,
                      gint64          campaign,
                      gint64          minutes,
                      double          speed,
                      guint32         seed,
                      ReaProgressFunc progress,
                      gpointer        user_data,
                      GCancellable   *cancellable,
                      ReaSimulation  *simulation,
                      GError        **error)
{
  g_autoptr (ReaCampaign) entered = NULL;
  g_auto (Simulation) shift = { 0 };
  gint64   began = g_get_monotonic_time ();
  gboolean was_simulated;
  gboolean ok;

  g_return_val_if_fail (REA_IS_SESSION (self), FALSE);

  entered = enter (self, campaign, error);
  if (entered == NULL)
    return FALSE;

  if (minutes < 1 || !(speed > 0))
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID,
                           _ ("A shift takes at least a minute and goes forward."));
      return FALSE;
    }

  /* A campaign that is no demo may have contacts who are people. */
  was_simulated = rea_session_get_simulated (self);
  rea_session_set_simulated (self, TRUE);

  shift.shift.session = self;
  shift.shift.campaign = entered;
  shift.shift.moods = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  shift.shift.rand = g_rand_new_with_seed (seed);
  shift.shift.sent = sent_cb;
  shift.shift.user_data = &shift;
  shift.senders = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_simulation_sender_free);

  ok = gather (&shift, error);

  while (ok && shift.second < minutes * MINUTE)
    {
      gint64 moment = began + (gint64) ((double) shift.second / speed * G_USEC_PER_SEC);

      if (!wait_until (moment, cancellable))
        break;

      ok = play_second (&shift, error);
      shift.second++;

      if (progress != NULL && shift.second % MINUTE == 0)
        progress (shift.second / MINUTE, minutes, user_data);
    }

  end_shift (&shift);
  rea_session_set_simulated (self, was_simulated);
  shift.played.minutes = shift.second / MINUTE;
  if (simulation != NULL)
    *simulation = shift.played;

  return ok;
}
