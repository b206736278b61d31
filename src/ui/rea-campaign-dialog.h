/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign.h"
#include "rea-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Campaign Properties. What was entered and not saved stays when the dialog is left:
 * it is hidden then, and shown again as it was. ReaCampaignDialog::saved is emitted
 * when the campaign was changed, ::left when something unsaved is left.
 */
#define REA_TYPE_CAMPAIGN_DIALOG (rea_campaign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ReaCampaignDialog, rea_campaign_dialog, REA, CAMPAIGN_DIALOG, AdwWindow)

GtkWidget *rea_campaign_dialog_new (GtkWindow  *parent,
                                    ReaService *service,
                                    gint64      campaign) G_GNUC_WARN_UNUSED_RESULT;
gint64     rea_campaign_dialog_get_campaign (ReaCampaignDialog *self);
void       rea_campaign_dialog_show_part (ReaCampaignDialog *self, ReaCampaignPart part);

G_END_DECLS
