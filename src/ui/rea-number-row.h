/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-request.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How many conversations: "120 of 380", with a button that takes them all. Until
 * somebody enters a number it suggests one. Where all is offered too, that is
 * chosen at first. ReaNumberRow::changed is emitted when the number is another one.
 */
#define REA_TYPE_NUMBER_ROW (rea_number_row_get_type ())
G_DECLARE_FINAL_TYPE (ReaNumberRow, rea_number_row, REA, NUMBER_ROW, AdwBin)

void     rea_number_row_set_offers_all (ReaNumberRow *self, gboolean offers_all);
gboolean rea_number_row_takes_all (ReaNumberRow *self);
gint64   rea_number_row_get_number (ReaNumberRow *self);
void
rea_number_row_update (ReaNumberRow *self, gint64 total, gint64 held, gint64 unassigned, ReaTo to);
void rea_number_row_set_error (ReaNumberRow *self, const char *error);

G_END_DECLS
