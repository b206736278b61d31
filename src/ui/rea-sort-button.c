/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sort-button.h"

#include "rea-a11y.h"
#include "rea-table-columns.h"

#include <glib/gi18n-lib.h>

/**
 * rea_sort_button_name:
 * @button: the button of the menu of orders
 * @view: the table
 * @unsorted: what it is called while the table is in no order
 *
 * Has the button say how the table is sorted, which screen readers cannot see in the
 * titles.
 */
void
rea_sort_button_name (GtkMenuButton *button, GtkColumnView *view, const char *unsorted)
{
  GtkSortType      direction;
  const char      *id = rea_table_columns_get_sorted (view, &direction);
  g_autofree char *title = id != NULL ? rea_table_columns_dup_title (view, id) : NULL;
  g_autofree char *label = NULL;

  if (title == NULL)
    {
      label = g_strdup (unsorted);
    }
  else if (direction == GTK_SORT_DESCENDING)
    {
      /* TRANSLATORS: what a screen reader calls the button of the menu of orders; %s is the title
       * of a column. */
      label = g_strdup_printf (_ ("Sorted by %s, descending"), title);
    }
  else
    {
      /* TRANSLATORS: what a screen reader calls the button of the menu of orders; %s is the title
       * of a column. */
      label = g_strdup_printf (_ ("Sorted by %s, ascending"), title);
    }

  rea_a11y_set_label (GTK_WIDGET (button), label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), label);
}
