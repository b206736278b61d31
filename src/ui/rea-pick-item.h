/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Something to pick from a list: what stands in its row, and the key by which whoever
 * made the list knows it. ReaPickItem::changed is emitted when it says something else.
 */
#define REA_TYPE_PICK_ITEM (rea_pick_item_get_type ())
G_DECLARE_FINAL_TYPE (ReaPickItem, rea_pick_item, REA, PICK_ITEM, GObject)

ReaPickItem *rea_pick_item_new (const char *key,
                                const char *title,
                                const char *detail,
                                gboolean    current) G_GNUC_WARN_UNUSED_RESULT;
const char  *rea_pick_item_get_key (ReaPickItem *self);
const char  *rea_pick_item_get_title (ReaPickItem *self);
const char  *rea_pick_item_get_detail (ReaPickItem *self);
gboolean     rea_pick_item_get_current (ReaPickItem *self);
gboolean     rea_pick_item_matches (ReaPickItem *self, const char *const *words);
void         rea_pick_item_update (ReaPickItem *self, ReaPickItem *from);

G_END_DECLS
