/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign-moves.h"
#include "rea-subpage.h"
#include "rea-sweep-model.h"

G_BEGIN_DECLS

/* What holds a campaign up, a line each, with the one button that mends it; nothing
 * acts by itself.
 */
#define REA_TYPE_SWEEP_PAGE (rea_sweep_page_get_type ())
G_DECLARE_FINAL_TYPE (ReaSweepPage, rea_sweep_page, REA, SWEEP_PAGE, ReaSubpage)

ReaSweepPage *rea_sweep_page_new (ReaService       *service,
                                  ReaCampaignModel *campaign,
                                  ReaSweepModel    *model,
                                  ReaCampaignMoves *moves) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
