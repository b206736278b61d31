/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-gateway-settings.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ReaVerdict:
 * @REA_VERDICT_ACCEPTED: it has the message, and will send it
 * @REA_VERDICT_REFUSED: it will never send it
 * @REA_VERDICT_LATER: it does not have it, and may take it later
 * @REA_VERDICT_UNREACHED: nobody was there to be asked
 * @REA_VERDICT_UNANSWERED: it was asked, and nobody knows what became of that
 *
 * What a gateway says when it is asked to send a message.
 */
typedef enum
{
  REA_VERDICT_ACCEPTED,
  REA_VERDICT_REFUSED,
  REA_VERDICT_LATER,
  REA_VERDICT_UNREACHED,
  REA_VERDICT_UNANSWERED,
} ReaVerdict;

/* A way to a gateway. It asks once and never again by itself: who carries on, and
 * when, is for ReaGateway to say.
 */
#define REA_TYPE_TRANSPORT (rea_transport_get_type ())
G_DECLARE_INTERFACE (ReaTransport, rea_transport, REA, TRANSPORT, GObject)

struct _ReaTransportInterface
{
  GTypeInterface parent_iface;

  void (*send_async) (ReaTransport             *self,
                      const ReaGatewaySettings *settings,
                      const ReaOutgoing        *outgoing,
                      GCancellable             *cancellable,
                      GAsyncReadyCallback       callback,
                      gpointer                  user_data);
  ReaVerdict (*send_finish) (ReaTransport *self, GAsyncResult *result, char **why);

  void (*probe_async) (ReaTransport             *self,
                       const ReaGatewaySettings *settings,
                       GCancellable             *cancellable,
                       GAsyncReadyCallback       callback,
                       gpointer                  user_data);
  gboolean (*probe_finish) (ReaTransport *self, GAsyncResult *result, char **why);
};

void       rea_transport_send_async (ReaTransport             *self,
                                     const ReaGatewaySettings *settings,
                                     const ReaOutgoing        *outgoing,
                                     GCancellable             *cancellable,
                                     GAsyncReadyCallback       callback,
                                     gpointer                  user_data);
ReaVerdict rea_transport_send_finish (ReaTransport *self, GAsyncResult *result, char **why);
void       rea_transport_probe_async (ReaTransport             *self,
                                      const ReaGatewaySettings *settings,
                                      GCancellable             *cancellable,
                                      GAsyncReadyCallback       callback,
                                      gpointer                  user_data);
gboolean   rea_transport_probe_finish (ReaTransport *self, GAsyncResult *result, char **why);

G_END_DECLS
