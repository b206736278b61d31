/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-types.h"

G_BEGIN_DECLS

/* How many conversations of each status each holder has. */
typedef struct _ReaTally ReaTally;

ReaTally *rea_tally_new (void) G_GNUC_WARN_UNUSED_RESULT;
void      rea_tally_free (ReaTally *self);
void      rea_tally_add (ReaTally *self, gint64 holder, ReaStatus status, gint64 n);
void      rea_tally_add_counts (ReaTally *self, gint64 holder, const ReaCounts *counts);
ReaCounts rea_tally_get (const ReaTally *self, gint64 holder);
void      rea_tally_iter_init (const ReaTally *self, GHashTableIter *iter);
ReaCounts rea_tally_sum (const ReaTally *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaTally, rea_tally_free)

G_END_DECLS
