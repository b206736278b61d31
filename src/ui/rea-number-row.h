/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How many conversations: "120 of 380", with a button that takes them all. Until
 * somebody enters a number it suggests one. ReaNumberRow::changed is emitted when
 * the number is another one.
 */
#define REA_TYPE_NUMBER_ROW (rea_number_row_get_type ())
G_DECLARE_FINAL_TYPE (ReaNumberRow, rea_number_row, REA, NUMBER_ROW, AdwBin)

gint64 rea_number_row_get_number (ReaNumberRow *self);
void   rea_number_row_update (ReaNumberRow *self, gint64 total, gint64 held, gint64 unassigned);
void   rea_number_row_set_error (ReaNumberRow *self, const char *error);

G_END_DECLS
