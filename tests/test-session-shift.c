/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-fixture.h"

static ReaShift *
look (ReaFixture *self, ReaSession *session)
{
  g_autoptr (GError) error = NULL;
  ReaShift *shift = rea_session_get_shift (session, self->campaign, &error);

  g_assert_no_error (error);
  g_assert_cmpint (shift->may_self_assign, ==, shift->self_assign_refusal == NULL);
  g_assert_cmpint (shift->may_self_assign, ==, shift->offered > 0);

  return shift;
}

static void
assert_offered (ReaFixture *self, ReaSession *session, gint64 offered)
{
  g_autoptr (ReaShift) shift = look (self, session);

  g_assert_cmpstr (shift->self_assign_refusal, ==, NULL);
  g_assert_cmpint (shift->offered, ==, offered);
}

static void
assert_refused (ReaFixture *self, ReaSession *session, const char *sentence)
{
  g_autoptr (ReaShift) shift = look (self, session);

  g_assert_cmpstr (shift->self_assign_refusal, ==, sentence);
}

/* What is offered is what is given. */
static void
take (ReaFixture *self, ReaSession *session)
{
  g_autoptr (ReaShift) shift = look (self, session);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result = rea_session_self_assign (session, self->campaign, &error);

  g_assert_no_error (error);
  g_assert_cmpint (result->plan->moved, ==, shift->offered);
}

static gboolean
allow (ReaCampaign *campaign, gpointer user_data, GError **error)
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
  campaign->window_start = REA_FIXTURE_NOW + 600;
  campaign->window_end = REA_TIME_NONE;

  return TRUE;
}

static gboolean
pause_campaign (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  campaign->state = REA_STATE_PAUSED;

  return TRUE;
}

static void
test_self_assign (ReaFixture *self, gconstpointer data)
{
  gint64 a = rea_fixture_add_sender (self, "a@x");
  g_autoptr (ReaSession) session = rea_fixture_open (self, "a@x");
  g_autoptr (ReaShift) shift = NULL;
  gint64 own;

  rea_fixture_add (self, 2, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);
  rea_fixture_add_waiting (self, REA_FIXTURE_NOW - 60, REA_HOLDER_UNASSIGNED);
  assert_refused (self, session, "This campaign does not let senders ask for more.");
  rea_fixture_change_campaign (self, allow);
  assert_offered (self, session, 3);
  rea_fixture_add (self, 2, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);
  assert_offered (self, session, 4);

  own = rea_fixture_add (self, 1, REA_STATUS_NOT_STARTED, a);
  assert_refused (self, session, "1 conversation is not started yet; text it first.");
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (ReaConversation) sent =
        rea_session_send (session, self->campaign, own, "Hi", REA_TIME_NONE, NULL, &error);

    g_assert_no_error (error);
  }
  take (self, session);

  shift = look (self, session);
  g_assert_cmpint (shift->counts.n[REA_STATUS_NOT_STARTED], ==, 3);
  g_assert_cmpint (shift->counts.n[REA_STATUS_NEEDS_REPLY], ==, 1);
  g_assert_cmpint (shift->counts.n[REA_STATUS_MESSAGED], ==, 1);
  g_assert_cmpint (rea_counts_total (&shift->counts), ==, 5);
  g_assert_cmpstr (shift->self_assign_refusal, ==,
                   "3 conversations are not started yet; text them first.");
}

static void
test_nothing_left (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaSession) session = NULL;

  rea_fixture_add_sender (self, "a@x");
  session = rea_fixture_open (self, "a@x");
  rea_fixture_change_campaign (self, allow);
  rea_fixture_add (self, 3, REA_STATUS_REPLIED, REA_HOLDER_UNASSIGNED);
  assert_refused (self, session, "There is nothing left to hand out.");
}

/* Outside the window only replies are handed out. */
static void
test_window (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaShift) passed = NULL;
  g_autoptr (ReaShift) later = NULL;
  g_autoptr (ReaShift) paused = NULL;

  rea_fixture_add_sender (self, "a@x");
  session = rea_fixture_open (self, "a@x");
  rea_fixture_change_campaign (self, allow);
  rea_fixture_add (self, 3, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);

  rea_fixture_change_campaign (self, end_window);
  passed = look (self, session);
  g_assert_null (passed->refusal);
  g_assert_cmpstr (passed->initial_refusal, ==,
                   "The initial message sending window has passed; it ended on "
                   "2023-11-14 22:13 UTC.");
  g_assert_cmpint (passed->initial_at, ==, REA_TIME_NONE);
  g_assert_cmpstr (passed->self_assign_refusal, ==, passed->initial_refusal);

  rea_fixture_change_campaign (self, begin_window_later);
  later = look (self, session);
  g_assert_null (later->refusal);
  g_assert_cmpstr (later->initial_refusal, ==,
                   "The initial message sending window begins on 2023-11-14 22:23 UTC.");
  g_assert_cmpint (later->initial_at, ==, REA_FIXTURE_NOW + 600);

  rea_fixture_add_waiting (self, REA_FIXTURE_NOW - 60, REA_HOLDER_UNASSIGNED);
  assert_offered (self, session, 1);

  rea_fixture_change_campaign (self, pause_campaign);
  paused = look (self, session);
  g_assert_cmpstr (paused->refusal, ==, "The campaign is paused.");
  g_assert_cmpstr (paused->initial_refusal, ==, "The campaign is paused.");
  g_assert_cmpstr (paused->self_assign_refusal, ==, "The campaign is paused.");
}

/* Who is no sender there has nothing to do there, and may look. */
static void
test_owner (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaShift) shift = NULL;

  rea_fixture_change_campaign (self, allow);
  rea_fixture_add (self, 3, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);
  shift = look (self, self->session);
  g_assert_cmpint (rea_counts_total (&shift->counts), ==, 0);
  g_assert_cmpstr (shift->self_assign_refusal, ==,
                   REA_FIXTURE_OWNER " is no sender of this campaign.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  rea_fixture_add_test ("/session-shift/self-assign", test_self_assign);
  rea_fixture_add_test ("/session-shift/nothing-left", test_nothing_left);
  rea_fixture_add_test ("/session-shift/window", test_window);
  rea_fixture_add_test ("/session-shift/owner", test_owner);

  return g_test_run ();
}
