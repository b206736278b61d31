/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-heartbeat.h"

struct _ReaHeartbeat
{
  GObject parent_instance;

  ReaService *service;
  gboolean    is_beating;
  guint       timer;
};

G_DEFINE_FINAL_TYPE (ReaHeartbeat, rea_heartbeat, G_TYPE_OBJECT)

static gpointer
beat_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (rea_session_heartbeat (session, FALSE, error));
}

static gpointer
end_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (rea_session_heartbeat (session, TRUE, error));
}

/* What kept it from being written is for the next one to meet, and for whoever reads
 * to tell; who may not is not asked to do anything about it.
 */
static void
beaten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *place = user_data;
  g_autoptr (ReaHeartbeat) self = g_weak_ref_get (place);

  rea_service_call_finish (REA_SERVICE (source), result, NULL);
  if (self != NULL)
    self->is_beating = FALSE;

  g_weak_ref_clear (place);
  g_free (place);
}

/* One that waits behind a long move must not pile up, nor keep the end from being
 * written at once.
 */
static gboolean
beat (gpointer user_data)
{
  ReaHeartbeat *self = user_data;

  if (!self->is_beating)
    {
      GWeakRef *place = g_new (GWeakRef, 1);

      g_weak_ref_init (place, self);
      self->is_beating = TRUE;
      rea_service_call_async (self->service, REA_LANE_WRITE, beat_call, NULL, NULL, NULL, NULL,
                              beaten_cb, place);
    }

  return G_SOURCE_CONTINUE;
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GApplication) application = user_data;

  rea_service_call_finish (REA_SERVICE (source), result, NULL);
  if (application != NULL)
    g_application_release (application);
}

/**
 * rea_heartbeat_close:
 * @self: a heartbeat
 *
 * Says that the Messenger was closed, behind what is being written; the application
 * lives on until it is. Nothing happens the second time, and dropping the heartbeat
 * closes it too.
 */
void
rea_heartbeat_close (ReaHeartbeat *self)
{
  GApplication *application = g_application_get_default ();

  g_return_if_fail (REA_IS_HEARTBEAT (self));

  if (self->timer == 0)
    return;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (application != NULL)
    g_application_hold (g_object_ref (application));
  rea_service_call_async (self->service, REA_LANE_WRITE, end_call, NULL, NULL, NULL, NULL, ended_cb,
                          application);
}

static void
rea_heartbeat_dispose (GObject *object)
{
  rea_heartbeat_close (REA_HEARTBEAT (object));

  G_OBJECT_CLASS (rea_heartbeat_parent_class)->dispose (object);
}

static void
rea_heartbeat_finalize (GObject *object)
{
  ReaHeartbeat *self = REA_HEARTBEAT (object);

  g_clear_object (&self->service);

  G_OBJECT_CLASS (rea_heartbeat_parent_class)->finalize (object);
}

static void
rea_heartbeat_class_init (ReaHeartbeatClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rea_heartbeat_dispose;
  G_OBJECT_CLASS (klass)->finalize = rea_heartbeat_finalize;
}

static void
rea_heartbeat_init (ReaHeartbeat *self)
{
}

/**
 * rea_heartbeat_new:
 * @service: the service of the one who has the Messenger open
 *
 * Returns: (transfer full): their heartbeat, which has begun
 */
ReaHeartbeat *
rea_heartbeat_new (ReaService *service)
{
  ReaHeartbeat *self;

  g_return_val_if_fail (REA_IS_SERVICE (service), NULL);

  self = g_object_new (REA_TYPE_HEARTBEAT, NULL);
  self->service = g_object_ref (service);
  self->timer = g_timeout_add_seconds (REA_HEARTBEAT_SECONDS, beat, self);
  beat (self);

  return self;
}
