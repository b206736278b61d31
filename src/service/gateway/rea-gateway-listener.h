/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-gateway-settings.h"
#include "rea-session.h"

G_BEGIN_DECLS

/* Hears what Kannel calls: messages of contacts, and reports on what we sent. */
typedef struct _ReaGatewayListener ReaGatewayListener;

/**
 * ReaArrival:
 * @message: (nullable): a contact's message; %NULL for a report
 * @id: of a report: what was sent
 * @asked: and which of the times that it was asked for
 * @report: and what is reported of it
 * @call: who waits for an answer
 *
 * Something that came in. It is answered once it is recorded, and not before.
 */
typedef struct
{
  ReaIncoming *message;
  gint64       id;
  gint64       asked;
  ReaReport    report;
  gpointer     call;
} ReaArrival;

typedef void (*ReaArrivalFunc) (ReaArrival *arrival, gpointer user_data);

ReaGatewayListener *rea_gateway_listener_new (const ReaGatewaySettings *settings,
                                              ReaSession               *session,
                                              ReaArrivalFunc            func,
                                              gpointer                  user_data,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean            rea_gateway_listener_add (ReaGatewayListener       *self,
                                              const ReaGatewaySettings *settings,
                                              GError                  **error);
void                rea_gateway_listener_free (ReaGatewayListener *self);

void rea_arrival_answer (ReaArrival *self, gboolean is_recorded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaGatewayListener, rea_gateway_listener_free)

G_END_DECLS
