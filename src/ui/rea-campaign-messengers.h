/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign-view.h"

G_BEGIN_DECLS

/* The ways from a campaign into the Messengers: the actions campaign.messenger (the one's
 * own where one is a sender here, else that of everyone's conversations),
 * campaign.own-messenger, campaign.admin-messenger, campaign.open-messenger (x, on one
 * conversation) and campaign.messenger-of (s, what a sender holds, or nobody). Its property
 * text says what campaign.messenger opens.
 */
#define REA_TYPE_CAMPAIGN_MESSENGERS (rea_campaign_messengers_get_type ())
G_DECLARE_FINAL_TYPE (ReaCampaignMessengers,
                      rea_campaign_messengers,
                      REA,
                      CAMPAIGN_MESSENGERS,
                      GObject)

ReaCampaignMessengers      *
rea_campaign_messengers_new (ReaCampaignView *view) G_GNUC_WARN_UNUSED_RESULT;
void rea_campaign_messengers_follow (ReaCampaignMessengers *self,
                                     ReaService            *service,
                                     ReaCampaignModel      *campaign);

G_END_DECLS
