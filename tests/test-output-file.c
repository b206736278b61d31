/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-error.h"
#include "rea-output-file.h"
#include "scratch.h"

#include <glib/gstdio.h>

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("rea-output-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "out.csv", NULL);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_assert_cmpint (count_files (fixture), ==, 0);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_holds (Fixture *fixture, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaOutputFile) file = NULL;
  struct stat status;
  mode_t      mask = umask (0);

  g_file_set_contents (fixture->path, "old", -1, NULL);
  g_chmod (fixture->path, 0666);

  file = rea_output_file_open (fixture->path, &error);
  g_assert_no_error (error);
  g_string_append (rea_output_file_get_buffer (file), "new");
  g_assert_true (rea_output_file_flush (file, &error));
  assert_holds (fixture, "old");

  g_assert_true (rea_output_file_commit (file, &error));
  umask (mask);
  assert_holds (fixture, "new");
  g_assert_cmpint (count_files (fixture), ==, 1);
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_not_at_all (Fixture *fixture, gconstpointer data)
{
  ReaOutputFile *file = rea_output_file_open (fixture->path, NULL);

  g_string_set_size (rea_output_file_get_buffer (file), 1000 * 1000);
  g_assert_true (rea_output_file_flush (file, NULL));
  g_assert_cmpint (count_files (fixture), ==, 1);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  rea_output_file_close (file);
  g_assert_cmpint (count_files (fixture), ==, 0);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "target", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (target, "precious", -1, NULL);
  g_assert_cmpint (symlink (target, fixture->path), ==, 0);

  g_assert_null (rea_output_file_open (fixture->path, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_IO);
  g_assert_cmpint (count_files (fixture), ==, 2);

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_rename (target, fixture->path);
  assert_holds (fixture, "precious");
}

static void
test_databases (Fixture *fixture, gconstpointer data)
{
  static const char head[] = "SQLite format 3";
  const char *const endings[] = { "", "-wal", "-shm", "-journal", ".lock" };

  g_assert_true (g_file_set_contents (fixture->path, head, sizeof head, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, endings[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (rea_output_file_open (path, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_IO);
    }

  g_assert_cmpint (count_files (fixture), ==, 1);
  assert_holds (fixture, head);
}

/* To look at a database must not drop the locks that this process has at it. */
static void
test_locks_stay (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (GError) error = NULL;
  int   status;
  pid_t child;

  scratch_set_up (&scratch);
  session = scratch_create (&scratch);
  g_assert_null (rea_output_file_open (scratch.database, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_IO);

  child = fork ();
  if (child == 0)
    {
      struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
      int          fd = open (scratch.database, O_RDWR | O_CLOEXEC);

      _exit (fd >= 0 && fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type == F_RDLCK ? 0 : 1);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  g_clear_object (&session);
}

static void
test_bad_places (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "out.csv", NULL);
  const char      *paths[] = { "", "/dev/null", fixture->folder, nowhere };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (rea_output_file_open (paths[i], &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_IO);
      g_test_message ("%s", error->message);
    }
}

/* As on a full disk: what was there stays, and nothing lies beside it. */
static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  struct rlimit before;
  struct rlimit limit;
  g_autoptr (GError) error = NULL;
  ReaOutputFile *file = NULL;

  g_file_set_contents (fixture->path, "old", -1, NULL);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 1000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  file = rea_output_file_open (fixture->path, NULL);
  g_string_set_size (rea_output_file_get_buffer (file), 2000);
  g_assert_true (rea_output_file_flush (file, NULL));
  g_assert_false (rea_output_file_commit (file, &error));
  rea_output_file_close (file);

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, REA_ERROR, REA_ERROR_IO);
  assert_holds (fixture, "old");
  g_assert_cmpint (count_files (fixture), ==, 1);
}

static void
test_standard_output (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (ReaOutputFile) file = rea_output_file_open (NULL, NULL);

      g_string_append (rea_output_file_get_buffer (file), "hello\r\n");
      g_assert_true (rea_output_file_commit (file, NULL));
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*hello\r\n*");
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/output-file/whole", test_whole);
  ADD ("/output-file/not-at-all", test_not_at_all);
  ADD ("/output-file/link", test_link);
  ADD ("/output-file/databases", test_databases);
  g_test_add_func ("/output-file/locks-stay", test_locks_stay);
  ADD ("/output-file/bad-places", test_bad_places);
  ADD ("/output-file/no-room", test_no_room);
  g_test_add_func ("/output-file/standard-output", test_standard_output);

  return g_test_run ();
}
