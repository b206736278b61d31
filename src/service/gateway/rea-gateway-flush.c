/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The runner's transactions. Each records everything that has come since the last one,
 * and takes from the queue what there is room for; only then is anybody answered or
 * asked. So one commit serves many messages, and nothing waits for the network in it.
 */
#include "rea-gateway-private.h"

/* Others who write for as long as this are a trouble. */
#define BUSY_FOR_LONG (10 * G_USEC_PER_SEC)

static void
clear_outcome (ReaOutcome *outcome)
{
  g_clear_pointer (&outcome->to_ask, g_ptr_array_unref);
  g_clear_pointer (&outcome->settled, g_array_unref);
  g_clear_pointer (&outcome->settings, rea_gateway_settings_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReaOutcome, clear_outcome)

static void
init_outcome (ReaOutcome *outcome, ReaGateway *self)
{
  outcome->to_ask = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_outgoing_free);
  outcome->settled = g_array_new (FALSE, FALSE, sizeof (gint64));
  outcome->cursor = self->cursor;
  outcome->first_busy = self->first_busy;
  outcome->is_waiting = self->is_waiting;
}

static gboolean
take_arrival (ReaGateway *self, const ReaArrival *arrival, ReaOutcome *outcome, GError **error)
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
               ReaOutcome        *outcome,
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
record_verdict (ReaGateway *self, const ReaAnswered *answered, ReaOutcome *outcome, GError **error)
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
record_lapsed (ReaGateway *self, ReaOutcome *outcome, GError **error)
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

/* Everything that is known now, and what may leave by it. */
static gboolean
record (ReaGateway *self, const GPtrArray *arrivals, ReaOutcome *outcome, GError **error)
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

  return rea_gateway_read_queue (self, outcome, error);
}

static gboolean
commit (ReaGateway *self, const GPtrArray *arrivals, ReaOutcome *outcome, GError **error)
{
  gboolean recorded;

  if (!rea_session_begin (self->session, REA_STORE_WRITE, NULL, error))
    return FALSE;

  recorded = record (self, arrivals, outcome, error);

  return rea_session_end (self->session, recorded, error);
}

/* Only now that it stands does anything follow from it. */
static void
follow (ReaGateway *self, ReaOutcome *outcome)
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
      g_auto (ReaOutcome) outcome = { 0 };
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
  g_auto (ReaOutcome) outcome = { 0 };
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
