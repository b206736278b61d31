/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sender-selection.h"

G_BEGIN_DECLS

char *rea_sender_selection_text (ReaSenderSelection *ticks) G_GNUC_WARN_UNUSED_RESULT;
char *rea_sender_selection_detail (ReaSenderSelection *ticks) G_GNUC_WARN_UNUSED_RESULT;
char *rea_sender_selection_removed (char *text, guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
