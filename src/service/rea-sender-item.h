/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sender.h"

G_BEGIN_DECLS

/**
 * ReaSenderItem:
 *
 * A sender of the campaign as a row of a list, or (id %REA_HOLDER_UNASSIGNED,
 * no e-mail) what nobody holds. Properties, each notified only when it changed:
 * id, email, first-name, last-name, name, online, last-seen (int64, seconds),
 * total, not-started, messaged, needs-reply, replied, closed, open-work (int64),
 * done (assigned minus not started), progress (double, -1 where there is none),
 * waiting-since (int64), sent-15-min (int64), seconds-left (int64, at the sender's pace, or
 * %REA_PACE_UNKNOWN).
 */
#define REA_TYPE_SENDER_ITEM (rea_sender_item_get_type ())
G_DECLARE_FINAL_TYPE (ReaSenderItem, rea_sender_item, REA, SENDER_ITEM, GObject)

gint64      rea_sender_item_get_id (ReaSenderItem *self);
const char *rea_sender_item_get_email (ReaSenderItem *self);
const char *rea_sender_item_get_first_name (ReaSenderItem *self);
const char *rea_sender_item_get_last_name (ReaSenderItem *self);
const char *rea_sender_item_get_name (ReaSenderItem *self);
gboolean    rea_sender_item_get_online (ReaSenderItem *self);
gint64      rea_sender_item_get_last_seen (ReaSenderItem *self);
ReaCounts   rea_sender_item_get_counts (ReaSenderItem *self);
gint64      rea_sender_item_get_waiting_since (ReaSenderItem *self);
gint64      rea_sender_item_get_sent_15_min (ReaSenderItem *self);
gint64      rea_sender_item_get_seconds_left (ReaSenderItem *self);

ReaSenderItem *rea_sender_item_new (const ReaSender *sender) G_GNUC_WARN_UNUSED_RESULT;
ReaSenderItem *rea_sender_item_new_unassigned (void) G_GNUC_WARN_UNUSED_RESULT;
void           rea_sender_item_update (ReaSenderItem *self, const ReaSender *sender);
void           rea_sender_item_update_unassigned (ReaSenderItem   *self,
                                                  const ReaCounts *counts,
                                                  gint64           waiting_since);

G_END_DECLS
