/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-worker.h"

struct _ReaWorker
{
  GObject      parent_instance;
  GThreadPool *pool;
};

G_DEFINE_FINAL_TYPE (ReaWorker, rea_worker, G_TYPE_OBJECT)

typedef struct
{
  GTask          *task;
  GTaskThreadFunc func;
} Job;

static void
run_job (gpointer data, gpointer user_data)
{
  g_autofree Job *job = data;
  g_autoptr (GTask) task = job->task;

  if (!g_task_return_error_if_cancelled (task))
    job->func (task, g_task_get_source_object (task), g_task_get_task_data (task),
               g_task_get_cancellable (task));
}

static void
rea_worker_finalize (GObject *object)
{
  ReaWorker *self = REA_WORKER (object);

  /* The last reference may be dropped by the last job, on the pool's own
   * thread, so waiting for that thread here would wait for ever.
   */
  g_thread_pool_free (self->pool, FALSE, FALSE);

  G_OBJECT_CLASS (rea_worker_parent_class)->finalize (object);
}

static void
rea_worker_class_init (ReaWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rea_worker_finalize;
}

static void
rea_worker_init (ReaWorker *self)
{
  g_autoptr (GError) error = NULL;

  /* Exclusive, so that it is the same thread for every job. */
  self->pool = g_thread_pool_new (run_job, NULL, 1, TRUE, &error);
  if (self->pool == NULL)
    g_error ("No thread can be started: %s", error->message);
}

/**
 * rea_worker_new:
 *
 * Starts a thread that waits for jobs. Jobs that were pushed are done even when
 * the worker is gone; then the thread ends.
 *
 * Returns: (transfer full): a worker
 */
ReaWorker *
rea_worker_new (void)
{
  return g_object_new (REA_TYPE_WORKER, NULL);
}

/**
 * rea_worker_push:
 * @self: a worker
 * @task: what the job reports to
 * @job: (scope async): runs on the worker's thread; has to return from @task
 *
 * Puts a job behind those that wait already. One that was cancelled before its
 * turn is not run: @task returns %G_IO_ERROR_CANCELLED.
 *
 * May be called from any thread, also from a job of this or another worker.
 */
void
rea_worker_push (ReaWorker *self, GTask *task, GTaskThreadFunc job)
{
  Job *waiting;

  g_return_if_fail (REA_IS_WORKER (self));
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (job != NULL);

  waiting = g_new (Job, 1);
  waiting->task = g_object_ref (task);
  waiting->func = job;
  g_thread_pool_push (self->pool, waiting, NULL);
}
