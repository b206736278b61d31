/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"

#define MAX_RUNS 5

/* The barest UPDATE: five integer columns, as many rows, no index, SQLite as it
 * comes but for the log. It is measured in turn with the move, so that both meet
 * the same machine.
 */
typedef struct
{
  sqlite3 *db;
  int      shift;
} Yardstick;

static sqlite3 *
open_yardstick (Bench *self)
{
  g_autofree char *path = bench_path (self, "yardstick.db");
  g_autofree char *fill = g_strdup_printf (
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %" G_GINT64_FORMAT
      ") INSERT INTO t SELECT i, 1, 1000 + abs (random () %% 100), abs (random () %% 5), "
      "1700000000 + abs (random () %% 30000) FROM n",
      self->n);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  bench_sql (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
  bench_sql (db, "CREATE TABLE t (id INTEGER PRIMARY KEY, campaign INTEGER, holder INTEGER, "
                 "status INTEGER, at INTEGER) STRICT");
  bench_sql (db, fill);
  bench_sql (db, "PRAGMA wal_checkpoint (TRUNCATE)");

  return db;
}

static void
update_all (gpointer data)
{
  Yardstick       *yardstick = data;
  g_autofree char *sql =
      g_strdup_printf ("BEGIN IMMEDIATE; UPDATE t SET holder = holder + %d; COMMIT",
                       yardstick->shift);

  bench_sql (yardstick->db, sql);
}

static void
back_again (gpointer data)
{
  Yardstick *yardstick = data;

  yardstick->shift = -yardstick->shift;
  bench_sql (yardstick->db, "PRAGMA wal_checkpoint (TRUNCATE)");
}

typedef struct
{
  Bench      *bench;
  ReaRequest *request;
  gint64      move;
  gint64      moved;
} Move;

static void
reassign (gpointer data)
{
  Move *move = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result = rea_session_reassign (move->bench->session, move->bench->campaign,
                                                       move->request, NULL, -1, NULL, &error);

  bench_die_if (error);
  move->move = result->move;
  move->moved = result->plan->moved;
}

/* What the history says beside the button. */
static void
ask_undo (gpointer data)
{
  Move *move = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result =
      rea_session_preview_undo (move->bench->session, move->bench->campaign, move->move, NULL,
                                &error);

  bench_die_if (error);
  g_assert_cmpint (result->plan->moved, ==, move->moved);
}

static void
undo (gpointer data)
{
  Move *move = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result =
      rea_session_undo (move->bench->session, move->bench->campaign, move->move, NULL, &error);

  bench_die_if (error);
  g_assert_cmpint (result->plan->moved, ==, move->moved);
}

static void
measure (Bench      *self,
         Yardstick  *yardstick,
         const char *what,
         ReaRequest *request,
         double      bar,
         double      undo_bar)
{
  Move             move = { self, request, 0, 0 };
  int              n_runs = self->n > 2000000 ? 1 : MAX_RUNS;
  double           bare[MAX_RUNS], there[MAX_RUNS], asked[MAX_RUNS], back[MAX_RUNS];
  double           bare_time;
  g_autofree char *title = NULL;
  g_autofree char *ask_title = g_strconcat (what, ": what its undo would do", NULL);
  g_autofree char *undo_title = g_strconcat (what, ": its undo", NULL);

  for (int i = 0; i < n_runs; i++)
    {
      bare[i] = bench_time (update_all, yardstick);
      back_again (yardstick);
      there[i] = bench_time (reassign, &move);
      asked[i] = bench_time (ask_undo, &move);
      back[i] = bench_time (undo, &move);
    }

  title = g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", what, move.moved);
  bare_time = bench_pick_median (bare, n_runs);
  bench_ratio (title, bench_pick_median (there, n_runs), "the barest UPDATE", bare_time, bar);
  bench_ratio (ask_title, bench_pick_median (asked, n_runs), "the barest UPDATE", bare_time, 1.25);
  bench_ratio (undo_title, bench_pick_median (back, n_runs), "the barest UPDATE", bare_time,
               undo_bar);
  rea_request_free (request);
}

static ReaRequest *
new_request (int from, int n_from, int to, int n_to, gint64 number)
{
  ReaRequest *request = rea_request_new ();
  g_auto (GStrv) senders = bench_dup_emails (from, n_from);
  g_auto (GStrv) receivers = bench_dup_emails (to, n_to);

  if (n_from > 0)
    rea_filter_set_senders (request->filter, (const char *const *) senders);

  if (n_to > 0)
    {
      request->to = REA_TO_SENDERS;
      rea_request_set_to_senders (request, (const char *const *) receivers);
    }
  else
    request->to = REA_TO_OTHERS;

  request->number = number;

  return request;
}

void
bench_moves (Bench *self)
{
  Yardstick   yardstick = { open_yardstick (self), BENCH_N_HOLDERS };
  ReaRequest *level = new_request (0, 100, 100, 100, REA_NUMBER_ALL);

  measure (self, &yardstick, "all to 100 others", new_request (0, 100, 100, 100, REA_NUMBER_ALL),
           1.6, 1.75);
  measure (self, &yardstick, "evened out over 150 of whom 100 hold",
           new_request (0, 0, 0, 150, REA_NUMBER_ALL), 2.0, 1.75);
  measure (self, &yardstick, "10,000 to 10", new_request (0, 0, 100, 10, 10000), 0.7, 0.7);
  measure (self, &yardstick, "one sender's to all others", new_request (0, 1, 0, 0, REA_NUMBER_ALL),
           0.7, 0.7);

  level->divide = REA_DIVIDE_LEVEL;
  measure (self, &yardstick, "all to 100 others, level", level, 1.6, 1.75);

  sqlite3_close (yardstick.db);
}
