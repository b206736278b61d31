/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-demo.h"

#include "scratch.h"

#define AS_FAST_AS_IT_GOES 1e9

typedef struct
{
  Scratch      scratch;
  ReaSession  *session;
  ReaCampaign *campaign;
} Fixture;

/* Goes on whatever happens, and the same way each time. */
static gint64 n_asked;

static gint64
ticking_clock (void)
{
  return SCRATCH_NOW + n_asked++ / 40;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  n_asked = 0;
  scratch_set_up (&fixture->scratch);
  fixture->session = scratch_create (&fixture->scratch);
  rea_session_set_clock (fixture->session, ticking_clock);
  fixture->campaign =
      rea_session_add_demo (fixture->session, 1500, 12, 1, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  rea_campaign_free (fixture->campaign);
  g_object_unref (fixture->session);
  scratch_tear_down (&fixture->scratch);
}

static ReaSimulation
simulate (Fixture *fixture, gint64 minutes, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  ReaSimulation simulation = { 0 };

  rea_session_simulate (fixture->session, fixture->campaign->id, minutes, AS_FAST_AS_IT_GOES, seed,
                        NULL, NULL, NULL, &simulation, &error);
  g_assert_no_error (error);

  return simulation;
}

typedef struct
{
  gint64 sent;
  gint64 received;
  gint64 sent_after_stop;
  gint64 opted_out;
} Count;

static void
count_messages (ReaSession *session, const ReaConversation *c, Count *count)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) messages =
      rea_session_list_messages (session, c->campaign_id, c->id, &error);
  gboolean stopped = FALSE;

  g_assert_no_error (error);

  for (guint i = 0; i < messages->len; i++)
    {
      const ReaMessage *message = g_ptr_array_index (messages, i);

      if (message->out)
        {
          count->sent++;
          count->sent_after_stop += stopped;
        }
      else
        {
          count->received++;
          stopped |= g_ascii_strcasecmp (message->text, "stop") == 0;
        }
    }
}

/* All that was written, read conversation by conversation. */
static Count
count_all (Fixture *fixture)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autofree char *after = NULL;
  Count            count = { 0 };

  do
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ReaPage) page =
          rea_session_list_conversations (fixture->session, fixture->campaign->id, filter,
                                          REA_SORT_ID, after, 0, 1000, NULL, &error);

      g_assert_no_error (error);

      for (guint i = 0; i < page->conversations->len; i++)
        {
          const ReaConversation *c = g_ptr_array_index (page->conversations, i);

          count.opted_out += !!(c->flags & REA_FLAG_OPTED_OUT);
          count_messages (fixture->session, c, &count);
        }

      g_free (after);
      after = g_strdup (page->next);
    }
  while (after != NULL);

  return count;
}

static void
test_shift (Fixture *fixture, gconstpointer data)
{
  Count         before = count_all (fixture);
  ReaSimulation simulation = simulate (fixture, 60, 3);
  Count         after = count_all (fixture);
  g_autoptr (ReaOverview) overview = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (simulation.minutes, ==, 60);
  g_assert_cmpint (simulation.sent, >, 200);
  g_assert_cmpint (simulation.received, >, 60);

  /* What is told is what was written, by the rules. */
  g_assert_cmpint (after.sent - before.sent, ==, simulation.sent);
  g_assert_cmpint (after.received - before.received, ==, simulation.received);
  g_assert_cmpint (after.sent_after_stop, ==, 0);
  g_assert_cmpint (after.opted_out, >, before.opted_out);
  scratch_assert_sound (fixture->session);

  /* And everybody has gone home. */
  overview = rea_session_get_overview (fixture->session, fixture->campaign->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (overview->n_online, ==, 0);
}

static void
test_same_seed (void)
{
  ReaSimulation played[3];

  for (int i = 0; i < 3; i++)
    {
      Fixture fixture;

      set_up (&fixture, NULL);
      played[i] = simulate (&fixture, 15, i < 2 ? 8 : 9);
      tear_down (&fixture, NULL);
    }

  g_assert_cmpint (played[0].sent, ==, played[1].sent);
  g_assert_cmpint (played[0].received, ==, played[1].received);
  g_assert_true (played[0].sent != played[2].sent || played[0].received != played[2].received);
}

typedef struct
{
  Fixture      *fixture;
  GCancellable *cancellable;
  gint64        online;
  guint         moves;
} Visit;

/* Somebody else works on the same file in the middle of the shift. */
static void
visit (gint64 done, gint64 total, gpointer user_data)
{
  Visit *self = user_data;
  g_autoptr (ReaSession) other = scratch_open (&self->fixture->scratch, SCRATCH_OWNER);
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaOverview) overview = NULL;
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (GError) error = NULL;

  rea_session_set_clock (other, ticking_clock);
  overview = rea_session_get_overview (other, self->fixture->campaign->id, &error);
  g_assert_no_error (error);
  self->online = MAX (self->online, overview->n_online);

  request->filter->status = REA_STATUS_NEEDS_REPLY;
  request->to = REA_TO_ONLINE;
  result =
      rea_session_reassign (other, self->fixture->campaign->id, request, NULL, -1, NULL, &error);
  g_assert_no_error (error);
  self->moves += result->move != 0;

  if (self->cancellable != NULL && done >= 3)
    g_cancellable_cancel (self->cancellable);
}

static void
test_among_others (Fixture *fixture, gconstpointer data)
{
  Visit visits = { fixture, NULL, 0, 0 };
  g_autoptr (GError) error = NULL;

  rea_session_simulate (fixture->session, fixture->campaign->id, 10, AS_FAST_AS_IT_GOES, 1, visit,
                        &visits, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (visits.online, >, 3);
  g_assert_cmpuint (visits.moves, >, 2);
  scratch_assert_sound (fixture->session);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Visit         visits = { fixture, cancellable, 0, 0 };
  ReaSimulation simulation;
  g_autoptr (ReaOverview) overview = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (rea_session_simulate (fixture->session, fixture->campaign->id, 60,
                                       AS_FAST_AS_IT_GOES, 1, visit, &visits, cancellable,
                                       &simulation, &error));
  g_assert_no_error (error);
  g_assert_cmpint (simulation.minutes, ==, 3);

  overview = rea_session_get_overview (fixture->session, fixture->campaign->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (overview->n_online, ==, 0);
}

/* When all have gone home, the next shift begins with people coming. */
static void
test_next_shift (Fixture *fixture, gconstpointer data)
{
  ReaSimulation first = simulate (fixture, 10, 1);
  ReaSimulation second = simulate (fixture, 10, 2);

  g_assert_cmpint (second.sent, >, first.sent / 4);
}

/* At its own speed a shift takes its time. */
static void
test_speed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 began = g_get_monotonic_time ();

  rea_session_simulate (fixture->session, fixture->campaign->id, 1, 100, 1, NULL, NULL, NULL, NULL,
                        &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_get_monotonic_time () - began, >=, 580 * 1000);
}

/* Nobody was ever here, all is unassigned: people come and take their share. */
static void
test_fresh_campaign (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ReaCampaign) values = rea_campaign_new ("Fresh");
  g_autoptr (ReaCampaign) fresh = NULL;
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaResult) unassigned = NULL;
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GPtrArray) moves = NULL;
  g_autoptr (GError) error = NULL;
  const char *const emails[] = { "x@example.org", "y@example.org", "z@example.org", NULL };
  ReaSimulation     simulation;

  values->state = REA_STATE_ACTIVE;
  values->has_hours = FALSE;
  fresh = rea_session_create_campaign (fixture->session, values, &error);
  g_assert_no_error (error);
  added = rea_session_add_senders (fixture->session, fresh->id, emails, &error);
  g_assert_no_error (error);

  /* Nothing to do is no reason to end. */
  rea_session_simulate (fixture->session, fresh->id, 20, AS_FAST_AS_IT_GOES, 1, NULL, NULL, NULL,
                        &simulation, &error);
  g_assert_no_error (error);
  g_assert_cmpint (simulation.sent, ==, 0);

  /* In the demo all that is unassigned is asked for, piece by piece. */
  request->to = REA_TO_UNASSIGNED;
  unassigned = rea_session_reassign (fixture->session, fixture->campaign->id, request, NULL, -1,
                                     NULL, &error);
  g_assert_no_error (error);
  simulation = simulate (fixture, 10, 1);
  g_assert_cmpint (simulation.sent, >, 10);
  moves = rea_session_list_moves (fixture->session, fixture->campaign->id, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (((ReaMove *) g_ptr_array_index (moves, 0))->kind, ==, REA_MOVE_SELF_ASSIGN);
}

static void
assert_refused (ReaSession *session, gint64 campaign, gint64 minutes, double speed, ReaError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
      rea_session_simulate (session, campaign, minutes, speed, 1, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, REA_ERROR, (int) code);
}

static gboolean
pause_campaign (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  campaign->state = REA_STATE_PAUSED;

  return TRUE;
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ReaSession) sender =
      scratch_open (&fixture->scratch, "maria.alvarez@volunteers.example.org");
  g_autoptr (ReaCampaign) paused = NULL;
  g_autoptr (GError) error = NULL;
  gint64 campaign = fixture->campaign->id;

  assert_refused (sender, campaign, 1, 1, REA_ERROR_NOT_PERMITTED);
  assert_refused (fixture->session, 4711, 1, 1, REA_ERROR_NOT_FOUND);
  assert_refused (fixture->session, campaign, 0, 1, REA_ERROR_INVALID);
  assert_refused (fixture->session, campaign, 1, 0, REA_ERROR_INVALID);
  assert_refused (fixture->session, campaign, 1, -2, REA_ERROR_INVALID);

  paused = rea_session_set_campaign (fixture->session, campaign, pause_campaign, NULL, &error);
  g_assert_no_error (error);
  assert_refused (fixture->session, campaign, 1, 1, REA_ERROR_WRONG_STATE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/simulation/shift", Fixture, NULL, set_up, test_shift, tear_down);
  g_test_add_func ("/simulation/same-seed", test_same_seed);
  g_test_add ("/simulation/among-others", Fixture, NULL, set_up, test_among_others, tear_down);
  g_test_add ("/simulation/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/simulation/next-shift", Fixture, NULL, set_up, test_next_shift, tear_down);
  g_test_add ("/simulation/speed", Fixture, NULL, set_up, test_speed, tear_down);
  g_test_add ("/simulation/fresh-campaign", Fixture, NULL, set_up, test_fresh_campaign, tear_down);
  g_test_add ("/simulation/refused", Fixture, NULL, set_up, test_refused, tear_down);

  return g_test_run ();
}
