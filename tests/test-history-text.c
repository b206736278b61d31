/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-history-text.h"

#define NOON 1764072000 /* 25 November 2025, 12:00 UTC */
#define DAY  (24 * 60 * 60)

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_how_many (void)
{
  assert_text (rea_history_text_title (1), "1 conversation changed hands");
  assert_text (rea_history_text_title (1200), "1,200 conversations changed hands");
  assert_text (rea_history_text_show (1), "Show the 1 Conversation");
  assert_text (rea_history_text_show (1200), "Show the 1,200 Conversations");
}

static void
test_when (void)
{
  assert_text (rea_history_text_when (NOON + 61, NOON + 3600), "Today, 12:01:01");
  assert_text (rea_history_text_when (NOON, NOON + DAY), "Tuesday, 25 November 2025, 12:00:00");
  /* The same day of another year is another day. */
  assert_text (rea_history_text_when (NOON, NOON + 365 * DAY),
               "Tuesday, 25 November 2025, 12:00:00");
  assert_text (rea_history_text_when (G_MAXINT64, NOON), "");
}

static void
test_who (void)
{
  ReaMove move = { .by = 7, .by_name = (char *) "Maria" };

  assert_text (rea_history_text_who (&move, 8), "Maria");
  assert_text (rea_history_text_who (&move, 7), "You (Maria)");

  move.by_name = NULL;
  assert_text (rea_history_text_who (&move, 8), "");
}

static void
test_undone (void)
{
  ReaMove move = { .kind = REA_MOVE_REASSIGN,
                   .at = NOON,
                   .undone_at = NOON,
                   .undone_name = (char *) "Bo" };

  assert_text (rea_history_text_label (&move, NOON), "Moved 12:00");
  assert_text (rea_history_text_undone (&move, NOON), "Bo undid it, 12:00.");

  move.kind = REA_MOVE_UNDO;
  move.undone_name = NULL;
  assert_text (rea_history_text_undone (&move, NOON), " did it again, 12:00.");
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history-text/how-many", test_how_many);
  g_test_add_func ("/history-text/when", test_when);
  g_test_add_func ("/history-text/who", test_who);
  g_test_add_func ("/history-text/undone", test_undone);

  return g_test_run ();
}
