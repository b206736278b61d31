/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-notice-text.h"

static ReaNotice
notice_of (ReaStatus status, ReaConversationFlags flags)
{
  g_autoptr (ReaConversation) conversation = rea_conversation_new ();

  conversation->status = status;
  conversation->flags = flags;

  return rea_notice_of (conversation);
}

/* What forbids more is said before what forbids less. */
static void
test_which (void)
{
  g_assert_cmpint (notice_of (REA_STATUS_NEEDS_REPLY, REA_FLAG_CONTACT_WROTE), ==, REA_NOTICE_NONE);
  g_assert_cmpint (notice_of (REA_STATUS_CLOSED, 0), ==, REA_NOTICE_CLOSED);
  g_assert_cmpint (notice_of (REA_STATUS_CLOSED, REA_FLAG_MARKED), ==, REA_NOTICE_MARKED);
  g_assert_cmpint (notice_of (REA_STATUS_CLOSED, REA_FLAG_OPTED_OUT), ==, REA_NOTICE_OPTED_OUT);
  g_assert_cmpint (notice_of (REA_STATUS_CLOSED, REA_FLAG_OPTED_OUT | REA_FLAG_WROTE_AFTER_OPT_OUT),
                   ==, REA_NOTICE_WROTE_AFTER);
}

static void
test_words (void)
{
  g_assert_null (rea_notice_text (REA_NOTICE_NONE));
  for (ReaNotice notice = REA_NOTICE_MARKED; notice <= REA_NOTICE_CLOSED; notice++)
    g_assert_nonnull (rea_notice_text (notice));
}

static void
test_refusal (void)
{
  g_autofree char *for_good =
      rea_notice_text_refusal ("The campaign is paused.", REA_TIME_NONE, 1000000000);
  g_autofree char *soon =
      rea_notice_text_refusal ("It is too late.", 1000000000 + 3601, 1000000000);
  g_autofree char *now = rea_notice_text_refusal ("It is too late.", 1000000000, 1000000000);

  g_assert_cmpstr (for_good, ==, "The campaign is paused.");
  g_assert_cmpstr (soon, ==, "It is too late. Possible again at 02:46, in 1 h 1 min.");
  g_assert_cmpstr (now, ==, "It is too late. Possible again at 01:46, in 0 min.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/notice-text/which", test_which);
  g_test_add_func ("/notice-text/words", test_words);
  g_test_add_func ("/notice-text/refusal", test_refusal);

  return g_test_run ();
}
