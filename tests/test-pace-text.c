/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-pace-text.h"

#define MINUTE 60
#define HOUR   (60 * MINUTE)
#define NOON   1000036800 /* 2001-09-09 12:00 UTC */

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_left (void)
{
  assert_text (rea_pace_text_left (REA_PACE_UNKNOWN), "—");
  assert_text (rea_pace_text_left (10), "about 1 min");
  assert_text (rea_pace_text_left (24 * MINUTE), "about 25 min");
  assert_text (rea_pace_text_left (59 * MINUTE), "about 1 h");
  assert_text (rea_pace_text_left (85 * MINUTE), "about 1½ h");
  assert_text (rea_pace_text_left (125 * MINUTE), "about 2 h");
  assert_text (rea_pace_text_left (24 * HOUR), "about 24 h");
  assert_text (rea_pace_text_left (24 * HOUR + 1), "over a day");
}

static void
test_sentence (void)
{
  assert_text (rea_pace_text_sentence (REA_PACE_UNKNOWN), NULL);
  assert_text (rea_pace_text_sentence (24 * MINUTE), "about 25 min left at this pace");
  assert_text (rea_pace_text_sentence (2 * HOUR), "about 2 h left at this pace");
  assert_text (rea_pace_text_sentence (G_MAXINT64), "more than a day left at this pace");
}

static void
assert_campaign (ReaPace pace, const char *sent, const char *done, const char *full)
{
  assert_text (rea_pace_text_sent (&pace), sent);
  assert_text (rea_pace_text_done (&pace, NOON), done);
  assert_text (rea_pace_text_full (&pace, NOON), full);
}

static void
test_campaign (void)
{
  assert_campaign ((ReaPace){ 0, REA_PACE_UNKNOWN, REA_PACE_FREE, REA_TIME_NONE }, NULL, NULL,
                   NULL);
  assert_campaign ((ReaPace){ 1310, REA_PACE_UNKNOWN, REA_PACE_FREE, REA_TIME_NONE },
                   "1,310 sent in 15 min", NULL, "1,310 sent in 15 min");
  assert_campaign ((ReaPace){ 310, 38 * MINUTE, REA_PACE_FREE, REA_TIME_NONE },
                   "310 sent in 15 min", "done about 12:40",
                   "310 sent in 15 min: about 40 min left at this pace");
  assert_campaign ((ReaPace){ 310, 14 * HOUR, REA_PACE_FREE, REA_TIME_NONE }, "310 sent in 15 min",
                   "done about 10 Sep 02:00", "310 sent in 15 min: about 14 h left at this pace");
  assert_campaign ((ReaPace){ 3, 240 * HOUR, REA_PACE_FREE, REA_TIME_NONE }, "3 sent in 15 min",
                   "more than a day left", "3 sent in 15 min: more than a day left at this pace");
}

static void
test_limits (void)
{
  assert_campaign ((ReaPace){ 310, 2 * HOUR, REA_PACE_WINDOW, NOON + HOUR }, "310 sent in 15 min",
                   "not done by 13:00",
                   "310 sent in 15 min: about 2 h left at this pace; the window ends in 1 h 0 min");
  assert_campaign ((ReaPace){ 310, 2 * HOUR, REA_PACE_HOURS, NOON + 20 * MINUTE },
                   "310 sent in 15 min", "not done by 12:20",
                   "310 sent in 15 min: about 2 h left at this pace; the opening hours end in "
                   "20 min");
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pace-text/left", test_left);
  g_test_add_func ("/pace-text/sentence", test_sentence);
  g_test_add_func ("/pace-text/campaign", test_campaign);
  g_test_add_func ("/pace-text/limits", test_limits);

  return g_test_run ();
}
