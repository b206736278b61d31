/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-splice.h"

/* "1 2 3" as rows from @position on. */
static void
add_places (GArray *places, guint position, const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      ReaPlace place = { position + i, g_ascii_strtoll (words[i], NULL, 10) };

      if (place.id != 0)
        g_array_append_val (places, place);
    }
}

static char *
find (guint       position_before,
      const char *before,
      guint       n_before,
      guint       position_now,
      const char *now,
      guint       n_now)
{
  g_autoptr (GArray) places_before = g_array_new (FALSE, FALSE, sizeof (ReaPlace));
  g_autoptr (GArray) places_now = g_array_new (FALSE, FALSE, sizeof (ReaPlace));
  g_autoptr (GArray) splices = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  add_places (places_before, position_before, before);
  add_places (places_now, position_now, now);
  splices = rea_splices_find (places_before, n_before, places_now, n_now);
  for (guint i = 0; i < splices->len; i++)
    {
      const ReaSplice *splice = &g_array_index (splices, ReaSplice, i);

      g_string_append_printf (text, "%s%u-%u+%u", i > 0 ? " " : "", splice->position,
                              splice->removed, splice->added);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define ASSERT_SPLICES(expected, ...)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *found = find (__VA_ARGS__);                                                   \
    g_assert_cmpstr (found, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
test_nothing_changed (void)
{
  ASSERT_SPLICES ("", 0, "1 2 3", 3, 0, "1 2 3", 3);
  ASSERT_SPLICES ("", 500, "1 2 3", 1000000, 500, "1 2 3", 1000000);
  ASSERT_SPLICES ("", 0, "", 0, 0, "", 0);
}

static void
test_one_goes (void)
{
  ASSERT_SPLICES ("1-1+0", 0, "1 2 3 4", 4, 0, "1 3 4", 3);
  ASSERT_SPLICES ("0-1+0", 0, "1 2 3 4", 4, 0, "2 3 4", 3);
  ASSERT_SPLICES ("3-1+0", 0, "1 2 3 4", 4, 0, "1 2 3", 3);
  ASSERT_SPLICES ("0-1+0", 0, "1", 1, 0, "", 0);
}

static void
test_one_comes (void)
{
  ASSERT_SPLICES ("1-0+1", 0, "1 2 3", 3, 0, "1 9 2 3", 4);
  ASSERT_SPLICES ("0-0+1", 0, "1 2 3", 3, 0, "9 1 2 3", 4);
  ASSERT_SPLICES ("3-0+1", 0, "1 2 3", 3, 0, "1 2 3 9", 4);
  ASSERT_SPLICES ("0-0+2", 0, "", 0, 0, "1 2", 2);
}

static void
test_several (void)
{
  ASSERT_SPLICES ("1-1+0 3-1+0", 0, "1 2 3 4 5 6", 6, 0, "1 3 4 6", 4);
  ASSERT_SPLICES ("1-1+1", 0, "1 2 3", 3, 0, "1 9 3", 3);
  ASSERT_SPLICES ("0-3+3", 0, "1 2 3", 3, 0, "7 8 9", 3);
}

/* Only the row that changed its place is moved. */
static void
test_order_changes (void)
{
  ASSERT_SPLICES ("0-1+0 3-0+1", 0, "1 2 3 4", 4, 0, "2 3 4 1", 4);
  ASSERT_SPLICES ("0-0+1 4-1+0", 0, "1 2 3 4", 4, 0, "4 1 2 3", 4);
}

/* Rows above those that are looked at: what is looked at keeps its rows. */
static void
test_changes_out_of_sight (void)
{
  ASSERT_SPLICES ("400-100+0", 500, "1 2 3", 1000, 400, "1 2 3", 900);
  ASSERT_SPLICES ("500-0+7", 500, "1 2 3", 1000, 507, "1 2 3", 1007);
  ASSERT_SPLICES ("1000-0+7", 500, "1 2 3", 1000, 500, "1 2 3", 1007);
  ASSERT_SPLICES ("900-100+0", 500, "1 2 3", 1000, 500, "1 2 3", 900);
  /* Nobody can say what has become of rows that were not read again. */
  ASSERT_SPLICES ("", 500, "1 2 3", 1000, 400, "7 8 9", 1000);
  /* Without anything to hold on to only the rows in sight are replaced. */
  ASSERT_SPLICES ("500-3+3", 500, "1 2 3", 1000000, 500, "7 8 9", 1000000);
  /* The list ends before them. */
  ASSERT_SPLICES ("100-900+0", 500, "1 2 3", 1000, 0, "7", 100);
}

/* Whatever changed: done one after the other, the splices make the list of before
 * into that of now as far as either is known, and a row that stays is in none.
 */
static void
test_random (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (ReaPlace));
      g_autoptr (GArray) now = g_array_new (FALSE, FALSE, sizeof (ReaPlace));
      g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) splices = NULL;
      guint  n_before = g_test_rand_int_range (0, 30);
      guint  n_now = 0;
      gint64 next = 1000;
      guint  from = g_test_rand_int_range (0, 10);
      guint  to = from + g_test_rand_int_range (0, 20);

      for (guint i = 0; i < n_before; i++)
        {
          ReaPlace place = { i, i + 1 };
          gboolean is_known = i >= from && i < to && g_test_rand_int_range (0, 8) > 0;
          gint64   id = is_known ? place.id : 0;

          g_array_append_val (rows, id);
          if (is_known)
            g_array_append_val (before, place);

          while (g_test_rand_int_range (0, 8) == 0)
            {
              ReaPlace come = { n_now++, next++ };

              g_array_append_val (now, come);
            }
          if (g_test_rand_int_range (0, 8) > 0)
            {
              place.position = n_now++;
              g_array_append_val (now, place);
            }
        }

      /* Often only a part is read. */
      if (g_test_rand_int_range (0, 2) == 0 && now->len > 2)
        {
          g_array_remove_range (now, 0, g_test_rand_int_range (0, now->len / 2));
          g_array_set_size (now, now->len - g_test_rand_int_range (0, now->len / 2));
        }

      splices = rea_splices_find (before, n_before, now, n_now);
      for (guint i = 0; i < splices->len; i++)
        {
          const ReaSplice *splice = &g_array_index (splices, ReaSplice, i);
          gint64           unknown = 0;

          g_assert_cmpuint (splice->position + splice->removed, <=, rows->len);
          for (guint j = 0; j < splice->removed; j++)
            {
              gint64 id = g_array_index (rows, gint64, splice->position);

              for (guint k = 0; id != 0 && k < now->len; k++)
                g_assert_cmpint (g_array_index (now, ReaPlace, k).id, !=, id);
              g_array_remove_index (rows, splice->position);
            }
          for (guint j = 0; j < splice->added; j++)
            g_array_insert_val (rows, splice->position, unknown);
        }

      g_assert_cmpuint (rows->len, ==, n_now);
      for (guint i = 0; i < now->len; i++)
        {
          const ReaPlace *place = &g_array_index (now, ReaPlace, i);
          gint64          id = g_array_index (rows, gint64, place->position);

          g_assert_true (id == 0 || id == place->id);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/splice/nothing-changed", test_nothing_changed);
  g_test_add_func ("/splice/one-goes", test_one_goes);
  g_test_add_func ("/splice/one-comes", test_one_comes);
  g_test_add_func ("/splice/several", test_several);
  g_test_add_func ("/splice/order-changes", test_order_changes);
  g_test_add_func ("/splice/changes-out-of-sight", test_changes_out_of_sight);
  g_test_add_func ("/splice/random", test_random);

  return g_test_run ();
}
