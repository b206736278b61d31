/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-file-actions-private.h"

#include "rea-file-chooser.h"
#include "rea-file-work.h"
#include "rea-import-dialog.h"
#include "rea-import-form.h"
#include "rea-import-job.h"
#include "rea-import-text.h"

#include <glib/gi18n-lib.h>

enum
{
  NEEDS_DATABASE,
  SHOW_CAMPAIGN,
  SAY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaFileActions, rea_file_actions, G_TYPE_OBJECT)

/**
 * rea_file_actions_refuse:
 * @self: the actions of a window
 * @heading: what did not happen
 * @reason: why
 *
 * Says it over the window.
 */
void
rea_file_actions_refuse (ReaFileActions *self, const char *heading, const char *reason)
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
  rea_file_actions_refuse (self, _ ("Nothing Was Imported"), reason);
}

/**
 * rea_file_actions_say:
 * @self: the actions of a window
 * @text: what was done
 *
 * Says it in the window.
 */
void
rea_file_actions_say (ReaFileActions *self, const char *text)
{
  g_signal_emit (self, signals[SAY], 0, text);
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

static void
import_chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (ReaFileActions) self = user_data;
  g_autofree char *path = rea_file_chooser_take (chooser, response);

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
  rea_file_chooser_open (self->window, _ ("Import Contacts"), "*.csv", import_chosen_cb,
                         g_object_ref (self));
}

static gpointer
import_campaign_job (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const ReaFileJob *job = data;

  return rea_session_import_campaign (session, job->path, rea_progress_share_tell, job->share,
                                      cancellable, error);
}

static void
campaign_imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaFileWork) work = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign = rea_service_call_finish (REA_SERVICE (source), result, &error);
  g_autofree char *text = NULL;
  ReaFileActions  *self = rea_file_work_get_owner (work);

  rea_file_work_end (work);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* TRANSLATORS: after an import that somebody stopped. */
      rea_file_actions_say (self, _ ("Stopped: nothing was imported."));
    }
  else if (campaign == NULL)
    refuse_import (self, error->message);
  else
    {
      text = rea_import_text_done (campaign->total, 0);
      g_signal_emit (self, signals[SHOW_CAMPAIGN], 0, campaign->id);
      rea_file_actions_say (self, text);
    }
}

static void
campaign_chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (ReaFileActions) self = user_data;
  g_autofree char *path = rea_file_chooser_take (chooser, response);
  ReaFileWork     *work;

  if (path == NULL || self->window == NULL || self->service == NULL)
    return;

  /* TRANSLATORS: beside a progress bar. */
  work = rea_file_work_begin (G_OBJECT (self), self->window, path, _ ("Importing the campaign"),
                              FALSE);
  rea_service_call_async (self->service, REA_LANE_WRITE, import_campaign_job,
                          rea_file_job_new (work, 0), rea_file_job_free,
                          (GDestroyNotify) rea_campaign_free, rea_file_work_get_cancellable (work),
                          campaign_imported_cb, work);
}

static void
import_campaign_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaFileActions *self = user_data;

  /* TRANSLATORS: title of a file chooser. */
  rea_file_chooser_open (self->window, _ ("Import Campaign"), "*.jsonl", campaign_chosen_cb,
                         g_object_ref (self));
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
  ReaFileActions *self = g_object_new (REA_TYPE_FILE_ACTIONS, NULL);
  GtkDropTarget  *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->window = window;
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &self->window);
  self->campaign_actions = g_object_ref (campaign_actions);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  rea_file_actions_add_exports (self);
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
