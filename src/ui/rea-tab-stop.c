/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-tab-stop.h"

struct _ReaTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (ReaTabStop, rea_tab_stop, ADW_TYPE_BIN)

/**
 * rea_tab_stop_is_within:
 * @widget: a widget
 *
 * Tells where the focus is. What a widget remembers as its focus child may be from
 * long ago.
 *
 * Returns: whether the focus is at @widget or in it
 */
gboolean
rea_tab_stop_is_within (GtkWidget *widget)
{
  GtkRoot   *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gboolean
rea_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (is_tab && rea_tab_stop_is_within (widget))
    return FALSE;

  return GTK_WIDGET_CLASS (rea_tab_stop_parent_class)->focus (widget, direction);
}

static void
rea_tab_stop_class_init (ReaTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = rea_tab_stop_focus;
}

static void
rea_tab_stop_init (ReaTabStop *self)
{
}
