/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-worker.h"

#include "live.h"

typedef struct
{
  GMutex   lock;
  GArray  *order;
  GThread *thread;
  gboolean is_elsewhere;
} Record;

typedef struct
{
  Record *record;
  int     number;
} Numbered;

static void
record_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Numbered *numbered = task_data;
  Record   *record = numbered->record;

  g_mutex_lock (&record->lock);
  g_array_append_val (record->order, numbered->number);
  if (record->thread == NULL)
    record->thread = g_thread_self ();
  record->is_elsewhere |= record->thread != g_thread_self ();
  g_mutex_unlock (&record->lock);

  g_task_return_boolean (task, TRUE);
}

static void
test_order (void)
{
  g_autoptr (ReaWorker) worker = rea_worker_new ();
  Record        record = { .order = g_array_new (FALSE, FALSE, sizeof (int)) };
  GAsyncResult *result = NULL;

  g_mutex_init (&record.lock);
  for (int i = 0; i < 200; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, i == 199 ? live_result_cb : NULL, &result);
      Numbered *numbered = g_new (Numbered, 1);

      numbered->record = &record;
      numbered->number = i;
      g_task_set_task_data (task, numbered, g_free);
      rea_worker_push (worker, task, record_job);
    }
  LIVE_WAIT_FOR (result != NULL);

  g_assert_cmpuint (record.order->len, ==, 200);
  for (int i = 0; i < 200; i++)
    g_assert_cmpint (g_array_index (record.order, int, i), ==, i);
  g_assert_false (record.is_elsewhere);
  g_assert_true (record.thread != g_thread_self ());

  g_object_unref (result);
  g_array_unref (record.order);
  g_mutex_clear (&record.lock);
}

static void
wait_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GMutex *gate = task_data;

  g_mutex_lock (gate);
  g_mutex_unlock (gate);
  g_task_return_boolean (task, TRUE);
}

static void
must_not_run_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_error ("A job that was cancelled has run.");
}

static void
test_cancel_before_its_turn (void)
{
  g_autoptr (ReaWorker) worker = rea_worker_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) first = NULL;
  g_autoptr (GTask) second = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *results[2] = { NULL };
  GMutex        gate;

  g_mutex_init (&gate);
  g_mutex_lock (&gate);
  first = g_task_new (NULL, NULL, live_result_cb, &results[0]);
  g_task_set_task_data (first, &gate, NULL);
  rea_worker_push (worker, first, wait_job);
  second = g_task_new (NULL, cancellable, live_result_cb, &results[1]);
  rea_worker_push (worker, second, must_not_run_job);

  g_cancellable_cancel (cancellable);
  g_mutex_unlock (&gate);
  LIVE_WAIT_FOR (results[0] != NULL && results[1] != NULL);

  g_assert_true (g_task_propagate_boolean (first, &error));
  g_assert_no_error (error);
  g_assert_false (g_task_propagate_boolean (second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_object_unref (results[0]);
  g_object_unref (results[1]);
  g_mutex_clear (&gate);
}

static void
fail_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_new_error (task, REA_ERROR, REA_ERROR_BUSY, "Busy.");
}

static void
test_error (void)
{
  g_autoptr (ReaWorker) worker = rea_worker_new ();
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  task = g_task_new (NULL, NULL, live_result_cb, &result);
  rea_worker_push (worker, task, fail_job);
  LIVE_WAIT_FOR (result != NULL);

  g_assert_false (g_task_propagate_boolean (task, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_BUSY);
  g_object_unref (result);
}

static guint
count_threads (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/task", 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
drop_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_object_unref (task_data);
  g_task_return_boolean (task, TRUE);
}

/* A worker that waited for its own thread in finalize would leave it behind, and
 * every call would come back all the same: the threads have to be counted.
 */
static void
test_last_reference_in_the_last_job (void)
{
  guint before = count_threads ();

  for (guint i = 0; i < 200; i++)
    {
      ReaWorker *worker = rea_worker_new ();
      g_autoptr (GTask) task = NULL;
      GAsyncResult *result = NULL;

      task = g_task_new (NULL, NULL, live_result_cb, &result);
      g_task_set_task_data (task, worker, NULL);
      rea_worker_push (worker, task, drop_job);
      LIVE_WAIT_FOR (result != NULL);
      g_object_unref (result);
    }

  LIVE_WAIT_FOR (count_threads () <= before + 2);
}

static void
count_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_atomic_int_inc ((int *) task_data);
  g_task_return_boolean (task, TRUE);
}

static void
test_waiting_jobs_outlive_the_worker (void)
{
  ReaWorker *worker = rea_worker_new ();
  int        n = 0;

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

      g_task_set_task_data (task, &n, NULL);
      rea_worker_push (worker, task, count_job);
    }
  g_object_unref (worker);

  LIVE_WAIT_FOR (g_atomic_int_get (&n) == 50);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/worker/order", test_order);
  g_test_add_func ("/worker/cancel-before-its-turn", test_cancel_before_its_turn);
  g_test_add_func ("/worker/error", test_error);
  g_test_add_func ("/worker/last-reference-in-the-last-job", test_last_reference_in_the_last_job);
  g_test_add_func ("/worker/waiting-jobs-outlive-the-worker", test_waiting_jobs_outlive_the_worker);

  return g_test_run ();
}
