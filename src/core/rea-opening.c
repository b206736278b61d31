/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-opening.h"

#define DAY (24 * 60 * 60)

/* Clocks are changed a few times a year, and a day without an opening is followed by
 * one: whoever has looked so often has met something that is no time zone.
 */
#define MAX_STEPS 16

/* Where the clock is next changed; it is within (@from, @to]. */
static gint64
find_change (GTimeZone *zone, gint64 from, gint64 to)
{
  int before = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, from);

  while (to - from > 1)
    {
      gint64 middle = from + (to - from) / 2;

      if (g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, middle) == before)
        from = middle;
      else
        to = middle;
    }

  return to;
}

/* The opening that there would be if nobody changed the clock. */
static gint64
find_by_clock (const ReaCampaign *campaign, gint64 from, gint64 offset)
{
  gint64 start = (gint64) campaign->hours_start * 60;
  gint64 end = (gint64) campaign->hours_end * 60;
  gint64 of_day = (from + offset) % DAY;

  if (of_day < 0)
    of_day += DAY;

  if (of_day < start)
    return from + start - of_day;

  return of_day < end ? from : from + DAY - of_day + start;
}

/**
 * rea_opening_find:
 * @campaign: a campaign
 * @time_zone: (nullable): the contact's own, else the campaign's is taken
 * @from: the time to begin at, in seconds
 *
 * Says when it is within the opening hours where the contact is, as
 * rea_campaign_is_within_hours() judges it, whatever happens to the clock there.
 *
 * Returns: the first such time that is not before @from; %REA_TIME_NONE where this
 *   machine does not know the zone, so that it will never be
 */
gint64
rea_opening_find (const ReaCampaign *campaign, const char *time_zone, gint64 from)
{
  g_autoptr (GTimeZone) zone = NULL;

  g_return_val_if_fail (campaign != NULL, REA_TIME_NONE);

  if (!campaign->has_hours)
    return from;

  zone = g_time_zone_new_identifier (time_zone != NULL ? time_zone : campaign->time_zone);
  if (zone == NULL)
    return REA_TIME_NONE;

  for (int i = 0; i < MAX_STEPS; i++)
    {
      int    interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, from);
      gint64 opening = find_by_clock (campaign, from, g_time_zone_get_offset (zone, interval));

      if (g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, opening) == interval)
        return opening;

      from = find_change (zone, from, opening);
    }

  return REA_TIME_NONE;
}
