/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-types.h"

G_BEGIN_DECLS

char *rea_sender_selection_text (guint n) G_GNUC_WARN_UNUSED_RESULT;
char *rea_sender_selection_detail (const ReaCounts *counts,
                                   guint            n_hidden) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
