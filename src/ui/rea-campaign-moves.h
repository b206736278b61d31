/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-reassign-case.h"
#include "rea-sender-list.h"
#include "rea-undoer.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Moves the conversations of the campaign that is shown, changes who its senders are,
 * and says what came of it: the actions reassign, remove-sender, restore-sender and
 * add-senders, and the toasts with Undo.
 */
#define REA_TYPE_CAMPAIGN_MOVES (rea_campaign_moves_get_type ())
G_DECLARE_FINAL_TYPE (ReaCampaignMoves, rea_campaign_moves, REA, CAMPAIGN_MOVES, GObject)

ReaCampaignMoves *rea_campaign_moves_new (GtkWidget       *view,
                                          AdwToastOverlay *toasts,
                                          GActionMap      *actions,
                                          ReaUndoer       *undoer) G_GNUC_WARN_UNUSED_RESULT;
void              rea_campaign_moves_set_campaign (ReaCampaignMoves *self,
                                                   ReaService       *service,
                                                   ReaCampaignModel *campaign,
                                                   ReaSenderList    *senders);
void              rea_campaign_moves_update (ReaCampaignMoves *self);
void              rea_campaign_moves_say (ReaCampaignMoves *self, const char *text);
GtkWidget *
rea_campaign_moves_open (ReaCampaignMoves *self, ReaReassignVerb verb, const ReaFilter *from);

G_END_DECLS
