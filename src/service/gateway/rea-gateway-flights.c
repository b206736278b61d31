/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was asked for and is not known to have gone: requests of this runner that have no
 * answer, and those of the one before it.
 */
#include "rea-gateway-private.h"

/* How long an answer or a report may take. */
#define PATIENCE (30 * G_USEC_PER_SEC)

static void
flight_free (gpointer data)
{
  ReaFlight *flight = data;

  g_clear_object (&flight->cancellable);
  g_free (flight->phone);
  g_free (flight);
}

/* Returns: (transfer full): id → ReaFlight */
GHashTable *
rea_gateway_flights_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, flight_free);
}

/* The same as a flight that somebody else's request began. */
static ReaFlight *
add_flight (ReaGateway *self, const ReaOutgoing *outgoing)
{
  ReaFlight *flight = g_new0 (ReaFlight, 1);

  flight->id = outgoing->id;
  flight->asked = outgoing->asked;
  flight->phone = g_strdup (outgoing->phone);
  flight->since = self->running;
  g_hash_table_replace (self->flights, &flight->id, flight);

  return flight;
}

typedef struct
{
  ReaGateway *self;
  gint64      id;
  gint64      asked;
} Asking;

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (ReaGateway) self = asking->self;
  g_autofree char *why = NULL;
  ReaVerdict       verdict = rea_transport_send_finish (REA_TRANSPORT (source), result, &why);
  ReaAnswered      answered = { asking->id, asking->asked, verdict };
  ReaFlight       *flight = g_hash_table_lookup (self->flights, &asking->id);

  self->n_asking--;
  if (flight != NULL && flight->asked == asking->asked)
    g_clear_object (&flight->cancellable);

  g_array_append_val (self->answered, answered);
  rea_gateway_note_answer (self, verdict, why);
  rea_gateway_schedule_flush (self);

  if (self->is_ending && self->n_asking == 0)
    g_main_loop_quit (self->loop);
}

/**
 * rea_gateway_ask:
 * @self: a runner
 * @outgoing: a message of which it is kept that it is asked for
 *
 * Asks the gateway to send it.
 */
void
rea_gateway_ask (ReaGateway *self, const ReaOutgoing *outgoing)
{
  ReaFlight *flight = add_flight (self, outgoing);
  Asking    *asking = g_new0 (Asking, 1);

  asking->self = g_object_ref (self);
  asking->id = outgoing->id;
  asking->asked = outgoing->asked;
  flight->cancellable = g_cancellable_new ();
  self->n_asking++;

  rea_transport_send_async (self->transport, self->settings, outgoing, flight->cancellable, sent_cb,
                            asking);
}

/**
 * rea_gateway_take_over_flights:
 * @self: a runner in a transaction
 * @error: what went wrong
 *
 * Takes over what the runner before this one asked for, and did not live to hear of.
 *
 * Returns: whether it knows of all that
 */
gboolean
rea_gateway_take_over_flights (ReaGateway *self, GError **error)
{
  ReaStore *store = rea_session_get_store (self->session);
  gint64    after = 0;

  for (;;)
    {
      g_autoptr (GPtrArray) page =
          rea_store_list_outgoing (store, REA_DELIVERY_UNANSWERED, after, 200, error);

      if (page == NULL)
        return FALSE;
      if (page->len == 0)
        return TRUE;

      for (guint i = 0; i < page->len; i++)
        {
          add_flight (self, page->pdata[i]);
          after = ((ReaOutgoing *) page->pdata[i])->id;
        }
    }
}

/**
 * rea_gateway_lose_patience:
 * @self: a runner
 *
 * Gives up on requests that were not answered for too long; what nothing is known of
 * then goes back into the queue, once the gateway is there to be asked again.
 */
void
rea_gateway_lose_patience (ReaGateway *self)
{
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, self->flights);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      ReaFlight *flight = value;

      if (self->running - flight->since < PATIENCE)
        continue;

      if (flight->cancellable != NULL)
        g_cancellable_cancel (flight->cancellable);
      else if (!flight->is_lapsed && rea_gateway_is_healthy (self))
        {
          flight->is_lapsed = TRUE;
          rea_gateway_schedule_flush (self);
        }
    }
}

/* Nobody waits for answers any more. */
void
rea_gateway_cancel_flights (ReaGateway *self)
{
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, self->flights);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((ReaFlight *) value)->cancellable != NULL)
      g_cancellable_cancel (((ReaFlight *) value)->cancellable);
}
