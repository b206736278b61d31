/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign.h"

G_BEGIN_DECLS

gint64 rea_opening_find (const ReaCampaign *campaign, const char *time_zone, gint64 from);

G_END_DECLS
