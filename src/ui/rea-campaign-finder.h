/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

G_BEGIN_DECLS

/* Knows the campaigns that the user may see, or is a sender of, and which of them to show: the one
 * that somebody named, else the one that is worked on. Signals: listed (campaigns): after each
 * look; the array is lent found (id): show this one none: there is no campaign unknown (reason):
 * the one that was named cannot be shown
 */
#define REA_TYPE_CAMPAIGN_FINDER (rea_campaign_finder_get_type ())
G_DECLARE_FINAL_TYPE (ReaCampaignFinder, rea_campaign_finder, REA, CAMPAIGN_FINDER, GObject)

ReaCampaignFinder *rea_campaign_finder_new (ReaService *service) G_GNUC_WARN_UNUSED_RESULT;
void               rea_campaign_finder_set_only_own (ReaCampaignFinder *self, gboolean only_own);
void               rea_campaign_finder_want (ReaCampaignFinder *self, const char *name);
void               rea_campaign_finder_set_shown (ReaCampaignFinder *self, gint64 id);
void               rea_campaign_finder_hold (ReaCampaignFinder *self);
void               rea_campaign_finder_look (ReaCampaignFinder *self);

G_END_DECLS
