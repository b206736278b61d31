/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-faulty-table.h"

#include "rea-a11y.h"
#include "rea-cells.h"
#include "rea-contacts-check.h"
#include "rea-format.h"
#include "rea-tab-stop.h"

#include <glib/gi18n-lib.h>

#include <inttypes.h>

/* A row, for the table's model. */
#define REA_TYPE_FAULTY_ITEM (rea_faulty_item_get_type ())
G_DECLARE_FINAL_TYPE (ReaFaultyItem, rea_faulty_item, REA, FAULTY_ITEM, GObject)

struct _ReaFaultyItem
{
  GObject parent_instance;

  gint64 line;
  char  *reason;
  char  *text;
};

G_DEFINE_FINAL_TYPE (ReaFaultyItem, rea_faulty_item, G_TYPE_OBJECT)

struct _ReaFaultyTable
{
  AdwBin parent_instance;

  GtkColumnView       *table;
  GtkColumnViewColumn *line_column;
  GtkColumnViewColumn *reason_column;
  GtkColumnViewColumn *text_column;
};

G_DEFINE_FINAL_TYPE (ReaFaultyTable, rea_faulty_table, ADW_TYPE_BIN)

static void
rea_faulty_item_finalize (GObject *object)
{
  ReaFaultyItem *self = REA_FAULTY_ITEM (object);

  g_free (self->reason);
  g_free (self->text);

  G_OBJECT_CLASS (rea_faulty_item_parent_class)->finalize (object);
}

static void
rea_faulty_item_class_init (ReaFaultyItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rea_faulty_item_finalize;
}

static void
rea_faulty_item_init (ReaFaultyItem *self)
{
}

static ReaFaultyItem *
faulty_item_new (const ReaFaultyRow *row)
{
  ReaFaultyItem *self = g_object_new (REA_TYPE_FAULTY_ITEM, NULL);

  self->line = row->line;
  self->reason = g_strdup (row->reason);
  self->text = g_strdup (row->text);
  return self;
}

static void
write_line (GtkWidget *cell, gpointer item)
{
  const ReaFaultyItem *self = item;
  g_autofree char     *label = NULL;

  rea_cell_set_number (cell, self->line);
  /* TRANSLATORS: what a screen reader says of a rejected row of a file. */
  label = g_strdup_printf (_ ("Line %" PRId64 ": %s"), self->line, self->reason);
  rea_a11y_name_row (cell, label);
}

static void
write_reason (GtkWidget *cell, gpointer item)
{
  const ReaFaultyItem *self = item;

  rea_cell_set_text (cell, self->reason);
  gtk_widget_set_tooltip_text (cell, self->reason);
}

static void
write_text (GtkWidget *cell, gpointer item)
{
  rea_cell_set_text (cell, ((const ReaFaultyItem *) item)->text);
  rea_cell_set_dim (cell, TRUE);
}

static void
set_factory (GtkColumnViewColumn *column, ReaCellMake make, ReaCellWrite write)
{
  g_autoptr (GtkListItemFactory) factory = rea_cell_factory_new (make, write, REA_CELL_PLAIN);

  gtk_column_view_column_set_factory (column, factory);
}

/**
 * rea_faulty_table_set_rows:
 * @self: a table
 * @rows: (element-type ReaFaultyRow): what it shows
 *
 * Shows rows.
 */
void
rea_faulty_table_set_rows (ReaFaultyTable *self, GPtrArray *rows)
{
  g_autoptr (GListStore) items = g_list_store_new (REA_TYPE_FAULTY_ITEM);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_return_if_fail (REA_IS_FAULTY_TABLE (self));

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (all, faulty_item_new (g_ptr_array_index (rows, i)));

  g_list_store_splice (items, 0, 0, all->pdata, all->len);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&items))));
  gtk_column_view_set_model (self->table, selection);
}

static void
rea_faulty_table_class_init (ReaFaultyTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (REA_TYPE_TAB_STOP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-faulty-table.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaFaultyTable, table);
  gtk_widget_class_bind_template_child (widget_class, ReaFaultyTable, line_column);
  gtk_widget_class_bind_template_child (widget_class, ReaFaultyTable, reason_column);
  gtk_widget_class_bind_template_child (widget_class, ReaFaultyTable, text_column);
}

static void
rea_faulty_table_init (ReaFaultyTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_factory (self->line_column, rea_cell_make_number, write_line);
  set_factory (self->reason_column, rea_cell_make_text, write_reason);
  set_factory (self->text_column, rea_cell_make_text, write_text);
  /* TRANSLATORS: what a screen reader calls a table. */
  rea_a11y_name_column_view (self->table, _ ("Rejected rows"));
}
