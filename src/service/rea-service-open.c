/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-service-private.h"

/* Opening: the writing lane first, since it makes the schema. */

ReaSession *
rea_service_open_session (ReaService *self, gboolean create, GError **error)
{
  return create ? rea_session_open_or_create (self->location, self->asked_user, error)
                : rea_session_open (self->location, self->asked_user, error);
}

static void
open_reader_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ReaService *self = task_data;
  GError     *error = NULL;
  Lane       *lane = &self->lanes[REA_LANE_READ];

  lane->session = rea_service_open_session (self, FALSE, &error);
  if (lane->session != NULL && rea_session_get_version (lane->session, &self->version, &error))
    self->snapshot = rea_service_take_snapshot (self, lane->session, &error);

  if (self->snapshot == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

static void
open_writer_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ReaService *self = task_data;
  GError     *error = NULL;
  Lane       *lane = &self->lanes[REA_LANE_WRITE];

  lane->session = rea_service_open_session (self, self->create, &error);
  if (lane->session == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self->user = rea_user_copy (rea_session_get_user (lane->session));
  rea_worker_push (self->lanes[REA_LANE_READ].worker, task, open_reader_job);
}

/**
 * rea_service_open_async:
 * @location: (nullable): a path or sqlite:PATH; %NULL for the default
 * @user: (nullable): the e-mail of who acts; %NULL for the default
 * @create: whether to make a file that is missing
 * @callback: (scope async): called when the database is open or cannot be opened
 * @user_data: for @callback
 *
 * Opens a database on both lanes.
 */
void
rea_service_open_async (const char         *location,
                        const char         *user,
                        gboolean            create,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  ReaService *self = g_object_new (REA_TYPE_SERVICE, NULL);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, rea_service_open_async);
  g_task_set_task_data (task, self, g_object_unref);

  self->location = location != NULL ? g_strdup (location) : rea_session_dup_default_location ();
  self->asked_user = g_strdup (user);
  self->create = create;
  rea_worker_push (self->lanes[REA_LANE_WRITE].worker, task, open_writer_job);
}

/**
 * rea_service_open_finish:
 * @result: what the callback was given
 * @error: set when the database cannot be opened
 *
 * Returns: (transfer full) (nullable): the service
 */
ReaService *
rea_service_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, rea_service_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Closing. */

static void
close_reader_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ReaService *self = source;

  g_clear_object (&self->lanes[REA_LANE_READ].session);
  g_task_return_boolean (task, TRUE);
}

static void
close_writer_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ReaService *self = source;

  g_clear_object (&self->lanes[REA_LANE_WRITE].session);
  rea_worker_push (self->lanes[REA_LANE_READ].worker, task, close_reader_job);
}

/**
 * rea_service_close_async:
 * @self: a service
 * @callback: (scope async) (nullable): called when all is written and closed
 * @user_data: for @callback
 *
 * Closes the database behind all calls that wait, so that a program can end
 * without cutting off a move. A call that comes later fails with
 * %G_IO_ERROR_CLOSED.
 */
void
rea_service_close_async (ReaService *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (REA_IS_SERVICE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, rea_service_close_async);
  rea_worker_push (self->lanes[REA_LANE_WRITE].worker, task, close_writer_job);
}

/**
 * rea_service_close_finish:
 * @self: a service
 * @result: what the callback was given
 *
 * Ends what rea_service_close_async() began.
 */
void
rea_service_close_finish (ReaService *self, GAsyncResult *result)
{
  g_return_if_fail (g_task_is_valid (result, self));

  g_task_propagate_boolean (G_TASK (result), NULL);
}
