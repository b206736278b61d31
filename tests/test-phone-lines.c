/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-phone-lines.h"

/* Against a hash table, with enough of them that it grows several times. */
static void
test_many (void)
{
  g_autoptr (ReaPhoneLines) lines = rea_phone_lines_new ();
  g_autoptr (GHashTable) model = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint line = 2; line < 40000; line++)
    {
      char *phone =
          g_strdup_printf ("+1%u", 2000000000u + g_test_rand_int_range (0, 30000) * 7919u);
      guint first = GPOINTER_TO_UINT (g_hash_table_lookup (model, phone));

      g_assert_cmpint (rea_phone_lines_add (lines, phone, line), ==, first);

      if (first == 0)
        g_hash_table_insert (model, g_steal_pointer (&phone), GUINT_TO_POINTER (line));
      g_free (phone);
    }
}

static void
test_longest (void)
{
  g_autoptr (ReaPhoneLines) lines = rea_phone_lines_new ();

  g_assert_cmpint (rea_phone_lines_add (lines, "+999999999999999", 2), ==, 0);
  g_assert_cmpint (rea_phone_lines_add (lines, "+1234567", 3), ==, 0);
  g_assert_cmpint (rea_phone_lines_add (lines, "+999999999999999", 4), ==, 2);
  g_assert_cmpint (rea_phone_lines_add (lines, "+1234567", 5), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone-lines/many", test_many);
  g_test_add_func ("/phone-lines/longest", test_longest);

  return g_test_run ();
}
