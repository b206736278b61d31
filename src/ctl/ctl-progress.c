/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-progress.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#define BAR_WIDTH 30

#define FIRST_DRAW_USEC (G_USEC_PER_SEC / 2)
#define REDRAW_USEC     (G_USEC_PER_SEC / 10)

/**
 * ctl_progress_init:
 * @err: where errors go; drawn on if it is a terminal
 * @quiet: whether nothing is to be drawn
 */
void
ctl_progress_init (CtlProgress *self, FILE *err, gboolean quiet)
{
  self->err = !quiet && isatty (fileno (err)) ? err : NULL;
  self->label = NULL;
  self->began = 0;
  self->drawn = 0;
}

/**
 * ctl_progress_begin:
 * @label: (transfer none): what is being done, translated
 */
void
ctl_progress_begin (CtlProgress *self, const char *label)
{
  self->label = label;
  self->began = g_get_monotonic_time ();
}

/**
 * ctl_progress_dup_bar:
 * @total: how many there are, or 0 if that is not known
 *
 * Returns: (transfer full): the line as it is drawn
 */
char *
ctl_progress_dup_bar (const char *label, gint64 done, gint64 total)
{
  char bar[BAR_WIDTH + 1];
  int  filled;

  if (total <= 0)
    return g_strdup_printf ("%s: %" G_GINT64_FORMAT, label, done);

  done = CLAMP (done, 0, total);
  filled = (int) ((double) done / total * BAR_WIDTH);

  for (int i = 0; i < BAR_WIDTH; i++)
    bar[i] = i < filled ? '#' : '.';
  bar[BAR_WIDTH] = '\0';

  return g_strdup_printf ("%s [%s] %3d %%", label, bar, (int) ((double) done / total * 100));
}

/**
 * ctl_progress_update:
 * @user_data: the bar
 *
 * A #ReaProgressFunc.
 */
void
ctl_progress_update (gint64 done, gint64 total, gpointer user_data)
{
  CtlProgress     *self = user_data;
  gint64           now = g_get_monotonic_time ();
  g_autofree char *bar = NULL;

  if (self->err == NULL || now - self->began < FIRST_DRAW_USEC || now - self->drawn < REDRAW_USEC)
    return;

  bar = ctl_progress_dup_bar (self->label, done, total);
  fprintf (self->err, "\r\033[K%s", bar);
  fflush (self->err);
  self->drawn = now;
}

/**
 * ctl_progress_end:
 *
 * Clears the line, if there is one.
 */
void
ctl_progress_end (CtlProgress *self)
{
  if (self->err == NULL || self->drawn == 0)
    return;

  fputs ("\r\033[K", self->err);
  fflush (self->err);
  self->drawn = 0;
}
