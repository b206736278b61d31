/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

G_BEGIN_DECLS

/**
 * ReaSenderItem:
 *
 * A sender of the campaign as a row of a list, or (id %REA_HOLDER_UNASSIGNED,
 * no e-mail) what nobody holds. Properties, each notified only when it changed:
 * id, email, first-name, last-name, name, online, last-seen (int64, seconds),
 * total, not-started, messaged, needs-reply, replied, closed, open-work (int64),
 * done (assigned minus not started), progress (double, -1 where there is none),
 * waiting-since (int64), sent-15-min (int64).
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

/**
 * ReaSenderList:
 *
 * The senders of a campaign, a #GListModel of #ReaSenderItem in name order with
 * the one of unassigned first, refreshed in place after each change and by
 * presence: only what changed notifies, items are added and removed one by one.
 * Properties: n-online, n-senders (int64), loaded (boolean), and error (nullable string).
 */
#define REA_TYPE_SENDER_LIST (rea_sender_list_get_type ())
G_DECLARE_FINAL_TYPE (ReaSenderList, rea_sender_list, REA, SENDER_LIST, GObject)

ReaSenderList *rea_sender_list_new (ReaService *service, gint64 campaign) G_GNUC_WARN_UNUSED_RESULT;
void           rea_sender_list_refresh (ReaSenderList *self);
ReaSenderItem *rea_sender_list_find (ReaSenderList *self, const char *email);

G_END_DECLS
