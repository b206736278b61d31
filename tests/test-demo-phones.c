/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-demo-phones.h"

#include <string.h>

/* Whether nobody can have the number: 555-01xx, or an area code held back. */
static gboolean
is_fictional (const char *phone)
{
  if (strlen (phone) != 12 || !g_str_has_prefix (phone, "+1") ||
      strspn (phone + 1, "0123456789") != 11)
    return FALSE;

  if (phone[2] < '2')
    return FALSE;

  if (phone[3] == '9')
    return phone[5] >= '2' && !(phone[6] == '1' && phone[7] == '1');

  return strncmp (phone + 5, "55501", 5) == 0;
}

static void
test_unique (void)
{
  g_autoptr (GHashTable) phones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) cities = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_cities = 0;

  for (gint64 i = 0; i < 300000; i++)
    {
      const char      *city;
      g_autofree char *phone = rea_demo_dup_phone (12345, i, &city);

      g_assert_true (is_fictional (phone));
      g_assert_true (g_hash_table_add (phones, g_steal_pointer (&phone)));

      if (city != NULL)
        {
          n_cities++;
          g_hash_table_add (cities, (gpointer) city);
        }
    }

  g_assert_cmpuint (n_cities, >, 20000);
  g_assert_cmpuint (g_hash_table_size (cities), >, 200);
}

/* A small demo is spread over the cities at once. */
static void
test_spread (void)
{
  g_autoptr (GHashTable) cities = g_hash_table_new (g_str_hash, g_str_equal);

  for (gint64 i = 0; i < 100; i++)
    {
      const char      *city;
      g_autofree char *phone = rea_demo_dup_phone (1, i, &city);

      g_assert_nonnull (city);
      g_hash_table_add (cities, (gpointer) city);
    }

  g_assert_cmpuint (g_hash_table_size (cities), >, 50);
}

static void
test_far_end (void)
{
  for (gint64 i = REA_DEMO_N_PHONES - 1000; i < REA_DEMO_N_PHONES; i++)
    {
      const char      *city;
      g_autofree char *phone = rea_demo_dup_phone (G_MAXUINT32, i, &city);

      g_assert_true (is_fictional (phone));
      g_assert_null (city);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-phones/unique", test_unique);
  g_test_add_func ("/demo-phones/spread", test_spread);
  g_test_add_func ("/demo-phones/far-end", test_far_end);

  return g_test_run ();
}
