/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-import-dialog.h"

#include "rea-a11y.h"
#include "rea-css.h"
#include "rea-faulty-table.h"
#include "rea-import-column.h"
#include "rea-import-form.h"
#include "rea-import-job.h"
#include "rea-import-text.h"
#include "rea-progress-pane.h"

#include <glib/gi18n-lib.h>

struct _ReaImportDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle  *window_title;
  GtkButton       *import_button;
  GtkWidget       *content;
  GtkDropDown     *campaign_drop_down;
  GtkEntry        *title_entry;
  GtkCheckButton  *header_button;
  GtkDropDown     *encoding_drop_down;
  GtkDropDown     *separator_drop_down;
  GtkLabel        *summary_label;
  GtkLabel        *notice_label;
  GtkWidget       *columns_scroller;
  GtkBox          *columns_box;
  GtkWidget       *faulty_box;
  GtkLabel        *faulty_label;
  ReaFaultyTable  *faulty_table;
  ReaProgressPane *progress;

  ReaService      *service;
  ReaContactsFile *file;
  gint64           wanted;
  GArray  *campaigns; /* (element-type gint64): what the drop-down offers, 0 for a new one */
  gboolean is_setting;
  gboolean is_readable;
  ReaContactsCheck *check; /* of what is shown, or NULL */
  GCancellable     *looking;
  GCancellable     *working; /* a check, an import, or the rejected rows being saved */
  gboolean          is_importing;
};

enum
{
  IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaImportDialog, rea_import_dialog, ADW_TYPE_WINDOW)

static void start_check (ReaImportDialog *self);

static void
show_notice (ReaImportDialog *self, const char *text, gboolean is_error)
{
  gtk_label_set_text (self->notice_label, text != NULL ? text : "");
  rea_css_set_class (GTK_WIDGET (self->notice_label), "error", is_error);
  gtk_widget_set_visible (GTK_WIDGET (self->notice_label), text != NULL);
}

/* Where the contacts go: 0 is a new campaign, -1 is not known yet. */
static gint64
get_campaign (ReaImportDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->campaign_drop_down);

  return self->campaigns->len > 0 && selected < self->campaigns->len
             ? g_array_index (self->campaigns, gint64, selected)
             : -1;
}

static char *
dup_title (ReaImportDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_entry))));
}

/* Why nothing can be imported now, or NULL. */
static const char *
find_obstacle (ReaImportDialog *self)
{
  g_autofree char *title = dup_title (self);

  if (!self->is_readable)
    /* TRANSLATORS: why the button cannot be pressed. */
    return _ ("The file cannot be read like this.");
  if (self->is_importing)
    /* TRANSLATORS: why the button cannot be pressed. */
    return _ ("The contacts are imported.");
  if (self->check == NULL)
    /* TRANSLATORS: why the button cannot be pressed for a moment. */
    return _ ("The file is being checked.");
  if (self->check->n_good == 0)
    /* TRANSLATORS: why the button cannot be pressed. */
    return _ ("No row becomes a conversation.");
  if (get_campaign (self) == 0 && *title == '\0')
    /* TRANSLATORS: why the button cannot be pressed. */
    return _ ("The new campaign needs a title.");

  return NULL;
}

static void
update_button (ReaImportDialog *self)
{
  const char      *obstacle = find_obstacle (self);
  g_autofree char *label = self->check != NULL && self->check->n_good > 0
                               ? rea_import_text_button (self->check->n_good)
                               /* TRANSLATORS: on the button that does it, while it cannot. */
                               : g_strdup (_ ("Import"));

  gtk_button_set_label (self->import_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), obstacle == NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->import_button), obstacle);
}

/* Shows why there is nothing to tell of the rows. */
static void
show_unreadable (ReaImportDialog *self, const char *reason)
{
  self->is_readable = FALSE;
  gtk_label_set_text (self->summary_label, reason);
  gtk_widget_set_visible (self->faulty_box, FALSE);
  update_button (self);
}

static void
show_check (ReaImportDialog *self)
{
  g_autofree char *summary = rea_import_text_summary (self->check);
  g_autofree char *faults = rea_import_text_faults (self->check);

  gtk_label_set_text (self->summary_label, summary);
  gtk_label_set_text (self->faulty_label, faults);
  rea_faulty_table_set_rows (self->faulty_table, self->check->faulty);
  gtk_widget_set_visible (self->faulty_box, self->check->n_faulty > 0);
  update_button (self);
}

static void
stop_work (ReaImportDialog *self)
{
  g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  rea_progress_pane_end (self->progress);
}

/* Begins work that takes the place of what was under way. */
static ReaProgressShare *
begin_work (ReaImportDialog *self, const char *text, gboolean counts)
{
  ReaProgressShare *share = rea_progress_share_new ();

  stop_work (self);
  self->working = g_cancellable_new ();
  rea_progress_pane_begin (self->progress, text, share, counts);

  return share;
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  ReaContactsCheck *check = rea_service_call_finish (REA_SERVICE (source), result, &error);

  /* Another one has taken its place. */
  if (g_task_get_cancellable (G_TASK (result)) != self->working)
    {
      g_clear_pointer (&check, rea_contacts_check_free);
      return;
    }

  stop_work (self);

  if (check == NULL)
    {
      show_unreadable (self, error->message);
      return;
    }

  self->check = check;
  show_check (self);
}

static void
start_check (ReaImportDialog *self)
{
  gint64 campaign = get_campaign (self);
  g_autoptr (ReaProgressShare) share = NULL;

  g_clear_pointer (&self->check, rea_contacts_check_free);
  show_notice (self, NULL, FALSE);

  if (campaign < 0)
    return;

  self->is_readable = TRUE;
  /* TRANSLATORS: while a file is read before it is imported. */
  gtk_label_set_text (self->summary_label, _ ("Checking the rows…"));
  update_button (self);
  /* TRANSLATORS: beside a progress bar. */
  share = begin_work (self, _ ("Checking the rows"), FALSE);
  rea_import_check_async (self->service, campaign, self->file, NULL, share, self->working,
                          checked_cb, g_object_ref (self));
}

static void
column_chosen_cb (ReaImportDialog *self, guint meaning, ReaImportColumn *column)
{
  rea_contacts_file_choose (self->file, rea_import_column_get_place (column), meaning);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns_box));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    rea_import_column_set_meaning (REA_IMPORT_COLUMN (child),
                                   self->file->meanings[rea_import_column_get_place (
                                       REA_IMPORT_COLUMN (child))]);

  start_check (self);
}

static void
show_columns (ReaImportDialog *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->columns_box))) != NULL)
    gtk_box_remove (self->columns_box, child);

  for (guint i = 0; i < MIN (self->file->n_columns, REA_IMPORT_MAX_COLUMNS); i++)
    {
      child = rea_import_column_new (self->file, i);
      g_signal_connect_object (child, "chosen", G_CALLBACK (column_chosen_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->columns_box, child);
    }
}

static void
show_file (ReaImportDialog *self)
{
  self->is_setting = TRUE;
  gtk_check_button_set_active (self->header_button, self->file->has_header);
  gtk_drop_down_set_selected (self->encoding_drop_down,
                              rea_import_form_find_encoding (self->file->encoding));
  gtk_drop_down_set_selected (self->separator_drop_down,
                              rea_import_form_find_separator (self->file->separator));
  self->is_setting = FALSE;
  show_columns (self);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  ReaContactsFile *file = rea_import_look_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->looking)
    {
      g_clear_pointer (&file, rea_contacts_file_free);
      return;
    }

  g_clear_object (&self->looking);

  if (file == NULL)
    {
      gtk_widget_set_visible (self->columns_scroller, FALSE);
      show_unreadable (self, error->message);
      return;
    }

  /* Who has said what the columns are need not say it again. */
  if (file->n_columns == self->file->n_columns && file->has_header == self->file->has_header)
    memcpy (file->meanings, self->file->meanings, file->n_columns * sizeof *file->meanings);

  rea_contacts_file_free (self->file);
  self->file = file;
  gtk_widget_set_visible (self->columns_scroller, TRUE);
  show_columns (self);
  start_check (self);
}

static void
form_changed_cb (ReaImportDialog *self)
{
  if (self->is_setting || self->file == NULL)
    return;

  stop_work (self);
  g_clear_pointer (&self->check, rea_contacts_check_free);
  update_button (self);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  self->looking = g_cancellable_new ();
  rea_import_look_async (self->file->path,
                         rea_import_form_get_encoding (
                             gtk_drop_down_get_selected (self->encoding_drop_down)),
                         rea_import_form_get_separator (
                             gtk_drop_down_get_selected (self->separator_drop_down)),
                         gtk_check_button_get_active (self->header_button) ? REA_HEADER_YES
                                                                           : REA_HEADER_NO,
                         self->looking, looked_cb, g_object_ref (self));
}

static void
campaign_chosen_cb (ReaImportDialog *self)
{
  if (self->is_setting)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->title_entry), get_campaign (self) == 0);
  if (self->looking == NULL)
    start_check (self);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) campaigns =
      rea_service_list_campaigns_finish (REA_SERVICE (source), result, &error);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const gint64 new_campaign = 0;
  guint        chosen = 0;

  if (campaigns == NULL)
    {
      show_unreadable (self, error->message);
      return;
    }

  for (guint i = 0; i < campaigns->len; i++)
    {
      const ReaCampaign *campaign = g_ptr_array_index (campaigns, i);

      if (!rea_state_allows (campaign->state, REA_VERB_IMPORT_CONTACTS))
        continue;
      if (campaign->id == self->wanted)
        chosen = self->campaigns->len;
      g_array_append_val (self->campaigns, campaign->id);
      gtk_string_list_append (titles, campaign->title);
    }

  g_array_append_val (self->campaigns, new_campaign);
  /* TRANSLATORS: among the campaigns into which a file can be imported. */
  gtk_string_list_append (titles, _ ("New Campaign"));

  self->is_setting = TRUE;
  gtk_drop_down_set_model (self->campaign_drop_down, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->campaign_drop_down, chosen);
  self->is_setting = FALSE;
  campaign_chosen_cb (self);
}

static void
end_import (ReaImportDialog *self)
{
  self->is_importing = FALSE;
  gtk_widget_set_sensitive (self->content, TRUE);
  g_clear_object (&self->working);
  rea_progress_pane_end (self->progress);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree ReaImported *imported = rea_service_call_finish (REA_SERVICE (source), result, &error);
  g_autofree char        *text = NULL;

  end_import (self);

  if (imported != NULL)
    {
      text = rea_import_text_done (imported->n, imported->n_rejected);
      g_signal_emit (self, signals[IMPORTED], 0, imported->campaign, text);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  update_button (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->import_button));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    /* TRANSLATORS: after an import that somebody stopped. */
    show_notice (self, _ ("Stopped: nothing was imported."), FALSE);
  else
    show_notice (self, error->message, TRUE);
}

static void
import_cb (ReaImportDialog *self)
{
  g_autoptr (ReaProgressShare) share = NULL;
  g_autofree char *title = dup_title (self);

  if (find_obstacle (self) != NULL)
    return;

  show_notice (self, NULL, FALSE);
  self->is_importing = TRUE;
  /* TRANSLATORS: beside a progress bar. */
  share = begin_work (self, _ ("Importing the contacts"), TRUE);
  gtk_widget_set_sensitive (self->content, FALSE);
  update_button (self);
  rea_import_run_async (self->service, get_campaign (self), title, self->file, self->check->n_rows,
                        share, self->working, imported_cb, g_object_ref (self));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaContactsCheck) check =
      rea_service_call_finish (REA_SERVICE (source), result, &error);
  g_autofree char *text = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->working)
    return;

  stop_work (self);

  if (check == NULL)
    {
      show_notice (self, error->message, TRUE);
      return;
    }

  text = rea_import_text_saved (check->n_faulty,
                                g_object_get_data (G_OBJECT (self->progress), "rea-path"));
  show_notice (self, text, FALSE);
}

static void
save_chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (ReaImportDialog) self = user_data;
  g_autoptr (GFile) place = NULL;
  g_autoptr (ReaProgressShare) share = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    place = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (place != NULL)
    path = g_file_get_path (place);

  g_object_unref (chooser);
  if (path == NULL || self->check == NULL || self->is_importing)
    return;

  /* TRANSLATORS: beside a progress bar. */
  share = begin_work (self, _ ("Saving the rejected rows"), FALSE);
  rea_import_check_async (self->service, get_campaign (self), self->file, path, share,
                          self->working, saved_cb, g_object_ref (self));
  g_object_set_data_full (G_OBJECT (self->progress), "rea-path", g_steal_pointer (&path), g_free);
}

static void
save_cb (ReaImportDialog *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      /* TRANSLATORS: title of a file chooser. */
      _ ("Save Rejected Rows"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_autofree char *name = rea_import_form_dup_faulty_name (self->file->path);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (save_chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
cancel_cb (ReaImportDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* While an import is under way, leaving stops it; the dialog stays to say so. */
static gboolean
rea_import_dialog_close_request (GtkWindow *window)
{
  ReaImportDialog *self = REA_IMPORT_DIALOG (window);

  if (self->is_importing)
    {
      g_cancellable_cancel (self->working);
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (rea_import_dialog_parent_class)->close_request (window);
}

/**
 * rea_import_dialog_new:
 * @parent: the window over which it stands
 * @service: the service
 * @file: the file, as it was guessed to be read
 * @campaign: the campaign that is offered first, or 0
 *
 * Returns: (transfer floating): the dialog, which is checking the rows
 */
GtkWidget *
rea_import_dialog_new (GtkWindow             *parent,
                       ReaService            *service,
                       const ReaContactsFile *file,
                       gint64                 campaign)
{
  ReaImportDialog *self = g_object_new (REA_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *name = rea_import_form_dup_shown_name (file->path);
  g_autofree char *title = rea_import_form_dup_title (file->path);

  self->service = g_object_ref (service);
  self->wanted = campaign;
  self->is_readable = TRUE;
  adw_window_title_set_subtitle (self->window_title, name);
  gtk_editable_set_text (GTK_EDITABLE (self->title_entry), title);
  self->file = rea_contacts_file_copy (file);
  show_file (self);
  update_button (self);
  rea_service_list_campaigns_async (service, NULL, listed_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}

static void
rea_import_dialog_dispose (GObject *object)
{
  ReaImportDialog *self = REA_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->service);
  g_clear_pointer (&self->file, rea_contacts_file_free);
  g_clear_pointer (&self->check, rea_contacts_check_free);

  G_OBJECT_CLASS (rea_import_dialog_parent_class)->dispose (object);
}

static void
rea_import_dialog_finalize (GObject *object)
{
  ReaImportDialog *self = REA_IMPORT_DIALOG (object);

  g_array_unref (self->campaigns);

  G_OBJECT_CLASS (rea_import_dialog_parent_class)->finalize (object);
}

static void
rea_import_dialog_class_init (ReaImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = rea_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = rea_import_dialog_close_request;

  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);

  g_type_ensure (REA_TYPE_FAULTY_TABLE);
  g_type_ensure (REA_TYPE_PROGRESS_PANE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-import-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, ReaImportDialog, name)
  BIND (window_title);
  BIND (import_button);
  BIND (content);
  BIND (campaign_drop_down);
  BIND (title_entry);
  BIND (header_button);
  BIND (encoding_drop_down);
  BIND (separator_drop_down);
  BIND (summary_label);
  BIND (notice_label);
  BIND (columns_scroller);
  BIND (columns_box);
  BIND (faulty_box);
  BIND (faulty_label);
  BIND (faulty_table);
  BIND (progress);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_button);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, campaign_chosen_cb);
}

static void
rea_import_dialog_init (ReaImportDialog *self)
{
  g_autoptr (GtkStringList) encodings = rea_import_form_list_encodings ();
  g_autoptr (GtkStringList) separators = rea_import_form_list_separators ();

  self->campaigns = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_setting = TRUE;
  gtk_drop_down_set_model (self->encoding_drop_down, G_LIST_MODEL (encodings));
  gtk_drop_down_set_model (self->separator_drop_down, G_LIST_MODEL (separators));
  self->is_setting = FALSE;
  /* TRANSLATORS: what a screen reader calls a drop-down. */
  rea_a11y_name_drop_down (self->campaign_drop_down, _ ("Campaign"));
  /* TRANSLATORS: what a screen reader calls a drop-down. */
  rea_a11y_name_drop_down (self->encoding_drop_down, _ ("Encoding"));
  /* TRANSLATORS: what a screen reader calls a drop-down. */
  rea_a11y_name_drop_down (self->separator_drop_down, _ ("Separator"));
}
