/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-thread.h"

G_BEGIN_DECLS

/* What stands around a message while it is written. */
char *rea_composer_text_count (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *rea_composer_text_line (const ReaThreadState *state, gint64 user) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
