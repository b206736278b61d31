/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-conversation-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The table of conversations, with ticks, titles that sort, and a menu for each row.
 * Properties: sort (string: id, name or waiting), and late (boolean, whether the rows
 * have for a while been those of an earlier filter; then they step back).
 */
#define REA_TYPE_CONVERSATIONS_TABLE (rea_conversations_table_get_type ())
G_DECLARE_FINAL_TYPE (ReaConversationsTable,
                      rea_conversations_table,
                      REA,
                      CONVERSATIONS_TABLE,
                      AdwBin)

void rea_conversations_table_set_list (ReaConversationsTable *self, ReaConversationList *list);
void rea_conversations_table_set_column_menu (ReaConversationsTable *self, GtkMenuButton *button);
ReaConversationSelection *rea_conversations_table_get_selection (ReaConversationsTable *self);

G_END_DECLS
