/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Makes a campaign. ReaNewCampaignDialog::created (id) is emitted when there is one. */
#define REA_TYPE_NEW_CAMPAIGN_DIALOG (rea_new_campaign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ReaNewCampaignDialog,
                      rea_new_campaign_dialog,
                      REA,
                      NEW_CAMPAIGN_DIALOG,
                      AdwWindow)

GtkWidget *rea_new_campaign_dialog_new (GtkWindow  *parent,
                                        ReaService *service,
                                        GPtrArray  *campaigns) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
