/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "live.h"

#include "rea-session-private.h"

#include <glib/gstdio.h>
#include <string.h>

static gint64 the_time; /* (atomic) */

void
live_set_time (gint64 now)
{
  __atomic_store_n (&the_time, now, __ATOMIC_SEQ_CST);
}

gint64
live_now (void)
{
  return __atomic_load_n (&the_time, __ATOMIC_SEQ_CST);
}

static gpointer
use_clock_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  rea_session_set_clock (session, live_now);
  return NULL;
}

void
live_use_clock (ReaService *service)
{
  g_autoptr (GError) error = NULL;

  live_call (service, REA_LANE_READ, use_clock_call, NULL, &error);
  g_assert_no_error (error);
  live_call (service, REA_LANE_WRITE, use_clock_call, NULL, &error);
  g_assert_no_error (error);
}

Live *
live_new (gint64 n_contacts, const char *const *senders)
{
  Live *self = g_new0 (Live, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) added = NULL;

  live_set_time (g_get_real_time () / G_USEC_PER_SEC);

  self->folder = g_dir_make_tmp ("reassign-live-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "test.db", NULL);
  self->other = rea_session_create (self->path, "owner@example.org", &error);
  g_assert_no_error (error);
  rea_session_set_clock (self->other, live_now);

  self->campaign = live_add_campaign (self, "Spring");
  if (senders != NULL)
    {
      added = rea_session_add_senders (self->other, self->campaign, senders, &error);
      g_assert_no_error (error);
    }
  if (n_contacts > 0)
    live_add_contacts (self, self->campaign, n_contacts);

  return self;
}

void
live_free (Live *self)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_object (&self->other);
  dir = g_dir_open (self->folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

gint64
live_add_campaign (Live *self, const char *title)
{
  g_autoptr (ReaCampaign) values = rea_campaign_new (title);
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;

  values->state = REA_STATE_ACTIVE;
  values->has_hours = FALSE;
  campaign = rea_session_create_campaign (self->other, values, &error);
  g_assert_no_error (error);
  return campaign->id;
}

void
live_add_contacts (Live *self, gint64 campaign_id, gint64 n)
{
  ReaStore *store = rea_session_get_store (self->other);
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;

  rea_session_begin (self->other, REA_STORE_WRITE, NULL, &error);
  g_assert_no_error (error);
  campaign = rea_store_get_campaign (store, campaign_id, &error);
  g_assert_no_error (error);
  rea_store_begin_contacts (store, campaign, &error);
  g_assert_no_error (error);

  for (gint64 i = 0; i < n; i++)
    {
      g_autoptr (ReaConversation) conversation = rea_conversation_new ();
      gint64 number = campaign->total + i;

      g_free (conversation->phone);
      conversation->phone = g_strdup_printf ("+1202%07d", (int) (number % 10000000));
      g_free (conversation->first_name);
      conversation->first_name = g_strdup_printf ("First%" G_GINT64_FORMAT, number);
      g_free (conversation->last_name);
      /* Another order by name than by number. */
      conversation->last_name =
          g_strdup_printf ("Last%07" G_GINT64_FORMAT, number * 7919 % 1000003);
      conversation->campaign_id = campaign_id;
      rea_store_insert_contact (store, conversation, &error);
      g_assert_no_error (error);
    }

  rea_store_end_contacts (store, campaign, live_now (), &error);
  g_assert_no_error (error);
  rea_session_end (self->other, TRUE, &error);
  g_assert_no_error (error);
}

ReaService *
live_open (Live *self)
{
  GAsyncResult *result = NULL;
  g_autoptr (GAsyncResult) taken = NULL;
  g_autoptr (GError) error = NULL;
  ReaService *service;

  rea_service_open_async (self->path, NULL, FALSE, live_result_cb, &result);
  taken = live_take_result (&result);
  service = rea_service_open_finish (taken, &error);
  g_assert_no_error (error);
  return service;
}

/* Gives so many that nobody holds, needs_reply and the lowest ids first. */
void
live_give (Live *self, gint64 number, const char *to)
{
  const char *const emails[] = { to, NULL };
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (GError) error = NULL;

  request->filter->holder = REA_HOLDER_NOBODY;
  request->number = number;
  request->to = REA_TO_SENDERS;
  rea_request_set_to_senders (request, emails);
  result = rea_session_reassign (self->other, self->campaign, request, NULL, -1, NULL, &error);
  g_assert_no_error (error);
}

void
live_receive (Live *self, gint64 conversation, const char *text)
{
  g_autoptr (ReaConversation) after = NULL;
  g_autoptr (GError) error = NULL;

  after = rea_session_receive (self->other, self->campaign, conversation, text, live_now (), NULL,
                               &error);
  g_assert_no_error (error);
}

void
live_heartbeat (Live *self, const char *email, gboolean end)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaSession) session = rea_session_open (self->path, email, &error);

  g_assert_no_error (error);
  rea_session_set_clock (session, live_now);
  rea_session_heartbeat (session, end, &error);
  g_assert_no_error (error);
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

void
live_iterate (void)
{
  guint source = g_timeout_add (20, wake_cb, NULL);

  g_main_context_iteration (NULL, TRUE);
  if (g_main_context_find_source_by_id (NULL, source) != NULL)
    g_source_remove (source);
}

static gpointer
nothing_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

/* Until what the models have asked for is answered, and what they asked for then. */
void
live_settle (ReaService *service)
{
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (GError) error = NULL;

      live_call (service, REA_LANE_READ, nothing_call, NULL, &error);
      g_assert_no_error (error);
    }
}

void
live_run_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    live_iterate ();
}

void
live_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

GAsyncResult *
live_take_result (GAsyncResult **result)
{
  LIVE_WAIT_FOR (*result != NULL);
  return g_steal_pointer (result);
}

gpointer
live_call (ReaService *service, ReaLane lane, ReaCall call, gpointer data, GError **error)
{
  GAsyncResult *result = NULL;
  g_autoptr (GAsyncResult) taken = NULL;

  rea_service_call_async (service, lane, call, data, NULL, NULL, NULL, live_result_cb, &result);
  taken = live_take_result (&result);
  return rea_service_call_finish (service, taken, error);
}

gboolean
live_check (ReaService *service, GError **error)
{
  GAsyncResult *result = NULL;
  g_autoptr (GAsyncResult) taken = NULL;

  rea_service_check_async (service, NULL, live_result_cb, &result);
  taken = live_take_result (&result);
  return rea_service_check_finish (service, taken, error);
}

/* Also proves that nobody else holds the service: a model that leaks would. */
void
live_close (ReaService *service)
{
  GAsyncResult *result = NULL;
  gpointer      gone = service;

  rea_service_close_async (service, live_result_cb, &result);
  LIVE_WAIT_FOR (result != NULL);
  g_clear_object (&result);

  g_object_add_weak_pointer (G_OBJECT (service), &gone);
  g_object_unref (service);
  LIVE_WAIT_FOR (gone == NULL);
}

struct _LiveGate
{
  GMutex        lock;
  GCond         cond;
  gboolean      is_open;
  GAsyncResult *result;
};

static gpointer
gate_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  LiveGate *gate = data;

  g_mutex_lock (&gate->lock);
  while (!gate->is_open)
    g_cond_wait (&gate->cond, &gate->lock);
  g_mutex_unlock (&gate->lock);
  return NULL;
}

LiveGate *
live_gate_new (ReaService *service, ReaLane lane)
{
  LiveGate *self = g_new0 (LiveGate, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->cond);
  rea_service_call_async (service, lane, gate_call, self, NULL, NULL, NULL, live_result_cb,
                          &self->result);
  return self;
}

void
live_gate_open (LiveGate *self)
{
  g_mutex_lock (&self->lock);
  self->is_open = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->lock);

  LIVE_WAIT_FOR (self->result != NULL);
  g_clear_object (&self->result);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->cond);
  g_free (self);
}

static void
items_changed_cb (LiveCounter *self, guint position, guint removed, guint added, GListModel *model)
{
  LiveEvent event = { position, removed, added };

  g_assert_cmpuint (position + removed, <=, self->length);
  self->n_signals++;
  self->length = self->length - removed + added;
  g_array_append_val (self->events, event);
  g_assert_cmpuint (self->length, ==, g_list_model_get_n_items (model));
}

LiveCounter *
live_counter_new (GListModel *model)
{
  LiveCounter *self = g_new0 (LiveCounter, 1);

  self->length = g_list_model_get_n_items (model);
  self->events = g_array_new (FALSE, FALSE, sizeof (LiveEvent));
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  return self;
}

/* Call it only after the model is gone. */
void
live_counter_free (LiveCounter *self)
{
  g_array_unref (self->events);
  g_free (self);
}
