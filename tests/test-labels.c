/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-labels.h"

#include <stdlib.h>
#include <time.h>

static void
assert_phone (const char *phone, const char *expected)
{
  g_autofree char *label = rea_phone_dup_label (phone);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_phone (void)
{
  assert_phone ("+12025550136", "(202) 555-0136");
  assert_phone ("+19995550136", "(999) 555-0136");
  /* Not of the North American plan, or not whole. */
  assert_phone ("+442079460123", "+442079460123");
  assert_phone ("+491701234567", "+491701234567");
  assert_phone ("+1202555013", "+1202555013");
  assert_phone ("+120255501367", "+120255501367");
  assert_phone ("+11025550136", "+11025550136");
  assert_phone ("+12021550136", "+12021550136");
  assert_phone ("", "");
  assert_phone ("+1202555013x", "+1202555013x");
}

static void
test_status (void)
{
  g_assert_cmpstr (rea_status_get_label (REA_STATUS_NEEDS_REPLY), ==, "Needs Reply");
  g_assert_cmpstr (rea_status_get_label (REA_STATUS_NOT_STARTED), ==, "Not Started");
  g_assert_cmpstr (rea_status_get_label (REA_STATUS_MESSAGED), ==, "Messaged");
  g_assert_cmpstr (rea_status_get_label (REA_STATUS_REPLIED), ==, "Replied");
  g_assert_cmpstr (rea_status_get_label (REA_STATUS_CLOSED), ==, "Closed");
  g_assert_cmpstr (rea_status_get_label (REA_STATUS_ANY), ==, "Any Status");
}

static void
assert_move (ReaMoveKind kind,
             const char *first_name,
             gint64      moved,
             gint64      now,
             const char *expected)
{
  g_autoptr (ReaMove) move = rea_move_new (kind);
  g_autofree char *label = NULL;

  /* 2025-03-09 20:57 in New York. */
  move->at = 1741568220;
  move->by_email = g_strdup ("maria@example.org");
  move->by_first_name = g_strdup (first_name);
  move->moved = moved;
  label = rea_move_dup_label (move, now);
  g_assert_cmpstr (label, ==, expected);
}

static void
test_move (void)
{
  gint64 at = 1741568220;

  assert_move (REA_MOVE_REASSIGN, "Maria", 300, at + 60, "Maria moved 300, 20:57");
  assert_move (REA_MOVE_REMOVE, "Maria", 1, at + 60, "Maria moved 1, 20:57");
  assert_move (REA_MOVE_UNDO, "Maria", 300, at + 60, "Maria took back 300, 20:57");
  assert_move (REA_MOVE_SELF_ASSIGN, "Maria", 300, at + 60, "Maria took 300, 20:57");
  assert_move (REA_MOVE_REASSIGN, "", 300, at, "maria@example.org moved 300, 20:57");
  assert_move (REA_MOVE_REASSIGN, NULL, 300, at, "maria@example.org moved 300, 20:57");
  /* The last minute of its day there, and the first of the next. */
  assert_move (REA_MOVE_REASSIGN, "Maria", 300, at + 182 * 60, "Maria moved 300, 20:57");
  assert_move (REA_MOVE_REASSIGN, "Maria", 300, at + 183 * 60, "Maria moved 300, 03/09/25");
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "America/New_York", TRUE);
  tzset ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/labels/phone", test_phone);
  g_test_add_func ("/labels/status", test_status);
  g_test_add_func ("/labels/move", test_move);

  return g_test_run ();
}
