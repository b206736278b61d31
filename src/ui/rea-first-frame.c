/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-first-frame.h"

static void
painted_cb (GtkWidget *window, GdkFrameClock *clock)
{
  ReaFirstFrameFunc func = g_object_get_data (G_OBJECT (window), "rea-first-frame");

  g_signal_handlers_disconnect_by_func (clock, painted_cb, window);
  func (window);
}

static void
realized_cb (GtkWidget *window)
{
  g_signal_handlers_disconnect_by_func (window, realized_cb, NULL);
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint",
                           G_CALLBACK (painted_cb), window, G_CONNECT_SWAPPED);
}

/**
 * rea_first_frame_then:
 * @window: a window that was not shown yet
 * @func: what to do once it is on screen
 *
 * Lets a window appear before what takes longer begins.
 */
void
rea_first_frame_then (GtkWidget *window, ReaFirstFrameFunc func)
{
  g_return_if_fail (!gtk_widget_get_realized (window));

  g_object_set_data (G_OBJECT (window), "rea-first-frame", func);
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
}
