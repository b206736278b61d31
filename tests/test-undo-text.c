/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-undo-text.h"

static void
test_offer (void)
{
  g_autoptr (ReaMove) move = rea_move_new (REA_MOVE_REASSIGN);
  g_autofree char *unassigned = NULL;
  g_autofree char *taken = NULL;

  move->moved = 12;
  move->at = 1000000000;
  move->request = rea_request_new ();
  move->request->to = REA_TO_UNASSIGNED;
  unassigned = rea_undo_text_offer (move, move->at);
  g_assert_cmpstr (unassigned, ==, "Undo: 12 conversations unassigned, 01:46");

  move->request->to = REA_TO_SENDERS;
  taken = rea_undo_text_offer (move, move->at + 24 * 3600);
  g_assert_cmpstr (taken, ==, "Undo: 12 conversations reassigned, 9 Sep 01:46");
}

static void
test_done (void)
{
  g_autoptr (ReaResult) result = g_new0 (ReaResult, 1);
  g_autofree char *all = NULL;
  g_autofree char *some = NULL;

  result->plan = rea_plan_new ();
  result->plan->moved = 5;
  all = rea_undo_text_done (result);
  g_assert_cmpstr (all, ==, "5 conversations given back.");

  result->left.moved_since = 1;
  result->left.answered_since = 2;
  result->left.no_longer_sender = 3;
  some = rea_undo_text_done (result);
  g_assert_cmpstr (some, ==,
                   "5 conversations given back. 1 was left: it was moved since. "
                   "2 were left: they were answered since. "
                   "3 were left: who had them is no longer a sender.");
}

static void
assert_offers (ReaMove *move, const ReaResult *preview, const char *button, const char *gives)
{
  g_autofree char *label = rea_undo_text_button (move, preview);
  g_autofree char *text = rea_undo_text_gives (move, preview);

  g_assert_cmpstr (label, ==, button);
  g_assert_cmpstr (text, ==, gives);
}

/* What the history says before the button is pressed. */
static void
test_preview (void)
{
  g_autoptr (ReaResult) preview = g_new0 (ReaResult, 1);
  g_autoptr (ReaMove) move = rea_move_new (REA_MOVE_REASSIGN);
  g_autoptr (ReaMove) undo = rea_move_new (REA_MOVE_UNDO);
  g_autoptr (ReaMove) removal = rea_move_new (REA_MOVE_REMOVE);
  g_autofree char *quiet = NULL;
  g_autofree char *busy = NULL;
  g_autofree char *unknown = rea_undo_text_button (move, NULL);

  g_assert_cmpstr (unknown, ==, "Undo");
  removal->removed_name = g_strdup ("Vera Lind");
  preview->plan = rea_plan_new ();
  assert_offers (move, preview, "Undo", "Nothing is left to give back.");
  assert_offers (removal, preview, "Undo",
                 "Undo makes Vera Lind a sender again and gives nothing back.");

  preview->plan->moved = 113;
  quiet = rea_undo_text_since (preview);
  g_assert_cmpstr (quiet, ==, "No sender has written in them, and none was moved");
  assert_offers (move, preview, "Undo 113", "Undo gives back 113, and leaves none.");
  assert_offers (undo, preview, "Redo 113", "Redo moves 113 again, and leaves none.");

  preview->left.answered_since = 7;
  assert_offers (move, preview, "Undo 113",
                 "Undo gives back 113 and leaves 7 with who answered them.");
  preview->left.moved_since = 1;
  busy = rea_undo_text_since (preview);
  g_assert_cmpstr (busy, ==, "7 were answered, 1 was moved again");
  assert_offers (undo, preview, "Redo 113", "Redo moves 113 again and leaves 8 where they are.");
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/undo-text/offer", test_offer);
  g_test_add_func ("/undo-text/done", test_done);
  g_test_add_func ("/undo-text/preview", test_preview);

  return g_test_run ();
}
