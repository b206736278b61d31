/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What random campaigns hold, tests/test-moves-model.c proves. */
#include "rea-fixture.h"

#define MINUTES(n) ((n) *60)

static ReaSweep *
sweep (ReaFixture *self, const ReaSweepOptions *options)
{
  g_autoptr (GError) error = NULL;
  ReaSweep *found = rea_session_get_sweep (self->session, self->campaign, options, &error);

  g_assert_no_error (error);

  return found;
}

static void
assert_line (ReaFixture *self, ReaSweepKind kind, gint64 n)
{
  g_autoptr (ReaSweep) found = sweep (self, NULL);
  const ReaSweepLine *line = rea_sweep_find (found, kind);

  g_test_message ("%s", rea_sweep_kind_to_string (kind));
  g_assert_cmpint (line != NULL ? line->count : 0, ==, n);
}

static ReaResult *
run_request (ReaFixture *self, const ReaRequest *request, gboolean preview)
{
  g_autoptr (GError) error = NULL;
  ReaResult *result =
      preview
          ? rea_session_preview (self->session, self->campaign, request, NULL, &error)
          : rea_session_reassign (self->session, self->campaign, request, NULL, -1, NULL, &error);

  g_assert_no_error (error);

  return result;
}

static void
test_nothing (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaSweep) found = sweep (self, NULL);

  g_assert_cmpuint (found->lines->len, ==, 0);
  g_assert_cmpint (found->as_of, ==, REA_FIXTURE_NOW);
  g_assert_cmpint (found->next_at, ==, REA_TIME_NONE);
  g_assert_cmpint (found->n_online, ==, 0);
}

/* Long is so many minutes and more, and the one who has it not there. */
static void
test_waiting (ReaFixture *self, gconstpointer data)
{
  gint64 away = rea_fixture_add_sender (self, "away@x");
  gint64 here = rea_fixture_add_sender (self, "here@x");
  g_autoptr (ReaSweep) found = NULL;
  g_autoptr (ReaResult) shown = NULL;
  g_autoptr (ReaResult) moved = NULL;
  const ReaSweepLine *line;

  rea_fixture_see (self, away, FALSE, REA_FIXTURE_NOW - 1);
  rea_fixture_see (self, here, TRUE, REA_FIXTURE_NOW);
  rea_fixture_add_waiting (self, REA_FIXTURE_NOW - MINUTES (30) + 1, away);
  rea_fixture_add_waiting (self, REA_FIXTURE_NOW - MINUTES (30), away);
  rea_fixture_add_waiting (self, REA_FIXTURE_NOW - MINUTES (50), away);
  rea_fixture_add_waiting (self, REA_FIXTURE_NOW - MINUTES (90), here);

  found = sweep (self, NULL);
  g_assert_cmpuint (found->lines->len, ==, 1);
  g_assert_cmpint (found->n_online, ==, 1);
  line = found->lines->pdata[0];
  g_assert_cmpint (line->kind, ==, REA_SWEEP_WAITING_OFFLINE);
  g_assert_cmpint (line->count, ==, 2);
  g_assert_cmpint (line->waiting_since, ==, REA_FIXTURE_NOW - MINUTES (50));
  g_assert_cmpuint (line->senders->len, ==, 1);

  shown = run_request (self, line->request, TRUE);
  g_assert_cmpint (shown->plan->moved, ==, line->count);
  moved = run_request (self, line->request, FALSE);
  g_assert_cmpint (moved->plan->moved, ==, line->count);
  assert_line (self, REA_SWEEP_WAITING_OFFLINE, 0);
}

/* What was just moved stays out for ten minutes, an undo too. */
static void
test_moved (ReaFixture *self, gconstpointer data)
{
  gint64                away = rea_fixture_add_sender (self, "away@x");
  gint64                here = rea_fixture_add_sender (self, "here@x");
  const ReaSweepOptions at_once = { 30, 30, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) moved = NULL;
  g_autoptr (ReaResult) undone = NULL;

  rea_fixture_see (self, away, FALSE, REA_FIXTURE_NOW - MINUTES (40));
  rea_fixture_see (self, here, TRUE, REA_FIXTURE_NOW);
  rea_fixture_add_waiting (self, REA_FIXTURE_NOW - MINUTES (50), away);
  rea_fixture_add (self, 3, REA_STATUS_NOT_STARTED, away);
  {
    g_autoptr (ReaSweep) found = sweep (self, NULL);

    moved =
        run_request (self, rea_sweep_find (found, REA_SWEEP_NOT_STARTED_UNSEEN)->request, FALSE);
  }
  g_assert_cmpint (moved->plan->moved, ==, 3);
  undone = rea_fixture_undo (self, moved->move, &error);
  g_assert_no_error (error);

  assert_line (self, REA_SWEEP_WAITING_OFFLINE, 1);
  assert_line (self, REA_SWEEP_NOT_STARTED_UNSEEN, 0);
  {
    g_autoptr (ReaSweep) found = sweep (self, &at_once);

    g_assert_cmpint (rea_sweep_find (found, REA_SWEEP_NOT_STARTED_UNSEEN)->count, ==, 3);
  }

  rea_fixture_set_now (REA_FIXTURE_NOW + MINUTES (10) - 1);
  assert_line (self, REA_SWEEP_NOT_STARTED_UNSEEN, 0);
  rea_fixture_set_now (REA_FIXTURE_NOW + MINUTES (10));
  assert_line (self, REA_SWEEP_NOT_STARTED_UNSEEN, 3);
}

/* Never seen is unseen for longest; who left a moment ago is not yet. */
static void
test_unseen (ReaFixture *self, gconstpointer data)
{
  gint64 left = rea_fixture_add_sender (self, "left@x");
  gint64 gone = rea_fixture_add_sender (self, "gone@x");
  gint64 never = rea_fixture_add_sender (self, "never@x");
  g_autoptr (ReaSweep) found = NULL;
  const ReaSweepLine *line;

  rea_fixture_see (self, left, FALSE, REA_FIXTURE_NOW - MINUTES (30) + 1);
  rea_fixture_see (self, gone, FALSE, REA_FIXTURE_NOW - MINUTES (30));
  rea_fixture_add (self, 1, REA_STATUS_NOT_STARTED, left);
  rea_fixture_add (self, 2, REA_STATUS_NOT_STARTED, gone);
  rea_fixture_add (self, 4, REA_STATUS_NOT_STARTED, never);
  rea_fixture_add (self, 8, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);

  found = sweep (self, NULL);
  line = rea_sweep_find (found, REA_SWEEP_NOT_STARTED_UNSEEN);
  g_assert_cmpint (line->count, ==, 6);
  g_assert_cmpuint (line->senders->len, ==, 2);
  g_assert_cmpstr (((ReaUser *) line->senders->pdata[0])->email, ==, "never@x");
}

static gboolean
end_window (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  campaign->window_end = REA_FIXTURE_NOW;

  return TRUE;
}

static gboolean
close_campaign (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  campaign->state = REA_STATE_CLOSED;

  return TRUE;
}

static gboolean
ask_something (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  const char *const answers[] = { "Yes", "No", NULL };

  g_ptr_array_add (campaign->questions, rea_question_new ("support", "Support?", answers));

  return TRUE;
}

static void
test_window (ReaFixture *self, gconstpointer data)
{
  rea_fixture_add (self, 3, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);
  rea_fixture_add (self, 1, REA_STATUS_MESSAGED, REA_HOLDER_UNASSIGNED);
  rea_fixture_change_campaign (self, end_window);

  rea_fixture_set_now (REA_FIXTURE_NOW - 1);
  assert_line (self, REA_SWEEP_WINDOW_PASSED, 0);
  rea_fixture_set_now (REA_FIXTURE_NOW);
  assert_line (self, REA_SWEEP_WINDOW_PASSED, 3);
  {
    g_autoptr (ReaSweep) found = sweep (self, NULL);

    g_assert_true (found->window_passed);
    g_assert_cmpint (rea_sweep_find (found, REA_SWEEP_WINDOW_PASSED)->window_end, ==,
                     REA_FIXTURE_NOW);
  }

  rea_fixture_change_campaign (self, close_campaign);
  assert_line (self, REA_SWEEP_WINDOW_PASSED, 0);
}

/* A message that seems to ask to opt out, and an unfilled survey, until somebody looks. */
static void
test_reviews (ReaFixture *self, gconstpointer data)
{
  gint64 asks = rea_fixture_add (self, 2, REA_STATUS_MESSAGED, REA_HOLDER_UNASSIGNED);
  g_autoptr (GError) error = NULL;

  rea_fixture_change_campaign (self, ask_something);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (ReaConversation) written =
          rea_session_receive (self->session, self->campaign, asks + i,
                               i == 0 ? "please stop texting me" : "hello", 0, NULL, &error);

      g_assert_no_error (error);
    }
  assert_line (self, REA_SWEEP_OPT_OUTS, 1);
  assert_line (self, REA_SWEEP_SURVEYS, 2);
  assert_line (self, REA_SWEEP_UNASSIGNED_REPLIES, 2);

  {
    g_autoptr (ReaConversation) out =
        rea_session_opt_out (self->session, self->campaign, asks, &error);
    g_autoptr (ReaConversation) filled =
        rea_session_answer (self->session, self->campaign, asks + 1, "support", "Yes", &error);

    g_assert_no_error (error);
  }
  assert_line (self, REA_SWEEP_OPT_OUTS, 0);
  assert_line (self, REA_SWEEP_SURVEYS, 1);
  assert_line (self, REA_SWEEP_UNASSIGNED_REPLIES, 1);
}

/* Where nothing holds it up: what will, and when. */
static void
test_next (ReaFixture *self, gconstpointer data)
{
  gint64 here = rea_fixture_add_sender (self, "here@x");

  rea_fixture_see (self, here, TRUE, REA_FIXTURE_NOW);
  rea_fixture_add_waiting (self, REA_FIXTURE_NOW - MINUTES (30), here);
  {
    g_autoptr (ReaSweep) found = sweep (self, NULL);

    g_assert_cmpuint (found->lines->len, ==, 0);
    g_assert_cmpint (found->next_at, ==, REA_TIME_NONE);
  }

  rea_fixture_add_waiting (self, REA_FIXTURE_NOW - MINUTES (20), here);
  rea_fixture_add_waiting (self, REA_FIXTURE_NOW - MINUTES (24), here);
  {
    g_autoptr (ReaSweep) found = sweep (self, NULL);

    g_assert_cmpint (found->next_at, ==, REA_FIXTURE_NOW + MINUTES (6));
    g_assert_cmpstr (found->next_holder->email, ==, "here@x");
    g_assert_true (found->next_online);
  }
}

static void
test_wrong (ReaFixture *self, gconstpointer data)
{
  const ReaSweepOptions wrong = { -1, 0, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_null (rea_session_get_sweep (self->session, self->campaign, &wrong, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (rea_session_get_sweep (self->session, 999, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  rea_fixture_add_test ("/session-sweep/nothing", test_nothing);
  rea_fixture_add_test ("/session-sweep/waiting", test_waiting);
  rea_fixture_add_test ("/session-sweep/moved", test_moved);
  rea_fixture_add_test ("/session-sweep/unseen", test_unseen);
  rea_fixture_add_test ("/session-sweep/window", test_window);
  rea_fixture_add_test ("/session-sweep/reviews", test_reviews);
  rea_fixture_add_test ("/session-sweep/next", test_next);
  rea_fixture_add_test ("/session-sweep/wrong", test_wrong);

  return g_test_run ();
}
