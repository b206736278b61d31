/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-format.h"

#define NOON 1000036800 /* 2001-09-09 12:00 UTC */

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_numbers (void)
{
  assert_text (rea_format_number (0), "0");
  assert_text (rea_format_number (412), "412");
  assert_text (rea_format_number (1000), "1,000");
  assert_text (rea_format_number (999999), "999,999");
  assert_text (rea_format_number (1234567), "1,234,567");
  assert_text (rea_format_number (-412), "-412");
  assert_text (rea_format_number (-41200), "-41,200");
  assert_text (rea_format_change (-4362), "\u22124,362");
  assert_text (rea_format_change (30), "+30");
  assert_text (rea_format_change (-73), "\u221273");
  assert_text (rea_format_change (0), "0");
}

static void
test_durations (void)
{
  assert_text (rea_format_duration (-5), "0 min");
  assert_text (rea_format_duration (59), "0 min");
  assert_text (rea_format_duration (60), "1 min");
  assert_text (rea_format_duration (59 * 60 + 59), "59 min");
  assert_text (rea_format_duration (97 * 60), "1 h 37 min");
  assert_text (rea_format_duration (24 * 3600 - 1), "23 h 59 min");
  assert_text (rea_format_duration (27 * 3600), "1 d 3 h");
}

static void
test_moments (void)
{
  assert_text (rea_format_last_seen (REA_TIME_NONE, NOON), "never");
  assert_text (rea_format_last_seen (NOON - 59, NOON), "just now");
  assert_text (rea_format_last_seen (NOON - 60, NOON), "1 min ago");
  assert_text (rea_format_last_seen (NOON - 125 * 60, NOON), "2 h 5 min ago");
  assert_text (rea_format_clock (NOON - 3600, NOON), "11:00");
  assert_text (rea_format_clock (NOON + 24 * 3600, NOON), "10 Sep 12:00");
}

static void
test_campaign (void)
{
  g_autoptr (ReaCampaign) campaign = rea_campaign_new ("Spring");

  campaign->state = REA_STATE_ACTIVE;
  assert_text (rea_format_campaign_state (campaign, NOON), "Active");

  campaign->window_end = NOON + 3600;
  assert_text (rea_format_campaign_state (campaign, NOON), "Active, sending window ends 13:00");

  campaign->window_start = NOON + 60;
  assert_text (rea_format_campaign_state (campaign, NOON), "Active, sending window starts 12:01");

  campaign->state = REA_STATE_PAUSED;
  assert_text (rea_format_campaign_state (campaign, NOON), "Paused");

  /* What has passed comes no more. */
  campaign->state = REA_STATE_ACTIVE;
  assert_text (rea_format_campaign_state (campaign, NOON + 7200), "Active");
}

/* A number in a text from right to left stands between marks that keep its order. */
static void
test_phone (void)
{
  assert_text (rea_format_phone ("(202) 555-0136", FALSE), "(202) 555-0136");
  assert_text (rea_format_phone ("(202) 555-0136", TRUE), "\u2066(202) 555-0136\u2069");
}

/* The words of a text are its own; only where it begins is the table's. */
static void
test_aligned (void)
{
  assert_text (rea_format_aligned ("Nora", FALSE), "Nora");
  assert_text (rea_format_aligned ("Nora", TRUE), "\u200f\u2068Nora\u2069");
  assert_text (rea_format_aligned ("أمينة", FALSE), "\u200e\u2068أمينة\u2069");
  assert_text (rea_format_aligned ("أمينة", TRUE), "أمينة");
  assert_text (rea_format_aligned ("12 345", TRUE), "12 345");
  assert_text (rea_format_aligned ("", FALSE), "");
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/numbers", test_numbers);
  g_test_add_func ("/format/durations", test_durations);
  g_test_add_func ("/format/moments", test_moments);
  g_test_add_func ("/format/campaign", test_campaign);
  g_test_add_func ("/format/phone", test_phone);
  g_test_add_func ("/format/aligned", test_aligned);

  return g_test_run ();
}
