/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReaDelivery:
 * @REA_DELIVERY_QUEUED: waits to leave by the gateway
 * @REA_DELIVERY_UNANSWERED: the gateway was asked, and has not answered yet
 * @REA_DELIVERY_SENT: the gateway has taken it
 * @REA_DELIVERY_DELIVERED: it is on the contact's phone
 * @REA_DELIVERY_FAILED: it will never be
 * @REA_DELIVERY_CANCELLED: the contact opted out before it could leave
 * @REA_DELIVERY_NONE: it does not go by the gateway: it was received, sent by hand,
 *   or simulated
 *
 * How far a message has come. The numbers are kept in databases.
 */
typedef enum
{
  REA_DELIVERY_QUEUED,
  REA_DELIVERY_UNANSWERED,
  REA_DELIVERY_SENT,
  REA_DELIVERY_DELIVERED,
  REA_DELIVERY_FAILED,
  REA_DELIVERY_CANCELLED,
  REA_DELIVERY_NONE,
} ReaDelivery;

/**
 * ReaWay:
 * @REA_WAY_BY_HAND: no gateway is set: what is recorded was sent by hand
 * @REA_WAY_SIMULATED: of a demo: nothing ever leaves
 * @REA_WAY_GATEWAY: it is queued for the gateway
 *
 * How the messages of a campaign reach its contacts.
 */
typedef enum
{
  REA_WAY_BY_HAND,
  REA_WAY_SIMULATED,
  REA_WAY_GATEWAY,
} ReaWay;

/**
 * ReaReport:
 * @REA_REPORT_DELIVERED: it is on the contact's phone
 * @REA_REPORT_UNDELIVERED: it will never be
 * @REA_REPORT_BUFFERED: the network holds it and goes on trying
 * @REA_REPORT_ACCEPTED: the network has taken it
 * @REA_REPORT_REJECTED: the network does not want it
 *
 * What the gateway reports of a message. They come out of order.
 */
typedef enum
{
  REA_REPORT_DELIVERED,
  REA_REPORT_UNDELIVERED,
  REA_REPORT_BUFFERED,
  REA_REPORT_ACCEPTED,
  REA_REPORT_REJECTED,
} ReaReport;

/**
 * ReaOutgoing:
 * @message_id: the message that leaves, or 0 for the confirmation of an opt-out
 * @conversation_id: whose it is, or 0; so is @campaign_id
 * @phone: E.164
 * @state: how far it has come
 * @asked: how often the gateway was asked to send it; what it turned down aside
 * @reported: a bit for each time it was asked for of which a report says that it went
 * @opted_out: whether the contact does not want to be texted
 * @time_zone: (nullable): the contact's own
 *
 * What leaves by the gateway.
 */
typedef struct
{
  gint64      id;
  gint64      message_id;
  gint64      conversation_id;
  gint64      campaign_id;
  char       *phone;
  char       *text;
  ReaDelivery state;
  gint64      asked;
  gint64      reported;
  gboolean    opted_out;
  char       *time_zone;
} ReaOutgoing;

/**
 * ReaIncoming:
 * @id: the gateway's own, by which it is recorded once
 * @at: when it was written, or came
 * @phone: who wrote: E.164 where it is a number
 * @text: in UTF-8
 *
 * What the gateway brings.
 */
typedef struct
{
  char  *id;
  gint64 at;
  char  *phone;
  char  *text;
} ReaIncoming;

void     rea_outgoing_free (ReaOutgoing *self);
gboolean rea_outgoing_take_report (ReaOutgoing *self, gint64 asked, ReaReport report);

ReaIncoming *rea_incoming_new (const char *id, gint64 at, const char *phone, const char *text)
    G_GNUC_WARN_UNUSED_RESULT;
void     rea_incoming_free (ReaIncoming *self);
char    *rea_incoming_dup_phone (const char *phone) G_GNUC_WARN_UNUSED_RESULT;
gboolean rea_incoming_can_be_answered (const ReaIncoming *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaOutgoing, rea_outgoing_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaIncoming, rea_incoming_free)

G_END_DECLS
