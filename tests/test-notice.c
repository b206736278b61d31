/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-notice.h"

/* A clock that only goes on begins anywhere. */
#define BOOT 7

static void
test_once_in_ten_minutes (void)
{
  g_autoptr (ReaNotice) notice = rea_notice_new ();

  g_assert_false (rea_notice_tell (notice, 0, BOOT));
  g_assert_true (rea_notice_tell (notice, 3, BOOT));
  /* Neither more of them nor others that come after none. */
  g_assert_false (rea_notice_tell (notice, 3, BOOT + 1));
  g_assert_false (rea_notice_tell (notice, 300, BOOT + 2));
  g_assert_false (rea_notice_tell (notice, 0, BOOT + 3));
  g_assert_false (rea_notice_tell (notice, 5, BOOT + REA_NOTICE_SECONDS - 1));
  g_assert_true (rea_notice_tell (notice, 5, BOOT + REA_NOTICE_SECONDS));
  g_assert_false (rea_notice_tell (notice, 5, BOOT + 2 * REA_NOTICE_SECONDS - 1));
  /* It is told as long as it lasts. */
  g_assert_true (rea_notice_tell (notice, 5, BOOT + 2 * REA_NOTICE_SECONDS));
}

/* A whole evening, asked every five seconds. */
static void
test_evening (void)
{
  g_autoptr (ReaNotice) notice = rea_notice_new ();
  gint64 last = -REA_NOTICE_SECONDS;
  guint  told = 0;

  for (gint64 clock = 0; clock < 6 * 3600; clock += 5)
    if (rea_notice_tell (notice, clock % 35 == 0 ? 0 : clock % 7, clock))
      {
        g_assert_cmpint (clock - last, >=, REA_NOTICE_SECONDS);
        last = clock;
        told++;
      }

  g_assert_cmpuint (told, >=, 30);
  g_assert_cmpuint (told, <=, 36);
}

static void
test_seen (void)
{
  g_autoptr (ReaNotice) notice = rea_notice_new ();

  rea_notice_see (notice, 5, BOOT);
  g_assert_false (rea_notice_tell (notice, 5, BOOT + 1));
  g_assert_false (rea_notice_tell (notice, 4, BOOT + 2));
  /* It got worse behind their back. */
  g_assert_true (rea_notice_tell (notice, 6, BOOT + 3));
  g_assert_false (rea_notice_tell (notice, 7, BOOT + 4));
}

static void
test_seen_and_left_alone (void)
{
  g_autoptr (ReaNotice) notice = rea_notice_new ();

  rea_notice_see (notice, 5, BOOT);
  g_assert_false (rea_notice_tell (notice, 5, BOOT + REA_NOTICE_SECONDS - 1));
  g_assert_true (rea_notice_tell (notice, 5, BOOT + REA_NOTICE_SECONDS));
}

/* What got better since they looked, and then worse, is news. */
static void
test_better_and_worse (void)
{
  g_autoptr (ReaNotice) notice = rea_notice_new ();

  rea_notice_see (notice, 5, BOOT);
  g_assert_false (rea_notice_tell (notice, 3, BOOT + 1));
  g_assert_false (rea_notice_tell (notice, 3, BOOT + 2));
  g_assert_true (rea_notice_tell (notice, 4, BOOT + 3));
}

/* What was solved, and came again, is news. */
static void
test_solved (void)
{
  g_autoptr (ReaNotice) notice = rea_notice_new ();

  rea_notice_see (notice, 5, BOOT);
  g_assert_false (rea_notice_tell (notice, 0, BOOT + 1));
  g_assert_true (rea_notice_tell (notice, 1, BOOT + 2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notice/once-in-ten-minutes", test_once_in_ten_minutes);
  g_test_add_func ("/notice/evening", test_evening);
  g_test_add_func ("/notice/seen", test_seen);
  g_test_add_func ("/notice/seen-and-left-alone", test_seen_and_left_alone);
  g_test_add_func ("/notice/better-and-worse", test_better_and_worse);
  g_test_add_func ("/notice/solved", test_solved);

  return g_test_run ();
}
