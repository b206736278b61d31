/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sqlite/rea-sqlite-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char      *folder;
  char      *path;
  ReaSqlite *db;
} Fixture;

static void
exec (ReaSqlite *db, const char *script)
{
  g_autoptr (GError) error = NULL;

  rea_sqlite_exec (db, script, &error);
  g_assert_no_error (error);
}

static ReaSqlite *
open_again (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  ReaSqlite *db = rea_sqlite_open (self->path, FALSE, &error);

  g_assert_no_error (error);

  return db;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("reassign-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "new", "test.db", NULL);
  self->db = rea_sqlite_open (self->path, TRUE, &error);
  g_assert_no_error (error);

  exec (self->db, "PRAGMA journal_mode = WAL; CREATE TABLE t (id INTEGER PRIMARY KEY, a, b)");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char         *inner = g_path_get_dirname (self->path);
  static const char *const ends[] = { "", ".lock", "-wal", "-shm", ".moved" };

  g_clear_pointer (&self->db, rea_sqlite_close);
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat (self->path, ends[i], NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (inner), ==, 0);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
}

static void
begin (ReaSqlite *db, gboolean writing)
{
  g_autoptr (GError) error = NULL;

  rea_sqlite_begin (db, writing, NULL, &error);
  g_assert_no_error (error);
}

static void
commit (ReaSqlite *db)
{
  g_autoptr (GError) error = NULL;

  rea_sqlite_commit (db, &error);
  g_assert_no_error (error);
}

static gint64
get (ReaSqlite *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  rea_sqlite_get_int (db, sql, -1, &value, &error, "");
  g_assert_no_error (error);

  return value;
}

static void
assert_refused (const char *path, gboolean create, ReaError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rea_sqlite_open (path, create, &error));
  g_assert_error (error, REA_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_open (Fixture *self, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (self->folder, "no.db", NULL);
  g_autofree char *below_file = g_build_filename (self->path, "sub", "test.db", NULL);
  g_autofree char *inner = g_path_get_dirname (self->path);
  GStatBuf         info;

  assert_refused (missing, FALSE, REA_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  assert_refused (self->folder, FALSE, REA_ERROR_CORRUPT);
  assert_refused (self->folder, TRUE, REA_ERROR_CORRUPT);
  assert_refused (below_file, TRUE, REA_ERROR_IO);

  /* Nobody else reads it. */
  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (inner, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
}

static void
test_bind (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaStatement) select = NULL;
  gboolean row;

  rea_sqlite_run (self->db, "INSERT INTO t VALUES (?, ?, ?)", &error, "ist", G_MAXINT64, "O'Brien",
                  (gint64) 0);
  g_assert_no_error (error);
  rea_sqlite_run (self->db, "INSERT INTO t VALUES (?, ?, ?)", &error, "iso", (gint64) 2, NULL,
                  (gint64) 7);
  g_assert_no_error (error);

  g_assert_cmpint (get (self->db, "SELECT count(*) FROM t WHERE id = 9223372036854775807"
                                  " AND a = 'O''Brien' AND b IS NULL"),
                   ==, 1);
  g_assert_cmpint (get (self->db, "SELECT count(*) FROM t WHERE id = 2 AND a IS NULL AND b = 7"),
                   ==, 1);

  select = rea_sqlite_prepare (self->db, "SELECT a, b FROM t ORDER BY id", &error);
  g_assert_true (rea_statement_step (select, &row, &error) && row);
  g_assert_null (rea_statement_dup_text (select, 0));
  g_assert_true (rea_statement_step (select, &row, &error) && row);
  {
    g_autofree char *text = rea_statement_dup_text (select, 0);

    g_assert_cmpstr (text, ==, "O'Brien");
  }
  g_assert_true (rea_statement_step (select, &row, &error));
  g_assert_false (row);
}

static void
test_get_int (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (get (self->db, "SELECT id FROM t"), ==, -1);
  g_assert_cmpint (get (self->db, "SELECT max(id) FROM t"), ==, -1);
  g_assert_cmpint (get (self->db, "SELECT 0"), ==, 0);
}

/* A statement is prepared once, and comes back with nothing bound. */
static void
test_statements (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  ReaStatement *first = rea_sqlite_prepare (self->db, "SELECT ?", &error);
  gboolean      row;

  rea_statement_bind (first, "i", (gint64) 5);
  g_assert_true (rea_statement_step (first, &row, &error) && row);
  rea_statement_reset (first);

  g_assert_true (rea_sqlite_prepare (self->db, "SELECT ?", &error) == first);
  g_assert_true (rea_statement_step (first, &row, &error) && row);
  g_assert_cmpint (sqlite3_column_type (first, 0), ==, SQLITE_NULL);
  rea_statement_reset (first);

  g_assert_null (rea_sqlite_prepare (self->db, "SELECT nonsense", &error));
  g_assert_nonnull (error);
}

/* Every filter is a statement of its own; they must not become more and more. */
static void
test_many_statements (Fixture *self, gconstpointer data)
{
  guint n = 0;

  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %d", i);

      begin (self->db, FALSE);
      g_assert_cmpint (get (self->db, sql), ==, i);
      commit (self->db);
    }

  for (sqlite3_stmt *statement = NULL;
       (statement = sqlite3_next_stmt (rea_sqlite_get_handle (self->db), statement)) != NULL;)
    n++;
  g_assert_cmpuint (n, <, 500);
}

static void
test_rollback (Fixture *self, gconstpointer data)
{
  begin (self->db, TRUE);
  exec (self->db, "INSERT INTO t (id) VALUES (1)");
  rea_sqlite_rollback (self->db);
  g_assert_cmpint (get (self->db, "SELECT count(*) FROM t"), ==, 0);

  /* Where there is none, that is no failure. */
  rea_sqlite_rollback (self->db);

  begin (self->db, TRUE);
  exec (self->db, "INSERT INTO t (id) VALUES (2)");
  commit (self->db);
  g_assert_cmpint (get (self->db, "SELECT id FROM t"), ==, 2);
}

/* After an error nothing but a rollback succeeds, whatever the error was. */
static void
test_no_commit_after_error (Fixture *self, gconstpointer data)
{
  static const char *const wrongs[] = { "INSERT INTO t (id) VALUES (1)", "SELECT nonsense",
                                        "SELECT abs(-9223372036854775808)" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrongs); i++)
    for (int way = 0; way < 2; way++)
      {
        g_autoptr (GError) wrong = NULL;
        g_autoptr (GError) error = NULL;
        gint64 value;

        begin (self->db, TRUE);
        exec (self->db, "INSERT INTO t (id) VALUES (1)");
        if (way == 0)
          g_assert_false (rea_sqlite_exec (self->db, wrongs[i], &wrong));
        else
          g_assert_false (rea_sqlite_get_int (self->db, wrongs[i], 0, &value, &wrong, ""));
        g_assert_nonnull (wrong);

        g_assert_false (rea_sqlite_commit (self->db, &error));
        g_assert_error (error, REA_ERROR, REA_ERROR_IO);
        rea_sqlite_rollback (self->db);
        g_assert_cmpint (get (self->db, "SELECT count(*) FROM t"), ==, 0);
      }

  /* And the next one is as good as new. */
  begin (self->db, TRUE);
  exec (self->db, "INSERT INTO t (id) VALUES (1)");
  commit (self->db);
}

/* What was written is there after the connection was dropped in the middle. */
static void
test_close_in_transaction (Fixture *self, gconstpointer data)
{
  begin (self->db, TRUE);
  exec (self->db, "INSERT INTO t (id) VALUES (1)");
  commit (self->db);
  begin (self->db, TRUE);
  exec (self->db, "INSERT INTO t (id) VALUES (2)");

  rea_sqlite_close (self->db);
  self->db = open_again (self);
  g_assert_cmpint (get (self->db, "SELECT sum(id) FROM t"), ==, 1);
  begin (self->db, TRUE);
  commit (self->db);
}

static void
assert_code (Fixture *self, const char *script, ReaError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (rea_sqlite_exec (self->db, script, &error));
  g_assert_error (error, REA_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_codes (Fixture *self, gconstpointer data)
{
  exec (self->db, "INSERT INTO t (id) VALUES (1)");
  assert_code (self, "INSERT INTO t (id) VALUES (1)", REA_ERROR_INVALID);

  exec (self->db, "PRAGMA max_page_count = 1");
  assert_code (self, "CREATE TABLE u AS SELECT zeroblob (10000000)", REA_ERROR_IO);
  exec (self->db, "PRAGMA max_page_count = 1000000");

  exec (self->db, "PRAGMA query_only = ON");
  assert_code (self, "INSERT INTO t (id) VALUES (2)", REA_ERROR_IO);
  exec (self->db, "PRAGMA query_only = OFF");

  g_assert_cmpint (get (self->db, "SELECT count(*) FROM t"), ==, 1);
}

static int
lock_from_outside (Fixture *self)
{
  g_autofree char *path = g_strconcat (self->path, ".lock", NULL);
  int              fd = open (path, O_RDWR | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (flock (fd, LOCK_EX | LOCK_NB), ==, 0);

  return fd;
}

static void
test_busy (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int    lock = lock_from_outside (self);
  gint64 start = g_get_monotonic_time ();

  rea_sqlite_set_patience (self->db, 30);
  g_assert_false (rea_sqlite_begin (self->db, TRUE, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_BUSY);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 30000);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5000000);

  /* Who only reads waits for nobody. */
  begin (self->db, FALSE);
  g_assert_cmpint (get (self->db, "SELECT count(*) FROM t"), ==, 0);
  commit (self->db);

  close (lock);
  begin (self->db, TRUE);
  commit (self->db);
}

/* Nor is who knows nothing of the lock waited for any longer. */
static void
test_busy_with_another (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;
  gint64   start;

  g_assert_cmpint (sqlite3_open (self->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);

  start = g_get_monotonic_time ();
  rea_sqlite_set_patience (self->db, 30);
  g_assert_false (rea_sqlite_begin (self->db, TRUE, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_BUSY);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5000000);

  sqlite3_close (other);
  begin (self->db, TRUE);
  commit (self->db);
}

static gpointer
unlock_soon (gpointer lock)
{
  g_usleep (30000);
  close (GPOINTER_TO_INT (lock));

  return NULL;
}

static void
test_wait_for_lock (Fixture *self, gconstpointer data)
{
  int      lock = lock_from_outside (self);
  GThread *thread = g_thread_new ("unlock", unlock_soon, GINT_TO_POINTER (lock));

  begin (self->db, TRUE);
  commit (self->db);
  g_thread_join (thread);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (30000);
  g_cancellable_cancel (cancellable);

  return NULL;
}

static void
test_cancel_wait (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  int      lock = lock_from_outside (self);
  gint64   start = g_get_monotonic_time ();
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_assert_false (rea_sqlite_begin (self->db, TRUE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
  g_thread_join (thread);
  close (lock);
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread;

  rea_sqlite_begin (self->db, TRUE, cancellable, &error);
  g_assert_no_error (error);
  exec (self->db, "INSERT INTO t (id) VALUES (1)");

  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_false (rea_sqlite_exec (self->db,
                                   "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1"
                                   " FROM n) INSERT INTO t SELECT i, i, i FROM n WHERE i < 0",
                                   &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  rea_sqlite_rollback (self->db);
  g_assert_cmpint (get (self->db, "SELECT count(*) FROM t"), ==, 0);

  /* One that is cancelled already does not begin. */
  g_clear_error (&error);
  g_assert_false (rea_sqlite_begin (self->db, TRUE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* And nothing of it clings to the connection. */
  begin (self->db, TRUE);
  exec (self->db, "INSERT INTO t (id) VALUES (1)");
  commit (self->db);
}

/* Cancelled before the commit it is taken back, after it it is too late. */
static void
test_cancel_at_commit (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (rea_sqlite_begin (self->db, TRUE, cancellable, &error));
  exec (self->db, "INSERT INTO t (id) VALUES (1)");
  g_cancellable_cancel (cancellable);
  g_assert_false (rea_sqlite_commit (self->db, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  rea_sqlite_rollback (self->db);
  g_assert_cmpint (get (self->db, "SELECT count(*) FROM t"), ==, 0);
}

/* A reader sees one state from the first look to the end, whoever writes meanwhile. */
static void
test_snapshot (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaSqlite) reader = open_again (self);

  begin (reader, FALSE);
  g_assert_cmpint (get (reader, "SELECT count(*) FROM t"), ==, 0);

  begin (self->db, TRUE);
  exec (self->db, "INSERT INTO t (id) VALUES (1)");
  commit (self->db);

  g_assert_cmpint (get (reader, "SELECT count(*) FROM t"), ==, 0);
  commit (reader);
  g_assert_cmpint (get (reader, "SELECT count(*) FROM t"), ==, 1);
}

/* The close takes the log into the file, unless somebody else is writing. */
static void
test_checkpoint_at_close (Fixture *self, gconstpointer data)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autoptr (ReaSqlite) other = open_again (self);
  GStatBuf info;
  int      lock;

  g_assert_cmpint (get (other, "SELECT count(*) FROM t"), ==, 0);
  begin (self->db, TRUE);
  exec (self->db, "INSERT INTO t (id) VALUES (1)");
  commit (self->db);

  lock = lock_from_outside (self);
  rea_sqlite_close (g_steal_pointer (&self->db));
  g_assert_cmpint (g_stat (log, &info), ==, 0);
  g_assert_cmpint (info.st_size, >, 0);
  close (lock);

  self->db = open_again (self);
  begin (self->db, TRUE);
  exec (self->db, "INSERT INTO t (id) VALUES (2)");
  commit (self->db);
  rea_sqlite_close (g_steal_pointer (&self->db));
  g_assert_cmpint (g_stat (log, &info), ==, 0);
  g_assert_cmpint (info.st_size, ==, 0);
  g_assert_cmpint (get (other, "SELECT sum(id) FROM t"), ==, 3);
}

/* Nobody would find again what is written into a file that was moved away. */
static void
test_moved_away (Fixture *self, gconstpointer data)
{
  g_autofree char *elsewhere = g_strconcat (self->path, ".moved", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (rea_sqlite_is_there (self->db, &error));
  g_assert_cmpint (g_rename (self->path, elsewhere), ==, 0);
  g_assert_false (rea_sqlite_is_there (self->db, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_IO);
  g_clear_error (&error);
  g_assert_false (rea_sqlite_begin (self->db, TRUE, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_IO);
}

/* What is remembered of a file that was overwritten hides nothing. */
static void
test_overwritten (Fixture *self, gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  FILE *file;

  exec (self->db, "INSERT INTO t (id) VALUES (1)");
  exec (self->db, "PRAGMA wal_checkpoint (TRUNCATE)");
  g_assert_true (rea_sqlite_is_there (self->db, &error));
  g_file_get_contents (self->path, &contents, &length, &error);
  g_assert_no_error (error);

  file = fopen (self->path, "r+");
  g_assert_cmpuint (fwrite ("A letter to a friend", 1, 20, file), ==, 20);
  fclose (file);
  g_assert_false (rea_sqlite_is_there (self->db, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_false (rea_sqlite_begin (self->db, TRUE, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_CORRUPT);
  g_clear_error (&error);

  g_assert_cmpint (truncate (self->path, 0), ==, 0);
  g_assert_false (rea_sqlite_is_there (self->db, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_CORRUPT);
  g_clear_error (&error);

  file = fopen (self->path, "r+");
  g_assert_cmpuint (fwrite (contents, 1, length, file), ==, length);
  fclose (file);
  begin (self->db, TRUE);
  commit (self->db);
  g_assert_cmpint (get (self->db, "SELECT id FROM t"), ==, 1);
}

/* Another program that holds what readers need is waited for, and said to be there. */
static void
test_readers_locked_out (Fixture *self, gconstpointer data)
{
  g_autofree char *index = g_strconcat (self->path, "-shm", NULL);
  g_autoptr (GError) error = NULL;
  struct flock hold = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 120, .l_len = 8 };
  gint64       value;
  pid_t        other;
  int          ready[2];
  char         sign;

  exec (self->db, "INSERT INTO t (id) VALUES (1)");
  g_assert_cmpint (pipe (ready), ==, 0);
  other = fork ();
  if (other == 0)
    {
      int fd = open (index, O_RDWR | O_CLOEXEC);

      /* Only once it is held may the other go on. */
      if (fd < 0 || fcntl (fd, F_SETLK, &hold) != 0 || write (ready[1], "x", 1) != 1)
        _exit (1);
      pause ();
      _exit (0);
    }

  g_assert_cmpint (read (ready[0], &sign, 1), ==, 1);
  g_assert_false (rea_sqlite_get_int (self->db, "SELECT id FROM t", 0, &value, &error, ""));
  g_assert_error (error, REA_ERROR, REA_ERROR_BUSY);
  kill (other, SIGKILL);
  waitpid (other, NULL, 0);
  g_assert_cmpint (get (self->db, "SELECT id FROM t"), ==, 1);
  close (ready[0]);
  close (ready[1]);
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/sqlite/open", test_open);
  add ("/sqlite/bind", test_bind);
  add ("/sqlite/get-int", test_get_int);
  add ("/sqlite/statements", test_statements);
  add ("/sqlite/many-statements", test_many_statements);
  add ("/sqlite/rollback", test_rollback);
  add ("/sqlite/no-commit-after-error", test_no_commit_after_error);
  add ("/sqlite/close-in-transaction", test_close_in_transaction);
  add ("/sqlite/codes", test_codes);
  add ("/sqlite/busy", test_busy);
  add ("/sqlite/busy-with-another", test_busy_with_another);
  add ("/sqlite/wait-for-lock", test_wait_for_lock);
  add ("/sqlite/cancel-wait", test_cancel_wait);
  add ("/sqlite/cancel", test_cancel);
  add ("/sqlite/cancel-at-commit", test_cancel_at_commit);
  add ("/sqlite/snapshot", test_snapshot);
  add ("/sqlite/checkpoint-at-close", test_checkpoint_at_close);
  add ("/sqlite/moved-away", test_moved_away);
  add ("/sqlite/overwritten", test_overwritten);
  add ("/sqlite/readers-locked-out", test_readers_locked_out);

  return g_test_run ();
}
