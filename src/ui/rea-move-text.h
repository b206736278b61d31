/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-plan.h"
#include "rea-request.h"

G_BEGIN_DECLS

/* What a move would do and did, in sentences. */
char *rea_move_text_title (const ReaPlan *plan, ReaTo to) G_GNUC_WARN_UNUSED_RESULT;
char *rea_move_text_givers (const ReaPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
char *rea_move_text_warning (const ReaPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
char *rea_move_text_button (gint64 moved, ReaTo to) G_GNUC_WARN_UNUSED_RESULT;
char *rea_move_text_button_remove (gint64 moved, ReaTo to) G_GNUC_WARN_UNUSED_RESULT;
char *rea_move_text_removed (const char *sender, gint64 moved, ReaTo to) G_GNUC_WARN_UNUSED_RESULT;
char *rea_move_text_moved (gint64 moved, ReaTo to) G_GNUC_WARN_UNUSED_RESULT;
char *rea_move_text_difference (const ReaPlan *shown,
                                const ReaPlan *done) G_GNUC_WARN_UNUSED_RESULT;
char *rea_move_text_change (const ReaPlan *shown, const ReaPlan *now) G_GNUC_WARN_UNUSED_RESULT;
char *rea_move_text_left (GPtrArray *names) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
