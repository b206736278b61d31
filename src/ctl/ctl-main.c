/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-run.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

typedef struct
{
  sigset_t      signals;
  GCancellable *cancellable;
  int           caught; /* atomic */
} Interrupt;

/* The first signal asks the work to end, so that half a file is not left lying
 * about and simulated senders go home; the second one is for work that does not
 * listen.
 */
static gpointer
wait_for_signal (gpointer data)
{
  Interrupt *interrupt = data;
  int        signal_number;

  if (sigwait (&interrupt->signals, &signal_number) != 0)
    return NULL;

  g_atomic_int_set (&interrupt->caught, signal_number);
  g_cancellable_cancel (interrupt->cancellable);
  pthread_sigmask (SIG_UNBLOCK, &interrupt->signals, NULL);

  return NULL;
}

static void
watch_signals (Interrupt *interrupt)
{
  static const int endings[] = { SIGINT, SIGTERM, SIGHUP };

  interrupt->cancellable = g_cancellable_new ();
  sigemptyset (&interrupt->signals);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      struct sigaction before;

      /* What was to be ignored, by nohup or behind an &, stays so. */
      if (sigaction (endings[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
        sigaddset (&interrupt->signals, endings[i]);
    }

  /* Before the thread, which inherits it: only sigwait() takes them. */
  pthread_sigmask (SIG_BLOCK, &interrupt->signals, NULL);
  g_thread_unref (g_thread_new ("signals", wait_for_signal, interrupt));
}

/* A file that is opened must not become the standard output by accident. What is
 * written to one that was closed fails, as it should.
 */
static void
keep_standard_files_open (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0)
      open ("/dev/null", O_RDONLY);
}

int
main (int argc, char **argv)
{
  /* The thread that waits for signals outlives this function. */
  static Interrupt interrupt;
  int              code;
  int              caught;

  keep_standard_files_open ();

  /* A full disk and a closed pipe are errors like others, not deaths. */
  signal (SIGXFSZ, SIG_IGN);
  signal (SIGPIPE, SIG_IGN);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  watch_signals (&interrupt);
  code = ctl_run (argc, argv, stdout, stderr, NULL, interrupt.cancellable);

  /* What was cut short died of the signal, as far as a shell's loop can tell. */
  caught = g_atomic_int_get (&interrupt.caught);
  if (caught != 0 && code != CTL_EXIT_DONE)
    {
      signal (caught, SIG_DFL);
      pthread_sigmask (SIG_UNBLOCK, &interrupt.signals, NULL);
      raise (caught);
    }

  return code;
}
