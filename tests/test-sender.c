/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sender.h"

#define NOW 1700000000

static void
test_new_user (void)
{
  g_autoptr (ReaUser) user = rea_user_new ("ann@example.org");

  g_assert_cmpstr (user->email, ==, "ann@example.org");
  g_assert_cmpstr (user->first_name, ==, "");
  g_assert_cmpstr (user->last_name, ==, "");
  g_assert_cmpint (user->role, ==, REA_ROLE_SENDER);
  g_assert_false (user->present);
  g_assert_cmpint (user->last_seen, ==, REA_TIME_NONE);
}

static void
test_names (void)
{
  g_autoptr (ReaUser) user = rea_user_new ("ann@example.org");
  g_autoptr (ReaUser) copy = NULL;
  g_autofree char *without = rea_user_dup_name (user);
  g_autofree char *with = NULL;

  g_assert_cmpstr (without, ==, "ann@example.org");

  rea_user_set_names (user, "Ann", "Lee");
  rea_user_set_names (user, NULL, "Ray");
  copy = rea_user_copy (user);
  rea_user_set_names (user, "Bo", NULL);

  with = rea_user_dup_name (copy);
  g_assert_cmpstr (with, ==, "Ann Ray");
  g_assert_cmpstr (user->first_name, ==, "Bo");
  g_assert_cmpstr (user->last_name, ==, "Ray");
  g_assert_cmpint (rea_user_compare_names (copy, user), <, 0);
}

/* Online = the last heartbeat at most 45 s ago. */
static void
test_online (void)
{
  g_autoptr (ReaUser) user = rea_user_new ("ann@example.org");

  g_assert_false (rea_user_is_online (user, NOW));

  user->present = TRUE;
  user->last_seen = NOW - 45;
  g_assert_true (rea_user_is_online (user, NOW));
  user->last_seen = NOW - 46;
  g_assert_false (rea_user_is_online (user, NOW));

  /* The clock was put back: a little is nothing, and a day is no heartbeat. */
  user->last_seen = NOW + 2;
  g_assert_true (rea_user_is_online (user, NOW));
  user->last_seen = NOW + 24 * 60 * 60;
  g_assert_false (rea_user_is_online (user, NOW));

  /* Closing the Messenger ends it at once. */
  user->present = FALSE;
  user->last_seen = NOW;
  g_assert_false (rea_user_is_online (user, NOW));
}

static void
test_emails (void)
{
  static const char *const good[] = { "a@b", "ann.lee+x@example.org", "root@localhost",
                                      "é@例え.jp" };
  static const char *const bad[] = { "",        "ann",   "@b",   "a@",        "a@b@c",  "a b@c",
                                     "a@b,c@d", "a@b\n", "a;@b", "a@b\u00a0", "a@\xff", "\x01@b" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (rea_email_is_valid (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_false (rea_email_is_valid (bad[i]));
    }
}

static void
test_find (void)
{
  g_autoptr (GPtrArray) senders = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_sender_free);
  ReaSender *ann = rea_sender_new (rea_user_new ("ann@example.org"));
  ReaSender *bo = rea_sender_new (rea_user_new ("bo@example.org"));

  ann->user->id = 1000;
  bo->user->id = 1001;
  g_ptr_array_add (senders, ann);
  g_ptr_array_add (senders, bo);

  g_assert_true (rea_senders_find (senders, "BO@Example.Org") == bo);
  g_assert_null (rea_senders_find (senders, "bo@example"));
  g_assert_true (rea_senders_find_id (senders, 1000) == ann);
  g_assert_null (rea_senders_find_id (senders, REA_HOLDER_UNASSIGNED));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sender/new-user", test_new_user);
  g_test_add_func ("/sender/names", test_names);
  g_test_add_func ("/sender/online", test_online);
  g_test_add_func ("/sender/emails", test_emails);
  g_test_add_func ("/sender/find", test_find);

  return g_test_run ();
}
