/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-plan.h"
#include "rea-request.h"

G_BEGIN_DECLS

/* What a plan would do, in sentences: how many go where, whose they are, what one might
 * not have thought of; and how it differs from the one that was shown.
 */
char *rea_plan_text_title (const ReaPlan *plan, ReaTo to) G_GNUC_WARN_UNUSED_RESULT;
char *rea_plan_text_givers (const ReaPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
char *rea_plan_text_spared (const ReaPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
char *rea_plan_text_warning (const ReaPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
char *rea_plan_text_difference (const ReaPlan *shown,
                                const ReaPlan *done) G_GNUC_WARN_UNUSED_RESULT;
char *rea_plan_text_change (const ReaPlan *shown, const ReaPlan *now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
