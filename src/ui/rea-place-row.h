/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row with a time zone or a country, and a list to search for another one.
 * ReaPlaceRow::changed is emitted when another one is chosen.
 */
#define REA_TYPE_PLACE_ROW (rea_place_row_get_type ())
G_DECLARE_FINAL_TYPE (ReaPlaceRow, rea_place_row, REA, PLACE_ROW, AdwActionRow)

void        rea_place_row_offer_zones (ReaPlaceRow *self);
void        rea_place_row_offer_countries (ReaPlaceRow *self);
void        rea_place_row_set_code (ReaPlaceRow *self, const char *code);
const char *rea_place_row_get_code (ReaPlaceRow *self);

G_END_DECLS
