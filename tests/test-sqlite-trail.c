/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a conversation has been, by whom. */
#include "rea-fixture.h"

/* Moves all to that sender, or to nobody.
 *
 * Returns: the move's number
 */
static gint64
move_all (ReaFixture *self, const char *email)
{
  const char *const emails[] = { email, NULL };
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result = NULL;

  if (email != NULL)
    rea_request_set_to_senders (request, emails);
  result = rea_session_reassign (self->session, self->campaign, request, NULL, -1, NULL, &error);
  g_assert_no_error (error);

  return result->move;
}

/* Who held it, since when, by whose move. */
static void
test_trail (ReaFixture *self, gconstpointer data)
{
  static const char *const holders[] = { NULL, "a@x", NULL, "b@x", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaSession) moderator = NULL;
  g_autoptr (GPtrArray) trail = NULL;
  g_autoptr (GPtrArray) untouched = NULL;
  g_autoptr (ReaRequest) request = rea_request_new ();
  gint64 id, late, moves[5] = { 0 };

  rea_fixture_add_sender (self, "a@x");
  rea_fixture_add_sender (self, "b@x");
  rea_fixture_add_user (self, "mo@x", REA_ROLE_MODERATOR);
  id = rea_fixture_add (self, 1, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);

  for (int i = 1; i < 4; i++)
    {
      rea_fixture_set_now (REA_FIXTURE_NOW + 60 * i);
      moves[i] = move_all (self, holders[i]);
    }
  rea_fixture_set_now (REA_FIXTURE_NOW + 240);
  moderator = rea_fixture_open (self, "mo@x");
  {
    g_autoptr (ReaResult) result =
        rea_session_undo (moderator, self->campaign, moves[3], NULL, &error);

    g_assert_no_error (error);
    moves[4] = result->move;
  }
  late = rea_fixture_add (self, 1, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);

  trail = rea_session_list_trail (self->session, self->campaign, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trail->len, ==, 5);
  for (int i = 0; i < 5; i++)
    {
      const ReaTrailEntry *entry = g_ptr_array_index (trail, i);

      g_assert_cmpstr (entry->sender, ==, holders[i]);
      g_assert_cmpint (entry->since, ==, REA_FIXTURE_NOW + 60 * i);
      g_assert_cmpint (entry->move, ==, moves[i]);
      g_assert_cmpstr (entry->by, ==, i == 0 ? NULL : i < 4 ? REA_FIXTURE_OWNER : "mo@x");
      g_assert_cmpstr (entry->by_name, ==, entry->by);
      g_assert_cmpstr (entry->sender_name, ==, entry->sender);
      g_assert_cmpint (entry->kind, ==, i == 4 ? REA_MOVE_UNDO : REA_MOVE_REASSIGN);
    }

  untouched = rea_session_list_trail (self->session, self->campaign, late, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (untouched->len, ==, 1);
  g_assert_cmpint (((ReaTrailEntry *) g_ptr_array_index (untouched, 0))->since, ==,
                   REA_FIXTURE_NOW + 240);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  rea_fixture_add_test ("/sqlite-trail/trail", test_trail);

  return g_test_run ();
}
