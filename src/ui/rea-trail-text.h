/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-move.h"

G_BEGIN_DECLS

/* What is said of who held a conversation, since when and by whose move. */
const char *rea_trail_text_holder (const ReaTrailEntry *entry);
char       *rea_trail_text_how (const ReaTrailEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
char       *rea_trail_text_span (const ReaTrailEntry *entry,
                                 const ReaTrailEntry *next,
                                 gint64               now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
