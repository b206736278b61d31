/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-run.h"

#include "ctl-commands.h"
#include "ctl-objects.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
check_text (int argc, char **argv, GError **error)
{
  for (int i = 0; i < argc; i++)
    if (!g_utf8_validate (argv[i], -1, NULL))
      {
        g_autofree char *valid = g_utf8_make_valid (argv[i], -1);

        g_set_error (error, REA_ERROR, REA_ERROR_USAGE,
                     /* TRANSLATORS: an error of reassignctl; %s is what was typed. */
                     _ ("“%s” is not UTF-8."), valid);
        return FALSE;
      }

  return TRUE;
}

static void
print_help (const CtlOptions *options, GString *out)
{
  GPtrArray        *words = options->arguments;
  guint             n_words;
  const CtlCommand *command = ctl_commands_find (words, &n_words, NULL);

  if (command != NULL)
    ctl_help_print_command (command, out);
  else if (words->len != 1 || !ctl_help_print_group (g_ptr_array_index (words, 0), out))
    ctl_help_print_all (out);
}

/* Help is for whoever does not know how, so nothing else that is wrong with the
 * line is in its way.
 */
static gboolean
tell_about (const CtlOptions *options, GString *out)
{
  if (ctl_options_has (options, CTL_OPTION_HELP))
    print_help (options, out);
  else if (ctl_options_has (options, CTL_OPTION_VERSION))
    g_string_append (out, "reassignctl " REA_VERSION "\n");
  else
    return FALSE;

  return TRUE;
}

/* Finds the command and does it; @changed tells whether something is different
 * now.
 */
static gboolean
run_command (CtlCall *call, gboolean *changed, GError **error)
{
  GPtrArray        *words = call->options->arguments;
  guint             n_words = 0;
  const CtlCommand *command = ctl_commands_find (words, &n_words, error);

  if (command == NULL || !ctl_command_check (command, call->options, words->len - n_words, error))
    return FALSE;

  g_ptr_array_add (words, NULL);
  call->arguments = (const char *const *) words->pdata + n_words;

  if (!command->func (call, error))
    return FALSE;

  *changed = command->changes;

  return TRUE;
}

/* The error object, and beside it what an import that was refused has to say. */
static void
answer_error (CtlCall *call, const GError *error)
{
  g_autoptr (CtlJson) json = ctl_json_new ();

  ctl_json_begin_object (json, NULL);
  ctl_json_begin_object (json, "error");
  ctl_json_add_string (json, "code", rea_error_code_name (error));
  ctl_json_add_string (json, "message", error->message);
  ctl_json_end_object (json);
  if (call->report != NULL)
    ctl_json_add_report_members (json, call->report);
  ctl_json_end_object (json);

  ctl_call_say_json (call, json);
}

/* Whether all of it arrived: a full disk shows at the latest when the buffer is
 * emptied.
 */
static gboolean
print (FILE *out, const GString *text, GError **error)
{
  errno = 0;
  fwrite (text->str, 1, text->len, out);

  if (fflush (out) == 0 && !ferror (out))
    return TRUE;

  g_set_error (error, REA_ERROR, REA_ERROR_IO,
               /* TRANSLATORS: an error of reassignctl; %s is the system's reason. */
               _ ("The answer cannot be written: %s."), g_strerror (errno != 0 ? errno : EIO));

  return FALSE;
}

static void
print_error (FILE *err, const GError *error)
{
  g_autofree char *line = ctl_text_to_line (error->message);

  fprintf (err, "reassignctl: %s\n", line);
  fflush (err);
}

static int
get_exit_code (const GError *error)
{
  if (error == NULL)
    return CTL_EXIT_DONE;

  return g_error_matches (error, REA_ERROR, REA_ERROR_USAGE) ? CTL_EXIT_USAGE : CTL_EXIT_REFUSED;
}

/**
 * ctl_run:
 * @argc: how many words the command line has
 * @argv: the words, the program's name first
 * @out: where the answer goes
 * @err: where the one line goes that says what went wrong
 * @clock: (nullable): tells the time instead of the system
 * @cancellable: (nullable): ends long work
 *
 * Does what one command line asks for. Nothing stays behind, so it may be called
 * again and again.
 *
 * Returns: the exit code
 */
int
ctl_run (int argc, char **argv, FILE *out, FILE *err, ReaClockFunc clock, GCancellable *cancellable)
{
  g_autoptr (CtlOptions) options = ctl_options_new ();
  g_autoptr (GString) answer = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) lost = NULL;
  CtlCall  call = { .options = options,
                    .out = out,
                    .clock = clock,
                    .cancellable = cancellable,
                    .answer = answer };
  gboolean changed = FALSE;
  gboolean quiet;
  gboolean parsed;

  if (argc > 0)
    {
      argc--;
      argv++;
    }

  parsed = check_text (argc, argv, &error) && ctl_options_parse (options, argc, argv, &error);
  quiet = ctl_options_has (options, CTL_OPTION_QUIET);
  call.json = ctl_options_has (options, CTL_OPTION_JSON);
  call.err = quiet || call.json ? NULL : err;
  ctl_progress_init (&call.progress, err, quiet);

  if (tell_about (options, answer))
    g_clear_error (&error);
  else
    {
      if (parsed)
        run_command (&call, &changed, &error);

      ctl_progress_end (&call.progress);

      if (error != NULL && call.json && answer->len == 0)
        answer_error (&call, error);
      else if (quiet)
        g_string_truncate (answer, 0);
    }

  if (!print (out, answer, &lost) && error == NULL)
    {
      if (changed)
        g_prefix_error_literal (&lost,
                                /* TRANSLATORS: stands before another sentence of reassignctl. */
                                _ ("It was done, but: "));
      error = g_steal_pointer (&lost);
    }

  if (error != NULL)
    print_error (err, error);

  g_clear_pointer (&call.report, rea_import_report_free);

  return get_exit_code (error);
}
