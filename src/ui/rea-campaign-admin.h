/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign-view.h"

G_BEGIN_DECLS

/* What an admin does with the campaign that is shown: its properties, its state, and
 * its end. Adds properties, write-message, launch, pause, resume, close, reopen,
 * archive, restore, remove and remove-demo to the actions campaign.* of a view.
 */
#define REA_TYPE_CAMPAIGN_ADMIN (rea_campaign_admin_get_type ())
G_DECLARE_FINAL_TYPE (ReaCampaignAdmin, rea_campaign_admin, REA, CAMPAIGN_ADMIN, GObject)

ReaCampaignAdmin *rea_campaign_admin_new (ReaCampaignView *view) G_GNUC_WARN_UNUSED_RESULT;
void
rea_campaign_admin_follow (ReaCampaignAdmin *self, ReaService *service, ReaCampaignModel *campaign);

G_END_DECLS
