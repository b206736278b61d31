/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-conversation.h"

G_BEGIN_DECLS

/**
 * ReaConversationItem:
 *
 * One row of the list; a placeholder until its page has come. Properties, each
 * notified only when it changed: id (0 while a placeholder), name, phone (as people
 * write it), status (int), status-text (translated), sender (name, nullable),
 * sender-online, last-text, draft, last-message-at, waiting-since, loaded.
 */
#define REA_TYPE_CONVERSATION_ITEM (rea_conversation_item_get_type ())
G_DECLARE_FINAL_TYPE (ReaConversationItem, rea_conversation_item, REA, CONVERSATION_ITEM, GObject)

gint64                 rea_conversation_item_get_id (ReaConversationItem *self);
guint                  rea_conversation_item_get_position (ReaConversationItem *self);
const ReaConversation *rea_conversation_item_get_conversation (ReaConversationItem *self);

ReaConversationItem *rea_conversation_item_new (guint position) G_GNUC_WARN_UNUSED_RESULT;
void                 rea_conversation_item_set_position (ReaConversationItem *self, guint position);
void rea_conversation_item_update (ReaConversationItem *self, const ReaConversation *conversation);
void
rea_conversation_item_update_sender (ReaConversationItem *self, const char *name, gboolean online);
void rea_conversation_item_update_draft (ReaConversationItem *self, const char *text);

G_END_DECLS
