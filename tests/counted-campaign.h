/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-planner.h"

G_BEGIN_DECLS

#define NOW         1700000000
#define MAX_SENDERS 8

/* A campaign in counts: nobody's stand at place 0, a sender's behind it in name
 * order. @pool is what passes the filter.
 */
typedef struct
{
  GPtrArray  *senders;
  ReaCounts   unassigned;
  ReaCounts   pool[MAX_SENDERS + 1];
  ReaRequest *request;
} CountedCampaign;

void              counted_init (CountedCampaign *self);
void              counted_clear (CountedCampaign *self);
ReaSender        *counted_get_sender (const CountedCampaign *self, guint place);
ReaCounts        *counted_get_before (CountedCampaign *self, guint place);
ReaSender        *counted_add_sender (CountedCampaign *self, gboolean online, gint64 last_seen);
void              counted_hold (CountedCampaign *self, guint place, ReaStatus status, gint64 n);
void              counted_set_to (CountedCampaign *self, const char *letters);
ReaPlan          *counted_plan (CountedCampaign *self, GError **error);
ReaPlan          *counted_plan_well (CountedCampaign *self);
const ReaPlanRow *counted_get_row (const ReaPlan *plan, guint place);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CountedCampaign, counted_clear)

G_END_DECLS
