/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gateway-stage.h"

#include <libsoup/soup.h>

#define TYPE_FAKE_TRANSPORT (fake_transport_get_type ())
G_DECLARE_FINAL_TYPE (FakeTransport, fake_transport, FAKE, TRANSPORT, GObject)

struct _FakeTransport
{
  GObject parent_instance;

  GatewayMood mood;
  GPtrArray  *asked;
  GArray     *tries;
  guint       n;
  guint       most;
};

static void fake_transport_iface_init (ReaTransportInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeTransport,
                               fake_transport,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (REA_TYPE_TRANSPORT,
                                                      fake_transport_iface_init))

static void
fake_transport_finalize (GObject *object)
{
  g_ptr_array_unref (FAKE_TRANSPORT (object)->asked);
  g_array_unref (FAKE_TRANSPORT (object)->tries);
  G_OBJECT_CLASS (fake_transport_parent_class)->finalize (object);
}

static void
fake_transport_class_init (FakeTransportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_transport_finalize;
}

static void
fake_transport_init (FakeTransport *self)
{
  self->asked = g_ptr_array_new_with_free_func (g_free);
  self->tries = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* A clock that goes on by as much at each look as the test says. */
static gint64 the_time;
static gint64 the_tick;
static guint  the_pace;

static gint64
tell_time (void)
{
  the_time += the_tick;

  return the_time;
}

static void
note_try (FakeTransport *self)
{
  gint64 now = the_time / 1000;

  g_array_append_val (self->tries, now);
}

static gboolean
answer_cb (gpointer user_data)
{
  GTask *task = user_data;

  g_task_return_boolean (task, TRUE);

  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *cancellable, GTask *task)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, answer_cb, g_object_ref (task), g_object_unref);
}

static void
drop_task (gpointer data, GClosure *closure)
{
  g_object_unref (data);
}

/* Answers from the main loop, as the network does. */
static void
answer (FakeTransport *self, GTask *task, GCancellable *cancellable)
{
  if (self->mood != GATEWAY_HANGS)
    g_idle_add_full (G_PRIORITY_DEFAULT, answer_cb, g_object_ref (task), g_object_unref);
  else if (g_cancellable_is_cancelled (cancellable))
    cancelled_cb (cancellable, task);
  else
    g_signal_connect_data (cancellable, "cancelled", G_CALLBACK (cancelled_cb), g_object_ref (task),
                           drop_task, 0);
}

static void
fake_send_async (ReaTransport             *transport,
                 const ReaGatewaySettings *settings,
                 const ReaOutgoing        *outgoing,
                 GCancellable             *cancellable,
                 GAsyncReadyCallback       callback,
                 gpointer                  user_data)
{
  FakeTransport *self = FAKE_TRANSPORT (transport);
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  note_try (self);

  /* Nobody can be asked where nobody is. */
  if (self->mood != GATEWAY_IS_GONE)
    g_ptr_array_add (self->asked, g_strdup_printf ("%s %s #%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                                                   outgoing->phone, outgoing->text, outgoing->id,
                                                   outgoing->asked));
  self->n++;
  self->most = MAX (self->most, self->n);
  g_task_set_task_data (task, GINT_TO_POINTER (self->mood), NULL);
  answer (self, task, cancellable);
}

static ReaVerdict
fake_send_finish (ReaTransport *transport, GAsyncResult *result, char **why)
{
  GatewayMood mood = GPOINTER_TO_INT (g_task_get_task_data (G_TASK (result)));

  FAKE_TRANSPORT (transport)->n--;
  *why = mood == GATEWAY_ACCEPTS || mood == GATEWAY_REFUSES ? NULL : g_strdup ("Trouble.");

  switch (mood)
    {
    case GATEWAY_ACCEPTS:
      return REA_VERDICT_ACCEPTED;
    case GATEWAY_REFUSES:
      return REA_VERDICT_REFUSED;
    case GATEWAY_SAYS_LATER:
      return REA_VERDICT_LATER;
    case GATEWAY_IS_GONE:
      return REA_VERDICT_UNREACHED;
    case GATEWAY_IS_SILENT:
    case GATEWAY_HANGS:
    default:
      return REA_VERDICT_UNANSWERED;
    }
}

static void
fake_probe_async (ReaTransport             *transport,
                  const ReaGatewaySettings *settings,
                  GCancellable             *cancellable,
                  GAsyncReadyCallback       callback,
                  gpointer                  user_data)
{
  FakeTransport *self = FAKE_TRANSPORT (transport);
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  note_try (self);
  g_task_set_task_data (task, GINT_TO_POINTER (self->mood), NULL);
  answer (self, task, cancellable);
}

static gboolean
fake_probe_finish (ReaTransport *transport, GAsyncResult *result, char **why)
{
  GatewayMood mood = GPOINTER_TO_INT (g_task_get_task_data (G_TASK (result)));

  *why = g_strdup ("Gone.");

  return mood != GATEWAY_IS_GONE && mood != GATEWAY_HANGS;
}

static void
fake_transport_iface_init (ReaTransportInterface *iface)
{
  iface->send_async = fake_send_async;
  iface->send_finish = fake_send_finish;
  iface->probe_async = fake_probe_async;
  iface->probe_finish = fake_probe_finish;
}

void
gateway_stage_set_tick (guint milliseconds)
{
  the_tick = (gint64) milliseconds * 1000;
}

void
gateway_stage_set_pace (guint milliseconds)
{
  the_pace = milliseconds;
}

double
gateway_stage_get_time (void)
{
  return (double) the_time / G_USEC_PER_SEC;
}

guint
gateway_stage_find_port (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();

  return g_socket_listener_add_any_inet_port (listener, NULL, NULL);
}

void
gateway_stage_set_up (GatewayStage *self, gconstpointer data)
{
  g_autofree char *listen = g_strdup_printf ("127.0.0.1:%u", gateway_stage_find_port ());
  g_autoptr (ReaGatewaySettings) wanted = NULL;
  g_autoptr (ReaGatewayStatus) status = NULL;
  g_autoptr (GError) error = NULL;

  scratch_set_up (&self->scratch);
  self->owner = scratch_create (&self->scratch);
  self->store = stage_open (&self->scratch);
  self->campaign = stage_add_campaign (self->store, "Spring", REA_STATE_ACTIVE);
  self->transport = g_object_new (TYPE_FAKE_TRANSPORT, NULL);
  self->told = g_ptr_array_new_with_free_func (g_free);
  self->base = g_strconcat ("http://", listen, NULL);

  wanted = rea_gateway_settings_new ("http://127.0.0.1:1/s", "rea", "+15550100", listen, NULL);
  status = rea_session_set_gateway (self->owner, wanted, &error);
  g_assert_no_error (error);
  self->key = g_strdup (status->settings->key);

  the_time = 0;
  gateway_stage_set_tick (250);
  gateway_stage_set_pace (50);
}

void
gateway_stage_tear_down (GatewayStage *self, gconstpointer data)
{
  scratch_assert_sound (self->owner);
  g_clear_object (&self->owner);
  g_clear_object (&self->store);
  g_assert_finalize_object (g_steal_pointer (&self->transport));
  g_ptr_array_unref (self->told);
  g_free (self->base);
  g_free (self->key);
  scratch_tear_down (&self->scratch);
}

gint64
gateway_stage_add_contact (GatewayStage *self, const char *phone)
{
  return stage_add_contact (self->store, self->campaign, phone, "Zoë", REA_HOLDER_UNASSIGNED,
                            REA_STATUS_NOT_STARTED, 0, NULL);
}

/* The number of the message. */
gint64
gateway_stage_write (GatewayStage *self, gint64 conversation, const char *text)
{
  g_autoptr (ReaMessage) message = NULL;
  g_autoptr (ReaConversation) after = NULL;
  g_autoptr (GError) error = NULL;

  after = rea_session_send (self->owner, self->campaign, conversation, text, REA_TIME_NONE,
                            &message, &error);
  g_assert_no_error (error);
  g_assert_cmpint (message->delivery, ==, REA_DELIVERY_QUEUED);

  return message->id;
}

void
gateway_stage_set_mood (GatewayStage *self, GatewayMood mood)
{
  FAKE_TRANSPORT (self->transport)->mood = mood;
}

GPtrArray *
gateway_stage_get_asked (GatewayStage *self)
{
  return FAKE_TRANSPORT (self->transport)->asked;
}

GArray *
gateway_stage_get_tries (GatewayStage *self)
{
  return FAKE_TRANSPORT (self->transport)->tries;
}

guint
gateway_stage_get_most (GatewayStage *self)
{
  return FAKE_TRANSPORT (self->transport)->most;
}

typedef struct
{
  GatewayStage    *stage;
  GatewayCondition condition;
  GCancellable    *cancellable;
  gint64           deadline;
  gint64           until;
} Wait;

static gboolean
look_cb (gpointer user_data)
{
  Wait *wait = user_data;

  if (g_get_monotonic_time () > wait->deadline)
    g_error ("The gateway never came to it.");

  if (wait->condition != NULL ? wait->condition (wait->stage) : the_time >= wait->until)
    g_cancellable_cancel (wait->cancellable);

  return G_SOURCE_CONTINUE;
}

static void
listening_cb (ReaGateway *gateway, const char *listen, const char *send_url, GatewayStage *self)
{
  g_ptr_array_add (self->told, g_strdup_printf ("%s %s", listen, send_url));
}

static void
trouble_cb (ReaGateway *gateway, const char *trouble, GatewayStage *self)
{
  g_ptr_array_add (self->told, g_strdup (trouble != NULL ? trouble : "Over."));
}

/* A runner of its own each time, with a session of its own: as one that was killed is
 * followed by the next.
 */
gboolean
gateway_stage_run (GatewayStage *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (ReaSession) session = scratch_open (&self->scratch, SCRATCH_OWNER);
  gboolean ran;

  self->gateway = rea_gateway_new (session, self->transport);
  rea_gateway_set_clock (self->gateway, tell_time, the_pace);
  g_signal_connect (self->gateway, "listening", G_CALLBACK (listening_cb), self);
  g_signal_connect (self->gateway, "trouble", G_CALLBACK (trouble_cb), self);
  ran = rea_gateway_run (self->gateway, cancellable, error);
  g_assert_finalize_object (g_steal_pointer (&self->gateway));

  return ran;
}

static void
run (Wait *wait)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint source;

  wait->cancellable = cancellable;
  wait->deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  source = g_timeout_add (5, look_cb, wait);
  g_assert_true (gateway_stage_run (wait->stage, cancellable, &error));
  g_assert_no_error (error);
  g_source_remove (source);
}

void
gateway_stage_run_until (GatewayStage *self, GatewayCondition condition)
{
  Wait wait = { .stage = self, .condition = condition };

  run (&wait);
}

void
gateway_stage_run_for (GatewayStage *self, guint n_ticks)
{
  Wait wait = { .stage = self, .until = the_time + (n_ticks + 1) * the_tick };

  run (&wait);
}

typedef struct
{
  GatewayCall *call;
  SoupMessage *message;
} Calling;

static void
called_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Calling *calling = user_data;
  g_autoptr (SoupMessage) message = calling->message;
  g_autoptr (GBytes) body = soup_session_send_and_read_finish (SOUP_SESSION (source), result, NULL);

  calling->call->status = body != NULL ? soup_message_get_status (message) : G_MAXUINT;
  calling->call->length = body != NULL ? g_bytes_get_size (body) : 0;
}

void
gateway_stage_call_with (GatewayStage *self,
                         GatewayCall  *call,
                         const char   *method,
                         const char   *path_and_query,
                         gsize         body_length)
{
  g_autoptr (SoupSession) session = soup_session_new_with_options ("proxy-resolver", NULL, NULL);
  g_autofree char *url = g_strconcat (self->base, path_and_query, NULL);
  Calling         *calling = g_new0 (Calling, 1);

  call->status = 0;
  calling->call = call;
  calling->message = soup_message_new (method, url);
  g_assert_nonnull (calling->message);
  if (body_length > 0)
    {
      g_autoptr (GBytes) body = g_bytes_new_take (g_malloc0 (body_length), body_length);

      soup_message_set_request_body_from_bytes (calling->message, "text/plain", body);
    }
  soup_session_send_and_read_async (session, calling->message, G_PRIORITY_DEFAULT, NULL, called_cb,
                                    calling);
}

void
gateway_stage_call (GatewayStage *self, GatewayCall *call, const char *path, const char *query)
{
  g_autofree char *whole = g_strdup_printf ("%s?key=%s&%s", path, self->key, query);

  gateway_stage_call_with (self, call, "GET", whole, 0);
}

ReaGatewayStatus *
gateway_stage_get_status (GatewayStage *self)
{
  g_autoptr (GError) error = NULL;
  ReaGatewayStatus *status = rea_session_get_gateway_status (self->owner, &error);

  g_assert_no_error (error);

  return status;
}
