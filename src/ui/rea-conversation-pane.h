/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-composer.h"

G_BEGIN_DECLS

/* The middle of the Messenger: whose conversation it is, its messages, and where one
 * writes. Signals:
 *  send: somebody sends what is written
 *  closed: somebody has closed the conversation
 */
#define REA_TYPE_CONVERSATION_PANE (rea_conversation_pane_get_type ())
G_DECLARE_FINAL_TYPE (ReaConversationPane, rea_conversation_pane, REA, CONVERSATION_PANE, AdwBin)

void
rea_conversation_pane_set_thread (ReaConversationPane *self, ReaThread *thread, ReaDrafts *drafts);
ReaThread   *rea_conversation_pane_get_thread (ReaConversationPane *self);
ReaComposer *rea_conversation_pane_get_composer (ReaConversationPane *self);
void         rea_conversation_pane_scroll (ReaConversationPane *self, int pages);
void         rea_conversation_pane_toggle_closed (ReaConversationPane *self);

G_END_DECLS
