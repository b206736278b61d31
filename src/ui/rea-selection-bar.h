/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What stands at the bottom in place of the summary while rows are ticked: how many,
 * what that means, and what can be done with them. Properties: text (nullable: nothing
 * is ticked), detail (nullable), reassign-label, reason (nullable: why nothing can be
 * moved). Signals: clear, reassign.
 */
#define REA_TYPE_SELECTION_BAR (rea_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (ReaSelectionBar, rea_selection_bar, REA, SELECTION_BAR, AdwBin)

const char *rea_selection_bar_get_text (ReaSelectionBar *self);

G_END_DECLS
