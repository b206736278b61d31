/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-mover.h"

/* A move that takes no longer shows no progress; then the bar goes on at this pace. */
#define PATIENCE_MILLISECONDS 500
#define PULSE_MILLISECONDS    80

struct _ReaMover
{
  GObject parent_instance;

  ReaService   *service;
  gint64        campaign;
  GCancellable *moving;
  guint         late_source;
};

enum
{
  LATE,
  MOVED,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaMover, rea_mover, G_TYPE_OBJECT)

static gboolean
pulse_cb (gpointer user_data)
{
  g_signal_emit (user_data, signals[LATE], 0);

  return G_SOURCE_CONTINUE;
}

static gboolean
late_cb (gpointer user_data)
{
  ReaMover *self = user_data;

  self->late_source = g_timeout_add (PULSE_MILLISECONDS, pulse_cb, self);
  g_signal_emit (self, signals[LATE], 0);

  return G_SOURCE_REMOVE;
}

static void
end (ReaMover *self, ReaResult *result, const GError *error)
{
  g_clear_handle_id (&self->late_source, g_source_remove);
  g_clear_object (&self->moving);

  if (result != NULL)
    g_signal_emit (self, signals[MOVED], 0, result);
  else
    g_signal_emit (self, signals[REFUSED], 0, error);
}

static void
reassigned_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (ReaMover) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result =
      rea_service_reassign_finish (REA_SERVICE (source), async_result, &error);

  end (self, result, error);
}

static void
removed_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (ReaMover) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result =
      rea_service_remove_sender_finish (REA_SERVICE (source), async_result, &error);

  end (self, result, error);
}

/**
 * rea_mover_new:
 * @service: the service
 * @campaign: a campaign
 *
 * Returns: (transfer full): one that moves nothing yet
 */
ReaMover *
rea_mover_new (ReaService *service, gint64 campaign)
{
  ReaMover *self = g_object_new (REA_TYPE_MOVER, NULL);

  self->service = g_object_ref (service);
  self->campaign = campaign;

  return self;
}

/**
 * rea_mover_move:
 * @self: a mover that is not moving
 * @reassign: what is reassigned
 * @request: the request that was put together for it
 * @shown: the preview on which somebody decided
 *
 * Carries a request out. It is seen through, even if nobody waits for it any more.
 */
void
rea_mover_move (ReaMover              *self,
                const ReaReassignCase *reassign,
                const ReaRequest      *request,
                const ReaPlan         *shown)
{
  g_return_if_fail (self->moving == NULL);

  self->moving = g_cancellable_new ();
  self->late_source = g_timeout_add (PATIENCE_MILLISECONDS, late_cb, self);

  if (reassign->verb == REA_REASSIGN_REMOVE)
    rea_service_remove_sender_async (self->service, self->campaign, reassign->from->senders[0],
                                     request, shown, self->moving, removed_cb, g_object_ref (self));
  else
    rea_service_reassign_async (self->service, self->campaign, request, shown, self->moving,
                                reassigned_cb, g_object_ref (self));
}

/**
 * rea_mover_is_moving:
 * @self: a mover
 *
 * Returns: whether a request is being carried out
 */
gboolean
rea_mover_is_moving (ReaMover *self)
{
  return self->moving != NULL;
}

/**
 * rea_mover_cancel:
 * @self: a mover
 *
 * Stops what is being carried out; what came of it is told all the same.
 */
void
rea_mover_cancel (ReaMover *self)
{
  if (self->moving != NULL)
    g_cancellable_cancel (self->moving);
}

static void
rea_mover_dispose (GObject *object)
{
  ReaMover *self = REA_MOVER (object);

  g_clear_handle_id (&self->late_source, g_source_remove);
  g_clear_object (&self->moving);
  g_clear_object (&self->service);

  G_OBJECT_CLASS (rea_mover_parent_class)->dispose (object);
}

static void
rea_mover_class_init (ReaMoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rea_mover_dispose;

  signals[LATE] = g_signal_new ("late", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
rea_mover_init (ReaMover *self)
{
}
