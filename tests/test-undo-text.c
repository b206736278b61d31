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

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/undo-text/offer", test_offer);
  g_test_add_func ("/undo-text/done", test_done);

  return g_test_run ();
}
