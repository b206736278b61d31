/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign.h"

#define HOUR (60 * 60)

static ReaCampaign *
make_campaign (int start, int end)
{
  ReaCampaign *campaign = rea_campaign_new ("Hours");

  campaign->has_hours = TRUE;
  campaign->hours_start = start;
  campaign->hours_end = end;

  return campaign;
}

/* Seconds since 1970 of a time in UTC. */
static gint64
utc (int year, int month, int day, int hour, int minute)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (year, month, day, hour, minute, 0);

  return g_date_time_to_unix (time);
}

typedef struct
{
  const char *zone;
  int         month; /* a day in 2025 that has no change of the clock */
  int         day;
  int         offset; /* minutes east of Greenwich on that day */
} Zone;

static const Zone zones[] = {
  { "UTC", 7, 1, 0 },
  { "America/New_York", 1, 15, -300 },
  { "America/New_York", 7, 1, -240 },
  { "America/Chicago", 7, 1, -300 },
  { "America/Denver", 1, 15, -420 },
  { "America/Denver", 7, 1, -360 },
  { "America/Phoenix", 1, 15, -420 },
  { "America/Phoenix", 7, 1, -420 },
  { "America/Los_Angeles", 7, 1, -420 },
  { "America/Anchorage", 7, 1, -480 },
  { "Pacific/Honolulu", 7, 1, -600 },
  { "America/Puerto_Rico", 7, 1, -240 },
  { "America/Indiana/Indianapolis", 7, 1, -240 },
  { "America/St_Johns", 7, 1, -150 },
  { "Europe/Berlin", 7, 1, 120 },
  { "Asia/Kolkata", 7, 1, 330 },
  { "Asia/Kathmandu", 7, 1, 345 },
  { "Pacific/Chatham", 7, 1, 765 },
  { "Pacific/Kiritimati", 7, 1, 840 },
  { "Pacific/Pago_Pago", 7, 1, -660 },
};

static const int hours[][2] = {
  { 9 * 60, 21 * 60 },
  { 8 * 60 + 30, 20 * 60 + 15 },
  { 0, 24 * 60 },
  { 0, 1 },
  { 23 * 60 + 59, 24 * 60 },
  { 0, 12 * 60 },
};

/* Every minute of a day, in every zone. */
static void
test_whole_day (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      /* GLib reads the zone's file once as long as somebody has it. */
      g_autoptr (GTimeZone) held = g_time_zone_new_identifier (zones[i].zone);
      gint64 midnight = utc (2025, zones[i].month, zones[i].day, 0, 0) - zones[i].offset * 60;

      for (guint j = 0; j < G_N_ELEMENTS (hours); j++)
        {
          g_autoptr (ReaCampaign) campaign = make_campaign (hours[j][0], hours[j][1]);

          for (int minute = 0; minute < 24 * 60; minute++)
            if (rea_campaign_is_within_hours (campaign, zones[i].zone, midnight + minute * 60) !=
                (minute >= hours[j][0] && minute < hours[j][1]))
              g_error ("%s, %02d:%02d", zones[i].zone, minute / 60, minute % 60);
        }
    }
}

static void
test_last_second (void)
{
  g_autoptr (ReaCampaign) campaign = make_campaign (9 * 60, 21 * 60);
  gint64 nine = utc (2025, 7, 1, 13, 0);
  gint64 twenty_one = utc (2025, 7, 2, 1, 0);

  g_assert_false (rea_campaign_is_within_hours (campaign, "America/New_York", nine - 1));
  g_assert_true (rea_campaign_is_within_hours (campaign, "America/New_York", nine));
  g_assert_true (rea_campaign_is_within_hours (campaign, "America/New_York", twenty_one - 1));
  g_assert_false (rea_campaign_is_within_hours (campaign, "America/New_York", twenty_one));
}

/* Two o'clock in the morning becomes three: what lies between is never. */
static void
test_spring (void)
{
  g_autoptr (ReaCampaign) around = make_campaign (90, 210);
  g_autoptr (ReaCampaign) within = make_campaign (120, 180);

  g_assert_false (
      rea_campaign_is_within_hours (around, "America/New_York", utc (2025, 3, 9, 6, 29)));
  g_assert_true (
      rea_campaign_is_within_hours (around, "America/New_York", utc (2025, 3, 9, 6, 30)));
  g_assert_true (
      rea_campaign_is_within_hours (around, "America/New_York", utc (2025, 3, 9, 6, 59)));
  g_assert_true (rea_campaign_is_within_hours (around, "America/New_York", utc (2025, 3, 9, 7, 0)));
  g_assert_true (
      rea_campaign_is_within_hours (around, "America/New_York", utc (2025, 3, 9, 7, 29)));
  g_assert_false (
      rea_campaign_is_within_hours (around, "America/New_York", utc (2025, 3, 9, 7, 30)));

  for (gint64 at = utc (2025, 3, 9, 5, 0); at < utc (2025, 3, 10, 4, 0); at += 60)
    g_assert_false (rea_campaign_is_within_hours (within, "America/New_York", at));
  g_assert_true (
      rea_campaign_is_within_hours (within, "America/New_York", utc (2025, 3, 10, 6, 0)));
}

/* And in autumn the hour before two comes twice. */
static void
test_autumn (void)
{
  g_autoptr (ReaCampaign) campaign = make_campaign (90, 120);
  const int open[][2] = { { 5, 30 }, { 5, 59 }, { 6, 30 }, { 6, 59 } };
  const int shut[][2] = { { 5, 29 }, { 6, 0 }, { 6, 29 }, { 7, 0 }, { 7, 30 } };

  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    g_assert_true (rea_campaign_is_within_hours (campaign, "America/New_York",
                                                 utc (2025, 11, 2, open[i][0], open[i][1])));
  for (guint i = 0; i < G_N_ELEMENTS (shut); i++)
    g_assert_false (rea_campaign_is_within_hours (campaign, "America/New_York",
                                                  utc (2025, 11, 2, shut[i][0], shut[i][1])));
}

/* The evening after either night: nobody is written to an hour late. */
static void
test_evening_after (void)
{
  g_autoptr (ReaCampaign) campaign = make_campaign (9 * 60, 21 * 60);
  const struct
  {
    const char *zone;
    gint64      end;
  } evenings[] = {
    { "America/New_York", utc (2025, 3, 9, 1, 0) + HOUR }, /* the evening before: 21:00 EST */
    { "America/New_York", utc (2025, 3, 10, 1, 0) },       /* 21:00 EDT */
    { "America/New_York", utc (2025, 11, 2, 1, 0) },       /* 21:00 EDT */
    { "America/New_York", utc (2025, 11, 3, 2, 0) },       /* 21:00 EST */
    { "America/Phoenix", utc (2025, 3, 10, 4, 0) },        /* 21:00 MST, as ever */
    { "Europe/Berlin", utc (2025, 3, 30, 19, 0) },         /* 21:00 CEST */
    { "Europe/Berlin", utc (2025, 10, 26, 20, 0) },        /* 21:00 CET */
    { "Australia/Lord_Howe", utc (2025, 4, 5, 10, 0) },    /* 21:00 +11 */
    { "Australia/Lord_Howe", utc (2025, 4, 6, 10, 30) },   /* 21:00 +10:30 */
  };

  for (guint i = 0; i < G_N_ELEMENTS (evenings); i++)
    {
      g_test_message ("%s %u", evenings[i].zone, i);
      g_assert_true (
          rea_campaign_is_within_hours (campaign, evenings[i].zone, evenings[i].end - 1));
      g_assert_false (rea_campaign_is_within_hours (campaign, evenings[i].zone, evenings[i].end));
    }
}

/* The contact's own zone goes before the campaign's; where it is not known on
 * this machine nobody is written to.
 */
static void
test_whose_zone (void)
{
  g_autoptr (ReaCampaign) campaign = make_campaign (9 * 60, 21 * 60);
  gint64 at = utc (2025, 7, 1, 14, 0);

  g_free (campaign->time_zone);
  campaign->time_zone = g_strdup ("America/New_York");

  g_assert_true (rea_campaign_is_within_hours (campaign, NULL, at));
  g_assert_false (rea_campaign_is_within_hours (campaign, "America/Los_Angeles", at));
  g_assert_true (rea_campaign_is_within_hours (campaign, "America/Los_Angeles", at + 2 * HOUR));
  g_assert_false (rea_campaign_is_within_hours (campaign, "Mars/Olympus", at));

  campaign->has_hours = FALSE;
  g_assert_true (rea_campaign_is_within_hours (campaign, "America/Los_Angeles", at));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hours/whole-day", test_whole_day);
  g_test_add_func ("/hours/last-second", test_last_second);
  g_test_add_func ("/hours/spring", test_spring);
  g_test_add_func ("/hours/autumn", test_autumn);
  g_test_add_func ("/hours/evening-after", test_evening_after);
  g_test_add_func ("/hours/whose-zone", test_whose_zone);

  return g_test_run ();
}
