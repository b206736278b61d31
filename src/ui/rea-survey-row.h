/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-thread.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One question of the survey and its drop-down. What is chosen is written at once; where
 * that fails it says why, and the answer that stands comes back.
 */
#define REA_TYPE_SURVEY_ROW (rea_survey_row_get_type ())
G_DECLARE_FINAL_TYPE (ReaSurveyRow, rea_survey_row, REA, SURVEY_ROW, AdwBin)

GtkWidget *rea_survey_row_new (const ReaQuestion *question) G_GNUC_WARN_UNUSED_RESULT;
gboolean   rea_survey_row_is_of (ReaSurveyRow *self, const ReaQuestion *question);
void       rea_survey_row_show (ReaSurveyRow *self, ReaThread *thread, const char *answer);

G_END_DECLS
