/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign-view.h"

G_BEGIN_DECLS

void
rea_campaign_removal_ask (ReaCampaignView *view, ReaService *service, const ReaCampaign *campaign);

G_END_DECLS
