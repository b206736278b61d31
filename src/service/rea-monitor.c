/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-monitor.h"

/* Another process's change is on screen within a second; a window that nobody
 * sees must not keep the machine awake.
 */
#define VISIBLE_MILLISECONDS 250
#define HIDDEN_SECONDS       5

/* Nobody writes that a sender has not been heard of for 45 seconds. */
#define PRESENCE_SECONDS 5

struct _ReaMonitor
{
  GObject parent_instance;

  ReaService *service;
  gboolean    visible;
  gboolean    checking;
  guint       check_timer;
  guint       presence_timer;
};

G_DEFINE_FINAL_TYPE (ReaMonitor, rea_monitor, G_TYPE_OBJECT)

static void
check_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaMonitor) self = user_data;

  /* The service tells of its trouble itself, and the next check tries again. */
  rea_service_check_finish (REA_SERVICE (source), result, NULL);
  self->checking = FALSE;
}

/* A check that waits behind a long read must not pile up. */
static void
check (ReaMonitor *self)
{
  if (self->checking)
    return;

  self->checking = TRUE;
  rea_service_check_async (self->service, NULL, check_cb, g_object_ref (self));
}

static gboolean
check_timer_cb (gpointer user_data)
{
  check (user_data);
  return G_SOURCE_CONTINUE;
}

static gboolean
presence_timer_cb (gpointer user_data)
{
  ReaMonitor *self = user_data;

  rea_service_emit_presence (self->service);
  return G_SOURCE_CONTINUE;
}

static void
start_check_timer (ReaMonitor *self)
{
  g_clear_handle_id (&self->check_timer, g_source_remove);
  self->check_timer = self->visible ? g_timeout_add (VISIBLE_MILLISECONDS, check_timer_cb, self)
                                    : g_timeout_add_seconds (HIDDEN_SECONDS, check_timer_cb, self);
}

static void
rea_monitor_dispose (GObject *object)
{
  ReaMonitor *self = REA_MONITOR (object);

  g_clear_handle_id (&self->check_timer, g_source_remove);
  g_clear_handle_id (&self->presence_timer, g_source_remove);

  G_OBJECT_CLASS (rea_monitor_parent_class)->dispose (object);
}

static void
rea_monitor_finalize (GObject *object)
{
  ReaMonitor *self = REA_MONITOR (object);

  g_clear_object (&self->service);

  G_OBJECT_CLASS (rea_monitor_parent_class)->finalize (object);
}

static void
rea_monitor_class_init (ReaMonitorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rea_monitor_dispose;
  G_OBJECT_CLASS (klass)->finalize = rea_monitor_finalize;
}

static void
rea_monitor_init (ReaMonitor *self)
{
}

/**
 * rea_monitor_new:
 * @service: the service to keep up to date
 *
 * Starts the timers; they run on the main context until the monitor is gone.
 *
 * Returns: (transfer full): a monitor that takes its window to be hidden
 */
ReaMonitor *
rea_monitor_new (ReaService *service)
{
  ReaMonitor *self;

  g_return_val_if_fail (REA_IS_SERVICE (service), NULL);

  self = g_object_new (REA_TYPE_MONITOR, NULL);
  self->service = g_object_ref (service);
  self->presence_timer = g_timeout_add_seconds (PRESENCE_SECONDS, presence_timer_cb, self);
  start_check_timer (self);
  return self;
}

/**
 * rea_monitor_set_visible:
 * @self: a monitor
 * @visible: whether somebody can see a window
 *
 * Looks more often while somebody does, and at once when a window comes back.
 */
void
rea_monitor_set_visible (ReaMonitor *self, gboolean visible)
{
  g_return_if_fail (REA_IS_MONITOR (self));

  if (self->visible == !!visible)
    return;

  self->visible = !!visible;
  start_check_timer (self);
  if (visible)
    check (self);
}

/**
 * rea_monitor_get_visible:
 * @self: a monitor
 *
 * Returns: whether it looks as for a window that somebody sees
 */
gboolean
rea_monitor_get_visible (ReaMonitor *self)
{
  g_return_val_if_fail (REA_IS_MONITOR (self), FALSE);

  return self->visible;
}
