/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How the campaign divides by status: a bar, and below it a legend that says the
 * same in words.
 */
#define REA_TYPE_DIVISION_BAR (rea_division_bar_get_type ())
G_DECLARE_FINAL_TYPE (ReaDivisionBar, rea_division_bar, REA, DIVISION_BAR, GtkBox)

void rea_division_bar_set_counts (ReaDivisionBar *self, const ReaCounts *counts);

G_END_DECLS
