/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The numbers of the campaign: four tiles, each a filter of the list by the action
 * conversations.tile, and how the campaign divides by status.
 */
#define REA_TYPE_OVERVIEW_STRIP (rea_overview_strip_get_type ())
G_DECLARE_FINAL_TYPE (ReaOverviewStrip, rea_overview_strip, REA, OVERVIEW_STRIP, AdwBin)

void rea_overview_strip_set_overview (ReaOverviewStrip *self, const ReaOverview *overview);

G_END_DECLS
