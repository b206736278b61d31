/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign.h"
#include "rea-demo-texts.h"

G_BEGIN_DECLS

const char *rea_demo_pick_reply (GRand *rand, ReaDemoMood mood);
const char *rea_demo_get_answer (ReaDemoMood mood);
const char *rea_demo_get_initial_message (void);
void        rea_demo_describe (ReaCampaign *campaign);

G_END_DECLS
