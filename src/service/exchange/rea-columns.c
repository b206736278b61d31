/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-columns.h"

#include "rea-csv-writer.h"
#include "rea-error.h"

#include <glib/gi18n-lib.h>

#include <string.h>

static gboolean
is_own_export (const ReaColumns *self)
{
  if (self->n < REA_N_CONTACT_COLUMNS)
    return FALSE;

  for (guint i = 0; i < REA_N_CONTACT_COLUMNS; i++)
    {
      g_autofree char *folded = rea_column_fold_name (self->names[i]);
      g_autofree char *expected = rea_column_fold_name (rea_column_get_name (i));

      if (!g_str_equal (folded, expected))
        return FALSE;
    }

  return TRUE;
}

static ReaColumns *
read_names (const ReaCsvRow *header)
{
  ReaColumns *self = g_new0 (ReaColumns, 1);

  self->n = header->n_cells;
  self->meanings = g_new0 (ReaColumn, self->n);
  self->names = g_new0 (char *, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    {
      char *name = rea_csv_strip (header->cells[i]);

      rea_csv_unguard (name);
      self->names[i] = g_strdup (rea_csv_strip (name));
    }

  for (guint i = 0; i < REA_COLUMN_FIELD; i++)
    self->places[i] = -1;

  return self;
}

/* The first number that can be texted is the contact's, else the first at all;
 * the others are fields.
 */
static void
take_phone (ReaColumns *self)
{
  int first = -1;
  int first_mobile = -1;

  for (guint i = 0; i < self->n; i++)
    {
      gboolean is_mobile = FALSE;

      if (rea_column_find (self->names[i], &is_mobile) != REA_COLUMN_PHONE)
        continue;

      if (first < 0)
        first = i;
      if (is_mobile && first_mobile < 0)
        first_mobile = i;
    }

  self->places[REA_COLUMN_PHONE] = first_mobile >= 0 ? first_mobile : first;
}

static gboolean
take_place (ReaColumns *self, guint i, ReaColumn column, GError **error)
{
  if (self->places[column] >= 0 && self->places[column] != (int) i)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                   /* TRANSLATORS: two names of columns of a CSV file, then what both mean. */
                   _ ("The columns “%s” and “%s” both mean “%s”; rename one of them."),
                   self->names[self->places[column]], self->names[i], rea_column_get_name (column));
      return FALSE;
    }

  self->meanings[i] = column;
  self->places[column] = i;
  return TRUE;
}

static gboolean
take_meanings (ReaColumns *self, guint64 wanted, GError **error)
{
  for (guint i = 0; i < self->n; i++)
    {
      gboolean  is_mobile = FALSE;
      ReaColumn column = rea_column_find (self->names[i], &is_mobile);

      if (column == REA_COLUMN_FIELD || (wanted & (1 << column)) == 0 ||
          (column == REA_COLUMN_PHONE && self->places[column] != (int) i))
        {
          self->meanings[i] = REA_COLUMN_FIELD;
          continue;
        }

      if (!take_place (self, i, column, error))
        return FALSE;
    }

  return TRUE;
}

/* What is a field needs a name of its own. Before it is known which columns are
 * fields, all from the first that may be one do.
 */
static gboolean
check_names (const ReaColumns *self, guint first, gboolean chosen, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = first; i < self->n; i++)
    {
      if (chosen && self->meanings[i] != REA_COLUMN_FIELD)
        continue;

      if (*self->names[i] == '\0')
        {
          g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                       /* TRANSLATORS: %u counts the columns of a CSV file from 1. */
                       _ ("Column %u has no name in the header."), i + 1);
          return FALSE;
        }

      if (!g_hash_table_add (names, self->names[i]))
        {
          g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                       /* TRANSLATORS: %s is the name of a column of a CSV file. */
                       _ ("Two columns are called “%s”; rename one of them."), self->names[i]);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * rea_columns_new_for_contacts:
 * @header: the first row of a file of contacts
 * @error: %REA_ERROR_INVALID
 *
 * Says what each column of the file is. A header that begins as our own exports
 * do is one: what stands behind those columns are fields, whatever their names.
 *
 * Returns: (transfer full) (nullable): the columns, of which one is the phone
 */
ReaColumns *
rea_columns_new_for_contacts (const ReaCsvRow *header, GError **error)
{
  g_autoptr (ReaColumns) self = read_names (header);

  if (is_own_export (self))
    {
      for (guint i = 0; i < self->n; i++)
        if (i < REA_N_CONTACT_COLUMNS)
          self->places[i] = self->meanings[i] = i;
        else
          self->meanings[i] = REA_COLUMN_FIELD;

      return check_names (self, REA_N_CONTACT_COLUMNS, FALSE, error) ? g_steal_pointer (&self)
                                                                     : NULL;
    }

  take_phone (self);

  if (self->places[REA_COLUMN_PHONE] < 0)
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID,
                           /* TRANSLATORS: keep “phone” and “cell”, which stand in the file. */
                           _ ("The header names no column for the phone number, such as “phone” "
                              "or “cell”."));
      return NULL;
    }

  if (!check_names (self, 0, FALSE, error) ||
      !take_meanings (self, (1 << REA_N_CONTACT_COLUMNS) - 1, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * rea_columns_new_chosen:
 * @n: how many columns the file has
 * @names: (array length=n): what its fields are called
 * @meanings: (array length=n): what somebody says that each is
 * @error: %REA_ERROR_INVALID
 *
 * Takes a file of contacts as a person says, whatever its header.
 *
 * Returns: (transfer full) (nullable): the columns, of which one is the phone
 */
ReaColumns *
rea_columns_new_chosen (guint              n,
                        const char *const *names,
                        const ReaColumn   *meanings,
                        GError           **error)
{
  g_autoptr (ReaColumns) self = g_new0 (ReaColumns, 1);

  self->n = n;
  self->meanings = g_memdup2 (meanings, n * sizeof *meanings);
  self->names = g_new0 (char *, n + 1);

  for (guint i = 0; i < REA_COLUMN_FIELD; i++)
    self->places[i] = -1;

  for (guint i = 0; i < n; i++)
    {
      self->names[i] = g_strdup (names[i]);
      if (meanings[i] < REA_COLUMN_FIELD && !take_place (self, i, meanings[i], error))
        return NULL;
    }

  if (self->places[REA_COLUMN_PHONE] < 0)
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID,
                           /* TRANSLATORS: in the window in which contacts are imported. */
                           _ ("Choose the column that has the phone numbers."));
      return NULL;
    }

  return check_names (self, 0, TRUE, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * rea_columns_new_for_senders:
 * @header: the first row of a file of senders
 * @error: %REA_ERROR_INVALID
 *
 * Says which columns are e-mail, names and role; a sender has no other.
 *
 * Returns: (transfer full) (nullable): the columns, of which one is the e-mail
 */
ReaColumns *
rea_columns_new_for_senders (const ReaCsvRow *header, GError **error)
{
  g_autoptr (ReaColumns) self = read_names (header);
  guint64 wanted = 1 << REA_COLUMN_EMAIL | 1 << REA_COLUMN_FIRST_NAME | 1 << REA_COLUMN_LAST_NAME |
                   1 << REA_COLUMN_ROLE;

  if (!take_meanings (self, wanted, error))
    return NULL;

  if (self->places[REA_COLUMN_EMAIL] < 0)
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID,
                           /* TRANSLATORS: keep “email”, which stands in the file. */
                           _ ("The header names no column “email”."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
rea_columns_free (ReaColumns *self)
{
  g_free (self->meanings);
  g_strfreev (self->names);
  g_free (self);
}

/**
 * rea_columns_get_cell:
 * @self: the columns of a file
 * @row: a good row of it
 * @column: any meaning but that of a field
 *
 * Returns: (transfer none): what the row says there, without spaces at its ends;
 *   the empty string where the file has no such column
 */
char *
rea_columns_get_cell (const ReaColumns *self, const ReaCsvRow *row, ReaColumn column)
{
  static char nothing[] = "";
  int         place = self->places[column];
  char       *cell = NULL;

  if (place < 0)
    return nothing;

  cell = rea_csv_strip (row->cells[place]);
  rea_csv_unguard (cell);
  return cell;
}
