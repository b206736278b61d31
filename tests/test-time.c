/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-time.h"

#include <string.h>

static gint64
parse (const char *text, const char *zone_name)
{
  g_autoptr (GTimeZone) zone = zone_name != NULL ? g_time_zone_new_identifier (zone_name) : NULL;
  gint64 time = -1;

  return rea_time_parse (text, zone, &time) ? time : REA_TIME_NONE;
}

static void
test_with_offset (void)
{
  g_assert_cmpint (parse ("2025-03-09T18:00:00Z", NULL), ==, 1741543200);
  g_assert_cmpint (parse ("2025-03-09T18:00Z", NULL), ==, 1741543200);
  g_assert_cmpint (parse ("2025-03-09 14:00:00-04:00", NULL), ==, 1741543200);
  g_assert_cmpint (parse ("2025-03-09T14:00-04", NULL), ==, 1741543200);
  g_assert_cmpint (parse ("20250309T180000Z", NULL), ==, 1741543200);
  g_assert_cmpint (parse ("2025-03-09T18:00:00.9Z", NULL), ==, 1741543200);
  g_assert_cmpint (parse ("2025-03-09T18:00:00Z", "America/New_York"), ==, 1741543200);
}

/* What we write is read by a way of its own, which has to agree with GLib's. */
static void
test_own (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 100000; i++)
    {
      gint64 time = 1 + ((gint64) g_rand_int (rand) << 5 | g_rand_int_range (rand, 0, 32));
      g_autofree char *text = rea_time_format (time);
      g_autofree char *other = g_strndup (text, strlen (text) - 1);
      g_autofree char *with_offset = g_strconcat (other, "+00:00", NULL);

      g_assert_cmpint (parse (text, NULL), ==, time);
      g_assert_cmpint (parse (with_offset, NULL), ==, time);
    }

  g_assert_cmpint (parse ("2024-02-29T00:00:00Z", NULL), ==, 1709164800);
  g_assert_cmpint (parse ("2023-02-29T00:00:00Z", NULL), ==, REA_TIME_NONE);
  g_assert_cmpint (parse ("1970-01-01T00:00:01Z", NULL), ==, 1);
  g_assert_cmpint (parse ("2025-03-09T24:00:00Z", NULL), ==, REA_TIME_NONE);
  g_assert_cmpint (parse ("2025-03-0xT18:00:00Z", NULL), ==, REA_TIME_NONE);
}

static void
test_local (void)
{
  g_assert_cmpint (parse ("2025-03-09T14:00:00", "America/New_York"), ==, 1741543200);
  g_assert_cmpint (parse ("2025-03-09T14:00", "America/New_York"), ==, 1741543200);
  g_assert_cmpint (parse ("2025-03-10", "America/New_York"), ==, 1741579200);

  g_assert_cmpint (parse ("2025-03-09T14:00:00", NULL), ==, REA_TIME_NONE);
  g_assert_cmpint (parse ("2025-03-09", NULL), ==, REA_TIME_NONE);
}

/* As RFC 5545 reads them: an hour that comes twice is the first one, one that is
 * left out is counted on from before.
 */
static void
test_changed_clocks (void)
{
  g_assert_cmpint (parse ("2026-11-01T00:59", "America/New_York"), ==, 1793509140);
  g_assert_cmpint (parse ("2026-11-01T01:30", "America/New_York"), ==, 1793511000);
  g_assert_cmpint (parse ("2026-11-01T02:00", "America/New_York"), ==, 1793516400);

  g_assert_cmpint (parse ("2026-03-08T01:59", "America/New_York"), ==, 1772953140);
  g_assert_cmpint (parse ("2026-03-08T02:30", "America/New_York"), ==, 1772955000);
  g_assert_cmpint (parse ("2026-03-08T03:00", "America/New_York"), ==, 1772953200);

  g_assert_cmpint (parse ("2026-10-25T02:30", "Europe/Berlin"), ==, 1792888200);
  g_assert_cmpint (parse ("2026-04-05T01:45", "Australia/Lord_Howe"), ==, 1775313900);
}

static void
test_no_time (void)
{
  const char *texts[] = {
    "",
    "now",
    "T",
    "2025",
    "2025-13-01T00:00:00Z",
    "2025-02-30T00:00:00Z",
    "2025-03-09T25:00Z",
    "2025-03-09T18:00:00Zulu",
    "1970-01-01T00:00:00Z",
    "1969-07-20T20:17:40Z",
    "2025-03-09T18:00:00Z and a good deal more than any time could need",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_cmpint (parse (texts[i], "Europe/Berlin"), ==, REA_TIME_NONE);
    }
}

static void
test_format (void)
{
  g_autofree char *text = rea_time_format (1741543200);

  g_assert_cmpstr (text, ==, "2025-03-09T18:00:00Z");
  g_assert_null (rea_time_format (REA_TIME_NONE));
}

static void
test_of_day (void)
{
  const char *wrong[] = { "", "9:00", "09:60", "24:01", "09-00", "09:00 ", "ab:cd", "99:00" };
  int         minutes = -1;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (rea_time_parse_of_day (wrong[i], &minutes));

  for (int expected = 0; expected <= 24 * 60; expected++)
    {
      g_autofree char *text = rea_time_format_of_day (expected);

      g_assert_true (rea_time_parse_of_day (text, &minutes));
      g_assert_cmpint (minutes, ==, expected);
    }

  g_assert_true (rea_time_parse_of_day ("09:05", &minutes));
  g_assert_cmpint (minutes, ==, 545);
}

static void
test_zones (void)
{
  const char *known[] = { "America/New_York", "Asia/Kolkata", "Etc/GMT+5", "EST5EDT", "UTC" };
  const char *unknown[] = { "",
                            "+05:00",
                            "JST-9",
                            "Foo5",
                            "America",
                            "zone.tab",
                            "america/new_york",
                            "PST8PDT,M3.2.0,M11.1.0",
                            "UTC ",
                            "localtime",
                            "Mars/Olympus",
                            "../../../etc/localtime" };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    g_assert_true (rea_time_zone_is_known (known[i]));

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_false (rea_time_zone_is_known (unknown[i]));

  g_assert_false (rea_time_zone_is_known (NULL));
}

static void
test_local_zone (void)
{
  const char *zones[][2] = { { "Asia/Kolkata", "Asia/Kolkata" },
                             { ":Europe/Berlin", "Europe/Berlin" },
                             { "JST-9", "UTC" } };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *name = NULL;

      g_setenv ("TZ", zones[i][0], TRUE);
      name = rea_time_zone_dup_local ();
      g_assert_cmpstr (name, ==, zones[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/with-offset", test_with_offset);
  g_test_add_func ("/time/own", test_own);
  g_test_add_func ("/time/local", test_local);
  g_test_add_func ("/time/changed-clocks", test_changed_clocks);
  g_test_add_func ("/time/no-time", test_no_time);
  g_test_add_func ("/time/format", test_format);
  g_test_add_func ("/time/of-day", test_of_day);
  g_test_add_func ("/time/zones", test_zones);
  g_test_add_func ("/time/local-zone", test_local_zone);

  return g_test_run ();
}
