/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-fixture.h"
#include "sqlite/rea-sqlite-deal.h"
#include "sqlite/rea-sqlite-store-private.h"

#include <stdarg.h>

#define ANN 1000
#define BO  1001
#define CY  1005

static ReaPlanRow *
add_row (ReaPlan *plan, gint64 holder)
{
  ReaPlanRow *row = g_new0 (ReaPlanRow, 1);

  row->holder = holder;
  g_ptr_array_add (plan->rows, row);

  return row;
}

/* Unassigned, Ann, Bo and Cy, at the places 0 to 3. */
static ReaPlan *
make_plan (void)
{
  ReaPlan *plan = rea_plan_new ();

  add_row (plan, REA_HOLDER_UNASSIGNED);
  add_row (plan, ANN);
  add_row (plan, BO);
  add_row (plan, CY);

  return plan;
}

static void
give (ReaPlan *plan, gint64 holder, ReaStatus status, gint64 n)
{
  rea_plan_find (plan, holder)->gave.n[status] = n;
  rea_plan_find (plan, holder)->pool.n[status] = n;
  plan->moved += n;
}

/* Receivers are dealt to in the order in which they are named here. */
static void
receive (ReaPlan *plan, guint place, ReaStatus status, gint64 n)
{
  ReaPlanRow *row = g_ptr_array_index (plan->rows, place);

  row->received.n[status] = n;
  for (guint i = 0; i < plan->receivers->len; i++)
    if (g_array_index (plan->receivers, guint, i) == place)
      return;
  g_array_append_val (plan->receivers, place);
}

/* Tells of conversations 1, 2, … of one holder and status; @expected are who has
 * them then, 0 for those that stay.
 */
static void
assert_dealt (ReaDeal *deal, gint64 holder, ReaStatus status, int n, ...)
{
  va_list expected;

  va_start (expected, n);
  for (int id = 1; id <= n; id++)
    g_assert_cmpint (rea_deal_ask (deal, id, holder, status, REA_FIXTURE_NOW), ==,
                     va_arg (expected, int));
  va_end (expected);
}

/* Round and round in the senders' order, passing over who has all. */
static void
test_like_cards (void)
{
  g_autoptr (ReaPlan) plan = make_plan ();
  g_autoptr (ReaDeal) deal = NULL;

  give (plan, REA_HOLDER_UNASSIGNED, REA_STATUS_MESSAGED, 8);
  receive (plan, 3, REA_STATUS_MESSAGED, 2);
  receive (plan, 1, REA_STATUS_MESSAGED, 5);
  receive (plan, 2, REA_STATUS_MESSAGED, 1);
  deal = rea_deal_new (plan);

  g_assert_false (rea_deal_is_done (deal));
  assert_dealt (deal, REA_HOLDER_UNASSIGNED, REA_STATUS_MESSAGED, 9, CY, ANN, BO, CY, ANN, ANN, ANN,
                ANN, 0);
  g_assert_true (rea_deal_is_done (deal));
  g_assert_cmpint (rea_deal_get_moved (deal), ==, 8);
}

/* The last in the ring is done first: the turn goes on at the beginning. */
static void
test_last_drops_out (void)
{
  g_autoptr (ReaPlan) plan = make_plan ();
  g_autoptr (ReaDeal) deal = NULL;

  give (plan, REA_HOLDER_UNASSIGNED, REA_STATUS_CLOSED, 5);
  receive (plan, 1, REA_STATUS_CLOSED, 2);
  receive (plan, 2, REA_STATUS_CLOSED, 2);
  receive (plan, 3, REA_STATUS_CLOSED, 1);
  deal = rea_deal_new (plan);

  assert_dealt (deal, REA_HOLDER_UNASSIGNED, REA_STATUS_CLOSED, 5, ANN, BO, CY, ANN, BO);
}

/* Each status has a deck of its own. */
static void
test_deck_a_status (void)
{
  g_autoptr (ReaPlan) plan = make_plan ();
  g_autoptr (ReaDeal) deal = NULL;

  give (plan, REA_HOLDER_UNASSIGNED, REA_STATUS_MESSAGED, 2);
  give (plan, REA_HOLDER_UNASSIGNED, REA_STATUS_REPLIED, 2);
  receive (plan, 1, REA_STATUS_MESSAGED, 1);
  receive (plan, 2, REA_STATUS_MESSAGED, 1);
  receive (plan, 1, REA_STATUS_REPLIED, 1);
  receive (plan, 2, REA_STATUS_REPLIED, 1);
  deal = rea_deal_new (plan);

  g_assert_cmpint (rea_deal_ask (deal, 1, REA_HOLDER_UNASSIGNED, REA_STATUS_MESSAGED, 0), ==, ANN);
  g_assert_cmpint (rea_deal_ask (deal, 2, REA_HOLDER_UNASSIGNED, REA_STATUS_REPLIED, 0), ==, ANN);
  g_assert_cmpint (rea_deal_ask (deal, 3, REA_HOLDER_UNASSIGNED, REA_STATUS_REPLIED, 0), ==, BO);
  g_assert_cmpint (rea_deal_ask (deal, 4, REA_HOLDER_UNASSIGNED, REA_STATUS_MESSAGED, 0), ==, BO);
}

/* A giver gives just what the plan says, the lowest id first; who is not in the plan
 * gives nothing.
 */
static void
test_givers (void)
{
  g_autoptr (ReaPlan) plan = make_plan ();
  g_autoptr (ReaDeal) deal = NULL;

  give (plan, ANN, REA_STATUS_NOT_STARTED, 2);
  receive (plan, 0, REA_STATUS_NOT_STARTED, 2);
  deal = rea_deal_new (plan);

  g_assert_cmpint (rea_deal_ask (deal, 1, BO, REA_STATUS_NOT_STARTED, 0), ==, 0);
  g_assert_cmpint (rea_deal_ask (deal, 2, ANN, REA_STATUS_CLOSED, 0), ==, 0);
  g_assert_cmpint (rea_deal_ask (deal, 3, ANN, REA_STATUS_NOT_STARTED, 0), ==, 999);
  g_assert_cmpint (rea_deal_ask (deal, 4, 1003, REA_STATUS_NOT_STARTED, 0), ==, 0);
  g_assert_cmpint (rea_deal_ask (deal, 5, 998, REA_STATUS_NOT_STARTED, 0), ==, 0);
  g_assert_cmpint (rea_deal_ask (deal, 6, G_MAXINT64, REA_STATUS_NOT_STARTED, 0), ==, 0);
  g_assert_cmpint (rea_deal_ask (deal, 7, G_MININT64, REA_STATUS_NOT_STARTED, 0), ==, 0);
  g_assert_cmpint (rea_deal_ask (deal, 8, ANN, REA_STATUS_NOT_STARTED, 0), ==, 999);
  g_assert_cmpint (rea_deal_ask (deal, 9, ANN, REA_STATUS_NOT_STARTED, 0), ==, 0);
}

/* Of those that need a reply up to the one that waits longest, equals by their id. */
static void
test_limit (void)
{
  g_autoptr (ReaPlan) plan = make_plan ();
  g_autoptr (ReaDeal) deal = NULL;

  give (plan, ANN, REA_STATUS_NEEDS_REPLY, 3);
  receive (plan, 2, REA_STATUS_NEEDS_REPLY, 3);
  deal = rea_deal_new (plan);
  rea_deal_set_limit (deal, 1, 500, 4);

  g_assert_cmpint (rea_deal_ask (deal, 1, ANN, REA_STATUS_NEEDS_REPLY, 501), ==, 0);
  g_assert_cmpint (rea_deal_ask (deal, 2, ANN, REA_STATUS_NEEDS_REPLY, 500), ==, BO);
  g_assert_cmpint (rea_deal_ask (deal, 4, ANN, REA_STATUS_NEEDS_REPLY, 500), ==, BO);
  g_assert_cmpint (rea_deal_ask (deal, 5, ANN, REA_STATUS_NEEDS_REPLY, 500), ==, 0);
  g_assert_cmpint (rea_deal_ask (deal, 6, ANN, REA_STATUS_NEEDS_REPLY, 1), ==, BO);
}

typedef struct
{
  gint64 id;
  gint64 before;
  gint64 after;
} Change;

/* The record of a move, in a transaction that is rolled back in the end. */
static ReaRunsReader *
make_record (ReaFixture *self, const Change *changes, guint n)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self->store);
  g_autoptr (ReaRunsWriter) writer = rea_runs_writer_new ();
  g_autoptr (GError) error = NULL;
  ReaRunsReader *reader;

  for (guint i = 0; i < n; i++)
    rea_runs_writer_add (writer, changes[i].id, changes[i].before, changes[i].after);

  rea_fixture_begin (self);
  rea_runs_writer_save (writer, db, 1, &error);
  g_assert_no_error (error);
  reader = rea_runs_reader_new (db, 1, &error);
  g_assert_no_error (error);

  return reader;
}

/* Each goes back or is left alone for the first reason that holds. */
static void
test_back (ReaFixture *self, gconstpointer data)
{
  static const Change changes[] = {
    { 2, ANN, BO },
    { 3, ANN, BO },
    { 5, ANN, BO },
    { 6, 1003, BO },
    { 7, 1003, BO },
    { 8, 1003, BO },
    { 9, REA_HOLDER_UNASSIGNED, CY },
  };
  g_autoptr (ReaRunsReader) record = make_record (self, changes, G_N_ELEMENTS (changes));
  g_autoptr (ReaIdSet) answered = rea_id_set_new (2, 9);
  g_autoptr (ReaPlan) plan = make_plan ();
  g_autoptr (ReaDeal) deal = rea_deal_new (plan);
  ReaLeft left = { 0 };

  rea_id_set_add (answered, 3);
  rea_id_set_add (answered, 5);
  rea_id_set_add (answered, 7);
  rea_id_set_add (answered, 8);
  rea_deal_set_back (deal, record, answered, &left);

  g_assert_cmpint (rea_deal_ask (deal, 1, BO, REA_STATUS_REPLIED, 0), ==, 0);
  g_assert_cmpint (rea_deal_ask (deal, 2, BO, REA_STATUS_REPLIED, 0), ==, ANN);
  g_assert_cmpint (rea_deal_ask (deal, 3, CY, REA_STATUS_REPLIED, 0), ==,
                   0); /* moved and answered */
  g_assert_cmpint (rea_deal_ask (deal, 4, BO, REA_STATUS_REPLIED, 0), ==, 0);
  g_assert_cmpint (rea_deal_ask (deal, 5, BO, REA_STATUS_REPLIED, 0), ==, 0);  /* answered */
  g_assert_cmpint (rea_deal_ask (deal, 6, BO, REA_STATUS_REPLIED, 0), ==, 0);  /* nobody's there */
  g_assert_cmpint (rea_deal_ask (deal, 7, BO, REA_STATUS_REPLIED, 0), ==, 0);  /* answered first */
  g_assert_cmpint (rea_deal_ask (deal, 8, ANN, REA_STATUS_REPLIED, 0), ==, 0); /* all three */
  g_assert_cmpint (rea_deal_ask (deal, 9, CY, REA_STATUS_CLOSED, 0), ==, 999);
  g_assert_cmpint (rea_deal_ask (deal, 10, CY, REA_STATUS_CLOSED, 0), ==, 0);

  g_assert_cmpint (left.moved_since, ==, 2);
  g_assert_cmpint (left.answered_since, ==, 2);
  g_assert_cmpint (left.no_longer_sender, ==, 1);
  g_assert_cmpint (rea_deal_get_moved (deal), ==, 2);

  /* And the plan is filled in. */
  g_assert_cmpint (rea_plan_find (plan, BO)->gave.n[REA_STATUS_REPLIED], ==, 1);
  g_assert_cmpint (rea_plan_find (plan, ANN)->received.n[REA_STATUS_REPLIED], ==, 1);
  g_assert_cmpint (rea_plan_find (plan, CY)->gave.n[REA_STATUS_CLOSED], ==, 1);

  rea_store_rollback (self->store);
}

/* A record or a holder that there cannot be leaves the conversation where it is. */
static void
test_back_damaged (ReaFixture *self, gconstpointer data)
{
  static const Change changes[] = {
    { 1, G_MAXINT64, ANN }, { 2, 5, ANN },   { 3, -1000000, ANN }, { 4, ANN, 1003 },
    { 5, ANN, G_MAXINT64 }, { 6, ANN, 998 }, { 7, ANN, -1000000 },
  };
  g_autoptr (ReaRunsReader) record = make_record (self, changes, G_N_ELEMENTS (changes));
  g_autoptr (ReaIdSet) answered = rea_id_set_new (1, 9);
  g_autoptr (ReaPlan) plan = make_plan ();
  g_autoptr (ReaDeal) deal = rea_deal_new (plan);
  ReaLeft left = { 0 };

  rea_deal_set_back (deal, record, answered, &left);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_assert_cmpint (rea_deal_ask (deal, changes[i].id, changes[i].after, REA_STATUS_CLOSED, 0), ==,
                     0);

  g_assert_cmpint (rea_deal_get_moved (deal), ==, 0);
  g_assert_cmpint (left.moved_since + left.no_longer_sender, ==, G_N_ELEMENTS (changes));
  rea_store_rollback (self->store);
}

static gboolean
run_update (ReaFixture *self, const char *sql, ReaDeal *deal, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self->store);

  rea_deal_begin (deal, db);

  return rea_sqlite_exec (db, sql, error);
}

/* If ids don't come ascending the UPDATE fails, and with it the move. */
static void
test_order_of_ids (ReaFixture *self, gconstpointer data)
{
  static const char *const wrongs[] = {
    "SELECT rea_pick (id, holder, status, 0) FROM (SELECT * FROM conversation ORDER BY id DESC)",
    "SELECT rea_deal (id, holder, status, 0) FROM (SELECT * FROM conversation ORDER BY id DESC)",
    "SELECT rea_pick (id, holder, status, 0), rea_pick (id, holder, status, 0) FROM conversation",
    "SELECT rea_pick (id, holder, 5, 0) FROM conversation",
    "SELECT rea_pick (id, holder, -1, 0) FROM conversation",
    "SELECT rea_dealt (id) FROM conversation",
    "SELECT rea_pick (id, holder, status, 0), rea_dealt (id + 1) FROM conversation",
  };

  rea_fixture_add (self, 5, REA_STATUS_CLOSED, REA_HOLDER_UNASSIGNED);

  for (gsize i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autoptr (ReaPlan) plan = make_plan ();
      g_autoptr (ReaDeal) deal = NULL;
      g_autoptr (GError) error = NULL;

      give (plan, REA_HOLDER_UNASSIGNED, REA_STATUS_CLOSED, 5);
      receive (plan, 1, REA_STATUS_CLOSED, 5);
      deal = rea_deal_new (plan);

      rea_fixture_begin (self);
      g_test_message ("%s", wrongs[i]);
      g_assert_false (run_update (self, wrongs[i], deal, &error));
      g_assert_nonnull (error);
      rea_store_rollback (self->store);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sqlite-deal/like-cards", test_like_cards);
  g_test_add_func ("/sqlite-deal/last-drops-out", test_last_drops_out);
  g_test_add_func ("/sqlite-deal/deck-a-status", test_deck_a_status);
  g_test_add_func ("/sqlite-deal/givers", test_givers);
  g_test_add_func ("/sqlite-deal/limit", test_limit);
  rea_fixture_add_test ("/sqlite-deal/back", test_back);
  rea_fixture_add_test ("/sqlite-deal/back-damaged", test_back_damaged);
  rea_fixture_add_test ("/sqlite-deal/order-of-ids", test_order_of_ids);

  return g_test_run ();
}
