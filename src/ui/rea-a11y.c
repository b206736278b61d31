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

/**
 * rea_a11y_name_tab:
 * @notebook: a notebook
 * @page: one of its pages
 *
 * Names the tab of a page by its label: all of them are called "Tab" otherwise.
 */
void
rea_a11y_name_tab (GtkNotebook *notebook, GtkWidget *page)
{
  GtkWidget *label = gtk_notebook_get_tab_label (notebook, page);

  rea_a11y_set_label (gtk_widget_get_parent (label), gtk_label_get_text (GTK_LABEL (label)));
}

static char *
dup_selected_text (GtkDropDown *drop_down)
{
  GtkExpression *expression = gtk_drop_down_get_expression (drop_down);
  gpointer       item = gtk_drop_down_get_selected_item (drop_down);
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
selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, gpointer user_data)
{
  const char      *label = user_data;
  g_autofree char *selected = dup_selected_text (drop_down);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, selected);

  /* What takes the focus is the button inside. */
  rea_a11y_set_label (GTK_WIDGET (drop_down), name);
  rea_a11y_set_label (gtk_widget_get_first_child (GTK_WIDGET (drop_down)), name);
}

/**
 * rea_a11y_name_drop_down:
 * @drop_down: a drop-down
 * @label: what it chooses
 *
 * Names a drop-down by what it chooses and what is chosen.
 */
void
rea_a11y_name_drop_down (GtkDropDown *drop_down, const char *label)
{
  char *data = g_strdup (label);

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

/**
 * rea_a11y_name_toasts:
 * @overlay: what shows toasts, or a part of it
 *
 * Names the buttons that close toasts, which have an icon only.
 */
void
rea_a11y_name_toasts (GtkWidget *overlay)
{
  for (GtkWidget *child = gtk_widget_get_first_child (overlay); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!GTK_IS_BUTTON (child))
        {
          if (!GTK_IS_NOTEBOOK (child))
            rea_a11y_name_toasts (child);
        }
      else if (gtk_button_get_icon_name (GTK_BUTTON (child)) != NULL)
        {
          /* TRANSLATORS: what a screen reader calls the button that closes a message. */
          rea_a11y_set_label (child, _ ("Close"));
        }
    }
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
