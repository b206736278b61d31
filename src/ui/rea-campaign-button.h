/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The title of the window: the campaign and its state, and pressed, the list of all.
 * ReaCampaignButton::chosen (id) is emitted when another one is chosen.
 */
#define REA_TYPE_CAMPAIGN_BUTTON (rea_campaign_button_get_type ())
G_DECLARE_FINAL_TYPE (ReaCampaignButton, rea_campaign_button, REA, CAMPAIGN_BUTTON, AdwBin)

void rea_campaign_button_set_campaign (ReaCampaignButton *self, ReaCampaignModel *campaign);
void
rea_campaign_button_set_heading (ReaCampaignButton *self, const char *heading, const char *person);
void
rea_campaign_button_set_campaigns (ReaCampaignButton *self, GPtrArray *campaigns, gint64 current);

G_END_DECLS
