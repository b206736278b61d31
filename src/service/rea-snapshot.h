/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-session.h"

G_BEGIN_DECLS

/**
 * ReaSnapshot:
 * @stamp: its place in the order in which snapshots were taken
 * @is_afresh: whether the database is another one than before
 * @user: who acts, with the role of that moment
 * @campaigns: (element-type ReaCampaign): all that the user sees
 *
 * The revisions of all campaigns at one moment: two of them tell what has
 * changed in between, whoever did it.
 */
typedef struct
{
  guint64    stamp;
  gboolean   is_afresh;
  ReaUser   *user;
  GPtrArray *campaigns;
} ReaSnapshot;

ReaSnapshot *rea_snapshot_take (ReaSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void         rea_snapshot_free (ReaSnapshot *self);
GArray      *rea_snapshot_compare (const ReaSnapshot *before,
                                   const ReaSnapshot *now) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaSnapshot, rea_snapshot_free)

G_END_DECLS
