/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-service-private.h"

/* How often, in microseconds, a damaged file is opened again. */
#define OPEN_AGAIN_AFTER (2 * G_TIME_SPAN_SECOND)

static void
reopen_writer_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ReaService *self = source;
  Lane       *lane = &self->lanes[REA_LANE_WRITE];
  ReaSession *session = lane->session != NULL ? rea_service_open_session (self, FALSE, NULL) : NULL;

  if (session != NULL)
    {
      g_object_unref (lane->session);
      lane->session = session;
    }

  g_task_return_boolean (task, TRUE);
}

/* Where the file was replaced, the open one is that which nobody else sees any more. */
static gboolean
reopen (ReaService *self, GError **error)
{
  Lane       *lane = &self->lanes[REA_LANE_READ];
  ReaSession *session = rea_service_open_session (self, FALSE, error);
  g_autoptr (GTask) task = NULL;

  if (session == NULL)
    return FALSE;

  g_object_unref (lane->session);
  lane->session = session;
  self->is_reopened = TRUE;

  task = g_task_new (self, NULL, NULL, NULL);
  rea_worker_push (self->lanes[REA_LANE_WRITE].worker, task, reopen_writer_job);
  return TRUE;
}

static gboolean
get_version (ReaService *self, gint64 *version, GError **error)
{
  Lane *lane = &self->lanes[REA_LANE_READ];
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GError) open_error = NULL;

  if (rea_session_get_version (lane->session, version, &local_error))
    return TRUE;

  if (g_error_matches (local_error, REA_ERROR, REA_ERROR_BUSY))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (reopen (self, &open_error))
    return rea_session_get_version (lane->session, version, error);

  /* Something else may be in its place, and that says more than that it is gone. */
  if (g_error_matches (local_error, REA_ERROR, REA_ERROR_IO) &&
      !g_error_matches (open_error, REA_ERROR, REA_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&open_error));
  else
    g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* A damaged file may have been mended in place, which changes nothing that a check
 * could see: now and then all is read afresh.
 */
static gboolean
shall_open_again (ReaService *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->damaged_call == NULL ||
      now - MAX (self->damaged_at, self->opened_again_at) < OPEN_AGAIN_AFTER)
    return FALSE;

  self->opened_again_at = now;
  return TRUE;
}

/* Returns a snapshot if there is anything to compare. */
static void
check_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ReaService *self = source;
  gboolean    again = GPOINTER_TO_INT (task_data);
  Lane       *lane = &self->lanes[REA_LANE_READ];
  g_autoptr (ReaSnapshot) snapshot = NULL;
  GError *error = NULL;
  gint64  version;

  if (again && lane->session != NULL)
    reopen (self, NULL);

  if (rea_service_is_closed (lane, &error) || !get_version (self, &version, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (version == self->version && !self->is_reopened)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  snapshot = rea_service_take_snapshot (self, lane->session, &error);
  if (snapshot == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  snapshot->is_afresh = self->is_reopened;
  self->is_reopened = FALSE;
  self->version = version;
  g_task_return_pointer (task, g_steal_pointer (&snapshot), (GDestroyNotify) rea_snapshot_free);
}

static void
check_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ReaService *self = REA_SERVICE (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (ReaSnapshot) snapshot = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    {
      /* What keeps a check from its answer is trouble, whatever it is. */
      if (error->domain == REA_ERROR)
        rea_service_set_trouble (self, error->message);
      g_task_return_error (task, error);
      return;
    }

  rea_service_note_read (self, NULL, NULL);
  if (snapshot != NULL && !rea_service_apply_snapshot (self, g_steal_pointer (&snapshot)))
    rea_service_emit_presence (self);
  g_task_return_boolean (task, TRUE);
}

/**
 * rea_service_check_async:
 * @self: a service
 * @cancellable: (nullable): to cancel it
 * @callback: (scope async) (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Looks whether another process changed something, and emits what. While the
 * database cannot be read it tries to open it again.
 */
void
rea_service_check_async (ReaService         *self,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) inner = NULL;
  GTask *outer;

  g_return_if_fail (REA_IS_SERVICE (self));

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, rea_service_check_async);

  inner = g_task_new (self, cancellable, check_done_cb, outer);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, GINT_TO_POINTER (shall_open_again (self)), NULL);
  rea_worker_push (self->lanes[REA_LANE_READ].worker, inner, check_job);
}

/**
 * rea_service_check_finish:
 * @self: a service
 * @result: what the callback was given
 * @error: set when the database cannot be read
 *
 * Returns: whether it can
 */
gboolean
rea_service_check_finish (ReaService *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
