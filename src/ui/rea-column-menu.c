/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-column-menu.h"

#include "rea-settings.h"

#include <glib/gi18n-lib.h>

/* The actions of the menu stand in a group around its button, one for each column. */
#define GROUP "columns"

/* What the menu belongs to, and where it is remembered; it lives with the table. */
typedef struct
{
  GtkWidget            *widget;
  GtkColumnView        *view;
  const ReaTableColumn *columns;
  guint                 n_columns;
  const char           *fixed;
  GActionMap           *actions;
  const char           *key;
} Menu;

static void
menu_free (gpointer data)
{
  Menu *menu = data;

  g_object_unref (menu->actions);
  g_free (menu);
}

/* A table that was sorted by a column which goes away is sorted by the one that stays. */
static void
apply (Menu *menu)
{
  g_autoptr (GPtrArray) hidden = g_ptr_array_new ();
  GtkSortType direction;
  const char *sorted = rea_table_columns_get_sorted (menu->view, &direction);

  for (guint i = 0; i < menu->n_columns; i++)
    {
      GAction *action = g_action_map_lookup_action (menu->actions, menu->columns[i].id);
      g_autoptr (GVariant) shown = action != NULL ? g_action_get_state (action) : NULL;

      if (shown != NULL && !g_variant_get_boolean (shown))
        g_ptr_array_add (hidden, (gpointer) menu->columns[i].id);
    }

  g_ptr_array_add (hidden, NULL);
  rea_table_columns_hide (menu->widget, menu->view, menu->columns, menu->n_columns,
                          (const char *const *) hidden->pdata);
  rea_settings_set_list (menu->key, (const char *const *) hidden->pdata);

  if (sorted != NULL && g_strv_contains ((const char *const *) hidden->pdata, sorted))
    rea_table_columns_sort (menu->view, menu->fixed, GTK_SORT_ASCENDING);
}

static void
change_state_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  g_simple_action_set_state (action, state);
  apply (user_data);
}

/* A column without a title holds a tick or a button: it stays, too. */
static GMenu *
make_items (Menu *menu, const char *const *hidden)
{
  GMenu *items = g_menu_new ();

  for (guint i = 0; i < menu->n_columns; i++)
    {
      const char          *id = menu->columns[i].id;
      GtkColumnViewColumn *column = GTK_COLUMN_VIEW_COLUMN (
          gtk_widget_get_template_child (menu->widget, G_OBJECT_TYPE (menu->widget), id));
      const char      *title = gtk_column_view_column_get_title (column);
      g_autofree char *name = g_strconcat (GROUP ".", id, NULL);
      g_autoptr (GSimpleAction) action = NULL;

      if (title == NULL || *title == '\0' || g_str_equal (id, menu->fixed))
        continue;

      action = g_simple_action_new_stateful (id, NULL,
                                             g_variant_new_boolean (!g_strv_contains (hidden, id)));
      g_signal_connect (action, "change-state", G_CALLBACK (change_state_cb), menu);
      g_action_map_add_action (menu->actions, G_ACTION (action));
      g_menu_append (items, title, name);
    }

  return items;
}

/* Closed within a submenu, GTK 4.8 leaves the window without a focus, and with it
 * without its keys.
 */
static void
closed_cb (GtkMenuButton *button)
{
  gtk_widget_grab_focus (GTK_WIDGET (button));
}

/**
 * rea_column_menu_set_up:
 * @widget: a widget
 * @view: the table in its template
 * @columns: (array length=n_columns): the columns of the table, set up
 * @n_columns: how many
 * @fixed: the one that says whose row it is, which is always shown
 * @button: a button whose menu is made in the template
 * @key: where it is remembered which ones are hidden
 *
 * Adds to a menu which columns are shown.
 */
void
rea_column_menu_set_up (GtkWidget            *widget,
                        GtkColumnView        *view,
                        const ReaTableColumn *columns,
                        guint                 n_columns,
                        const char           *fixed,
                        GtkMenuButton        *button,
                        const char           *key)
{
  Menu *menu = g_new (Menu, 1);
  g_auto (GStrv) hidden = rea_settings_dup_list (key);
  g_autoptr (GMenu) items = NULL;

  menu->widget = widget;
  menu->view = view;
  menu->columns = columns;
  menu->n_columns = n_columns;
  menu->fixed = fixed;
  menu->actions = G_ACTION_MAP (g_simple_action_group_new ());
  menu->key = key;
  g_object_set_data_full (G_OBJECT (view), "rea-column-menu", menu, menu_free);

  items = make_items (menu, (const char *const *) hidden);
  /* TRANSLATORS: in the menu of orders: which columns of the table are shown. */
  g_menu_append_submenu (G_MENU (gtk_menu_button_get_menu_model (button)), _ ("Columns"),
                         G_MENU_MODEL (items));
  g_signal_connect_object (gtk_menu_button_get_popover (button), "closed", G_CALLBACK (closed_cb),
                           button, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  /* Of a button with actions of its own a screen reader would press the first of these. */
  gtk_widget_insert_action_group (gtk_widget_get_parent (GTK_WIDGET (button)), GROUP,
                                  G_ACTION_GROUP (menu->actions));
  rea_table_columns_hide (widget, view, columns, n_columns, (const char *const *) hidden);
}

/**
 * rea_column_menu_reveal:
 * @view: the table
 * @id: one of its columns
 *
 * Shows a column again, if it is hidden.
 */
void
rea_column_menu_reveal (GtkColumnView *view, const char *id)
{
  Menu    *menu = g_object_get_data (G_OBJECT (view), "rea-column-menu");
  GAction *action = g_action_map_lookup_action (menu->actions, id);
  g_autoptr (GVariant) shown = action != NULL ? g_action_get_state (action) : NULL;

  if (shown != NULL && !g_variant_get_boolean (shown))
    g_action_change_state (action, g_variant_new_boolean (TRUE));
}
