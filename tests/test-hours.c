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

/* Where people of the United States live, all of it: the zone, how far it is east of
 * Greenwich in winter and in summer, and when its clock changes in 2025, in UTC.
 */
typedef struct
{
  const char *where;
  const char *zone;
  int         winter; /* minutes */
  int         summer;
  int         spring_hour; /* on 9 March; 0 where the clock never changes */
  int         autumn_hour; /* on 2 November */
} Place;

static const Place country[] = {
  { "New York", "America/New_York", -300, -240, 7, 6 },
  { "Detroit", "America/Detroit", -300, -240, 7, 6 },
  { "Louisville", "America/Kentucky/Louisville", -300, -240, 7, 6 },
  { "Monticello, Kentucky", "America/Kentucky/Monticello", -300, -240, 7, 6 },
  { "Indianapolis", "America/Indiana/Indianapolis", -300, -240, 7, 6 },
  { "Vincennes, Indiana", "America/Indiana/Vincennes", -300, -240, 7, 6 },
  { "Winamac, Indiana", "America/Indiana/Winamac", -300, -240, 7, 6 },
  { "Marengo, Indiana", "America/Indiana/Marengo", -300, -240, 7, 6 },
  { "Petersburg, Indiana", "America/Indiana/Petersburg", -300, -240, 7, 6 },
  { "Vevay, Indiana", "America/Indiana/Vevay", -300, -240, 7, 6 },
  { "Chicago", "America/Chicago", -360, -300, 8, 7 },
  { "Tell City, Indiana", "America/Indiana/Tell_City", -360, -300, 8, 7 },
  { "Knox, Indiana", "America/Indiana/Knox", -360, -300, 8, 7 },
  { "Menominee, Michigan", "America/Menominee", -360, -300, 8, 7 },
  { "Center, North Dakota", "America/North_Dakota/Center", -360, -300, 8, 7 },
  { "New Salem, North Dakota", "America/North_Dakota/New_Salem", -360, -300, 8, 7 },
  { "Beulah, North Dakota", "America/North_Dakota/Beulah", -360, -300, 8, 7 },
  { "Denver", "America/Denver", -420, -360, 9, 8 },
  { "Boise", "America/Boise", -420, -360, 9, 8 },
  { "the Navajo Nation", "Navajo", -420, -360, 9, 8 },
  { "Arizona", "America/Phoenix", -420, -420, 0, 0 },
  { "Los Angeles", "America/Los_Angeles", -480, -420, 10, 9 },
  { "Anchorage", "America/Anchorage", -540, -480, 11, 10 },
  { "Juneau", "America/Juneau", -540, -480, 11, 10 },
  { "Sitka", "America/Sitka", -540, -480, 11, 10 },
  { "Metlakatla", "America/Metlakatla", -540, -480, 11, 10 },
  { "Yakutat", "America/Yakutat", -540, -480, 11, 10 },
  { "Nome", "America/Nome", -540, -480, 11, 10 },
  { "Adak, the Aleutians", "America/Adak", -600, -540, 12, 11 },
  { "Hawaii", "Pacific/Honolulu", -600, -600, 0, 0 },
  { "Puerto Rico", "America/Puerto_Rico", -240, -240, 0, 0 },
  { "the Virgin Islands", "America/St_Thomas", -240, -240, 0, 0 },
  { "American Samoa", "Pacific/Pago_Pago", -660, -660, 0, 0 },
  { "Guam", "Pacific/Guam", 600, 600, 0, 0 },
  { "the Northern Marianas", "Pacific/Saipan", 600, 600, 0, 0 },
};

/* What the rule is, without any zone: minutes after midnight of a day, as the clock shows. */
static gboolean
is_open_at (int minute)
{
  minute = (minute % (24 * 60) + 24 * 60) % (24 * 60);

  return 9 * 60 <= minute && minute < 21 * 60;
}

static void
check_minutes (const Place *place, gint64 from, gint64 until, gint64 change, int before, int after)
{
  g_autoptr (ReaCampaign) campaign = make_campaign (9 * 60, 21 * 60);
  g_autoptr (GTimeZone) held = g_time_zone_new_identifier (place->zone);

  /* As a contact's zone, while the campaign's is another, and as the campaign's. */
  g_assert_nonnull (held);
  for (gint64 at = from; at < until; at += 60)
    {
      int      offset = at < change ? before : after;
      gboolean expected = is_open_at ((int) ((at / 60 + offset) % (24 * 60)));

      if (rea_campaign_is_within_hours (campaign, place->zone, at) != expected)
        g_error ("%s: %s at %" G_GINT64_FORMAT, place->where, expected ? "shut" : "open", at);
    }

  g_free (campaign->time_zone);
  campaign->time_zone = g_strdup (place->zone);
  for (gint64 at = from; at < until; at += 60)
    if (rea_campaign_is_within_hours (campaign, NULL, at) !=
        rea_campaign_is_within_hours (campaign, place->zone, at))
      g_error ("%s: not as the campaign's", place->where);
}

/* Every minute of a day in winter and of one in summer, everywhere. */
static void
test_country (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (country); i++)
    {
      gint64 winter = utc (2025, 1, 15, 0, 0);
      gint64 summer = utc (2025, 7, 1, 0, 0);

      check_minutes (&country[i], winter, winter + 24 * HOUR, 0, 0, country[i].winter);
      check_minutes (&country[i], summer, summer + 24 * HOUR, 0, 0, country[i].summer);
    }
}

/* And of the days around both nights in which clocks change, whether theirs does or not. */
static void
test_country_nights (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (country); i++)
    {
      const Place *place = &country[i];
      gint64       spring = utc (2025, 3, 9, place->spring_hour, 0);
      gint64       autumn = utc (2025, 11, 2, place->autumn_hour, 0);

      check_minutes (place, spring - 24 * HOUR, spring + 24 * HOUR, spring, place->winter,
                     place->summer);
      check_minutes (place, autumn - 24 * HOUR, autumn + 24 * HOUR, autumn, place->summer,
                     place->winter);
    }
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
  g_test_add_func ("/hours/country", test_country);
  g_test_add_func ("/hours/country-nights", test_country_nights);
  g_test_add_func ("/hours/last-second", test_last_second);
  g_test_add_func ("/hours/spring", test_spring);
  g_test_add_func ("/hours/autumn", test_autumn);
  g_test_add_func ("/hours/evening-after", test_evening_after);
  g_test_add_func ("/hours/whose-zone", test_whose_zone);

  return g_test_run ();
}
