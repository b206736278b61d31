/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The columns of the table of a reassignment: picker and preview in one. */
GtkListItemFactory *rea_choice_cells_tick (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_choice_cells_sender (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_choice_cells_sender_then (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_choice_cells_bar (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_choice_cells_open_work (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_choice_cells_needs_reply (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_choice_cells_not_started (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_choice_cells_other (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_choice_cells_change (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
