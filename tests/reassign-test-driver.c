/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs command lines of reassignctl, one a line of the standard input, all in
 * this one process: {"args": ["--json", "overview", "1"], "now": 1790000000}.
 * "now" is the time that the command sees; without it, it sees the machine's.
 * Answers each with a line: {"code": 0, "out": "…", "err": "…"}.
 */

#include "ctl-json.h"
#include "ctl-run.h"

#include <errno.h>
#include <json-glib/json-glib.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A clock takes no data, so what it says stands here. */
static gint64 told_now;

static gint64
told_clock (void)
{
  return told_now;
}

static void
die (const char *what)
{
  fprintf (stderr, "reassign-test-driver: %s: %s\n", what, g_strerror (errno));
  exit (EXIT_FAILURE);
}

/* Reads all that was written to @fd, and empties it. */
static char *
take_written (int fd)
{
  off_t  length = lseek (fd, 0, SEEK_END);
  char  *text;
  gssize n;

  if (length < 0)
    die ("lseek");

  text = g_malloc0 (length + 1);
  for (off_t done = 0; done < length; done += n)
    {
      n = pread (fd, text + done, length - done, done);
      if (n <= 0)
        die ("pread");
    }

  if (ftruncate (fd, 0) < 0 || lseek (fd, 0, SEEK_SET) < 0)
    die ("ftruncate");

  return text;
}

/* Takes the words of a command line, the program's name before them. */
static GPtrArray *
read_args (JsonObject *asked)
{
  JsonArray *args = json_object_get_array_member (asked, "args");
  GPtrArray *argv = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (argv, g_strdup ("reassignctl"));
  for (guint i = 0; i < json_array_get_length (args); i++)
    g_ptr_array_add (argv, g_strdup (json_array_get_string_element (args, i)));
  g_ptr_array_add (argv, NULL);

  return argv;
}

static void
obey (JsonObject *asked, FILE *err, FILE *answers)
{
  g_autoptr (GPtrArray) argv = read_args (asked);
  g_autoptr (CtlJson) answer = ctl_json_new ();
  g_autofree char *written_out = NULL;
  g_autofree char *written_err = NULL;
  ReaClockFunc     clock = NULL;
  int              code;

  if (json_object_has_member (asked, "now"))
    {
      told_now = json_object_get_int_member (asked, "now");
      clock = told_clock;
    }

  code = ctl_run ((int) argv->len - 1, (char **) argv->pdata, stdout, err, clock, NULL);
  fflush (stdout);
  fflush (err);
  written_out = take_written (STDOUT_FILENO);
  written_err = take_written (fileno (err));

  ctl_json_begin_object (answer, NULL);
  ctl_json_add_number (answer, "code", code);
  ctl_json_add_string (answer, "out", written_out);
  ctl_json_add_string (answer, "err", written_err);
  ctl_json_end_object (answer);

  fprintf (answers, "%s\n", ctl_json_get_text (answer));
  fflush (answers);
}

/* An export writes to the standard output itself, so that is a file from here on;
 * the answers take the place that it had.
 */
static FILE *
take_standard_output (void)
{
  int   fd = dup (STDOUT_FILENO);
  FILE *answers = fd >= 0 ? fdopen (fd, "w") : NULL;
  FILE *file = tmpfile ();

  if (answers == NULL || file == NULL || dup2 (fileno (file), STDOUT_FILENO) < 0)
    die ("stdout");
  fclose (file);

  return answers;
}

int
main (int argc, char **argv)
{
  FILE            *answers;
  FILE            *err;
  g_autofree char *line = NULL;
  size_t           size = 0;

  signal (SIGXFSZ, SIG_IGN);
  setlocale (LC_ALL, "");

  answers = take_standard_output ();
  err = tmpfile ();
  if (err == NULL)
    die ("stderr");

  while (getline (&line, &size, stdin) >= 0)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = json_from_string (line, &error);

      if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
        {
          fprintf (stderr, "reassign-test-driver: not understood: %s", line);
          return EXIT_FAILURE;
        }

      obey (json_node_get_object (node), err, answers);
    }

  fclose (err);
  fclose (answers);

  return EXIT_SUCCESS;
}
