/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-reassign-dialog.h"

#include "rea-css.h"
#include "rea-error.h"
#include "rea-move-text.h"
#include "rea-mover.h"
#include "rea-plan-summary.h"
#include "rea-plan-text.h"
#include "rea-previewer.h"
#include "rea-reassign-table.h"
#include "rea-reassign-title.h"
#include "rea-request-pane.h"

#include <glib/gi18n-lib.h>

/* Changes by others come in bursts; one preview follows each burst. */
#define REFRESH_MILLISECONDS 200

/* What would move now, after it has changed, is there to be looked at: the second click
 * of a double click does not move it.
 */
#define LOOK_MILLISECONDS 800

struct _ReaReassignDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle   *window_title;
  GtkButton        *apply_button;
  GtkProgressBar   *progress_bar;
  GtkWidget        *content;
  ReaRequestPane   *pane;
  GtkWidget        *pane_separator;
  ReaPlanSummary   *summary;
  ReaReassignTable *table;

  ReaService       *service;
  ReaCampaignModel *campaign;
  ReaChoiceList    *choices;
  ReaReassignCase  *reassign;
  char             *removed;

  /* What is asked for now; and what the plan, which is current or not, is of. */
  ReaRequest   *asked;
  ReaRequest   *request;
  ReaPlan      *plan;
  gboolean      current;
  ReaPlan      *refused;
  gboolean      refocus;
  guint         look_source;
  ReaPreviewer *previewer;
  ReaMover     *mover;
  GCancellable *counting;
  guint         refresh_source;
};

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaReassignDialog, rea_reassign_dialog, ADW_TYPE_WINDOW)

/* @reason is why the button is insensitive; NULL makes it sensitive. */
static void
set_reason (ReaReassignDialog *self, const char *reason)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), reason == NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->apply_button), reason);
}

static void
set_button (ReaReassignDialog *self, const char *label, const char *reason)
{
  gtk_button_set_label (self->apply_button, label);
  set_reason (self, reason);
}

static const char *
get_idle_label (ReaReassignDialog *self)
{
  if (self->removed != NULL)
    {
      /* TRANSLATORS: on the button that removes a sender. */
      return _ ("Remove");
    }

  /* TRANSLATORS: on the button that does it, while there is nothing to do. */
  return self->asked->to == REA_TO_UNASSIGNED ? _ ("Unassign") : _ ("Reassign");
}

/* There is nothing to preview: says why, and what to do. */
static void
show_nothing (ReaReassignDialog *self, const char *title, const char *reason)
{
  g_clear_pointer (&self->plan, rea_plan_free);
  rea_reassign_table_set_plan (self->table, NULL);
  rea_plan_summary_show_reason (self->summary, title, reason);
  set_button (self, get_idle_label (self), reason);
  self->current = FALSE;
}

/* The button was pressed by its key and not obeyed: there it can be pressed again. */
static void
give_focus_back (ReaReassignDialog *self)
{
  if (self->refocus && self->look_source == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->apply_button));

  self->refocus = self->refocus && self->look_source != 0;
}

/* Whoever holds nothing can go at once. */
static void
show_idle_removal (ReaReassignDialog *self)
{
  g_autofree char *title = NULL;

  /* TRANSLATORS: what will happen; %s is the name of a sender. */
  title = g_strdup_printf (_ ("%s leaves the campaign"), self->removed);
  /* TRANSLATORS: why no conversation moves where a sender is removed. */
  rea_plan_summary_show_reason (self->summary, title, _ ("They hold no conversation."));
  set_button (self, get_idle_label (self), NULL);
}

static void
show_plan (ReaReassignDialog *self)
{
  ReaTo            to = self->request->to;
  g_autofree char *button = self->removed != NULL
                                ? rea_move_text_button_remove (self->plan->moved, to)
                                : rea_move_text_button (self->plan->moved, to);
  g_autofree char *title = NULL;
  const char      *reason;

  rea_reassign_table_set_plan (self->table, self->plan);

  if (self->plan->moved > 0)
    {
      rea_plan_summary_show_plan (self->summary, self->plan, self->request);
      /* TRANSLATORS: why the button cannot be pressed for a moment. */
      set_button (self, button, self->look_source != 0 ? _ ("Look at what would move now.") : NULL);
      give_focus_back (self);
      return;
    }

  if (self->removed != NULL)
    {
      show_idle_removal (self);
      return;
    }

  reason = self->plan->matched == 0
               /* TRANSLATORS: why a move moves nothing. */
               ? _ ("No conversation matches.")
               /* TRANSLATORS: why a move moves nothing. */
               : _ ("They are shared out like this already.");
  title = rea_plan_text_title (self->plan, to);
  rea_plan_summary_show_reason (self->summary, title, reason);
  set_button (self, get_idle_label (self), reason);
}

static void
set_stale (ReaReassignDialog *self, gboolean stale)
{
  rea_plan_summary_set_stale (self->summary, stale);
  rea_reassign_table_set_stale (self->table, stale);
}

static void
late_cb (ReaReassignDialog *self)
{
  /* The campaign goes on while the same is previewed again: that is no outdated one. */
  if (!self->current)
    set_stale (self, TRUE);
}

static gboolean
look_cb (gpointer user_data)
{
  ReaReassignDialog *self = user_data;

  self->look_source = 0;

  if (!self->current || rea_mover_is_moving (self->mover))
    return G_SOURCE_REMOVE;

  show_plan (self);

  return G_SOURCE_REMOVE;
}

/* After a move was refused because the campaign had changed: what has. */
static void
tell_change (ReaReassignDialog *self)
{
  g_autoptr (ReaPlan) refused = g_steal_pointer (&self->refused);
  g_autofree char *change = NULL;

  if (refused == NULL)
    return;

  change = rea_plan_text_change (refused, self->plan);
  rea_plan_summary_set_notice (self->summary, change);
  g_clear_handle_id (&self->look_source, g_source_remove);
  self->look_source = g_timeout_add (LOOK_MILLISECONDS, look_cb, self);
}

static void
show_error (ReaReassignDialog *self, const GError *error)
{
  g_clear_pointer (&self->refused, rea_plan_free);

  /* What was refused, and would be again, is said once. */
  if (g_strcmp0 (rea_plan_summary_get_notice (self->summary), error->message) == 0)
    rea_plan_summary_set_notice (self->summary, NULL);

  /* TRANSLATORS: above the preview of a move that cannot be done; the reason follows. */
  show_nothing (self, _ ("Nothing moves"), error->message);
}

static void
answered_cb (ReaReassignDialog *self, const ReaPlan *plan, const GError *error)
{
  set_stale (self, FALSE);

  if (rea_mover_is_moving (self->mover))
    return;

  rea_request_pane_set_error (self->pane, error);

  if (plan == NULL)
    {
      show_error (self, error);
      return;
    }

  g_clear_pointer (&self->request, rea_request_free);
  self->request = rea_request_copy (self->asked);
  g_clear_pointer (&self->plan, rea_plan_free);
  self->plan = rea_plan_copy (plan);
  self->current = TRUE;
  tell_change (self);
  show_plan (self);
}

static void
request_preview (ReaReassignDialog *self)
{
  const char *missing;

  rea_previewer_forget (self->previewer);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_pointer (&self->asked, rea_request_free);
  self->asked = rea_request_pane_build (self->pane);
  rea_reassign_table_set_request (self->table, self->asked->filter->status, self->asked->to);
  rea_css_set_class (GTK_WIDGET (self->apply_button), "destructive-action",
                     self->asked->to == REA_TO_UNASSIGNED);
  rea_css_set_class (GTK_WIDGET (self->apply_button), "suggested-action",
                     self->asked->to != REA_TO_UNASSIGNED);
  missing = rea_request_pane_find_missing (self->pane, self->asked);

  if (missing != NULL)
    {
      rea_request_pane_set_error (self->pane, NULL);
      set_stale (self, FALSE);
      /* TRANSLATORS: above the preview of a move; what is missing follows. */
      show_nothing (self, _ ("Nothing moves yet"), missing);
      return;
    }

  if (!self->current)
    {
      if (self->plan == NULL)
        set_button (self, get_idle_label (self), NULL);

      /* What it says stays for these few frames, so that it does not jump.
       * TRANSLATORS: why the button cannot be pressed for a moment.
       */
      set_reason (self, _ ("The preview is being worked out."));
    }

  rea_previewer_ask (self->previewer, self->asked);
}

static void
request_changed_cb (ReaReassignDialog *self)
{
  if (self->service == NULL)
    return;

  self->current = FALSE;
  self->refocus = FALSE;
  g_clear_pointer (&self->refused, rea_plan_free);
  rea_plan_summary_set_notice (self->summary, NULL);
  request_preview (self);
}

/* The same request, seen anew. */
static gboolean
refresh_cb (gpointer user_data)
{
  ReaReassignDialog *self = user_data;

  self->refresh_source = 0;

  if (!rea_mover_is_moving (self->mover))
    request_preview (self);

  return G_SOURCE_REMOVE;
}

static void
late_move_cb (ReaReassignDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), TRUE);
  gtk_progress_bar_pulse (self->progress_bar);
}

/* What is being done stays readable; only the way out can be pressed. */
static void
set_moving (ReaReassignDialog *self, gboolean moving)
{
  gtk_widget_set_can_target (self->content, !moving);
  gtk_widget_set_can_focus (self->content, !moving);

  if (!moving)
    gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), FALSE);
}

static void
moved_cb (ReaReassignDialog *self, const ReaResult *result)
{
  g_autofree char *moved = NULL;
  g_autofree char *difference = NULL;
  g_autofree char *text = NULL;

  moved = self->removed != NULL
              ? rea_move_text_removed (self->removed, result->plan->moved, self->request->to)
              : rea_move_text_moved (result->plan->moved, self->request->to);
  difference = self->plan != NULL ? rea_plan_text_difference (self->plan, result->plan) : NULL;
  text =
      difference != NULL ? g_strconcat (moved, ". ", difference, NULL) : g_steal_pointer (&moved);
  g_signal_emit (self, signals[MOVED], 0, text, result->move, difference != NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
refused_cb (ReaReassignDialog *self, const GError *error)
{
  set_moving (self, FALSE);
  g_clear_pointer (&self->refused, rea_plan_free);
  rea_request_pane_set_error (self->pane, error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* TRANSLATORS: after a move that somebody stopped. */
      rea_plan_summary_set_notice (self->summary, _ ("Stopped: nothing was moved."));
    }
  else
    rea_plan_summary_set_notice (self->summary, error->message);

  if (g_error_matches (error, REA_ERROR, REA_ERROR_CHANGED))
    self->refused = rea_plan_copy (self->plan);

  self->current = FALSE;
  request_preview (self);
}

static void
apply_cb (ReaReassignDialog *self)
{
  if (!self->current || self->look_source != 0 || rea_mover_is_moving (self->mover))
    return;

  rea_plan_summary_set_notice (self->summary, NULL);
  rea_previewer_forget (self->previewer);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  self->refocus = gtk_widget_has_focus (GTK_WIDGET (self->apply_button));
  set_moving (self, TRUE);
  /* TRANSLATORS: why the button cannot be pressed any more. */
  set_reason (self, _ ("The conversations are moved."));
  rea_mover_move (self->mover, self->reassign, self->request, self->plan);
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

  if (rea_mover_is_moving (self->mover))
    {
      rea_mover_cancel (self->mover);
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (rea_reassign_dialog_parent_class)->close_request (window);
}

/* The first field has the focus, where there is one. */
static void
rea_reassign_dialog_map (GtkWidget *widget)
{
  ReaReassignDialog *self = REA_REASSIGN_DIALOG (widget);

  GTK_WIDGET_CLASS (rea_reassign_dialog_parent_class)->map (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->pane)))
    gtk_widget_grab_focus (GTK_WIDGET (self->pane));
}

static void
set_titles (ReaReassignDialog *self, ReaSenderList *senders)
{
  const ReaOverview *overview = rea_campaign_model_get_overview (self->campaign);
  const char        *title = rea_reassign_title (self->reassign);
  const char        *campaign = overview != NULL ? overview->campaign->title : "";
  g_autofree char   *subtitle = rea_reassign_dup_subtitle (self->reassign, campaign, senders);

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
}

/* A tick is not lost silently. */
static void
chosen_left_cb (ReaReassignDialog *self, GPtrArray *names)
{
  g_autofree char *text = rea_move_text_left (names);

  rea_plan_summary_set_notice (self->summary, text);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaReassignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaTally) tally = rea_service_tally_finish (REA_SERVICE (source), result, &error);

  /* Why it cannot be read the preview says. */
  if (tally == NULL || self->choices == NULL)
    return;

  rea_choice_list_take_tally (self->choices, g_steal_pointer (&tally));
  rea_request_pane_update (self->pane);
}

/* Where what the senders hold does not tell how many there are, it is asked. */
static void
count (ReaReassignDialog *self)
{
  if (!rea_reassign_case_needs_tally (self->reassign))
    return;

  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);

  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  rea_service_tally_async (self->service, rea_campaign_model_get_id (self->campaign),
                           self->reassign->from, self->counting, counted_cb, g_object_ref (self));
}

/* The campaign goes on while somebody decides. */
static void
refreshed_cb (ReaReassignDialog *self)
{
  if (rea_mover_is_moving (self->mover))
    return;

  count (self);
  rea_request_pane_update (self->pane);

  if (self->refresh_source == 0)
    self->refresh_source = g_timeout_add (REFRESH_MILLISECONDS, refresh_cb, self);
}

/**
 * rea_reassign_dialog_new:
 * @parent: the window over which it stands
 * @service: the service
 * @campaign: the campaign
 * @senders: its senders
 * @reassign: what is reassigned, and what is asked
 *
 * Returns: (transfer floating): the dialog, with its first preview under way
 */
GtkWidget *
rea_reassign_dialog_new (GtkWindow             *parent,
                         ReaService            *service,
                         ReaCampaignModel      *campaign,
                         ReaSenderList         *senders,
                         const ReaReassignCase *reassign)
{
  ReaReassignDialog *self = g_object_new (REA_TYPE_REASSIGN_DIALOG, "transient-for", parent, NULL);
  gint64             id = rea_campaign_model_get_id (campaign);

  self->campaign = g_object_ref (campaign);
  self->reassign = rea_reassign_case_copy (reassign);
  if (reassign->verb == REA_REASSIGN_REMOVE)
    self->removed = rea_reassign_dup_sender (reassign, senders);

  set_titles (self, senders);
  gtk_widget_set_visible (self->pane_separator,
                          rea_reassign_case_offers (reassign, REA_TO_SENDERS));
  self->choices = rea_choice_list_new (senders, reassign);
  rea_reassign_table_set_choices (self->table, self->choices);
  rea_request_pane_set_up (self->pane, self->choices, campaign, senders, reassign);

  self->service = g_object_ref (service);
  self->previewer = rea_previewer_new (service, id);
  g_signal_connect_object (self->previewer, "answered", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->previewer, "late", G_CALLBACK (late_cb), self, G_CONNECT_SWAPPED);
  self->mover = rea_mover_new (service, id);
  g_signal_connect_object (self->mover, "late", G_CALLBACK (late_move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mover, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mover, "refused", G_CALLBACK (refused_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->choices, "chosen-left", G_CALLBACK (chosen_left_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (senders, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  /* What cannot be read any more cannot be moved either; the preview says why. */
  g_signal_connect_object (senders, "notify::error", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "notify::trouble", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  count (self);
  request_preview (self);

  return GTK_WIDGET (self);
}

static void
rea_reassign_dialog_dispose (GObject *object)
{
  ReaReassignDialog *self = REA_REASSIGN_DIALOG (object);

  if (self->previewer != NULL)
    rea_previewer_forget (self->previewer);

  g_clear_object (&self->previewer);
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);

  g_clear_object (&self->counting);
  g_clear_object (&self->mover);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_object (&self->service);
  g_clear_object (&self->campaign);
  g_clear_object (&self->choices);

  G_OBJECT_CLASS (rea_reassign_dialog_parent_class)->dispose (object);
}

static void
rea_reassign_dialog_finalize (GObject *object)
{
  ReaReassignDialog *self = REA_REASSIGN_DIALOG (object);

  g_clear_pointer (&self->reassign, rea_reassign_case_free);
  g_clear_pointer (&self->asked, rea_request_free);
  g_clear_pointer (&self->request, rea_request_free);
  g_clear_pointer (&self->plan, rea_plan_free);
  g_clear_pointer (&self->refused, rea_plan_free);
  g_free (self->removed);

  G_OBJECT_CLASS (rea_reassign_dialog_parent_class)->finalize (object);
}

static void
rea_reassign_dialog_class_init (ReaReassignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_reassign_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = rea_reassign_dialog_finalize;
  widget_class->map = rea_reassign_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = rea_reassign_dialog_close_request;

  signals[MOVED] =
      g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_BOOLEAN);

  g_type_ensure (REA_TYPE_PLAN_SUMMARY);
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
  gtk_widget_class_bind_template_child (widget_class, ReaReassignDialog, summary);
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
