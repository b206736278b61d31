/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-pace.h"

#include "rea-role.h"

#define MINUTE     60
#define HOUR       (60 * MINUTE)
#define DAY_MINUTE (24 * 60)

/**
 * rea_pace_get_seconds_left:
 * @sent: how many messages were sent in the last %REA_PACE_SECONDS
 * @left: how many conversations are to be begun or answered
 *
 * Returns: how long they take at this pace; %REA_PACE_UNKNOWN where nothing was sent,
 *   or nothing is left
 */
gint64
rea_pace_get_seconds_left (gint64 sent, gint64 left)
{
  if (sent <= 0 || left <= 0)
    return REA_PACE_UNKNOWN;

  return (gint64) ((double) left / (double) sent * REA_PACE_SECONDS);
}

/**
 * rea_pace_round:
 * @seconds: how long something will take, more or less
 *
 * Rounds as a person would who does not know it any better: to minutes, from ten
 * minutes on to five, from an hour on to half an hour, from three hours on to hours.
 *
 * Returns: the seconds, a minute at least
 */
gint64
rea_pace_round (gint64 seconds)
{
  gint64 step = HOUR;

  if (seconds < 10 * MINUTE)
    step = MINUTE;
  else if (seconds < HOUR - 5 * MINUTE / 2)
    step = 5 * MINUTE;
  else if (seconds < 3 * HOUR)
    step = HOUR / 2;

  return MAX ((seconds + step / 2) / step * step, MINUTE);
}

/* When the opening hours of this day end where the campaign is, in daylight-saving
 * time or not; %REA_TIME_NONE where they go on.
 */
static gint64
find_closing (const ReaCampaign *campaign, gint64 now)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (campaign->time_zone);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now);
  g_autoptr (GDateTime) local = NULL;
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) closing = NULL;
  gboolean until_midnight = campaign->hours_end >= DAY_MINUTE;

  if (!campaign->has_hours || zone == NULL || utc == NULL ||
      (campaign->hours_start == 0 && until_midnight))
    return REA_TIME_NONE;

  local = g_date_time_to_timezone (utc, zone);
  day = until_midnight ? g_date_time_add_days (local, 1) : g_date_time_ref (local);
  closing = g_date_time_new (zone, g_date_time_get_year (day), g_date_time_get_month (day),
                             g_date_time_get_day_of_month (day),
                             campaign->hours_end % DAY_MINUTE / 60, campaign->hours_end % 60, 0);

  return closing != NULL ? g_date_time_to_unix (closing) : REA_TIME_NONE;
}

static void
limit (ReaPace *self, ReaPaceLimit limit, gint64 at, gint64 now)
{
  if (at == REA_TIME_NONE || at >= now + self->seconds_left ||
      (self->limit != REA_PACE_FREE && self->limit_at <= at))
    return;

  self->limit = limit;
  self->limit_at = at;
}

/**
 * rea_pace_of_campaign:
 * @campaign: a campaign
 * @counts: all of it by status
 * @sent: how many messages its senders sent in the last %REA_PACE_SECONDS
 * @now: the moment, in seconds
 *
 * Works out when all that is not started or needs a reply will be done, if it goes on
 * like this, and whether it may go on for so long. What cannot be begun any more,
 * because the window has passed, is not left to do; where nothing may be sent now, the
 * pace leads nowhere.
 *
 * Returns: the pace
 */
ReaPace
rea_pace_of_campaign (const ReaCampaign *campaign, const ReaCounts *counts, gint64 sent, gint64 now)
{
  gboolean may_begin = rea_campaign_window_is_open (campaign, now);
  gint64   to_begin = may_begin ? counts->n[REA_STATUS_NOT_STARTED] : 0;
  ReaPace  self = {
     .sent = sent,
     .seconds_left = REA_PACE_UNKNOWN,
     .limit_at = REA_TIME_NONE,
  };

  if (!rea_state_allows (campaign->state, REA_VERB_SEND) ||
      !rea_campaign_is_within_hours (campaign, NULL, now))
    return self;

  self.seconds_left =
      rea_pace_get_seconds_left (sent, to_begin + counts->n[REA_STATUS_NEEDS_REPLY]);
  if (self.seconds_left == REA_PACE_UNKNOWN)
    return self;

  if (to_begin > 0)
    limit (&self, REA_PACE_WINDOW, campaign->window_end, now);
  limit (&self, REA_PACE_HOURS, find_closing (campaign, now), now);

  return self;
}
