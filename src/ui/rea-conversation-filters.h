/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-filter.h"
#include "rea-sender-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* By what the conversations are filtered, the search aside: status, who holds them,
 * and in a menu how long they wait, since when nobody moved them, and what is marked
 * on them. What is set can be read from the buttons. Properties: waiting, unmoved
 * (int, minutes, or %REA_MINUTES_ANY), flag (string, any for none).
 * ReaConversationFilters::changed is emitted when it is another filter.
 */
#define REA_TYPE_CONVERSATION_FILTERS (rea_conversation_filters_get_type ())
G_DECLARE_FINAL_TYPE (ReaConversationFilters,
                      rea_conversation_filters,
                      REA,
                      CONVERSATION_FILTERS,
                      AdwBin)

void rea_conversation_filters_set_senders (ReaConversationFilters *self, ReaSenderList *senders);
ReaFilter *rea_conversation_filters_dup (ReaConversationFilters *self) G_GNUC_WARN_UNUSED_RESULT;
void rea_conversation_filters_set (ReaConversationFilters *self, ReaStatus status, guint holder);
void
rea_conversation_filters_set_named (ReaConversationFilters *self, GArray *ids, const char *label);
ReaStatus rea_conversation_filters_get_status (ReaConversationFilters *self);
guint     rea_conversation_filters_get_holder (ReaConversationFilters *self);

G_END_DECLS
