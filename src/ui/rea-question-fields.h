/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-question.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A question of the survey, to be written: its words, its answers, its name. A new one is
 * named after its words until somebody names it. ReaQuestionFields::changed tells of it.
 */
#define REA_TYPE_QUESTION_FIELDS (rea_question_fields_get_type ())
G_DECLARE_FINAL_TYPE (ReaQuestionFields, rea_question_fields, REA, QUESTION_FIELDS, AdwBin)

GtkWidget         *rea_question_fields_new (const ReaQuestion *origin) G_GNUC_WARN_UNUSED_RESULT;
const ReaQuestion *rea_question_fields_get_origin (ReaQuestionFields *self);
ReaQuestion       *rea_question_fields_dup_question (ReaQuestionFields *self,
                                                     GPtrArray         *others) G_GNUC_WARN_UNUSED_RESULT;
void               rea_question_fields_set_name (ReaQuestionFields *self, const char *id);
void               rea_question_fields_set_warning (ReaQuestionFields *self, const char *warning);
void               rea_question_fields_set_fault (ReaQuestionFields      *self,
                                                  const ReaQuestionFault *fault,
                                                  const char             *problem);
void rea_question_fields_focus (ReaQuestionFields *self, const ReaQuestionFault *fault);

G_END_DECLS
