/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-delivery.h"

#include <string.h>

/* As many as a gint64 has bits that are not its sign. */
#define MAX_ASKED 62

/* Of a phone number in E.164; a shorter one is a service's, which nobody answers. */
#define MIN_DIGITS 7
#define MAX_DIGITS 15

/**
 * rea_outgoing_free:
 * @self: (nullable): what leaves; %NULL where an array's was taken over
 */
void
rea_outgoing_free (ReaOutgoing *self)
{
  if (self == NULL)
    return;

  g_free (self->phone);
  g_free (self->text);
  g_free (self->time_zone);
  g_free (self);
}

/* Whether the report is a witness that the network has had the message. */
static gboolean
tells_that_it_went (ReaReport report)
{
  return report == REA_REPORT_DELIVERED || report == REA_REPORT_BUFFERED ||
         report == REA_REPORT_ACCEPTED;
}

/* What the message is behind the report. What is known does not get less by reports
 * that were overtaken, and that one request failed says nothing while another one may
 * yet succeed.
 */
static ReaDelivery
follow (const ReaOutgoing *self, gint64 asked, ReaReport report)
{
  if (report == REA_REPORT_DELIVERED || self->state == REA_DELIVERY_DELIVERED)
    return REA_DELIVERY_DELIVERED;

  if (tells_that_it_went (report))
    return self->state == REA_DELIVERY_FAILED ? REA_DELIVERY_FAILED : REA_DELIVERY_SENT;

  return asked >= self->asked ? REA_DELIVERY_FAILED : self->state;
}

/**
 * rea_outgoing_take_report:
 * @self: what was sent
 * @asked: which of the times that it was asked for the report is about, from 1
 * @report: what it says
 *
 * Takes over what a report says. One about a time that there was not is of something
 * else, and says nothing.
 *
 * Returns: whether anything is known now that was not before
 */
gboolean
rea_outgoing_take_report (ReaOutgoing *self, gint64 asked, ReaReport report)
{
  ReaDelivery state;
  gint64      reported = self->reported;
  gboolean    changed;

  if (asked < 1 || asked > self->asked)
    return FALSE;

  state = follow (self, asked, report);
  if (tells_that_it_went (report) && asked <= MAX_ASKED)
    reported |= G_GINT64_CONSTANT (1) << (asked - 1);

  changed = state != self->state || reported != self->reported;
  self->state = state;
  self->reported = reported;

  return changed;
}

/**
 * rea_incoming_new:
 * @id: the gateway's own
 * @at: when it was written
 * @phone: who wrote, as the gateway says it
 * @text: what was written
 *
 * Returns: (transfer full): what came in
 */
ReaIncoming *
rea_incoming_new (const char *id, gint64 at, const char *phone, const char *text)
{
  ReaIncoming *self = g_new0 (ReaIncoming, 1);

  self->id = g_strdup (id);
  self->at = at;
  self->phone = rea_incoming_dup_phone (phone);
  self->text = g_strdup (text);

  return self;
}

void
rea_incoming_free (ReaIncoming *self)
{
  g_free (self->id);
  g_free (self->phone);
  g_free (self->text);
  g_free (self);
}

/**
 * rea_incoming_dup_phone:
 * @phone: a number as a gateway says it, with or without its +
 *
 * Returns: (transfer full): the number in E.164; what is no number as it is
 */
char *
rea_incoming_dup_phone (const char *phone)
{
  g_autofree char *stripped = g_strstrip (g_strdup (phone));
  const char      *digits = stripped;

  if (digits[0] == '+')
    digits++;
  else if (g_str_has_prefix (digits, "00"))
    digits += 2;

  if (*digits == '\0' || strspn (digits, "0123456789") != strlen (digits))
    return g_steal_pointer (&stripped);

  return g_strconcat ("+", digits, NULL);
}

/**
 * rea_incoming_can_be_answered:
 * @self: what came in
 *
 * Returns: whether it is from a phone number, and not from a service or a name
 */
gboolean
rea_incoming_can_be_answered (const ReaIncoming *self)
{
  gsize n_digits = strlen (self->phone) - 1;

  return self->phone[0] == '+' && n_digits >= MIN_DIGITS && n_digits <= MAX_DIGITS &&
         strspn (self->phone + 1, "0123456789") == n_digits;
}
