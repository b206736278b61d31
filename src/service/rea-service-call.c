/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-service-private.h"

#include <glib/gi18n-lib.h>

gboolean
rea_service_is_closed (Lane *lane, GError **error)
{
  if (lane->session != NULL)
    return FALSE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The database was closed."));
  return TRUE;
}

typedef struct
{
  ReaLane        lane;
  ReaCall        call;
  gpointer       data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  ReaSnapshot   *snapshot;
} Call;

static void
call_free (Call *call)
{
  if (call->data_free != NULL)
    call->data_free (call->data);
  g_clear_pointer (&call->snapshot, rea_snapshot_free);
  g_free (call);
}

static void
call_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ReaService *self = source;
  Call       *call = task_data;
  Lane       *lane = &self->lanes[call->lane];
  GError     *error = NULL;
  gpointer    result;

  if (rea_service_is_closed (lane, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  result = call->call (lane->session, call->data, cancellable, &error);

  /* Long work commits step by step, so what failed may have changed something too.
   * A snapshot that cannot be taken leaves the news to the monitor.
   */
  if (call->lane == REA_LANE_WRITE)
    call->snapshot = rea_service_take_snapshot (self, lane->session, NULL);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, call->result_free);
}

static void
call_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ReaService *self = REA_SERVICE (source);
  g_autoptr (GTask) task = user_data;
  Call    *call = g_task_get_task_data (G_TASK (result));
  GError  *error = NULL;
  gpointer value = g_task_propagate_pointer (G_TASK (result), &error);

  if (call->snapshot != NULL)
    rea_service_apply_snapshot (self, g_steal_pointer (&call->snapshot));
  if (call->lane == REA_LANE_READ)
    rea_service_note_read (self, call->call, error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, value, call->result_free);
}

/**
 * rea_service_call_async:
 * @self: a service
 * @lane: where to run
 * @call: (scope async): what to run, on the lane's thread
 * @data: (transfer full): all that @call sees
 * @data_free: (nullable): frees @data
 * @result_free: (nullable): frees a result that nobody takes
 * @cancellable: (nullable): also handed to @call
 * @callback: (scope async): called on the main thread
 * @user_data: for @callback
 *
 * Runs a call on a lane, behind those that wait there.
 */
void
rea_service_call_async (ReaService         *self,
                        ReaLane             lane,
                        ReaCall             call,
                        gpointer            data,
                        GDestroyNotify      data_free,
                        GDestroyNotify      result_free,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) inner = NULL;
  GTask *outer;
  Call  *waiting;

  g_return_if_fail (REA_IS_SERVICE (self));
  g_return_if_fail (call != NULL);

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, rea_service_call_async);
  g_task_set_check_cancellable (outer, lane == REA_LANE_READ);

  waiting = g_new0 (Call, 1);
  waiting->lane = lane;
  waiting->call = call;
  waiting->data = data;
  waiting->data_free = data_free;
  waiting->result_free = result_free;

  inner = g_task_new (self, cancellable, call_done_cb, outer);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, waiting, (GDestroyNotify) call_free);
  rea_worker_push (self->lanes[lane].worker, inner, call_job);
}

/**
 * rea_service_call_finish:
 * @self: a service
 * @result: what the callback was given
 * @error: set when the call failed
 *
 * Returns: (transfer full) (nullable): what the call returned
 */
gpointer
rea_service_call_finish (ReaService *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * rea_arguments_new:
 * @campaign: the campaign that a verb is about, or 0
 *
 * Returns: (transfer full): a box for the arguments of a verb
 */
ReaArguments *
rea_arguments_new (gint64 campaign)
{
  ReaArguments *arguments = g_new0 (ReaArguments, 1);

  arguments->campaign = campaign;
  return arguments;
}

static void
arguments_free (gpointer data)
{
  ReaArguments *arguments = data;

  g_clear_pointer (&arguments->filter, rea_filter_free);
  g_clear_pointer (&arguments->request, rea_request_free);
  g_clear_pointer (&arguments->shown, rea_plan_free);
  g_free (arguments->after);
  g_free (arguments->email);
  g_strfreev (arguments->emails);
  g_free (arguments);
}

/* The general call with arguments in a box. */
void
rea_service_send_call (ReaService         *self,
                       ReaLane             lane,
                       ReaCall             call,
                       ReaArguments       *arguments,
                       GDestroyNotify      result_free,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  rea_service_call_async (self, lane, call, arguments, arguments_free, result_free, cancellable,
                          callback, user_data);
}
