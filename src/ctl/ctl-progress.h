/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

/**
 * CtlProgress:
 * @err: (nullable): the terminal to draw on; %NULL draws nothing
 * @label: what is being done
 *
 * A bar that shows how far long work has come, on a terminal only. What ends
 * within half a second shows none.
 */
typedef struct
{
  FILE       *err;
  const char *label;
  gint64      began;
  gint64      drawn;
} CtlProgress;

void ctl_progress_init (CtlProgress *self, FILE *err, gboolean quiet);
void ctl_progress_begin (CtlProgress *self, const char *label);
void ctl_progress_update (gint64 done, gint64 total, gpointer user_data);
void ctl_progress_end (CtlProgress *self);

char *ctl_progress_dup_bar (const char *label, gint64 done, gint64 total) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
