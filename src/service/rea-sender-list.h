/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sender-item.h"
#include "rea-service.h"

G_BEGIN_DECLS

/**
 * ReaSenderList:
 *
 * The senders of a campaign, a #GListModel of #ReaSenderItem in name order with
 * the one of unassigned first, refreshed in place after each change and by
 * presence: only what changed notifies, items are added and removed one by one.
 * Properties: n-online, n-senders (int64), loaded (boolean), and error (nullable string).
 * ReaSenderList::refreshed is emitted after each refresh.
 */
#define REA_TYPE_SENDER_LIST (rea_sender_list_get_type ())
G_DECLARE_FINAL_TYPE (ReaSenderList, rea_sender_list, REA, SENDER_LIST, GObject)

ReaSenderList *rea_sender_list_new (ReaService *service, gint64 campaign) G_GNUC_WARN_UNUSED_RESULT;
void           rea_sender_list_refresh (ReaSenderList *self);
ReaSenderItem *rea_sender_list_find (ReaSenderList *self, const char *email);
ReaSenderItem *rea_sender_list_find_id (ReaSenderList *self, gint64 id);

G_END_DECLS
