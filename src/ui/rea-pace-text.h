/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-pace.h"

G_BEGIN_DECLS

/* How fast it goes, in words. */
char *rea_pace_text_left (gint64 seconds) G_GNUC_WARN_UNUSED_RESULT;
char *rea_pace_text_sentence (gint64 seconds) G_GNUC_WARN_UNUSED_RESULT;
char *rea_pace_text_sent (const ReaPace *pace) G_GNUC_WARN_UNUSED_RESULT;
char *rea_pace_text_done (const ReaPace *pace, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
char *rea_pace_text_full (const ReaPace *pace, gint64 now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
