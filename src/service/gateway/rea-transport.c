/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-transport.h"

G_DEFINE_INTERFACE (ReaTransport, rea_transport, G_TYPE_OBJECT)

static void
rea_transport_default_init (ReaTransportInterface *iface)
{
}

/**
 * rea_transport_send_async:
 * @self: a transport
 * @settings: the gateway
 * @outgoing: what to send; read before this returns
 * @cancellable: (nullable): gives up waiting for the answer
 * @callback: called when there is a verdict
 * @user_data: for @callback
 *
 * Asks the gateway once to send a message, and to report on it.
 */
void
rea_transport_send_async (ReaTransport             *self,
                          const ReaGatewaySettings *settings,
                          const ReaOutgoing        *outgoing,
                          GCancellable             *cancellable,
                          GAsyncReadyCallback       callback,
                          gpointer                  user_data)
{
  REA_TRANSPORT_GET_IFACE (self)->send_async (self, settings, outgoing, cancellable, callback,
                                              user_data);
}

/**
 * rea_transport_send_finish:
 * @self: a transport
 * @result: what the callback was given
 * @why: (out) (optional) (nullable) (transfer full): a sentence for people, where it
 *   was not accepted
 *
 * Returns: what the gateway said
 */
ReaVerdict
rea_transport_send_finish (ReaTransport *self, GAsyncResult *result, char **why)
{
  return REA_TRANSPORT_GET_IFACE (self)->send_finish (self, result, why);
}

/**
 * rea_transport_probe_async:
 * @self: a transport
 * @settings: the gateway
 * @cancellable: (nullable): gives up waiting
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Asks for a sign of life, by something that sends nothing.
 */
void
rea_transport_probe_async (ReaTransport             *self,
                           const ReaGatewaySettings *settings,
                           GCancellable             *cancellable,
                           GAsyncReadyCallback       callback,
                           gpointer                  user_data)
{
  REA_TRANSPORT_GET_IFACE (self)->probe_async (self, settings, cancellable, callback, user_data);
}

/**
 * rea_transport_probe_finish:
 * @self: a transport
 * @result: what the callback was given
 * @why: (out) (optional) (nullable) (transfer full): a sentence for people
 *
 * Returns: whether the gateway answers
 */
gboolean
rea_transport_probe_finish (ReaTransport *self, GAsyncResult *result, char **why)
{
  return REA_TRANSPORT_GET_IFACE (self)->probe_finish (self, result, why);
}
