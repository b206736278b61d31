/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-columns.h"
#include "rea-csv-writer.h"
#include "rea-exchange-private.h"
#include "rea-output-file.h"
#include "rea-time.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

typedef struct
{
  ReaOutputFile *file;
  GPtrArray     *fields;
  JsonParser    *parser;
  gint64         n;
} Export;

static void
append_stripped (GString *row, const char *text)
{
  g_autofree char *copy = g_strdup (text);

  rea_csv_append_cell (row, rea_csv_strip (copy));
}

static void
append_time (GString *row, gint64 time)
{
  g_autofree char *text = rea_time_format (time);

  rea_csv_append_cell (row, text != NULL ? text : "");
}

static gboolean
append_fields (Export *export, GString *row, const ReaConversation *conversation, GError **error)
{
  JsonObject *fields = NULL;

  if (conversation->fields != NULL)
    {
      if (!json_parser_load_from_data (export->parser, conversation->fields, -1, NULL) ||
          !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (export->parser)))
        {
          g_set_error (error, REA_ERROR, REA_ERROR_CORRUPT,
                       /* TRANSLATORS: %s is the phone number of a contact. */
                       _ ("The fields of %s cannot be read; check the database."),
                       conversation->phone);
          return FALSE;
        }

      fields = json_node_get_object (json_parser_get_root (export->parser));
    }

  for (guint i = 0; i < export->fields->len; i++)
    {
      const char *name = g_ptr_array_index (export->fields, i);

      rea_csv_append_cell (row, fields != NULL
                                    ? json_object_get_string_member_with_default (fields, name, "")
                                    : "");
    }

  return TRUE;
}

static gboolean
export_conversation (ReaConversation *conversation, gpointer user_data, GError **error)
{
  Export *export = user_data;
  GString *row = rea_output_file_get_buffer (export->file);

  rea_csv_append_cell (row, conversation->phone);
  append_stripped (row, conversation->first_name);
  append_stripped (row, conversation->last_name);
  rea_csv_append_cell (row, conversation->holder_email != NULL ? conversation->holder_email : "");
  rea_csv_append_cell (row, rea_status_to_string (conversation->status));
  rea_csv_append_cell (row, conversation->flags & REA_FLAG_OPTED_OUT ? "true" : "false");
  append_time (row, conversation->last_message_at);
  rea_csv_append_cell (row, conversation->time_zone != NULL ? conversation->time_zone : "");

  if (!append_fields (export, row, conversation, error))
    return FALSE;

  rea_csv_end_row (row);
  export->n++;

  return rea_output_file_flush (export->file, error);
}

static void
append_header (Export *export)
{
  GString *row = rea_output_file_get_buffer (export->file);

  for (ReaColumn column = 0; column < REA_N_CONTACT_COLUMNS; column++)
    rea_csv_append_cell (row, rea_column_get_name (column));
  for (guint i = 0; i < export->fields->len; i++)
    rea_csv_append_cell (row, g_ptr_array_index (export->fields, i));

  rea_csv_end_row (row);
}

static gint64
export_file (ReaSession        *self,
             const ReaCampaign *campaign,
             const char        *path,
             ReaProgress       *progress,
             GError           **error)
{
  g_autoptr (ReaOutputFile) file = rea_output_file_open (path, error);
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonParser) parser = json_parser_new ();
  Export export = { file, fields, parser, 0 };

  if (file == NULL ||
      !rea_store_list_field_names (rea_session_get_store (self), campaign, fields, error))
    return -1;

  append_header (&export);

  if (!rea_session_for_each_conversation (self, campaign, progress, export_conversation, &export,
                                          error) ||
      !rea_output_file_commit (file, error))
    return -1;

  return export.n;
}

/**
 * rea_session_export_contacts:
 * @self: a session
 * @campaign: whose contacts
 * @path: (nullable): where to, or %NULL for the standard output
 * @progress: (nullable): told how many rows are written
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; then no file was written
 * @error: %REA_ERROR_IO, or what the store fails with
 *
 * Writes the contacts that the acting user may see as CSV, which an import takes
 * back.
 *
 * Returns: how many rows were written, or -1
 */
gint64
rea_session_export_contacts (ReaSession     *self,
                             gint64          campaign,
                             const char     *path,
                             ReaProgressFunc progress,
                             gpointer        user_data,
                             GCancellable   *cancellable,
                             GError        **error)
{
  g_autoptr (ReaCampaign) entered = NULL;
  ReaProgress steps = { progress, user_data, cancellable, 0 };
  gint64      n = -1;

  g_return_val_if_fail (REA_IS_SESSION (self), -1);

  if (!rea_session_begin (self, REA_STORE_READ, cancellable, error))
    return -1;

  entered = rea_session_enter (self, campaign, REA_VERB_SEE_CONVERSATIONS, error);
  if (entered != NULL)
    n = export_file (self, entered, path, &steps, error);

  return rea_session_end (self, n >= 0, error) ? n : -1;
}
