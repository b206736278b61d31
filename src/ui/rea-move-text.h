/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-move.h"
#include "rea-plan.h"
#include "rea-session.h"

G_BEGIN_DECLS

/* What a move would do, does and did, in sentences. */
char *rea_move_text_title (const ReaPlan *plan, ReaTo to) G_GNUC_WARN_UNUSED_RESULT;
char *rea_move_text_givers (const ReaPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
char *rea_move_text_warning (const ReaPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
char *rea_move_text_button (gint64 moved, ReaTo to) G_GNUC_WARN_UNUSED_RESULT;
char *rea_move_text_moved (gint64 moved, ReaTo to) G_GNUC_WARN_UNUSED_RESULT;
char *rea_move_text_difference (const ReaPlan *shown,
                                const ReaPlan *done) G_GNUC_WARN_UNUSED_RESULT;
char *rea_move_text_undo (const ReaMove *move, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
char *rea_move_text_undone (const ReaResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
