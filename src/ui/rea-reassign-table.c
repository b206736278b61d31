/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-reassign-table.h"

#include "rea-a11y.h"
#include "rea-choice-cells.h"
#include "rea-css.h"
#include "rea-format.h"
#include "rea-name.h"
#include "rea-tab-stop.h"
#include "rea-table-columns.h"

#include <glib/gi18n-lib.h>

#define MANY_CONVERSATIONS 100000

struct _ReaReassignTable
{
  AdwBin parent_instance;

  GtkLabel        *chosen_label;
  GtkCheckButton  *select_all_button;
  GtkToggleButton *all_button;
  GtkToggleButton *online_button;
  GtkToggleButton *changes_button;
  GtkEditable     *search_entry;
  GtkColumnView   *view;

  ReaChoiceList      *choices;
  ReaStatus           status;
  ReaTo               to;
  GtkFilterListModel *shown;
  GtkFilter          *filter;
  ReaSearch          *search;
  gboolean            setting;
};

static const ReaTableColumn columns[] = {
  { "tick", rea_choice_cells_tick, NULL, FALSE },
  { "sender", rea_choice_cells_sender, NULL, FALSE },
  { "bar", rea_choice_cells_bar, NULL, FALSE },
  { "open-work", rea_choice_cells_open_work, NULL, TRUE },
  { "needs-reply", rea_choice_cells_needs_reply, NULL, TRUE },
  { "not-started", rea_choice_cells_not_started, NULL, TRUE },
  { "other", rea_choice_cells_other, NULL, TRUE },
  { "change", rea_choice_cells_change, NULL, TRUE },
};

G_DEFINE_FINAL_TYPE (ReaReassignTable, rea_reassign_table, ADW_TYPE_BIN)

static gboolean
filter_cb (gpointer object, gpointer user_data)
{
  ReaReassignTable *self = user_data;
  ReaSenderChoice  *choice = object;
  ReaSenderItem    *item = rea_sender_choice_get_item (choice);

  if (!rea_choice_list_takes_part (self->choices, choice))
    return FALSE;

  if (gtk_toggle_button_get_active (self->changes_button) && !rea_sender_choice_changes (choice))
    return FALSE;

  if (rea_choice_list_is_pinned (self->choices, choice))
    return TRUE;

  if (gtk_toggle_button_get_active (self->online_button) && !rea_sender_item_get_online (item))
    return FALSE;

  return self->search == NULL ||
         rea_search_matches (self->search, rea_sender_item_get_first_name (item),
                             rea_sender_item_get_last_name (item), "");
}

static void
set_button (GtkToggleButton *button, const char *format, guint n)
{
  g_autofree char *number = rea_format_number (n);
  g_autofree char *label = g_strdup_printf (format, number);

  gtk_button_set_label (GTK_BUTTON (button), label);
}

static void
update_select_all (ReaReassignTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  guint n_choices = 0;
  guint n_chosen = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReaSenderChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      n_choices += rea_sender_choice_get_can_choose (choice);
      n_chosen += rea_sender_choice_get_chosen (choice);
    }

  self->setting = TRUE;
  gtk_check_button_set_inconsistent (self->select_all_button, n_chosen > 0 && n_chosen < n_choices);
  gtk_check_button_set_active (self->select_all_button, n_chosen > 0 && n_chosen == n_choices);
  gtk_widget_set_sensitive (GTK_WIDGET (self->select_all_button), n_choices > 0);
  self->setting = FALSE;
}

static void
update_head (ReaReassignTable *self)
{
  GListModel      *choices = rea_choice_list_get_model (self->choices);
  guint            n = g_list_model_get_n_items (choices);
  guint            n_senders = 0;
  guint            n_online = 0;
  guint            n_changes = 0;
  guint            n_chosen = 0;
  g_autofree char *senders = NULL;
  g_autofree char *chosen = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReaSenderChoice) choice = g_list_model_get_item (choices, i);

      n_changes += rea_sender_choice_changes (choice);
      n_chosen += rea_sender_choice_get_chosen (choice);

      if (!rea_sender_choice_is_unassigned (choice))
        {
          n_senders++;
          n_online += rea_sender_item_get_online (rea_sender_choice_get_item (choice));
        }
    }

  /* TRANSLATORS: a button that narrows the table: all senders, and how many. */
  set_button (self->all_button, _ ("All %s"), n_senders);
  /* TRANSLATORS: a button that narrows the table: senders who are online, and how many. */
  set_button (self->online_button, _ ("Online %s"), n_online);
  /* TRANSLATORS: a button that narrows the table: whose holding changes, and how many. */
  set_button (self->changes_button, _ ("Changes %s"), n_changes);

  senders = rea_format_number (n_senders);
  chosen = rea_format_number (n_chosen);

  if (self->to != REA_TO_SENDERS)
    {
      /* TRANSLATORS: above the table of senders. */
      text = g_strdup_printf (ngettext ("%s sender", "%s senders", n_senders), senders);
    }
  else if (n_chosen == 0)
    {
      /* TRANSLATORS: above the table of senders in which some are to be chosen. */
      text = g_strdup (_ ("No sender chosen"));
    }
  else
    {
      /* TRANSLATORS: above the table of senders: how many are chosen. */
      text = g_strdup_printf (_ ("%1$s of %2$s chosen"), chosen, senders);
    }

  gtk_label_set_text (self->chosen_label, text);
  update_select_all (self);
}

static void
filter_changed_cb (ReaReassignTable *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);

  g_clear_pointer (&self->search, rea_search_free);

  if (*text != '\0')
    self->search = rea_search_new (text);

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_select_all (self);
}

/* Escape empties the search first, then it leaves the dialog. */
static void
stop_search_cb (ReaReassignTable *self)
{
  if (*gtk_editable_get_text (self->search_entry) != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

/* Ticks what the search shows, or takes these ticks away. */
static void
select_all_cb (ReaReassignTable *self)
{
  if (!self->setting)
    rea_choice_list_choose (self->choices, G_LIST_MODEL (self->shown),
                            gtk_check_button_get_active (self->select_all_button));
}

static void
activate_cb (ReaReassignTable *self, guint position)
{
  g_autoptr (ReaSenderChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (rea_sender_choice_get_can_choose (choice))
    rea_sender_choice_set_chosen (choice, !rea_sender_choice_get_chosen (choice));
}

/**
 * rea_reassign_table_set_choices:
 * @self: the table
 * @choices: its rows
 *
 * Fills the table. It is called once.
 */
void
rea_reassign_table_set_choices (ReaReassignTable *self, ReaChoiceList *choices)
{
  GListModel *model = rea_choice_list_get_model (choices);

  g_return_if_fail (self->choices == NULL);

  self->choices = g_object_ref (choices);
  gtk_filter_list_model_set_model (self->shown, model);
  gtk_filter_list_model_set_filter (self->shown, self->filter);
  g_signal_connect_object (choices, "chosen-changed", G_CALLBACK (update_head), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (update_head), self,
                           G_CONNECT_SWAPPED);
}

/* Which columns a request needs. */
static void
show_columns (ReaReassignTable *self)
{
  const char *ids[G_N_ELEMENTS (columns) + 1] = { NULL };
  guint       n = 0;
  gboolean    one_status =
      self->status == REA_STATUS_NEEDS_REPLY || self->status == REA_STATUS_NOT_STARTED;

  if (self->to == REA_TO_SENDERS)
    ids[n++] = "tick";

  ids[n++] = "sender";

  /* Three pairs of long numbers leave no room for what they say anyway. */
  if (one_status || rea_choice_list_get_n_conversations (self->choices) < MANY_CONVERSATIONS)
    ids[n++] = "bar";
  if (one_status)
    ids[n++] = "open-work";
  if (self->status != REA_STATUS_NOT_STARTED)
    ids[n++] = "needs-reply";
  if (self->status != REA_STATUS_NEEDS_REPLY)
    ids[n++] = "not-started";
  if (!one_status)
    ids[n++] = "other";

  ids[n] = "change";
  rea_table_columns_show (GTK_WIDGET (self), self->view, columns, G_N_ELEMENTS (columns), ids);
}

/**
 * rea_reassign_table_set_request:
 * @self: the table
 * @status: which conversations are reassigned
 * @to: where to
 *
 * Shows the columns and the ticks that belong to a request.
 */
void
rea_reassign_table_set_request (ReaReassignTable *self, ReaStatus status, ReaTo to)
{
  self->status = status;
  self->to = to;

  show_columns (self);
  gtk_widget_set_visible (GTK_WIDGET (self->select_all_button), to == REA_TO_SENDERS);
  filter_changed_cb (self);
  update_head (self);
}

/**
 * rea_reassign_table_set_plan:
 * @self: the table
 * @plan: (nullable): the preview, or %NULL while there is none
 *
 * Shows what each gives and receives.
 */
void
rea_reassign_table_set_plan (ReaReassignTable *self, const ReaPlan *plan)
{
  rea_choice_list_set_plan (self->choices, plan);

  if (gtk_toggle_button_get_active (self->changes_button))
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);

  update_head (self);
}

/**
 * rea_reassign_table_set_stale:
 * @self: the table
 * @stale: whether the preview belongs to an earlier request
 *
 * Marks an outdated preview.
 */
void
rea_reassign_table_set_stale (ReaReassignTable *self, gboolean stale)
{
  rea_css_set_class (GTK_WIDGET (self->view), "stale", stale);
}

static void
rea_reassign_table_dispose (GObject *object)
{
  ReaReassignTable *self = REA_REASSIGN_TABLE (object);

  g_clear_object (&self->choices);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (rea_reassign_table_parent_class)->dispose (object);
}

static void
rea_reassign_table_finalize (GObject *object)
{
  ReaReassignTable *self = REA_REASSIGN_TABLE (object);

  g_clear_pointer (&self->search, rea_search_free);

  G_OBJECT_CLASS (rea_reassign_table_parent_class)->finalize (object);
}

static void
rea_reassign_table_class_init (ReaReassignTableClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rea_reassign_table_dispose;
  object_class->finalize = rea_reassign_table_finalize;

  g_type_ensure (REA_TYPE_TAB_STOP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-reassign-table.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaReassignTable, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, ReaReassignTable, select_all_button);
  gtk_widget_class_bind_template_child (widget_class, ReaReassignTable, all_button);
  gtk_widget_class_bind_template_child (widget_class, ReaReassignTable, online_button);
  gtk_widget_class_bind_template_child (widget_class, ReaReassignTable, changes_button);
  gtk_widget_class_bind_template_child (widget_class, ReaReassignTable, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaReassignTable, view);
  rea_table_columns_declare (widget_class, columns, G_N_ELEMENTS (columns));
  gtk_widget_class_bind_template_callback (widget_class, select_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
rea_reassign_table_init (ReaReassignTable *self)
{
  g_autoptr (GtkSelectionModel) rows = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  rea_table_columns_set_up (GTK_WIDGET (self), self->view, columns, G_N_ELEMENTS (columns));

  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));
  self->shown = gtk_filter_list_model_new (NULL, NULL);
  rows = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown))));
  gtk_column_view_set_model (self->view, rows);

  /* TRANSLATORS: what a screen reader calls the table of a reassignment. */
  rea_a11y_name_column_view (self->view, _ ("Senders and what changes"));
}
