/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-service-private.h"

/* What takes long and changes nothing: on a thread and with a session of its own,
 * so that neither questions nor moves wait behind it.
 */
typedef struct
{
  char          *location;
  char          *user;
  ReaCall        call;
  gpointer       data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
} Aside;

static void
aside_free (gpointer user_data)
{
  Aside *aside = user_data;

  if (aside->data_free != NULL)
    aside->data_free (aside->data);

  g_free (aside->location);
  g_free (aside->user);
  g_free (aside);
}

static void
aside_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Aside  *aside = task_data;
  GError *error = NULL;
  g_autoptr (ReaSession) session = rea_session_open (aside->location, aside->user, &error);
  gpointer result =
      session != NULL ? aside->call (session, aside->data, cancellable, &error) : NULL;

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, aside->result_free);
}

/**
 * rea_service_call_aside_async:
 * @self: a service
 * @call: (scope async): what to run; it must not change anything
 * @data: (transfer full): all that @call sees
 * @data_free: (nullable): frees @data
 * @result_free: (nullable): frees a result that nobody takes
 * @cancellable: (nullable): handed to @call, which says what became of it
 * @callback: (scope async): called on the main thread
 * @user_data: for @callback
 *
 * Runs a long call beside the lanes; rea_service_call_finish() ends it.
 */
void
rea_service_call_aside_async (ReaService         *self,
                              ReaCall             call,
                              gpointer            data,
                              GDestroyNotify      data_free,
                              GDestroyNotify      result_free,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Aside *aside = NULL;

  g_return_if_fail (REA_IS_SERVICE (self));
  g_return_if_fail (call != NULL);

  aside = g_new0 (Aside, 1);
  aside->location = g_strdup (self->location);
  aside->user = g_strdup (self->user->email);
  aside->call = call;
  aside->data = data;
  aside->data_free = data_free;
  aside->result_free = result_free;

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, rea_service_call_aside_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, aside, aside_free);
  g_task_run_in_thread (task, aside_job);
}
