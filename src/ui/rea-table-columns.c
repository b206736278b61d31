/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-table-columns.h"

/* GTK 4.8 does not tell by which column a table is sorted. But whoever compares
 * two rows asks the column that comes first before all others: while this is set,
 * a column says here that it was asked, and that the first row is the smaller one.
 */
static const char **probe;

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const ReaTableColumn *column = user_data;

  if (probe == NULL)
    return column->compare (a, b, NULL);

  if (*probe == NULL)
    *probe = column->id;

  return -1;
}

static GtkWidget *
find_label (GtkWidget *box)
{
  GtkWidget *child = gtk_widget_get_first_child (box);

  while (child != NULL && !GTK_IS_LABEL (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/* A column does not tell its title, and where one was put back in the titles stand in
 * another order than the columns: it is found by what it says.
 */
static GtkWidget *
find_title (GtkColumnView *view, GtkColumnViewColumn *column)
{
  const char *text = gtk_column_view_column_get_title (column);
  GtkWidget  *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view)));

  for (; title != NULL; title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *label = find_label (gtk_widget_get_first_child (title));

      if (label != NULL && g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), text) == 0)
        return label;
    }

  return NULL;
}

static const ReaTableColumn *
get_column (GtkColumnViewColumn *object)
{
  return g_object_get_data (G_OBJECT (object), "rea-table-column");
}

/* Above numbers a title stands at the end of the column, with the arrow of the
 * order before it.
 */
static void
align_titles (GtkColumnView *view)
{
  GListModel *shown = gtk_column_view_get_columns (view);
  guint       n = g_list_model_get_n_items (shown);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) object = g_list_model_get_item (shown, i);

      GtkWidget *label = get_column (object)->align_end ? find_title (view, object) : NULL;
      GtkWidget *box;

      if (label == NULL)
        continue;

      box = gtk_widget_get_parent (label);
      gtk_widget_set_halign (box, GTK_ALIGN_END);
      gtk_box_reorder_child_after (GTK_BOX (box), label, gtk_widget_get_last_child (box));
    }
}

/**
 * rea_table_columns_declare:
 * @klass: the class of a widget with a table in its template
 * @columns: (array length=n_columns): the columns of the table
 * @n_columns: how many
 *
 * Makes the columns known to the template.
 */
void
rea_table_columns_declare (GtkWidgetClass *klass, const ReaTableColumn *columns, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    gtk_widget_class_bind_template_child_full (klass, columns[i].id, FALSE, 0);
}

/**
 * rea_table_columns_set_up:
 * @widget: a widget
 * @view: the table in its template
 * @columns: (array length=n_columns): what was declared
 * @n_columns: how many
 *
 * Gives the columns their cells and their orders.
 */
void
rea_table_columns_set_up (GtkWidget            *widget,
                          GtkColumnView        *view,
                          const ReaTableColumn *columns,
                          guint                 n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      const ReaTableColumn *column = &columns[i];
      GtkColumnViewColumn  *object = GTK_COLUMN_VIEW_COLUMN (
           gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), column->id));
      g_autoptr (GtkListItemFactory) factory = column->make ();

      gtk_column_view_column_set_factory (object, factory);
      g_object_set_data (G_OBJECT (object), "rea-table-column", (gpointer) column);

      if (column->compare != NULL)
        {
          g_autoptr (GtkSorter) sorter =
              GTK_SORTER (gtk_custom_sorter_new (compare_cb, (gpointer) column, NULL));

          gtk_column_view_column_set_sorter (object, sorter);
        }
    }

  align_titles (view);
}

static gboolean
is_at (GtkColumnView *view, guint position, GtkColumnViewColumn *object)
{
  g_autoptr (GtkColumnViewColumn) here =
      g_list_model_get_item (gtk_column_view_get_columns (view), position);

  return here == object;
}

static void
keep_ids (GtkColumnView *view, const char *key, const char *const *ids)
{
  g_object_set_data_full (G_OBJECT (view), key, g_strdupv ((char **) ids),
                          (GDestroyNotify) g_strfreev);
}

/* A column is in the table if it is among those that the widget shows, the user has not
 * hidden it, and there is room for it.
 */
static void
update_columns (GtkWidget            *widget,
                GtkColumnView        *view,
                const ReaTableColumn *columns,
                guint                 n_columns)
{
  const char *const *ids = g_object_get_data (G_OBJECT (view), "rea-shown-columns");
  const char *const *hidden = g_object_get_data (G_OBJECT (view), "rea-hidden-columns");
  const char *const *away = g_object_get_data (G_OBJECT (view), "rea-narrow-columns");
  guint              position = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      GtkColumnViewColumn *object = GTK_COLUMN_VIEW_COLUMN (
          gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), columns[i].id));
      gboolean is_shown = is_at (view, position, object);
      gboolean show = (ids == NULL || g_strv_contains (ids, columns[i].id)) &&
                      (hidden == NULL || !g_strv_contains (hidden, columns[i].id)) &&
                      (away == NULL || !g_strv_contains (away, columns[i].id));

      if (is_shown && !show)
        gtk_column_view_remove_column (view, object);
      else if (show && !is_shown)
        gtk_column_view_insert_column (view, position, object);

      position += show;
    }

  align_titles (view);
}

/**
 * rea_table_columns_show:
 * @widget: a widget
 * @view: the table in its template
 * @columns: (array length=n_columns): what was declared
 * @n_columns: how many
 * @ids: (array zero-terminated=1): which of them
 *
 * Shows some of the columns only. They are taken out of the table, since GTK 4.8
 * gives the room of hidden ones to nobody.
 */
void
rea_table_columns_show (GtkWidget            *widget,
                        GtkColumnView        *view,
                        const ReaTableColumn *columns,
                        guint                 n_columns,
                        const char *const    *ids)
{
  keep_ids (view, "rea-shown-columns", ids);
  update_columns (widget, view, columns, n_columns);
}

/**
 * rea_table_columns_hide:
 * @widget: a widget
 * @view: the table in its template
 * @columns: (array length=n_columns): what was declared
 * @n_columns: how many
 * @ids: (array zero-terminated=1): which of them
 *
 * Takes out the columns that the user does not want to see. A table that was sorted
 * by one of them is in no order afterwards.
 */
void
rea_table_columns_hide (GtkWidget            *widget,
                        GtkColumnView        *view,
                        const ReaTableColumn *columns,
                        guint                 n_columns,
                        const char *const    *ids)
{
  keep_ids (view, "rea-hidden-columns", ids);
  update_columns (widget, view, columns, n_columns);
}

/**
 * rea_table_columns_give_way:
 * @widget: a widget
 * @view: the table in its template
 * @columns: (array length=n_columns): what was declared
 * @n_columns: how many
 * @ids: (array zero-terminated=1): which of them
 *
 * Takes out the columns for which there is no room.
 */
void
rea_table_columns_give_way (GtkWidget            *widget,
                            GtkColumnView        *view,
                            const ReaTableColumn *columns,
                            guint                 n_columns,
                            const char *const    *ids)
{
  keep_ids (view, "rea-narrow-columns", ids);
  update_columns (widget, view, columns, n_columns);
}

/**
 * rea_table_columns_sort:
 * @view: a table
 * @id: the id of a column
 * @direction: the direction
 *
 * Sorts a table.
 */
void
rea_table_columns_sort (GtkColumnView *view, const char *id, GtkSortType direction)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  guint       n = g_list_model_get_n_items (columns);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (get_column (column)->id, id) != 0)
        continue;

      /* The title of the column before keeps its arrow unless the order is taken off. */
      gtk_column_view_sort_by_column (view, NULL, direction);
      gtk_column_view_sort_by_column (view, column, direction);
    }
}

/**
 * rea_table_columns_dup_title:
 * @view: a table
 * @id: the id of a column
 *
 * Returns: (transfer full) (nullable): the title of the column
 */
char *
rea_table_columns_dup_title (GtkColumnView *view, const char *id)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  guint       n = g_list_model_get_n_items (columns);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (get_column (column)->id, id) == 0)
        return g_strdup (gtk_column_view_column_get_title (column));
    }

  return NULL;
}

/**
 * rea_table_columns_get_sorted:
 * @view: a table
 * @direction: (out): in which direction it is sorted
 *
 * Finds out how a table is sorted.
 *
 * Returns: (nullable): the id of the column, or %NULL if it isn't
 */
const char *
rea_table_columns_get_sorted (GtkColumnView *view, GtkSortType *direction)
{
  const char *id = NULL;
  GtkOrdering order;

  probe = &id;
  order = gtk_sorter_compare (gtk_column_view_get_sorter (view), view, &id);
  probe = NULL;
  *direction = order == GTK_ORDERING_LARGER ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING;

  return id;
}
