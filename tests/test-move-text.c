/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-move-text.h"

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_button_and_done (void)
{
  assert_text (rea_move_text_button (1, REA_TO_SENDERS), "Reassign 1 Conversation");
  assert_text (rea_move_text_button (120, REA_TO_ONLINE), "Reassign 120 Conversations");
  assert_text (rea_move_text_button (2, REA_TO_UNASSIGNED), "Unassign 2 Conversations");
  assert_text (rea_move_text_moved (1, REA_TO_SENDERS), "1 conversation reassigned");
  assert_text (rea_move_text_moved (2, REA_TO_UNASSIGNED), "2 conversations unassigned");
}

static void
test_removal (void)
{
  assert_text (rea_move_text_button_remove (1, REA_TO_OTHERS),
               "Remove and Reassign 1 Conversation");
  assert_text (rea_move_text_button_remove (214, REA_TO_UNASSIGNED),
               "Remove and Unassign 214 Conversations");
  assert_text (rea_move_text_removed ("Bo Lee", 0, REA_TO_UNASSIGNED),
               "Bo Lee removed from the campaign");
  assert_text (rea_move_text_removed ("Bo Lee", 9, REA_TO_OTHERS),
               "Bo Lee removed, 9 conversations reassigned");
}

static void
test_left (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, "Cy Lee");
  assert_text (rea_move_text_left (names),
               "Cy Lee was removed from the campaign, and is no longer chosen.");
  g_ptr_array_add (names, "Bo Lee");
  assert_text (rea_move_text_left (names),
               "2 senders were removed from the campaign, and are no longer chosen.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/move-text/button-and-done", test_button_and_done);
  g_test_add_func ("/move-text/removal", test_removal);
  g_test_add_func ("/move-text/left", test_left);

  return g_test_run ();
}
