/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-progress-pane.h"

G_BEGIN_DECLS

/* Stands over a window while something long is done, with Cancel as its way out. It
 * comes up by itself once that takes a while.
 */
#define REA_TYPE_PROGRESS_DIALOG (rea_progress_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ReaProgressDialog, rea_progress_dialog, REA, PROGRESS_DIALOG, AdwWindow)

ReaProgressDialog *rea_progress_dialog_new (GtkWindow *parent, const char *text, gboolean counts);
ReaProgressShare  *rea_progress_dialog_get_share (ReaProgressDialog *self);
GCancellable      *rea_progress_dialog_get_cancellable (ReaProgressDialog *self);
void               rea_progress_dialog_end (ReaProgressDialog *self);

G_END_DECLS
