/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether any row of a table is ticked. */
typedef gboolean (*ReaHasTicks) (gpointer user_data);

void       rea_row_clicks_set_up (GtkColumnView *view, ReaHasTicks has_ticks, gpointer user_data);
GtkWidget *rea_row_clicks_find_row (GtkColumnView *view, double x, double y);

G_END_DECLS
