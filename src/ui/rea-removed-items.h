/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What was taken out of a list and is gone when that is saved: a sentence each, and a
 * button that keeps it. ReaRemovedItems::kept gives the widget that was taken out.
 */
#define REA_TYPE_REMOVED_ITEMS (rea_removed_items_get_type ())
G_DECLARE_FINAL_TYPE (ReaRemovedItems, rea_removed_items, REA, REMOVED_ITEMS, AdwBin)

void       rea_removed_items_add (ReaRemovedItems *self, GtkWidget *widget, const char *name);
void       rea_removed_items_set_text (ReaRemovedItems *self, guint position, const char *text);
GtkWidget *rea_removed_items_get (ReaRemovedItems *self, guint position);
void       rea_removed_items_clear (ReaRemovedItems *self);

G_END_DECLS
