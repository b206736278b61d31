/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define THIS_VERSION 2

typedef struct
{
  char *bytes;
  gsize length;
} Content;

static Content
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  Content content;

  g_file_get_contents (path, &content.bytes, &content.length, &error);
  g_assert_no_error (error);

  return content;
}

static void
write_file (const char *path, const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
}

/* Runs a script on a file past all of ours, as any other program would. */
static void
run_sqlite (const char *path, const char *script)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, script, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static gint64
ask_sqlite (const char *path, const char *question)
{
  sqlite3      *db = NULL;
  sqlite3_stmt *statement = NULL;
  gint64        answer;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, question, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return answer;
}

/* It is refused, whether or not a missing one would be made, and stays as it is. */
static void
assert_refused (const char *path, ReaError code)
{
  Content before = read_file (path);

  for (int create = FALSE; create <= TRUE; create++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ReaStore) store = rea_store_open (path, create, &error);
      Content after;

      g_assert_null (store);
      g_assert_error (error, REA_ERROR, (int) code);
      g_assert_nonnull (strstr (error->message, path));

      after = read_file (path);
      g_assert_cmpmem (after.bytes, after.length, before.bytes, before.length);
      g_free (after.bytes);
    }

  g_free (before.bytes);
}

/* A file of ours that nobody has open. */
static char *
make_closed (ReaFixture *self)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (self->folder, "closed.db", NULL);

  rea_session_backup (self->session, path, &error);
  g_assert_no_error (error);

  return path;
}

static void
test_new (ReaFixture *self, gconstpointer data)
{
  g_assert_cmpint (ask_sqlite (self->path, "PRAGMA application_id"), ==, 0x52656173);
  g_assert_cmpint (ask_sqlite (self->path, "PRAGMA user_version"), ==, THIS_VERSION);
  g_assert_cmpint (ask_sqlite (self->path, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"),
                   ==, 1);
  rea_fixture_assert_sound (self);
}

static void
test_foreign (ReaFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "foreign.db", NULL);
  g_autofree char *noise = g_malloc (100000);

  write_file (path, "phone,first name\n+12025550123,Ann\n", -1);
  assert_refused (path, REA_ERROR_CORRUPT);

  for (int i = 0; i < 100000; i++)
    noise[i] = i * 7 + i / 251;
  write_file (path, noise, 100000);
  assert_refused (path, REA_ERROR_CORRUPT);
  write_file (path, "xy", 2);
  assert_refused (path, REA_ERROR_CORRUPT);
  write_file (path, "x", 1);
  assert_refused (path, REA_ERROR_CORRUPT);

  /* Another program's database. */
  g_remove (path);
  run_sqlite (path, "CREATE TABLE user (id INTEGER); INSERT INTO user VALUES (1)");
  assert_refused (path, REA_ERROR_CORRUPT);
  run_sqlite (path, "PRAGMA application_id = 1; DROP TABLE user");
  assert_refused (path, REA_ERROR_CORRUPT);
  run_sqlite (path, "PRAGMA application_id = 0; PRAGMA user_version = 1");
  assert_refused (path, REA_ERROR_CORRUPT);
}

/* An empty file is what is left where a creation was cut short at once. */
static void
test_empty (ReaFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "empty.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaStore) store = NULL;

  write_file (path, "", 0);
  g_assert_null (rea_store_open (path, FALSE, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_CORRUPT);
  g_clear_error (&error);

  store = rea_store_open (path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (store);
}

/* As the first version left it. */
static void
make_first_version (const char *path)
{
  run_sqlite (path, "DROP TABLE draft; DROP TABLE gateway; DROP TABLE outgoing;"
                    " DROP TABLE incoming; DROP INDEX contact_survey; PRAGMA user_version = 1");
}

/* It is brought up to this version, and what it was is kept beside it. */
static void
test_older (ReaFixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaOverview) overview = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  rea_fixture_add (self, 7, REA_STATUS_NEEDS_REPLY, REA_HOLDER_UNASSIGNED);
  path = make_closed (self);
  copy = g_strconcat (path, ".version-1", NULL);
  make_first_version (path);
  session = rea_session_open (path, REA_FIXTURE_OWNER, &error);
  g_assert_no_error (error);
  overview = rea_session_get_overview (session, self->campaign, &error);
  g_assert_no_error (error);
  g_assert_cmpint (overview->campaign->total, ==, 7);
  problems = rea_session_check (session, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);

  g_assert_cmpint (ask_sqlite (path, "PRAGMA user_version"), ==, THIS_VERSION);
  g_assert_cmpint (ask_sqlite (path, "SELECT count(*) FROM draft"), ==, 0);
  g_assert_cmpint (ask_sqlite (copy, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (ask_sqlite (copy, "SELECT count(*) FROM conversation"), ==, 7);
}

static void
test_newer (ReaFixture *self, gconstpointer data)
{
  g_autofree char *path = make_closed (self);

  run_sqlite (path, "PRAGMA user_version = 3; CREATE TABLE later (id INTEGER)");
  assert_refused (path, REA_ERROR_TOO_NEW);
}

static void
test_truncated (ReaFixture *self, gconstpointer data)
{
  g_autofree char *path = make_closed (self);
  Content          whole = read_file (path);

  for (gsize length = 2; length < whole.length; length = length * 2 + 1)
    {
      g_test_message ("%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT, length, whole.length);
      write_file (path, whole.bytes, length);
      assert_refused (path, REA_ERROR_CORRUPT);
    }

  write_file (path, whole.bytes, whole.length - 4096);
  assert_refused (path, REA_ERROR_CORRUPT);
  g_free (whole.bytes);
}

/* Whatever page is damaged, it ends in an error or a problem that is told, or is
 * seen by nobody; nothing crashes.
 */
static void
test_damaged (ReaFixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  Content whole;
  int     n_told = 0;

  rea_fixture_add (self, 300, REA_STATUS_NEEDS_REPLY, REA_HOLDER_UNASSIGNED);
  path = make_closed (self);
  whole = read_file (path);

  for (gsize page = 0; page < whole.length / 4096; page++)
    {
      g_autofree char *bytes = g_memdup2 (whole.bytes, whole.length);
      g_autoptr (GError) error = NULL;
      g_autoptr (ReaSession) session = NULL;
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (ReaPage) list = NULL;

      for (gsize i = page == 0 ? 100 : 0; i < 4096; i++)
        bytes[page * 4096 + i] = 0xa5 + i;
      write_file (path, bytes, whole.length);

      session = rea_session_open (path, REA_FIXTURE_OWNER, &error);
      if (session != NULL)
        problems = rea_session_check (session, FALSE, &error);
      if (problems != NULL)
        list = rea_session_list_conversations (session, self->campaign, filter, REA_SORT_NAME, NULL,
                                               0, 1000, NULL, &error);

      if (error != NULL)
        g_assert_cmpstr (rea_error_code_name (error), ==, "corrupt");
      n_told += error != NULL || problems->len > 0;
    }

  g_assert_cmpint (n_told, ==, whole.length / 4096);
  g_free (whole.bytes);
}

/* As somebody who may read the file and not write it. Exits 0 where it went well. */
static void
try_read_only (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaStore) store = NULL;

  if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
    _exit (2);

  store = rea_store_open (path, FALSE, &error);
  if (store != NULL && rea_store_begin (store, REA_STORE_WRITE, NULL, &error))
    _exit (3);

  _exit (g_error_matches (error, REA_ERROR, REA_ERROR_IO) ? 0 : 4);
}

static void
test_read_only (ReaFixture *self, gconstpointer data)
{
  g_autofree char *path = make_closed (self);
  Content          before = read_file (path);

  for (int is_open = FALSE; is_open <= TRUE; is_open++)
    {
      const char *file = is_open ? self->path : path;
      int         status;
      pid_t       child;

      g_assert_cmpint (g_chmod (file, 0444), ==, 0);
      g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);

      child = fork ();
      if (child == 0)
        try_read_only (file);

      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    }

  {
    Content after = read_file (path);

    g_assert_cmpmem (after.bytes, after.length, before.bytes, before.length);
    g_free (after.bytes);
  }
  g_free (before.bytes);
}

static gpointer
open_store (gpointer path)
{
  g_autoptr (GError) error = NULL;
  ReaStore *store = rea_store_open (path, TRUE, &error);

  g_assert_no_error (error);

  return store;
}

static void
open_at_once (char *path)
{
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("open", open_store, path);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_object_unref (g_thread_join (threads[i]));

  g_assert_cmpint (ask_sqlite (path, "PRAGMA user_version"), ==, THIS_VERSION);
}

/* All who create it at once have it, and none took what another made for an older one. */
static void
test_created_at_once (ReaFixture *self, gconstpointer data)
{
  for (int i = 0; i < 30; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%d.db", self->folder, i);
      g_autofree char *copy = g_strconcat (path, ".version-1", NULL);

      open_at_once (path);
      g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
    }
}

/* All who bring it up at once have it, and what it was is kept. */
static void
test_older_at_once (ReaFixture *self, gconstpointer data)
{
  for (int i = 0; i < 10; i++)
    {
      g_autofree char *closed = make_closed (self);
      g_autofree char *path = g_strdup_printf ("%s/%d.db", self->folder, i);
      g_autofree char *copy = g_strconcat (path, ".version-1", NULL);

      g_assert_cmpint (g_rename (closed, path), ==, 0);
      make_first_version (path);
      open_at_once (path);
      g_assert_cmpint (ask_sqlite (copy, "PRAGMA user_version"), ==, 1);
    }
}

/* The copy is whole, for its owner only, and never over a file that is there. */
static void
test_backup (ReaFixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *nowhere = g_build_filename (self->folder, "no", "copy.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaOverview) overview = NULL;
  g_autoptr (GDir) folder = NULL;
  GStatBuf    info;
  const char *name;

  rea_fixture_add (self, 7, REA_STATUS_CLOSED, REA_HOLDER_UNASSIGNED);
  path = make_closed (self);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  rea_fixture_add (self, 1, REA_STATUS_CLOSED, REA_HOLDER_UNASSIGNED);
  g_assert_cmpint (rea_session_backup (self->session, path, &error), ==, -1);
  g_assert_cmpstr (rea_error_code_name (error), ==, "io");
  g_clear_error (&error);
  g_assert_cmpint (rea_session_backup (self->session, nowhere, &error), ==, -1);
  g_assert_cmpstr (rea_error_code_name (error), ==, "io");
  g_clear_error (&error);

  session = rea_session_open (path, REA_FIXTURE_OWNER, &error);
  g_assert_no_error (error);
  overview = rea_session_get_overview (session, self->campaign, &error);
  g_assert_no_error (error);
  g_assert_cmpint (overview->campaign->total, ==, 7);

  /* Nothing half made is left beside it. */
  folder = g_dir_open (self->folder, 0, &error);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_assert_true (g_str_has_prefix (name, "test.db") || g_str_has_prefix (name, "closed.db"));
}

/* Whoever works in the copy never waits for who reads it, as in any other. */
static void
test_backup_is_as_good (ReaFixture *self, gconstpointer data)
{
  g_autofree char *path = make_closed (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaStore) reader = rea_store_open (path, FALSE, &error);
  g_autoptr (ReaStore) writer = rea_store_open (path, FALSE, &error);
  g_autoptr (GPtrArray) users = NULL;
  g_autoptr (ReaUser) user = rea_user_new ("new@example.org");

  rea_store_begin (reader, REA_STORE_READ, NULL, &error);
  g_assert_no_error (error);
  users = rea_store_list_users (reader, &error);
  g_assert_no_error (error);

  rea_store_begin (writer, REA_STORE_WRITE, NULL, &error);
  g_assert_no_error (error);
  rea_store_insert_user (writer, user, &error);
  g_assert_no_error (error);
  rea_store_commit (writer, &error);
  g_assert_no_error (error);
  rea_store_rollback (reader);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  rea_fixture_add_test ("/sqlite-schema/new", test_new);
  rea_fixture_add_test ("/sqlite-schema/foreign", test_foreign);
  rea_fixture_add_test ("/sqlite-schema/empty", test_empty);
  rea_fixture_add_test ("/sqlite-schema/older", test_older);
  rea_fixture_add_test ("/sqlite-schema/newer", test_newer);
  rea_fixture_add_test ("/sqlite-schema/truncated", test_truncated);
  rea_fixture_add_test ("/sqlite-schema/damaged", test_damaged);
  rea_fixture_add_test ("/sqlite-schema/read-only", test_read_only);
  rea_fixture_add_test ("/sqlite-schema/created-at-once", test_created_at_once);
  rea_fixture_add_test ("/sqlite-schema/older-at-once", test_older_at_once);
  rea_fixture_add_test ("/sqlite-schema/backup", test_backup);
  rea_fixture_add_test ("/sqlite-schema/backup-is-as-good", test_backup_is_as_good);

  return g_test_run ();
}
