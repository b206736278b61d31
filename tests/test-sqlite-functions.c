/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-fixture.h"
#include "rea-name.h"
#include "sqlite/rea-sqlite-functions.h"
#include "sqlite/rea-sqlite-store-private.h"

static ReaSqlite *
get_db (ReaFixture *self)
{
  return rea_sqlite_store_get_db (self->store);
}

static void
test_id_set (void)
{
  g_autoptr (ReaIdSet) set = rea_id_set_new (100, 131);
  g_autoptr (ReaIdSet) empty = rea_id_set_new (1, 0);
  g_autoptr (ReaIdSet) one = rea_id_set_new (G_MAXINT64, G_MAXINT64);

  for (gint64 id = 100; id <= 131; id += 3)
    rea_id_set_add (set, id);
  /* What lies outside of its range is never in it. */
  rea_id_set_add (set, 99);
  rea_id_set_add (set, 132);
  rea_id_set_add (set, G_MININT64);

  for (gint64 id = 0; id < 300; id++)
    g_assert_true (rea_id_set_contains (set, id) == (id >= 100 && id <= 131 && id % 3 == 1));

  rea_id_set_add (empty, 1);
  g_assert_false (rea_id_set_contains (empty, 1));
  g_assert_false (rea_id_set_contains (empty, 0));

  g_assert_false (rea_id_set_contains (one, G_MAXINT64));
  rea_id_set_add (one, G_MAXINT64);
  g_assert_true (rea_id_set_contains (one, G_MAXINT64));
}

static gint64
ask_with (ReaFixture *self, const char *sql, gpointer pointer, const char *type)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaStatement) select = rea_sqlite_prepare (get_db (self), sql, &error);
  gboolean row;

  g_assert_no_error (error);
  sqlite3_bind_pointer (select, 1, pointer, type, NULL);
  g_assert_true (rea_statement_step (select, &row, &error) && row);

  return sqlite3_column_int64 (select, 0);
}

static void
test_in (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaIdSet) set = rea_id_set_new (1, 10);

  rea_id_set_add (set, 7);
  g_assert_cmpint (ask_with (self, "SELECT rea_in (?, 7)", set, REA_POINTER_ID_SET), ==, 1);
  g_assert_cmpint (ask_with (self, "SELECT rea_in (?, 8)", set, REA_POINTER_ID_SET), ==, 0);
  /* Anything else that is handed over is no set. */
  g_assert_cmpint (ask_with (self, "SELECT rea_in (?, 7)", set, REA_POINTER_SEARCH), ==, 0);
  g_assert_cmpint (ask_with (self, "SELECT rea_in (?, 7)", NULL, REA_POINTER_ID_SET), ==, 0);
}

static void
test_matches (ReaFixture *self, gconstpointer data)
{
  static const char *const sql = "SELECT rea_matches (?, 'José', 'Núñez', 112025550136)";
  static const struct
  {
    const char *search;
    gboolean    found;
  } searches[] = {
    { "jose", TRUE },   { "NUÑEZ 0136", TRUE }, { "+1 (202) 555", TRUE },
    { "11202", FALSE }, { "maria", FALSE },     { "", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (ReaSearch) search = rea_search_new (searches[i].search);

      g_assert_cmpint (ask_with (self, sql, search, REA_POINTER_SEARCH), ==, searches[i].found);
    }

  g_assert_cmpint (ask_with (self, sql, NULL, REA_POINTER_SEARCH), ==, 0);
}

static void
test_tally (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaTally) tally = rea_tally_new ();
  ReaCounts unassigned, ann, sum;

  ask_with (self,
            "SELECT rea_tally (?, holder, status) FROM (SELECT 999 AS holder, 4 AS status"
            " UNION ALL SELECT 1000, 0 UNION ALL SELECT 1000, 0 UNION ALL SELECT 1000, 1"
            " UNION ALL SELECT 1000, 5 UNION ALL SELECT 1000, -1)",
            tally, REA_POINTER_TALLY);

  unassigned = rea_tally_get (tally, REA_HOLDER_UNASSIGNED);
  ann = rea_tally_get (tally, 1000);
  sum = rea_tally_sum (tally);
  g_assert_cmpint (unassigned.n[REA_STATUS_CLOSED], ==, 1);
  g_assert_cmpint (ann.n[REA_STATUS_NEEDS_REPLY], ==, 2);
  g_assert_cmpint (ann.n[REA_STATUS_NOT_STARTED], ==, 1);
  g_assert_cmpint (rea_counts_total (&sum), ==, 4);
}

/* The engine sorts as the rest of the program does. */
static void
test_collation (ReaFixture *self, gconstpointer data)
{
  static const char *const names[] = { "",    "a",  "A",  "ab", "Ab",  "b",      "é",      "É",
                                       "ea",  "ez", "ß",  "ss", "SSa", "\u0130", "山",     "Zoë",
                                       "zoe", "_",  "[a", "@",  "aé",  "aÉ",     "a\u0301" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
      {
        g_autoptr (GError) error = NULL;
        gint64 order = 0;
        int    expected = rea_name_compare_folded (names[i], names[j]);

        rea_sqlite_get_int (get_db (self),
                            "SELECT (?1 > ?2 COLLATE rea_name) - (?1 < ?2 COLLATE rea_name)", 0,
                            &order, &error, "ss", names[i], names[j]);
        g_assert_no_error (error);
        g_assert_cmpint (order, ==, (expected > 0) - (expected < 0));
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sqlite-functions/id-set", test_id_set);
  rea_fixture_add_test ("/sqlite-functions/in", test_in);
  rea_fixture_add_test ("/sqlite-functions/matches", test_matches);
  rea_fixture_add_test ("/sqlite-functions/tally", test_tally);
  rea_fixture_add_test ("/sqlite-functions/collation", test_collation);

  return g_test_run ();
}
