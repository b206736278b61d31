/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

G_BEGIN_DECLS

/**
 * ReaCampaignModel:
 *
 * The campaign that a window shows, refreshed in place. Properties: id, title,
 * state (string, one of rules.md), status-text (nullable, translated), total,
 * not-started, messaged, needs-reply, replied, closed, unassigned,
 * unassigned-not-started, unassigned-needs-reply, offline-needs-reply, n-senders,
 * n-online, waiting-since, can-move (whether role and state allow moves),
 * last-own-move (int64, what Undo would take back, or 0), last-move-text
 * (nullable: "Maria moved 300, 20:57"), revision (int64, another one after every
 * change but presence), loaded (boolean, whether it was read at
 * all), error (nullable string).
 */
#define REA_TYPE_CAMPAIGN_MODEL (rea_campaign_model_get_type ())
G_DECLARE_FINAL_TYPE (ReaCampaignModel, rea_campaign_model, REA, CAMPAIGN_MODEL, GObject)

ReaCampaignModel  *rea_campaign_model_new (ReaService *service,
                                           gint64      campaign) G_GNUC_WARN_UNUSED_RESULT;
gint64             rea_campaign_model_get_id (ReaCampaignModel *self);
const ReaOverview *rea_campaign_model_get_overview (ReaCampaignModel *self);
const ReaMove     *rea_campaign_model_get_last_own_move (ReaCampaignModel *self);
void               rea_campaign_model_refresh (ReaCampaignModel *self);

G_END_DECLS
