/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "engine.h"
#include "rea-name.h"
#include "rea-sqlite-name-book.h"

typedef struct
{
  char *first;
  char *last;
  int   id;
} Name;

static int
compare (gconstpointer a, gconstpointer b)
{
  const Name *one = a;
  const Name *other = b;
  int         order = rea_name_compare (one->last, one->first, "", other->last, other->first, "");

  return order != 0 ? order : one->id - other->id;
}

static char *
random_name (GRand *rand)
{
  const char *pieces[] = { "a", "A", "b", "Z", "é", "É", "ß", "ss", " ", "-", "名", "longerpart" };
  GString    *name = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    g_string_append (name, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free (name, FALSE);
}

/* The table lists them just as rules.md does. */
static void
test_order (Engine *engine, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (ReaNameBook) book = rea_name_book_new ();
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_autoptr (ReaStatement) select = NULL;
  g_autoptr (GError) error = NULL;

  for (int round = 0; round < 3; round++)
    {
      for (int i = 0; i < 1000; i++)
        {
          Name name = { random_name (rand), random_name (rand), 1 + round * 1000 + i };

          g_array_append_val (names, name);
          rea_name_book_add (book, name.id, name.first, name.last);
        }

      rea_name_book_sort (book);
      g_assert_true (rea_name_book_save (book, engine->db, 7, &error));
      g_assert_no_error (error);
    }

  g_array_sort (names, compare);

  select = rea_sqlite_prepare (engine->db,
                               "SELECT id FROM contact_name WHERE campaign_id = 7 ORDER BY key, id",
                               &error);
  for (guint i = 0; i < names->len; i++)
    {
      const Name *name = &g_array_index (names, Name, i);
      gboolean    row = FALSE;

      g_assert_true (rea_statement_step (select, &row, &error) && row);
      g_assert_cmpint (sqlite3_column_int (select, 0), ==, name->id);
      g_free (name->first);
      g_free (name->last);
    }
}

/* A last name never runs on into the first. */
static void
test_key (void)
{
  g_autoptr (GByteArray) short_last = g_byte_array_new ();
  g_autoptr (GByteArray) long_last = g_byte_array_new ();

  rea_name_append_key (short_last, "ZZ", "Ab");
  rea_name_append_key (long_last, "AA", "Aba");
  g_assert_cmpmem (short_last->data, short_last->len, "ab\0zz", 5);
  g_assert_cmpmem (long_last->data, long_last->len, "aba\0aa", 6);

  g_byte_array_set_size (short_last, 0);
  rea_name_append_key (short_last, "", "É");
  g_assert_cmpmem (short_last->data, short_last->len, "é\0", 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ENGINE_ADD ("/sqlite-name-book/order", test_order);
  g_test_add_func ("/sqlite-name-book/key", test_key);

  return g_test_run ();
}
