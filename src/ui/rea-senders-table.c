/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-senders-table.h"

#include "rea-a11y.h"
#include "rea-calm.h"
#include "rea-clock.h"
#include "rea-column-menu.h"
#include "rea-row-clicks.h"
#include "rea-sender-cells.h"
#include "rea-sender-menu.h"
#include "rea-sender-orders.h"
#include "rea-settings.h"
#include "rea-sort-button.h"
#include "rea-tab-stop.h"
#include "rea-table-columns.h"
#include "rea-table-widths.h"

#include <glib/gi18n-lib.h>

struct _ReaSendersTable
{
  AdwBin parent_instance;

  GtkColumnView *view;
  GtkMenuButton *sort_button; /* above it */

  ReaSenderFilter    *filter;
  GtkSorter          *sorter;
  ReaSenderSelection *selection;
  ReaCalm            *calm;
};

enum
{
  PROP_SORT = 1,
  PROP_DIRECTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const ReaTableColumn columns[] = {
  { "tick", rea_sender_cells_tick, NULL, FALSE },
  { "presence", rea_sender_cells_presence, rea_sender_orders_presence, FALSE },
  { "first-name", rea_sender_cells_first_name, rea_sender_orders_first_name, FALSE },
  { "last-name", rea_sender_cells_last_name, rea_sender_orders_last_name, FALSE },
  { "progress", rea_sender_cells_progress, rea_sender_orders_progress, FALSE },
  { "needs-reply", rea_sender_cells_needs_reply, rea_sender_orders_needs_reply, TRUE },
  { "waiting", rea_sender_cells_waiting, rea_sender_orders_waiting, TRUE },
  { "sent", rea_sender_cells_sent, rea_sender_orders_sent, TRUE },
  { "left", rea_sender_cells_left, rea_sender_orders_left, TRUE },
  { "last-seen", rea_sender_cells_last_seen, rea_sender_orders_last_seen, TRUE },
  { "menu", rea_sender_cells_menu, NULL, FALSE },
};

/* In a narrow window what says how a sender works gives way to what there is to do. */
static const ReaTableWidth widths[] = {
  { "presence", 85, 79, 1140, 0 },      { "first-name", 105, 95, 1140, 0 },
  { "last-name", 105, 76, 1140, 0 },    { "progress", 150, 126, 800, 620 },
  { "needs-reply", 108, 106, 1140, 0 }, { "waiting", 112, 105, 1140, 0 },
  { "sent", 116, 116, 0, 960 },         { "left", 104, 104, 0, 1074 },
  { "last-seen", 110, 110, 0, 860 },    { "menu", 110, 99, 1140, 0 },
};

static const char *const directions[] = {
  [GTK_SORT_ASCENDING] = "ascending",
  [GTK_SORT_DESCENDING] = "descending",
};

G_DEFINE_FINAL_TYPE (ReaSendersTable, rea_senders_table, ADW_TYPE_BIN)

/* Rows. */

static void
activate_cb (ReaSendersTable *self, guint position)
{
  g_autoptr (ReaSenderItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  const char *email = rea_sender_item_get_email (item);

  gtk_widget_activate_action (GTK_WIDGET (self), "campaign.show-holder", "s",
                              email != NULL ? email : "");
}

/* Opens the menu of the row that has the focus, or of that under the pointer. */
static gboolean
popup_row (GtkWidget *row, double x, double y)
{
  GtkWidget *cell = row != NULL ? gtk_widget_get_last_child (row) : NULL;
  GtkWidget *menu = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;

  if (menu == NULL || !REA_IS_SENDER_MENU (menu))
    return FALSE;

  gtk_widget_grab_focus (row);
  rea_sender_menu_popup (REA_SENDER_MENU (menu), x, y);

  return TRUE;
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (REA_SENDERS_TABLE (widget)->view));
  GtkWidget *row = gtk_widget_get_focus_child (rows);

  return row != NULL && popup_row (row, gtk_widget_get_width (gtk_widget_get_last_child (row)) - 16,
                                   gtk_widget_get_height (row));
}

static void
menu_pressed_cb (ReaSendersTable *self, int n_press, double x, double y)
{
  GtkWidget *row = rea_row_clicks_find_row (self->view, x, y);
  GtkWidget *cell = row != NULL ? gtk_widget_get_last_child (row) : NULL;
  double     menu_x;
  double     menu_y;

  if (cell != NULL &&
      gtk_widget_translate_coordinates (GTK_WIDGET (self->view), gtk_widget_get_first_child (cell),
                                        x, y, &menu_x, &menu_y))
    popup_row (row, menu_x, menu_y);
}

/* GTK 4.8 makes the rows of a table even where it is not on screen, a hundred at once:
 * nobody waits at the start of the program for those of a tab that is not looked at.
 */
static void
map_cb (ReaSendersTable *self)
{
  if (self->selection != NULL && gtk_column_view_get_model (self->view) == NULL)
    gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

/* Order. */

/* Properties are asked for while the template is still being built. */
static const char *
get_sorted (ReaSendersTable *self, GtkSortType *direction)
{
  *direction = GTK_SORT_ASCENDING;

  return self->view != NULL ? rea_table_columns_get_sorted (self->view, direction) : NULL;
}

static void
name_sort_button (ReaSendersTable *self)
{
  /* TRANSLATORS: what a screen reader calls the button of the menu of orders. */
  rea_sort_button_name (self->sort_button, self->view, _ ("Sort senders"));
}

static void
sorted_cb (ReaSendersTable *self)
{
  if (self->sort_button != NULL)
    name_sort_button (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRECTION]);
}

/* Rows find their new places together, every few seconds, and not while somebody is
 * about to click, or collects some: a table that is read must not jump.
 */
static void
tick_cb (ReaSendersTable *self)
{
  if (self->selection == NULL || rea_senders_table_has_ticks (self) ||
      rea_calm_is_busy (self->calm))
    return;

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

/**
 * rea_senders_table_set_senders:
 * @self: the table
 * @senders: the senders of a campaign
 *
 * Shows the senders of a campaign, with no tick.
 */
void
rea_senders_table_set_senders (ReaSendersTable *self, ReaSenderList *senders)
{
  GtkFilterListModel *filtered;
  g_autoptr (GtkSortListModel) sorted = NULL;

  g_return_if_fail (REA_IS_SENDERS_TABLE (self));

  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (senders)),
                                        GTK_FILTER (g_object_ref (self->filter)));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (self->sorter));
  g_clear_object (&self->selection);
  self->selection = rea_sender_selection_new (G_LIST_MODEL (sorted), senders);
  gtk_column_view_set_model (self->view, NULL);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    map_cb (self);
}

/**
 * rea_senders_table_set_filter:
 * @self: the table
 * @which: which senders
 * @search: a part of their names
 *
 * Shows some senders only.
 */
void
rea_senders_table_set_filter (ReaSendersTable *self, ReaSenders which, const char *search)
{
  g_return_if_fail (REA_IS_SENDERS_TABLE (self));

  rea_sender_filter_set (self->filter, which, search);
}

/**
 * rea_senders_table_set_sort_button:
 * @self: the table
 * @button: the button of the menu of orders
 *
 * Adds to the menu which columns are shown, and has the button say how the table is
 * sorted.
 */
void
rea_senders_table_set_sort_button (ReaSendersTable *self, GtkMenuButton *button)
{
  g_return_if_fail (REA_IS_SENDERS_TABLE (self));

  rea_column_menu_set_up (GTK_WIDGET (self), self->view, columns, G_N_ELEMENTS (columns),
                          "first-name", button, "senders-hidden-columns");
  self->sort_button = button;
  name_sort_button (self);
  rea_settings_bind ("senders-sort", self, "sort");
  rea_settings_bind ("senders-direction", self, "direction");
}

/**
 * rea_senders_table_get_selection:
 * @self: the table
 *
 * Returns: (transfer none) (nullable): the rows, and which of them are ticked
 */
ReaSenderSelection *
rea_senders_table_get_selection (ReaSendersTable *self)
{
  g_return_val_if_fail (REA_IS_SENDERS_TABLE (self), NULL);

  return self->selection;
}

/**
 * rea_senders_table_has_ticks:
 * @self: the table
 *
 * Returns: whether any sender is ticked, listed or not
 */
gboolean
rea_senders_table_has_ticks (ReaSendersTable *self)
{
  g_return_val_if_fail (REA_IS_SENDERS_TABLE (self), FALSE);

  return self->selection != NULL && rea_sender_selection_get_n_ticked (self->selection) > 0;
}

static gboolean
rea_senders_table_grab_focus (GtkWidget *widget)
{
  /* GTK asks again where Tab leads out of here, and it is let go then. */
  if (rea_tab_stop_is_within (widget))
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (REA_SENDERS_TABLE (widget)->view));
}

static void
rea_senders_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GtkSortType direction;
  const char *sort = get_sorted (REA_SENDERS_TABLE (object), &direction);

  switch (id)
    {
    case PROP_SORT:
      g_value_set_string (value, sort != NULL ? sort : "");
      break;
    case PROP_DIRECTION:
      g_value_set_string (value, directions[direction]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_senders_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ReaSendersTable *self = REA_SENDERS_TABLE (object);
  const char      *name = g_value_get_string (value);
  GtkSortType      direction;
  const char      *sort = get_sorted (self, &direction);

  switch (id)
    {
    case PROP_SORT:
      rea_column_menu_reveal (self->view, name);
      rea_table_widths_reveal (self->view, name);
      rea_table_columns_sort (self->view, name, direction);
      break;
    case PROP_DIRECTION:
      direction = g_strcmp0 (name, directions[GTK_SORT_DESCENDING]) == 0;
      rea_table_columns_sort (self->view, sort, direction);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_senders_table_dispose (GObject *object)
{
  ReaSendersTable *self = REA_SENDERS_TABLE (object);

  /* A table that goes away says once more that it is sorted by another column. */
  if (self->sorter != NULL)
    g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (self->view), sorted_cb, self);

  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);

  G_OBJECT_CLASS (rea_senders_table_parent_class)->dispose (object);
}

static void
rea_senders_table_class_init (ReaSendersTableClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rea_senders_table_get_property;
  object_class->set_property = rea_senders_table_set_property;
  object_class->dispose = rea_senders_table_dispose;
  widget_class->grab_focus = rea_senders_table_grab_focus;

  properties[PROP_SORT] =
      g_param_spec_string ("sort", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DIRECTION] =
      g_param_spec_string ("direction", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (REA_TYPE_TAB_STOP);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-senders-table.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaSendersTable, view);
  rea_table_columns_declare (widget_class, columns, G_N_ELEMENTS (columns));
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
}

static void
rea_senders_table_init (ReaSendersTable *self)
{
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  rea_table_columns_set_up (GTK_WIDGET (self), self->view, columns, G_N_ELEMENTS (columns));

  gtk_multi_sorter_append (sorter,
                           GTK_SORTER (gtk_custom_sorter_new (rea_sender_orders_unassigned_first,
                                                              NULL, NULL)));
  gtk_multi_sorter_append (sorter, g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->sorter = GTK_SORTER (sorter);
  self->filter = rea_sender_filter_new ();
  self->calm = rea_calm_new (GTK_WIDGET (self->view));
  rea_row_clicks_set_up (self->view, (ReaHasTicks) rea_senders_table_has_ticks, self);

  rea_table_columns_sort (self->view, "needs-reply", GTK_SORT_DESCENDING);
  rea_table_widths_follow (GTK_WIDGET (self), self->view, columns, G_N_ELEMENTS (columns), widths,
                           G_N_ELEMENTS (widths));
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rea_clock_get_default (), "tick", G_CALLBACK (tick_cb), self,
                           G_CONNECT_SWAPPED);

  /* TRANSLATORS: what a screen reader calls the table. */
  rea_a11y_name_column_view (self->view, _ ("Senders"));
}
