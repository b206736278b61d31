/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sender-item.h"

G_BEGIN_DECLS

/* What senders are written, elsewhere, about what waits for them. */
char *
rea_remind_text (GPtrArray *senders, const char *campaign, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
char *rea_remind_text_done (GPtrArray *senders) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
