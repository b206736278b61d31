/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One request, one connection: on one that was used before libsoup would ask again by
 * itself where it finds it closed, and Kannel sends what it is asked for.
 */
#include "rea-kannel.h"

#include "rea-kannel-words.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

/* More than a runner has in flight. */
#define MAX_CONNECTIONS 64

/* What is read of an answer: it is a line. */
#define MAX_BODY 500

struct _ReaKannel
{
  GObject parent_instance;

  SoupSession *session;
  char        *password;
};

typedef struct
{
  SoupMessage *message;
  gboolean     is_asked; /* the request is on its way, and may arrive */
  char         body[MAX_BODY + 1];
  ReaVerdict   verdict;
  char        *why;
} Request;

static void rea_kannel_iface_init (ReaTransportInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ReaKannel,
                               rea_kannel,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (REA_TYPE_TRANSPORT, rea_kannel_iface_init))

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_object (&request->message);
  g_free (request->why);
  g_free (request);
}

static void
rea_kannel_finalize (GObject *object)
{
  ReaKannel *self = REA_KANNEL (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->password, g_free);

  G_OBJECT_CLASS (rea_kannel_parent_class)->finalize (object);
}

static void
rea_kannel_class_init (ReaKannelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rea_kannel_finalize;
}

static void
rea_kannel_init (ReaKannel *self)
{
  /* No proxy ever sees what is for this machine, the password least of all. */
  self->session =
      soup_session_new_with_options ("max-conns", MAX_CONNECTIONS, "max-conns-per-host",
                                     MAX_CONNECTIONS, "proxy-resolver", NULL, "timeout", 0, NULL);
}

/**
 * rea_kannel_new:
 * @password: what belongs to the login
 *
 * Returns: (transfer full): a way to Kannel
 */
ReaTransport *
rea_kannel_new (const char *password)
{
  ReaKannel *self = g_object_new (REA_TYPE_KANNEL, NULL);

  self->password = g_strdup (password);

  return REA_TRANSPORT (self);
}

static void
starting_cb (SoupMessage *message, Request *request)
{
  request->is_asked = TRUE;
}

static void
end (GTask *task)
{
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/* The request failed, or the answer did before its end. */
static void
end_without_answer (GTask *task)
{
  Request *request = g_task_get_task_data (task);

  request->verdict = request->is_asked ? REA_VERDICT_UNANSWERED : REA_VERDICT_UNREACHED;
  /* TRANSLATORS: the trouble that a gateway has. */
  request->why = g_strdup (_ ("The gateway does not answer; see whether Kannel is running."));
  end (task);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask   *task = user_data;
  Request *request = g_task_get_task_data (task);

  if (!g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, NULL, NULL))
    {
      end_without_answer (task);
      return;
    }

  request->verdict =
      rea_kannel_judge (soup_message_get_status (request->message), request->body, &request->why);
  end (task);
}

static void
send_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask   *task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GInputStream) stream = soup_session_send_finish (SOUP_SESSION (source), result, NULL);

  if (stream == NULL)
    end_without_answer (task);
  else
    g_input_stream_read_all_async (stream, request->body, MAX_BODY, G_PRIORITY_DEFAULT,
                                   g_task_get_cancellable (task), read_cb, task);
}

static void
ask (ReaKannel *self, const char *url, GTask *task)
{
  Request *request = g_new0 (Request, 1);

  g_task_set_task_data (task, request, request_free);
  request->message = soup_message_new (SOUP_METHOD_GET, url);
  if (request->message == NULL)
    {
      end_without_answer (task);
      return;
    }

  soup_message_add_flags (request->message, SOUP_MESSAGE_NEW_CONNECTION | SOUP_MESSAGE_NO_REDIRECT);
  soup_message_headers_replace (soup_message_get_request_headers (request->message), "Connection",
                                "close");
  g_signal_connect (request->message, "starting", G_CALLBACK (starting_cb), request);
  soup_session_send_async (self->session, request->message, G_PRIORITY_DEFAULT,
                           g_task_get_cancellable (task), send_cb, task);
}

static void
rea_kannel_send_async (ReaTransport             *transport,
                       const ReaGatewaySettings *settings,
                       const ReaOutgoing        *outgoing,
                       GCancellable             *cancellable,
                       GAsyncReadyCallback       callback,
                       gpointer                  user_data)
{
  ReaKannel       *self = REA_KANNEL (transport);
  g_autofree char *url = rea_kannel_dup_send_url (settings, self->password, outgoing);

  ask (self, url, g_task_new (self, cancellable, callback, user_data));
}

static ReaVerdict
rea_kannel_send_finish (ReaTransport *transport, GAsyncResult *result, char **why)
{
  Request *request = g_task_get_task_data (G_TASK (result));

  if (why != NULL)
    *why = g_strdup (request->why);

  return request->verdict;
}

/* Without a login Kannel says no, and does nothing; that it says something is what is
 * asked for.
 */
static void
rea_kannel_probe_async (ReaTransport             *transport,
                        const ReaGatewaySettings *settings,
                        GCancellable             *cancellable,
                        GAsyncReadyCallback       callback,
                        gpointer                  user_data)
{
  ReaKannel *self = REA_KANNEL (transport);

  ask (self, settings->send_url, g_task_new (self, cancellable, callback, user_data));
}

static gboolean
rea_kannel_probe_finish (ReaTransport *transport, GAsyncResult *result, char **why)
{
  ReaVerdict verdict = rea_kannel_send_finish (transport, result, why);

  return verdict != REA_VERDICT_UNREACHED && verdict != REA_VERDICT_UNANSWERED;
}

static void
rea_kannel_iface_init (ReaTransportInterface *iface)
{
  iface->send_async = rea_kannel_send_async;
  iface->send_finish = rea_kannel_send_finish;
  iface->probe_async = rea_kannel_probe_async;
  iface->probe_finish = rea_kannel_probe_finish;
}
