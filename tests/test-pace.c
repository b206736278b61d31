/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-pace.h"

#define MINUTE 60
#define HOUR   (60 * MINUTE)
#define NOON   1000036800 /* 2001-09-09 12:00 UTC */

static void
test_left (void)
{
  g_assert_cmpint (rea_pace_get_seconds_left (15, 25), ==, 25 * MINUTE);
  g_assert_cmpint (rea_pace_get_seconds_left (1, 1), ==, 15 * MINUTE);
  g_assert_cmpint (rea_pace_get_seconds_left (0, 25), ==, REA_PACE_UNKNOWN);
  g_assert_cmpint (rea_pace_get_seconds_left (15, 0), ==, REA_PACE_UNKNOWN);
  g_assert_cmpint (rea_pace_get_seconds_left (0, 0), ==, REA_PACE_UNKNOWN);
  g_assert_cmpint (rea_pace_get_seconds_left (1, 10000000), ==, G_GINT64_CONSTANT (9000000000));
}

static void
test_rounding (void)
{
  g_assert_cmpint (rea_pace_round (0), ==, MINUTE);
  g_assert_cmpint (rea_pace_round (20), ==, MINUTE);
  g_assert_cmpint (rea_pace_round (7 * MINUTE + 31), ==, 8 * MINUTE);
  g_assert_cmpint (rea_pace_round (9 * MINUTE + 40), ==, 10 * MINUTE);
  g_assert_cmpint (rea_pace_round (12 * MINUTE), ==, 10 * MINUTE);
  g_assert_cmpint (rea_pace_round (23 * MINUTE), ==, 25 * MINUTE);
  g_assert_cmpint (rea_pace_round (57 * MINUTE + 29), ==, 55 * MINUTE);
  g_assert_cmpint (rea_pace_round (57 * MINUTE + 30), ==, HOUR);
  g_assert_cmpint (rea_pace_round (80 * MINUTE), ==, 90 * MINUTE);
  g_assert_cmpint (rea_pace_round (2 * HOUR + 50 * MINUTE), ==, 3 * HOUR);
  g_assert_cmpint (rea_pace_round (5 * HOUR + 20 * MINUTE), ==, 5 * HOUR);
}

/* Rounded, longer never becomes shorter. */
static void
test_order (void)
{
  gint64 before = 0;

  for (gint64 seconds = 0; seconds < 30 * HOUR; seconds += 7)
    {
      gint64 rounded = rea_pace_round (seconds);

      g_assert_cmpint (rounded, >=, before);
      g_assert_cmpint (ABS (rounded - seconds), <=, MAX (seconds / 3, MINUTE));
      before = rounded;
    }
}

static ReaCampaign *
make_campaign (void)
{
  ReaCampaign *campaign = rea_campaign_new ("Spring");

  campaign->state = REA_STATE_ACTIVE;
  campaign->has_hours = FALSE;
  g_free (campaign->time_zone);
  campaign->time_zone = g_strdup ("UTC");

  return campaign;
}

static void
assert_pace (const ReaCampaign *campaign,
             gint64             not_started,
             gint64             needs_reply,
             gint64             seconds_left,
             ReaPaceLimit       limit,
             gint64             limit_at)
{
  ReaCounts counts = { 0 };
  ReaPace   pace;

  counts.n[REA_STATUS_NOT_STARTED] = not_started;
  counts.n[REA_STATUS_NEEDS_REPLY] = needs_reply;
  counts.n[REA_STATUS_MESSAGED] = 5000;
  pace = rea_pace_of_campaign (campaign, &counts, 100, NOON);

  g_assert_cmpint (pace.sent, ==, 100);
  g_assert_cmpint (pace.seconds_left, ==, seconds_left);
  g_assert_cmpint (pace.limit, ==, limit);
  g_assert_cmpint (pace.limit_at, ==, limit_at);
}

static void
test_window (void)
{
  g_autoptr (ReaCampaign) campaign = make_campaign ();

  assert_pace (campaign, 700, 100, 2 * HOUR, REA_PACE_FREE, REA_TIME_NONE);
  assert_pace (campaign, 0, 0, REA_PACE_UNKNOWN, REA_PACE_FREE, REA_TIME_NONE);

  campaign->window_end = NOON + 2 * HOUR;
  assert_pace (campaign, 700, 100, 2 * HOUR, REA_PACE_FREE, REA_TIME_NONE);
  campaign->window_end = NOON + HOUR;
  assert_pace (campaign, 700, 100, 2 * HOUR, REA_PACE_WINDOW, NOON + HOUR);
  /* Replies go on after it. */
  assert_pace (campaign, 0, 800, 2 * HOUR, REA_PACE_FREE, REA_TIME_NONE);
  /* What can't be begun is not left to do. */
  campaign->window_end = NOON;
  assert_pace (campaign, 700, 100, 15 * MINUTE, REA_PACE_FREE, REA_TIME_NONE);
  assert_pace (campaign, 700, 0, REA_PACE_UNKNOWN, REA_PACE_FREE, REA_TIME_NONE);
}

static void
test_hours (void)
{
  g_autoptr (ReaCampaign) campaign = make_campaign ();

  campaign->has_hours = TRUE;
  campaign->hours_start = 9 * 60;
  campaign->hours_end = 13 * 60;
  assert_pace (campaign, 300, 0, 45 * MINUTE, REA_PACE_FREE, REA_TIME_NONE);
  assert_pace (campaign, 0, 800, 2 * HOUR, REA_PACE_HOURS, NOON + HOUR);
  /* Whichever is first. */
  campaign->window_end = NOON + HOUR / 2;
  assert_pace (campaign, 800, 0, 2 * HOUR, REA_PACE_WINDOW, NOON + HOUR / 2);
  campaign->window_end = NOON + 3 * HOUR / 2;
  assert_pace (campaign, 800, 0, 2 * HOUR, REA_PACE_HOURS, NOON + HOUR);
  campaign->window_end = REA_TIME_NONE;

  /* Until midnight; all day is no end. */
  campaign->hours_end = 24 * 60;
  assert_pace (campaign, 0, 8000, 20 * HOUR, REA_PACE_HOURS, NOON + 12 * HOUR);
  campaign->hours_start = 0;
  assert_pace (campaign, 0, 8000, 20 * HOUR, REA_PACE_FREE, REA_TIME_NONE);

  /* After hours the pace leads nowhere. */
  campaign->hours_end = 12 * 60;
  assert_pace (campaign, 300, 100, REA_PACE_UNKNOWN, REA_PACE_FREE, REA_TIME_NONE);
}

/* The hour that is missing in a night of March is missing before the end, too. */
static void
test_daylight_saving (void)
{
  g_autoptr (ReaCampaign) campaign = make_campaign ();
  ReaCounts counts = { 0 };
  gint64    at = 1520749800; /* 2018-03-11 01:30 in New York; 03:00 follows 01:59 */
  ReaPace   pace;

  g_free (campaign->time_zone);
  campaign->time_zone = g_strdup ("America/New_York");
  campaign->has_hours = TRUE;
  campaign->hours_start = 60;
  campaign->hours_end = 4 * 60;
  counts.n[REA_STATUS_NEEDS_REPLY] = 10000;
  pace = rea_pace_of_campaign (campaign, &counts, 100, at);
  g_assert_cmpint (pace.limit, ==, REA_PACE_HOURS);
  g_assert_cmpint (pace.limit_at, ==, at + 3 * HOUR / 2);
}

static void
test_states (void)
{
  g_autoptr (ReaCampaign) campaign = make_campaign ();

  for (int state = 0; state < REA_N_STATES; state++)
    {
      campaign->state = state;
      assert_pace (campaign, 700, 100, state == REA_STATE_ACTIVE ? 2 * HOUR : REA_PACE_UNKNOWN,
                   REA_PACE_FREE, REA_TIME_NONE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pace/left", test_left);
  g_test_add_func ("/pace/rounding", test_rounding);
  g_test_add_func ("/pace/order", test_order);
  g_test_add_func ("/pace/window", test_window);
  g_test_add_func ("/pace/hours", test_hours);
  g_test_add_func ("/pace/daylight-saving", test_daylight_saving);
  g_test_add_func ("/pace/states", test_states);

  return g_test_run ();
}
