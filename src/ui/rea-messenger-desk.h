/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign-model.h"
#include "rea-conversation-pane.h"
#include "rea-messenger-list.h"

G_BEGIN_DECLS

/* Where one works in the Messenger: the conversation that is current in the list, or what
 * to do where none is. What comes next is read before it is needed, and what is written is
 * sent while its writer goes on. Property: thread (ReaThread, nullable): what is shown.
 */
#define REA_TYPE_MESSENGER_DESK (rea_messenger_desk_get_type ())
G_DECLARE_FINAL_TYPE (ReaMessengerDesk, rea_messenger_desk, REA, MESSENGER_DESK, AdwBin)

void                 rea_messenger_desk_set_list (ReaMessengerDesk *self, ReaMessengerList *list);
void                 rea_messenger_desk_set_campaign (ReaMessengerDesk *self,
                                                      ReaService       *service,
                                                      ReaCampaignModel *campaign,
                                                      gboolean          everyone);
void                 rea_messenger_desk_write (ReaMessengerDesk *self);
void                 rea_messenger_desk_save (ReaMessengerDesk *self);
ReaConversationPane *rea_messenger_desk_get_pane (ReaMessengerDesk *self);

G_END_DECLS
