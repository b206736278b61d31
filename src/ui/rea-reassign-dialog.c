/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-reassign-dialog.h"

#include "rea-move-text.h"
#include "rea-reassign-table.h"
#include "rea-request-pane.h"

#include <glib/gi18n-lib.h>

/* Changes by others come in bursts; one preview follows each burst. */
#define REFRESH_MILLISECONDS 500

/* Sooner than this no preview is marked as outdated, and no move shows progress. */
#define PATIENCE_MILLISECONDS 250
#define PULSE_MILLISECONDS    300

struct _ReaReassignDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle   *window_title;
  GtkButton        *apply_button;
  GtkProgressBar   *progress_bar;
  GtkWidget        *content;
  ReaRequestPane   *pane;
  GtkWidget        *pane_separator;
  GtkLabel         *title_label;
  GtkLabel         *detail_label;
  GtkWidget        *warning_box;
  GtkLabel         *warning_label;
  GtkWidget        *notice_box;
  GtkLabel         *notice_label;
  ReaReassignTable *table;

  ReaService       *service;
  ReaCampaignModel *campaign;
  ReaReassignVerb   verb;

  ReaRequest   *request;
  ReaPlan      *plan;
  gboolean      current;
  GCancellable *previewing;
  GCancellable *applying;
  guint         refresh_source;
  guint         stale_source;
  guint         pulse_source;
};

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaReassignDialog, rea_reassign_dialog, ADW_TYPE_WINDOW)

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
set_sentence (ReaReassignDialog *self, const char *title, const char *detail, const char *warning)
{
  set_label (self->title_label, title);
  set_label (self->detail_label, detail);
  gtk_label_set_text (self->warning_label, warning != NULL ? warning : "");
  gtk_widget_set_visible (self->warning_box, warning != NULL);
}

static void
set_notice (ReaReassignDialog *self, const char *notice)
{
  gtk_label_set_text (self->notice_label, notice != NULL ? notice : "");
  gtk_widget_set_visible (self->notice_box, notice != NULL);
}

/* @reason is why the button is insensitive; NULL makes it sensitive. */
static void
set_button (ReaReassignDialog *self, const char *label, const char *reason)
{
  gtk_button_set_label (self->apply_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), reason == NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->apply_button), reason);
}

static const char *
get_idle_label (ReaReassignDialog *self)
{
  /* TRANSLATORS: on the button that does it, while there is nothing to do. */
  return self->request->to == REA_TO_UNASSIGNED ? _ ("Unassign") : _ ("Reassign");
}

static void
set_css_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static gboolean
stale_cb (gpointer user_data)
{
  ReaReassignDialog *self = user_data;

  self->stale_source = 0;
  rea_reassign_table_set_stale (self->table, TRUE);

  return G_SOURCE_REMOVE;
}

static void
end_preview (ReaReassignDialog *self)
{
  g_clear_handle_id (&self->stale_source, g_source_remove);
  g_clear_object (&self->previewing);
  rea_reassign_table_set_stale (self->table, FALSE);
}

/* There is nothing to preview: says why, and what to do. */
static void
show_nothing (ReaReassignDialog *self, const char *title, const char *reason)
{
  g_clear_pointer (&self->plan, rea_plan_free);
  rea_reassign_table_set_plan (self->table, NULL);
  set_sentence (self, title, reason, NULL);
  set_button (self, get_idle_label (self), reason);
  self->current = FALSE;
}

static void
show_plan (ReaReassignDialog *self)
{
  ReaTo            to = self->request->to;
  g_autofree char *title = rea_move_text_title (self->plan, to);
  g_autofree char *givers = rea_move_text_givers (self->plan);
  g_autofree char *warning = rea_move_text_warning (self->plan);
  g_autofree char *button = rea_move_text_button (self->plan->moved, to);
  const char      *reason = NULL;

  rea_reassign_table_set_plan (self->table, self->plan);

  if (self->plan->moved == 0)
    {
      reason = self->plan->matched == 0
                   /* TRANSLATORS: why a move moves nothing. */
                   ? _ ("No conversation matches.")
                   /* TRANSLATORS: why a move moves nothing. */
                   : _ ("They are shared out like this already.");
    }

  set_sentence (self, title, reason != NULL ? reason : givers, warning);
  set_button (self, reason != NULL ? get_idle_label (self) : button, reason);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaReassignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) preview = rea_service_preview_finish (REA_SERVICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  end_preview (self);

  if (self->applying != NULL)
    return;

  rea_request_pane_set_error (self->pane, error);

  if (preview == NULL)
    {
      /* TRANSLATORS: above the preview of a move that cannot be done; the reason follows. */
      show_nothing (self, _ ("Nothing moves"), error->message);
      return;
    }

  g_clear_pointer (&self->plan, rea_plan_free);
  self->plan = g_steal_pointer (&preview->plan);
  self->current = TRUE;
  show_plan (self);
}

/* What is missing for the request to be one, or NULL. */
static const char *
find_missing (ReaReassignDialog *self)
{
  if (self->request->to == REA_TO_SENDERS &&
      (self->request->to_senders == NULL || self->request->to_senders[0] == NULL))
    {
      /* TRANSLATORS: what is missing for a move. */
      return _ ("Choose at least one sender to receive conversations.");
    }

  if (self->verb == REA_REASSIGN_SOME && self->request->number == REA_NUMBER_ALL)
    {
      /* TRANSLATORS: what is missing for a move. */
      return _ ("Enter how many conversations are to move.");
    }

  return NULL;
}

static void
request_preview (ReaReassignDialog *self)
{
  const char *missing;

  if (self->previewing != NULL)
    g_cancellable_cancel (self->previewing);

  end_preview (self);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_pointer (&self->request, rea_request_free);
  self->request = rea_request_pane_build (self->pane);
  set_css_class (GTK_WIDGET (self->apply_button), "destructive-action",
                 self->request->to == REA_TO_UNASSIGNED);
  set_css_class (GTK_WIDGET (self->apply_button), "suggested-action",
                 self->request->to != REA_TO_UNASSIGNED);
  missing = find_missing (self);

  if (missing != NULL)
    {
      rea_request_pane_set_error (self->pane, NULL);
      /* TRANSLATORS: above the preview of a move; what is missing follows. */
      show_nothing (self, _ ("Nothing moves yet"), missing);
      return;
    }

  if (!self->current)
    {
      /* TRANSLATORS: why the button cannot be pressed for a moment. */
      set_button (self, get_idle_label (self), _ ("The preview is being worked out."));
      self->stale_source = g_timeout_add (PATIENCE_MILLISECONDS, stale_cb, self);
    }

  self->previewing = g_cancellable_new ();
  rea_service_preview_async (self->service, rea_campaign_model_get_id (self->campaign),
                             self->request, self->previewing, previewed_cb, g_object_ref (self));
}

static void
request_changed_cb (ReaReassignDialog *self)
{
  if (self->service == NULL)
    return;

  self->current = FALSE;
  set_notice (self, NULL);
  request_preview (self);
}

static gboolean
refresh_cb (gpointer user_data)
{
  ReaReassignDialog *self = user_data;

  self->refresh_source = 0;

  if (self->applying == NULL)
    request_preview (self);

  return G_SOURCE_REMOVE;
}

/* The campaign goes on while somebody decides: the same request, seen anew. */
static void
refreshed_cb (ReaReassignDialog *self)
{
  if (self->applying != NULL)
    return;

  rea_request_pane_update (self->pane);

  if (self->refresh_source == 0)
    self->refresh_source = g_timeout_add (REFRESH_MILLISECONDS, refresh_cb, self);
}

static gboolean
pulse_cb (gpointer user_data)
{
  ReaReassignDialog *self = user_data;

  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), TRUE);
  gtk_progress_bar_pulse (self->progress_bar);

  return G_SOURCE_CONTINUE;
}

static void
end_apply (ReaReassignDialog *self)
{
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  g_clear_object (&self->applying);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), FALSE);
  gtk_widget_set_can_target (self->content, TRUE);
  gtk_widget_set_can_focus (self->content, TRUE);
}

static void
applied_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (ReaReassignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result =
      rea_service_reassign_finish (REA_SERVICE (source), async_result, &error);
  g_autofree char *moved = NULL;
  g_autofree char *difference = NULL;
  g_autofree char *text = NULL;

  end_apply (self);

  if (result != NULL)
    {
      moved = rea_move_text_moved (result->plan->moved, self->request->to);
      difference = rea_move_text_difference (self->plan, result->plan);
      text = difference != NULL ? g_strconcat (moved, ". ", difference, NULL)
                                : g_steal_pointer (&moved);
      g_signal_emit (self, signals[MOVED], 0, text, result->move, difference != NULL);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* TRANSLATORS: after a move that somebody stopped. */
      set_notice (self, _ ("Stopped: nothing was moved."));
    }
  else
    set_notice (self, error->message);

  self->current = FALSE;
  request_preview (self);
}

static void
apply_cb (ReaReassignDialog *self)
{
  if (!self->current || self->plan == NULL || self->applying != NULL)
    return;

  set_notice (self, NULL);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  /* What is being done stays readable; only the way out can be pressed. */
  gtk_widget_set_can_target (self->content, FALSE);
  gtk_widget_set_can_focus (self->content, FALSE);
  /* TRANSLATORS: why the button cannot be pressed any more. */
  set_button (self, gtk_button_get_label (self->apply_button), _ ("The conversations are moved."));
  self->applying = g_cancellable_new ();
  self->pulse_source = g_timeout_add (PULSE_MILLISECONDS, pulse_cb, self);
  rea_service_reassign_async (self->service, rea_campaign_model_get_id (self->campaign),
                              self->request, self->plan, self->applying, applied_cb,
                              g_object_ref (self));
}

static void
cancel_cb (ReaReassignDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* While a move is under way, leaving stops it; the dialog stays to say so. */
static gboolean
rea_reassign_dialog_close_request (GtkWindow *window)
{
  ReaReassignDialog *self = REA_REASSIGN_DIALOG (window);

  if (self->applying != NULL)
    {
      g_cancellable_cancel (self->applying);
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (rea_reassign_dialog_parent_class)->close_request (window);
}

static void
set_titles (ReaReassignDialog *self, ReaSenderItem *from)
{
  const ReaOverview *overview = rea_campaign_model_get_overview (self->campaign);
  const char        *title;
  g_autofree char   *subtitle = NULL;

  /* TRANSLATORS: titles of the dialog, as the menu items are called. */
  const char *const bulk[] = { _ ("Bulk Unassign All"), _ ("Bulk Reassign Some"),
                               _ ("Bulk Reassign All") };
  /* TRANSLATORS: titles of the dialog, as the menu items are called. */
  const char *const single[] = { _ ("Unassign All"), _ ("Reassign Some"), _ ("Reassign All") };

  if (from == NULL)
    {
      title = bulk[self->verb];
      subtitle = g_strdup (overview != NULL ? overview->campaign->title : "");
    }
  else if (rea_sender_item_get_id (from) == REA_HOLDER_UNASSIGNED)
    {
      title = single[self->verb];
      /* TRANSLATORS: below the title: which conversations are reassigned. */
      subtitle = g_strdup (_ ("from Unassigned"));
    }
  else
    {
      title = single[self->verb];
      /* TRANSLATORS: below the title: whose conversations are reassigned. */
      subtitle = g_strdup_printf (_ ("from %s"), rea_sender_item_get_name (from));
    }

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
}

/**
 * rea_reassign_dialog_new:
 * @parent: the window over which it stands
 * @service: the service
 * @campaign: the campaign
 * @senders: its senders
 * @verb: what is offered
 * @from: (nullable): whose conversations are reassigned, or %NULL for everyone's
 *
 * Returns: (transfer floating): the dialog, with its first preview under way
 */
GtkWidget *
rea_reassign_dialog_new (GtkWindow        *parent,
                         ReaService       *service,
                         ReaCampaignModel *campaign,
                         ReaSenderList    *senders,
                         ReaReassignVerb   verb,
                         ReaSenderItem    *from)
{
  ReaReassignDialog *self = g_object_new (REA_TYPE_REASSIGN_DIALOG, "transient-for", parent, NULL);

  self->campaign = g_object_ref (campaign);
  self->verb = verb;
  set_titles (self, from);
  gtk_widget_set_visible (self->pane_separator, verb != REA_REASSIGN_UNASSIGN);
  rea_reassign_table_set_senders (self->table, senders, from, verb == REA_REASSIGN_UNASSIGN);
  rea_request_pane_set_up (self->pane, self->table, campaign, senders, verb, from);

  self->service = g_object_ref (service);
  g_signal_connect_object (senders, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  request_preview (self);

  return GTK_WIDGET (self);
}

static void
rea_reassign_dialog_dispose (GObject *object)
{
  ReaReassignDialog *self = REA_REASSIGN_DIALOG (object);

  if (self->previewing != NULL)
    g_cancellable_cancel (self->previewing);

  g_clear_object (&self->previewing);
  g_clear_object (&self->applying);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_handle_id (&self->stale_source, g_source_remove);
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  g_clear_pointer (&self->request, rea_request_free);
  g_clear_pointer (&self->plan, rea_plan_free);
  g_clear_object (&self->service);
  g_clear_object (&self->campaign);

  G_OBJECT_CLASS (rea_reassign_dialog_parent_class)->dispose (object);
}

static void
rea_reassign_dialog_class_init (ReaReassignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_reassign_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = rea_reassign_dialog_close_request;

  signals[MOVED] =
      g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_BOOLEAN);

  g_type_ensure (REA_TYPE_REASSIGN_TABLE);
  g_type_ensure (REA_TYPE_REQUEST_PANE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-reassign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaReassignDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, ReaReassignDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, ReaReassignDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, ReaReassignDialog, content);
  gtk_widget_class_bind_template_child (widget_class, ReaReassignDialog, pane);
  gtk_widget_class_bind_template_child (widget_class, ReaReassignDialog, pane_separator);
  gtk_widget_class_bind_template_child (widget_class, ReaReassignDialog, title_label);
  gtk_widget_class_bind_template_child (widget_class, ReaReassignDialog, detail_label);
  gtk_widget_class_bind_template_child (widget_class, ReaReassignDialog, warning_box);
  gtk_widget_class_bind_template_child (widget_class, ReaReassignDialog, warning_label);
  gtk_widget_class_bind_template_child (widget_class, ReaReassignDialog, notice_box);
  gtk_widget_class_bind_template_child (widget_class, ReaReassignDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, ReaReassignDialog, table);
  gtk_widget_class_bind_template_callback (widget_class, request_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
rea_reassign_dialog_init (ReaReassignDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
