/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The runner's transactions. Each records everything that has come since the last one,
 * and takes from the queue what there is room for; only then is anybody answered or
 * asked. So one commit serves many messages, and nothing waits for the network in it.
 */
#include "rea-gateway-private.h"

#include "rea-sending.h"

/* How many requests there are at a time. */
#define MAX_ASKING 16

/* Others who write for as long as this are a trouble. */
#define BUSY_FOR_LONG (10 * G_USEC_PER_SEC)

/* How many rows of the queue are read at a time. */
#define PAGE 200

/* What a transaction does to the runner, once it stands. */
typedef struct
{
  GPtrArray *to_ask;  /* of ReaOutgoing */
  GArray    *settled; /* ids that have no flight any more */

  ReaGatewaySettings *settings; /* as they are now */

  gint64   cursor;
  gint64   first_busy;
  gboolean is_waiting;
} Outcome;

static void
clear_outcome (Outcome *outcome)
{
  g_clear_pointer (&outcome->to_ask, g_ptr_array_unref);
  g_clear_pointer (&outcome->settled, g_array_unref);
  g_clear_pointer (&outcome->settings, rea_gateway_settings_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, clear_outcome)

static void
init_outcome (Outcome *outcome, ReaGateway *self)
{
  outcome->to_ask = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_outgoing_free);
  outcome->settled = g_array_new (FALSE, FALSE, sizeof (gint64));
  outcome->cursor = self->cursor;
  outcome->first_busy = self->first_busy;
  outcome->is_waiting = self->is_waiting;
}

/**
 * rea_gateway_get_room:
 * @self: a runner
 *
 * Returns: how many requests may be made now
 */
guint
rea_gateway_get_room (ReaGateway *self)
{
  if (self->is_ending || self->alive_since < 0)
    return 0;

  if (self->failures > 0)
    return self->n_asking == 0 && self->running >= self->retry_at ? 1 : 0;

  return MAX_ASKING - MIN (self->n_asking, MAX_ASKING);
}

static gboolean
take_arrival (ReaGateway *self, const ReaArrival *arrival, Outcome *outcome, GError **error)
{
  ReaDelivery state;

  if (arrival->message != NULL)
    return rea_session_take_message (self->session, arrival->message, error);

  if (!rea_session_take_report (self->session, arrival->id, arrival->asked, arrival->report, &state,
                                error))
    return FALSE;

  if (state != REA_DELIVERY_QUEUED && state != REA_DELIVERY_UNANSWERED)
    g_array_append_val (outcome->settled, arrival->id);

  return TRUE;
}

/* Only what is still as it was left: a report may have been quicker than the answer. */
static gboolean
record_answer (ReaGateway        *self,
               const ReaAnswered *answered,
               ReaDelivery        state,
               gboolean           was_asked,
               Outcome           *outcome,
               GError           **error)
{
  ReaStore *store = rea_session_get_store (self->session);
  g_autoptr (ReaOutgoing) outgoing = NULL;

  if (!rea_store_get_outgoing (store, answered->id, &outgoing, error))
    return FALSE;

  g_array_append_val (outcome->settled, answered->id);

  if (outgoing == NULL || outgoing->state != REA_DELIVERY_UNANSWERED ||
      outgoing->asked != answered->asked)
    return TRUE;

  outgoing->state = state;
  if (!was_asked)
    outgoing->asked--;

  if (state == REA_DELIVERY_QUEUED)
    outcome->cursor = MIN (outcome->cursor, outgoing->id - 1);

  return rea_store_update_outgoing (store, outgoing, error);
}

static gboolean
record_verdict (ReaGateway *self, const ReaAnswered *answered, Outcome *outcome, GError **error)
{
  switch (answered->verdict)
    {
    case REA_VERDICT_ACCEPTED:
      return record_answer (self, answered, REA_DELIVERY_SENT, TRUE, outcome, error);
    case REA_VERDICT_REFUSED:
      return record_answer (self, answered, REA_DELIVERY_FAILED, TRUE, outcome, error);
    case REA_VERDICT_LATER:
    case REA_VERDICT_UNREACHED:
      return record_answer (self, answered, REA_DELIVERY_QUEUED, FALSE, outcome, error);
    case REA_VERDICT_UNANSWERED:
    default:
      return TRUE;
    }
}

/* What nobody knows anything of goes back into the queue. */
static gboolean
record_lapsed (ReaGateway *self, Outcome *outcome, GError **error)
{
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, self->flights);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const ReaFlight *flight = value;
      ReaAnswered      answered = { flight->id, flight->asked, REA_VERDICT_UNANSWERED };

      if (flight->is_lapsed &&
          !record_answer (self, &answered, REA_DELIVERY_QUEUED, TRUE, outcome, error))
        return FALSE;
    }

  return TRUE;
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
  reading->room = rea_gateway_get_room (self);
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
read_page (Reading *reading, Outcome *outcome, gboolean *more, GError **error)
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

static gboolean
read_queue (ReaGateway *self, Outcome *outcome, GError **error)
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

  if (rea_gateway_get_room (self) == 0 ||
      !rea_session_begin (self->session, REA_STORE_READ, NULL, NULL))
    return FALSE;

  looked = look_into_queue (self, &found, &error);

  return rea_session_end (self->session, looked, NULL) && found;
}

/* Everything that is known now, and what may leave by it. */
static gboolean
record (ReaGateway *self, const GPtrArray *arrivals, Outcome *outcome, GError **error)
{
  outcome->settings = rea_session_enter_gateway (self->session, error);
  if (outcome->settings == NULL)
    return FALSE;

  for (guint i = 0; i < arrivals->len; i++)
    if (!take_arrival (self, arrivals->pdata[i], outcome, error))
      return FALSE;

  for (guint i = 0; i < self->answered->len; i++)
    if (!record_verdict (self, &g_array_index (self->answered, ReaAnswered, i), outcome, error))
      return FALSE;

  if (!record_lapsed (self, outcome, error))
    return FALSE;

  if (self->trouble_is_new &&
      !rea_store_set_gateway_trouble (rea_session_get_store (self->session), self->trouble, error))
    return FALSE;

  /* With the password of another login nothing would leave. */
  if (!g_str_equal (outcome->settings->login, self->settings->login))
    return TRUE;

  return read_queue (self, outcome, error);
}

static gboolean
commit (ReaGateway *self, const GPtrArray *arrivals, Outcome *outcome, GError **error)
{
  gboolean recorded;

  if (!rea_session_begin (self->session, REA_STORE_WRITE, NULL, error))
    return FALSE;

  recorded = record (self, arrivals, outcome, error);

  return rea_session_end (self->session, recorded, error);
}

/* Only now that it stands does anything follow from it. */
static void
follow (ReaGateway *self, Outcome *outcome)
{
  gboolean settled_any = outcome->settled->len > 0;

  self->cursor = outcome->cursor;
  self->first_busy = outcome->first_busy;
  self->is_waiting = outcome->is_waiting;
  self->trouble_is_new = FALSE;
  self->has_failed = FALSE;
  rea_gateway_set_own_trouble (self, NULL);
  g_array_set_size (self->answered, 0);

  for (guint i = 0; i < outcome->settled->len; i++)
    g_hash_table_remove (self->flights, &g_array_index (outcome->settled, gint64, i));

  rea_gateway_take_settings (self, outcome->settings);

  for (guint i = 0; i < outcome->to_ask->len; i++)
    rea_gateway_ask (self, g_ptr_array_index (outcome->to_ask, i));

  /* A phone that was waited for may be next. */
  if (settled_any && self->first_busy != 0)
    {
      self->cursor = MIN (self->cursor, self->first_busy - 1);
      self->first_busy = 0;
      if (rea_gateway_has_work (self))
        rea_gateway_schedule_flush (self);
    }
}

static void
answer_all (GPtrArray *arrivals, gboolean is_recorded)
{
  for (guint i = 0; i < arrivals->len; i++)
    rea_arrival_answer (arrivals->pdata[i], is_recorded);
}

static gboolean
can_be_tried_again (const GError *error)
{
  return g_error_matches (error, REA_ERROR, REA_ERROR_BUSY) ||
         g_error_matches (error, REA_ERROR, REA_ERROR_IO);
}

/* One that cannot be recorded must not keep the others from it. */
static void
flush_one_by_one (ReaGateway *self, GPtrArray *arrivals)
{
  for (guint i = 0; i < arrivals->len; i++)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      g_auto (Outcome) outcome = { 0 };
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (one, arrivals->pdata[i]);
      init_outcome (&outcome, self);
      if (commit (self, one, &outcome, &error))
        {
          follow (self, &outcome);
          answer_all (one, TRUE);
        }
      else
        answer_all (one, FALSE);
    }
}

/* Where others write it is tried again as soon as what has come meanwhile is heard, for
 * who comes only now and then would never have a turn; else at the next tick.
 */
static void
note_failure (ReaGateway *self, const GError *error)
{
  gboolean is_busy = g_error_matches (error, REA_ERROR, REA_ERROR_BUSY);

  if (!self->has_failed)
    self->failed_at = self->running;
  self->has_failed = TRUE;

  if (!is_busy || self->running - self->failed_at >= BUSY_FOR_LONG)
    rea_gateway_set_own_trouble (self, error->message);
  if (is_busy)
    rea_gateway_schedule_flush (self);
}

/**
 * rea_gateway_flush:
 * @self: a runner
 *
 * Records what has come, and goes on with the queue. Where the database cannot be
 * written just now everything stays as it is, for the next time.
 */
void
rea_gateway_flush (ReaGateway *self)
{
  g_autoptr (GPtrArray) arrivals = NULL;
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  arrivals = g_steal_pointer (&self->arrivals);
  self->arrivals = g_ptr_array_new ();
  init_outcome (&outcome, self);

  if (commit (self, arrivals, &outcome, &error))
    {
      follow (self, &outcome);
      answer_all (arrivals, TRUE);
    }
  else if (g_error_matches (error, REA_ERROR, REA_ERROR_NOT_PERMITTED) ||
           g_error_matches (error, REA_ERROR, REA_ERROR_WRONG_STATE) ||
           g_error_matches (error, REA_ERROR, REA_ERROR_CORRUPT) || self->is_ending)
    {
      answer_all (arrivals, FALSE);
      rea_gateway_fail (self, error);
    }
  else if (!can_be_tried_again (error) && arrivals->len > 1)
    flush_one_by_one (self, arrivals);
  else if (!can_be_tried_again (error))
    answer_all (arrivals, FALSE);
  else
    {
      g_ptr_array_unref (self->arrivals);
      self->arrivals = g_steal_pointer (&arrivals);
      note_failure (self, error);
    }
}
