/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-tab-stop.h"

struct _ReaTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (ReaTabStop, rea_tab_stop, ADW_TYPE_BIN)

static gboolean
rea_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (is_tab && gtk_widget_get_focus_child (widget) != NULL)
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
