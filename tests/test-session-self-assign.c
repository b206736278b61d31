/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-fixture.h"

static void
close_conversation (ReaFixture *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaConversation) closed =
      rea_session_close_conversation (self->session, self->campaign, id, &error);

  g_assert_no_error (error);
}

static gboolean
pause_campaign (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  campaign->state = REA_STATE_PAUSED;

  return TRUE;
}

static gboolean
allow_self_assign (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  campaign->self_assign = TRUE;
  campaign->batch = 4;

  return TRUE;
}

static gboolean
end_window (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  campaign->window_end = REA_FIXTURE_NOW;

  return TRUE;
}

static gboolean
begin_window_later (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  campaign->window_start = REA_FIXTURE_NOW + 1;
  campaign->window_end = REA_TIME_NONE;

  return TRUE;
}

static gboolean
close_hours (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  campaign->window_start = campaign->window_end = REA_TIME_NONE;
  campaign->has_hours = TRUE;
  campaign->hours_start = 9 * 60;
  campaign->hours_end = 10 * 60; /* it is 22:13 */

  return TRUE;
}

static void
assert_no_self_assign (ReaFixture *self, ReaSession *session, ReaError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rea_session_self_assign (session, self->campaign, &error));
  g_assert_error (error, REA_ERROR, (int) code);
}

static gint64
self_assign (ReaFixture *self, ReaSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result = rea_session_self_assign (session, self->campaign, &error);

  g_assert_no_error (error);
  g_assert_true ((result->move != 0) == (result->plan->moved > 0));

  return result->plan->moved;
}

/* needs_reply first, the longest waiting first, then not_started, up to the batch. */
static void
test_self_assign (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (GPtrArray) moves = NULL;
  g_autoptr (GError) error = NULL;
  const ReaMove *move;
  gint64         a = rea_fixture_add_sender (self, "a@x");
  gint64         b = rea_fixture_add_sender (self, "b@x");
  gint64         fresh, later, sooner, theirs, replied;

  session = rea_fixture_open (self, "a@x");
  assert_no_self_assign (self, session, REA_ERROR_NOT_PERMITTED);
  rea_fixture_change_campaign (self, allow_self_assign);

  fresh = rea_fixture_add (self, 5, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);
  replied = rea_fixture_add (self, 1, REA_STATUS_REPLIED, REA_HOLDER_UNASSIGNED);
  later = rea_fixture_add_waiting (self, REA_FIXTURE_NOW - 60, REA_HOLDER_UNASSIGNED);
  sooner = rea_fixture_add_waiting (self, REA_FIXTURE_NOW - 120, REA_HOLDER_UNASSIGNED);
  theirs = rea_fixture_add_waiting (self, REA_FIXTURE_NOW - 600, b);

  g_assert_cmpint (self_assign (self, session), ==, 4);
  g_assert_cmpint (rea_fixture_get_holder (self, later), ==, a);
  g_assert_cmpint (rea_fixture_get_holder (self, sooner), ==, a);
  g_assert_cmpint (rea_fixture_get_holder (self, fresh), ==, a);
  g_assert_cmpint (rea_fixture_get_holder (self, fresh + 1), ==, a);
  g_assert_cmpint (rea_fixture_get_holder (self, fresh + 2), ==, REA_HOLDER_UNASSIGNED);
  g_assert_cmpint (rea_fixture_get_holder (self, replied), ==, REA_HOLDER_UNASSIGNED);
  g_assert_cmpint (rea_fixture_get_holder (self, theirs), ==, b);
  rea_fixture_assert_sound (self);

  /* It is a move like any other. */
  moves = rea_session_list_moves (self->session, self->campaign, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moves->len, ==, 1);
  move = g_ptr_array_index (moves, 0);
  g_assert_cmpint (move->kind, ==, REA_MOVE_SELF_ASSIGN);
  g_assert_cmpstr (move->by_email, ==, "a@x");
  g_assert_cmpint (move->request->filter->holder, ==, REA_HOLDER_NOBODY);
  g_assert_cmpint (move->request->number, ==, 4);
  g_assert_cmpint (move->moved, ==, 4);
}

/* Not before they have no Not Started left. */
static void
test_self_assign_again (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaSession) session = NULL;
  gint64 a = rea_fixture_add_sender (self, "a@x");
  gint64 fresh;

  rea_fixture_change_campaign (self, allow_self_assign);
  session = rea_fixture_open (self, "a@x");
  fresh = rea_fixture_add (self, 1, REA_STATUS_NOT_STARTED, a);
  rea_fixture_add (self, 9, REA_STATUS_NEEDS_REPLY, REA_HOLDER_UNASSIGNED);

  assert_no_self_assign (self, session, REA_ERROR_WRONG_STATE);
  close_conversation (self, fresh);

  /* Replies alone keep nobody from asking for more. */
  g_assert_cmpint (self_assign (self, session), ==, 4);
  g_assert_cmpint (self_assign (self, session), ==, 4);
  g_assert_cmpint (self_assign (self, session), ==, 1);
  g_assert_cmpint (self_assign (self, session), ==, 0);
  rea_fixture_assert_sound (self);
}

/* not_started only while initial messages may be sent, opening hours aside. */
static void
test_self_assign_window (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaSession) session = NULL;
  gint64 fresh;

  rea_fixture_add_sender (self, "a@x");
  rea_fixture_change_campaign (self, allow_self_assign);
  session = rea_fixture_open (self, "a@x");
  fresh = rea_fixture_add (self, 3, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);
  rea_fixture_add (self, 1, REA_STATUS_NEEDS_REPLY, REA_HOLDER_UNASSIGNED);

  rea_fixture_change_campaign (self, end_window);
  g_assert_cmpint (self_assign (self, session), ==, 1);
  rea_fixture_change_campaign (self, begin_window_later);
  g_assert_cmpint (self_assign (self, session), ==, 0);
  g_assert_cmpint (rea_fixture_get_holder (self, fresh), ==, REA_HOLDER_UNASSIGNED);

  rea_fixture_change_campaign (self, close_hours);
  g_assert_cmpint (self_assign (self, session), ==, 3);
  rea_fixture_change_campaign (self, pause_campaign);
  assert_no_self_assign (self, session, REA_ERROR_WRONG_STATE);
}

/* Only for those who are senders of the campaign, whatever their role. */
static void
test_self_assign_members (ReaFixture *self, gconstpointer data)
{
  rea_fixture_change_campaign (self, allow_self_assign);
  rea_fixture_add (self, 1, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);

  assert_no_self_assign (self, self->session, REA_ERROR_NOT_PERMITTED);
  rea_fixture_add_sender (self, REA_FIXTURE_OWNER);
  g_assert_cmpint (self_assign (self, self->session), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  rea_fixture_add_test ("/session-self-assign/order", test_self_assign);
  rea_fixture_add_test ("/session-self-assign/again", test_self_assign_again);
  rea_fixture_add_test ("/session-self-assign/window", test_self_assign_window);
  rea_fixture_add_test ("/session-self-assign/members", test_self_assign_members);

  return g_test_run ();
}
