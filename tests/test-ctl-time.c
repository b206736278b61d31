/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl-time.h"

#include "rea-error.h"

#include <string.h>

static gint64
resolve (const char *text, const char *zone)
{
  g_autoptr (GError) error = NULL;
  gint64 time = 0;

  g_assert_true (ctl_time_check (text, "--at", &error));
  g_assert_no_error (error);
  g_assert_true (ctl_time_resolve (text, zone, &time, &error));
  g_assert_no_error (error);

  return time;
}

/* Without an offset a time is the campaign's, summer or winter. */
static void
test_zones (void)
{
  g_assert_cmpint (resolve ("2026-11-03T18:00", "America/New_York"), ==, 1793746800);
  g_assert_cmpint (resolve ("2026-07-03T18:00", "America/New_York"), ==, 1783116000);
  g_assert_cmpint (resolve ("2026-11-03T18:00", "UTC"), ==, 1793728800);
  g_assert_cmpint (resolve ("2026-11-03T18:00Z", "America/New_York"), ==, 1793728800);
  g_assert_cmpint (resolve ("2026-11-03T18:00:00+01:00", "America/New_York"), ==, 1793725200);
  g_assert_cmpint (resolve ("2026-11-03", "America/New_York"), ==, 1793682000);
}

static void
test_wrong (void)
{
  static const char *const wrong[] = { "",           "now",
                                       "18:00",      "2026-11-03T",
                                       "2026-11",    "2026-02-30",
                                       "1966-01-01", "2026-11-03T18:00 Berlin",
                                       "1762192800" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", wrong[i]);
      g_assert_false (ctl_time_check (wrong[i], "--at", &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_USAGE);
      g_assert_nonnull (strstr (error->message, "--at"));
    }
}

static void
test_unknown_zone (void)
{
  g_autoptr (GError) error = NULL;
  gint64 time = 0;

  g_assert_false (ctl_time_resolve ("2026-11-03T18:00", "Mars/Olympus", &time, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
}

static void
assert_age (gint64 seconds, const char *expected)
{
  g_autofree char *age = ctl_time_to_age (1793728800 - seconds, 1793728800);

  g_assert_cmpstr (age, ==, expected);
}

static void
test_age (void)
{
  assert_age (0, "0 min");
  assert_age (-5, "0 min");
  assert_age (59, "0 min");
  assert_age (60, "1 min");
  assert_age (3599, "59 min");
  assert_age (3600, "1 h 0 min");
  assert_age (86399, "23 h 59 min");
  assert_age (86400, "1 d 0 h");
  assert_age (30 * 86400 + 7200, "30 d 2 h");
}

static void
test_hours (void)
{
  static const char *const wrong[] = { "",
                                       "9:00-21:00",
                                       "09:00-21:0",
                                       "21:00-09:00",
                                       "09:00-09:00",
                                       "09:00-24:01",
                                       "09:60-21:00",
                                       "09:00–21:00",
                                       "0900-2100",
                                       "09:00-25:00",
                                       "09:00-21:00 ",
                                       "+9:00-21:00",
                                       "off" };
  int                      start;
  int                      end;

  g_assert_true (ctl_hours_parse ("09:00-21:00", &start, &end, NULL));
  g_assert_cmpint (start, ==, 9 * 60);
  g_assert_cmpint (end, ==, 21 * 60);
  g_assert_true (ctl_hours_parse ("00:00-24:00", &start, &end, NULL));
  g_assert_cmpint (start, ==, 0);
  g_assert_cmpint (end, ==, 24 * 60);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", wrong[i]);
      g_assert_false (ctl_hours_parse (wrong[i], &start, &end, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_USAGE);
    }
}

static void
test_hours_back (void)
{
  g_autofree char *morning = ctl_hours_to_string (9 * 60 + 5);
  g_autofree char *midnight = ctl_hours_to_string (24 * 60);

  g_assert_cmpstr (morning, ==, "09:05");
  g_assert_cmpstr (midnight, ==, "24:00");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ctl-time/zones", test_zones);
  g_test_add_func ("/ctl-time/wrong", test_wrong);
  g_test_add_func ("/ctl-time/unknown-zone", test_unknown_zone);
  g_test_add_func ("/ctl-time/age", test_age);
  g_test_add_func ("/ctl-time/hours", test_hours);
  g_test_add_func ("/ctl-time/hours-back", test_hours_back);

  return g_test_run ();
}
