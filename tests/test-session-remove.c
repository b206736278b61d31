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
remove_sender (ReaFixture *self, const char *email, const ReaRequest *where, GError **error)
{
  return rea_session_remove_sender (self->session, self->campaign, email, where, NULL, NULL, error);
}

static gboolean
is_sender (ReaFixture *self, const char *email)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) senders = rea_session_list_senders (self->session, self->campaign, &error);

  g_assert_no_error (error);

  return rea_senders_find (senders, email) != NULL;
}

/* Asks where they go, and does both in one move. */
static void
test_remove (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) where = make_request ("b@x");
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (GPtrArray) moves = NULL;
  g_autoptr (GPtrArray) users = NULL;
  g_autoptr (GError) error = NULL;
  const ReaMove *move;
  gint64         a = rea_fixture_add_sender (self, "a@x");
  gint64         b = rea_fixture_add_sender (self, "b@x");
  gint64         first = rea_fixture_add (self, 3, REA_STATUS_REPLIED, a);

  rea_fixture_add (self, 2, REA_STATUS_REPLIED, REA_HOLDER_UNASSIGNED);

  g_assert_null (remove_sender (self, "a@x", NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_WRONG_STATE);
  g_assert_nonnull (strstr (error->message, "3"));
  g_assert_true (is_sender (self, "a@x"));
  g_clear_error (&error);

  /* Of the request only where to and how counts. */
  where->number = 1;
  where->filter->status = REA_STATUS_CLOSED;
  result = remove_sender (self, "A@X", where, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->plan->moved, ==, 3);
  g_assert_false (is_sender (self, "a@x"));
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (rea_fixture_get_holder (self, first + i), ==, b);
  rea_fixture_assert_sound (self);

  moves = rea_session_list_moves (self->session, self->campaign, 10, &error);
  g_assert_no_error (error);
  move = g_ptr_array_index (moves, 0);
  g_assert_cmpint (move->kind, ==, REA_MOVE_REMOVE);
  g_assert_cmpstr (move->removed, ==, "a@x");
  g_assert_cmpint (move->id, ==, result->move);

  /* The user stays. */
  users = rea_session_list_users (self->session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (users->len, ==, 3);
}

/* To the others, or to those of them who are online. */
static void
test_remove_to_others (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) where = rea_request_new ();
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (ReaResult) last = NULL;
  g_autoptr (GError) error = NULL;
  gint64 a = rea_fixture_add_sender (self, "a@x");
  gint64 b = rea_fixture_add_sender (self, "b@x");
  gint64 c = rea_fixture_add_sender (self, "c@x");
  gint64 first = rea_fixture_add (self, 2, REA_STATUS_REPLIED, a);

  where->to = REA_TO_ONLINE;
  g_assert_null (remove_sender (self, "a@x", where, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOBODY);
  g_clear_error (&error);
  rea_fixture_see (self, a, TRUE, REA_FIXTURE_NOW);
  g_assert_null (remove_sender (self, "a@x", where, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOBODY);
  g_clear_error (&error);
  g_assert_true (is_sender (self, "a@x"));

  where->to = REA_TO_OTHERS;
  result = remove_sender (self, "a@x", where, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rea_fixture_get_holder (self, first), ==, b);
  g_assert_cmpint (rea_fixture_get_holder (self, first + 1), ==, c);

  rea_result_free (g_steal_pointer (&result));
  result = remove_sender (self, "b@x", where, &error);
  g_assert_no_error (error);
  /* The last one has no others. */
  g_assert_null (remove_sender (self, "c@x", where, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOBODY);
  g_clear_error (&error);
  where->to = REA_TO_UNASSIGNED;
  last = remove_sender (self, "c@x", where, &error);
  g_assert_no_error (error);
  g_assert_cmpint (last->plan->moved, ==, 2);
  rea_fixture_assert_sound (self);
}

/* Removing one who holds nothing is no move. */
static void
test_remove_idle (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) others = rea_request_new ();
  g_autoptr (GPtrArray) moves = NULL;
  g_autoptr (GError) error = NULL;

  others->to = REA_TO_OTHERS;
  for (int asked = FALSE; asked <= TRUE; asked++)
    {
      g_autoptr (ReaResult) result = NULL;

      rea_fixture_add_sender (self, "a@x");
      result = remove_sender (self, "a@x", asked ? others : NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (result->move, ==, 0);
      g_assert_false (is_sender (self, "a@x"));
    }

  moves = rea_session_list_moves (self->session, self->campaign, 10, &error);
  g_assert_cmpuint (moves->len, ==, 0);
}

static void
test_remove_refusals (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) to_themselves = make_request ("a@x");
  g_autoptr (ReaSession) moderator = NULL;
  g_autoptr (GError) error = NULL;
  gint64 a = rea_fixture_add_sender (self, "a@x");

  rea_fixture_add_user (self, "mo@x", REA_ROLE_MODERATOR);
  rea_fixture_add (self, 1, REA_STATUS_CLOSED, a);
  moderator = rea_fixture_open (self, "mo@x");

  g_assert_null (remove_sender (self, "nobody@x", NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (remove_sender (self, "mo@x", NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (remove_sender (self, "a@x", to_themselves, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (
      rea_session_remove_sender (moderator, self->campaign, "a@x", NULL, NULL, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
  g_assert_true (is_sender (self, "a@x"));
}

/* What somebody agreed to is looked at again, as in any other move. */
static void
test_remove_changed (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) where = make_request (NULL);
  g_autoptr (ReaResult) shown = NULL;
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 a = rea_fixture_add_sender (self, "a@x");

  rea_fixture_add (self, 3, REA_STATUS_REPLIED, a);
  rea_filter_set_senders (where->filter, (const char *const[]){ "a@x", NULL });
  shown = rea_session_preview (self->session, self->campaign, where, NULL, &error);
  g_assert_no_error (error);

  rea_fixture_add (self, 1, REA_STATUS_REPLIED, a);
  g_assert_null (rea_session_remove_sender (self->session, self->campaign, "a@x", where,
                                            shown->plan, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_CHANGED);
  g_assert_true (is_sender (self, "a@x"));
  g_clear_error (&error);

  g_clear_pointer (&shown, rea_result_free);
  shown = rea_session_preview (self->session, self->campaign, where, NULL, &error);
  result = rea_session_remove_sender (self->session, self->campaign, "a@x", where, shown->plan,
                                      NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->plan->moved, ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  rea_fixture_add_test ("/session-remove/remove", test_remove);
  rea_fixture_add_test ("/session-remove/to-others", test_remove_to_others);
  rea_fixture_add_test ("/session-remove/idle", test_remove_idle);
  rea_fixture_add_test ("/session-remove/refusals", test_remove_refusals);
  rea_fixture_add_test ("/session-remove/changed", test_remove_changed);

  return g_test_run ();
}
