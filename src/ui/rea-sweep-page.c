/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sweep-page.h"

#include "rea-a11y.h"
#include "rea-labels.h"
#include "rea-messenger-entry.h"
#include "rea-sweep-row.h"
#include "rea-sweep-text.h"
#include "rea-tab-stop.h"

#include <glib/gi18n-lib.h>

struct _ReaSweepPage
{
  ReaSubpage parent_instance;

  GtkStack      *stack;
  GtkLabel      *heading_label;
  GtkLabel      *as_of_label;
  GtkListBox    *list;
  AdwStatusPage *swept_page;
  GtkListBox    *swept_list;
  GtkLabel      *trouble_label;
  GtkDropDown   *minutes_drop_down;

  ReaService       *service;
  ReaCampaignModel *campaign;
  ReaSweepModel    *model;
  ReaCampaignMoves *moves;
  gboolean          may_manage;
  gboolean          watches;
  gboolean          wants_focus; /* as soon as there is something to press */
  ReaSweepRow      *rows[REA_N_SWEEP_KINDS];
  AdwActionRow     *swept_rows[REA_N_SWEEP_KINDS];
};

G_DEFINE_FINAL_TYPE (ReaSweepPage, rea_sweep_page, REA_TYPE_SUBPAGE)

/* What can be chosen as long, in the order of the drop-down. */
static const int minutes_choices[] = { 15, 30, 60 };

/* The row with the focus, or NULL. */
static ReaSweepRow *
get_focused_row (ReaSweepPage *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return row != NULL && REA_IS_SWEEP_ROW (row) ? REA_SWEEP_ROW (row) : NULL;
}

/* The first thing to press from a row on, round the list; else how long is long. */
static void
focus_from (ReaSweepPage *self, const ReaSweep *sweep, guint from)
{
  for (guint i = 0; i < REA_N_SWEEP_KINDS; i++)
    {
      ReaSweepKind kind = (from + i) % REA_N_SWEEP_KINDS;

      if (rea_sweep_find (sweep, kind) != NULL &&
          gtk_widget_grab_focus (GTK_WIDGET (self->rows[kind])))
        return;
    }

  gtk_widget_grab_focus (GTK_WIDGET (self->minutes_drop_down));
}

/* A line that is done goes, and the focus to the next before that: GTK puts it beside
 * what it can be seen in no more, however late.
 */
static void
show_lines (ReaSweepPage *self, const ReaSweep *sweep)
{
  ReaSweepRow *focused = get_focused_row (self);
  gboolean     first = TRUE;
  int          lost = -1;

  for (ReaSweepKind kind = 0; kind < REA_N_SWEEP_KINDS; kind++)
    {
      const ReaSweepLine *line = rea_sweep_find (sweep, kind);

      if (line == NULL)
        {
          lost = focused == self->rows[kind] ? (int) kind : lost;
          continue;
        }

      rea_sweep_row_show (self->rows[kind], sweep, line, self->may_manage);
      rea_sweep_row_set_first (self->rows[kind], first);
      first = FALSE;
    }

  if (lost >= 0)
    focus_from (self, sweep, lost);

  for (ReaSweepKind kind = 0; kind < REA_N_SWEEP_KINDS; kind++)
    gtk_widget_set_visible (GTK_WIDGET (self->rows[kind]), rea_sweep_find (sweep, kind) != NULL);
}

static gboolean
leave_list_cb (gpointer user_data)
{
  ReaSweepPage   *self = user_data;
  const ReaSweep *sweep = self->model != NULL ? rea_sweep_model_get_sweep (self->model) : NULL;

  if (sweep != NULL && gtk_widget_is_focus (GTK_WIDGET (self->list)))
    focus_from (self, sweep, 0);

  return G_SOURCE_REMOVE;
}

/* Where a line goes while a dialog has the keyboard, GTK leaves the focus at the list
 * itself, where no key does anything.
 */
static void
list_focus_cb (ReaSweepPage *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, leave_list_cb, g_object_ref (self), g_object_unref);
}

static void
show_swept (ReaSweepPage *self, const ReaSweep *sweep)
{
  g_autofree char *text = rea_sweep_text_swept (sweep);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->swept_page, escaped);
  for (ReaSweepKind kind = 0; kind < REA_N_SWEEP_KINDS; kind++)
    {
      g_autofree char *title = rea_sweep_kind_dup_title (kind, &sweep->options);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->swept_rows[kind]), title);
    }
}

static void
update (ReaSweepPage *self)
{
  const ReaSweep  *sweep = rea_sweep_model_get_sweep (self->model);
  const char      *error = rea_sweep_model_get_error (self->model);
  g_autofree char *heading = NULL;
  g_autofree char *as_of = NULL;

  gtk_label_set_text (self->trouble_label, error != NULL ? error : "");
  if (error != NULL)
    gtk_stack_set_visible_child_name (self->stack, "trouble");
  if (sweep == NULL)
    return;

  heading = rea_sweep_text_heading (sweep);
  as_of = rea_sweep_text_as_of (sweep);
  gtk_label_set_text (self->heading_label, heading);
  gtk_label_set_text (self->as_of_label, as_of);
  show_lines (self, sweep);
  if (sweep->lines->len == 0)
    show_swept (self, sweep);
  gtk_stack_set_visible_child_name (self->stack, sweep->lines->len > 0 ? "lines" : "swept");

  if (self->wants_focus)
    {
      self->wants_focus = FALSE;
      focus_from (self, sweep, 0);
    }
}

static void
mend_cb (ReaSweepPage *self, ReaSweepRow *row)
{
  const ReaSweep     *sweep = rea_sweep_model_get_sweep (self->model);
  const ReaSweepLine *line = NULL;
  GtkWidget          *dialog;

  for (ReaSweepKind kind = 0; sweep != NULL && kind < REA_N_SWEEP_KINDS; kind++)
    if (self->rows[kind] == row)
      line = rea_sweep_find (sweep, kind);

  if (line == NULL)
    return;

  switch (rea_sweep_kind_get_cure (line->kind))
    {
    case REA_SWEEP_REASSIGN:
      dialog = rea_campaign_moves_open (self->moves, REA_REASSIGN_SWEPT, line->filter);
      if (dialog != NULL)
        g_signal_connect_object (dialog, "moved", G_CALLBACK (rea_sweep_model_refresh), self->model,
                                 G_CONNECT_SWAPPED);
      break;
    case REA_SWEEP_REVIEW:
      rea_messenger_open_admin (GTK_WIDGET (self), self->service,
                                rea_campaign_model_get_id (self->campaign), line->filter, 0);
      break;
    case REA_SWEEP_CHANGE_WINDOW:
    default:
      gtk_widget_activate_action (GTK_WIDGET (self), "campaign.change-window", NULL);
    }
}

static void
minutes_cb (ReaSweepPage *self)
{
  guint position = gtk_drop_down_get_selected (self->minutes_drop_down);

  if (self->model == NULL || position >= G_N_ELEMENTS (minutes_choices))
    return;

  rea_sweep_model_set_minutes (self->model, minutes_choices[position]);
}

static void
map_cb (ReaSweepPage *self)
{
  if (self->watches)
    return;

  self->watches = TRUE;
  rea_sweep_model_watch (self->model);
}

static void
unmap_cb (ReaSweepPage *self)
{
  if (!self->watches)
    return;

  self->watches = FALSE;
  rea_sweep_model_unwatch (self->model);
}

static gboolean
rea_sweep_page_grab_focus (GtkWidget *widget)
{
  ReaSweepPage   *self = REA_SWEEP_PAGE (widget);
  const ReaSweep *sweep = rea_sweep_model_get_sweep (self->model);

  /* GTK asks again where Tab leads out of here, and it is let go then. */
  if (rea_tab_stop_is_within (widget))
    return FALSE;

  if (sweep != NULL)
    focus_from (self, sweep, 0);
  else
    self->wants_focus = gtk_widget_grab_focus (GTK_WIDGET (self->minutes_drop_down));

  return TRUE;
}

static void
add_rows (ReaSweepPage *self)
{
  for (ReaSweepKind kind = 0; kind < REA_N_SWEEP_KINDS; kind++)
    {
      GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");
      /* TRANSLATORS: beside a line of a sweep that found nothing: how many there are. */
      GtkWidget *none = gtk_label_new (_ ("none"));

      self->rows[kind] = rea_sweep_row_new ();
      g_signal_connect_object (self->rows[kind], "mend", G_CALLBACK (mend_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, GTK_WIDGET (self->rows[kind]));

      self->swept_rows[kind] = ADW_ACTION_ROW (adw_action_row_new ());
      gtk_widget_add_css_class (tick, "dim-label");
      gtk_widget_add_css_class (none, "dim-label");
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->swept_rows[kind]), FALSE);
      gtk_widget_set_focusable (GTK_WIDGET (self->swept_rows[kind]), FALSE);
      adw_action_row_add_prefix (self->swept_rows[kind], tick);
      adw_action_row_add_suffix (self->swept_rows[kind], none);
      gtk_list_box_append (self->swept_list, GTK_WIDGET (self->swept_rows[kind]));
    }
}

/**
 * rea_sweep_page_new:
 * @service: the service
 * @campaign: the campaign
 * @model: what holds it up
 * @moves: what moves its conversations
 *
 * Returns: (transfer floating): a page
 */
ReaSweepPage *
rea_sweep_page_new (ReaService       *service,
                    ReaCampaignModel *campaign,
                    ReaSweepModel    *model,
                    ReaCampaignMoves *moves)
{
  ReaSweepPage *self = g_object_new (REA_TYPE_SWEEP_PAGE, NULL);
  guint         position = 0;

  while (position < G_N_ELEMENTS (minutes_choices) &&
         minutes_choices[position] != rea_sweep_model_get_minutes (model))
    position++;
  gtk_drop_down_set_selected (self->minutes_drop_down, position < G_N_ELEMENTS (minutes_choices)
                                                           ? position
                                                           : GTK_INVALID_LIST_POSITION);

  self->model = g_object_ref (model);
  self->moves = g_object_ref (moves);
  self->service = g_object_ref (service);
  self->campaign = g_object_ref (campaign);
  self->may_manage =
      rea_role_check (rea_service_get_user (service)->role, REA_VERB_MANAGE_CAMPAIGN, NULL);
  g_object_bind_property (campaign, "title", self, "subtitle", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

static void
rea_sweep_page_dispose (GObject *object)
{
  ReaSweepPage *self = REA_SWEEP_PAGE (object);

  if (self->model != NULL)
    unmap_cb (self);
  g_clear_object (&self->model);
  g_clear_object (&self->moves);
  g_clear_object (&self->campaign);
  g_clear_object (&self->service);

  G_OBJECT_CLASS (rea_sweep_page_parent_class)->dispose (object);
}

static void
rea_sweep_page_class_init (ReaSweepPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_sweep_page_dispose;
  widget_class->grab_focus = rea_sweep_page_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-sweep-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaSweepPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ReaSweepPage, heading_label);
  gtk_widget_class_bind_template_child (widget_class, ReaSweepPage, as_of_label);
  gtk_widget_class_bind_template_child (widget_class, ReaSweepPage, list);
  gtk_widget_class_bind_template_child (widget_class, ReaSweepPage, swept_page);
  gtk_widget_class_bind_template_child (widget_class, ReaSweepPage, swept_list);
  gtk_widget_class_bind_template_child (widget_class, ReaSweepPage, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, ReaSweepPage, minutes_drop_down);
  gtk_widget_class_bind_template_callback (widget_class, list_focus_cb);
  gtk_widget_class_bind_template_callback (widget_class, minutes_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_cb);
  gtk_widget_class_bind_template_callback (widget_class, unmap_cb);
}

static void
rea_sweep_page_init (ReaSweepPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* TRANSLATORS: what a screen reader calls the choice of a number of minutes. */
  rea_a11y_name_drop_down (self->minutes_drop_down, _ ("Long is"));
  add_rows (self);
}
