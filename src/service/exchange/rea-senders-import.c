/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-columns.h"
#include "rea-csv-reader.h"
#include "rea-exchange-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ReaSession       *session;
  ReaStore         *store;
  gint64            campaign;
  const ReaColumns *columns;
  GHashTable       *emails; /* (element-type utf8): those of the rows before, in lower case */
  ReaImportReport  *report;
} Import;

/* A role that was not given is that of a sender. */
static gboolean
parse_role (const char *text, ReaRole *role)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);

  *role = REA_ROLE_SENDER;

  return *folded == '\0' || rea_role_from_string (folded, role);
}

/* Makes a user of a row; what is bad about it is reported. */
static ReaUser *
read_user (Import *import, const ReaCsvRow *row)
{
  const char      *email = rea_columns_get_cell (import->columns, row, REA_COLUMN_EMAIL);
  const char      *role_text = rea_columns_get_cell (import->columns, row, REA_COLUMN_ROLE);
  ReaRole          role = REA_ROLE_SENDER;
  g_autofree char *problem = NULL;
  ReaUser         *user = NULL;

  if (!rea_email_is_valid (email))
    /* TRANSLATORS: why a row of a CSV file is bad. */
    problem = g_strdup_printf (_ ("“%s” is no e-mail address."), email);
  else if (!parse_role (role_text, &role))
    /* TRANSLATORS: why a row of a CSV file is bad; the roles stand in the file as they are. */
    problem = g_strdup_printf (_ ("“%s” is no role; there are owner, admin, moderator and sender."),
                               role_text);
  else if (!g_hash_table_add (import->emails, g_ascii_strdown (email, -1)))
    /* TRANSLATORS: why a row of a CSV file is bad; %s is an e-mail address. */
    problem = g_strdup_printf (_ ("%s stands in the file twice."), email);

  if (problem != NULL)
    {
      rea_import_report_reject (import->report, row->line, problem);
      return NULL;
    }

  user = rea_user_new (email);
  user->role = role;
  rea_user_set_names (user, rea_columns_get_cell (import->columns, row, REA_COLUMN_FIRST_NAME),
                      rea_columns_get_cell (import->columns, row, REA_COLUMN_LAST_NAME));

  return user;
}

static gboolean
import_row (Import *import, const ReaCsvRow *row, GError **error)
{
  g_autoptr (ReaUser) user = NULL;
  gboolean added = FALSE;

  import->report->rows++;

  if (row->problem != NULL)
    {
      rea_import_report_reject (import->report, row->line, row->problem);
      return TRUE;
    }

  user = read_user (import, row);
  if (user == NULL)
    return TRUE;

  if (!rea_session_take_user (import->session, user, error) ||
      !rea_store_add_sender (import->store, import->campaign, user->id, &added, error))
    return FALSE;

  if (added)
    g_ptr_array_add (import->report->added, g_strdup (user->email));
  import->report->imported++;

  return TRUE;
}

/**
 * rea_session_take_user:
 * @self: a session in a write transaction
 * @user: somebody whom a file names; if there is such a user already, that one
 *   takes their place
 * @error: %REA_ERROR_NOT_PERMITTED for a new user with a role above that of the
 *   acting user
 *
 * Makes sure that somebody is a user. Users who exist stay as they are.
 *
 * Returns: whether @user has an id now
 */
gboolean
rea_session_take_user (ReaSession *self, ReaUser *user, GError **error)
{
  g_autoptr (ReaUser) found = NULL;

  if (!rea_session_look_up_user (self, user->email, &found, error))
    return FALSE;

  if (found != NULL)
    {
      user->id = found->id;
      g_free (user->email);
      user->email = g_steal_pointer (&found->email);
      return TRUE;
    }

  if (user->role > rea_session_get_user (self)->role)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED,
                   /* TRANSLATORS: %s is an e-mail address. */
                   _ ("%s would get a role above your own."), user->email);
      return FALSE;
    }

  return rea_store_insert_user (rea_session_get_store (self), user, error);
}

static gboolean
import_file (Import *import, const char *path, GError **error)
{
  g_autoptr (ReaCsvReader) reader = rea_csv_reader_open (path, NULL, 0, error);
  g_autoptr (ReaColumns) columns = NULL;
  const ReaCsvRow *row = NULL;

  if (reader == NULL)
    return FALSE;

  row = rea_csv_reader_read_header (reader, error);
  if (row == NULL)
    return FALSE;

  columns = rea_columns_new_for_senders (row, error);
  if (columns == NULL)
    return FALSE;

  import->columns = columns;

  while (rea_csv_reader_read_row (reader, &row, error))
    {
      if (row == NULL)
        return TRUE;

      if (!import_row (import, row, error))
        return FALSE;
    }

  return FALSE;
}

/**
 * rea_session_import_senders:
 * @self: a session
 * @campaign: where they will be senders
 * @path: a CSV file
 * @skip_bad: whether to import the good rows of a file that has bad ones
 * @report: (out) (transfer full): who, and which rows not; set also where the
 *   import was refused for bad rows
 * @error: %REA_ERROR_INVALID for what the file says, %REA_ERROR_NOT_PERMITTED,
 *   or what the store fails with
 *
 * Imports a file of senders. Who is no user yet becomes one.
 *
 * Returns: whether it stands
 */
gboolean
rea_session_import_senders (ReaSession       *self,
                            gint64            campaign,
                            const char       *path,
                            gboolean          skip_bad,
                            ReaImportReport **report,
                            GError          **error)
{
  g_autoptr (ReaImportReport) own_report = rea_import_report_new ();
  g_autoptr (GHashTable) emails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (ReaCampaign) entered = NULL;
  Import   import = { .session = self,
                      .store = rea_session_get_store (self),
                      .campaign = campaign,
                      .emails = emails,
                      .report = own_report };
  gboolean done = FALSE;

  g_return_val_if_fail (REA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (path != NULL && report != NULL, FALSE);

  *report = NULL;
  own_report->added = g_ptr_array_new_with_free_func (g_free);

  if (!rea_session_begin (self, REA_STORE_WRITE, NULL, error))
    return FALSE;

  entered = rea_session_enter (self, campaign, REA_VERB_MANAGE_SENDERS, error);
  if (entered != NULL)
    {
      done = import_file (&import, path, error);
      if (done)
        *report = own_report;
      done = rea_import_report_settle (own_report, done, skip_bad, error);
    }

  done = rea_session_end (self, done, error);
  if (!done)
    {
      own_report->imported = 0;
      g_ptr_array_set_size (own_report->added, 0);
    }
  if (*report != NULL)
    g_steal_pointer (&own_report);

  return done;
}
