/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-trail-text.h"

static void
assert_said (const ReaTrailEntry *entry, const ReaTrailEntry *next, const char *text)
{
  g_autofree char *said = rea_trail_text_span (entry, next, 1000010000);

  g_assert_cmpstr (said, ==, text);
}

static void
test_span (void)
{
  ReaTrailEntry first = { .since = 1000000000 };
  ReaTrailEntry second = { .sender = (char *) "ann@example.org",
                           .sender_name = (char *) "Ann Lee",
                           .since = 1000003600,
                           .move = 1,
                           .kind = REA_MOVE_REASSIGN,
                           .by_name = (char *) "Mo Ortiz" };

  assert_said (&first, &second, "01:46 to 02:46 · Imported");
  assert_said (&second, NULL, "Since 02:46 · Reassigned by Mo Ortiz");
  g_assert_cmpstr (rea_trail_text_holder (&first), ==, "Unassigned");
  g_assert_cmpstr (rea_trail_text_holder (&second), ==, "Ann Lee");
}

static void
test_how (void)
{
  ReaTrailEntry entry = { .since = 1000000000, .move = 7, .by_name = (char *) "Mo Ortiz" };

  entry.kind = REA_MOVE_REASSIGN;
  assert_said (&entry, NULL, "Since 01:46 · Unassigned by Mo Ortiz");
  entry.kind = REA_MOVE_UNDO;
  assert_said (&entry, NULL, "Since 01:46 · Undo by Mo Ortiz");
  entry.kind = REA_MOVE_REMOVE;
  assert_said (&entry, NULL, "Since 01:46 · Sender removed by Mo Ortiz");
  entry.kind = REA_MOVE_SELF_ASSIGN;
  entry.sender = (char *) "ann@example.org";
  assert_said (&entry, NULL, "Since 01:46 · Self-Assign");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trail-text/span", test_span);
  g_test_add_func ("/trail-text/how", test_how);

  return g_test_run ();
}
