/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"
#include "rea-start-page.h"

G_BEGIN_DECLS

/* Makes campaigns for a window: a new one, the action win.new-campaign, and the demo.
 * Signals:
 *  made (id): there is one more, to be shown
 *  needs-database (): there is no database yet to make it in
 */
#define REA_TYPE_CAMPAIGN_MAKER (rea_campaign_maker_get_type ())
G_DECLARE_FINAL_TYPE (ReaCampaignMaker, rea_campaign_maker, REA, CAMPAIGN_MAKER, GObject)

ReaCampaignMaker *rea_campaign_maker_new (GtkWindow    *window,
                                          ReaStartPage *page) G_GNUC_WARN_UNUSED_RESULT;
void              rea_campaign_maker_set_service (ReaCampaignMaker *self, ReaService *service);
void              rea_campaign_maker_set_campaigns (ReaCampaignMaker *self, GPtrArray *campaigns);
gboolean          rea_campaign_maker_may_make (ReaCampaignMaker *self);
void              rea_campaign_maker_make_demo (ReaCampaignMaker *self);
gboolean          rea_campaign_maker_resume (ReaCampaignMaker *self);

G_END_DECLS
