/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-fixture.h"

#include <inttypes.h>

static ReaResult *
reassign (ReaFixture *self, const ReaRequest *request)
{
  g_autoptr (GError) error = NULL;
  ReaResult *result =
      rea_session_reassign (self->session, self->campaign, request, NULL, -1, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (result->move, !=, 0);

  return result;
}

/* Moves all to that sender, or to nobody.
 *
 * Returns: the move's number
 */
static gint64
move_all (ReaFixture *self, const char *email)
{
  const char *const emails[] = { email, NULL };
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaResult) result = NULL;

  if (email != NULL)
    rea_request_set_to_senders (request, emails);
  result = reassign (self, request);

  return result->move;
}

static gint64
undo (ReaFixture *self, gint64 move)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result = NULL;

  result = rea_fixture_undo (self, move, &error);
  g_assert_no_error (error);

  return result->move;
}

static ReaMove *
get_move (ReaFixture *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) moves =
      rea_session_list_moves (self->session, self->campaign, 1000, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < moves->len; i++)
    if (((ReaMove *) g_ptr_array_index (moves, i))->id == id)
      return g_ptr_array_steal_index (moves, i);

  g_assert_not_reached ();
}

static void
assert_undone_by (ReaFixture *self, gint64 move, gint64 expected)
{
  g_autoptr (ReaMove) found = get_move (self, move);

  g_assert_cmpint (found->undone_by, ==, expected);
}

/* undone_by is the undo that stands: one that is undone itself stands no more, and
 * then what it took back does again; so on along the chain.
 */
static void
test_chain (ReaFixture *self, gconstpointer data)
{
  gint64 move, first, second, third, other;

  rea_fixture_add_sender (self, "a@x");
  rea_fixture_add (self, 3, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);

  move = move_all (self, "a@x");
  assert_undone_by (self, move, 0);

  first = undo (self, move);
  assert_undone_by (self, move, first);

  second = undo (self, first);
  assert_undone_by (self, first, second);
  assert_undone_by (self, move, 0);

  third = undo (self, second);
  assert_undone_by (self, second, third);
  assert_undone_by (self, first, 0);
  assert_undone_by (self, move, first);

  /* Undone again in another way, when it stands again. */
  g_assert_cmpint (undo (self, third), >, third);
  assert_undone_by (self, move, 0);
  other = undo (self, move);
  assert_undone_by (self, move, other);
  assert_undone_by (self, second, 0);

  /* There are two undos of it now; taking back one leaves the other. */
  undo (self, other);
  assert_undone_by (self, move, 0);
}

static void
test_undone_already (ReaFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 move;

  rea_fixture_add_sender (self, "a@x");
  rea_fixture_add (self, 3, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);
  move = move_all (self, "a@x");
  undo (self, move);

  g_assert_null (rea_session_undo (self->session, self->campaign, move, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_WRONG_STATE);
}

static ReaRequest *
make_full_request (void)
{
  const char *const from[] = { "a@x", "b@x", NULL };
  const char *const to[] = { "b@x", "c@x", NULL };
  ReaRequest       *request = rea_request_new ();
  GArray           *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = 1; id <= 12; id++)
    g_array_append_val (ids, id);

  rea_filter_set_senders (request->filter, from);
  request->filter->status = REA_STATUS_NEEDS_REPLY;
  rea_filter_set_search (request->filter, "555");
  request->filter->waiting_minutes = 0;
  request->filter->unmoved_minutes = 30;
  rea_filter_take_conversations (request->filter, ids);
  request->number = 2;
  rea_request_set_to_senders (request, to);
  request->divide = REA_DIVIDE_LEVEL;

  return request;
}

/* Every move is recorded: who, when, the request, how many. */
static void
test_request_is_kept (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) request = make_full_request ();
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (ReaMove) move = NULL;
  gint64 a = rea_fixture_add_sender (self, "a@x");

  rea_fixture_add_sender (self, "b@x");
  rea_fixture_add_sender (self, "c@x");
  rea_fixture_add (self, 12, REA_STATUS_NEEDS_REPLY, a);
  rea_fixture_set_now (REA_FIXTURE_NOW + 100);

  result = reassign (self, request);
  move = get_move (self, result->move);

  g_assert_cmpint (move->kind, ==, REA_MOVE_REASSIGN);
  g_assert_cmpint (move->at, ==, REA_FIXTURE_NOW + 100);
  g_assert_cmpstr (move->by_email, ==, REA_FIXTURE_OWNER);
  g_assert_cmpint (move->campaign_id, ==, self->campaign);
  g_assert_cmpint (move->moved, ==, 2);
  g_assert_cmpint (move->n_named, ==, 12);
  g_assert_null (move->removed);

  /* Which conversations were named is not kept. */
  g_clear_pointer (&request->filter->conversations, g_array_unref);
  g_assert_true (rea_filter_equal (move->request->filter, request->filter));
  g_assert_cmpint (move->request->number, ==, 2);
  g_assert_cmpint (move->request->to, ==, REA_TO_SENDERS);
  g_assert_cmpstrv (move->request->to_senders, request->to_senders);
  g_assert_cmpint (move->request->divide, ==, REA_DIVIDE_LEVEL);
}

static void
test_words_are_kept (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (ReaMove) move = NULL;
  gint64 a = rea_fixture_add_sender (self, "a@x");
  gint64 b = rea_fixture_add_sender (self, "b@x");

  rea_fixture_add (self, 2, REA_STATUS_CLOSED, a);
  rea_fixture_see (self, b, TRUE, REA_FIXTURE_NOW);
  request->filter->holder = REA_HOLDER_OFFLINE;
  request->filter->offline_minutes = 10;
  request->to = REA_TO_ONLINE;
  result = reassign (self, request);
  move = get_move (self, result->move);

  g_assert_true (rea_filter_equal (move->request->filter, request->filter));
  g_assert_cmpint (move->request->to, ==, REA_TO_ONLINE);
  g_assert_null (move->request->to_senders);
  g_assert_cmpint (move->request->number, ==, REA_NUMBER_ALL);
}

static void
test_newest_first (ReaFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) moves = NULL;
  gint64 made[5];
  gint64 other = rea_fixture_add_campaign (self, "Autumn");

  rea_fixture_add_sender (self, "a@x");
  rea_fixture_add (self, 1, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);
  for (int i = 0; i < 5; i++)
    made[i] = move_all (self, i % 2 == 0 ? "a@x" : NULL);

  moves = rea_session_list_moves (self->session, self->campaign, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moves->len, ==, 3);
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (((ReaMove *) g_ptr_array_index (moves, i))->id, ==, made[4 - i]);

  /* A move is of one campaign. */
  g_clear_pointer (&moves, g_ptr_array_unref);
  moves = rea_session_list_moves (self->session, other, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moves->len, ==, 0);
  g_assert_null (rea_session_undo (self->session, other, made[4], NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
}

static char *
find (ReaFixture *self, ReaSession *session, const ReaMoveFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) moves =
      rea_session_find_moves (session, self->campaign, filter, NULL, &error);
  GString *ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < moves->len; i++)
    g_string_append_printf (ids, "%" PRId64 " ", ((ReaMove *) g_ptr_array_index (moves, i))->id);

  return g_string_free (ids, FALSE);
}

static void
assert_found (ReaFixture *self, ReaSession *session, ReaMoveFilter filter, const char *expected)
{
  g_autofree char *found = NULL;

  if (filter.limit == 0)
    filter.limit = 100;
  found = find (self, session, &filter);
  g_assert_cmpstr (found, ==, expected);
}

static gboolean
allow_self_assign (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  campaign->self_assign = TRUE;

  return TRUE;
}

/* By kind, by who had a hand in it, and page by page. */
static void
test_found (ReaFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaSession) moderator = NULL;
  g_autoptr (ReaSession) sender = NULL;
  g_autoptr (ReaResult) assigned = NULL;
  g_autoptr (ReaResult) removed = NULL;
  g_autoptr (ReaResult) undone = NULL;
  g_autoptr (ReaRequest) where = rea_request_new ();
  g_autoptr (ReaUser) named = NULL;
  gint64 a = rea_fixture_add_sender (self, "ann@x");

  rea_fixture_add_sender (self, "bo@y");
  rea_fixture_add_user (self, "mo@x", REA_ROLE_MODERATOR);
  rea_fixture_change_campaign (self, allow_self_assign);
  named = rea_session_set_user (self->session, "bo@y", "Zoë", "Ünal", NULL, &error);
  g_assert_no_error (error);
  rea_fixture_add (self, 2, REA_STATUS_NOT_STARTED, a);
  rea_fixture_add (self, 1, REA_STATUS_NEEDS_REPLY, REA_HOLDER_UNASSIGNED);
  moderator = rea_fixture_open (self, "mo@x");
  sender = rea_fixture_open (self, "bo@y");

  assigned = rea_session_self_assign (sender, self->campaign, &error); /* 1: bo takes one */
  g_assert_no_error (error);
  g_assert_cmpint (move_all (self, "bo@y"), ==, 2);                       /* from ann */
  undone = rea_session_undo (moderator, self->campaign, 2, NULL, &error); /* 3 */
  g_assert_no_error (error);
  where->to = REA_TO_UNASSIGNED;
  removed =
      rea_session_remove_sender (self->session, self->campaign, "ann@x", where, NULL, NULL, &error);
  g_assert_no_error (error); /* 4 */

  assert_found (self, moderator, (ReaMoveFilter){ 0 }, "4 3 2 1 ");
  assert_found (self, moderator, (ReaMoveFilter){ .show = REA_MOVES_OWN }, "3 ");
  assert_found (self, sender, (ReaMoveFilter){ .show = REA_MOVES_OWN }, "1 ");
  assert_found (self, sender, (ReaMoveFilter){ .show = REA_MOVES_NO_SELF_ASSIGN }, "4 3 2 ");
  assert_found (self, sender, (ReaMoveFilter){ .show = REA_MOVES_UNDONE }, "2 ");
  assert_found (self, sender, (ReaMoveFilter){ .show = REA_MOVES_UNDOS }, "3 ");
  assert_found (self, sender, (ReaMoveFilter){ .search = "unal" }, "3 2 1 ");
  assert_found (self, sender, (ReaMoveFilter){ .search = "zoe OWNER" }, "2 ");
  assert_found (self, sender, (ReaMoveFilter){ .search = "ann@x" }, "4 3 2 ");
  assert_found (self, sender, (ReaMoveFilter){ .search = "mo@" }, "3 ");
  assert_found (self, sender, (ReaMoveFilter){ .search = "nobody" }, "");
  assert_found (self, sender, (ReaMoveFilter){ .search = " " }, "4 3 2 1 ");
  assert_found (self, sender, (ReaMoveFilter){ .limit = 3 }, "4 3 2 ");
  assert_found (self, sender, (ReaMoveFilter){ .limit = 3, .before = 2 }, "1 ");
  assert_found (self, sender, (ReaMoveFilter){ .after = 2 }, "4 3 ");
}

/* Each names those who had to do with it, and which conversations it moved. */
static void
test_named (ReaFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaMove) first = NULL;
  g_autoptr (ReaMove) second = NULL;
  g_autoptr (ReaUser) named = NULL;
  g_autoptr (GArray) moved = NULL;
  gint64 a = rea_fixture_add_sender (self, "a@x");
  gint64 id = rea_fixture_add (self, 3, REA_STATUS_CLOSED, a);

  named = rea_session_set_user (self->session, REA_FIXTURE_OWNER, "Ruth", "Adler", NULL, &error);
  g_assert_no_error (error);
  move_all (self, NULL);
  rea_fixture_set_now (REA_FIXTURE_NOW + 5);
  undo (self, 1);

  first = rea_session_get_move (self->session, self->campaign, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first->by_name, ==, "Ruth Adler");
  g_assert_cmpstr (first->undone_name, ==, "Ruth Adler");
  g_assert_cmpint (first->undone_at, ==, REA_FIXTURE_NOW + 5);
  second = rea_session_get_move (self->session, self->campaign, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpint (second->undoes_at, ==, REA_FIXTURE_NOW);
  g_assert_cmpint (second->undoes_kind, ==, REA_MOVE_REASSIGN);
  g_assert_null (second->undone_name);

  moved = rea_session_list_moved (self->session, self->campaign, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moved->len, ==, 3);
  g_assert_cmpint (g_array_index (moved, gint64, 2), ==, id + 2);
  g_assert_null (rea_session_list_moved (self->session, self->campaign, 3, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
}

/* The table of a move is shown again later, whatever has happened since. */
static void
test_plan_is_kept (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (ReaPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  gint64 a = rea_fixture_add_sender (self, "a@x");
  gint64 b = rea_fixture_add_sender (self, "b@x");

  rea_fixture_add_sender (self, "c@x");
  rea_fixture_add (self, 5, REA_STATUS_NOT_STARTED, a);
  rea_fixture_add (self, 4, REA_STATUS_REPLIED, b);
  rea_fixture_add (self, 2, REA_STATUS_MESSAGED, REA_HOLDER_UNASSIGNED);
  request->filter->status = REA_STATUS_NOT_STARTED;
  request->to = REA_TO_OTHERS;
  result = reassign (self, request);
  move_all (self, NULL);

  plan = rea_session_get_move_plan (self->session, self->campaign, result->move, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan->moved, ==, result->plan->moved);

  for (guint i = 0; i < result->plan->rows->len; i++)
    {
      const ReaPlanRow *row = g_ptr_array_index (result->plan->rows, i);
      const ReaPlanRow *kept = rea_plan_find (plan, row->holder);

      if (rea_counts_total (&row->gave) + rea_counts_total (&row->received) == 0)
        {
          g_assert_null (kept);
          continue;
        }

      g_assert_cmpstr (kept->email, ==, row->email);
      g_assert_cmpmem (&kept->before, sizeof kept->before, &row->before, sizeof row->before);
      g_assert_cmpmem (&kept->gave, sizeof kept->gave, &row->gave, sizeof row->gave);
      g_assert_cmpmem (&kept->received, sizeof kept->received, &row->received,
                       sizeof row->received);
    }
}

/* What the window's Undo takes back: one's own last move that is no undo and not undone. */
static void
test_last_own_move (ReaFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaSession) moderator = NULL;
  g_autoptr (ReaMove) last = NULL;
  g_autoptr (ReaMove) theirs = NULL;
  gint64 first, second;

  rea_fixture_add_sender (self, "a@x");
  rea_fixture_add_user (self, "mo@x", REA_ROLE_MODERATOR);
  rea_fixture_add (self, 1, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);
  moderator = rea_fixture_open (self, "mo@x");

  g_assert_null (rea_session_get_last_own_move (self->session, self->campaign, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
  g_clear_error (&error);

  first = move_all (self, "a@x");
  second = move_all (self, NULL);
  g_assert_null (rea_session_get_last_own_move (moderator, self->campaign, &error));
  g_clear_error (&error);

  undo (self, second);
  last = rea_session_get_last_own_move (self->session, self->campaign, &error);
  g_assert_no_error (error);
  g_assert_cmpint (last->id, ==, first);

  theirs = rea_session_get_last_own_move (moderator, self->campaign, &error);
  g_assert_null (theirs);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  rea_fixture_add_test ("/sqlite-history/chain", test_chain);
  rea_fixture_add_test ("/sqlite-history/undone-already", test_undone_already);
  rea_fixture_add_test ("/sqlite-history/request-is-kept", test_request_is_kept);
  rea_fixture_add_test ("/sqlite-history/words-are-kept", test_words_are_kept);
  rea_fixture_add_test ("/sqlite-history/newest-first", test_newest_first);
  rea_fixture_add_test ("/sqlite-history/found", test_found);
  rea_fixture_add_test ("/sqlite-history/named", test_named);
  rea_fixture_add_test ("/sqlite-history/plan-is-kept", test_plan_is_kept);
  rea_fixture_add_test ("/sqlite-history/last-own-move", test_last_own_move);

  return g_test_run ();
}
