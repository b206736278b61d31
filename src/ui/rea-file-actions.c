/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-file-actions.h"

#include "rea-import-dialog.h"
#include "rea-import-form.h"
#include "rea-import-job.h"
#include "rea-import-text.h"
#include "rea-progress-dialog.h"

#include <glib/gi18n-lib.h>

struct _ReaFileActions
{
  GObject parent_instance;

  GtkWindow  *window; /* not a reference: the window owns this */
  GActionMap *campaign_actions;
  ReaService *service;
  gint64      campaign;
  gboolean    is_ready;
  char       *pending;    /* to be imported as soon as it is known which campaign is shown */
  gboolean    may_create; /* there is no database yet, and it can be made */
  gboolean    waits;      /* an import was asked for before there was one */
};

enum
{
  NEEDS_DATABASE,
  SHOW_CAMPAIGN,
  SAY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaFileActions, rea_file_actions, G_TYPE_OBJECT)

/* What long work on a file is about. */
typedef struct
{
  ReaFileActions    *self;
  ReaProgressDialog *progress;
  char              *path;
} Work;

/* What the thread that works is given. */
typedef struct
{
  gint64            campaign;
  gboolean          whole;
  char             *path;
  ReaProgressShare *share;
} Job;

static void
work_free (Work *work)
{
  g_object_unref (work->self);
  g_free (work->path);
  g_free (work);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  rea_progress_share_unref (job->share);
  g_free (job);
}

static void
refuse (ReaFileActions *self, const char *heading, const char *reason)
{
  GtkWidget *dialog;

  if (self->window == NULL)
    return;

  dialog = adw_message_dialog_new (self->window, heading, reason);
  /* TRANSLATORS: closes a message. */
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
refuse_import (ReaFileActions *self, const char *reason)
{
  /* TRANSLATORS: above the reason. */
  refuse (self, _ ("Nothing Was Imported"), reason);
}

static gboolean
may (ReaFileActions *self, ReaVerb verb, GError **error)
{
  return self->service != NULL &&
         rea_role_check (rea_service_get_user (self->service)->role, verb, error);
}

static void
set_enabled (GActionMap *map, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, name)), enabled);
}

static void
update_actions (ReaFileActions *self)
{
  GActionMap *map = G_ACTION_MAP (self->window);
  gboolean    may_export = self->campaign != 0 && may (self, REA_VERB_SEE_CONVERSATIONS, NULL);

  set_enabled (map, "import",
               self->service != NULL ? may (self, REA_VERB_IMPORT_CONTACTS, NULL)
                                     : self->may_create);
  set_enabled (map, "import-campaign", may (self, REA_VERB_MANAGE_CAMPAIGN, NULL));
  set_enabled (self->campaign_actions, "export-contacts", may_export);
  set_enabled (self->campaign_actions, "export-campaign", may_export);
}

static void
imported_cb (ReaImportDialog *dialog, gint64 campaign, const char *text, gpointer user_data)
{
  ReaFileActions *self = user_data;

  if (campaign != self->campaign)
    g_signal_emit (self, signals[SHOW_CAMPAIGN], 0, campaign);
  g_signal_emit (self, signals[SAY], 0, text);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaFileActions) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaContactsFile) file = rea_import_look_finish (result, &error);
  GtkWidget *dialog;

  if (self->window == NULL || self->service == NULL)
    return;

  if (file == NULL)
    {
      refuse_import (self, error->message);
      return;
    }

  dialog = rea_import_dialog_new (self->window, self->service, file, self->campaign);
  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * rea_file_actions_import:
 * @self: the actions of a window
 * @path: a file
 *
 * Shows what a file of contacts would become, as soon as it is known where it goes.
 */
void
rea_file_actions_import (ReaFileActions *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (REA_IS_FILE_ACTIONS (self));

  if (!self->is_ready || self->service == NULL)
    {
      g_free (self->pending);
      self->pending = g_strdup (path);
      return;
    }

  if (!may (self, REA_VERB_IMPORT_CONTACTS, &error))
    {
      refuse_import (self, error->message);
      return;
    }

  rea_import_look_async (path, NULL, 0, REA_HEADER_GUESS, NULL, looked_cb, g_object_ref (self));
}

/* Calls @chosen with a file, if somebody chooses one. */
static void
choose (ReaFileActions      *self,
        const char          *title,
        GtkFileChooserAction action,
        const char          *name,
        const char          *pattern,
        GCallback            chosen)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (title, self->window, action, NULL, NULL);
  GtkFileFilter *filter = gtk_file_filter_new ();
  GtkFileFilter *all = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, pattern);
  gtk_file_filter_add_pattern (filter, pattern);
  /* TRANSLATORS: in a file chooser. */
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");

  if (action == GTK_FILE_CHOOSER_ACTION_OPEN)
    {
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
    }
  else
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);

  g_object_unref (filter);
  g_object_unref (all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", chosen, g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* What was chosen, or NULL; the chooser goes. */
static char *
take_choice (GtkNativeDialog *chooser, int response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_object_unref (chooser);

  return file != NULL ? g_file_get_path (file) : NULL;
}

static Work *
begin_work (ReaFileActions *self, const char *path, const char *text, gboolean counts)
{
  Work *work = g_new0 (Work, 1);

  work->self = g_object_ref (self);
  work->path = g_strdup (path);
  work->progress = rea_progress_dialog_new (self->window, text, counts);

  return work;
}

static Job *
job_new (const Work *work, gint64 campaign, gboolean whole)
{
  Job *job = g_new0 (Job, 1);

  job->campaign = campaign;
  job->whole = whole;
  job->path = g_strdup (work->path);
  job->share = rea_progress_share_ref (rea_progress_dialog_get_share (work->progress));

  return job;
}

static void
import_chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (ReaFileActions) self = user_data;
  g_autofree char *path = take_choice (chooser, response);

  if (path != NULL)
    rea_file_actions_import (self, path);
}

static void
import_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaFileActions *self = user_data;

  if (self->service == NULL)
    {
      self->waits = TRUE;
      g_signal_emit (self, signals[NEEDS_DATABASE], 0);
      return;
    }

  /* TRANSLATORS: title of a file chooser. */
  choose (self, _ ("Import Contacts"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, "*.csv",
          G_CALLBACK (import_chosen_cb));
}

static gpointer
import_campaign_job (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;

  return rea_session_import_campaign (session, job->path, rea_progress_share_tell, job->share,
                                      cancellable, error);
}

static void
campaign_imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Work) work = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign = rea_service_call_finish (REA_SERVICE (source), result, &error);
  g_autofree char *text = NULL;

  rea_progress_dialog_end (work->progress);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* TRANSLATORS: after an import that somebody stopped. */
      g_signal_emit (work->self, signals[SAY], 0, _ ("Stopped: nothing was imported."));
    }
  else if (campaign == NULL)
    refuse_import (work->self, error->message);
  else
    {
      text = rea_import_text_done (campaign->total, 0);
      g_signal_emit (work->self, signals[SHOW_CAMPAIGN], 0, campaign->id);
      g_signal_emit (work->self, signals[SAY], 0, text);
    }
}

static void
campaign_chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (ReaFileActions) self = user_data;
  g_autofree char *path = take_choice (chooser, response);
  Work            *work;

  if (path == NULL || self->window == NULL || self->service == NULL)
    return;

  /* TRANSLATORS: beside a progress bar. */
  work = begin_work (self, path, _ ("Importing the campaign"), FALSE);
  rea_service_call_async (self->service, REA_LANE_WRITE, import_campaign_job,
                          job_new (work, 0, TRUE), job_free, (GDestroyNotify) rea_campaign_free,
                          rea_progress_dialog_get_cancellable (work->progress),
                          campaign_imported_cb, work);
}

static void
import_campaign_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  /* TRANSLATORS: title of a file chooser. */
  choose (user_data, _ ("Import Campaign"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, "*.jsonl",
          G_CALLBACK (campaign_chosen_cb));
}

static gpointer
export_job (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;
  gint64     n =
      job->whole
              ? rea_session_export_campaign (session, job->campaign, job->path, rea_progress_share_tell,
                                             job->share, cancellable, error)
              : rea_session_export_contacts (session, job->campaign, job->path, rea_progress_share_tell,
                                             job->share, cancellable, error);

  return n >= 0 ? g_memdup2 (&n, sizeof n) : NULL;
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Work) work = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *n = rea_service_call_finish (REA_SERVICE (source), result, &error);
  g_autofree char   *text = NULL;

  rea_progress_dialog_end (work->progress);

  if (n != NULL)
    {
      text = rea_import_text_exported (*n, work->path);
      g_signal_emit (work->self, signals[SAY], 0, text);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* TRANSLATORS: after an export that somebody stopped. */
      g_signal_emit (work->self, signals[SAY], 0, _ ("Stopped: no file was written."));
    }
  else
    {
      /* TRANSLATORS: above the reason. */
      refuse (work->self, _ ("No File Was Written"), error->message);
    }
}

static void
start_export (ReaFileActions *self, GtkNativeDialog *chooser, int response, gboolean whole)
{
  g_autofree char *path = take_choice (chooser, response);
  Work            *work;

  if (path == NULL || self->window == NULL || self->service == NULL || self->campaign == 0)
    return;

  work = begin_work (self, path,
                     whole
                         /* TRANSLATORS: beside a progress bar. */
                         ? _ ("Exporting the campaign")
                         /* TRANSLATORS: beside a progress bar. */
                         : _ ("Exporting the contacts"),
                     TRUE);
  rea_service_call_aside_async (self->service, export_job, job_new (work, self->campaign, whole),
                                job_free, g_free,
                                rea_progress_dialog_get_cancellable (work->progress), exported_cb,
                                work);
}

static void
contacts_place_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (ReaFileActions) self = user_data;

  start_export (self, chooser, response, FALSE);
}

static void
campaign_place_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (ReaFileActions) self = user_data;

  start_export (self, chooser, response, TRUE);
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
  g_autofree char *name = dup_export_name (user_data, ".csv");

  /* TRANSLATORS: title of a file chooser. */
  choose (user_data, _ ("Export Contacts"), GTK_FILE_CHOOSER_ACTION_SAVE, name, "*.csv",
          G_CALLBACK (contacts_place_cb));
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
  choose (self, _ ("Export Campaign"), GTK_FILE_CHOOSER_ACTION_SAVE, name, "*.jsonl",
          G_CALLBACK (campaign_place_cb));
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

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  ReaFileActions  *self = user_data;
  GSList          *files = g_value_get_boxed (value);
  g_autofree char *path = files != NULL ? g_file_get_path (files->data) : NULL;

  if (path == NULL)
    return FALSE;

  if (files->next != NULL)
    {
      /* TRANSLATORS: why files that were dropped on the window are not imported. */
      refuse_import (self, _ ("Only one file can be imported at a time."));
      return TRUE;
    }

  rea_file_actions_import (self, path);
  return TRUE;
}

/**
 * rea_file_actions_new:
 * @window: a window, to which the actions and the drop target are added
 * @campaign_actions: the actions that it calls campaign
 *
 * Returns: (transfer full): the actions, without a database yet
 */
ReaFileActions *
rea_file_actions_new (GtkWindow *window, GActionMap *campaign_actions)
{
  const GActionEntry entries[] = {
    { "import", import_action, NULL, NULL, NULL, { 0 } },
    { "import-campaign", import_campaign_action, NULL, NULL, NULL, { 0 } },
  };
  const GActionEntry campaign_entries[] = {
    { "export-contacts", export_contacts_action, NULL, NULL, NULL, { 0 } },
    { "export-campaign", export_campaign_action, NULL, NULL, NULL, { 0 } },
  };
  ReaFileActions *self = g_object_new (REA_TYPE_FILE_ACTIONS, NULL);
  GtkDropTarget  *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->window = window;
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &self->window);
  self->campaign_actions = g_object_ref (campaign_actions);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action_entries (campaign_actions, campaign_entries,
                                   G_N_ELEMENTS (campaign_entries), self);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
  update_actions (self);

  return self;
}

/**
 * rea_file_actions_set_service:
 * @self: the actions of a window
 * @service: (nullable): its database, %NULL once it is closed
 *
 * Takes a database.
 */
void
rea_file_actions_set_service (ReaFileActions *self, ReaService *service)
{
  g_return_if_fail (REA_IS_FILE_ACTIONS (self));

  g_set_object (&self->service, service);
  if (self->window != NULL)
    update_actions (self);
}

/**
 * rea_file_actions_set_campaign:
 * @self: the actions of a window
 * @campaign: the campaign that it shows, or 0
 *
 * Says which campaign is exported, and offered first to import into. What was to be
 * imported before that was known is imported now.
 */
void
rea_file_actions_set_campaign (ReaFileActions *self, gint64 campaign)
{
  g_autofree char *pending = g_steal_pointer (&self->pending);

  g_return_if_fail (REA_IS_FILE_ACTIONS (self));

  self->campaign = campaign;
  self->is_ready = TRUE;
  update_actions (self);
  if (pending != NULL)
    rea_file_actions_import (self, pending);
  else if (self->waits)
    g_action_group_activate_action (G_ACTION_GROUP (self->window), "import", NULL);
  self->waits = FALSE;
}

/**
 * rea_file_actions_set_may_create:
 * @self: the actions of a window
 * @may_create: whether there is no database yet, and it can be made
 *
 * Offers to import into a database that is made for it.
 */
void
rea_file_actions_set_may_create (ReaFileActions *self, gboolean may_create)
{
  g_return_if_fail (REA_IS_FILE_ACTIONS (self));

  self->may_create = may_create;
  update_actions (self);
}

/**
 * rea_file_actions_is_waiting:
 * @self: the actions of a window
 *
 * Returns: whether an import waits for the database and its campaigns
 */
gboolean
rea_file_actions_is_waiting (ReaFileActions *self)
{
  g_return_val_if_fail (REA_IS_FILE_ACTIONS (self), FALSE);

  return self->waits;
}

/**
 * rea_file_actions_get_pending:
 * @self: the actions of a window
 *
 * Returns: (transfer none) (nullable): the file that is yet to be imported
 */
const char *
rea_file_actions_get_pending (ReaFileActions *self)
{
  g_return_val_if_fail (REA_IS_FILE_ACTIONS (self), NULL);

  return self->pending;
}

static void
rea_file_actions_finalize (GObject *object)
{
  ReaFileActions *self = REA_FILE_ACTIONS (object);

  if (self->window != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  g_clear_object (&self->campaign_actions);
  g_clear_object (&self->service);
  g_free (self->pending);

  G_OBJECT_CLASS (rea_file_actions_parent_class)->finalize (object);
}

static void
rea_file_actions_class_init (ReaFileActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rea_file_actions_finalize;

  signals[NEEDS_DATABASE] = g_signal_new ("needs-database", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOW_CAMPAIGN] =
      g_signal_new ("show-campaign", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SAY] = g_signal_new ("say", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rea_file_actions_init (ReaFileActions *self)
{
}
