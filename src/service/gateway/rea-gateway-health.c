/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the gateway lives, and how long it is left alone when it does not. One that
 * gives no sign of life is asked for one by something that sends nothing, so that no
 * message is asked for in vain; one that says no is asked again by one message at a time.
 */
#include "rea-gateway-private.h"

#define MAX_DELAY (30 * G_USEC_PER_SEC)

/* How long a sign of life may take. */
#define PROBE_PATIENCE (10 * G_USEC_PER_SEC)

/* Once it answers again, reports of what it took before have this long to come. */
#define RECOVERY (5 * G_USEC_PER_SEC)

gboolean
rea_gateway_is_healthy (ReaGateway *self)
{
  return self->alive_since >= 0 && self->running - self->alive_since >= RECOVERY;
}

/* What can be mended first, each time that it is something else. */
static void
tell_trouble (ReaGateway *self)
{
  const char *trouble = self->own_trouble != NULL ? self->own_trouble : self->trouble;

  if (g_strcmp0 (self->told, trouble) == 0)
    return;

  g_free (self->told);
  self->told = g_strdup (trouble);
  g_signal_emit_by_name (self, "trouble", trouble);
}

/**
 * rea_gateway_set_trouble:
 * @self: a runner
 * @trouble: (nullable): what is wrong with the gateway, a sentence
 *
 * Tells it, and keeps it for who asks for the status.
 */
void
rea_gateway_set_trouble (ReaGateway *self, const char *trouble)
{
  if (g_strcmp0 (self->trouble, trouble) == 0)
    return;

  g_free (self->trouble);
  self->trouble = g_strdup (trouble);
  self->trouble_is_new = TRUE;
  tell_trouble (self);
}

/**
 * rea_gateway_set_own_trouble:
 * @self: a runner
 * @trouble: (nullable): why nothing can be recorded, a sentence
 *
 * Tells it.
 */
void
rea_gateway_set_own_trouble (ReaGateway *self, const char *trouble)
{
  g_free (self->own_trouble);
  self->own_trouble = g_strdup (trouble);
  tell_trouble (self);
}

/* One second, then twice as long each time. Several that fail at once are one failure. */
static void
back_off (ReaGateway *self, const char *why)
{
  rea_gateway_set_trouble (self, why);
  if (self->failures > 0 && self->running < self->retry_at)
    return;

  self->failures++;
  self->retry_at = self->running + MIN (MAX_DELAY, G_USEC_PER_SEC << MIN (self->failures - 1, 5));
}

static void
recover (ReaGateway *self)
{
  if (self->alive_since < 0)
    self->alive_since = self->running;

  self->failures = 0;
  self->retry_at = 0;
  self->cursor = 0;
  rea_gateway_set_trouble (self, NULL);
  rea_gateway_schedule_flush (self);
}

/**
 * rea_gateway_note_answer:
 * @self: a runner
 * @verdict: what a request came to
 * @why: (nullable): a sentence for people
 *
 * Learns from it whether the gateway is well.
 */
void
rea_gateway_note_answer (ReaGateway *self, ReaVerdict verdict, const char *why)
{
  switch (verdict)
    {
    case REA_VERDICT_ACCEPTED:
    case REA_VERDICT_REFUSED:
      if (self->failures > 0 || self->trouble != NULL)
        recover (self);
      break;

    case REA_VERDICT_LATER:
      if (self->alive_since < 0)
        self->alive_since = self->running;
      back_off (self, why);
      break;

    case REA_VERDICT_UNREACHED:
    case REA_VERDICT_UNANSWERED:
    default:
      self->alive_since = -1;
      back_off (self, why);
      break;
    }
}

static void
probed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaGateway) self = user_data;
  g_autofree char *why = NULL;

  g_clear_object (&self->probe);
  if (rea_transport_probe_finish (REA_TRANSPORT (source), result, &why))
    recover (self);
  else
    {
      back_off (self, why);
      rea_gateway_schedule_flush (self);
    }
}

/**
 * rea_gateway_probe_if_due:
 * @self: a runner
 *
 * Asks a gateway that gives no sign of life for one, if it was left alone for long
 * enough.
 */
void
rea_gateway_probe_if_due (ReaGateway *self)
{
  if (self->probe != NULL && self->running - self->probed_at >= PROBE_PATIENCE)
    g_cancellable_cancel (self->probe);

  if (self->alive_since >= 0 || self->probe != NULL || self->running < self->retry_at)
    return;

  self->probe = g_cancellable_new ();
  self->probed_at = self->running;
  rea_transport_probe_async (self->transport, self->settings, self->probe, probed_cb,
                             g_object_ref (self));
}
