/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign-model.h"
#include "rea-filter.h"
#include "rea-sender-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the Admin Messenger lists of a campaign: a drop-down of what is not finished, a
 * search, and whose conversations, if somebody's alone. ReaMessengerFilter::changed is
 * emitted when somebody sets something else, ReaMessengerFilter::stopped when the search
 * is left by Escape.
 */
#define REA_TYPE_MESSENGER_FILTER (rea_messenger_filter_get_type ())
G_DECLARE_FINAL_TYPE (ReaMessengerFilter, rea_messenger_filter, REA, MESSENGER_FILTER, AdwBin)

void     rea_messenger_filter_set_campaign (ReaMessengerFilter *self,
                                            ReaCampaignModel   *campaign,
                                            ReaSenderList      *senders);
void     rea_messenger_filter_set (ReaMessengerFilter *self, const ReaFilter *filter);
void     rea_messenger_filter_apply (ReaMessengerFilter *self, ReaFilter *filter);
gboolean rea_messenger_filter_is_everything (ReaMessengerFilter *self);
gboolean rea_messenger_filter_narrows (ReaMessengerFilter *self);
void     rea_messenger_filter_show_everything (ReaMessengerFilter *self);
void     rea_messenger_filter_search (ReaMessengerFilter *self);

G_END_DECLS
