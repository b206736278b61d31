/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign.h"

G_BEGIN_DECLS

/* How far back a pace is measured. */
#define REA_PACE_SECONDS (15 * 60)

/* A time that nothing can be said about. */
#define REA_PACE_UNKNOWN -1

/**
 * ReaPaceLimit:
 * @REA_PACE_FREE: nothing ends before the work does
 * @REA_PACE_WINDOW: the initial message sending window ends first
 * @REA_PACE_HOURS: the opening hours end first
 */
typedef enum
{
  REA_PACE_FREE,
  REA_PACE_WINDOW,
  REA_PACE_HOURS,
} ReaPaceLimit;

/**
 * ReaPace:
 * @sent: how many messages were sent in the last %REA_PACE_SECONDS
 * @seconds_left: how long what is left takes at this pace, or %REA_PACE_UNKNOWN
 * @limit: what ends before that
 * @limit_at: when it ends, or %REA_TIME_NONE
 *
 * How fast a campaign is, and where that leads.
 */
typedef struct
{
  gint64       sent;
  gint64       seconds_left;
  ReaPaceLimit limit;
  gint64       limit_at;
} ReaPace;

gint64  rea_pace_get_seconds_left (gint64 sent, gint64 left);
ReaPace rea_pace_of_campaign (const ReaCampaign *campaign,
                              const ReaCounts   *counts,
                              gint64             sent,
                              gint64             now);
gint64  rea_pace_round (gint64 seconds);

G_END_DECLS
