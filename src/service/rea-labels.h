/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-move.h"
#include "rea-sweep.h"

G_BEGIN_DECLS

/* How people read what the database keeps. */
const char *rea_status_get_label (ReaStatus status);
char       *rea_sweep_kind_dup_title (ReaSweepKind           kind,
                                      const ReaSweepOptions *options) G_GNUC_WARN_UNUSED_RESULT;
char       *rea_phone_dup_label (const char *phone) G_GNUC_WARN_UNUSED_RESULT;
char       *rea_move_dup_label (const ReaMove *move, gint64 now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
