/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No two notices of a campaign are closer to each other. */
#define REA_NOTICE_SECONDS (10 * 60)

/**
 * ReaNotice:
 *
 * What somebody has been told of a number that should be 0, and when: decides whether
 * it is time to tell them again. Times are those of a clock that only goes on, in
 * seconds, never those of the day, which may be set.
 */
typedef struct _ReaNotice ReaNotice;

ReaNotice *rea_notice_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       rea_notice_free (ReaNotice *self);
void       rea_notice_see (ReaNotice *self, gint64 n, gint64 clock);
gboolean   rea_notice_tell (ReaNotice *self, gint64 n, gint64 clock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaNotice, rea_notice_free)

G_END_DECLS
