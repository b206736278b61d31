/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-demo-names.h"

#include "rea-sender.h"

static void
test_scripts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) scripts = g_hash_table_new (NULL, NULL);
  guint n_without_last = 0;

  for (int i = 0; i < 5000; i++)
    {
      const char *first, *last;

      rea_demo_pick_name (rand, &first, &last);
      g_assert_cmpstr (first, !=, "");
      g_assert_true (g_utf8_validate (first, -1, NULL) && g_utf8_validate (last, -1, NULL));
      g_hash_table_add (names, g_strconcat (first, " ", last, NULL));
      g_hash_table_add (scripts, GINT_TO_POINTER (g_unichar_get_script (g_utf8_get_char (first))));
      n_without_last += *last == '\0';
    }

  g_assert_cmpuint (g_hash_table_size (names), >, 1500);
  g_assert_cmpuint (g_hash_table_size (scripts), >=, 15);
  g_assert_cmpuint (n_without_last, >, 20);
  g_assert_cmpuint (n_without_last, <, 200);
}

static void
test_same_seed (void)
{
  g_autoptr (GRand) a = g_rand_new_with_seed (7);
  g_autoptr (GRand) b = g_rand_new_with_seed (7);

  for (int i = 0; i < 100; i++)
    {
      const char *first_a, *last_a, *first_b, *last_b;

      rea_demo_pick_name (a, &first_a, &last_a);
      rea_demo_pick_name (b, &first_b, &last_b);
      g_assert_cmpstr (first_a, ==, first_b);
      g_assert_cmpstr (last_a, ==, last_b);
    }
}

static void
test_senders (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GHashTable) emails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 1000; i++)
    {
      const char      *first, *last;
      g_autofree char *email = rea_demo_dup_sender (i, rand, &first, &last);

      g_assert_true (rea_email_is_valid (email));
      g_assert_true (g_str_has_suffix (email, "@volunteers.example.org"));
      g_assert_cmpstr (first, !=, "");
      g_assert_cmpstr (last, !=, "");
      g_assert_true (g_hash_table_add (emails, g_steal_pointer (&email)));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-names/scripts", test_scripts);
  g_test_add_func ("/demo-names/same-seed", test_same_seed);
  g_test_add_func ("/demo-names/senders", test_senders);

  return g_test_run ();
}
