/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-demo-maker.h"

#define CONTACTS              5000
#define SENDERS               20
#define PROGRESS_MILLISECONDS 100

/* What the thread that makes it and the main thread share: how far it has come. */
typedef struct
{
  int percent;
} Making;

typedef struct
{
  Making             *making;
  ReaDemoProgress     progress;
  gpointer            progress_data;
  guint               source;
  GAsyncReadyCallback callback;
  gpointer            user_data;
} Watch;

static void
progress_job (gint64 done, gint64 total, gpointer user_data)
{
  Making *making = user_data;

  if (total > 0)
    g_atomic_int_set (&making->percent, (int) (done * 100 / total));
}

static gpointer
make_job (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  return rea_session_add_demo (session, CONTACTS, SENDERS, (guint32) g_get_real_time (),
                               progress_job, data, cancellable, error);
}

static gboolean
progress_cb (gpointer user_data)
{
  Watch *watch = user_data;

  watch->progress (g_atomic_int_get (&watch->making->percent) / 100.0, watch->progress_data);

  return G_SOURCE_CONTINUE;
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Watch *watch = user_data;

  g_source_remove (watch->source);
  g_atomic_rc_box_release (watch->making);
  watch->callback (source, result, watch->user_data);
}

/**
 * rea_demo_maker_make_async:
 * @service: a service
 * @progress: (scope notified): told how far it has come
 * @progress_data: for @progress
 * @callback: (scope async): called when it is done
 * @user_data: for @callback
 *
 * Makes a demo campaign.
 */
void
rea_demo_maker_make_async (ReaService         *service,
                           ReaDemoProgress     progress,
                           gpointer            progress_data,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->making = g_atomic_rc_box_new0 (Making);
  watch->progress = progress;
  watch->progress_data = progress_data;
  watch->callback = callback;
  watch->user_data = user_data;
  watch->source = g_timeout_add (PROGRESS_MILLISECONDS, progress_cb, watch);
  rea_service_call_async (service, REA_LANE_WRITE, make_job,
                          g_atomic_rc_box_acquire (watch->making), g_atomic_rc_box_release,
                          (GDestroyNotify) rea_campaign_free, NULL, made_cb, watch);
}

/**
 * rea_demo_maker_make_finish:
 * @service: a service
 * @result: what the callback was given
 * @error: set when it failed
 *
 * Returns: (transfer full) (nullable): the campaign
 */
ReaCampaign *
rea_demo_maker_make_finish (ReaService *service, GAsyncResult *result, GError **error)
{
  return rea_service_call_finish (service, result, error);
}
