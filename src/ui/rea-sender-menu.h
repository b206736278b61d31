/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sender-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The button Reassign in the row of a sender, and its menu, which is made when it
 * is opened: there may be hundreds of rows.
 */
#define REA_TYPE_SENDER_MENU (rea_sender_menu_get_type ())
G_DECLARE_FINAL_TYPE (ReaSenderMenu, rea_sender_menu, REA, SENDER_MENU, AdwBin)

GtkWidget *rea_sender_menu_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       rea_sender_menu_set_item (ReaSenderMenu *self, ReaSenderItem *item);
void       rea_sender_menu_set_label (ReaSenderMenu *self, const char *label);
void       rea_sender_menu_popup (ReaSenderMenu *self, double x, double y);

G_END_DECLS
