/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import of a file would do, found out without writing anything and without
 * holding what others wait for: the file is read with no transaction open, and only
 * the phones of a thousand rows at a time are looked up in one.
 */
#include "rea-contacts-check.h"

#include "rea-columns.h"
#include "rea-contact-row.h"
#include "rea-csv-reader.h"
#include "rea-exchange-private.h"
#include "rea-output-file.h"
#include "rea-phone-lines.h"
#include "rea-phone.h"

#include <glib/gi18n-lib.h>

#include <inttypes.h>
#include <string.h>

/* So many rows are looked up at a time. */
#define MAX_PENDING 1000

/* So much of a row is shown. */
#define MAX_SHOWN 200

/* Spreadsheets take a file without it for one in an old encoding. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* A row that was read; @reason is NULL as long as nothing speaks against it. */
typedef struct
{
  gint64   line;
  ReaFault fault;
  char    *reason;
  char    *phone;
  gboolean opted_out;
  char    *raw;
  gsize    raw_length;
} Pending;

typedef struct
{
  ReaSession       *session;
  ReaStore         *store;
  ReaCampaign      *campaign;
  GPtrArray        *senders;
  gboolean          has_opt_outs;
  const ReaColumns *columns;
  ReaCsvReader     *reader;
  ReaContactRows   *rows;
  ReaPhoneLines    *phones;
  GArray           *pending;
  ReaOutputFile    *output;
  GCancellable     *cancellable;
  ReaContactsCheck *report;
} Check;

static void
faulty_row_free (gpointer data)
{
  ReaFaultyRow *row = data;

  g_free (row->reason);
  g_free (row->text);
  g_free (row);
}

static ReaContactsCheck *
contacts_check_new (void)
{
  ReaContactsCheck *self = g_new0 (ReaContactsCheck, 1);

  self->faulty = g_ptr_array_new_with_free_func (faulty_row_free);
  return self;
}

void
rea_contacts_check_free (ReaContactsCheck *self)
{
  g_ptr_array_unref (self->faulty);
  g_free (self);
}

static void
clear_pending (gpointer data)
{
  Pending *pending = data;

  g_free (pending->reason);
  g_free (pending->phone);
  g_free (pending->raw);
}

/* The row on one line, whatever is in it. */
static char *
dup_shown (const Pending *pending)
{
  g_autofree char *valid = NULL;
  char            *end;

  valid = g_utf8_make_valid (pending->raw, MIN (pending->raw_length, 4 * MAX_SHOWN));
  end = valid + strlen (valid);
  while (end > valid && (end[-1] == '\n' || end[-1] == '\r'))
    *--end = '\0';
  g_strdelimit (valid, "\r\n\t", ' ');

  if (g_utf8_strlen (valid, -1) > MAX_SHOWN)
    {
      g_autofree char *cut = g_utf8_substring (valid, 0, MAX_SHOWN);

      return g_strconcat (cut, "…", NULL);
    }

  return g_steal_pointer (&valid);
}

static gboolean
write_row (Check *self, const Pending *pending, GError **error)
{
  GString *buffer = NULL;

  if (self->output == NULL)
    return TRUE;

  buffer = rea_output_file_get_buffer (self->output);
  g_string_append_len (buffer, pending->raw, pending->raw_length);
  if (pending->raw_length == 0 || strchr ("\r\n", pending->raw[pending->raw_length - 1]) == NULL)
    g_string_append (buffer, "\r\n");

  return rea_output_file_flush (self->output, error);
}

static gboolean
reject (Check *self, const Pending *pending, GError **error)
{
  ReaContactsCheck *report = self->report;

  report->n_faulty++;
  report->n[pending->fault]++;

  if (report->faulty->len < REA_MAX_REJECTED)
    {
      ReaFaultyRow *row = g_new0 (ReaFaultyRow, 1);

      row->line = pending->line;
      row->reason = g_strdup (pending->reason);
      row->text = dup_shown (pending);
      g_ptr_array_add (report->faulty, row);
    }

  return write_row (self, pending, error);
}

static gboolean
look_up (Check *self, Pending *pending, GError **error)
{
  gint64   id = 0;
  gboolean opted_out = pending->opted_out;

  if (pending->reason != NULL)
    return TRUE;

  if (self->campaign->total > 0 &&
      !rea_store_find_conversation (self->store, self->campaign->id, pending->phone, &id, error))
    return FALSE;

  if (id != 0)
    {
      pending->fault = REA_FAULT_PRESENT;
      /* TRANSLATORS: why a row of a CSV file is bad. */
      pending->reason =
          g_strdup_printf (_ ("The campaign has the phone number %s already."), pending->phone);
      return TRUE;
    }

  if (!opted_out && self->has_opt_outs &&
      !rea_store_is_opted_out (self->store, pending->phone, &opted_out, error))
    return FALSE;

  self->report->n_opted_out += opted_out;
  self->report->n_good++;
  return TRUE;
}

static gboolean
look_up_all (Check *self, GError **error)
{
  for (guint i = 0; i < self->pending->len; i++)
    if (!look_up (self, &g_array_index (self->pending, Pending, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
settle (Check *self, GError **error)
{
  if (self->pending->len == 0)
    return TRUE;

  if (!rea_session_begin (self->session, REA_STORE_READ, self->cancellable, error) ||
      !rea_session_end (self->session, look_up_all (self, error), error))
    return FALSE;

  for (guint i = 0; i < self->pending->len; i++)
    {
      const Pending *pending = &g_array_index (self->pending, Pending, i);

      if (pending->reason != NULL && !reject (self, pending, error))
        return FALSE;
    }

  g_array_set_size (self->pending, 0);
  return TRUE;
}

static ReaFault
find_fault (Check *self, const ReaCsvRow *row)
{
  const char      *text = rea_columns_get_cell (self->columns, row, REA_COLUMN_PHONE);
  g_autofree char *phone = rea_phone_parse (text, self->campaign->country);

  if (*text == '\0')
    return REA_FAULT_NO_PHONE;

  return phone == NULL ? REA_FAULT_BAD_PHONE : REA_FAULT_OTHER;
}

/* Reads a row as the import does. */
static void
read_row (Check *self, const ReaCsvRow *row, Pending *pending)
{
  const ReaConversation *conversation = NULL;
  gint64                 first = 0;

  pending->fault = REA_FAULT_OTHER;

  if (row->problem != NULL)
    {
      pending->reason = g_strdup (row->problem);
      return;
    }

  conversation = rea_contact_rows_read (self->rows, row, &pending->reason);
  if (conversation == NULL)
    {
      pending->fault = find_fault (self, row);
      return;
    }

  first = rea_phone_lines_add (self->phones, conversation->phone, row->line);
  if (first != 0)
    {
      pending->fault = REA_FAULT_TWICE;
      pending->reason =
          /* TRANSLATORS: why a row of a CSV file is bad; %s is a line number. */
          g_strdup_printf (_ ("The phone number is the same as in line %" PRId64 "."), first);
      return;
    }

  pending->phone = g_strdup (conversation->phone);
  pending->opted_out = (conversation->flags & REA_FLAG_OPTED_OUT) != 0;
}

static gboolean
check_row (Check *self, const ReaCsvRow *row, GError **error)
{
  Pending        pending = { .line = row->line };
  const GString *raw = NULL;

  self->report->n_rows++;
  read_row (self, row, &pending);

  /* What only the campaign could speak against is done where it is empty. */
  if (pending.reason == NULL && self->campaign->total == 0 && !self->has_opt_outs)
    {
      self->report->n_good++;
      self->report->n_opted_out += pending.opted_out;
      clear_pending (&pending);
      return TRUE;
    }

  raw = rea_csv_reader_get_raw (self->reader);
  pending.raw = g_memdup2 (raw->str, raw->len + 1);
  pending.raw_length = raw->len;
  g_array_append_val (self->pending, pending);

  return self->pending->len < MAX_PENDING || settle (self, error);
}

static gboolean
check_rows (Check *self, ReaProgress *progress, GError **error)
{
  const ReaCsvRow *row = NULL;

  while (rea_csv_reader_read_row (self->reader, &row, error))
    {
      if (row == NULL)
        return settle (self, error);

      if (!check_row (self, row, error) ||
          !rea_progress_step (progress, rea_csv_reader_get_done (self->reader),
                              rea_csv_reader_get_total (self->reader), error))
        return FALSE;
    }

  return FALSE;
}

static gboolean
check_file (Check *self, const ReaContactsFile *file, ReaProgress *progress, GError **error)
{
  g_autoptr (ReaCsvReader) reader =
      rea_csv_reader_open (file->path, file->encoding, file->separator, error);
  g_autoptr (ReaColumns) columns = NULL;
  g_autoptr (ReaContactRows) rows = NULL;
  g_autoptr (ReaPhoneLines) phones = rea_phone_lines_new ();
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (Pending));

  g_array_set_clear_func (pending, clear_pending);
  if (reader == NULL)
    return FALSE;

  rea_csv_reader_keep_raw (reader);
  columns = rea_columns_new_chosen (file->n_columns, (const char *const *) file->names,
                                    file->meanings, error);
  if (columns == NULL ||
      !rea_csv_reader_pass_header (reader, file->n_columns, file->has_header, error))
    return FALSE;

  if (self->output != NULL)
    {
      g_string_append (rea_output_file_get_buffer (self->output), BYTE_ORDER_MARK);
      if (file->has_header)
        g_string_append (rea_output_file_get_buffer (self->output),
                         rea_csv_reader_get_raw (reader)->str);
    }

  rows = rea_contact_rows_new (columns, self->campaign, self->senders,
                               rea_session_now (self->session));
  self->columns = columns;
  self->reader = reader;
  self->rows = rows;
  self->phones = phones;
  self->pending = pending;

  return check_rows (self, progress, error);
}

/* What an import has to know beforehand. */
static gboolean
enter (Check *self, gint64 campaign, const ReaCampaign *values, GError **error)
{
  if (values != NULL)
    {
      self->campaign = rea_campaign_copy (values);
      self->senders = g_ptr_array_new ();
      if (!rea_role_check (rea_session_get_user (self->session)->role, REA_VERB_MANAGE_CAMPAIGN,
                           error))
        return FALSE;
    }
  else
    {
      self->campaign = rea_session_enter (self->session, campaign, REA_VERB_IMPORT_CONTACTS, error);
      if (self->campaign == NULL)
        return FALSE;

      self->senders =
          rea_store_list_senders (self->store, campaign, rea_session_now (self->session), error);
    }

  return self->senders != NULL && rea_store_has_opt_outs (self->store, &self->has_opt_outs, error);
}

/**
 * rea_session_check_contacts_file:
 * @self: a session
 * @campaign: where they would go
 * @values: (nullable): a campaign that would be made for them, instead of @campaign
 * @file: the file, and how it is read
 * @faulty_path: (nullable): where to write the rows that would be rejected, as a CSV
 *   file that can be corrected and imported
 * @progress: (nullable): told how many bytes are read
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: %REA_ERROR_CHANGED where the file is another one than was looked at,
 *   %REA_ERROR_INVALID, %REA_ERROR_NOT_PERMITTED, %REA_ERROR_WRONG_STATE,
 *   %REA_ERROR_IO
 *
 * Says what rea_session_import_contacts_file() would do, and changes nothing.
 *
 * Returns: (transfer full) (nullable): what it would do
 */
ReaContactsCheck *
rea_session_check_contacts_file (ReaSession            *self,
                                 gint64                 campaign,
                                 const ReaCampaign     *values,
                                 const ReaContactsFile *file,
                                 const char            *faulty_path,
                                 ReaProgressFunc        progress,
                                 gpointer               user_data,
                                 GCancellable          *cancellable,
                                 GError               **error)
{
  g_autoptr (ReaContactsCheck) report = contacts_check_new ();
  g_autoptr (ReaOutputFile) output = NULL;
  ReaProgress steps = { progress, user_data, cancellable, 0 };
  Check       check = { .session = self,
                        .store = rea_session_get_store (self),
                        .cancellable = cancellable,
                        .report = report };
  gboolean    done = FALSE;

  g_return_val_if_fail (REA_IS_SESSION (self), NULL);
  g_return_val_if_fail (file != NULL, NULL);

  if (!rea_contacts_file_check (file, error))
    return NULL;

  if (faulty_path != NULL)
    {
      output = rea_output_file_open (faulty_path, error);
      if (output == NULL)
        return NULL;
      check.output = output;
    }

  if (!rea_session_begin (self, REA_STORE_READ, cancellable, error))
    return NULL;

  done = enter (&check, campaign, values, error);
  done = rea_session_end (self, done, error) && check_file (&check, file, &steps, error) &&
         (output == NULL || rea_output_file_commit (output, error));

  g_clear_pointer (&check.campaign, rea_campaign_free);
  g_clear_pointer (&check.senders, g_ptr_array_unref);

  return done ? g_steal_pointer (&report) : NULL;
}
