/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-csv-dialect.h"
#include "rea-error.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
write_file (const char *bytes, gsize length)
{
  g_autofree char *path = NULL;
  int              fd = g_file_open_tmp ("rea-dialect-XXXXXX.csv", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  return g_steal_pointer (&path);
}

static void
assert_encoding (const char *bytes, gsize length, const char *expected)
{
  g_autofree char *path = write_file (bytes, length);
  g_autoptr (GError) error = NULL;
  const char *encoding = NULL;

  if (expected != NULL)
    {
      g_assert_true (rea_csv_find_encoding (path, &encoding, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (encoding, ==, expected);
    }
  else
    {
      g_assert_false (rea_csv_find_encoding (path, &encoding, NULL, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
    }

  g_unlink (path);
}

#define ASSERT_ENCODING(bytes, expected) assert_encoding (bytes, sizeof bytes - 1, expected)

static void
test_encodings (void)
{
  ASSERT_ENCODING ("", "UTF-8");
  ASSERT_ENCODING ("phone,first\n+12025550101,Ann\n", "UTF-8");
  ASSERT_ENCODING ("\xef\xbb\xbfphone\n", "UTF-8");
  ASSERT_ENCODING ("phone,first\n1,Zo\xc3\xab\n", "UTF-8");
  ASSERT_ENCODING ("phone,first\n1,Zo\xeb\n", "WINDOWS-1252");
  ASSERT_ENCODING ("phone,first\n1,Zo\xc3\xab\n2,\xc3\x89ve\n3,Ir\xe9ne\n", "UTF-8");
  ASSERT_ENCODING ("phone,first\n1,Zo\xc3", "WINDOWS-1252");
  ASSERT_ENCODING ("\xff\xfep\0h\0\n\0", "UTF-16LE");
  ASSERT_ENCODING ("\xfe\xff\0p\0h\0\n", "UTF-16BE");
  ASSERT_ENCODING ("p\0h\0o\0n\0e\0\n\0", "UTF-16LE");
  ASSERT_ENCODING ("\0p\0h\0o\0n\0e\0\n", "UTF-16BE");
}

/* What tells encodings apart may come behind the first buffer, and be cut in two. */
static void
test_late (void)
{
  for (guint n = 64 * 1024 - 3; n < 64 * 1024 + 3; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < n)
        g_string_append_c (text, 'a');
      g_string_append (text, "\xf0\x9f\x98\x80");
      assert_encoding (text->str, text->len, "UTF-8");
      g_string_truncate (text, n);
      g_string_append (text, "\xe9nd");
      assert_encoding (text->str, text->len, "WINDOWS-1252");
    }
}

static void
test_no_text (void)
{
  ASSERT_ENCODING ("PK\x03\x04 and so on", NULL);
  ASSERT_ENCODING ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", NULL);
  ASSERT_ENCODING ("%PDF-1.7\n", NULL);
  ASSERT_ENCODING ("\xff\xd8\xff\xe0\0\x10JFIF", NULL);
  ASSERT_ENCODING ("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", NULL);
  ASSERT_ENCODING ("\x01\xc8\0\xf9\x80\0\x9f\0\xc1\xff\xd0", NULL);
}

static void
test_separators (void)
{
  const struct
  {
    const char *text;
    char        expected;
  } cases[] = {
    { "", ',' },
    { "phone\n", ',' },
    { "a;b;c,d\n", ';' },
    { "\n \na\tb\n1,2,3\n", '\t' },
    { "\"a,b,c\";d\n", ';' },
    { "a|b|c\n", '|' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (rea_csv_find_separator (cases[i].text, strlen (cases[i].text), ",;\t|"), ==,
                     cases[i].expected);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = write_file ("phone\n", 6);
  const char      *encoding = NULL;

  g_assert_false (rea_csv_find_encoding ("/nowhere/at.csv", &encoding, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_false (rea_csv_find_encoding (path, &encoding, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-dialect/encodings", test_encodings);
  g_test_add_func ("/csv-dialect/late", test_late);
  g_test_add_func ("/csv-dialect/no-text", test_no_text);
  g_test_add_func ("/csv-dialect/separators", test_separators);
  g_test_add_func ("/csv-dialect/missing", test_missing);

  return g_test_run ();
}
