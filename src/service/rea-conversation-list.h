/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

G_BEGIN_DECLS

/**
 * ReaConversationItem:
 *
 * One row of the list; a placeholder until its page has come. Properties, each
 * notified only when it changed: id (0 while a placeholder), name, phone (as people
 * write it), status (int), status-text (translated), sender (name, nullable),
 * sender-online, last-text, last-message-at, waiting-since, loaded.
 */
#define REA_TYPE_CONVERSATION_ITEM (rea_conversation_item_get_type ())
G_DECLARE_FINAL_TYPE (ReaConversationItem, rea_conversation_item, REA, CONVERSATION_ITEM, GObject)

gint64                 rea_conversation_item_get_id (ReaConversationItem *self);
guint                  rea_conversation_item_get_position (ReaConversationItem *self);
const ReaConversation *rea_conversation_item_get_conversation (ReaConversationItem *self);

/**
 * ReaConversationList:
 *
 * The conversations of a campaign under a filter, a #GListModel over any number
 * of them: a page is fetched when a row in view asks for it, and an item exists
 * only for rows near the view. Filters, searches and sorts in the store.
 * Properties: n-items (uint), loading (boolean), error (nullable string).
 */
#define REA_TYPE_CONVERSATION_LIST (rea_conversation_list_get_type ())
G_DECLARE_FINAL_TYPE (ReaConversationList, rea_conversation_list, REA, CONVERSATION_LIST, GObject)

ReaConversationList *rea_conversation_list_new (ReaService *service,
                                                gint64      campaign) G_GNUC_WARN_UNUSED_RESULT;
void rea_conversation_list_set_filter (ReaConversationList *self, const ReaFilter *filter);
const ReaFilter *rea_conversation_list_get_filter (ReaConversationList *self);
void             rea_conversation_list_set_sort (ReaConversationList *self, ReaSort sort);
ReaSort          rea_conversation_list_get_sort (ReaConversationList *self);

G_END_DECLS
