/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-shortcuts.h"

/**
 * rea_shortcuts_show:
 * @parent: (nullable): the window that asks for it
 *
 * Shows which keys there are.
 *
 * The window is made when it is asked for and goes when it is closed. GtkApplication would
 * make it along with each window, hidden, and GTK 4.8 answers a screen reader that asks for
 * a window which is gone by then with the last one there is: if that is hidden it has no
 * path yet, and the answer is broken.
 */
void
rea_shortcuts_show (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *window;

  if (GTK_IS_SHORTCUTS_WINDOW (parent))
    return;

  builder = gtk_builder_new_from_resource ("/org/example/Reassign/rea-shortcuts.ui");
  window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts_window"));
  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
