/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-move-table.h"

#include "rea-a11y.h"
#include "rea-choice-cells.h"
#include "rea-sender-choice.h"
#include "rea-tab-stop.h"
#include "rea-table-columns.h"

#include <glib/gi18n-lib.h>

struct _ReaMoveTable
{
  AdwBin parent_instance;

  GtkColumnView *view;

  GListStore *rows;
};

static const ReaTableColumn columns[] = {
  { "sender", rea_choice_cells_sender_then, NULL, FALSE },
  { "bar", rea_choice_cells_bar, NULL, FALSE },
  { "needs-reply", rea_choice_cells_needs_reply, NULL, TRUE },
  { "not-started", rea_choice_cells_not_started, NULL, TRUE },
  { "other", rea_choice_cells_other, NULL, TRUE },
  { "change", rea_choice_cells_change, NULL, TRUE },
};

G_DEFINE_FINAL_TYPE (ReaMoveTable, rea_move_table, ADW_TYPE_BIN)

static ReaSenderItem *
make_item (const ReaPlanRow *row)
{
  g_autoptr (ReaSender) sender = NULL;

  if (row->holder == REA_HOLDER_UNASSIGNED)
    return rea_sender_item_new_unassigned ();

  sender = rea_sender_new (rea_user_new (row->email != NULL ? row->email : ""));
  sender->user->id = row->holder;
  rea_user_set_names (sender->user, row->first_name, row->last_name);

  return rea_sender_item_new (sender);
}

/* What a move shows at all: a status that nobody gave says nothing here. */
static void
show_columns (ReaMoveTable *self, const ReaCounts *gave)
{
  const char *ids[G_N_ELEMENTS (columns) + 1] = { "sender", "bar", NULL };
  guint       n = 2;

  if (gave->n[REA_STATUS_NEEDS_REPLY] > 0)
    ids[n++] = "needs-reply";
  if (gave->n[REA_STATUS_NOT_STARTED] > 0)
    ids[n++] = "not-started";
  if (rea_counts_total (gave) > rea_counts_open_work (gave))
    ids[n++] = "other";

  ids[n] = "change";
  rea_table_columns_show (GTK_WIDGET (self), self->view, columns, G_N_ELEMENTS (columns), ids);
}

/* Room for the largest numbers of the table. */
static ReaCounts
find_largest (const ReaPlan *plan)
{
  ReaCounts largest = { { 0 } };

  for (guint i = 0; i < plan->rows->len; i++)
    {
      const ReaPlanRow *row = g_ptr_array_index (plan->rows, i);
      ReaCounts         most = row->before;

      rea_counts_add (&most, &row->received);
      for (int status = 0; status < REA_N_STATUSES; status++)
        largest.n[status] = MAX (largest.n[status], most.n[status]);
    }

  return largest;
}

/**
 * rea_move_table_set_plan:
 * @self: the table
 * @plan: what a move did
 *
 * Fills the table.
 */
void
rea_move_table_set_plan (ReaMoveTable *self, const ReaPlan *plan)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);
  ReaCounts gave = { { 0 } };
  gint64    scale = 1;
  ReaCounts largest = find_largest (plan);

  for (guint i = 0; i < plan->rows->len; i++)
    {
      const ReaPlanRow *row = g_ptr_array_index (plan->rows, i);
      ReaCounts         most = row->before;

      rea_counts_add (&gave, &row->gave);
      rea_counts_add (&most, &row->received);
      if (row->holder != REA_HOLDER_UNASSIGNED)
        scale = MAX (scale, rea_counts_open_work (&most));
    }

  for (guint i = 0; i < plan->rows->len; i++)
    {
      const ReaPlanRow *row = g_ptr_array_index (plan->rows, i);
      g_autoptr (ReaSenderItem) item = make_item (row);
      ReaSenderChoice *choice = rea_sender_choice_new (item, &largest);

      rea_sender_choice_set_row (choice, row, scale);
      g_ptr_array_add (choices, choice);
    }

  show_columns (self, &gave);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       choices->pdata, choices->len);
}

static void
rea_move_table_dispose (GObject *object)
{
  ReaMoveTable *self = REA_MOVE_TABLE (object);

  g_clear_object (&self->rows);

  G_OBJECT_CLASS (rea_move_table_parent_class)->dispose (object);
}

static void
rea_move_table_class_init (ReaMoveTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_move_table_dispose;

  g_type_ensure (REA_TYPE_TAB_STOP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-move-table.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaMoveTable, view);
  rea_table_columns_declare (widget_class, columns, G_N_ELEMENTS (columns));
}

static void
rea_move_table_init (ReaMoveTable *self)
{
  g_autoptr (GtkSelectionModel) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  rea_table_columns_set_up (GTK_WIDGET (self), self->view, columns, G_N_ELEMENTS (columns));

  self->rows = g_list_store_new (REA_TYPE_SENDER_CHOICE);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  gtk_column_view_set_model (self->view, model);

  /* TRANSLATORS: what a screen reader calls the table of a move in the history. */
  rea_a11y_name_column_view (self->view, _ ("Who gave and who received"));
}
