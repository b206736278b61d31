/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-remind-text.h"

#define NOW (1000036800 + 97 * 60)

static void
add (GPtrArray  *senders,
     const char *first_name,
     const char *last_name,
     gint64      needs_reply,
     gint64      not_started,
     gint64      waiting_since)
{
  g_autoptr (ReaSender) sender = rea_sender_new (rea_user_new ("fatima@example.org"));

  rea_user_set_names (sender->user, first_name, last_name);
  sender->counts.n[REA_STATUS_NEEDS_REPLY] = needs_reply;
  sender->counts.n[REA_STATUS_NOT_STARTED] = not_started;
  sender->counts.n[REA_STATUS_CLOSED] = 90;
  sender->waiting_since = waiting_since;
  g_ptr_array_add (senders, rea_sender_item_new (sender));
}

static void
assert_text (GPtrArray *senders, const char *expected)
{
  g_autofree char *text = rea_remind_text (senders, "Get Out The Vote", NOW);

  g_assert_cmpstr (text, ==, expected);
  g_ptr_array_set_size (senders, 0);
}

static void
test_one (void)
{
  g_autoptr (GPtrArray) senders = g_ptr_array_new_with_free_func (g_object_unref);

  add (senders, "Fatima", "Zahra", 12, 35, NOW - 97 * 60);
  assert_text (senders, "Hi Fatima, in “Get Out The Vote” 12 replies wait for you, the longest for "
                        "1 h 37 min, and 35 first messages are not sent yet. Can you take care of "
                        "it, or shall I hand it on?");
  add (senders, "Fatima", "Zahra", 1, 0, NOW - 97 * 60);
  assert_text (senders, "Hi Fatima, in “Get Out The Vote” 1 reply has waited for you for "
                        "1 h 37 min. Can you take care of it, or shall I hand it on?");
  add (senders, "", "", 0, 1234, REA_TIME_NONE);
  assert_text (senders, "Hi fatima@example.org, in “Get Out The Vote” 1,234 first messages are not "
                        "sent yet. Can you take care of it, or shall I hand it on?");
  /* That it waits since now is no news. */
  add (senders, "Fatima", "", 2, 1, NOW - 59);
  assert_text (senders, "Hi Fatima, in “Get Out The Vote” 2 replies wait for you, and 1 first "
                        "message is not sent yet. Can you take care of it, or shall I hand it on?");
}

static void
test_several (void)
{
  g_autoptr (GPtrArray) senders = g_ptr_array_new_with_free_func (g_object_unref);

  add (senders, "Fatima", "Zahra", 12, 35, NOW - 97 * 60);
  add (senders, "Bo", "Lee", 0, 4, REA_TIME_NONE);
  assert_text (senders, "Hi all, in “Get Out The Vote” there is something to do:\n"
                        "Fatima Zahra: 12 replies wait for you, the longest for 1 h 37 min, and 35 "
                        "first messages are not sent yet.\n"
                        "Bo Lee: 4 first messages are not sent yet.\n"
                        "Can you take care of it, or shall I hand it on?");
}

static void
assert_done (GPtrArray *senders, const char *expected)
{
  g_autofree char *text = rea_remind_text_done (senders);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_done (void)
{
  g_autoptr (GPtrArray) senders = g_ptr_array_new_with_free_func (g_object_unref);

  assert_done (senders, "Nothing waits there.");
  add (senders, "Fatima", "Zahra", 12, 35, NOW);
  assert_done (senders, "Reminder for Fatima Zahra copied");
  add (senders, "Bo", "Lee", 12, 35, NOW);
  assert_done (senders, "Reminder for 2 senders copied");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/remind-text/one", test_one);
  g_test_add_func ("/remind-text/several", test_several);
  g_test_add_func ("/remind-text/done", test_done);

  return g_test_run ();
}
