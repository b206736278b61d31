/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The columns of the table of conversations. */
GtkListItemFactory *rea_conversation_cells_tick (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_conversation_cells_contact (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_conversation_cells_phone (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_conversation_cells_status (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_conversation_cells_sender (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_conversation_cells_message (void) G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *rea_conversation_cells_waiting (void) G_GNUC_WARN_UNUSED_RESULT;

GtkListItem *rea_conversation_cells_find_item (GtkWidget *row);

G_END_DECLS
