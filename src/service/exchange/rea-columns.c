/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-columns.h"

#include "rea-csv-writer.h"
#include "rea-error.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* What columns are called: by us, and by those whose files come to us. Folded:
 * without case, spaces and underscores.
 */
static const struct
{
  const char *name;
  ReaColumn   column;
  gboolean    is_mobile;
} known_names[] = {
  { "phone", REA_COLUMN_PHONE, FALSE },
  { "phonenumber", REA_COLUMN_PHONE, FALSE },
  { "telephone", REA_COLUMN_PHONE, FALSE },
  { "cell", REA_COLUMN_PHONE, TRUE },
  { "cellphone", REA_COLUMN_PHONE, TRUE },
  { "mobile", REA_COLUMN_PHONE, TRUE },
  { "mobilephone", REA_COLUMN_PHONE, TRUE },
  { "contact[cell]", REA_COLUMN_PHONE, TRUE },
  { "firstname", REA_COLUMN_FIRST_NAME, FALSE },
  { "first", REA_COLUMN_FIRST_NAME, FALSE },
  { "givenname", REA_COLUMN_FIRST_NAME, FALSE },
  { "contact[firstname]", REA_COLUMN_FIRST_NAME, FALSE },
  { "lastname", REA_COLUMN_LAST_NAME, FALSE },
  { "last", REA_COLUMN_LAST_NAME, FALSE },
  { "surname", REA_COLUMN_LAST_NAME, FALSE },
  { "familyname", REA_COLUMN_LAST_NAME, FALSE },
  { "contact[lastname]", REA_COLUMN_LAST_NAME, FALSE },
  { "sender", REA_COLUMN_SENDER, FALSE },
  { "assignedto", REA_COLUMN_SENDER, FALSE },
  { "assignee", REA_COLUMN_SENDER, FALSE },
  { "assignedtexter[email]", REA_COLUMN_SENDER, FALSE },
  { "status", REA_COLUMN_STATUS, FALSE },
  { "optedout", REA_COLUMN_OPTED_OUT, FALSE },
  { "optout", REA_COLUMN_OPTED_OUT, FALSE },
  { "contact[optout]", REA_COLUMN_OPTED_OUT, FALSE },
  { "lastmessageat", REA_COLUMN_LAST_MESSAGE_AT, FALSE },
  { "timezone", REA_COLUMN_TIME_ZONE, FALSE },
  { "email", REA_COLUMN_EMAIL, FALSE },
  { "role", REA_COLUMN_ROLE, FALSE },
};

static const char *const column_names[] = {
  [REA_COLUMN_PHONE] = "phone",
  [REA_COLUMN_FIRST_NAME] = "first name",
  [REA_COLUMN_LAST_NAME] = "last name",
  [REA_COLUMN_SENDER] = "sender",
  [REA_COLUMN_STATUS] = "status",
  [REA_COLUMN_OPTED_OUT] = "opted out",
  [REA_COLUMN_LAST_MESSAGE_AT] = "last message at",
  [REA_COLUMN_TIME_ZONE] = "time zone",
  [REA_COLUMN_EMAIL] = "email",
  [REA_COLUMN_ROLE] = "role",
};

static char *
fold (const char *text)
{
  char *folded = g_utf8_casefold (text, -1);
  char *end = folded;

  for (const char *p = folded; *p != '\0'; p++)
    if (!g_ascii_isspace (*p) && *p != '_')
      *end++ = *p;
  *end = '\0';

  return folded;
}

static ReaColumn
find_meaning (const char *name, gboolean *is_mobile)
{
  g_autofree char *folded = fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (known_names); i++)
    if (g_str_equal (known_names[i].name, folded))
      {
        *is_mobile = known_names[i].is_mobile;
        return known_names[i].column;
      }

  *is_mobile = FALSE;
  return REA_COLUMN_FIELD;
}

static gboolean
is_own_export (const ReaColumns *self)
{
  if (self->n < REA_N_CONTACT_COLUMNS)
    return FALSE;

  for (guint i = 0; i < REA_N_CONTACT_COLUMNS; i++)
    {
      g_autofree char *folded = fold (self->names[i]);
      g_autofree char *expected = fold (column_names[i]);

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

      if (find_meaning (self->names[i], &is_mobile) != REA_COLUMN_PHONE)
        continue;

      if (first < 0)
        first = i;
      if (is_mobile && first_mobile < 0)
        first_mobile = i;
    }

  self->places[REA_COLUMN_PHONE] = first_mobile >= 0 ? first_mobile : first;
}

static gboolean
take_meanings (ReaColumns *self, guint64 wanted, GError **error)
{
  for (guint i = 0; i < self->n; i++)
    {
      gboolean  is_mobile = FALSE;
      ReaColumn column = find_meaning (self->names[i], &is_mobile);

      if (column == REA_COLUMN_FIELD || (wanted & (1 << column)) == 0 ||
          (column == REA_COLUMN_PHONE && self->places[column] != (int) i))
        {
          self->meanings[i] = REA_COLUMN_FIELD;
          continue;
        }

      if (column != REA_COLUMN_PHONE && self->places[column] >= 0)
        {
          g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                       /* TRANSLATORS: two names of columns of a CSV file, then what both mean. */
                       _ ("The columns “%s” and “%s” both mean “%s”; rename one of them."),
                       self->names[self->places[column]], self->names[i], column_names[column]);
          return FALSE;
        }

      self->meanings[i] = column;
      self->places[column] = i;
    }

  return TRUE;
}

static gboolean
check_fields (const ReaColumns *self, guint first, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = first; i < self->n; i++)
    {
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

      return check_fields (self, REA_N_CONTACT_COLUMNS, error) ? g_steal_pointer (&self) : NULL;
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

  if (!check_fields (self, 0, error) ||
      !take_meanings (self, (1 << REA_N_CONTACT_COLUMNS) - 1, error))
    return NULL;

  return g_steal_pointer (&self);
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

/**
 * rea_column_get_name:
 * @column: any meaning but that of a field
 *
 * Returns: what an export calls it; never translated
 */
const char *
rea_column_get_name (ReaColumn column)
{
  g_return_val_if_fail (column < REA_COLUMN_FIELD, NULL);

  return column_names[column];
}

/**
 * rea_column_parse_status:
 * @text: what a file says
 * @status: (out): one of the five; nothing means not started
 *
 * Returns: whether @text is a status, by our names or by Spoke's
 */
gboolean
rea_column_parse_status (const char *text, ReaStatus *status)
{
  static const struct
  {
    const char *name;
    ReaStatus   status;
  } names[] = {
    { "", REA_STATUS_NOT_STARTED },
    { "notstarted", REA_STATUS_NOT_STARTED },
    { "needsmessage", REA_STATUS_NOT_STARTED },
    { "messaged", REA_STATUS_MESSAGED },
    { "needsreply", REA_STATUS_NEEDS_REPLY },
    { "needsresponse", REA_STATUS_NEEDS_REPLY },
    { "replied", REA_STATUS_REPLIED },
    { "convo", REA_STATUS_REPLIED },
    { "closed", REA_STATUS_CLOSED },
  };
  g_autofree char *folded = NULL;

  if (*text == '\0')
    {
      *status = REA_STATUS_NOT_STARTED;
      return TRUE;
    }

  if (rea_status_from_string (text, status))
    return TRUE;

  folded = fold (text);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, folded))
      {
        *status = names[i].status;
        return TRUE;
      }

  return FALSE;
}

/**
 * rea_column_parse_flag:
 * @text: what a file says
 * @flag: (out): whether that is yes; nothing means no
 *
 * Returns: whether @text is a yes or a no
 */
gboolean
rea_column_parse_flag (const char *text, gboolean *flag)
{
  static const char *const yes[] = { "true", "yes", "1" };
  static const char *const no[] = { "", "false", "no", "0" };

  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    if (g_ascii_strcasecmp (no[i], text) == 0)
      {
        *flag = FALSE;
        return TRUE;
      }

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    if (g_ascii_strcasecmp (yes[i], text) == 0)
      {
        *flag = TRUE;
        return TRUE;
      }

  return FALSE;
}
