/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sender-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ReaSenderSelection:
 *
 * Which senders are ticked, a #GtkSelectionModel over the rows of a table. A tick
 * belongs to a sender, not to a place: it stays whatever is refreshed, sorted, filtered
 * or searched for, until the user takes it or the sender is removed. What nobody holds
 * cannot be ticked. ReaSenderSelection::changed is emitted when ticks, or what those
 * who have one hold, may have changed.
 *
 * To select an item instead of the others, which is what the arrow keys and a plain
 * click ask for, ticks nothing: ticks are collected, and are lost by Clear only.
 */
#define REA_TYPE_SENDER_SELECTION (rea_sender_selection_get_type ())
G_DECLARE_FINAL_TYPE (ReaSenderSelection, rea_sender_selection, REA, SENDER_SELECTION, GObject)

ReaSenderSelection *rea_sender_selection_new (GListModel    *rows,
                                              ReaSenderList *senders) G_GNUC_WARN_UNUSED_RESULT;

guint     rea_sender_selection_get_n_ticked (ReaSenderSelection *self);
guint     rea_sender_selection_get_n_hidden (ReaSenderSelection *self);
guint     rea_sender_selection_get_n_removed (ReaSenderSelection *self);
ReaCounts rea_sender_selection_get_counts (ReaSenderSelection *self);
char    **rea_sender_selection_dup_emails (ReaSenderSelection *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
