/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-reassign-case.h"
#include "rea-sender-list.h"

G_BEGIN_DECLS

/* What the dialog is called, and what it says of where conversations come from. */
const char *rea_reassign_title (const ReaReassignCase *reassign);
char       *rea_reassign_dup_subtitle (const ReaReassignCase *reassign,
                                       const char            *campaign,
                                       ReaSenderList         *senders) G_GNUC_WARN_UNUSED_RESULT;
char       *rea_reassign_dup_sender (const ReaReassignCase *reassign,
                                     ReaSenderList         *senders) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
