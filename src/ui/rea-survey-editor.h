/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-question.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The questions of a campaign, to be written, taken out and put in order. What it means for
 * the answers that were given is said where it is done; what is taken out can be kept until
 * it is saved. ReaSurveyEditor::changed tells of it.
 */
#define REA_TYPE_SURVEY_EDITOR (rea_survey_editor_get_type ())
G_DECLARE_FINAL_TYPE (ReaSurveyEditor, rea_survey_editor, REA, SURVEY_EDITOR, AdwBin)

void       rea_survey_editor_set_questions (ReaSurveyEditor *self, GPtrArray *questions);
GPtrArray *rea_survey_editor_dup_questions (ReaSurveyEditor *self) G_GNUC_WARN_UNUSED_RESULT;
void       rea_survey_editor_set_counts (ReaSurveyEditor *self, GPtrArray *counts);

G_END_DECLS
