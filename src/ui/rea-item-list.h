/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-item-card.h"

G_BEGIN_DECLS

/* What is edited one below the other, each a card of which one is open. The order is the
 * list's to change; ReaItemList::changed says so. ReaItemList::removed gives the body of
 * what was taken out, while it is still whole.
 */
#define REA_TYPE_ITEM_LIST (rea_item_list_get_type ())
G_DECLARE_FINAL_TYPE (ReaItemList, rea_item_list, REA, ITEM_LIST, AdwBin)

ReaItemCard *rea_item_list_add (ReaItemList *self, GtkWidget *body);
void         rea_item_list_clear (ReaItemList *self);
guint        rea_item_list_get_n (ReaItemList *self);
ReaItemCard *rea_item_list_get (ReaItemList *self, guint position);
void         rea_item_list_open (ReaItemList *self, ReaItemCard *card);
gboolean     rea_item_list_focus (ReaItemList *self);

G_END_DECLS
