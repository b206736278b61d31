/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-progress-pane.h"

G_BEGIN_DECLS

/* Stands over a window while something long is done, with Cancel as its way out.
 */
#define REA_TYPE_PROGRESS_DIALOG (rea_progress_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ReaProgressDialog, rea_progress_dialog, REA, PROGRESS_DIALOG, AdwWindow)

ReaProgressDialog *rea_progress_dialog_new (GtkWindow        *parent,
                                            const char       *text,
                                            ReaProgressShare *share,
                                            gboolean          counts,
                                            GCancellable     *cancellable);
void               rea_progress_dialog_end (ReaProgressDialog *self);

G_END_DECLS
