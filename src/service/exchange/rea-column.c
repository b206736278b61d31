/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-column.h"

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

/**
 * rea_column_fold_name:
 * @name: what somebody calls a column, or a status
 *
 * Returns: (transfer full): the same without case, spaces and underscores
 */
char *
rea_column_fold_name (const char *name)
{
  char *folded = g_utf8_casefold (name, -1);
  char *end = folded;

  for (const char *p = folded; *p != '\0'; p++)
    if (!g_ascii_isspace (*p) && *p != '_')
      *end++ = *p;
  *end = '\0';

  return folded;
}

/**
 * rea_column_find:
 * @name: what a file calls a column
 * @is_mobile: (out): whether that is a phone that can be texted
 *
 * Returns: what such a column is taken for
 */
ReaColumn
rea_column_find (const char *name, gboolean *is_mobile)
{
  g_autofree char *folded = rea_column_fold_name (name);

  for (guint i = 0; i < G_N_ELEMENTS (known_names); i++)
    if (g_str_equal (known_names[i].name, folded))
      {
        *is_mobile = known_names[i].is_mobile;
        return known_names[i].column;
      }

  *is_mobile = FALSE;
  return REA_COLUMN_FIELD;
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

  folded = rea_column_fold_name (text);
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
