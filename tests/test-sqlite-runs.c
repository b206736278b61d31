/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-fixture.h"
#include "rea-rounds.h"
#include "sqlite/rea-sqlite-runs.h"
#include "sqlite/rea-sqlite-store-private.h"

#define MOVE 77

typedef struct
{
  gint64 id;
  gint64 before;
  gint64 after;
} Change;

/* Ids with gaps of all lengths, holders of all widths. */
static GArray *
make_changes (GRand *rand, guint n)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));
  gint64  id = 0;

  for (guint i = 0; i < n; i++)
    {
      int    wide = g_rand_int_range (rand, 0, 40);
      Change change;

      id += 1 + (g_rand_int (rand) & ((G_GUINT64_CONSTANT (1) << wide) - 1));
      change.id = id;
      change.before = REA_HOLDER_UNASSIGNED + g_rand_int_range (rand, 0, 1 << (wide % 30));
      change.after = REA_HOLDER_UNASSIGNED + g_rand_int_range (rand, 0, 1 << (wide * 7 % 30));
      g_array_append_val (changes, change);
    }

  return changes;
}

static void
save (ReaFixture *self, GArray *changes)
{
  g_autoptr (ReaRunsWriter) writer = rea_runs_writer_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);

      rea_runs_writer_add (writer, change->id, change->before, change->after);
    }

  rea_fixture_begin (self);
  rea_runs_writer_save (writer, rea_sqlite_store_get_db (self->store), MOVE, &error);
  g_assert_no_error (error);
}

static ReaRunsReader *
load (ReaFixture *self)
{
  g_autoptr (GError) error = NULL;
  ReaRunsReader *reader = rea_runs_reader_new (rea_sqlite_store_get_db (self->store), MOVE, &error);

  g_assert_no_error (error);

  return reader;
}

static void
test_round_trip (ReaFixture *self, gconstpointer data)
{
  static const guint lengths[] = { 0, 1, 2, 4095, 4096, 4097, 10000 };

  for (guint round = 0; round < G_N_ELEMENTS (lengths); round++)
    {
      g_autoptr (GRand) rand = rea_rounds_begin (round);
      g_autoptr (GArray) changes = make_changes (rand, lengths[round]);
      g_autoptr (ReaRunsReader) reader = NULL;

      save (self, changes);
      reader = load (self);

      if (changes->len == 0)
        g_assert_cmpint (rea_runs_reader_get_first (reader), >, rea_runs_reader_get_last (reader));

      for (guint i = 0; i < changes->len; i++)
        {
          const Change *change = &g_array_index (changes, Change, i);

          g_assert_true (rea_runs_reader_next (reader));
          g_assert_cmpint (rea_runs_reader_get_id (reader), ==, change->id);
          g_assert_cmpint (rea_runs_reader_get_before (reader), ==, change->before);
          g_assert_cmpint (rea_runs_reader_get_after (reader), ==, change->after);
          if (i == 0)
            g_assert_cmpint (rea_runs_reader_get_first (reader), ==, change->id);
          if (i == changes->len - 1)
            g_assert_cmpint (rea_runs_reader_get_last (reader), ==, change->id);
        }

      g_assert_false (rea_runs_reader_next (reader));
      g_assert_false (rea_runs_reader_next (reader));
      rea_store_rollback (self->store);
    }
}

/* Finds the change of one conversation as the trail does. */
static gboolean
find (ReaFixture *self, gint64 id, gint64 *before, gint64 *after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaStatement) select =
      rea_sqlite_prepare (rea_sqlite_store_get_db (self->store),
                          "SELECT runs, first_id FROM move_part WHERE move_id = ?"
                          " AND first_id <= ? AND last_id >= ?",
                          &error);
  gboolean row;

  rea_statement_bind (select, "iii", (gint64) MOVE, id, id);
  g_assert_true (rea_statement_step (select, &row, &error));

  return row && rea_runs_find (sqlite3_column_blob (select, 0), sqlite3_column_bytes (select, 0),
                               sqlite3_column_int64 (select, 1), id, before, after);
}

static void
test_find (ReaFixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = rea_rounds_begin (0);
  g_autoptr (GArray) changes = make_changes (rand, 6000);
  gint64 before = 0;
  gint64 after = 0;
  gint64 last = 0;

  save (self, changes);

  for (guint i = 0; i < changes->len; i += 37)
    {
      const Change *change = &g_array_index (changes, Change, i);

      g_assert_true (find (self, change->id, &before, &after));
      g_assert_cmpint (before, ==, change->before);
      g_assert_cmpint (after, ==, change->after);
    }

  for (guint i = 0; i < changes->len; i++)
    {
      gint64 id = g_array_index (changes, Change, i).id;

      if (i % 37 == 0 && id > last + 1)
        g_assert_false (find (self, id - 1, &before, &after));
      last = id;
    }
  g_assert_false (find (self, last + 1, &before, &after));

  rea_store_rollback (self->store);
}

/* Whatever bytes are there, the reader comes to an end and reads nothing beyond. */
static void
test_damaged (ReaFixture *self, gconstpointer data)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self->store);

  for (guint round = 0; round < rea_rounds_count (2000); round++)
    {
      g_autoptr (GRand) rand = rea_rounds_begin (round);
      g_autoptr (GError) error = NULL;
      guint              size = g_rand_int_range (rand, 0, 40);
      g_autofree guint8 *bytes = g_malloc (size);
      gint64             first = (gint64) g_rand_int (rand) << g_rand_int_range (rand, 0, 31);
      gint64             before, after;
      guint              n = 0;

      for (guint i = 0; i < size; i++)
        bytes[i] = g_rand_boolean (rand) ? 0xff : g_rand_int (rand);

      rea_fixture_begin (self);
      {
        g_autoptr (ReaStatement) insert =
            rea_sqlite_prepare (db, "INSERT INTO move_part VALUES (?, ?, ?, ?)", &error);

        rea_statement_bind (insert, "iii", (gint64) MOVE, first, first);
        sqlite3_bind_blob (insert, 4, bytes, size, SQLITE_STATIC);
        if (size == 0)
          sqlite3_bind_zeroblob (insert, 4, 0);
        g_assert_true (rea_statement_step (insert, NULL, &error));
      }
      {
        g_autoptr (ReaRunsReader) reader = load (self);

        while (rea_runs_reader_next (reader))
          n++;
      }
      g_assert_cmpuint (n, <=, size);

      rea_runs_find (bytes, size, first, first, &before, &after);
      rea_runs_find (bytes, size, first, G_MAXINT64, &before, &after);
      rea_store_rollback (self->store);
    }
}

static void
test_collect_moved (ReaFixture *self, gconstpointer data)
{
  const char *const emails[] = { "ann@x", NULL };
  ReaSqlite        *db = rea_sqlite_store_get_db (self->store);
  g_autoptr (ReaRequest) request = rea_request_new ();
  gint64 first;

  rea_fixture_add_sender (self, "ann@x");
  first = rea_fixture_add (self, 10, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);
  rea_request_set_to_senders (request, emails);

  /* Three an hour. */
  request->number = 3;
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ReaResult) result = NULL;

      rea_fixture_set_now (REA_FIXTURE_NOW + i * 3600);
      result =
          rea_session_reassign (self->session, self->campaign, request, NULL, -1, NULL, &error);
      g_assert_no_error (error);
    }

  for (int i = 0; i <= 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ReaCampaign) campaign = NULL;
      g_autoptr (ReaIdSet) moved = NULL;

      rea_fixture_begin (self);
      campaign = rea_store_get_campaign (self->store, self->campaign, &error);
      moved = rea_sqlite_runs_collect_moved (db, campaign, NULL, REA_FIXTURE_NOW + i * 3600 - 1,
                                             &error);
      g_assert_no_error (error);
      rea_store_rollback (self->store);

      for (int place = 0; place < 10; place++)
        g_assert_true (rea_id_set_contains (moved, first + place) == (place >= 3 * i && place < 9));
      g_assert_cmpint (rea_id_set_get_length (moved), ==, 3 * (3 - i));
    }
}

/* What went to others is none of theirs. */
static void
test_collect_moved_to (ReaFixture *self, gconstpointer data)
{
  const char *const ann[] = { "ann@x", NULL };
  const char *const bo[] = { "bo@x", NULL };
  ReaSqlite        *db = rea_sqlite_store_get_db (self->store);
  g_autoptr (ReaRequest) request = rea_request_new ();
  gint64 holders[2];
  gint64 first;

  holders[0] = rea_fixture_add_sender (self, "ann@x");
  holders[1] = rea_fixture_add_sender (self, "bo@x");
  first = rea_fixture_add (self, 5, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);

  /* Three to Ann, of which one goes on to Bo. */
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ReaResult) result = NULL;

      if (i == 1)
        rea_filter_set_senders (request->filter, ann);
      request->number = i == 0 ? 3 : 1;
      rea_request_set_to_senders (request, i == 0 ? ann : bo);
      result =
          rea_session_reassign (self->session, self->campaign, request, NULL, -1, NULL, &error);
      g_assert_no_error (error);
    }

  for (int of = -1; of < 2; of++)
    {
      g_autoptr (GArray) of_whom = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GError) error = NULL;
      g_autoptr (ReaCampaign) campaign = NULL;
      g_autoptr (ReaIdSet) moved = NULL;
      g_autoptr (GArray) ids = NULL;

      if (of >= 0)
        g_array_append_val (of_whom, holders[of]);

      rea_fixture_begin (self);
      campaign = rea_store_get_campaign (self->store, self->campaign, &error);
      moved = rea_sqlite_runs_collect_moved (db, campaign, of_whom, REA_FIXTURE_NOW - 1, &error);
      g_assert_no_error (error);
      rea_store_rollback (self->store);

      ids = rea_id_set_dup_ids (moved);
      g_assert_cmpuint (ids->len, ==, of < 0 ? 0 : of == 0 ? 3 : 1);
      for (guint i = 0; i < ids->len; i++)
        g_assert_cmpint (g_array_index (ids, gint64, i), ==, first + i);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  rea_fixture_add_test ("/sqlite-runs/round-trip", test_round_trip);
  rea_fixture_add_test ("/sqlite-runs/find", test_find);
  rea_fixture_add_test ("/sqlite-runs/damaged", test_damaged);
  rea_fixture_add_test ("/sqlite-runs/collect-moved", test_collect_moved);
  rea_fixture_add_test ("/sqlite-runs/collect-moved-to", test_collect_moved_to);

  return g_test_run ();
}
