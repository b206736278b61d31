/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-question.h"

G_BEGIN_DECLS

/* What the editor of a survey says of its questions. No widgets. */
char *rea_survey_text_detail (const ReaQuestion *question,
                              GPtrArray         *counts) G_GNUC_WARN_UNUSED_RESULT;
char *rea_survey_text_warning (const ReaQuestion *before,
                               const ReaQuestion *after,
                               GPtrArray         *counts) G_GNUC_WARN_UNUSED_RESULT;
char *rea_survey_text_removed (const ReaQuestion *question,
                               GPtrArray         *counts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
