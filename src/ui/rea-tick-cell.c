/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-tick-cell.h"

#include "rea-a11y.h"

#include <glib/gi18n-lib.h>

static void
write_selected (GtkListItem *list_item)
{
  GtkWidget *tick = gtk_list_item_get_child (list_item);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), gtk_list_item_get_selected (list_item));
}

/* The tick shows what the selection says, and asks that to change. */
static void
toggled_cb (GtkCheckButton *tick, gpointer user_data)
{
  GtkListItem *list_item = user_data;

  if (gtk_list_item_get_item (list_item) == NULL ||
      gtk_check_button_get_active (tick) == gtk_list_item_get_selected (list_item))
    return;

  gtk_widget_activate_action (GTK_WIDGET (tick), "listitem.select", "(bb)", TRUE, FALSE);
  write_selected (list_item);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  GtkWidget *tick = gtk_check_button_new ();

  /* The row has the focus, and Space ticks it. */
  gtk_widget_set_focusable (tick, FALSE);
  /* Else Shift+Tab leads into it, and leaves the window without a focus. */
  gtk_widget_set_can_focus (tick, FALSE);
  gtk_list_item_set_child (list_item, tick);
  g_signal_connect (tick, "toggled", G_CALLBACK (toggled_cb), list_item);
  g_signal_connect (list_item, "notify::selected", G_CALLBACK (write_selected), NULL);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  ReaTickName get_name = (ReaTickName) user_data;
  GtkWidget  *tick = gtk_list_item_get_child (list_item);
  const char *name = get_name (gtk_list_item_get_item (list_item));
  /* TRANSLATORS: what a screen reader calls the tick of a row; %s is the name of a sender. */
  g_autofree char *label = g_strdup_printf (_ ("Select %s"), name != NULL ? name : "");

  gtk_widget_set_visible (tick, name != NULL);
  rea_a11y_set_label (tick, label);
  write_selected (list_item);
}

/**
 * rea_tick_cell_factory_new:
 * @name: (scope forever): names rows, and says which of them can be ticked
 *
 * The factory of a column that shows which rows are selected, and selects them.
 *
 * Returns: (transfer full): a factory
 */
GtkListItemFactory *
rea_tick_cell_factory_new (ReaTickName name)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), name);

  return factory;
}
