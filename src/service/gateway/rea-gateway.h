/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-session.h"
#include "rea-transport.h"

G_BEGIN_DECLS

/* The runner of the gateway: takes what is queued, asks a transport to send it, and
 * records what that answers, what it reports later, and what contacts write.
 */
#define REA_TYPE_GATEWAY (rea_gateway_get_type ())
G_DECLARE_FINAL_TYPE (ReaGateway, rea_gateway, REA, GATEWAY, GObject)

ReaGateway *rea_gateway_new (ReaSession   *session,
                             ReaTransport *transport) G_GNUC_WARN_UNUSED_RESULT;
void        rea_gateway_set_clock (ReaGateway *self, ReaClockFunc clock, guint tick);
gboolean    rea_gateway_run (ReaGateway *self, GCancellable *cancellable, GError **error);

G_END_DECLS
