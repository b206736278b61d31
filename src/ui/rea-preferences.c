/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-preferences.h"

#include "rea-settings.h"

/**
 * rea_preferences_show:
 * @parent: (nullable): the window that asks for it
 *
 * Shows what can be set for the program. What is set holds at once.
 */
void
rea_preferences_show (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *window;
  GObject   *notifications;

  if (ADW_IS_PREFERENCES_WINDOW (parent))
    return;

  builder = gtk_builder_new_from_resource ("/org/example/Reassign/rea-preferences.ui");
  window = GTK_WINDOW (gtk_builder_get_object (builder, "preferences_window"));
  notifications = gtk_builder_get_object (builder, "notifications");
  if (!rea_settings_bind_switch ("notifications", notifications, "active"))
    gtk_widget_set_sensitive (GTK_WIDGET (notifications), FALSE);

  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
