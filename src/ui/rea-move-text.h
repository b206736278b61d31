/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-request.h"

G_BEGIN_DECLS

/* What the button of the dialog does, and what came of it, in words. */
char *rea_move_text_button (gint64 moved, ReaTo to) G_GNUC_WARN_UNUSED_RESULT;
char *rea_move_text_button_remove (gint64 moved, ReaTo to) G_GNUC_WARN_UNUSED_RESULT;
char *rea_move_text_removed (const char *sender, gint64 moved, ReaTo to) G_GNUC_WARN_UNUSED_RESULT;
char *rea_move_text_moved (gint64 moved, ReaTo to) G_GNUC_WARN_UNUSED_RESULT;
char *rea_move_text_left (GPtrArray *names) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
