/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-csv-reader.h"
#include "rea-csv-writer.h"
#include "rea-phone.h"

#include <glib/gstdio.h>

#include <string.h>

static char *
write_row (const char *first, const char *second)
{
  GString *row = g_string_new (NULL);

  rea_csv_append_cell (row, first);
  rea_csv_append_cell (row, second);
  rea_csv_end_row (row);

  return g_string_free (row, FALSE);
}

static void
test_rows (void)
{
  const struct
  {
    const char *first;
    const char *second;
    const char *row;
  } cases[] = {
    { "a", "b", "a,b\r\n" },
    { "", "", ",\r\n" },
    { "a,b", "c\"d", "\"a,b\",\"c\"\"d\"\r\n" },
    { "a;b", "c\td", "\"a;b\",\"c\td\"\r\n" },
    { "a\nb", "c\r\nd", "\"a\nb\",\"c\r\nd\"\r\n" },
    { " a", "b ", "\" a\",\"b \"\r\n" },
    { "Größe", "名前", "Größe,名前\r\n" },
    { "=1+1", "+1", "'=1+1,'+1\r\n" },
    { "-1", "@a", "'-1,'@a\r\n" },
    { "'a", "''", "''a,'''\r\n" },
    { "\ta", "\ra", "\"'\ta\",\"'\ra\"\r\n" },
    { "=\"a\"", "a=1", "\"'=\"\"a\"\"\",a=1\r\n" },
    { "+12025550123", "+120", "+12025550123,'+120\r\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *row = write_row (cases[i].first, cases[i].second);

      g_assert_cmpstr (row, ==, cases[i].row);
    }
}

static void
test_unguard (void)
{
  const char *cases[][2] = {
    { "'=1", "=1" },    { "''a", "'a" },   { "'''", "''" },
    { "'\ta", "\ta" },  { "'\ra", "\ra" }, { "'+12025550123", "+12025550123" },
    { "'tis", "'tis" }, { "'", "'" },      { "", "" },
    { "a'=1", "a'=1" }, { "=1", "=1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cell = g_strdup (cases[i][0]);

      rea_csv_unguard (cell);
      g_assert_cmpstr (cell, ==, cases[i][1]);
    }
}

static void
test_strip (void)
{
  const char *cases[][2] = {
    { " a b ", "a b" }, { "a", "a" }, { "", "" }, { " \t\r\n", "" }, { "\t\xc2\xa0 ", "\xc2\xa0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cell = g_strdup (cases[i][0]);

      g_assert_cmpstr (rea_csv_strip (cell), ==, cases[i][1]);
    }
}

static char *
random_cell (GRand *rand)
{
  const char *pieces[] = { "=", "+", "-", "@", "'", "\t", "\r", "\n",           "\"",          ",",
                           ";", " ", "a", "1", "é", "名", "👋",  "+12025550123", "\xef\xbb\xbf" };
  GString    *cell = g_string_new (NULL);
  int         n = g_rand_int_range (rand, 0, 6);

  for (int i = 0; i < n; i++)
    g_string_append (cell, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free (cell, FALSE);
}

/* Whatever is in a table, it comes back, and nothing in it could be run. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "rea-writer.csv", NULL);

  for (guint round = 0; round < 2000; round++)
    {
      int n_columns = g_rand_int_range (rand, 1, 6);
      int n_rows = g_rand_int_range (rand, 1, 6);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (ReaCsvReader) reader = NULL;
      const ReaCsvRow *row = NULL;

      for (int i = 0; i < n_columns * n_rows; i++)
        {
          /* A line with nothing in it is no row, and the first tells the separator. */
          char *cell = i % n_columns == 0 ? g_strdup ("x") : random_cell (rand);

          g_ptr_array_add (cells, cell);
          rea_csv_append_cell (text, cell);
          if (i % n_columns == n_columns - 1)
            rea_csv_end_row (text);
        }

      g_file_set_contents (path, text->str, text->len, NULL);
      reader = rea_csv_reader_open (path, NULL, 0, NULL);
      row = rea_csv_reader_read_header (reader, NULL);

      for (int i = 0; i < n_rows; i++)
        {
          g_assert_nonnull (row);
          g_assert_cmpstr (row->problem, ==, NULL);
          g_assert_cmpint (row->n_cells, ==, n_columns);

          for (int k = 0; k < n_columns; k++)
            {
              char *cell = row->cells[k];

              g_assert_true (*cell == '\0' || strchr ("=+-@\t\r", *cell) == NULL ||
                             rea_phone_is_e164 (cell));
              rea_csv_unguard (cell);
              g_assert_cmpstr (cell, ==, g_ptr_array_index (cells, i * n_columns + k));
            }

          g_assert_true (rea_csv_reader_read_row (reader, &row, NULL));
        }

      g_assert_null (row);
    }

  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-writer/rows", test_rows);
  g_test_add_func ("/csv-writer/unguard", test_unguard);
  g_test_add_func ("/csv-writer/strip", test_strip);
  g_test_add_func ("/csv-writer/round-trip", test_round_trip);

  return g_test_run ();
}
