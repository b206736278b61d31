/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-conversation-list.h"

G_BEGIN_DECLS

/* Which conversations the rows of a list are, also of rows that nobody looks at; and
 * how many of some conversations the list still has. All by the numbers of the
 * conversations, which stay when places change.
 */
gint64 rea_conversation_list_get_id (ReaConversationList *self, guint position);

void    rea_conversation_list_name_async (ReaConversationList *self,
                                          guint                position,
                                          guint                n,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
GArray *rea_conversation_list_name_finish (ReaConversationList *self,
                                           GAsyncResult        *result,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;

void   rea_conversation_list_count_async (ReaConversationList *self,
                                          GArray              *ids,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gint64 rea_conversation_list_count_finish (ReaConversationList *self,
                                           GAsyncResult        *result,
                                           GError             **error);

G_END_DECLS
