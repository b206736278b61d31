/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign-model.h"
#include "rea-conversations-table.h"
#include "rea-sender-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The tab Conversations: the numbers of the campaign, and its conversations. */
#define REA_TYPE_CONVERSATIONS_PAGE (rea_conversations_page_get_type ())
G_DECLARE_FINAL_TYPE (ReaConversationsPage, rea_conversations_page, REA, CONVERSATIONS_PAGE, AdwBin)

void rea_conversations_page_set_campaign (ReaConversationsPage *self,
                                          ReaService           *service,
                                          ReaCampaignModel     *campaign,
                                          ReaSenderList        *senders);
void rea_conversations_page_set_reason (ReaConversationsPage *self, const char *reason);
void rea_conversations_page_show_holder (ReaConversationsPage *self, const char *email);
void rea_conversations_page_show_named (ReaConversationsPage *self, GArray *ids, const char *label);
void rea_conversations_page_search (ReaConversationsPage *self);
ReaConversationList   *rea_conversations_page_get_list (ReaConversationsPage *self);
ReaConversationsTable *rea_conversations_page_get_table (ReaConversationsPage *self);

G_END_DECLS
