/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-move.h"

G_BEGIN_DECLS

/* What stands beside a move that is in the history: how much it was, when, and by whom. */
char *rea_history_text_title (gint64 moved) G_GNUC_WARN_UNUSED_RESULT;
char *rea_history_text_show (gint64 moved) G_GNUC_WARN_UNUSED_RESULT;
char *rea_history_text_label (const ReaMove *move, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
char *rea_history_text_when (gint64 at, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
char *rea_history_text_who (const ReaMove *move, gint64 user) G_GNUC_WARN_UNUSED_RESULT;
char *rea_history_text_undone (const ReaMove *move, gint64 now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
