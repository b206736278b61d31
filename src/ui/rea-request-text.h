/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-move.h"
#include "rea-sender-list.h"

G_BEGIN_DECLS

/* A move that is in the history, in words. Senders who are none any more go by their
 * e-mail.
 */
char *rea_request_text_title (const ReaMove *move,
                              ReaSenderList *senders,
                              gint64         now) G_GNUC_WARN_UNUSED_RESULT;
char *rea_request_text_way (const ReaMove *move, ReaSenderList *senders) G_GNUC_WARN_UNUSED_RESULT;
char *rea_request_text_what (const ReaMove *move,
                             ReaSenderList *senders,
                             gint64         now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
