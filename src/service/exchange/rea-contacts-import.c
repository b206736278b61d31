/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-columns.h"
#include "rea-contacts-check.h"
#include "rea-contact-row.h"
#include "rea-csv-reader.h"
#include "rea-exchange-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ReaSession      *session;
  ReaStore        *store;
  ReaCampaign     *campaign;
  ReaCsvReader    *reader;
  ReaContactRows  *rows;
  gint64           now;
  gboolean         has_opt_outs;
  gint64           n_rows;
  ReaProgress     *progress;
  ReaImportReport *report;
} Import;

static gboolean
import_row (Import *import, const ReaCsvRow *row, GError **error)
{
  g_autofree char *problem = NULL;
  ReaConversation *conversation = NULL;
  gboolean         was_opted_out = FALSE;

  import->report->rows++;

  if (row->problem != NULL)
    {
      rea_import_report_reject (import->report, row->line, row->problem);
      return TRUE;
    }

  conversation = rea_contact_rows_read (import->rows, row, &problem);
  if (conversation == NULL)
    {
      rea_import_report_reject (import->report, row->line, problem);
      return TRUE;
    }

  was_opted_out = (conversation->flags & REA_FLAG_OPTED_OUT) != 0;
  if (!rea_session_apply_opt_out (import->session, import->has_opt_outs, conversation, error) ||
      !rea_store_insert_contact (import->store, conversation, error))
    return FALSE;

  if (conversation->id == 0)
    {
      /* TRANSLATORS: why a row of a CSV file is bad. */
      problem = g_strdup_printf (_ ("The campaign has the phone number %s already."),
                                 conversation->phone);
      rea_import_report_reject (import->report, row->line, problem);
      return TRUE;
    }

  import->report->imported++;

  return !was_opted_out ||
         rea_session_opt_out_phone (import->session, conversation->phone, import->now, error);
}

/* In rows where their number is known, else in bytes. */
static gboolean
step (Import *import, GError **error)
{
  if (import->n_rows > 0)
    return rea_progress_step (import->progress, import->report->rows, import->n_rows, error);

  return rea_progress_step (import->progress, rea_csv_reader_get_done (import->reader),
                            rea_csv_reader_get_total (import->reader), error);
}

static gboolean
import_rows (Import *import, GError **error)
{
  const ReaCsvRow *row = NULL;

  while (rea_csv_reader_read_row (import->reader, &row, error))
    {
      if (row == NULL)
        return TRUE;

      if (!import_row (import, row, error) || !step (import, error))
        return FALSE;
    }

  return FALSE;
}

static gboolean
add_fields (Import *import, const ReaColumns *columns, GError **error)
{
  if (import->report->imported == 0)
    return TRUE;

  for (guint i = 0; i < columns->n; i++)
    if (columns->meanings[i] == REA_COLUMN_FIELD &&
        !rea_store_add_field (import->store, import->campaign->id, columns->names[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
import_columns (Import *import, const ReaColumns *columns, GError **error)
{
  g_autoptr (GPtrArray) senders =
      rea_store_list_senders (import->store, import->campaign->id, import->now, error);
  g_autoptr (ReaContactRows) rows = NULL;

  if (senders == NULL)
    return FALSE;

  rows = rea_contact_rows_new (columns, import->campaign, senders, import->now);
  import->rows = rows;

  return rea_store_has_opt_outs (import->store, &import->has_opt_outs, error) &&
         rea_store_begin_contacts (import->store, import->campaign, error) &&
         import_rows (import, error) && add_fields (import, columns, error) &&
         rea_store_end_contacts (import->store, import->campaign, import->now, error);
}

/* A file that says itself what its columns are. */
static gboolean
import_path (Import *import, const char *path, GError **error)
{
  g_autoptr (ReaCsvReader) reader = rea_csv_reader_open (path, NULL, 0, error);
  g_autoptr (ReaColumns) columns = NULL;
  const ReaCsvRow *header = NULL;

  if (reader == NULL)
    return FALSE;

  header = rea_csv_reader_read_header (reader, error);
  if (header == NULL)
    return FALSE;

  columns = rea_columns_new_for_contacts (header, error);
  import->reader = reader;

  return columns != NULL && import_columns (import, columns, error);
}

/* A file of which a person has said it. */
static gboolean
import_chosen (Import *import, const ReaContactsFile *file, GError **error)
{
  g_autoptr (ReaCsvReader) reader =
      rea_csv_reader_open (file->path, file->encoding, file->separator, error);
  g_autoptr (ReaColumns) columns = NULL;

  if (reader == NULL)
    return FALSE;

  columns = rea_columns_new_chosen (file->n_columns, (const char *const *) file->names,
                                    file->meanings, error);
  import->reader = reader;

  return columns != NULL &&
         rea_csv_reader_pass_header (reader, file->n_columns, file->has_header, error) &&
         import_columns (import, columns, error);
}

/**
 * rea_session_import_contacts:
 * @self: a session
 * @campaign: where they go
 * @path: a CSV file
 * @skip_bad: whether to import the good rows of a file that has bad ones
 * @progress: (nullable): told how far it is, in bytes
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; then nothing was imported
 * @report: (out) (transfer full): how many, and which not; set also where the
 *   import was refused for bad rows
 * @error: %REA_ERROR_INVALID for what the file says, or what the store fails with
 *
 * Imports a file of contacts, whatever its size.
 *
 * Returns: whether it stands
 */
gboolean
rea_session_import_contacts (ReaSession       *self,
                             gint64            campaign,
                             const char       *path,
                             gboolean          skip_bad,
                             ReaProgressFunc   progress,
                             gpointer          user_data,
                             GCancellable     *cancellable,
                             ReaImportReport **report,
                             GError          **error)
{
  g_autoptr (ReaImportReport) own_report = rea_import_report_new ();
  g_autoptr (ReaCampaign) entered = NULL;
  ReaProgress steps = { progress, user_data, cancellable, 0 };
  Import      import = { .session = self,
                         .store = rea_session_get_store (self),
                         .now = rea_session_now (self),
                         .progress = &steps,
                         .report = own_report };
  gboolean    done = FALSE;

  g_return_val_if_fail (REA_IS_SESSION (self), FALSE);
  g_return_val_if_fail (path != NULL && report != NULL, FALSE);

  *report = NULL;

  if (!rea_session_begin (self, REA_STORE_WRITE, cancellable, error))
    return FALSE;

  entered = rea_session_enter (self, campaign, REA_VERB_IMPORT_CONTACTS, error);
  if (entered != NULL)
    {
      import.campaign = entered;
      done = import_path (&import, path, error);
      if (done)
        *report = own_report;
      done = rea_import_report_settle (own_report, done, skip_bad, error);
    }

  done = rea_session_end (self, done, error);
  if (!done)
    own_report->imported = 0;
  if (*report != NULL)
    g_steal_pointer (&own_report);

  return done;
}

static ReaCampaign *
find_place (ReaSession *self, gint64 campaign, const ReaCampaign *values, GError **error)
{
  return values != NULL ? rea_session_insert_campaign (self, values, error)
                        : rea_session_enter (self, campaign, REA_VERB_IMPORT_CONTACTS, error);
}

/**
 * rea_session_import_contacts_file:
 * @self: a session
 * @campaign: where they go
 * @values: (nullable): a campaign that is made for them, instead of @campaign
 * @file: the file, and how it is read
 * @n_rows: how many rows it has, as far as is known; else 0
 * @progress: (nullable): told how many rows are done; how many bytes where @n_rows is 0
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; then nothing was imported, and no campaign made
 * @report: (out) (transfer full): how many, and which not; only set where it stands
 * @error: %REA_ERROR_CHANGED where the file is another one than was looked at,
 *   %REA_ERROR_INVALID, or what the store fails with
 *
 * Imports the good rows of a file that somebody has looked at.
 *
 * Returns: the number of the campaign, or 0
 */
gint64
rea_session_import_contacts_file (ReaSession            *self,
                                  gint64                 campaign,
                                  const ReaCampaign     *values,
                                  const ReaContactsFile *file,
                                  gint64                 n_rows,
                                  ReaProgressFunc        progress,
                                  gpointer               user_data,
                                  GCancellable          *cancellable,
                                  ReaImportReport      **report,
                                  GError               **error)
{
  g_autoptr (ReaImportReport) own_report = rea_import_report_new ();
  g_autoptr (ReaCampaign) place = NULL;
  ReaProgress steps = { progress, user_data, cancellable, 0 };
  Import      import = { .session = self,
                         .store = rea_session_get_store (self),
                         .now = rea_session_now (self),
                         .n_rows = n_rows,
                         .progress = &steps,
                         .report = own_report };
  gboolean    done = FALSE;

  g_return_val_if_fail (REA_IS_SESSION (self), 0);
  g_return_val_if_fail (file != NULL && report != NULL, 0);

  if (!rea_contacts_file_check (file, error) ||
      !rea_session_begin (self, REA_STORE_WRITE, cancellable, error))
    return 0;

  place = find_place (self, campaign, values, error);
  import.campaign = place;
  done = place != NULL && import_chosen (&import, file, error);
  if (!rea_session_end (self, done, error))
    return 0;

  *report = g_steal_pointer (&own_report);
  return place->id;
}
