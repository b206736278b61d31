/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "faults.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* kill -9 at any moment: afterwards the file opens, is sound, nothing is half
 * moved or half imported, and what was said to be done is done.
 */

#define BATCH 500

static gint64
get_n_contacts (void)
{
  return faults_long ? 200000 : 6000;
}

static int
get_n_kills (void)
{
  return faults_long ? 300 : 25;
}

/* Moves all of it to and fro, and takes every other move back. */
static void
move_for_ever (Scratch *scratch, gint64 campaign, int nth)
{
  g_autoptr (ReaSession) session = faults_reopen (scratch);

  for (int i = nth;; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 move;

      faults_reassign (session, campaign, i % 2 == 0 ? FAULTS_BO : FAULTS_ANN, &move, &error);
      g_assert_no_error (error);

      if (i % 4 < 2 && move != 0)
        {
          g_autoptr (ReaResult) undo = rea_session_undo (session, campaign, move, NULL, &error);

          g_assert_no_error (error);
        }
    }
}

/* Brings contacts in, BATCH at a time. */
static void
import_for_ever (Scratch *scratch, gint64 campaign, int nth)
{
  g_autoptr (ReaSession) session = faults_reopen (scratch);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) now = rea_session_get_campaign (session, campaign, &error);

  g_assert_no_error (error);

  for (gint64 next = now->total;; next += BATCH)
    faults_add_contacts (session, campaign, next, BATCH);
}

/* Lets the child work for a moment that nobody chose, and kills it. */
static void
kill_amid (FaultsChild child, Scratch *scratch, gint64 campaign, int nth)
{
  pid_t pid = faults_fork (child, scratch, campaign, nth);
  int   status;

  g_usleep (g_test_rand_int_range (5 * 1000, 160 * 1000));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  if (!WIFSIGNALED (status))
    g_test_message ("the child ended by itself, status %x", status);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
}

/* Each recorded move moved all of it: none was recorded and not done. */
static void
assert_history_whole (ReaSession *session, gint64 campaign, gint64 n_contacts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) moves = rea_session_list_moves (session, campaign, 1000000, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < moves->len; i++)
    g_assert_cmpint (((ReaMove *) g_ptr_array_index (moves, i))->moved, ==, n_contacts);
}

static void
test_moves (void)
{
  g_auto (Scratch) scratch = { 0 };
  gint64 n_contacts = get_n_contacts ();
  gint64 campaign = faults_set_up (&scratch, n_contacts);
  gint64 n_moves = 0;

  for (int i = 0; i < get_n_kills (); i++)
    {
      g_autoptr (ReaSession) session = NULL;

      kill_amid (move_for_ever, &scratch, campaign, i);
      session = faults_reopen (&scratch);
      faults_assert_whole (session, campaign, n_contacts);
      assert_history_whole (session, campaign, n_contacts);
      n_moves = faults_count_moves (session, campaign);
    }

  /* It was killed at work, not before. */
  g_test_message ("%d kills, %d moves", get_n_kills (), (int) n_moves);
  g_assert_cmpint (n_moves, >, get_n_kills () / 3);
}

static void
test_imports (void)
{
  g_auto (Scratch) scratch = { 0 };
  gint64 campaign = faults_set_up (&scratch, BATCH);
  gint64 total = 0;

  for (int i = 0; i < get_n_kills (); i++)
    {
      g_autoptr (ReaSession) session = NULL;
      g_autoptr (ReaCampaign) after = NULL;
      g_autoptr (GError) error = NULL;

      kill_amid (import_for_ever, &scratch, campaign, i);
      session = faults_reopen (&scratch);
      scratch_assert_sound (session);
      after = rea_session_get_campaign (session, campaign, &error);
      g_assert_no_error (error);
      g_assert_cmpint (after->total % BATCH, ==, 0);
      g_assert_cmpint (after->total, >=, total);
      total = after->total;
    }

  g_assert_cmpint (total, >, 3 * BATCH);
}

static void
create_for_ever (Scratch *scratch, gint64 campaign, int nth)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup_printf ("%s/new-%d.db", scratch->folder, nth);
  g_autoptr (ReaSession) session = rea_session_open_or_create (path, NULL, &error);

  g_assert_no_error (error);
  for (;;)
    g_usleep (1000);
}

/* Killed while the database is being made, it can still be made. */
static void
test_creation (void)
{
  g_auto (Scratch) scratch = { 0 };
  gint64 campaign = faults_set_up (&scratch, 1);

  for (int i = 0; i < get_n_kills (); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/new-%d.db", scratch.folder, i);
      g_autoptr (ReaSession) session = NULL;
      g_autoptr (GError) error = NULL;
      pid_t pid = faults_fork (create_for_ever, &scratch, campaign, i);
      int   status;

      g_usleep (g_test_rand_int_range (0, 15 * 1000));
      kill (pid, SIGKILL);
      waitpid (pid, &status, 0);

      session = rea_session_open_or_create (path, NULL, &error);
      g_assert_no_error (error);
      scratch_assert_sound (session);
      g_assert_cmpint (rea_session_get_user (session)->role, ==, REA_ROLE_OWNER);
    }
}

int
main (int argc, char *argv[])
{
  faults_init (&argc, &argv);

  g_test_add_func ("/kill/moves", test_moves);
  g_test_add_func ("/kill/imports", test_imports);
  g_test_add_func ("/kill/creation", test_creation);

  return g_test_run ();
}
