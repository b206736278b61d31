/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-opening.h"

#define MINUTE 60
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

static ReaCampaign *
make_campaign (int start, int end)
{
  ReaCampaign *campaign = rea_campaign_new ("Opening");

  campaign->has_hours = TRUE;
  campaign->hours_start = start;
  campaign->hours_end = end;

  return campaign;
}

static gint64
utc (int year, int month, int day, int hour, int minute)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (year, month, day, hour, minute, 0);

  return g_date_time_to_unix (time);
}

/* The same, looked for minute by minute. */
static gint64
find_slowly (const ReaCampaign *campaign, const char *zone, gint64 from)
{
  gint64 at = from;

  if (rea_campaign_is_within_hours (campaign, zone, at))
    return at;

  at += MINUTE - at % MINUTE;
  while (!rea_campaign_is_within_hours (campaign, zone, at))
    at += MINUTE;

  return at;
}

static const char *const zones[] = {
  "UTC",
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "America/Adak",
  "Pacific/Honolulu",
  "America/Puerto_Rico",
  "America/Indiana/Indianapolis",
  "America/St_Johns",
  "Europe/Berlin",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
};

static const int hours[][2] = {
  { 9 * 60, 21 * 60 }, { 8 * 60 + 30, 20 * 60 + 15 }, { 0, 24 * 60 }, { 0, 1 }, { 60, 150 },
  { 120, 180 },        { 23 * 60 + 59, 24 * 60 },
};

/* Around the nights in which clocks are changed, and on a day that has none. */
static void
test_zones (void)
{
  const gint64 days[] = {
    utc (2025, 1, 15, 0, 0),  utc (2025, 3, 8, 12, 0),  utc (2025, 3, 29, 12, 0),
    utc (2025, 4, 5, 6, 0),   utc (2025, 10, 4, 12, 0), utc (2025, 10, 25, 12, 0),
    utc (2025, 11, 1, 12, 0),
  };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) held = g_time_zone_new_identifier (zones[i]);

      for (guint j = 0; j < G_N_ELEMENTS (hours); j++)
        {
          g_autoptr (ReaCampaign) campaign = make_campaign (hours[j][0], hours[j][1]);

          for (guint k = 0; k < G_N_ELEMENTS (days); k++)
            for (gint64 from = days[k] + 7; from < days[k] + DAY + DAY / 2;
                 from += 97 * MINUTE + 13)
              {
                gint64 opening = rea_opening_find (campaign, zones[i], from);

                if (opening != find_slowly (campaign, zones[i], from))
                  g_error ("%s, %d to %d, from %" G_GINT64_FORMAT ": %" G_GINT64_FORMAT, zones[i],
                           hours[j][0], hours[j][1], from, opening);
              }
        }
    }
}

/* What a person in New York would say. */
static void
test_nights (void)
{
  g_autoptr (ReaCampaign) day = make_campaign (9 * 60, 21 * 60);
  g_autoptr (ReaCampaign) left_out = make_campaign (120, 180);
  g_autoptr (ReaCampaign) twice = make_campaign (90, 120);
  const char *zone = "America/New_York";

  /* 21:00 on the evening before either night; nine in the morning after it. */
  g_assert_cmpint (rea_opening_find (day, zone, utc (2025, 3, 9, 2, 0)), ==,
                   utc (2025, 3, 9, 13, 0));
  g_assert_cmpint (rea_opening_find (day, zone, utc (2025, 11, 2, 1, 0)), ==,
                   utc (2025, 11, 2, 14, 0));

  /* There is no two o'clock in spring: it is the next day. */
  g_assert_cmpint (rea_opening_find (left_out, zone, utc (2025, 3, 9, 5, 0)), ==,
                   utc (2025, 3, 10, 6, 0));

  /* Half past one comes twice in autumn. */
  g_assert_cmpint (rea_opening_find (twice, zone, utc (2025, 11, 2, 5, 0)), ==,
                   utc (2025, 11, 2, 5, 30));
  g_assert_cmpint (rea_opening_find (twice, zone, utc (2025, 11, 2, 6, 0)), ==,
                   utc (2025, 11, 2, 6, 30));
  g_assert_cmpint (rea_opening_find (twice, zone, utc (2025, 11, 2, 7, 0)), ==,
                   utc (2025, 11, 3, 6, 30));
}

static void
test_whose_zone (void)
{
  g_autoptr (ReaCampaign) campaign = make_campaign (9 * 60, 21 * 60);
  gint64 at = utc (2025, 7, 1, 3, 0);

  g_free (campaign->time_zone);
  campaign->time_zone = g_strdup ("America/New_York");

  g_assert_cmpint (rea_opening_find (campaign, NULL, at), ==, utc (2025, 7, 1, 13, 0));
  g_assert_cmpint (rea_opening_find (campaign, "America/Los_Angeles", at), ==, at);
  g_assert_cmpint (rea_opening_find (campaign, "Mars/Olympus", at), ==, REA_TIME_NONE);

  campaign->has_hours = FALSE;
  g_assert_cmpint (rea_opening_find (campaign, "Mars/Olympus", at), ==, at);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/opening/zones", test_zones);
  g_test_add_func ("/opening/nights", test_nights);
  g_test_add_func ("/opening/whose-zone", test_whose_zone);

  return g_test_run ();
}
