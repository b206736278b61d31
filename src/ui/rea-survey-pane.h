/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-thread.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The questions of the campaign, and what the contact answered. It does not show where
 * there are none.
 */
#define REA_TYPE_SURVEY_PANE (rea_survey_pane_get_type ())
G_DECLARE_FINAL_TYPE (ReaSurveyPane, rea_survey_pane, REA, SURVEY_PANE, AdwBin)

void rea_survey_pane_show (ReaSurveyPane *self, ReaThread *thread);

G_END_DECLS
