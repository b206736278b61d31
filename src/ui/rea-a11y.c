/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-a11y.h"

#include <glib/gi18n-lib.h>

/* GTK 4.8 leaves some widgets without a name that a screen reader could say, and
 * has no call to give it one. What is done about it stands here, and can go as
 * soon as 4.12 is the floor.
 */

/**
 * rea_a11y_set_label:
 * @widget: a widget
 * @label: what a screen reader calls it
 *
 * Names a widget.
 */
void
rea_a11y_set_label (GtkWidget *widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * rea_a11y_set_description:
 * @widget: a widget
 * @description: what a screen reader says of it after its name
 *
 * Describes a widget.
 */
void
rea_a11y_set_description (GtkWidget *widget, const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

static void
name_tab (GtkNotebook *notebook, GtkWidget *page)
{
  GtkWidget *label = gtk_notebook_get_tab_label (notebook, page);

  rea_a11y_set_label (gtk_widget_get_parent (label), gtk_label_get_text (GTK_LABEL (label)));
}

static void
page_cb (GtkNotebook *notebook)
{
  GtkWidget *page = gtk_notebook_get_nth_page (notebook, gtk_notebook_get_current_page (notebook));

  if (page != NULL)
    rea_a11y_set_label (GTK_WIDGET (notebook), gtk_notebook_get_tab_label_text (notebook, page));
}

/**
 * rea_a11y_name_notebook:
 * @notebook: a notebook with all its pages
 *
 * Names the tabs, which are all called "Tab" otherwise, and the notebook by the tab that is shown:
 * it is the notebook that has the focus when the arrows move from tab to tab.
 */
void
rea_a11y_name_notebook (GtkNotebook *notebook)
{
  for (int i = 0; i < gtk_notebook_get_n_pages (notebook); i++)
    name_tab (notebook, gtk_notebook_get_nth_page (notebook, i));

  g_signal_connect (notebook, "notify::page", G_CALLBACK (page_cb), NULL);
  page_cb (notebook);
}

static char *
dup_item_text (GtkDropDown *drop_down, gpointer item)
{
  GtkExpression *expression = gtk_drop_down_get_expression (drop_down);
  g_auto (GValue) value = G_VALUE_INIT;

  if (item == NULL)
    return g_strdup ("");

  if (GTK_IS_STRING_OBJECT (item))
    return g_strdup (gtk_string_object_get_string (item));

  if (expression == NULL || !gtk_expression_evaluate (expression, item, &value))
    return g_strdup ("");

  return g_value_dup_string (&value);
}

static void
name_list_items (GtkWidget *widget, const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_str_equal (G_OBJECT_TYPE_NAME (child), "GtkListItemWidget"))
        rea_a11y_set_label (child, label);
      else
        name_list_items (child, label);
    }
}

static void
selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, gpointer user_data)
{
  const char      *label = user_data;
  GtkWidget       *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  g_autofree char *selected =
      dup_item_text (drop_down, gtk_drop_down_get_selected_item (drop_down));
  g_autofree char *name = g_strdup_printf ("%s: %s", label, selected);

  /* What takes the focus is the button inside. */
  rea_a11y_set_label (GTK_WIDGET (drop_down), name);
  rea_a11y_set_label (button, name);
  name_list_items (button, name);
}

static void
setup_choice_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  /* TRANSLATORS: what a screen reader says of the mark of the choice that stands. */
  rea_a11y_set_label (mark, _ ("Chosen"));
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_item_set_child (item, box);
}

static void
mark_cb (GtkDropDown *drop_down, GParamSpec *pspec, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  gboolean   chosen = gtk_drop_down_get_selected (drop_down) == gtk_list_item_get_position (item);

  gtk_widget_set_opacity (gtk_widget_get_last_child (box), chosen ? 1 : 0);
}

static void
bind_choice_cb (GtkListItemFactory *factory, GtkListItem *item, GtkDropDown *drop_down)
{
  GtkWidget       *box = gtk_list_item_get_child (item);
  g_autofree char *text = dup_item_text (drop_down, gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), text);
  rea_a11y_set_label (gtk_widget_get_parent (box), text);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (mark_cb), item, 0);
  mark_cb (drop_down, NULL, item);
}

static void
unbind_choice_cb (GtkListItemFactory *factory, GtkListItem *item, GtkDropDown *drop_down)
{
  g_signal_handlers_disconnect_by_func (drop_down, mark_cb, item);
}

/**
 * rea_a11y_name_drop_down:
 * @drop_down: a drop-down
 * @label: what it chooses
 *
 * Names a drop-down by what it chooses and what is chosen, and each of its choices.
 */
void
rea_a11y_name_drop_down (GtkDropDown *drop_down, const char *label)
{
  g_autoptr (GtkListItemFactory) choices = gtk_signal_list_item_factory_new ();
  char *data = g_strdup (label);

  g_signal_connect_object (choices, "setup", G_CALLBACK (setup_choice_cb), drop_down, 0);
  g_signal_connect_object (choices, "bind", G_CALLBACK (bind_choice_cb), drop_down, 0);
  g_signal_connect_object (choices, "unbind", G_CALLBACK (unbind_choice_cb), drop_down, 0);
  gtk_drop_down_set_list_factory (drop_down, choices);

  g_signal_connect_data (drop_down, "notify::selected-item", G_CALLBACK (selected_cb), data,
                         (GClosureNotify) (GCallback) g_free, 0);
  selected_cb (drop_down, NULL, data);
}

/**
 * rea_a11y_name_column_view:
 * @view: a table
 * @label: what it lists
 *
 * Names a table, the row of its titles, and the list inside it.
 */
void
rea_a11y_name_column_view (GtkColumnView *view, const char *label)
{
  rea_a11y_set_label (GTK_WIDGET (view), label);
  /* TRANSLATORS: what a screen reader calls the first row of a table. */
  rea_a11y_set_label (gtk_widget_get_first_child (GTK_WIDGET (view)), _ ("Column titles"));
  rea_a11y_set_label (gtk_widget_get_last_child (GTK_WIDGET (view)), label);
}

static void
name_close_buttons (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_BUTTON (child))
      name_close_buttons (child);
    else if (gtk_button_get_icon_name (GTK_BUTTON (child)) != NULL)
      /* TRANSLATORS: what a screen reader calls the button that closes a message. */
      rea_a11y_set_label (child, _ ("Close"));
}

/**
 * rea_a11y_name_toasts:
 * @overlay: what shows toasts
 *
 * Names the buttons that close toasts, which have an icon only. What the toasts are
 * shown over keeps its names.
 */
void
rea_a11y_name_toasts (AdwToastOverlay *overlay)
{
  GtkWidget *content = adw_toast_overlay_get_child (overlay);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != content)
      name_close_buttons (child);
}

/**
 * rea_a11y_name_row:
 * @cell: the widget of a cell
 * @label: what the row says
 *
 * Names the row of a table in which a cell stands.
 */
void
rea_a11y_name_row (GtkWidget *cell, const char *label)
{
  GtkWidget *row = gtk_widget_get_parent (cell);

  if (row != NULL)
    row = gtk_widget_get_parent (row);

  if (row != NULL)
    rea_a11y_set_label (row, label);
}
