/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-conversation-item.h"
#include "rea-service.h"

G_BEGIN_DECLS

/**
 * ReaConversationList:
 *
 * The conversations of a campaign under a filter, a #GListModel over any number
 * of them: a page is fetched when a row in view asks for it, and an item exists
 * only for rows near the view. Filters, searches and sorts in the store.
 * Properties: n-items (uint), loading (boolean), error (nullable string).
 *
 * A refresh updates the items in place. Where conversations that have an item
 * come, go or move, #GListModel::items-changed says so for just these, so that a
 * row, its tick and its focus stay with their conversation; of the rest of the
 * list only the number is known. When the first page of a new filter or order is
 * there, the items turn into other conversations where they stand, and items-changed
 * tells the difference of the number only; until then the old ones stay and loading
 * is %TRUE. ReaConversationList::turning is emitted just before they do: whoever then
 * goes to the beginning keeps the rows on screen, where a shorter list would drop them.
 *
 * ReaConversationList::refreshed is emitted whenever it was counted and read again,
 * ReaConversationList::found (conversation, position) where one that is sought stands.
 */
#define REA_TYPE_CONVERSATION_LIST (rea_conversation_list_get_type ())
G_DECLARE_FINAL_TYPE (ReaConversationList, rea_conversation_list, REA, CONVERSATION_LIST, GObject)

ReaConversationList *rea_conversation_list_new (ReaService *service,
                                                gint64      campaign) G_GNUC_WARN_UNUSED_RESULT;
void rea_conversation_list_set_filter (ReaConversationList *self, const ReaFilter *filter);
const ReaFilter *rea_conversation_list_get_filter (ReaConversationList *self);
void             rea_conversation_list_set_sort (ReaConversationList *self, ReaSort sort);
ReaSort          rea_conversation_list_get_sort (ReaConversationList *self);
gboolean
     rea_conversation_list_find (ReaConversationList *self, gint64 conversation, guint *position);
void rea_conversation_list_seek (ReaConversationList *self, gint64 conversation);
void
rea_conversation_list_set_draft (ReaConversationList *self, gint64 conversation, const char *text);

G_END_DECLS
