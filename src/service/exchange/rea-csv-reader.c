/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-csv-reader.h"

#include "rea-csv-dialect.h"
#include "rea-error.h"
#include "rea-input-file.h"

#include <glib/gi18n-lib.h>

#include <csv.h>
#include <inttypes.h>
#include <string.h>

/* Promises:
 *  1. However long the file, a line or a cell is, no more than one line of
 *     REA_CSV_MAX_LINE is held.
 *  2. A row that is bad is named by the line in which it begins, and the rows
 *     behind it are read as if it were not there.
 *  3. Every cell of a good row is UTF-8 without a NUL, and a good row has as
 *     many cells as the header.
 *
 * libcsv takes the cells apart. It is fed line by line, so that we know where a
 * row begins, and it is strict, so that it tells about text behind a closing
 * quote; a quote within a cell that began without one is only text, and is
 * handed to it once more without that strictness.
 */
struct _ReaCsvReader
{
  ReaInputFile     *file;
  struct csv_parser parser;
  char             *encoding;
  char              separator;

  gint64     line;
  gsize      row_length;
  gboolean   row_is_complete;
  gboolean   skips_cell;
  GString   *raw; /* the row as it stands in the file, or NULL if nobody wants it */
  GString   *text;
  GArray    *starts;
  GPtrArray *cells;
  guint      n_columns;
  char      *problem;
  ReaCsvRow  row;
};

static int
is_never_space (unsigned char c)
{
  return FALSE;
}

/**
 * rea_csv_reader_open:
 * @path: a CSV file
 * @encoding: (nullable): what it is written in, as iconv calls it; %NULL for UTF-8
 * @separator: what separates its cells, or 0 to find that from the header
 * @error: %REA_ERROR_NOT_FOUND or %REA_ERROR_IO
 *
 * Opens a file; what it holds is looked at when its header is read.
 *
 * Returns: (transfer full) (nullable): the reader
 */
ReaCsvReader *
rea_csv_reader_open (const char *path, const char *encoding, char separator, GError **error)
{
  g_autoptr (ReaInputFile) file = rea_input_file_open (path, encoding, error);
  ReaCsvReader *self = NULL;

  if (file == NULL)
    return NULL;

  self = g_new0 (ReaCsvReader, 1);
  self->file = g_steal_pointer (&file);
  self->encoding = g_strdup (encoding);
  self->separator = separator;
  self->line = 1;
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->cells = g_ptr_array_new ();

  csv_init (&self->parser, CSV_STRICT);
  csv_set_space_func (&self->parser, is_never_space);

  return self;
}

void
rea_csv_reader_close (ReaCsvReader *self)
{
  csv_free (&self->parser);
  rea_input_file_close (self->file);
  g_free (self->encoding);
  if (self->raw != NULL)
    g_string_free (self->raw, TRUE);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->cells);
  g_free (self->problem);
  g_free (self);
}

/* The first problem of a row is the one that is told. */
static void
take_problem (ReaCsvReader *self, char *problem)
{
  if (self->problem == NULL)
    self->problem = problem;
  else
    g_free (problem);
}

static char *
dup_cell_problem (ReaCsvReader *self, gboolean has_nul)
{
  if (has_nul)
    /* TRANSLATORS: why a row of a CSV file is bad. */
    return g_strdup (_ ("The row contains a NUL byte."));

  if (self->encoding == NULL || g_str_equal (self->encoding, "UTF-8"))
    /* TRANSLATORS: why a row of a CSV file is bad. */
    return g_strdup (_ ("The row is not UTF-8."));

  /* TRANSLATORS: why a row of a CSV file is bad; %s is the name of an encoding of texts. */
  return g_strdup_printf (_ ("The row has a character that is not in %s."), self->encoding);
}

static void
cell_cb (void *cell, size_t length, void *user_data)
{
  ReaCsvReader *self = user_data;
  gsize         start = self->text->len;

  if (!g_utf8_validate_len (cell, length, NULL))
    take_problem (self, dup_cell_problem (self, memchr (cell, '\0', length) != NULL));

  g_array_append_val (self->starts, start);
  g_string_append_len (self->text, cell, length);
  g_string_append_c (self->text, '\0');
}

static void
row_cb (int terminator, void *user_data)
{
  ReaCsvReader *self = user_data;

  self->row_is_complete = TRUE;
}

/* The rest of a cell whose quotes were closed already. */
static gsize
skip_cell (ReaCsvReader *self, const char *data, gsize length)
{
  gsize n = 0;

  while (n < length && data[n] != self->separator && data[n] != '\r' && data[n] != '\n')
    n++;

  self->skips_cell = n == length;
  return n;
}

static void
feed (ReaCsvReader *self, const char *data, gsize length)
{
  gsize done = self->skips_cell ? skip_cell (self, data, length) : 0;

  while (done < length)
    {
      done += csv_parse (&self->parser, data + done, length - done, cell_cb, row_cb, self);
      if (done == length)
        break;

      if (csv_error (&self->parser) != CSV_EPARSE)
        g_error ("libcsv: %s", csv_strerror (csv_error (&self->parser)));

      if (self->parser.quoted)
        {
          /* TRANSLATORS: why a row of a CSV file is bad. */
          take_problem (self, g_strdup (_ ("There is text after a closing quotation mark.")));
          done += skip_cell (self, data + done, length - done);
        }
      else
        {
          csv_set_opts (&self->parser, 0);
          done += csv_parse (&self->parser, data + done, 1, cell_cb, row_cb, self);
          csv_set_opts (&self->parser, CSV_STRICT);
        }
    }
}

/* Looks for the next piece of the file that belongs to one line: all of it with
 * its end, or what the buffer holds of a longer one. At the beginning of a row
 * the buffer is filled first, so that a short line is always seen whole.
 */
static gboolean
peek_piece (ReaCsvReader *self, const char **data, gsize *length, gsize *end, GError **error)
{
  for (;;)
    {
      const char *newline = NULL;
      const char *carriage = NULL;
      gboolean    may_fill = FALSE;

      *data = rea_input_file_peek (self->file, length);
      may_fill = !rea_input_file_is_full (self->file) && !rea_input_file_is_at_end (self->file);
      newline = memchr (*data, '\n', *length);
      carriage = memchr (*data, '\r', newline != NULL ? (gsize) (newline - *data) : *length);

      /* CR LF is one end, and must not be cut in two. */
      if (carriage != NULL && carriage + 1 == *data + *length &&
          !rea_input_file_is_at_end (self->file))
        {
          if (rea_input_file_is_full (self->file))
            {
              *end = 0;
              *length -= 1;
              return TRUE;
            }

          newline = carriage = NULL;
        }
      else if (carriage != NULL && carriage + 1 != newline)
        {
          newline = carriage;
        }

      if (newline != NULL)
        {
          *end = (carriage != NULL && carriage < newline) ? newline - carriage + 1 : 1;
          *length = newline + 1 - *data;
          return TRUE;
        }

      if (!may_fill)
        {
          *end = 0;
          return TRUE;
        }

      if (!rea_input_file_fill (self->file, error))
        return FALSE;
    }
}

static void
begin_row (ReaCsvReader *self)
{
  self->row.line = self->line;
  self->row_length = 0;
  self->row_is_complete = FALSE;
  if (self->raw != NULL)
    g_string_truncate (self->raw, 0);
  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  g_clear_pointer (&self->problem, g_free);
}

static void
end_row (ReaCsvReader *self)
{
  guint n_cells = self->starts->len;

  if (self->n_columns != 0 && n_cells != self->n_columns)
    /* TRANSLATORS: why a row of a CSV file is bad; the second number is that of the columns. */
    take_problem (self,
                  g_strdup_printf (ngettext ("The row has %u cell, the header has %u.",
                                             "The row has %u cells, the header has %u.", n_cells),
                                   n_cells, self->n_columns));

  g_ptr_array_set_size (self->cells, n_cells);
  for (guint i = 0; i < n_cells; i++)
    self->cells->pdata[i] = self->text->str + g_array_index (self->starts, gsize, i);

  self->row.n_cells = n_cells;
  self->row.cells = (char **) self->cells->pdata;
  self->row.problem = self->problem;
}

/**
 * rea_csv_reader_read_row:
 * @self: a reader whose header was read
 * @row: (out) (nullable) (transfer none): the next row, or %NULL behind the last
 * @error: %REA_ERROR_INVALID for a line that is too long, or %REA_ERROR_IO
 *
 * Blank lines are passed over.
 *
 * Returns: %FALSE if the file cannot be read on
 */
gboolean
rea_csv_reader_read_row (ReaCsvReader *self, const ReaCsvRow **row, GError **error)
{
  begin_row (self);

  while (!self->row_is_complete)
    {
      const char *data = NULL;
      gsize       length = 0;
      gsize       end = 0;

      if (!peek_piece (self, &data, &length, &end, error))
        return FALSE;

      if (self->row_length == 0 && (end > 0 || rea_input_file_is_at_end (self->file)) &&
          rea_csv_is_blank (data, length, self->separator))
        {
          if (length == 0)
            {
              *row = NULL;
              return TRUE;
            }

          rea_input_file_skip (self->file, length);
          self->line += end > 0;
          self->row.line = self->line;
          continue;
        }

      self->row_length += length;
      if (self->row_length - end > REA_CSV_MAX_LINE)
        {
          g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                       /* TRANSLATORS: stops the import of a CSV file; %s is a line number. */
                       _ ("Line %" PRId64 " is longer than 1 MiB."), self->row.line);
          return FALSE;
        }

      if (length > 0)
        {
          feed (self, data, length);
          if (self->raw != NULL)
            g_string_append_len (self->raw, data, length);
          rea_input_file_skip (self->file, length);
          self->line += end > 0;
        }
      else
        {
          /* The file ends without an end of line, or within quotes. */
          feed (self, "\n", 1);
          if (!self->row_is_complete)
            {
              /* TRANSLATORS: why a row of a CSV file is bad. */
              take_problem (self, g_strdup (_ ("A quotation mark is opened and never closed.")));
              csv_fini (&self->parser, NULL, NULL, NULL);
              self->row_is_complete = TRUE;
            }
        }
    }

  end_row (self);
  *row = &self->row;
  return TRUE;
}

/* Looks at the beginning of the file: which signature it bears and what
 * separates its cells.
 */
static gboolean
find_dialect (ReaCsvReader *self, GError **error)
{
  const char *data = NULL;
  gsize       length = 0;

  while (!rea_input_file_is_full (self->file) && !rea_input_file_is_at_end (self->file))
    if (!rea_input_file_fill (self->file, error))
      return FALSE;

  data = rea_input_file_peek (self->file, &length);

  if (self->encoding == NULL && length >= 2 &&
      (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                   /* TRANSLATORS: about a CSV file; %s is its path. */
                   _ ("“%s” is UTF-16; save it as UTF-8."), rea_input_file_get_path (self->file));
      return FALSE;
    }

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    rea_input_file_skip (self->file, 3);

  data = rea_input_file_peek (self->file, &length);
  if (self->separator == 0)
    self->separator = rea_csv_find_separator (data, length, ",;\t");
  csv_set_delim (&self->parser, self->separator);
  return TRUE;
}

/**
 * rea_csv_reader_read_header:
 * @self: a reader of which nothing was read yet
 * @error: %REA_ERROR_INVALID for a file that is no CSV, or %REA_ERROR_IO
 *
 * Reads the first row. Every other has to have as many cells.
 *
 * Returns: (transfer none) (nullable): the header, which is no bad row
 */
const ReaCsvRow *
rea_csv_reader_read_header (ReaCsvReader *self, GError **error)
{
  const ReaCsvRow *row = NULL;

  g_return_val_if_fail (self->n_columns == 0, NULL);

  if (!find_dialect (self, error) || !rea_csv_reader_read_row (self, &row, error))
    return NULL;

  if (row == NULL)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                   /* TRANSLATORS: about a CSV file; %s is its path. */
                   _ ("“%s” is empty; its first line has to name the columns."),
                   rea_input_file_get_path (self->file));
      return NULL;
    }

  if (row->problem != NULL)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                   /* TRANSLATORS: a path, a line number, and a sentence about that line. */
                   _ ("“%s” is no CSV file. Line %" PRId64 ": %s"),
                   rea_input_file_get_path (self->file), row->line, row->problem);
      return NULL;
    }

  self->n_columns = row->n_cells;
  return row;
}

/**
 * rea_csv_reader_pass_header:
 * @self: a reader of which nothing was read yet
 * @n_columns: how many cells each row has to have
 * @has_header: whether the first row names the columns
 * @error: %REA_ERROR_IO
 *
 * Begins a file whose columns are known already, and passes over their names.
 *
 * Returns: %FALSE if that failed
 */
gboolean
rea_csv_reader_pass_header (ReaCsvReader *self,
                            guint         n_columns,
                            gboolean      has_header,
                            GError      **error)
{
  const ReaCsvRow *row = NULL;

  g_return_val_if_fail (self->n_columns == 0, FALSE);

  if (!find_dialect (self, error) || (has_header && !rea_csv_reader_read_row (self, &row, error)))
    return FALSE;

  self->n_columns = n_columns;
  return TRUE;
}

/**
 * rea_csv_reader_keep_raw:
 * @self: a reader of which nothing was read yet
 *
 * Has each row kept as it stands in the file, for rea_csv_reader_get_raw().
 */
void
rea_csv_reader_keep_raw (ReaCsvReader *self)
{
  g_return_if_fail (self->raw == NULL);

  self->raw = g_string_new (NULL);
}

/**
 * rea_csv_reader_get_raw:
 * @self: a reader that keeps them
 *
 * Returns: (transfer none): the last row with its end of line, in UTF-8 as far as
 *   it is any text
 */
const GString *
rea_csv_reader_get_raw (ReaCsvReader *self)
{
  return self->raw;
}

/**
 * rea_csv_reader_get_done:
 * @self: a reader
 *
 * Returns: how many bytes of the file have been read
 */
gint64
rea_csv_reader_get_done (ReaCsvReader *self)
{
  return rea_input_file_get_done (self->file);
}

/**
 * rea_csv_reader_get_total:
 * @self: a reader
 *
 * Returns: how many bytes the file has; 0 where that is not known
 */
gint64
rea_csv_reader_get_total (ReaCsvReader *self)
{
  return rea_input_file_get_total (self->file);
}
