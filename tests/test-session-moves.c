/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-fixture.h"

static ReaRequest *
make_request (const char *email)
{
  const char *const emails[] = { email, NULL };
  ReaRequest       *request = rea_request_new ();

  if (email != NULL)
    rea_request_set_to_senders (request, emails);

  return request;
}

static ReaResult *
preview (ReaFixture *self, const ReaRequest *request)
{
  g_autoptr (GError) error = NULL;
  ReaResult *result = rea_session_preview (self->session, self->campaign, request, NULL, &error);

  g_assert_no_error (error);

  return result;
}

static ReaResult *
reassign (ReaFixture       *self,
          const ReaRequest *request,
          const ReaPlan    *shown,
          gint64            expected,
          GError          **error)
{
  return rea_session_reassign (self->session, self->campaign, request, shown, expected, NULL,
                               error);
}

static void
assert_moves_nothing (ReaFixture       *self,
                      const ReaRequest *request,
                      const ReaPlan    *shown,
                      gint64            expected,
                      ReaError          code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = rea_fixture_describe (self);
  g_autofree char *after = NULL;

  g_assert_null (reassign (self, request, shown, expected, &error));
  g_assert_error (error, REA_ERROR, (int) code);
  after = rea_fixture_describe (self);
  g_assert_cmpstr (before, ==, after);
}

static void
close_conversation (ReaFixture *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaConversation) closed =
      rea_session_close_conversation (self->session, self->campaign, id, &error);

  g_assert_no_error (error);
}

/* A preview says what would happen and does nothing. */
static void
test_preview (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) request = make_request ("a@x");
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (GPtrArray) moves = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64           a = rea_fixture_add_sender (self, "a@x");

  rea_fixture_add (self, 6, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);
  before = rea_fixture_describe (self);
  result = preview (self, request);
  after = rea_fixture_describe (self);
  moves = rea_session_list_moves (self->session, self->campaign, 10, &error);

  g_assert_true (result->is_preview);
  g_assert_cmpint (result->move, ==, 0);
  g_assert_cmpint (result->plan->moved, ==, 6);
  g_assert_cmpint (rea_plan_find (result->plan, a)->received.n[REA_STATUS_NOT_STARTED], ==, 6);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (moves->len, ==, 0);
}

/* --expect: refused if it would move another number, however little. */
static void
test_expected (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) request = make_request ("a@x");
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (ReaResult) again = NULL;
  g_autoptr (GError) error = NULL;

  rea_fixture_add_sender (self, "a@x");
  rea_fixture_add (self, 1000, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);

  assert_moves_nothing (self, request, NULL, 999, REA_ERROR_CHANGED);
  assert_moves_nothing (self, request, NULL, 1001, REA_ERROR_CHANGED);
  assert_moves_nothing (self, request, NULL, 0, REA_ERROR_CHANGED);
  result = reassign (self, request, NULL, 1000, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->plan->moved, ==, 1000);

  again = reassign (self, request, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (again->move, ==, 0);
}

/* A difference of up to one in a hundred of the number shown is moved; more is not. */
static void
test_shown (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) request = make_request ("a@x");
  g_autoptr (ReaResult) shown = NULL;
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first;

  rea_fixture_add_sender (self, "a@x");
  first = rea_fixture_add (self, 400, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);
  request->filter->status = REA_STATUS_NOT_STARTED;
  shown = preview (self, request);

  /* One fewer given and one fewer received are two; four of four hundred may be. */
  close_conversation (self, first);
  close_conversation (self, first + 1);
  close_conversation (self, first + 2);
  assert_moves_nothing (self, request, shown->plan, -1, REA_ERROR_CHANGED);

  {
    g_autoptr (ReaConversation) open =
        rea_session_reopen_conversation (self->session, self->campaign, first + 2, &error);

    g_assert_no_error (error);
  }
  result = reassign (self, request, shown->plan, -1, &error);
  g_assert_no_error (error);
  /* It never takes what no longer matches. */
  g_assert_cmpint (result->plan->moved, ==, 398);
  g_assert_cmpint (rea_fixture_get_holder (self, first), ==, REA_HOLDER_UNASSIGNED);
  rea_fixture_assert_sound (self);
}

/* As many as were shown, but from others: that is another move. */
static void
test_shown_from_others (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) request = make_request ("a@x");
  g_autoptr (ReaRequest) meanwhile = make_request ("b@x");
  g_autoptr (ReaResult) shown = NULL;
  g_autoptr (ReaResult) moved = NULL;
  g_autoptr (GError) error = NULL;

  rea_fixture_add_sender (self, "a@x");
  rea_fixture_add_sender (self, "b@x");
  rea_fixture_add (self, 50, REA_STATUS_CLOSED, REA_HOLDER_UNASSIGNED);
  shown = preview (self, request);
  moved = reassign (self, meanwhile, NULL, -1, &error);
  g_assert_no_error (error);

  assert_moves_nothing (self, request, shown->plan, -1, REA_ERROR_CHANGED);
  assert_moves_nothing (self, request, shown->plan, 50, REA_ERROR_CHANGED);
}

static gboolean
archive (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  campaign->state = REA_STATE_ARCHIVED;

  return TRUE;
}

static gboolean
pause_campaign (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  campaign->state = REA_STATE_PAUSED;

  return TRUE;
}

/* Refused is first who may not, then the state, then the rest. */
static void
test_refusals (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) request = make_request ("nobody@x");
  g_autoptr (ReaSession) sender = NULL;
  g_autoptr (GError) error = NULL;

  rea_fixture_add_sender (self, "a@x");
  sender = rea_fixture_open (self, "a@x");
  rea_fixture_add (self, 1, REA_STATUS_CLOSED, REA_HOLDER_UNASSIGNED);
  rea_fixture_change_campaign (self, archive);

  g_assert_null (rea_session_reassign (sender, self->campaign, request, NULL, -1, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
  g_clear_error (&error);
  assert_moves_nothing (self, request, NULL, -1, REA_ERROR_WRONG_STATE);

  rea_fixture_change_campaign (self, pause_campaign);
  assert_moves_nothing (self, request, NULL, -1, REA_ERROR_NOT_FOUND);

  g_assert_null (rea_session_preview (sender, self->campaign, request, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
}

/* Only senders of the campaign receive, and what they hold is not what others have. */
static void
test_to_a_stranger (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) request = make_request ("mo@x");

  rea_fixture_add_user (self, "mo@x", REA_ROLE_MODERATOR);
  rea_fixture_add_sender (self, "a@x");
  rea_fixture_add (self, 1, REA_STATUS_CLOSED, REA_HOLDER_UNASSIGNED);
  assert_moves_nothing (self, request, NULL, -1, REA_ERROR_NOT_FOUND);
}

/* So a sweep that a timer can run (command-line.md). */
static void
test_sweep (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 on = rea_fixture_add_sender (self, "on@x");
  gint64 busy = rea_fixture_add_sender (self, "busy@x");
  gint64 gone = rea_fixture_add_sender (self, "gone@x");
  gint64 just = rea_fixture_add_sender (self, "just@x");
  gint64 old[3], recent, theirs;

  rea_fixture_see (self, on, TRUE, REA_FIXTURE_NOW);
  rea_fixture_see (self, busy, TRUE, REA_FIXTURE_NOW - 45);
  rea_fixture_see (self, gone, FALSE, REA_FIXTURE_NOW - 600);
  rea_fixture_see (self, just, FALSE, REA_FIXTURE_NOW - 599);
  rea_fixture_add (self, 10, REA_STATUS_NOT_STARTED, busy);
  for (int i = 0; i < 3; i++)
    old[i] = rea_fixture_add_waiting (self, REA_FIXTURE_NOW - 1800 - i, gone);
  recent = rea_fixture_add_waiting (self, REA_FIXTURE_NOW - 1799, gone);
  theirs = rea_fixture_add_waiting (self, REA_FIXTURE_NOW - 9000, just);

  request->filter->holder = REA_HOLDER_OFFLINE;
  request->filter->offline_minutes = 10;
  request->filter->status = REA_STATUS_NEEDS_REPLY;
  request->filter->waiting_minutes = 30;
  request->to = REA_TO_ONLINE;
  request->divide = REA_DIVIDE_LEVEL;
  result = reassign (self, request, NULL, -1, &error);
  g_assert_no_error (error);

  g_assert_cmpint (result->plan->moved, ==, 3);
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (rea_fixture_get_holder (self, old[i]), ==, on);
  g_assert_cmpint (rea_fixture_get_holder (self, recent), ==, gone);
  g_assert_cmpint (rea_fixture_get_holder (self, theirs), ==, just);
  rea_fixture_assert_sound (self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  rea_fixture_add_test ("/session-moves/preview", test_preview);
  rea_fixture_add_test ("/session-moves/expected", test_expected);
  rea_fixture_add_test ("/session-moves/shown", test_shown);
  rea_fixture_add_test ("/session-moves/shown-from-others", test_shown_from_others);
  rea_fixture_add_test ("/session-moves/refusals", test_refusals);
  rea_fixture_add_test ("/session-moves/to-a-stranger", test_to_a_stranger);
  rea_fixture_add_test ("/session-moves/sweep", test_sweep);

  return g_test_run ();
}
