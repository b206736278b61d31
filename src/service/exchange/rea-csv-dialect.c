/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-csv-dialect.h"

#include "rea-error.h"
#include "rea-input-file.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* What somebody may take for a CSV file, by how it begins. */
static const struct
{
  const char *signature;
  gboolean    is_spreadsheet;
} other_files[] = {
  { "PK\x03\x04", TRUE },       /* .xlsx and .ods, and any ZIP archive */
  { "\xd0\xcf\x11\xe0", TRUE }, /* .xls */
  { "%PDF-", FALSE },           { "\x89PNG", FALSE },
  { "\xff\xd8\xff", FALSE },    { "GIF8", FALSE },
  { "\x1f\x8b", FALSE },        { "SQLite format 3", FALSE },
};

/* What the bytes of a file say about its encoding, counted a piece at a time. */
typedef struct
{
  gint64 n;
  gint64 n_nul[2]; /* at even places, and at odd ones */
  gint64 n_good;   /* characters that take several bytes in UTF-8 */
  gint64 n_bad;    /* bytes that are no UTF-8 */
} Census;

/**
 * rea_csv_is_blank:
 * @data: (array length=length): a line
 * @length: how long it is
 * @separator: what separates its cells
 *
 * Returns: whether there is nothing in it
 */
gboolean
rea_csv_is_blank (const char *data, gsize length, char separator)
{
  for (gsize i = 0; i < length; i++)
    if (data[i] == separator || !g_ascii_isspace (data[i]))
      return FALSE;

  return TRUE;
}

/**
 * rea_csv_find_separator:
 * @data: (array length=length): how a file begins
 * @length: how much of it there is
 * @separators: those that may be
 *
 * Looks at the header, quotes aside.
 *
 * Returns: what separates its cells; the first where no other is there more often
 */
char
rea_csv_find_separator (const char *data, gsize length, const char *separators)
{
  gsize    counts[8] = { 0 };
  gsize    n_separators = strlen (separators);
  gboolean quoted = FALSE;
  guint    best = 0;

  g_return_val_if_fail (n_separators <= G_N_ELEMENTS (counts), separators[0]);

  for (gsize i = 0; i < length; i++)
    {
      if (data[i] == '"')
        quoted = !quoted;
      else if (!quoted && (data[i] == '\n' || data[i] == '\r') && !rea_csv_is_blank (data, i, '\0'))
        break;

      for (guint k = 0; k < n_separators; k++)
        counts[k] += !quoted && data[i] == separators[k];
    }

  for (guint k = 1; k < n_separators; k++)
    if (counts[k] > counts[best])
      best = k;

  return separators[best];
}

/* Counts all but a character that the piece may have cut in two; returns how much
 * was counted.
 */
static gsize
count (Census *census, const char *data, gsize length, gboolean at_end)
{
  const char *p = data;
  const char *end = data + length;

  while (p < end)
    {
      gunichar c;

      if ((guchar) *p < 0x80)
        {
          census->n_nul[(census->n + (p - data)) % 2] += *p == '\0';
          p++;
          continue;
        }

      c = g_utf8_get_char_validated (p, end - p);
      if (c == (gunichar) -2 && !at_end)
        break;

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          census->n_bad++;
          p++;
          continue;
        }

      census->n_good++;
      p = g_utf8_next_char (p);
    }

  census->n += p - data;
  return p - data;
}

static gboolean
refuse (const char *path, gboolean is_spreadsheet, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);

  g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
               is_spreadsheet
                   /* TRANSLATORS: %s is the name of a file. */
                   ? _ ("“%s” is no CSV file. If it is a spreadsheet, save it as CSV and import "
                        "that.")
                   /* TRANSLATORS: %s is the name of a file. */
                   : _ ("“%s” is no CSV file: it is no text at all."),
               shown);
  return FALSE;
}

static gboolean
check_signature (const char *path, const char *data, gsize length, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (other_files); i++)
    {
      gsize n = strlen (other_files[i].signature);

      if (length >= n && memcmp (data, other_files[i].signature, n) == 0)
        return refuse (path, other_files[i].is_spreadsheet, error);
    }

  return TRUE;
}

static const char *
find_mark (const char *data, gsize length)
{
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return "UTF-8";
  if (length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    return "UTF-16LE";
  if (length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    return "UTF-16BE";

  return NULL;
}

/* Text in Latin letters has a NUL in nearly every second place of UTF-16. A stray
 * byte does not make a file that is full of UTF-8 anything else; where nothing is
 * UTF-8 it comes from an old spreadsheet.
 */
static const char *
judge (const Census *census)
{
  gint64 quarter = census->n / 4;
  gint64 n_nul = census->n_nul[0] + census->n_nul[1];

  if (census->n_nul[1] > quarter && census->n_nul[0] < quarter / 8 + 1)
    return "UTF-16LE";
  if (census->n_nul[0] > quarter && census->n_nul[1] < quarter / 8 + 1)
    return "UTF-16BE";
  if (n_nul > census->n / 16 || (n_nul > 0 && census->n_bad > census->n_good))
    return NULL;

  return census->n_bad > census->n_good ? "WINDOWS-1252" : "UTF-8";
}

/**
 * rea_csv_find_encoding:
 * @path: a file
 * @encoding: (out) (transfer none): what it seems to be written in, as iconv
 *   calls it
 * @cancellable: (nullable): stops it
 * @error: %REA_ERROR_INVALID for a file that is no text, or what kept it from
 *   being read
 *
 * Looks through all of the file: what tells encodings apart may come late.
 *
 * Returns: whether it is a text
 */
gboolean
rea_csv_find_encoding (const char   *path,
                       const char  **encoding,
                       GCancellable *cancellable,
                       GError      **error)
{
  g_autoptr (ReaInputFile) file = rea_input_file_open (path, NULL, error);
  Census      census = { 0 };
  const char *data = NULL;
  gsize       length = 0;

  if (file == NULL)
    return FALSE;

  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !rea_input_file_fill (file, error))
        return FALSE;

      data = rea_input_file_peek (file, &length);
      if (census.n == 0)
        {
          if (!check_signature (path, data, length, error))
            return FALSE;

          *encoding = find_mark (data, length);
          if (*encoding != NULL)
            return TRUE;
        }

      rea_input_file_skip (file, count (&census, data, length, rea_input_file_is_at_end (file)));
    }
  while (!rea_input_file_is_at_end (file));

  *encoding = judge (&census);
  return *encoding != NULL || refuse (path, FALSE, error);
}
