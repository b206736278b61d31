/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "faults.h"

#include "rea-session-private.h"
#include "rea-sqlite-store-private.h"

#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* A full disk has three disguises. Each is told as one thing that people can do
 * something about, nothing has changed, and with room again all goes on.
 */

#define N_CONTACTS 5000

static void
set_file_limit (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
assert_unchanged (ReaSession *session, gint64 campaign)
{
  ReaCounts ann = faults_count_held (session, campaign, FAULTS_ANN);

  g_assert_cmpint (rea_counts_total (&ann), ==, N_CONTACTS);
  g_assert_cmpint (faults_count_moves (session, campaign), ==, 0);
  scratch_assert_sound (session);
}

/* What was refused for want of room works once there is some. */
static void
assert_goes_on (ReaSession *session, gint64 campaign)
{
  g_autoptr (GError) error = NULL;

  assert_unchanged (session, campaign);
  faults_reassign (session, campaign, FAULTS_BO, NULL, &error);
  g_assert_no_error (error);
  faults_assert_whole (session, campaign, N_CONTACTS);
}

/* SQLITE_FULL. */
static void
test_full (void)
{
  g_auto (Scratch) scratch = { 0 };
  gint64 campaign = faults_set_up (&scratch, N_CONTACTS);
  g_autoptr (ReaSession) session = faults_reopen (&scratch);
  sqlite3 *db = rea_sqlite_get_handle (rea_sqlite_store_get_db (rea_session_get_store (session)));
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sqlite3_exec (db, "PRAGMA max_page_count = 1", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (faults_reassign (session, campaign, FAULTS_BO, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_IO);
  assert_unchanged (session, campaign);

  sqlite3_exec (db, "PRAGMA max_page_count = 1000000", NULL, NULL, NULL);
  assert_goes_on (session, campaign);
}

/* SQLITE_IOERR_WRITE: a file may not grow any more. */
static void
write_without_room (Scratch *scratch, gint64 campaign, int nth)
{
  g_autoptr (ReaSession) session = faults_reopen (scratch);
  g_autoptr (GError) error = NULL;

  /* So far the log of changes may grow: some of the move fits, not all of it. */
  set_file_limit (nth * 4096);
  g_assert_false (faults_reassign (session, campaign, FAULTS_BO, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_IO);

  set_file_limit (RLIM_INFINITY);
  assert_goes_on (session, campaign);
}

static void
test_no_room_to_write (void)
{
  static const int pages[] = { 1, 2, 10, 25 };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_auto (Scratch) scratch = { 0 };
      gint64 campaign = faults_set_up (&scratch, N_CONTACTS);

      faults_assert_ended_well (faults_fork (write_without_room, &scratch, campaign, pages[i]));
    }
}

/* SQLITE_IOERR_SHMSIZE: there is no room even to open it. */
static void
open_without_room (Scratch *scratch, gint64 campaign, int nth)
{
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (GError) error = NULL;

  set_file_limit (4096);
  session = rea_session_open (scratch->database, SCRATCH_OWNER, &error);
  g_assert_null (session);
  g_assert_error (error, REA_ERROR, REA_ERROR_IO);

  set_file_limit (RLIM_INFINITY);
  session = faults_reopen (scratch);
  assert_goes_on (session, campaign);
}

static void
test_no_room_to_open (void)
{
  g_auto (Scratch) scratch = { 0 };
  gint64 campaign = faults_set_up (&scratch, N_CONTACTS);

  faults_assert_ended_well (faults_fork (open_without_room, &scratch, campaign, 0));
}

/* One sentence for all of them. */
static void
test_words (void)
{
  g_auto (Scratch) scratch = { 0 };
  gint64 campaign = faults_set_up (&scratch, N_CONTACTS);
  g_autoptr (ReaSession) session = faults_reopen (&scratch);
  sqlite3 *db = rea_sqlite_get_handle (rea_sqlite_store_get_db (rea_session_get_store (session)));
  g_autoptr (GError) error = NULL;

  sqlite3_exec (db, "PRAGMA max_page_count = 1", NULL, NULL, NULL);
  g_assert_false (faults_reassign (session, campaign, FAULTS_BO, NULL, &error));
  g_assert_nonnull (strstr (error->message, "full"));
}

int
main (int argc, char *argv[])
{
  faults_init (&argc, &argv);

  g_test_add_func ("/full-disk/full", test_full);
  g_test_add_func ("/full-disk/no-room-to-write", test_no_room_to_write);
  g_test_add_func ("/full-disk/no-room-to-open", test_no_room_to_open);
  g_test_add_func ("/full-disk/words", test_words);

  return g_test_run ();
}
