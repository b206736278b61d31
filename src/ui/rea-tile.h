/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A number of the campaign with its name and what is behind it; pressed, it is
 * the filter of the list.
 */
#define REA_TYPE_TILE (rea_tile_get_type ())
G_DECLARE_FINAL_TYPE (ReaTile, rea_tile, REA, TILE, GtkToggleButton)

void rea_tile_set (ReaTile *self, gint64 number, const char *detail);
void rea_tile_set_pace (ReaTile *self, const char *pace, const char *tooltip);
void rea_tile_set_has_pace (ReaTile *self, gboolean has_pace);

G_END_DECLS
