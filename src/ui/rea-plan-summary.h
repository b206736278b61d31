/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-plan.h"
#include "rea-request.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Above the table of a reassignment: what will happen, in sentences, or why nothing
 * does; and what came of pressing the button, if not what was asked for.
 */
#define REA_TYPE_PLAN_SUMMARY (rea_plan_summary_get_type ())
G_DECLARE_FINAL_TYPE (ReaPlanSummary, rea_plan_summary, REA, PLAN_SUMMARY, AdwBin)

void
rea_plan_summary_show_plan (ReaPlanSummary *self, const ReaPlan *plan, const ReaRequest *request);
void rea_plan_summary_show_reason (ReaPlanSummary *self, const char *title, const char *reason);
void rea_plan_summary_set_notice (ReaPlanSummary *self, const char *notice);
const char *rea_plan_summary_get_notice (ReaPlanSummary *self);
void        rea_plan_summary_set_stale (ReaPlanSummary *self, gboolean stale);

G_END_DECLS
