/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The promises of the gateway's runner, with a gateway that does what it is told. */
#include "gateway-stage.h"

#define PHONE "+12025550101"
#define OTHER "+12025550102"

static gint64
count (GatewayStage *self, ReaDelivery state)
{
  g_autoptr (ReaGatewayStatus) status = gateway_stage_get_status (self);

  return status->n[state];
}

static gboolean
one_is_sent (GatewayStage *self)
{
  return count (self, REA_DELIVERY_SENT) == 1;
}

static gboolean
two_are_sent (GatewayStage *self)
{
  return count (self, REA_DELIVERY_SENT) == 2;
}

static void
assert_asked (GatewayStage *self, guint place, const char *what)
{
  GPtrArray *asked = gateway_stage_get_asked (self);

  g_assert_cmpuint (asked->len, >, place);
  g_assert_cmpstr (asked->pdata[place], ==, what);
}

/* What was queued before it ran, and what is queued while it does. */
static void
test_send (GatewayStage *self, gconstpointer data)
{
  gint64 first = gateway_stage_add_contact (self, PHONE);
  gint64 second = gateway_stage_add_contact (self, OTHER);

  gateway_stage_write (self, first, "Hi %FirstName%");
  gateway_stage_run_until (self, one_is_sent);
  gateway_stage_write (self, second, "Ho");
  gateway_stage_run_until (self, two_are_sent);

  g_assert_cmpuint (gateway_stage_get_asked (self)->len, ==, 2);
  assert_asked (self, 0, PHONE " Hi Zoë #1/1");
  assert_asked (self, 1, OTHER " Ho #2/1");
}

static void
test_port_taken (GatewayStage *self, gconstpointer data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GUri) uri = g_uri_parse (self->base, G_URI_FLAGS_NONE, NULL);
  g_autoptr (GSocketAddress) address =
      g_inet_socket_address_new_from_string ("127.0.0.1", g_uri_get_port (uri));
  g_autoptr (GError) error = NULL;

  g_socket_listener_add_address (listener, address, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP,
                                 NULL, NULL, &error);
  g_assert_no_error (error);

  g_assert_false (gateway_stage_run (self, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_IO);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  GATEWAY_STAGE_ADD ("/gateway/send", test_send);
  GATEWAY_STAGE_ADD ("/gateway/port-taken", test_port_taken);

  return g_test_run ();
}
