/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-gateway-settings.h"

#include "rea-error.h"

#define URL    "http://127.0.0.1:13013/cgi-bin/sendsms"
#define LISTEN "127.0.0.1:13080"

static void
check (const char *send_url,
       const char *login,
       const char *phone,
       const char *listen,
       const char *refusal)
{
  g_autoptr (ReaGatewaySettings) settings =
      rea_gateway_settings_new (send_url, login, phone, listen, NULL);
  g_autofree char *shown = g_strescape (login, NULL);
  g_autoptr (GError) error = NULL;

  g_test_message ("%s %s %s %s", send_url, shown, phone, listen);
  if (refusal == NULL)
    {
      g_assert_true (rea_gateway_settings_validate (settings, &error));
      g_assert_no_error (error);
      return;
    }

  g_assert_false (rea_gateway_settings_validate (settings, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  g_assert_nonnull (g_strstr_len (error->message, -1, refusal));
}

static void
test_send_url (void)
{
  static const char *const good[] = { URL,
                                      "http://localhost:13013/cgi-bin/sendsms",
                                      "http://LOCALHOST/s",
                                      "http://127.8.9.10:1/s",
                                      "http://[::1]:13013/cgi-bin/sendsms",
                                      "https://127.0.0.1/s" };
  static const char *const elsewhere[] = {
    "http://192.168.0.1:13013/s", "http://example.org/s", "http://127.0.0.1.example.org/s",
    "http://0.0.0.0:13013/s",     "http://[::]:13013/s",  "http://localhost.example.org/s",
    "http://128.0.0.1/s"
  };
  static const char *const none[] = { "",
                                      "sendsms",
                                      "ftp://127.0.0.1/s",
                                      "http:///s",
                                      "http://127.0.0.1/s?password=x",
                                      "http://me:secret@127.0.0.1/s",
                                      "http://127.0.0.1/s#x" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    check (good[i], "rea", "+15550100", LISTEN, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    check (elsewhere[i], "rea", "+15550100", LISTEN, "no loopback address");
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    check (none[i], "rea", "+15550100", LISTEN, "no address to send by");
}

static void
test_login_and_phone (void)
{
  static const char *const phones[] = { "+15550100", "15550100", "123", "13013" };
  static const char *const no_phones[] = {
    "", "+", "12", "++15550100", "555-0100", "Reassign", "1234567890123456"
  };

  check (URL, "", "+15550100", LISTEN, "needs a login");
  check (URL, "\xff", "+15550100", LISTEN, "needs a login");
  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    check (URL, "rea", phones[i], LISTEN, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (no_phones); i++)
    check (URL, "rea", no_phones[i], LISTEN, "no phone number");
}

static void
test_listen (void)
{
  static const char *const good[] = { LISTEN, "127.0.0.2:1", "[::1]:13080", "127.0.0.1:65535" };
  static const char *const bad[] = { "",
                                     "13080",
                                     ":13080",
                                     "127.0.0.1",
                                     "127.0.0.1:",
                                     "127.0.0.1:0",
                                     "127.0.0.1:65536",
                                     "127.0.0.1:+80",
                                     "127.0.0.1: 80",
                                     "127.0.0.1:80x",
                                     "0.0.0.0:13080",
                                     "192.168.0.1:13080",
                                     "::1:13080",
                                     "[::]:13080",
                                     "[127.0.0.1]:13080",
                                     "localhost:13080" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    check (URL, "rea", "+15550100", good[i], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    check (URL, "rea", "+15550100", bad[i], "loopback address and a port");
}

static void
test_split (void)
{
  g_autoptr (ReaGatewaySettings) settings =
      rea_gateway_settings_new (URL, "rea", "123", "[::1]:13080", "key");
  g_autoptr (ReaGatewaySettings) copy = NULL;
  g_autofree char *address = NULL;
  guint16          port;

  settings->trouble = g_strdup ("Trouble.");
  copy = rea_gateway_settings_copy (settings);
  g_assert_cmpstr (copy->key, ==, "key");
  g_assert_cmpstr (copy->trouble, ==, "Trouble.");
  g_assert_true (rea_gateway_settings_split_listen (copy, &address, &port));
  g_assert_cmpstr (address, ==, "::1");
  g_assert_cmpuint (port, ==, 13080);
}

static void
test_equal (void)
{
  static const char *const values[] = { URL, "rea", "123", "[::1]:13080" };
  g_autoptr (ReaGatewaySettings) settings =
      rea_gateway_settings_new (URL, "rea", "123", "[::1]:13080", "key");
  g_autoptr (ReaGatewaySettings) copy = rea_gateway_settings_copy (settings);

  copy->trouble = g_strdup ("Trouble.");
  g_assert_true (rea_gateway_settings_equal (settings, copy));

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (ReaGatewaySettings) other =
          rea_gateway_settings_new (i == 0 ? "x" : values[0], i == 1 ? "x" : values[1],
                                    i == 2 ? "x" : values[2], i == 3 ? "x" : values[3], "key");

      g_assert_false (rea_gateway_settings_equal (settings, other));
    }
}

static void
assert_trouble (const ReaGatewayStatus *status, const char *expected)
{
  g_autofree char *trouble = rea_gateway_status_dup_trouble (status);

  g_assert_cmpstr (trouble, ==, expected);
}

/* What waits for nobody is a trouble, whatever the runner last had to say. */
static void
test_trouble (void)
{
  g_autoptr (ReaGatewayStatus) status = rea_gateway_status_new ();

  status->n[REA_DELIVERY_QUEUED] = 1;
  assert_trouble (status, NULL);

  status->settings = rea_gateway_settings_new (URL, "rea", "123", "[::1]:13080", "key");
  assert_trouble (status, "Nobody runs the gateway, and messages wait to leave.");
  status->settings->trouble = g_strdup ("It hurts.");
  assert_trouble (status, "Nobody runs the gateway, and messages wait to leave. "
                          "It ended with this trouble: It hurts.");
  status->is_run = TRUE;
  assert_trouble (status, "It hurts.");
  g_clear_pointer (&status->settings->trouble, g_free);
  assert_trouble (status, NULL);

  status->is_run = FALSE;
  status->n[REA_DELIVERY_QUEUED] = 0;
  status->n[REA_DELIVERY_SENT] = 1;
  assert_trouble (status, NULL);
  status->n[REA_DELIVERY_UNANSWERED] = 1;
  assert_trouble (status, "Nobody runs the gateway, and messages wait to leave.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gateway-settings/send-url", test_send_url);
  g_test_add_func ("/gateway-settings/login-and-phone", test_login_and_phone);
  g_test_add_func ("/gateway-settings/listen", test_listen);
  g_test_add_func ("/gateway-settings/split", test_split);
  g_test_add_func ("/gateway-settings/equal", test_equal);
  g_test_add_func ("/gateway-settings/trouble", test_trouble);

  return g_test_run ();
}
