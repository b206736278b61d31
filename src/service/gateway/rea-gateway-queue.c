/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of the queue may leave now. It is read from the oldest on, and what has to wait is
 * passed over: the cursor stands behind it until something has changed.
 */
#include "rea-gateway-private.h"

#include "rea-sending.h"

/* How many requests there are at a time. */
#define MAX_ASKING 16

/* How many rows of the queue are read at a time. */
#define PAGE 200

/* How many requests may be made now. */
static guint
get_room (ReaGateway *self)
{
  if (self->is_ending || self->alive_since < 0)
    return 0;

  if (self->failures > 0)
    return self->n_asking == 0 && self->running >= self->retry_at ? 1 : 0;

  return MAX_ASKING - MIN (self->n_asking, MAX_ASKING);
}

/* Reading the queue: what of it may leave now. */
typedef struct
{
  ReaGateway *self;
  gint64      now;
  guint       room;
  GHashTable *busy;      /* phones that wait for an answer: messages stay in order */
  GHashTable *campaigns; /* id → ReaCampaign */
} Reading;

static void
clear_reading (Reading *reading)
{
  g_clear_pointer (&reading->busy, g_hash_table_unref);
  g_clear_pointer (&reading->campaigns, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

static void
init_reading (Reading *reading, ReaGateway *self)
{
  GHashTableIter iter;
  gpointer       value;

  reading->self = self;
  reading->now = rea_session_now (self->session);
  reading->room = get_room (self);
  reading->busy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading->campaigns = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                              (GDestroyNotify) rea_campaign_free);

  g_hash_table_iter_init (&iter, self->flights);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!((ReaFlight *) value)->is_lapsed)
      g_hash_table_add (reading->busy, g_strdup (((ReaFlight *) value)->phone));
}

static const ReaCampaign *
get_campaign (Reading *reading, gint64 id, GError **error)
{
  ReaCampaign *campaign = g_hash_table_lookup (reading->campaigns, &id);

  if (campaign == NULL)
    {
      campaign = rea_store_get_campaign (rea_session_get_store (reading->self->session), id, error);
      if (campaign != NULL)
        g_hash_table_insert (reading->campaigns, g_memdup2 (&id, sizeof id), campaign);
    }

  return campaign;
}

/* What is to become of one: UNANSWERED if it may leave, QUEUED if it has to wait. The
 * confirmation of an opt-out waits for nothing.
 */
static gboolean
decide (Reading *reading, const ReaOutgoing *outgoing, ReaDelivery *state, GError **error)
{
  const ReaCampaign *campaign = NULL;

  *state = REA_DELIVERY_QUEUED;

  if (outgoing->text == NULL)
    *state = REA_DELIVERY_FAILED; /* of a message that is gone */
  else if (outgoing->opted_out)
    *state = REA_DELIVERY_CANCELLED;
  else if (g_hash_table_contains (reading->busy, outgoing->phone))
    return TRUE;
  else if (outgoing->message_id == 0)
    *state = REA_DELIVERY_UNANSWERED;
  else
    {
      campaign = get_campaign (reading, outgoing->campaign_id, error);
      if (campaign == NULL)
        return FALSE;

      if (rea_sending_may_leave (campaign, outgoing->time_zone, reading->now))
        *state = REA_DELIVERY_UNANSWERED;
    }

  return TRUE;
}

/* Notes why one stays in the queue. */
static void
pass_over (const Reading     *reading,
           const ReaOutgoing *outgoing,
           gint64            *first_busy,
           gboolean          *is_waiting)
{
  if (!g_hash_table_contains (reading->busy, outgoing->phone))
    *is_waiting = TRUE;
  else if (*first_busy == 0)
    *first_busy = outgoing->id;
}

/* Takes one from the queue. */
static gboolean
take_out (Reading *reading, ReaOutgoing *outgoing, ReaDelivery state, GError **error)
{
  outgoing->state = state;

  if (state == REA_DELIVERY_UNANSWERED)
    {
      outgoing->asked++;
      reading->room--;
      g_hash_table_add (reading->busy, g_strdup (outgoing->phone));
    }

  return rea_store_update_outgoing (rea_session_get_store (reading->self->session), outgoing,
                                    error);
}

/* Goes through one page of the queue; @more tells whether there is another. */
static gboolean
read_page (Reading *reading, ReaOutcome *outcome, gboolean *more, GError **error)
{
  ReaStore *store = rea_session_get_store (reading->self->session);
  g_autoptr (GPtrArray) page = NULL;

  page = rea_store_list_outgoing (store, REA_DELIVERY_QUEUED, outcome->cursor, PAGE, error);
  if (page == NULL)
    return FALSE;

  *more = page->len == PAGE;

  for (guint i = 0; i < page->len; i++)
    {
      ReaOutgoing *outgoing = g_ptr_array_index (page, i);
      ReaDelivery  state;

      if (!decide (reading, outgoing, &state, error))
        return FALSE;

      if (state == REA_DELIVERY_UNANSWERED && reading->room == 0)
        {
          *more = FALSE;
          return TRUE;
        }

      outcome->cursor = outgoing->id;
      if (state == REA_DELIVERY_QUEUED)
        {
          pass_over (reading, outgoing, &outcome->first_busy, &outcome->is_waiting);
          continue;
        }

      if (!take_out (reading, outgoing, state, error))
        return FALSE;

      if (state == REA_DELIVERY_UNANSWERED)
        g_ptr_array_add (outcome->to_ask, g_steal_pointer (&page->pdata[i]));
    }

  return TRUE;
}

/**
 * rea_gateway_read_queue:
 * @self: a runner in a transaction that writes
 * @outcome: what comes of the transaction
 * @error: what went wrong
 *
 * Takes from the queue what there is room for.
 *
 * Returns: whether that is done
 */
gboolean
rea_gateway_read_queue (ReaGateway *self, ReaOutcome *outcome, GError **error)
{
  g_auto (Reading) reading = { 0 };
  gboolean more = TRUE;

  init_reading (&reading, self);
  while (more && reading.room > 0)
    if (!read_page (&reading, outcome, &more, error))
      return FALSE;

  return TRUE;
}

/* Whether something in the queue behind the cursor may leave, or is to be cancelled. */
static gboolean
look_into_queue (ReaGateway *self, gboolean *found, GError **error)
{
  ReaStore *store = rea_session_get_store (self->session);
  g_auto (Reading) reading = { 0 };
  gboolean more = TRUE;

  init_reading (&reading, self);

  while (more && !*found)
    {
      g_autoptr (GPtrArray) page =
          rea_store_list_outgoing (store, REA_DELIVERY_QUEUED, self->cursor, PAGE, error);

      if (page == NULL)
        return FALSE;

      more = page->len == PAGE;
      for (guint i = 0; i < page->len && !*found; i++)
        {
          const ReaOutgoing *outgoing = g_ptr_array_index (page, i);
          ReaDelivery        state;

          if (!decide (&reading, outgoing, &state, error))
            return FALSE;

          *found = state != REA_DELIVERY_QUEUED;
          if (!*found)
            {
              self->cursor = outgoing->id;
              pass_over (&reading, outgoing, &self->first_busy, &self->is_waiting);
            }
        }
    }

  return TRUE;
}

/**
 * rea_gateway_has_work:
 * @self: a runner
 *
 * Looks into the queue without holding anybody up.
 *
 * Returns: whether a flush would take something out of it
 */
gboolean
rea_gateway_has_work (ReaGateway *self)
{
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;
  gboolean looked;

  if (get_room (self) == 0 || !rea_session_begin (self->session, REA_STORE_READ, NULL, NULL))
    return FALSE;

  looked = look_into_queue (self, &found, &error);

  return rea_session_end (self->session, looked, NULL) && found;
}
