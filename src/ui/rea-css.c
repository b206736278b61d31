/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-css.h"

/**
 * rea_css_set_class:
 * @widget: a widget
 * @name: the name of a class of the style sheet
 * @set: whether the widget has it
 *
 * Gives a widget a class, or takes it away.
 */
void
rea_css_set_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}
