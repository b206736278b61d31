/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The columns of the table of senders. */
GtkListItemFactory *rea_sender_cells_tick (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_sender_cells_presence (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_sender_cells_first_name (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_sender_cells_last_name (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_sender_cells_progress (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_sender_cells_needs_reply (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_sender_cells_waiting (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_sender_cells_sent (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_sender_cells_left (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_sender_cells_last_seen (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_sender_cells_menu (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
