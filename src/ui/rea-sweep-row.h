/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sweep.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line of the sweep: how many, what, and the one button that mends it.
 * ReaSweepRow::mend is emitted when that is pressed.
 */
#define REA_TYPE_SWEEP_ROW (rea_sweep_row_get_type ())
G_DECLARE_FINAL_TYPE (ReaSweepRow, rea_sweep_row, REA, SWEEP_ROW, GtkListBoxRow)

ReaSweepRow *rea_sweep_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void         rea_sweep_row_show (ReaSweepRow        *self,
                                 const ReaSweep     *sweep,
                                 const ReaSweepLine *line,
                                 gboolean            may_manage);
void         rea_sweep_row_set_first (ReaSweepRow *self, gboolean first);

G_END_DECLS
