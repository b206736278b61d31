/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-move.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* A move as a row of the history. ReaMoveItem:undone-by (int64) is notified when the
 * move was undone, or stands again.
 */
#define REA_TYPE_MOVE_ITEM (rea_move_item_get_type ())
G_DECLARE_FINAL_TYPE (ReaMoveItem, rea_move_item, REA, MOVE_ITEM, GObject)

ReaMoveItem   *rea_move_item_new (ReaMove *move) G_GNUC_WARN_UNUSED_RESULT;
const ReaMove *rea_move_item_get_move (ReaMoveItem *self);
void           rea_move_item_take (ReaMoveItem *self, ReaMove *move);

G_END_DECLS
