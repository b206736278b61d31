/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In a GtkColumnView a plain click selects one row instead of the others. In ours it
 * ticks where it meets the column of the ticks, and everywhere once there is a tick:
 * who collects rows must not lose them, nor have to aim.
 */
#include "rea-row-clicks.h"

typedef struct
{
  ReaHasTicks has_ticks;
  gpointer    user_data;
} Clicks;

static GtkWidget *
find_ancestor (GtkWidget *widget, const char *css_name)
{
  while (widget != NULL && g_strcmp0 (gtk_widget_get_css_name (widget), css_name) != 0)
    widget = gtk_widget_get_parent (widget);

  return widget;
}

static gboolean
is_in_first_cell (GtkWidget *row, GtkWidget *widget)
{
  GtkWidget *first = gtk_widget_get_first_child (row);

  return widget == first || gtk_widget_is_ancestor (widget, first);
}

static gboolean
is_in_button (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON) != NULL;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  Clicks         *clicks = user_data;
  GtkWidget      *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget      *target = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  GtkWidget      *row = find_ancestor (target, "row");
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gboolean extend = (state & GDK_SHIFT_MASK) != 0;
  gboolean in_first_cell;

  if (row == NULL || is_in_button (target))
    return;

  in_first_cell = is_in_first_cell (row, target);

  /* With a key held down a click does in all other cells what is expected of it. */
  if (!in_first_cell && ((state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0 ||
                         !clicks->has_ticks (clicks->user_data)))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (row);
  gtk_widget_activate_action (row, "listitem.select", "(bb)", !extend, extend);
}

/**
 * rea_row_clicks_set_up:
 * @view: a table, whose first column is that of the ticks
 * @has_ticks: (scope forever): whether any row is ticked
 * @user_data: for @has_ticks
 *
 * Has clicks collect ticks.
 */
void
rea_row_clicks_set_up (GtkColumnView *view, ReaHasTicks has_ticks, gpointer user_data)
{
  GtkGesture *gesture = gtk_gesture_click_new ();
  Clicks     *clicks = g_new (Clicks, 1);

  clicks->has_ticks = has_ticks;
  clicks->user_data = user_data;
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_data (gesture, "pressed", G_CALLBACK (pressed_cb), clicks,
                         (GClosureNotify) (GCallback) g_free, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (gesture));
}

/**
 * rea_row_clicks_find_row:
 * @view: a table
 * @x: a place in it
 * @y: a place in it
 *
 * Returns: (transfer none) (nullable): the row that is there
 */
GtkWidget *
rea_row_clicks_find_row (GtkColumnView *view, double x, double y)
{
  return find_ancestor (gtk_widget_pick (GTK_WIDGET (view), x, y, GTK_PICK_DEFAULT), "row");
}
