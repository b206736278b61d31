/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-launch-text.h"

static void
assert_says (const ReaOverview *draft, ReaLaunchStep step, const char *expected)
{
  g_autofree char *text = rea_launch_text_say (draft);

  g_assert_cmpint (rea_launch_text_get_step (draft), ==, step);
  g_assert_cmpstr (text, ==, expected);
}

/* The way of a draft, step by step. */
static void
test_way (void)
{
  g_autoptr (ReaOverview) draft = g_new0 (ReaOverview, 1);

  draft->campaign = rea_campaign_new ("Spring");
  assert_says (draft, REA_LAUNCH_IMPORT,
               "This is a draft. Before it can be launched it needs: contacts, senders, an "
               "initial message.");

  draft->campaign->total = 30;
  draft->unassigned.n[REA_STATUS_NOT_STARTED] = 30;
  assert_says (draft, REA_LAUNCH_ADD_SENDERS,
               "This is a draft. Before it can be launched it needs: senders, an initial message.");

  draft->campaign->n_senders = 2;
  draft->campaign->initial_message = g_strdup ("");
  assert_says (draft, REA_LAUNCH_WRITE,
               "This is a draft. Before it can be launched it needs: an initial message.");

  g_free (draft->campaign->initial_message);
  draft->campaign->initial_message = g_strdup ("Hi");
  assert_says (draft, REA_LAUNCH_SHARE_OUT,
               "This is a draft. 30 conversations are with nobody yet: share them out, then launch "
               "the campaign.");

  draft->unassigned.n[REA_STATUS_NOT_STARTED] = 1;
  assert_says (draft, REA_LAUNCH_SHARE_OUT,
               "This is a draft. 1 conversation is with nobody yet: share it out, then launch the "
               "campaign.");

  /* Where senders take what they need, nobody has to share it out. */
  draft->campaign->self_assign = TRUE;
  assert_says (draft, REA_LAUNCH_READY,
               "This is a draft, and ready: when it is launched, senders can begin.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/launch-text/way", test_way);

  return g_test_run ();
}
