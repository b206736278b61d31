/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "failing-vfs.h"
#include "faults.h"

#include <gio/gio.h>

/* The n-th write, sync or truncation fails, for one n after the other until what
 * is tried needs no more of them. Each time it is either told as an error or has
 * succeeded; the file is sound, also when it is opened anew; nothing is half done.
 */

typedef gboolean (*Attempt) (ReaSession *session, gint64 campaign, GError **error);

typedef struct
{
  const char *what;
  Attempt     attempt;
  gint64      n_contacts;
  int         step; /* from one call that fails to the next */
} Case;

static gboolean
move_all (ReaSession *session, gint64 campaign, GError **error)
{
  return faults_reassign (session, campaign, FAULTS_BO, NULL, error);
}

static gboolean
undo_last (ReaSession *session, gint64 campaign, GError **error)
{
  g_autoptr (ReaMove) last = rea_session_get_last_own_move (session, campaign, NULL);
  g_autoptr (ReaResult) undo = NULL;

  if (last == NULL)
    return move_all (session, campaign, error);

  undo = rea_session_undo (session, campaign, last->id, NULL, error);

  return undo != NULL;
}

static gboolean
write_once (ReaSession *session, gint64 campaign, GError **error)
{
  g_autoptr (ReaConversation) after =
      rea_session_receive (session, campaign, 1, "STOP", SCRATCH_NOW, NULL, error);

  return after != NULL;
}

/* The state before, as a file, so that each try begins alike. */
static void
copy_database (Scratch *scratch, const char *from, const char *to)
{
  g_autofree char *source = g_build_filename (scratch->folder, from, NULL);
  g_autofree char *target = g_build_filename (scratch->folder, to, NULL);
  g_autoptr (GFile) source_file = g_file_new_for_path (source);
  g_autoptr (GFile) target_file = g_file_new_for_path (target);
  g_autoptr (GError) error = NULL;

  g_file_copy (source_file, target_file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gint64
count_messages (ReaSession *session, gint64 campaign)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) messages = rea_session_list_messages (session, campaign, 1, &error);

  g_assert_no_error (error);

  return messages->len;
}

/* What changed, as one number: moves, or messages. */
static gint64
count_changes (ReaSession *session, gint64 campaign)
{
  return faults_count_moves (session, campaign) + count_messages (session, campaign);
}

/* Tries once with the call that fails; tells whether it was reached. */
static gboolean
try_at (Scratch    *scratch,
        gint64      campaign,
        const Case *try,
        int         call,
        FailingKind kind,
        int        *n_refused)
{
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (GError) error = NULL;
  gint64   before, after;
  gboolean ok;
  int      n_calls;

  copy_database (scratch, "before.db", "test.db");
  session = faults_reopen (scratch);
  before = count_changes (session, campaign);

  failing_vfs_fail_at (call, kind);
  ok = try->attempt (session, campaign, &error);
  n_calls = failing_vfs_stop ();

  /* An error is said, and said as one of the disk. */
  g_assert_true (ok || error != NULL);
  if (error != NULL)
    {
      g_assert_error (error, REA_ERROR, REA_ERROR_IO);
      ++*n_refused;
    }

  /* The same session sees what it said, and can go on. */
  after = count_changes (session, campaign);
  g_assert_cmpint (after, ==, before + (ok ? 1 : 0));
  faults_assert_whole (session, campaign, try->n_contacts);

  /* So does one that opens the file anew. */
  g_clear_object (&session);
  session = faults_reopen (scratch);
  g_assert_cmpint (count_changes (session, campaign), ==, after);
  faults_assert_whole (session, campaign, try->n_contacts);

  return n_calls >= call;
}

static void
test_every_call (gconstpointer data)
{
  const Case *try = data;
  g_auto (Scratch) scratch = { 0 };
  gint64 campaign = faults_set_up (&scratch, try->n_contacts);
  int    n_refused = 0;
  int    n_tried = 0;

  if (try->attempt == undo_last)
    {
      g_autoptr (ReaSession) session = faults_reopen (&scratch);
      g_autoptr (GError) error = NULL;

      move_all (session, campaign, &error);
      g_assert_no_error (error);
    }

  copy_database (&scratch, "test.db", "before.db");

  for (FailingKind kind = FAILING_FULL; kind <= FAILING_ONCE; kind++)
    for (int call = 1; try_at (&scratch, campaign, try, call, kind, &n_refused); call += try->step)
      n_tried++;

  g_test_message ("%s: %d calls failed, %d times refused", try->what, n_tried, n_refused);
  g_assert_cmpint (n_refused, >, n_tried / 3);
}

int
main (int argc, char *argv[])
{
  static const Case cases[] = {
    { "move", move_all, 600, 1 },
    { "undo", undo_last, 600, 1 },
    { "message", write_once, 50, 1 },
  };
  /* So large that the log is brought into the file after it. */
  static const Case large = { "large-move", move_all, 400000, 450 };

  faults_init (&argc, &argv);
  failing_vfs_install ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/failing-file/", cases[i].what, NULL);

      g_test_add_data_func (path, &cases[i], test_every_call);
    }

  if (faults_long)
    g_test_add_data_func ("/failing-file/large-move", &large, test_every_call);

  return g_test_run ();
}
