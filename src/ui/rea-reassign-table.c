/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-reassign-table.h"

#include "rea-a11y.h"
#include "rea-choice-cells.h"
#include "rea-table-columns.h"
#include "rea-format.h"
#include "rea-name.h"
#include "rea-sender-choice.h"
#include "rea-tab-stop.h"

#include <glib/gi18n-lib.h>

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

  ReaSenderList *senders;
  ReaSenderItem *from;
  gboolean       gives_all;
  guint          n_digits;
  ReaStatus      status;
  ReaTo          to;
  GListStore    *choices;
  GListModel    *shown;
  GtkFilter     *filter;
  ReaSearch     *search;
  gboolean       setting;
};

enum
{
  CHOSEN_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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
is_giver (ReaReassignTable *self, ReaSenderChoice *choice)
{
  return self->from != NULL && rea_sender_choice_get_item (choice) == self->from;
}

static gboolean
filter_cb (gpointer object, gpointer user_data)
{
  ReaReassignTable *self = user_data;
  ReaSenderChoice  *choice = object;
  ReaSenderItem    *item = rea_sender_choice_get_item (choice);

  /* What nobody holds is shown where it takes part. */
  if (rea_sender_choice_is_unassigned (choice) && self->from != NULL && !is_giver (self, choice) &&
      self->to != REA_TO_UNASSIGNED)
    return FALSE;

  if (gtk_toggle_button_get_active (self->changes_button) && !rea_sender_choice_changes (choice))
    return FALSE;

  if (rea_sender_choice_is_unassigned (choice) || is_giver (self, choice))
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
  guint n = g_list_model_get_n_items (self->shown);
  guint n_choices = 0;
  guint n_chosen = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReaSenderChoice) choice = g_list_model_get_item (self->shown, i);

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
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  guint            n_senders = 0;
  guint            n_online = 0;
  guint            n_changes = 0;
  guint            n_chosen = 0;
  g_autofree char *senders = NULL;
  g_autofree char *chosen = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReaSenderChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

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

static void
chosen_cb (ReaReassignTable *self)
{
  if (self->setting)
    return;

  update_head (self);
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

/* Ticks what the search shows, or takes these ticks away; told once. */
static void
select_all_cb (ReaReassignTable *self)
{
  gboolean active = gtk_check_button_get_active (self->select_all_button);
  guint    n = g_list_model_get_n_items (self->shown);

  if (self->setting)
    return;

  self->setting = TRUE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReaSenderChoice) choice = g_list_model_get_item (self->shown, i);

      if (rea_sender_choice_get_can_choose (choice))
        rea_sender_choice_set_chosen (choice, active);
    }

  self->setting = FALSE;
  chosen_cb (self);
}

static void
activate_cb (ReaReassignTable *self, guint position)
{
  g_autoptr (ReaSenderChoice) choice = g_list_model_get_item (self->shown, position);

  if (rea_sender_choice_get_can_choose (choice))
    rea_sender_choice_set_chosen (choice, !rea_sender_choice_get_chosen (choice));
}

/* The order in which the table opens, and which it keeps: what nobody holds, who
 * gives, then who has least open work (where all give everything: most).
 */
static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  ReaReassignTable *self = user_data;
  ReaSenderChoice  *choice_a = (ReaSenderChoice *) a;
  ReaSenderChoice  *choice_b = (ReaSenderChoice *) b;
  ReaCounts         counts_a = rea_sender_choice_get_before (choice_a);
  ReaCounts         counts_b = rea_sender_choice_get_before (choice_b);
  gint64            open_a = rea_counts_open_work (&counts_a);
  gint64            open_b = rea_counts_open_work (&counts_b);
  int               order;

  order = rea_sender_choice_is_unassigned (choice_b) - rea_sender_choice_is_unassigned (choice_a);

  if (order == 0)
    order = is_giver (self, choice_b) - is_giver (self, choice_a);

  if (order != 0)
    return order;

  order = (open_a > open_b) - (open_a < open_b);

  return self->gives_all ? -order : order;
}

static ReaSenderChoice *
make_choice (ReaReassignTable *self, ReaSenderItem *item)
{
  ReaSenderChoice *choice = rea_sender_choice_new (item, self->n_digits);

  g_signal_connect_object (choice, "notify::chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);

  return choice;
}

static void
update_can_choose (ReaReassignTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReaSenderChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      rea_sender_choice_set_can_choose (choice, self->to == REA_TO_SENDERS &&
                                                    !rea_sender_choice_is_unassigned (choice) &&
                                                    !is_giver (self, choice));
    }
}

static gboolean
holds (ReaReassignTable *self, ReaSenderItem *item)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->senders));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReaSenderItem) here = g_list_model_get_item (G_LIST_MODEL (self->senders), i);

      if (here == item)
        return TRUE;
    }

  return FALSE;
}

/* Senders who come while the dialog is open stand at the end; nothing else moves. */
static void
senders_changed_cb (ReaReassignTable *self, guint position, guint removed, guint added)
{
  guint n_chosen_before = 0;

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->choices)); removed > 0 && i > 0; i--)
    {
      g_autoptr (ReaSenderChoice) choice =
          g_list_model_get_item (G_LIST_MODEL (self->choices), i - 1);

      if (holds (self, rea_sender_choice_get_item (choice)))
        continue;

      n_chosen_before += rea_sender_choice_get_chosen (choice);
      g_list_store_remove (self->choices, i - 1);
    }

  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (ReaSenderItem) item = g_list_model_get_item (G_LIST_MODEL (self->senders), i);
      g_autoptr (ReaSenderChoice) choice = make_choice (self, item);

      g_list_store_append (self->choices, choice);
    }

  update_can_choose (self);
  update_head (self);

  if (n_chosen_before > 0)
    g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

/* No number of the table is larger than that of all conversations; it keeps as much
 * room from the beginning, so that no column moves while senders are chosen.
 */
static guint
count_digits (ReaSenderList *senders)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (senders));
  gint64           total = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReaSenderItem) item = g_list_model_get_item (G_LIST_MODEL (senders), i);
      ReaCounts counts = rea_sender_item_get_counts (item);

      total += rea_counts_total (&counts);
    }

  text = rea_format_number (total);

  return g_utf8_strlen (text, -1);
}

/**
 * rea_reassign_table_set_senders:
 * @self: the table
 * @senders: the senders of the campaign
 * @from: (nullable): whose conversations are reassigned, or %NULL for everyone's
 * @gives_all: whether all that they hold is taken from them
 *
 * Fills the table. It is called once.
 */
void
rea_reassign_table_set_senders (ReaReassignTable *self,
                                ReaSenderList    *senders,
                                ReaSenderItem    *from,
                                gboolean          gives_all)
{
  g_return_if_fail (self->senders == NULL);

  self->senders = g_object_ref (senders);
  g_set_object (&self->from, from);
  self->gives_all = gives_all && from == NULL;

  self->n_digits = count_digits (senders);

  senders_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (senders)));
  g_list_store_sort (self->choices, compare_cb, self);
  rea_reassign_table_set_plan (self, NULL);

  g_signal_connect_object (senders, "items-changed", G_CALLBACK (senders_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Which columns a request needs. */
static void
show_columns (ReaReassignTable *self)
{
  const char *ids[G_N_ELEMENTS (columns) + 1] = { NULL };
  guint       n = 0;

  if (self->to == REA_TO_SENDERS)
    ids[n++] = "tick";

  ids[n++] = "sender";
  ids[n++] = "bar";

  if (self->status != REA_STATUS_ANY)
    ids[n++] = "open-work";
  if (self->status != REA_STATUS_NOT_STARTED)
    ids[n++] = "needs-reply";
  if (self->status != REA_STATUS_NEEDS_REPLY)
    ids[n++] = "not-started";
  if (self->status == REA_STATUS_ANY)
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
  update_can_choose (self);
  filter_changed_cb (self);
  update_head (self);
}

/* The longest bar, before or after. */
static gint64
find_scale (ReaReassignTable *self, const ReaPlan *plan)
{
  guint  n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  gint64 scale = 1;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReaSenderChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);
      ReaSenderItem *item = rea_sender_choice_get_item (choice);
      ReaPlanRow *row = plan != NULL ? rea_plan_find (plan, rea_sender_item_get_id (item)) : NULL;
      ReaCounts   counts = rea_sender_item_get_counts (item);

      if (row != NULL)
        {
          counts = row->before;
          rea_counts_add (&counts, &row->received);
        }

      if (!rea_sender_choice_is_unassigned (choice))
        scale = MAX (scale, rea_counts_open_work (&counts));
    }

  return scale;
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
  guint  n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  gint64 scale = find_scale (self, plan);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReaSenderChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);
      gint64 id = rea_sender_item_get_id (rea_sender_choice_get_item (choice));

      rea_sender_choice_set_row (choice, plan != NULL ? rea_plan_find (plan, id) : NULL, scale);
    }

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
  if (stale)
    gtk_widget_add_css_class (GTK_WIDGET (self->view), "stale");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->view), "stale");
}

/**
 * rea_reassign_table_dup_chosen:
 * @self: the table
 *
 * Returns: (transfer full): the e-mails of the chosen senders
 */
char **
rea_reassign_table_dup_chosen (ReaReassignTable *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReaSenderChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      if (rea_sender_choice_get_chosen (choice))
        g_strv_builder_add (builder,
                            rea_sender_item_get_email (rea_sender_choice_get_item (choice)));
    }

  return g_strv_builder_end (builder);
}

static gint64
count (ReaReassignTable *self, ReaStatus status, gboolean (*counts_here) (ReaSenderChoice *choice))
{
  guint  n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReaSenderChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);
      ReaCounts counts = rea_sender_item_get_counts (rea_sender_choice_get_item (choice));

      if ((self->from != NULL && !is_giver (self, choice)) ||
          (counts_here != NULL && !counts_here (choice)))
        continue;

      sum += status == REA_STATUS_ANY ? rea_counts_total (&counts) : counts.n[status];
    }

  return sum;
}

/**
 * rea_reassign_table_count:
 * @self: the table
 * @status: a status, or %REA_STATUS_ANY
 *
 * Returns: how many conversations they hold whose conversations are reassigned
 */
gint64
rea_reassign_table_count (ReaReassignTable *self, ReaStatus status)
{
  return count (self, status, NULL);
}

/**
 * rea_reassign_table_count_chosen:
 * @self: the table
 * @status: a status, or %REA_STATUS_ANY
 *
 * Returns: how many of these the chosen senders hold already
 */
gint64
rea_reassign_table_count_chosen (ReaReassignTable *self, ReaStatus status)
{
  return count (self, status, rea_sender_choice_get_chosen);
}

/**
 * rea_reassign_table_count_unassigned:
 * @self: the table
 * @status: a status, or %REA_STATUS_ANY
 *
 * Returns: how many of these nobody holds
 */
gint64
rea_reassign_table_count_unassigned (ReaReassignTable *self, ReaStatus status)
{
  return count (self, status, rea_sender_choice_is_unassigned);
}

static void
rea_reassign_table_dispose (GObject *object)
{
  ReaReassignTable *self = REA_REASSIGN_TABLE (object);

  g_clear_object (&self->senders);
  g_clear_object (&self->from);
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

  signals[CHOSEN_CHANGED] = g_signal_new ("chosen-changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

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
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
rea_reassign_table_init (ReaReassignTable *self)
{
  GtkFilterListModel *filtered;
  g_autoptr (GtkSelectionModel) rows = NULL;

  self->choices = g_list_store_new (REA_TYPE_SENDER_CHOICE);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->choices)), NULL);
  self->shown = G_LIST_MODEL (filtered);

  gtk_widget_init_template (GTK_WIDGET (self));
  rea_table_columns_set_up (GTK_WIDGET (self), self->view, columns, G_N_ELEMENTS (columns));
  gtk_filter_list_model_set_filter (filtered, self->filter);

  rows = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (self->shown)));
  gtk_column_view_set_model (self->view, rows);

  /* TRANSLATORS: what a screen reader calls the table of a reassignment. */
  rea_a11y_name_column_view (self->view, _ ("Senders and what changes"));
}
