/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One of several things that are edited in a list: a line that opens what it is made of,
 * below it the buttons to move it and to take it out. Alt+Up and Alt+Down move it too, and
 * it can be dragged. ReaItemCard::move (steps), ::dropped (another card), ::toggled and
 * ::remove ask the list for it.
 */
#define REA_TYPE_ITEM_CARD (rea_item_card_get_type ())
G_DECLARE_FINAL_TYPE (ReaItemCard, rea_item_card, REA, ITEM_CARD, AdwBin)

GtkWidget *rea_item_card_new (GtkWidget *body) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *rea_item_card_get_body (ReaItemCard *self);
void       rea_item_card_set_title (ReaItemCard *self, const char *title, const char *detail);
void       rea_item_card_set_problem (ReaItemCard *self, const char *problem);
void       rea_item_card_set_expanded (ReaItemCard *self, gboolean expanded);
gboolean   rea_item_card_get_expanded (ReaItemCard *self);
void       rea_item_card_set_place (ReaItemCard *self, gboolean is_first, gboolean is_last);

G_END_DECLS
