/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The port is open to everything on this machine, a browser with any web page in it
 * too: who has not the key learns nothing here, not even what is wrong with the call.
 * Answers are empty: Kannel would text them to the contact.
 */
#include "rea-gateway-listener.h"

#include "rea-kannel-words.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

/* How many may call at once: whom the system turns away comes again only a second later,
 * then three.
 */
#define BACKLOG 512

/* A request has no use for a body; this much is passed over. */
#define MAX_BODY (64 * 1024)

struct _ReaGatewayListener
{
  SoupServer    *server;
  GHashTable    *places; /* where it listens */
  ReaSession    *session;
  char          *key;
  ReaArrivalFunc func;
  gpointer       user_data;
};

static void
answer (SoupServerMessage *call, guint status)
{
  soup_server_message_set_status (call, status, NULL);
  soup_server_message_set_response (call, "text/plain", SOUP_MEMORY_STATIC, "", 0);
}

/**
 * rea_arrival_answer:
 * @self: (transfer full): what came in
 * @is_recorded: whether it is kept; else it will be called again
 *
 * Lets go who waits for an answer.
 */
void
rea_arrival_answer (ReaArrival *self, gboolean is_recorded)
{
  answer (self->call, is_recorded ? SOUP_STATUS_OK : SOUP_STATUS_SERVICE_UNAVAILABLE);
  soup_server_message_unpause (self->call);

  g_clear_pointer (&self->message, rea_incoming_free);
  g_object_unref (self->call);
  g_free (self);
}

/* What is called, or %NULL with the status that says why it is none. */
static ReaArrival *
read_arrival (ReaGatewayListener *self, SoupServerMessage *call, const char *path, guint *status)
{
  const char *method = soup_server_message_get_method (call);
  const char *query = g_uri_get_query (soup_server_message_get_uri (call));
  g_autoptr (GHashTable) values = rea_kannel_parse_query (query);
  g_autofree ReaArrival *arrival = g_new0 (ReaArrival, 1);

  if (!rea_kannel_has_key (values, self->key))
    {
      *status = SOUP_STATUS_FORBIDDEN;
      return NULL;
    }

  /* A post-url of Kannel has the same query. */
  if (!g_str_equal (method, "GET") && !g_str_equal (method, "POST"))
    {
      *status = SOUP_STATUS_METHOD_NOT_ALLOWED;
      return NULL;
    }

  *status = SOUP_STATUS_BAD_REQUEST;
  if (g_str_equal (path, REA_KANNEL_MESSAGE_PATH))
    {
      arrival->message = rea_kannel_read_message (values, rea_session_now (self->session));
      if (arrival->message == NULL)
        return NULL;
    }
  else if (!g_str_equal (path, REA_KANNEL_REPORT_PATH))
    {
      *status = SOUP_STATUS_NOT_FOUND;
      return NULL;
    }
  else if (!rea_kannel_read_report (values, &arrival->id, &arrival->asked, &arrival->report))
    {
      /* Nothing that could be recorded; Kannel would repeat it for ever. */
      *status = SOUP_STATUS_OK;
      return NULL;
    }

  return g_steal_pointer (&arrival);
}

static void
called_cb (SoupServer        *server,
           SoupServerMessage *call,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  ReaGatewayListener *self = user_data;
  guint               status;
  ReaArrival         *arrival = read_arrival (self, call, path, &status);

  if (arrival == NULL)
    {
      answer (call, status);
      return;
    }

  arrival->call = g_object_ref (call);
  soup_server_message_pause (call);
  self->func (arrival, self->user_data);
}

/* Whoever sends more than any message is long is not Kannel. */
static void
chunk_cb (SoupServerMessage *call, GBytes *chunk, gpointer user_data)
{
  gsize total = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (call), "rea-body"));

  total += g_bytes_get_size (chunk);
  g_object_set_data (G_OBJECT (call), "rea-body", GSIZE_TO_POINTER (total));

  if (total > MAX_BODY)
    {
      g_autoptr (GIOStream) stream = soup_server_message_steal_connection (call);

      g_io_stream_close (stream, NULL, NULL);
    }
}

static void
early_cb (SoupServer        *server,
          SoupServerMessage *call,
          const char        *path,
          GHashTable        *query,
          gpointer           user_data)
{
  soup_message_body_set_accumulate (soup_server_message_get_request_body (call), FALSE);
  g_signal_connect (call, "got-chunk", G_CALLBACK (chunk_cb), NULL);
}

static gboolean
listen_at (ReaGatewayListener *self, GSocketAddress *address, GError **error)
{
  g_autoptr (GSocket) socket = g_socket_new (g_socket_address_get_family (address),
                                             G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, error);

  if (socket == NULL)
    return FALSE;

  g_socket_set_listen_backlog (socket, BACKLOG);

  return g_socket_bind (socket, address, TRUE, error) && g_socket_listen (socket, error) &&
         soup_server_listen_socket (self->server, socket, 0, error);
}

/**
 * rea_gateway_listener_add:
 * @self: a listener
 * @settings: where to listen, too
 * @error: %REA_ERROR_IO where the port is taken
 *
 * Where it has listened until now it goes on doing so: what was sent before is reported
 * there.
 *
 * Returns: whether it listens there
 */
gboolean
rea_gateway_listener_add (ReaGatewayListener       *self,
                          const ReaGatewaySettings *settings,
                          GError                  **error)
{
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *host = NULL;
  guint16          port;

  if (g_hash_table_contains (self->places, settings->listen))
    return TRUE;

  if (rea_gateway_settings_split_listen (settings, &host, &port))
    address = g_inet_socket_address_new_from_string (host, port);

  if (address == NULL || !listen_at (self, address, &failure))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_IO,
                   /* TRANSLATORS: an error of running the gateway: an address with its port, the
                    * system's reason. */
                   _ ("Nobody can be heard at %1$s: %2$s."), settings->listen,
                   failure != NULL ? failure->message : g_strerror (EINVAL));
      return FALSE;
    }

  g_hash_table_add (self->places, g_strdup (settings->listen));

  return TRUE;
}

/**
 * rea_gateway_listener_new:
 * @settings: where to listen, and the key
 * @session: tells the time; it must outlive the listener
 * @func: told what came in; it takes it, and has it answered some time
 * @user_data: for @func
 * @error: %REA_ERROR_IO where the port is taken
 *
 * Returns: (transfer full) (nullable): what listens, in the main context of this thread
 */
ReaGatewayListener *
rea_gateway_listener_new (const ReaGatewaySettings *settings,
                          ReaSession               *session,
                          ReaArrivalFunc            func,
                          gpointer                  user_data,
                          GError                  **error)
{
  g_autoptr (ReaGatewayListener) self = g_new0 (ReaGatewayListener, 1);

  self->server = soup_server_new ("server-header", NULL, NULL);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->session = g_object_ref (session);
  self->key = g_strdup (settings->key);
  self->func = func;
  self->user_data = user_data;
  soup_server_add_early_handler (self->server, NULL, early_cb, self, NULL);
  soup_server_add_handler (self->server, NULL, called_cb, self, NULL);

  return rea_gateway_listener_add (self, settings, error) ? g_steal_pointer (&self) : NULL;
}

void
rea_gateway_listener_free (ReaGatewayListener *self)
{
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_hash_table_unref (self->places);
  g_object_unref (self->session);
  g_free (self->key);
  g_free (self);
}
