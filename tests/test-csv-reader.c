/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-csv-reader.h"
#include "rea-error.h"

#include <glib/gstdio.h>

#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* Writes @length bytes of @text to a file, reads it back as CSV and tells all of
 * it in one line a row: its line number, then its cells in brackets, or what is
 * wrong with it.
 */
static char *
read_all (const char *text, gssize length, GError **error)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "rea-csv-XXXXXX", NULL);
  g_autoptr (ReaCsvReader) reader = NULL;
  g_autoptr (GString) told = g_string_new (NULL);
  const ReaCsvRow *row = NULL;
  int              fd = g_mkstemp (path);

  if (length < 0)
    length = strlen (text);
  g_assert_cmpint (write (fd, text, length), ==, length);
  close (fd);

  reader = rea_csv_reader_open (path, NULL, 0, error);
  g_unlink (path);
  g_assert_nonnull (reader);
  g_assert_cmpint (rea_csv_reader_get_total (reader), ==, length);

  row = rea_csv_reader_read_header (reader, error);
  if (row == NULL)
    return NULL;

  while (row != NULL)
    {
      g_string_append_printf (told, "%d", (int) row->line);
      if (row->problem != NULL)
        g_string_append_printf (told, " %s", row->problem);
      else
        for (guint i = 0; i < row->n_cells; i++)
          g_string_append_printf (told, "[%s]", row->cells[i]);
      g_string_append_c (told, '\n');

      if (!rea_csv_reader_read_row (reader, &row, error))
        return NULL;
    }

  g_assert_cmpint (rea_csv_reader_get_done (reader), ==, length);
  return g_string_free (g_steal_pointer (&told), FALSE);
}

static void
assert_read (const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *told = read_all (text, -1, &error);

  g_assert_no_error (error);
  if (strlen (expected) < 1000)
    g_assert_cmpstr (told, ==, expected);
  else
    g_assert_true (g_str_equal (told, expected));
}

static void
test_plain (void)
{
  assert_read ("a,b\nc,d\n", "1[a][b]\n2[c][d]\n");
  assert_read ("a,b\nc,d", "1[a][b]\n2[c][d]\n");
  assert_read ("a,b\r\nc,d\r\n", "1[a][b]\n2[c][d]\n");
  assert_read ("a,b\rc,d\r", "1[a][b]\n2[c][d]\n");
  assert_read ("a,b\rc,d\r\ne,f\n\rg,h", "1[a][b]\n2[c][d]\n3[e][f]\n5[g][h]\n");
  assert_read ("a\nb\n", "1[a]\n2[b]\n");
  assert_read ("a,b\n,\n", "1[a][b]\n2[][]\n");
  assert_read ("a,b\nc,", "1[a][b]\n2[c][]\n");
  assert_read ("a,b\n c , d e \n", "1[a][b]\n2[ c ][ d e ]\n");
  assert_read ("Größe,名前\n", "1[Größe][名前]\n");
}

static void
test_byte_order_mark (void)
{
  assert_read ("\xef\xbb\xbf"
               "a,b\nc,d\n",
               "1[a][b]\n2[c][d]\n");
  assert_read ("\xef\xbb\xbf\"a,b\",c\n", "1[a,b][c]\n");
  assert_read ("a,b\n\xef\xbb\xbf"
               "c,d\n",
               "1[a][b]\n2[\xef\xbb\xbf"
               "c][d]\n");
}

static void
test_separators (void)
{
  assert_read ("a;b;c\n1,5;2;3\n", "1[a][b][c]\n2[1,5][2][3]\n");
  assert_read ("a\tb\n1,5\t2;3\n", "1[a][b]\n2[1,5][2;3]\n");
  assert_read ("\"a;b;c\",d\n1;2,3\n", "1[a;b;c][d]\n2[1;2][3]\n");
  assert_read ("a;b,c\n1;2,3\n", "1[a;b][c]\n2[1;2][3]\n");
  assert_read ("a,b\n1;2;3;4,5\n", "1[a][b]\n2[1;2;3;4][5]\n");
  assert_read ("a\tb\n\t\n \t \n", "1[a][b]\n2[][]\n3[ ][ ]\n");
}

static void
test_quotes (void)
{
  assert_read ("a,b\n\"c,\"\"d\"\"\",\"e\nf\"\ng,h\n", "1[a][b]\n2[c,\"d\"][e\nf]\n4[g][h]\n");
  assert_read ("a,b\n\"x\r\ny\",\"\"\r\nz,\r\n", "1[a][b]\n2[x\r\ny][]\n4[z][]\n");
  assert_read ("a,b\n5\" pipe,\"6\"\" pipe\"\n", "1[a][b]\n2[5\" pipe][6\" pipe]\n");
  assert_read ("a,b\nc\"d\"\"e\",f\n", "1[a][b]\n2[c\"d\"\"e\"][f]\n");
  assert_read ("a,b\n \"c\",d\n", "1[a][b]\n2[ \"c\"][d]\n");
}

static void
test_blank_lines (void)
{
  assert_read ("\n\r\na,b\n\n  \n\r\nc,d\n\n", "3[a][b]\n7[c][d]\n");
  assert_read ("a\n\"\"\n\nb\n", "1[a]\n2[]\n4[b]\n");
  assert_read ("a,b\n\"c\n\n\",d\n\ne,f\n", "1[a][b]\n2[c\n\n][d]\n6[e][f]\n");
}

static void
test_ragged (void)
{
  assert_read ("a,b\nc\nd,e,f\ng,h\n", "1[a][b]\n"
                                       "2 The row has 1 cell, the header has 2.\n"
                                       "3 The row has 3 cells, the header has 2.\n"
                                       "4[g][h]\n");
}

static void
test_text_after_quote (void)
{
#define SENTENCE "There is text after a closing quotation mark."
  assert_read ("a,b\n\"c\"d,e\nf,g\n", "1[a][b]\n2 " SENTENCE "\n3[f][g]\n");
  assert_read ("a,b\ne,\"c\" \nf,g\n", "1[a][b]\n2 " SENTENCE "\n3[f][g]\n");
  assert_read ("a,b\n\"c\"d\"e,\"f\ng\"\nh,i\n", "1[a][b]\n2 " SENTENCE "\n4[h][i]\n");
  assert_read ("a,b\ne,\"c\"d", "1[a][b]\n2 " SENTENCE "\n");
#undef SENTENCE
}

static void
test_never_closed (void)
{
#define SENTENCE "A quotation mark is opened and never closed."
  assert_read ("a,b\nc,d\n\"e,f\ng,h\n", "1[a][b]\n2[c][d]\n3 " SENTENCE "\n");
  assert_read ("a,b\nc,\"", "1[a][b]\n2 " SENTENCE "\n");
#undef SENTENCE
}

static void
test_bytes (void)
{
  const char text[] = "a,b\nc\0d,e\nf,\xff\ng,h\n\"\0\",i\n";
  g_autoptr (GError) error = NULL;
  g_autofree char *told = read_all (text, sizeof text - 1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (told, ==,
                   "1[a][b]\n"
                   "2 The row contains a NUL byte.\n"
                   "3 The row is not UTF-8.\n"
                   "4[g][h]\n"
                   "5 The row contains a NUL byte.\n");
}

static void
test_no_csv (void)
{
  const struct
  {
    const char *text;
    gssize      length;
    const char *sentence;
  } cases[] = {
    { "", 0, "*is empty*" },
    { " \r\n\n", 4, "*is empty*" },
    { "\xef\xbb\xbf", 3, "*is empty*" },
    { "\xff\xfe"
      "a\0,\0b\0\n\0",
      10, "*UTF-16*" },
    { "\xfe\xff\0a\0,\0b\0\n", 10, "*UTF-16*" },
    { "SQLite format 3\0\x10\0", 18, "*is no CSV file. Line 1: The row contains a NUL byte.*" },
    { "caf\xe9,b\n", 7, "*is no CSV file. Line 1: The row is not UTF-8.*" },
    { "\"a\"x,b\n", 7, "*is no CSV file. Line 1: There is text after*" },
    { "\"a,b\nc,d\n", 9, "*is no CSV file. Line 1: A quotation mark*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_all (cases[i].text, cases[i].length, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_true (g_pattern_match_simple (cases[i].sentence, error->message));
    }
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCsvReader) folder = NULL;

  g_assert_null (rea_csv_reader_open ("/nowhere/at.csv", NULL, 0, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
  g_clear_error (&error);

  folder = rea_csv_reader_open (g_get_tmp_dir (), NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_null (rea_csv_reader_read_header (folder, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_IO);
}

/* Ends of lines, quotes and blank lines wherever the buffer may be cut. */
static void
test_buffer_ends (void)
{
  const char *tails[] = { "\r\nc,d\r\n", "\n\n\nc,d\n", "\r\rc,d\r", "\r\n  \r\nc,d" };
  const char *told[] = { "2[c][d]\n", "4[c][d]\n", "3[c][d]\n", "3[c][d]\n" };

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    for (gsize n = 64 * 1024 - 10; n < 64 * 1024 + 2; n++)
      {
        g_autofree char *cell = g_strnfill (n - 2, 'x');
        g_autofree char *text = g_strconcat (cell, ",b", tails[i], NULL);
        g_autofree char *expected = g_strconcat ("1[", cell, "][b]\n", told[i], NULL);

        assert_read (text, expected);
      }

  for (gsize n = 64 * 1024 - 10; n < 64 * 1024 + 2; n++)
    {
      g_autofree char *cell = g_strnfill (n, 'x');
      g_autofree char *text = g_strconcat ("a,b\n\"", cell, "\"y\"z,\"e\"\nf,g\n", NULL);

      assert_read (text, "1[a][b]\n2 There is text after a closing quotation mark.\n3[f][g]\n");
    }
}

static void
test_long_line (void)
{
  g_autofree char *longest = g_strnfill (REA_CSV_MAX_LINE - 2, 'x');
  g_autofree char *fits = g_strconcat ("a,b\r\n", longest, ",b\r\n", NULL);
  g_autofree char *told = g_strconcat ("1[a][b]\n2[", longest, "][b]\n", NULL);
  g_autofree char *over = g_strconcat ("a,b\n\nx,", longest, "y\n", NULL);
  g_autofree char *lines = g_strconcat ("a,b\n\"x\n", longest, "\",y\n", NULL);
  g_autoptr (GError) error = NULL;

  assert_read (fits, told);

  g_assert_null (read_all (over, -1, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "Line 3 is longer than 1 MiB.");
  g_clear_error (&error);

  g_assert_null (read_all (lines, -1, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "Line 2 is longer than 1 MiB.");
}

/* A cell of 100 MB, in a process that cannot hold it. */
static void
test_huge_cell (void)
{
  if (g_test_subprocess ())
    {
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), "rea-csv-XXXXXX", NULL);
      g_autofree char *million = g_strnfill (1000 * 1000, 'x');
      g_autoptr (ReaCsvReader) reader = NULL;
      g_autoptr (GError) error = NULL;
      const ReaCsvRow *row = NULL;
      struct rusage    before;
      struct rusage    after;
      int              fd = g_mkstemp (path);

      g_assert_cmpint (write (fd, "a,b\nc,\"", 7), ==, 7);
      for (guint i = 0; i < 100; i++)
        g_assert_cmpint (write (fd, million, 1000 * 1000), ==, 1000 * 1000);
      close (fd);

      getrusage (RUSAGE_SELF, &before);
      reader = rea_csv_reader_open (path, NULL, 0, NULL);
      g_unlink (path);
      g_assert_nonnull (rea_csv_reader_read_header (reader, NULL));
      g_assert_false (rea_csv_reader_read_row (reader, &row, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
      getrusage (RUSAGE_SELF, &after);
      g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, 8 * 1024);
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

/* The number of columns comes from the file: a line may hold half a million. */
static void
test_many_columns (void)
{
  g_autofree char *commas = g_strnfill (1000 * 1000, ',');
  g_autofree char *text = g_strconcat ("a", commas, "\nb", commas, "\nc,d\n", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *told = read_all (text, -1, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (told, "\n3 The row has 2 cells, the header has 1000001.\n"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-reader/plain", test_plain);
  g_test_add_func ("/csv-reader/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/csv-reader/separators", test_separators);
  g_test_add_func ("/csv-reader/quotes", test_quotes);
  g_test_add_func ("/csv-reader/blank-lines", test_blank_lines);
  g_test_add_func ("/csv-reader/ragged", test_ragged);
  g_test_add_func ("/csv-reader/text-after-quote", test_text_after_quote);
  g_test_add_func ("/csv-reader/never-closed", test_never_closed);
  g_test_add_func ("/csv-reader/bytes", test_bytes);
  g_test_add_func ("/csv-reader/no-csv", test_no_csv);
  g_test_add_func ("/csv-reader/no-file", test_no_file);
  g_test_add_func ("/csv-reader/buffer-ends", test_buffer_ends);
  g_test_add_func ("/csv-reader/long-line", test_long_line);
  g_test_add_func ("/csv-reader/huge-cell", test_huge_cell);
  g_test_add_func ("/csv-reader/many-columns", test_many_columns);

  return g_test_run ();
}
