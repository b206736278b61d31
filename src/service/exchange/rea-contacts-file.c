/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-contacts-file.h"

#include "rea-columns.h"
#include "rea-csv-dialect.h"
#include "rea-csv-reader.h"
#include "rea-csv-writer.h"
#include "rea-error.h"
#include "rea-input-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include <errno.h>
#include <string.h>

/* What can stand between the cells of a file. */
#define SEPARATORS ",;\t|"

/* A telephone number has no fewer digits where nobody dials within a town. */
#define PHONE_DIGITS 7

static char *
dup_shown_name (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_filename_display_name (name);
}

static gboolean
read_status (const char *path, gint64 *size, gint64 *modified, GError **error)
{
  g_autofree char *name = dup_shown_name (path);
  GStatBuf         status;

  if (g_stat (path, &status) < 0)
    {
      int saved_errno = errno;

      if (saved_errno == ENOENT)
        /* TRANSLATORS: %s is the name of a file. */
        g_set_error (error, REA_ERROR, REA_ERROR_NOT_FOUND, _ ("There is no file “%s”."), name);
      else
        /* TRANSLATORS: the first %s is the name of a file, the second the system's reason. */
        g_set_error (error, REA_ERROR, REA_ERROR_IO, _ ("“%s” cannot be read: %s."), name,
                     g_strerror (saved_errno));
      return FALSE;
    }

  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                   S_ISDIR (status.st_mode)
                       /* TRANSLATORS: %s is the name of a folder. */
                       ? _ ("“%s” is a folder; choose the CSV file in it.")
                       /* TRANSLATORS: %s is the name of a file. */
                       : _ ("“%s” is no ordinary file."),
                   name);
      return FALSE;
    }

  *size = status.st_size;
  *modified = status.st_mtim.tv_sec * G_USEC_PER_SEC + status.st_mtim.tv_nsec / 1000;
  return TRUE;
}

static gboolean
looks_like_phone (const char *text)
{
  guint n_digits = 0;

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      n_digits++;
    else if (strchr ("+-.()/ '\xc2\xa0", *p) == NULL)
      return FALSE;

  return n_digits >= PHONE_DIGITS && n_digits <= 15;
}

static GStrv
dup_cells (const ReaCsvRow *row)
{
  GStrv cells = g_new0 (char *, row->n_cells + 1);

  for (guint i = 0; i < row->n_cells; i++)
    {
      char *cell = g_strdup (row->cells[i]);

      rea_csv_unguard (cell);
      cells[i] = cell;
    }

  return cells;
}

/* The separator that the beginning of the file shows, as text. */
static gboolean
find_separator (ReaContactsFile *self, GError **error)
{
  g_autoptr (ReaInputFile) file = rea_input_file_open (self->path, self->encoding, error);
  const char *data = NULL;
  gsize       length = 0;

  if (file == NULL)
    return FALSE;

  while (!rea_input_file_is_full (file) && !rea_input_file_is_at_end (file))
    if (!rea_input_file_fill (file, error))
      return FALSE;

  data = rea_input_file_peek (file, &length);
  self->separator = rea_csv_find_separator (data, length, SEPARATORS);
  return TRUE;
}

/* Reads the first row, whatever it is, and the good ones of those that follow. */
static gboolean
read_rows (ReaContactsFile *self, GError **error)
{
  g_autoptr (ReaCsvReader) reader =
      rea_csv_reader_open (self->path, self->encoding, self->separator, error);
  g_autofree char *name = dup_shown_name (self->path);
  g_autoptr (GError) reason = NULL;
  const ReaCsvRow *row = NULL;

  if (reader == NULL)
    return FALSE;

  row = rea_csv_reader_read_header (reader, &reason);
  if (row == NULL)
    {
      if (g_error_matches (reason, REA_ERROR, REA_ERROR_INVALID) && self->size == 0)
        /* TRANSLATORS: %s is the name of a file. */
        g_set_error (error, REA_ERROR, REA_ERROR_INVALID, _ ("“%s” is empty."), name);
      else
        g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  self->n_columns = row->n_cells;
  g_ptr_array_add (self->rows, dup_cells (row));

  for (guint i = 0; i < 10 * REA_FIRST_ROWS && self->rows->len <= REA_FIRST_ROWS; i++)
    {
      if (!rea_csv_reader_read_row (reader, &row, NULL) || row == NULL)
        break;
      if (row->problem == NULL)
        g_ptr_array_add (self->rows, dup_cells (row));
    }

  return TRUE;
}

/* A row of names has no telephone number. */
static gboolean
guess_header (const ReaContactsFile *self)
{
  const GStrv first = g_ptr_array_index (self->rows, 0);

  for (guint i = 0; i < self->n_columns; i++)
    if (looks_like_phone (first[i]))
      return FALSE;

  return TRUE;
}

static guint
count_phones (const ReaContactsFile *self, guint column)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += looks_like_phone (((const GStrv) g_ptr_array_index (self->rows, i))[column]);

  return n;
}

/* Where no name says which column is the phone, the cells do. */
static void
guess_phone (ReaContactsFile *self)
{
  guint best = 0;

  for (guint i = 1; i < self->n_columns; i++)
    if (count_phones (self, i) > count_phones (self, best))
      best = i;

  if (count_phones (self, best) > 0)
    self->meanings[best] = REA_COLUMN_PHONE;
}

static gboolean
has_meaning (const ReaContactsFile *self, ReaColumn meaning)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->meanings[i] == meaning)
      return TRUE;

  return FALSE;
}

static gboolean
has_field (const ReaContactsFile *self, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (self->meanings[i] >= REA_COLUMN_FIELD && g_str_equal (self->names[i], name))
      return TRUE;

  return FALSE;
}

/* Fields have a name each: a second one of a name, or one without, gets another. */
static char *
dup_field_name (const ReaContactsFile *self, guint column, const char *name)
{
  g_autofree char *base = NULL;
  guint            n = 2;

  /* TRANSLATORS: what a column of a CSV file is called that has no name; %u counts from 1. */
  base = *name != '\0' ? g_strdup (name) : g_strdup_printf (_ ("Column %u"), column + 1);

  if (self->meanings[column] < REA_COLUMN_FIELD || !has_field (self, column, base))
    return g_steal_pointer (&base);

  for (;; n++)
    {
      g_autofree char *other = g_strdup_printf ("%s %u", base, n);

      if (!has_field (self, column, other))
        return g_steal_pointer (&other);
    }
}

/* As an import on the command line takes them; what would stop that is left to the
 * person in front of it: the second of a kind is a field, and what has no name at
 * all is not imported unless somebody says so.
 */
static void
guess_meanings (ReaContactsFile *self)
{
  const GStrv first = g_ptr_array_index (self->rows, 0);
  ReaCsvRow   header = { 1, self->n_columns, first, NULL };
  g_autoptr (ReaColumns) known =
      self->has_header ? rea_columns_new_for_contacts (&header, NULL) : NULL;

  self->names = g_new0 (char *, self->n_columns + 1);
  self->meanings = g_new0 (ReaColumn, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *copy = g_strdup (self->has_header ? first[i] : "");
      const char      *name = rea_csv_strip (copy);
      gboolean         is_mobile = FALSE;
      ReaColumn        found = rea_column_find (name, &is_mobile);

      self->meanings[i] = REA_COLUMN_FIELD;
      if (known != NULL)
        self->meanings[i] = known->meanings[i];
      else if (*name == '\0')
        self->meanings[i] = REA_COLUMN_NONE;
      else if (found < REA_N_CONTACT_COLUMNS && !has_meaning (self, found))
        self->meanings[i] = found;

      self->names[i] = dup_field_name (self, i, name);
    }

  if (!has_meaning (self, REA_COLUMN_PHONE))
    guess_phone (self);
}

/* One column is a list of contacts only if it has their phones. */
static gboolean
check_columns (const ReaContactsFile *self, GError **error)
{
  g_autofree char *name = NULL;

  if (self->n_columns > 1 || has_meaning (self, REA_COLUMN_PHONE))
    return TRUE;

  name = dup_shown_name (self->path);
  g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
               /* TRANSLATORS: %s is the name of a file. */
               _ ("“%s” has one column, and no phone numbers in it. Choose a CSV file of "
                  "contacts."),
               name);
  return FALSE;
}

/**
 * rea_contacts_file_look:
 * @path: a file
 * @encoding: (nullable): what it is written in; %NULL to guess that
 * @separator: what separates its cells, or 0 to guess that
 * @header: whether its first row names the columns
 * @cancellable: (nullable): stops it
 * @error: %REA_ERROR_INVALID for what is no file of contacts, or what kept it from
 *   being read
 *
 * Looks at a file somebody may want to import: how it is written, what its columns
 * mean, and its first rows.
 *
 * Returns: (transfer full) (nullable): what was found
 */
ReaContactsFile *
rea_contacts_file_look (const char   *path,
                        const char   *encoding,
                        char          separator,
                        ReaHeader     header,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autoptr (ReaContactsFile) self = NULL;
  gboolean is_first = encoding == NULL && separator == 0;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (ReaContactsFile, 1);
  self->path = g_strdup (path);
  self->separator = separator;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  if (!read_status (path, &self->size, &self->modified, error) ||
      (encoding == NULL && !rea_csv_find_encoding (path, &encoding, cancellable, error)))
    return NULL;

  self->encoding = g_strdup (encoding);
  if ((separator == 0 && !find_separator (self, error)) || !read_rows (self, error))
    return NULL;

  self->has_header = header == REA_HEADER_GUESS ? guess_header (self) : header == REA_HEADER_YES;
  guess_meanings (self);

  /* Who chose another separator sees what comes of it. */
  if (is_first && !check_columns (self, error))
    return NULL;

  if (self->has_header)
    g_ptr_array_remove_index (self->rows, 0);
  else if (self->rows->len > REA_FIRST_ROWS)
    g_ptr_array_set_size (self->rows, REA_FIRST_ROWS);

  return g_steal_pointer (&self);
}

static gpointer
copy_row (gconstpointer row, gpointer data)
{
  return g_strdupv ((GStrv) row);
}

/**
 * rea_contacts_file_copy:
 * @self: a file
 *
 * Returns: (transfer full): the same
 */
ReaContactsFile *
rea_contacts_file_copy (const ReaContactsFile *self)
{
  ReaContactsFile *copy = g_memdup2 (self, sizeof *self);

  copy->path = g_strdup (self->path);
  copy->encoding = g_strdup (self->encoding);
  copy->names = g_strdupv (self->names);
  copy->meanings = g_memdup2 (self->meanings, self->n_columns * sizeof *self->meanings);
  copy->rows = g_ptr_array_copy (self->rows, (GCopyFunc) copy_row, NULL);

  return copy;
}

void
rea_contacts_file_free (ReaContactsFile *self)
{
  g_free (self->path);
  g_free (self->encoding);
  g_strfreev (self->names);
  g_free (self->meanings);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * rea_contacts_file_choose:
 * @self: a file
 * @column: one of its columns, from 0
 * @meaning: what it is
 *
 * Says what a column is. What another one was taken for it no longer is: it becomes
 * a field.
 */
void
rea_contacts_file_choose (ReaContactsFile *self, guint column, ReaColumn meaning)
{
  g_return_if_fail (column < self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    if (meaning < REA_COLUMN_FIELD && self->meanings[i] == meaning)
      self->meanings[i] = REA_COLUMN_FIELD;

  self->meanings[column] = meaning;
}

/**
 * rea_contacts_file_check:
 * @self: a file
 * @error: %REA_ERROR_CHANGED
 *
 * Whether the file is the one that was looked at.
 *
 * Returns: whether it is
 */
gboolean
rea_contacts_file_check (const ReaContactsFile *self, GError **error)
{
  g_autofree char *name = dup_shown_name (self->path);
  gint64           size = 0;
  gint64           modified = 0;

  if (!read_status (self->path, &size, &modified, error))
    return FALSE;

  if (size == self->size && modified == self->modified)
    return TRUE;

  g_set_error (error, REA_ERROR, REA_ERROR_CHANGED,
               /* TRANSLATORS: %s is the name of a file. */
               _ ("“%s” has changed since it was looked at; choose it once more."), name);
  return FALSE;
}
