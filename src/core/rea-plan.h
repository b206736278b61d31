/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-types.h"

G_BEGIN_DECLS

/**
 * ReaPlanRow:
 * @holder: a sender's user id or %REA_HOLDER_UNASSIGNED
 * @email: (nullable): of the sender
 * @first_name: (nullable): so is @last_name
 * @online: whether the sender is online as the plan is made
 * @pool: what the holder has in the pool after the leave-outs
 * @before: all that the holder has in the campaign
 * @gave: how many of each status change hands from here
 * @received: and to here
 *
 * After the move the holder has @before - @gave + @received.
 */
typedef struct
{
  gint64    holder;
  char     *email;
  char     *first_name;
  char     *last_name;
  gboolean  online;
  ReaCounts pool;
  ReaCounts before;
  ReaCounts gave;
  ReaCounts received;
} ReaPlanRow;

/**
 * ReaPlan:
 * @rows: (element-type ReaPlanRow): unassigned first, then every sender of the
 *   campaign in name order
 * @receivers: (element-type guint): places in @rows, in the senders' order in
 *   which they are dealt to; the one of unassigned where the move is to nobody
 * @matched: the pool after the leave-outs
 * @moved: how many change hands
 *
 * What a request would do, in counts: which conversations these are the store
 * picks when the plan is carried out.
 */
typedef struct
{
  GPtrArray *rows;
  GArray    *receivers;
  gint64     matched;
  gint64     moved;
} ReaPlan;

ReaPlan    *rea_plan_new (void) G_GNUC_WARN_UNUSED_RESULT;
ReaPlan    *rea_plan_copy (const ReaPlan *self) G_GNUC_WARN_UNUSED_RESULT;
void        rea_plan_free (ReaPlan *self);
ReaPlanRow *rea_plan_find (const ReaPlan *self, gint64 holder);
ReaCounts   rea_plan_row_get_after (const ReaPlanRow *row);
gint64      rea_plan_distance (const ReaPlan *shown, const ReaPlan *now);
gboolean    rea_plan_has_changed (const ReaPlan *shown, const ReaPlan *now);

void rea_plan_row_free (ReaPlanRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaPlan, rea_plan_free)

G_END_DECLS
