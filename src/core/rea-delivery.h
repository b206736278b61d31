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

G_END_DECLS
