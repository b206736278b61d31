/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-conversation-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The bar below the conversations, of constant height: how many are listed and what
 * was moved last, or, while some are ticked, how many these are. Its buttons are the
 * actions conversations.reassign-listed, reassign-selected, select-all, clear, and
 * tile.
 */
#define REA_TYPE_CONVERSATIONS_FOOT (rea_conversations_foot_get_type ())
G_DECLARE_FINAL_TYPE (ReaConversationsFoot, rea_conversations_foot, REA, CONVERSATIONS_FOOT, AdwBin)

void rea_conversations_foot_set_selection (ReaConversationsFoot     *self,
                                           ReaConversationSelection *selection);
void rea_conversations_foot_set_listed (ReaConversationsFoot *self,
                                        const char           *summary,
                                        guint                 n_listed,
                                        gboolean              filtered,
                                        gboolean              loading);
void rea_conversations_foot_set_last_move (ReaConversationsFoot *self, const char *text);
void rea_conversations_foot_set_reason (ReaConversationsFoot *self, const char *reason);

G_END_DECLS
