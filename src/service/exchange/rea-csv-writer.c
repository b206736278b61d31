/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-csv-writer.h"

#include "rea-phone.h"

#include <string.h>

/* A spreadsheet takes a cell that begins with one of these for a formula, and
 * some of them with a quote.
 */
static gboolean
is_dangerous (char c)
{
  return c != '\0' && strchr ("=+-@'\t\r", c) != NULL;
}

/**
 * rea_csv_append_cell:
 * @row: a row so far
 * @text: the cell
 *
 * Appends a cell and the comma behind it. What a spreadsheet would run gets a `'`
 * in front; a phone number begins with + and stays as it is.
 */
void
rea_csv_append_cell (GString *row, const char *text)
{
  gsize length = strlen (text);
  /* The end of a cell may be trimmed by other programs, and other separators
   * make them, and our own reader, guess wrong: such cells are quoted too.
   */
  gboolean quoted = strpbrk (text, ",;\t\"\r\n") != NULL || text[0] == ' ' ||
                    (length > 0 && text[length - 1] == ' ');

  if (quoted)
    g_string_append_c (row, '"');
  if (is_dangerous (text[0]) && !rea_phone_is_e164 (text))
    g_string_append_c (row, '\'');

  if (quoted)
    for (const char *p = text; *p != '\0'; p++)
      {
        if (*p == '"')
          g_string_append_c (row, '"');
        g_string_append_c (row, *p);
      }
  else
    g_string_append_len (row, text, length);

  g_string_append (row, quoted ? "\"," : ",");
}

/**
 * rea_csv_end_row:
 * @row: a row with at least one cell
 *
 * Ends the row.
 */
void
rea_csv_end_row (GString *row)
{
  g_string_truncate (row, row->len - 1);
  g_string_append (row, "\r\n");
}

/**
 * rea_csv_strip:
 * @cell: a cell, changed in place
 *
 * Returns: where it begins without the spaces at its ends
 */
char *
rea_csv_strip (char *cell)
{
  gsize length = 0;

  while (g_ascii_isspace (*cell))
    cell++;

  length = strlen (cell);
  while (length > 0 && g_ascii_isspace (cell[length - 1]))
    length--;
  cell[length] = '\0';

  return cell;
}

/**
 * rea_csv_unguard:
 * @cell: a cell, changed in place
 *
 * Takes off the `'` that stands before what a spreadsheet would run.
 */
void
rea_csv_unguard (char *cell)
{
  if (cell[0] == '\'' && is_dangerous (cell[1]))
    memmove (cell, cell + 1, strlen (cell));
}
