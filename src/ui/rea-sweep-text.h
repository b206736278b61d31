/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sweep.h"

G_BEGIN_DECLS

/* The sentences of a sweep. */
char *rea_sweep_text_heading (const ReaSweep *sweep) G_GNUC_WARN_UNUSED_RESULT;
char *rea_sweep_text_as_of (const ReaSweep *sweep) G_GNUC_WARN_UNUSED_RESULT;
char *rea_sweep_text_detail (const ReaSweep     *sweep,
                             const ReaSweepLine *line,
                             gboolean            may_manage) G_GNUC_WARN_UNUSED_RESULT;
char *rea_sweep_text_button (const ReaSweepLine *line) G_GNUC_WARN_UNUSED_RESULT;
char *rea_sweep_text_swept (const ReaSweep *sweep) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
