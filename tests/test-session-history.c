/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an undo gives back and what it leaves alone. */
#include "rea-fixture.h"

static gint64
move (ReaFixture *self, const char *from, const char *to, gint64 number)
{
  const char *const from_emails[] = { from, NULL };
  const char *const to_emails[] = { to, NULL };
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (from != NULL)
    rea_filter_set_senders (request->filter, from_emails);
  if (to != NULL)
    rea_request_set_to_senders (request, to_emails);
  request->number = number;

  result = rea_session_reassign (self->session, self->campaign, request, NULL, -1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->move, !=, 0);

  return result->move;
}

static ReaResult *
undo (ReaFixture *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  ReaResult *result = rea_fixture_undo (self, id, &error);

  g_assert_no_error (error);
  g_assert_cmpint (result->undoes, ==, id);

  return result;
}

static void
assert_left (const ReaResult *result, gint64 moved, gint64 since, gint64 answered, gint64 gone)
{
  g_assert_cmpint (result->plan->moved, ==, moved);
  g_assert_cmpint (result->left.moved_since, ==, since);
  g_assert_cmpint (result->left.answered_since, ==, answered);
  g_assert_cmpint (result->left.no_longer_sender, ==, gone);
}

static void
send_in (ReaFixture *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaConversation) sent =
      rea_session_send (self->session, self->campaign, id, "Hi", 0, NULL, &error);

  g_assert_no_error (error);
}

static void
receive_in (ReaFixture *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaConversation) received =
      rea_session_receive (self->session, self->campaign, id, "Hello", 0, NULL, &error);

  g_assert_no_error (error);
}

static void
remove_sender (ReaFixture *self, const char *email)
{
  g_autoptr (ReaRequest) where = rea_request_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result =
      rea_session_remove_sender (self->session, self->campaign, email, where, NULL, NULL, &error);

  g_assert_no_error (error);
}

static gboolean
is_sender (ReaFixture *self, const char *email)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) senders = rea_session_list_senders (self->session, self->campaign, &error);

  g_assert_no_error (error);

  return rea_senders_find (senders, email) != NULL;
}

/* To the exact state before. */
static void
test_all_back (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaResult) undone = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64           a = rea_fixture_add_sender (self, "a@x");
  gint64           id;

  rea_fixture_add_sender (self, "b@x");
  for (int status = 0; status < REA_N_STATUSES; status++)
    {
      rea_fixture_add (self, 3, status, a);
      rea_fixture_add (self, 2, status, REA_HOLDER_UNASSIGNED);
    }
  before = rea_fixture_describe (self);
  id = move (self, NULL, "b@x", REA_NUMBER_ALL);
  undone = undo (self, id);
  after = rea_fixture_describe (self);

  assert_left (undone, 25, 0, 0, 0);
  g_assert_cmpint (undone->plan->matched, ==, 25);
  g_assert_cmpstr (before, ==, after);
  rea_fixture_assert_sound (self);
}

/* A reply from the contact does not stand in the way; a sender's message does,
 * whoever wrote it; closing is no answer.
 */
static void
test_answered (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaResult) undone = NULL;
  g_autoptr (ReaConversation) closed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 a = rea_fixture_add_sender (self, "a@x");
  gint64 first = rea_fixture_add (self, 5, REA_STATUS_MESSAGED, REA_HOLDER_UNASSIGNED);
  gint64 id;

  /* One that was written in before is given back. */
  send_in (self, first);
  id = move (self, NULL, "a@x", REA_NUMBER_ALL);
  send_in (self, first + 1);
  receive_in (self, first + 2);
  closed = rea_session_close_conversation (self->session, self->campaign, first + 3, &error);
  g_assert_no_error (error);

  undone = undo (self, id);
  assert_left (undone, 4, 0, 1, 0);
  for (int i = 0; i < 5; i++)
    g_assert_cmpint (rea_fixture_get_holder (self, first + i), ==,
                     i == 1 ? a : REA_HOLDER_UNASSIGNED);
  rea_fixture_assert_sound (self);
}

static void
test_moved_since (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaResult) undone = NULL;
  gint64 a, b, id, first;

  a = rea_fixture_add_sender (self, "a@x");
  b = rea_fixture_add_sender (self, "b@x");
  rea_fixture_add_sender (self, "c@x");
  first = rea_fixture_add (self, 4, REA_STATUS_MESSAGED, a);
  id = move (self, "a@x", "b@x", REA_NUMBER_ALL);
  move (self, "b@x", "c@x", 2);

  /* One comes back: it is still where the move put it. */
  move (self, "c@x", "b@x", 1);
  undone = undo (self, id);
  assert_left (undone, 3, 1, 0, 0);
  g_assert_cmpint (rea_fixture_get_holder (self, first), ==, a);
  g_assert_cmpint (rea_fixture_get_holder (self, first + 1), !=, b);
  rea_fixture_assert_sound (self);
}

/* Each under the first that holds. */
static void
test_first_reason (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaResult) undone = NULL;
  gint64 id, first;
  gint64 a = rea_fixture_add_sender (self, "a@x");

  rea_fixture_add_sender (self, "b@x");
  rea_fixture_add_sender (self, "c@x");
  first = rea_fixture_add (self, 6, REA_STATUS_MESSAGED, a);
  id = move (self, "a@x", "b@x", REA_NUMBER_ALL);
  remove_sender (self, "a@x");

  send_in (self, first);     /* moved and answered */
  send_in (self, first + 2); /* answered, and a is gone */
  move (self, "b@x", "c@x", 2);

  undone = undo (self, id);
  assert_left (undone, 0, 2, 1, 3);
  /* Nothing changed hands: that is no move. */
  g_assert_cmpint (undone->move, ==, 0);
  rea_fixture_assert_sound (self);
}

/* What was nobody's goes back to nobody, who is always there. */
static void
test_some_gone (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaResult) undone = NULL;
  gint64 id;
  gint64 a = rea_fixture_add_sender (self, "a@x");

  rea_fixture_add_sender (self, "b@x");
  rea_fixture_add (self, 2, REA_STATUS_MESSAGED, a);
  rea_fixture_add (self, 3, REA_STATUS_MESSAGED, REA_HOLDER_UNASSIGNED);
  id = move (self, NULL, "b@x", REA_NUMBER_ALL);
  remove_sender (self, "a@x");

  undone = undo (self, id);
  assert_left (undone, 3, 0, 0, 2);
  rea_fixture_assert_sound (self);
}

/* An undo is itself a move: it is undone in the same way, and what it left alone
 * the first time stays alone.
 */
static void
test_undo_of_undo (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaResult) undone = NULL;
  g_autoptr (ReaResult) redone = NULL;
  g_autoptr (ReaResult) again = NULL;
  g_autofree char *after = NULL;
  g_autofree char *finally = NULL;
  gint64           a = rea_fixture_add_sender (self, "a@x");
  gint64           first = rea_fixture_add (self, 4, REA_STATUS_MESSAGED, REA_HOLDER_UNASSIGNED);
  gint64           id = move (self, NULL, "a@x", REA_NUMBER_ALL);

  send_in (self, first);
  after = rea_fixture_describe (self);
  undone = undo (self, id);
  assert_left (undone, 3, 0, 1, 0);

  redone = undo (self, undone->move);
  assert_left (redone, 3, 0, 0, 0);
  finally = rea_fixture_describe (self);
  g_assert_cmpstr (after, ==, finally);

  send_in (self, first + 1);
  again = undo (self, redone->move);
  assert_left (again, 2, 0, 1, 0);
  g_assert_cmpint (rea_fixture_get_holder (self, first + 1), ==, a);
  rea_fixture_assert_sound (self);
}

/* The undo of a removal makes the sender one again; undoing that moves the
 * conversations only.
 */
static void
test_undo_of_removal (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) where = rea_request_new ();
  g_autoptr (ReaResult) removed = NULL;
  g_autoptr (ReaResult) undone = NULL;
  g_autoptr (ReaResult) redone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 a = rea_fixture_add_sender (self, "a@x");
  gint64 first = rea_fixture_add (self, 3, REA_STATUS_MESSAGED, a);

  removed =
      rea_session_remove_sender (self->session, self->campaign, "a@x", where, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (is_sender (self, "a@x"));
  send_in (self, first);

  undone = undo (self, removed->move);
  assert_left (undone, 2, 0, 1, 0);
  g_assert_true (is_sender (self, "a@x"));
  g_assert_cmpint (rea_fixture_get_holder (self, first + 1), ==, a);
  rea_fixture_assert_sound (self);

  redone = undo (self, undone->move);
  assert_left (redone, 2, 0, 0, 0);
  g_assert_true (is_sender (self, "a@x"));
  g_assert_cmpint (rea_fixture_get_holder (self, first + 1), ==, REA_HOLDER_UNASSIGNED);
  rea_fixture_assert_sound (self);
}

/* Where all that the sender held has moved on, the sender is one again all the same. */
static void
test_undo_of_removal_too_late (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) where = rea_request_new ();
  g_autoptr (ReaResult) removed = NULL;
  g_autoptr (ReaResult) undone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 a = rea_fixture_add_sender (self, "a@x");

  rea_fixture_add_sender (self, "b@x");
  rea_fixture_add (self, 3, REA_STATUS_MESSAGED, a);
  removed =
      rea_session_remove_sender (self->session, self->campaign, "a@x", where, NULL, NULL, &error);
  g_assert_no_error (error);
  move (self, NULL, "b@x", REA_NUMBER_ALL);

  undone = undo (self, removed->move);
  assert_left (undone, 0, 3, 0, 0);
  g_assert_cmpint (undone->move, ==, 0);
  g_assert_true (is_sender (self, "a@x"));
  rea_fixture_assert_sound (self);
}

/* Any move may be undone by whoever may move, self-assign too; by nobody else, and
 * not in an archived campaign.
 */
static gboolean
set_state (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  campaign->state = REA_STATE_ARCHIVED;

  return TRUE;
}

static gboolean
allow_self_assign (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  campaign->self_assign = TRUE;

  return TRUE;
}

static void
test_who_may (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaSession) sender = NULL;
  g_autoptr (ReaSession) moderator = NULL;
  g_autoptr (ReaResult) assigned = NULL;
  g_autoptr (ReaResult) undone = NULL;
  g_autoptr (GError) error = NULL;

  rea_fixture_add_sender (self, "a@x");
  rea_fixture_add_user (self, "mo@x", REA_ROLE_MODERATOR);
  rea_fixture_add (self, 2, REA_STATUS_NEEDS_REPLY, REA_HOLDER_UNASSIGNED);
  rea_fixture_change_campaign (self, allow_self_assign);
  sender = rea_fixture_open (self, "a@x");
  moderator = rea_fixture_open (self, "mo@x");
  assigned = rea_session_self_assign (sender, self->campaign, &error);
  g_assert_no_error (error);

  g_assert_null (rea_session_undo (sender, self->campaign, assigned->move, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
  g_clear_error (&error);
  undone = rea_session_undo (moderator, self->campaign, assigned->move, NULL, &error);
  g_assert_no_error (error);
  assert_left (undone, 2, 0, 0, 0);

  g_assert_null (rea_session_undo (moderator, self->campaign, 4711, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  rea_fixture_change_campaign (self, set_state);
  g_assert_null (rea_session_undo (moderator, self->campaign, undone->move, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_WRONG_STATE);
}

/* The undo is recorded: who, when, and of which move. */
static void
test_recorded (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaResult) undone = NULL;
  g_autoptr (GPtrArray) moves = NULL;
  g_autoptr (GError) error = NULL;
  const ReaMove *recorded;
  gint64         id;

  rea_fixture_add_sender (self, "a@x");
  rea_fixture_add (self, 2, REA_STATUS_CLOSED, REA_HOLDER_UNASSIGNED);
  id = move (self, NULL, "a@x", REA_NUMBER_ALL);
  rea_fixture_set_now (REA_FIXTURE_NOW + 60);
  undone = undo (self, id);

  moves = rea_session_list_moves (self->session, self->campaign, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moves->len, ==, 2);
  recorded = g_ptr_array_index (moves, 0);
  g_assert_cmpint (recorded->id, ==, undone->move);
  g_assert_cmpint (recorded->kind, ==, REA_MOVE_UNDO);
  g_assert_cmpint (recorded->at, ==, REA_FIXTURE_NOW + 60);
  g_assert_cmpint (recorded->undoes, ==, id);
  g_assert_cmpint (recorded->moved, ==, 2);
  g_assert_null (recorded->request);
  g_assert_cmpstr (recorded->by_email, ==, REA_FIXTURE_OWNER);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  rea_fixture_add_test ("/session-history/all-back", test_all_back);
  rea_fixture_add_test ("/session-history/answered", test_answered);
  rea_fixture_add_test ("/session-history/moved-since", test_moved_since);
  rea_fixture_add_test ("/session-history/first-reason", test_first_reason);
  rea_fixture_add_test ("/session-history/some-gone", test_some_gone);
  rea_fixture_add_test ("/session-history/undo-of-undo", test_undo_of_undo);
  rea_fixture_add_test ("/session-history/undo-of-removal", test_undo_of_removal);
  rea_fixture_add_test ("/session-history/undo-of-removal-too-late", test_undo_of_removal_too_late);
  rea_fixture_add_test ("/session-history/who-may", test_who_may);
  rea_fixture_add_test ("/session-history/recorded", test_recorded);

  return g_test_run ();
}
