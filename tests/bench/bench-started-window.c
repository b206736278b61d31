/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"

/* The window needs a display, which this machine may not have: it is measured by a
 * program of its own on one that is made for it.
 */
void
bench_started_window (Bench *self)
{
  const char      *window = g_getenv ("BENCH_WINDOW");
  const char      *reassignctl = g_getenv ("REASSIGNCTL");
  g_autofree char *database = bench_path (self, "bench.db");
  const char      *argv[] = { "xvfb-run", "-a",     "-s",        "-screen 0 1280x900x24",
                              window,     database, reassignctl, NULL };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) environment = g_get_environ ();
  int status;

  if (window == NULL || reassignctl == NULL)
    {
      bench_note ("The window is measured where BENCH_WINDOW and REASSIGNCTL name the programs.");
      return;
    }

  environment = g_environ_setenv (environment, "GDK_BACKEND", "x11", TRUE);
  environment = g_environ_setenv (environment, "GSK_RENDERER", "cairo", TRUE);
  environment = g_environ_setenv (environment, "GTK_A11Y", "none", TRUE);
  environment = g_environ_setenv (environment, "GSETTINGS_BACKEND", "memory", TRUE);
  g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                &status, &error);
  bench_die_if (error);
  g_spawn_check_wait_status (status, &error);
  bench_die_if (error);
}
