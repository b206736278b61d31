/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl-options.h"

#include "rea-campaign.h"

G_BEGIN_DECLS

/**
 * CtlCampaignValues:
 *
 * What the options of campaign create and campaign set say. Read in three steps:
 * what can be told from the words alone, then the files that they name, then what
 * depends on the campaign, such as the time zone of its times.
 */
typedef struct _CtlCampaignValues CtlCampaignValues;

CtlCampaignValues *ctl_campaign_values_new (const CtlOptions *options,
                                            GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void               ctl_campaign_values_free (CtlCampaignValues *self);
gboolean           ctl_campaign_values_read_files (CtlCampaignValues *self, GError **error);
gboolean ctl_campaign_values_apply (ReaCampaign *campaign, gpointer user_data, GError **error);
gboolean ctl_campaign_title_check (const char *title, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtlCampaignValues, ctl_campaign_values_free)

G_END_DECLS
