/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-connection.h"

#include "rea-monitor.h"

struct _ReaConnection
{
  GObject parent_instance;

  GtkWindow  *window;
  ReaService *service;
  ReaMonitor *monitor;
};

G_DEFINE_FINAL_TYPE (ReaConnection, rea_connection, G_TYPE_OBJECT)

static void
update_visible (ReaConnection *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->window));
  gboolean    visible =
      gtk_widget_get_mapped (GTK_WIDGET (self->window)) && GDK_IS_TOPLEVEL (surface) &&
      !(gdk_toplevel_get_state (GDK_TOPLEVEL (surface)) & GDK_TOPLEVEL_STATE_MINIMIZED);

  rea_monitor_set_visible (self->monitor, visible);
}

/* The surface is another each time that the window is realized. */
static void
map_cb (ReaConnection *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->window));

  if (surface != NULL)
    {
      g_signal_handlers_disconnect_by_data (surface, self);
      g_signal_connect_object (surface, "notify::state", G_CALLBACK (update_visible), self,
                               G_CONNECT_SWAPPED);
    }

  update_visible (self);
}

/**
 * rea_connection_new:
 * @window: a window, which closes it before it goes
 * @service: the service of an open database
 *
 * Returns: (transfer full): the window's hold on it
 */
ReaConnection *
rea_connection_new (GtkWindow *window, ReaService *service)
{
  ReaConnection *self = g_object_new (REA_TYPE_CONNECTION, NULL);

  self->window = window;
  self->service = g_object_ref (service);
  self->monitor = rea_monitor_new (service);
  g_signal_connect_object (window, "map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "unmap", G_CALLBACK (update_visible), self, G_CONNECT_SWAPPED);
  map_cb (self);

  return self;
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GApplication) application = user_data;

  rea_service_close_finish (REA_SERVICE (source), result);
  g_application_release (application);
}

/**
 * rea_connection_close:
 * @self: (transfer full): a connection
 *
 * Lets go of the database. The application lives on until it is closed as it should be.
 */
void
rea_connection_close (ReaConnection *self)
{
  GApplication *application = g_application_get_default ();

  g_return_if_fail (REA_IS_CONNECTION (self));

  g_clear_object (&self->monitor);
  g_application_hold (application);
  rea_service_close_async (self->service, closed_cb, g_object_ref (application));
  g_object_unref (self);
}

static void
rea_connection_dispose (GObject *object)
{
  ReaConnection *self = REA_CONNECTION (object);

  g_clear_object (&self->monitor);
  g_clear_object (&self->service);

  G_OBJECT_CLASS (rea_connection_parent_class)->dispose (object);
}

static void
rea_connection_class_init (ReaConnectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rea_connection_dispose;
}

static void
rea_connection_init (ReaConnection *self)
{
}
