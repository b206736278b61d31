/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whose row it is, for screen readers; %NULL for a row that cannot be ticked. */
typedef const char *(*ReaTickName) (gpointer item);

GtkListItemFactory *rea_tick_cell_factory_new (ReaTickName name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
