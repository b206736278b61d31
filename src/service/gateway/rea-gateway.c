/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The runner promises:
 *
 *  1. A message is asked for only once it is kept that it is; so whoever takes over
 *     from a runner that died knows of everything that may have been asked for.
 *  2. It is asked for again only if its request got no answer, and no report on it came
 *     in thirty seconds of running: then a contact may get it twice, and that is counted.
 *  3. What comes in is answered once it is recorded, with all that follows from it.
 *  4. No transaction waits for the network, and nothing but what has to be recorded waits
 *     for somebody else's.
 *  5. Messages to one phone leave one after the other, in the order in which they were
 *     written.
 */
#include "rea-gateway-private.h"

#define TICK_MS 250 /* unless a test says otherwise */

/* What of a tick counts at most: a process that was stopped was not running. */
#define MAX_TICK (5 * G_USEC_PER_SEC)

/* What waits for its hour is looked at again after this, if nothing else changes. */
#define READ_AGAIN (10 * G_USEC_PER_SEC)
#define READ_SOON  G_USEC_PER_SEC

/* And no oftener than that it takes one part in so many of the time. */
#define READ_SHARE 20

/* How many milliseconds others are waited for who write to the database, before what has
 * come meanwhile is heard and it is tried again. A refusal does not need the database,
 * and Kannel waits a long time, but not for ever.
 */
#define STORE_PATIENCE_MS 50

/* How long answers are waited for at the end. */
#define FAREWELL_MS 5000

G_DEFINE_FINAL_TYPE (ReaGateway, rea_gateway, G_TYPE_OBJECT)

static gint64
real_clock (void)
{
  return g_get_monotonic_time ();
}

static void
rea_gateway_finalize (GObject *object)
{
  ReaGateway *self = REA_GATEWAY (object);

  g_clear_object (&self->session);
  g_clear_object (&self->transport);
  g_clear_pointer (&self->settings, rea_gateway_settings_free);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_pointer (&self->flights, g_hash_table_unref);
  g_clear_pointer (&self->answered, g_array_unref);
  g_clear_pointer (&self->arrivals, g_ptr_array_unref);
  g_clear_pointer (&self->trouble, g_free);
  g_clear_pointer (&self->own_trouble, g_free);
  g_clear_pointer (&self->told, g_free);
  g_clear_error (&self->failure);

  G_OBJECT_CLASS (rea_gateway_parent_class)->finalize (object);
}

static void
rea_gateway_class_init (ReaGatewayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rea_gateway_finalize;

  /**
   * ReaGateway::listening:
   * @listen: address and port
   * @send_url: where the gateway is asked to send
   *
   * It hears, and sends.
   */
  g_signal_new ("listening", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  /**
   * ReaGateway::trouble:
   * @trouble: (nullable): a sentence; %NULL where it is over
   *
   * There is another trouble than before, or none any more.
   */
  g_signal_new ("trouble", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rea_gateway_init (ReaGateway *self)
{
  self->clock = real_clock;
  self->tick = TICK_MS;
  self->loop = g_main_loop_new (NULL, FALSE);
  self->flights = rea_gateway_flights_new ();
  self->answered = g_array_new (FALSE, FALSE, sizeof (ReaAnswered));
  self->arrivals = g_ptr_array_new ();
}

/**
 * rea_gateway_new:
 * @session: a session of who may run the gateway
 * @transport: the way to it
 *
 * Returns: (transfer full): a runner that does not run yet
 */
ReaGateway *
rea_gateway_new (ReaSession *session, ReaTransport *transport)
{
  ReaGateway *self = g_object_new (REA_TYPE_GATEWAY, NULL);

  self->session = g_object_ref (session);
  self->transport = g_object_ref (transport);

  return self;
}

/**
 * rea_gateway_set_clock:
 * @self: a runner
 * @clock: tells how long the machine has been running, in microseconds
 * @tick: how many milliseconds there are from one look at it to the next
 *
 * For tests, which cannot wait.
 */
void
rea_gateway_set_clock (ReaGateway *self, ReaClockFunc clock, guint tick)
{
  g_return_if_fail (REA_IS_GATEWAY (self));

  self->clock = clock;
  self->tick = tick;
}

static gboolean
flush_cb (gpointer user_data)
{
  ReaGateway *self = user_data;

  self->flush_source = 0;
  rea_gateway_flush (self);

  return G_SOURCE_REMOVE;
}

/**
 * rea_gateway_schedule_flush:
 * @self: a runner
 *
 * Has recorded what has come, as soon as everything that is there has been heard.
 */
void
rea_gateway_schedule_flush (ReaGateway *self)
{
  if (self->flush_source == 0)
    self->flush_source = g_idle_add (flush_cb, self);
}

/**
 * rea_gateway_fail:
 * @self: a runner
 * @error: why it cannot go on
 *
 * Ends it.
 */
void
rea_gateway_fail (ReaGateway *self, const GError *error)
{
  if (self->failure == NULL)
    self->failure = g_error_copy (error);

  g_main_loop_quit (self->loop);
}

static void
arrived_cb (ReaArrival *arrival, gpointer user_data)
{
  ReaGateway *self = user_data;

  g_ptr_array_add (self->arrivals, arrival);
  rea_gateway_schedule_flush (self);
}

/* What others have queued meanwhile; and what had to wait and need not any more. A long
 * queue of such is read less often.
 */
static void
look_for_work (ReaGateway *self)
{
  gint64   version = self->version;
  gint64   pause = MAX (READ_SOON, self->read_took * READ_SHARE);
  gint64   began = g_get_monotonic_time ();
  gboolean is_new;

  rea_session_get_version (self->session, &version, NULL);
  is_new = version != self->version;
  self->version = version;
  self->has_changed |= is_new;

  if (is_new && rea_gateway_is_outdated (self))
    rea_gateway_schedule_flush (self);

  if (!self->has_changed)
    pause = MAX (pause, READ_AGAIN);

  if (self->is_waiting && self->running - self->read_at >= pause)
    {
      self->cursor = 0;
      self->first_busy = 0;
      self->is_waiting = FALSE;
      self->has_changed = FALSE;
      self->read_at = self->running;
      if (rea_gateway_has_work (self))
        rea_gateway_schedule_flush (self);
      self->read_took = g_get_monotonic_time () - began;
    }
  else if ((is_new || self->failures > 0) && rea_gateway_has_work (self))
    rea_gateway_schedule_flush (self);
}

static gboolean
tick_cb (gpointer user_data)
{
  ReaGateway *self = user_data;
  gint64      now = self->clock ();

  self->running += CLAMP (now - self->last_tick, 0, MAX_TICK);
  self->last_tick = now;

  rea_gateway_lose_patience (self);
  rea_gateway_probe_if_due (self);
  look_for_work (self);

  /* What could not be written the last time. */
  if (self->answered->len > 0 || self->arrivals->len > 0 || self->trouble_is_new ||
      self->has_failed)
    rea_gateway_schedule_flush (self);

  return G_SOURCE_CONTINUE;
}

static gboolean
take_over (ReaGateway *self, GError **error)
{
  self->settings = rea_session_enter_gateway (self->session, error);
  if (self->settings == NULL)
    return FALSE;

  self->trouble_is_new = self->settings->trouble != NULL;

  return rea_gateway_take_over_flights (self, error);
}

static gboolean
start (ReaGateway *self, GError **error)
{
  gboolean taken_over;

  self->last_tick = self->clock ();

  if (!rea_session_begin (self->session, REA_STORE_READ, NULL, error))
    return FALSE;

  taken_over = take_over (self, error);
  if (!rea_session_end (self->session, taken_over, error))
    return FALSE;

  self->listener =
      rea_gateway_listener_new (self->settings, self->session, arrived_cb, self, error);

  return self->listener != NULL;
}

static gboolean
quit_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_CONTINUE;
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  return quit_cb (user_data);
}

/* Hears what was asked before, and keeps it; what is not answered in time is what the
 * next runner begins with.
 */
static void
end (ReaGateway *self)
{
  guint timeout = g_timeout_add (FAREWELL_MS, quit_cb, self->loop);

  self->is_ending = TRUE;
  if (self->n_asking > 0)
    g_main_loop_run (self->loop);
  g_source_remove (timeout);

  rea_gateway_cancel_flights (self);
  if (self->probe != NULL)
    g_cancellable_cancel (self->probe);
  while (self->n_asking > 0 || self->probe != NULL)
    g_main_context_iteration (NULL, TRUE);

  g_clear_handle_id (&self->flush_source, g_source_remove);
  rea_store_set_patience (rea_session_get_store (self->session), G_MAXUINT);
  rea_gateway_flush (self);
  while (self->arrivals->len > 0)
    rea_arrival_answer (g_ptr_array_steal_index (self->arrivals, 0), FALSE);

  /* The last answers have to get on their way. */
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_clear_pointer (&self->listener, rea_gateway_listener_free);
}

/**
 * rea_gateway_run:
 * @self: a runner
 * @cancellable: (nullable): ends it
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_WRONG_STATE where no gateway is set,
 *   %REA_ERROR_BUSY where another process runs it, %REA_ERROR_IO where the port is taken,
 *   or what ended it
 *
 * Runs the gateway in the default main context, until it is ended.
 *
 * Returns: whether it was ended by @cancellable
 */
gboolean
rea_gateway_run (ReaGateway *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GSource) ending = NULL;
  guint tick;

  g_return_val_if_fail (REA_IS_GATEWAY (self), FALSE);

  if (!rea_store_hold_gateway (rea_session_get_store (self->session), error) ||
      !start (self, error))
    return FALSE;

  tick = g_timeout_add (self->tick, tick_cb, self);
  rea_store_set_patience (rea_session_get_store (self->session), STORE_PATIENCE_MS);
  ending = g_cancellable_source_new (cancellable);
  g_source_set_callback (ending, G_SOURCE_FUNC (cancelled_cb), self->loop, NULL);
  g_source_attach (ending, NULL);

  rea_gateway_tell_listening (self);
  rea_gateway_schedule_flush (self);
  g_main_loop_run (self->loop);

  g_source_destroy (ending);
  g_source_remove (tick);
  end (self);

  if (self->failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->failure));
      return FALSE;
    }

  return TRUE;
}
