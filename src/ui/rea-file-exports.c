/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written to files: the contacts of a campaign, or all of it. */
#include "rea-file-actions-private.h"

#include "rea-file-chooser.h"
#include "rea-file-work.h"
#include "rea-import-text.h"

#include <glib/gi18n-lib.h>

static gpointer
contacts_job (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const ReaFileJob *job = data;
  gint64            n = rea_session_export_contacts (session, job->campaign, job->path,
                                                     rea_progress_share_tell, job->share, cancellable, error);

  return n >= 0 ? g_memdup2 (&n, sizeof n) : NULL;
}

static gpointer
campaign_job (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const ReaFileJob *job = data;
  gint64            n = rea_session_export_campaign (session, job->campaign, job->path,
                                                     rea_progress_share_tell, job->share, cancellable, error);

  return n >= 0 ? g_memdup2 (&n, sizeof n) : NULL;
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaFileWork) work = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *n = rea_service_call_finish (REA_SERVICE (source), result, &error);
  g_autofree char   *text = NULL;
  ReaFileActions    *self = rea_file_work_get_owner (work);

  rea_file_work_end (work);

  if (n != NULL)
    {
      text = rea_import_text_exported (*n, rea_file_work_get_path (work));
      rea_file_actions_say (self, text);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* TRANSLATORS: after an export that somebody stopped. */
      rea_file_actions_say (self, _ ("Stopped: no file was written."));
    }
  else
    {
      /* TRANSLATORS: above the reason. */
      rea_file_actions_refuse (self, _ ("No File Was Written"), error->message);
    }
}

static void
start_export (ReaFileActions  *self,
              GtkNativeDialog *chooser,
              int              response,
              const char      *text,
              ReaCall          call)
{
  g_autofree char *path = rea_file_chooser_take (chooser, response);
  ReaFileWork     *work;

  if (path == NULL || self->window == NULL || self->service == NULL || self->campaign == 0)
    return;

  work = rea_file_work_begin (G_OBJECT (self), self->window, path, text, TRUE);
  rea_service_call_aside_async (self->service, call, rea_file_job_new (work, self->campaign),
                                rea_file_job_free, g_free, rea_file_work_get_cancellable (work),
                                exported_cb, work);
}

static void
contacts_place_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (ReaFileActions) self = user_data;

  /* TRANSLATORS: beside a progress bar. */
  start_export (self, chooser, response, _ ("Exporting the contacts"), contacts_job);
}

static void
campaign_place_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (ReaFileActions) self = user_data;

  /* TRANSLATORS: beside a progress bar. */
  start_export (self, chooser, response, _ ("Exporting the campaign"), campaign_job);
}

/* A title may hold what a name of a file may not. */
static char *
dup_export_name (ReaFileActions *self, const char *extension)
{
  const char      *title = gtk_window_get_title (self->window);
  g_autofree char *base =
      g_strdelimit (g_strdup (title != NULL ? title : ""), "/\\:*?\"<>|\n", '-');

  return g_strconcat (base, extension, NULL);
}

static void
export_contacts_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaFileActions  *self = user_data;
  g_autofree char *name = dup_export_name (self, ".csv");

  /* TRANSLATORS: title of a file chooser. */
  rea_file_chooser_save (self->window, _ ("Export Contacts"), name, contacts_place_cb,
                         g_object_ref (self));
}

static void
content_read_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (ReaFileActions) self = user_data;
  g_autofree char *name = NULL;

  if (g_strcmp0 (response, "export") != 0 || self->window == NULL)
    return;

  name = dup_export_name (self, ".jsonl");
  /* TRANSLATORS: title of a file chooser. */
  rea_file_chooser_save (self->window, _ ("Export Campaign"), name, campaign_place_cb,
                         g_object_ref (self));
}

/* Such a file names people and what they wrote: said before it is written. */
static void
export_campaign_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaFileActions   *self = user_data;
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      self->window,
      /* TRANSLATORS: title of a question. */
      _ ("Export the Whole Campaign?"),
      /* TRANSLATORS: what a file will contain. */
      _ ("The file contains every contact with phone number and fields, every message that was "
         "sent and received, the survey answers, and the names and e-mail addresses of the "
         "senders. Keep it where only those who need it can read it.")));

  adw_message_dialog_add_responses (dialog,
                                    /* TRANSLATORS: leaves a question. */
                                    "cancel", _ ("_Cancel"),
                                    /* TRANSLATORS: goes on to choose a file. */
                                    "export", _ ("_Export…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "export", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (content_read_cb), g_object_ref (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * rea_file_actions_add_exports:
 * @self: the actions of a window
 *
 * Adds the actions that write files.
 */
void
rea_file_actions_add_exports (ReaFileActions *self)
{
  const GActionEntry entries[] = {
    { "export-contacts", export_contacts_action, NULL, NULL, NULL, { 0 } },
    { "export-campaign", export_campaign_action, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (self->campaign_actions, entries, G_N_ELEMENTS (entries), self);
}
