/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange-fixture.h"
#include "rea-contacts-file.h"

static ReaContactsFile *
look_at (Fixture *fixture, const char *bytes, gssize length, GError **error)
{
  g_autofree char *path = fixture_path (fixture, "in.csv");

  fixture_write (fixture, "in.csv", bytes, length);
  return rea_contacts_file_look (path, NULL, 0, REA_HEADER_GUESS, NULL, error);
}

/* Encoding, separator, header, then each column by its meaning and field name, and
 * the first row.
 */
static char *
tell (const ReaContactsFile *file)
{
  g_autoptr (GString) told = g_string_new (file->encoding);

  g_string_append_printf (told, " %s %s:",
                          file->separator == '\t' ? "tab" : (char[]){ file->separator, 0 },
                          file->has_header ? "header" : "rows");

  for (guint i = 0; i < file->n_columns; i++)
    {
      g_string_append_c (told, i > 0 ? '|' : ' ');
      if (file->meanings[i] == REA_COLUMN_NONE)
        g_string_append (told, "none");
      else if (file->meanings[i] == REA_COLUMN_FIELD)
        g_string_append_printf (told, "field %s", file->names[i]);
      else
        g_string_append (told, rea_column_get_name (file->meanings[i]));
    }

  if (file->rows->len > 0)
    {
      g_autofree char *row = g_strjoinv ("|", g_ptr_array_index (file->rows, 0));

      g_string_append_printf (told, ": %s", row);
    }

  return g_string_free (g_steal_pointer (&told), FALSE);
}

static void
assert_taken (Fixture *fixture, const char *bytes, gssize length, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaContactsFile) file = look_at (fixture, bytes, length, &error);
  g_autofree char *told = NULL;

  g_assert_no_error (error);
  told = tell (file);
  g_assert_cmpstr (told, ==, expected);
}

static void
test_guesses (Fixture *fixture, gconstpointer data)
{
  assert_taken (fixture, "first,last,cell,zip\nAnn,Lee,2025550101,20001\n", -1,
                "UTF-8 , header: first name|last name|phone|field zip: Ann|Lee|2025550101|20001");
  assert_taken (fixture, "\xef\xbb\xbfPhone\tStatus\r\n+12025550101\tmessaged\r\n", -1,
                "UTF-8 tab header: phone|status: +12025550101|messaged");
  assert_taken (fixture, "Tel;Vorname\n2025550101;J\xf6rg\n", -1,
                "WINDOWS-1252 ; header: phone|field Vorname: 2025550101|Jörg");
  assert_taken (fixture, "\xff\xfep\0h\0o\0n\0e\0,\0a\0\n\0\x31\0,\0\xf6\0\n\0", 26,
                "UTF-16LE , header: phone|field a: 1|ö");
  assert_taken (fixture, "a|cell\n1|2\n", -1, "UTF-8 | header: field a|phone: 1|2");
}

/* Where no name says it, the cells do. */
static void
test_phone_by_cells (Fixture *fixture, gconstpointer data)
{
  assert_taken (fixture, "id,name,nummer\n1,Ann,(202) 555-0101\n2,Bo,202.555.0102\n", -1,
                "UTF-8 , header: field id|field name|phone: 1|Ann|(202) 555-0101");
  assert_taken (fixture, "Ann,Lee,202-555-0101\nBo,Lee,202-555-0102\n", -1,
                "UTF-8 , rows: none|none|phone: Ann|Lee|202-555-0101");
  assert_taken (fixture, "2025550101\n2025550102\n", -1, "UTF-8 , rows: phone: 2025550101");
  assert_taken (fixture, "a,b\n1,2\n", -1, "UTF-8 , header: field a|field b: 1|2");
}

/* What stops an import on the command line is left to the person. */
static void
test_clashes (Fixture *fixture, gconstpointer data)
{
  assert_taken (fixture, "first,given name,cell,city,city,\nAnn,B,+12025550101,x,y,\n", -1,
                "UTF-8 , header: first name|field given name|phone|field city|field city 2|none: "
                "Ann|B|+12025550101|x|y|");
  assert_taken (fixture, "phone,cell,mobile\n1,+12025550101,3\n", -1,
                "UTF-8 , header: field phone|phone|field mobile: 1|+12025550101|3");
}

static void
test_own_export (Fixture *fixture, gconstpointer data)
{
  assert_taken (fixture,
                "phone,first name,last name,sender,status,opted out,last message at,time "
                "zone,status\r\n+12025550101,,,,,,,,x\r\n",
                -1,
                "UTF-8 , header: phone|first name|last name|sender|status|opted out|last message "
                "at|time zone|field status: +12025550101||||||||x");
}

static void
assert_refused (Fixture *fixture, const char *bytes, gssize length, const char *pattern)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (look_at (fixture, bytes, length, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_true (g_pattern_match_simple (pattern, error->message));
}

static void
test_no_csv (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_refused (fixture, "", 0, "“in.csv” is empty.");
  assert_refused (fixture, "\n \n", -1, "*is empty*");
  assert_refused (fixture, "Dear all\nSee you on Tuesday\n", -1, "*has one column*");
  assert_refused (fixture, "\x89PNG\r\n\x1a\n\0\0", 10, "*no text at all*");
  assert_refused (fixture, "PK\x03\x04", 4, "*save it as CSV*");
  assert_refused (fixture, "phone,first name,last name,a\0b\n", 31, "*NUL*");

  g_assert_null (rea_contacts_file_look (fixture->folder, NULL, 0, REA_HEADER_GUESS, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  g_assert_true (g_pattern_match_simple ("*is a folder*", error->message));
  g_clear_error (&error);

  g_assert_null (rea_contacts_file_look ("/dev/zero", NULL, 0, REA_HEADER_GUESS, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_null (rea_contacts_file_look ("/nowhere", NULL, 0, REA_HEADER_GUESS, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
}

/* What a person says goes before any guess. */
static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "in.csv");
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaContactsFile) file = NULL;
  g_autoptr (ReaContactsFile) copy = NULL;

  fixture_write (fixture, "in.csv", "phone;first\n2025550101;\xd6\n", -1);
  file = rea_contacts_file_look (path, "WINDOWS-1251", ';', REA_HEADER_NO, NULL, &error);
  g_assert_no_error (error);
  told = tell (file);
  g_assert_cmpstr (told, ==, "WINDOWS-1251 ; rows: phone|none: phone|first");
  g_assert_cmpstr (((GStrv) g_ptr_array_index (file->rows, 1))[1], ==, "Ц");

  rea_contacts_file_choose (file, 1, REA_COLUMN_PHONE);
  copy = rea_contacts_file_copy (file);
  g_free (told);
  told = tell (copy);
  g_assert_cmpstr (told, ==, "WINDOWS-1251 ; rows: field Column 1|phone: phone|first");

  g_assert_true (rea_contacts_file_check (file, &error));
  fixture_write (fixture, "in.csv", "phone\n", -1);
  g_assert_false (rea_contacts_file_check (file, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_CHANGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/contacts-file/guesses", test_guesses);
  FIXTURE_ADD ("/contacts-file/phone-by-cells", test_phone_by_cells);
  FIXTURE_ADD ("/contacts-file/clashes", test_clashes);
  FIXTURE_ADD ("/contacts-file/own-export", test_own_export);
  FIXTURE_ADD ("/contacts-file/no-csv", test_no_csv);
  FIXTURE_ADD ("/contacts-file/chosen", test_chosen);

  return g_test_run ();
}
