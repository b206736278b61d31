/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-time-text.h"

#include "rea-error.h"

static void
test_date (void)
{
  const struct
  {
    const char *text;
    int         year;
    int         month;
    int         day;
  } cases[] = {
    { "2026-11-03", 2026, 11, 3 }, { " 2026-11-03 ", 2026, 11, 3 },
    { "11/03/2026", 2026, 11, 3 }, { "2026-11-31", 0, 0, 0 },
    { "soon", 0, 0, 0 },           { "", 0, 0, 0 },
    { "1969-12-31", 0, 0, 0 },     { "11/33/2026", 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate date;

      g_assert_cmpint (rea_time_text_parse_date (cases[i].text, &date), ==, cases[i].year != 0);
      if (cases[i].year == 0)
        continue;

      g_assert_cmpint (g_date_get_year (&date), ==, cases[i].year);
      g_assert_cmpint (g_date_get_month (&date), ==, cases[i].month);
      g_assert_cmpint (g_date_get_day (&date), ==, cases[i].day);
    }
}

static void
test_clock (void)
{
  const struct
  {
    const char *text;
    int         minutes;
  } cases[] = {
    { "9", 540 },       { "09:00", 540 },  { "9:05", 545 }, { "9.30", 570 }, { "0930", 570 },
    { "930", 570 },     { "9 am", 540 },   { "9pm", 1260 }, { "12 am", 0 },  { "12:30 PM", 750 },
    { " 18:00", 1080 }, { "24:00", 1440 }, { "0:00", 0 },   { "24:01", -1 }, { "9:60", -1 },
    { "13 pm", -1 },    { "0 am", -1 },    { "noon", -1 },  { "", -1 },      { "9:", -1 },
    { "-1:00", -1 },    { "9:00 xm", -1 }, { "12345", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int minutes = -1;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (rea_time_text_parse_clock (cases[i].text, &minutes), ==,
                       cases[i].minutes >= 0);
      if (cases[i].minutes >= 0)
        g_assert_cmpint (minutes, ==, cases[i].minutes);
    }
}

static void
assert_refused (const char *date, const char *clock, const char *said)
{
  g_autoptr (GError) error = NULL;
  gint64 time;

  g_assert_false (rea_time_text_parse (date, clock, "UTC", &time, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, said);
}

static void
test_moment (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *full = NULL;
  g_autofree char *brief = NULL;
  gint64           time;
  gint64           midnight;

  g_assert_true (rea_time_text_parse ("2026-11-03", "18:00", "America/New_York", &time, &error));
  g_assert_no_error (error);
  g_assert_cmpint (time, ==, 1793746800);

  date = rea_time_text_date (time, "America/New_York");
  clock = rea_time_text_clock (time, "America/New_York");
  full = rea_time_text_moment (time, "America/New_York");
  brief = rea_time_text_short (time, "America/New_York");
  g_assert_cmpstr (date, ==, "2026-11-03");
  g_assert_cmpstr (clock, ==, "18:00");
  g_assert_cmpstr (full, ==, "Tuesday, 3 November 2026, 18:00, New York time");
  g_assert_cmpstr (brief, ==, "Tue 3 Nov 18:00");

  g_assert_true (rea_time_text_parse ("2026-11-03", "24:00", "UTC", &time, &error));
  g_assert_true (rea_time_text_parse ("2026-11-04", "0:00", "UTC", &midnight, &error));
  g_assert_cmpint (time, ==, midnight);

  g_assert_true (rea_time_text_parse ("", "", "UTC", &time, &error));
  g_assert_cmpint (time, ==, 0);

  assert_refused ("", "18:00", "Enter the date too, or clear the time.");
  assert_refused ("soon", "18:00", "“soon” is no date; write it as in 2026-11-03.");
  assert_refused ("2026-11-03", "", "Enter the time too, as in 18:00.");
  assert_refused ("2026-11-03", "late", "“late” is no time of the day; write it as in 18:00.");
}

static void
test_none (void)
{
  g_autofree char *date = rea_time_text_date (0, "UTC");
  g_autofree char *zone = rea_time_text_zone ("UTC");

  g_assert_cmpstr (date, ==, "");
  g_assert_cmpstr (zone, ==, "UTC");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-text/date", test_date);
  g_test_add_func ("/time-text/clock", test_clock);
  g_test_add_func ("/time-text/moment", test_moment);
  g_test_add_func ("/time-text/none", test_none);

  return g_test_run ();
}
