/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-reassign-case.h"
#include "rea-sender-list.h"
#include "rea-sweep-model.h"
#include "rea-undoer.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A campaign with its two tabs, and what can be done in it: the actions campaign.*
 * of the window.
 */
#define REA_TYPE_CAMPAIGN_VIEW (rea_campaign_view_get_type ())
G_DECLARE_FINAL_TYPE (ReaCampaignView, rea_campaign_view, REA, CAMPAIGN_VIEW, AdwBin)

void              rea_campaign_view_show (ReaCampaignView *self, ReaService *service, gint64 id);
ReaCampaignModel *rea_campaign_view_get_campaign (ReaCampaignView *self);
ReaSenderList    *rea_campaign_view_get_senders (ReaCampaignView *self);
AdwToastOverlay  *rea_campaign_view_get_toasts (ReaCampaignView *self);
ReaUndoer        *rea_campaign_view_get_undoer (ReaCampaignView *self);
ReaSweepModel    *rea_campaign_view_get_sweep (ReaCampaignView *self);
GActionGroup     *rea_campaign_view_get_actions (ReaCampaignView *self);

GtkWidget      *
rea_campaign_view_reassign (GtkWidget *widget, ReaReassignVerb verb, const ReaFilter *from);
void rea_campaign_view_show_offline (ReaCampaignView *self);
void rea_campaign_view_say (ReaCampaignView *self, const char *text);

G_END_DECLS
