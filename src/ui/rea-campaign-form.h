/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign-edit.h"
#include "rea-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The properties of a campaign, to be read and to be changed. What is wrong stands
 * beside the field that it is about. ReaCampaignForm::changed is emitted when
 * something is typed or chosen.
 */
#define REA_TYPE_CAMPAIGN_FORM (rea_campaign_form_get_type ())
G_DECLARE_FINAL_TYPE (ReaCampaignForm, rea_campaign_form, REA, CAMPAIGN_FORM, AdwBin)

void rea_campaign_form_set_up (ReaCampaignForm *self, ReaService *service, gint64 campaign);
void rea_campaign_form_show (ReaCampaignForm *self, const ReaCampaign *seen);
void rea_campaign_form_discard (ReaCampaignForm *self);
const ReaCampaignEdit *rea_campaign_form_get_edit (ReaCampaignForm *self);
gboolean               rea_campaign_form_get_touched (ReaCampaignForm *self);
gboolean               rea_campaign_form_check (ReaCampaignForm *self);
gboolean               rea_campaign_form_show_refusal (ReaCampaignForm *self, const GError *error);
void                   rea_campaign_form_focus (ReaCampaignForm *self, ReaCampaignPart part);

G_END_DECLS
