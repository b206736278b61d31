/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-move.h"
#include "rea-session.h"

G_BEGIN_DECLS

/* What Undo would take back, and what it did, in sentences. */
char *rea_undo_text_offer (const ReaMove *move, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
char *rea_undo_text_done (const ReaResult *result) G_GNUC_WARN_UNUSED_RESULT;
char *rea_undo_text_button (const ReaMove   *move,
                            const ReaResult *preview) G_GNUC_WARN_UNUSED_RESULT;
char *rea_undo_text_since (const ReaResult *preview) G_GNUC_WARN_UNUSED_RESULT;
char *rea_undo_text_gives (const ReaMove *move, const ReaResult *preview) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
