/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row with a date, which can be typed or taken from a calendar, and a time, both
 * where the campaign is. ReaMomentRow::changed is emitted when something is typed.
 */
#define REA_TYPE_MOMENT_ROW (rea_moment_row_get_type ())
G_DECLARE_FINAL_TYPE (ReaMomentRow, rea_moment_row, REA, MOMENT_ROW, AdwActionRow)

void rea_moment_row_set_up (ReaMomentRow *self, const char *unset_text, const char *usual_clock);
void rea_moment_row_set_zone (ReaMomentRow *self, const char *time_zone);
void rea_moment_row_set_time (ReaMomentRow *self, gint64 time);
gboolean rea_moment_row_get_time (ReaMomentRow *self, gint64 *time, GError **error);

G_END_DECLS
