/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Above a campaign that is being prepared: what it still needs, the button for the next
 * step, and Launch. Any other campaign it does not show for.
 */
#define REA_TYPE_DRAFT_BAR (rea_draft_bar_get_type ())
G_DECLARE_FINAL_TYPE (ReaDraftBar, rea_draft_bar, REA, DRAFT_BAR, AdwBin)

void rea_draft_bar_show (ReaDraftBar *self, ReaCampaignModel *campaign, gboolean may_prepare);

G_END_DECLS
