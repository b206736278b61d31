/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign-model.h"
#include "rea-messenger-list.h"

G_BEGIN_DECLS

/* What the Messenger of everyone's conversations has beside a sender's own: a filter of
 * its list, and the actions campaign.* that move the conversation that is shown and tell
 * its trail.
 */
#define REA_TYPE_MESSENGER_ADMIN (rea_messenger_admin_get_type ())
G_DECLARE_FINAL_TYPE (ReaMessengerAdmin, rea_messenger_admin, REA, MESSENGER_ADMIN, GObject)

ReaMessengerAdmin *rea_messenger_admin_new (AdwToastOverlay  *toasts,
                                            ReaMessengerList *list) G_GNUC_WARN_UNUSED_RESULT;
GActionGroup      *rea_messenger_admin_get_actions (ReaMessengerAdmin *self);
void               rea_messenger_admin_set_campaign (ReaMessengerAdmin *self,
                                                     ReaService        *service,
                                                     ReaCampaignModel  *campaign);

G_END_DECLS
