/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-gateway-text.h"

#include <locale.h>

static ReaGatewayStatus *
make_status (gboolean is_run, const char *trouble)
{
  ReaGatewayStatus *status = rea_gateway_status_new ();

  status->settings = rea_gateway_settings_new ("http://127.0.0.1:13013/cgi-bin/sendsms", "reassign",
                                               "+12025550100", "127.0.0.1:13080", "key");
  status->settings->trouble = g_strdup (trouble);
  status->is_run = is_run;

  return status;
}

static void
assert_says (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_state (void)
{
  g_autoptr (ReaGatewayStatus) none = rea_gateway_status_new ();
  g_autoptr (ReaGatewayStatus) away = make_status (FALSE, NULL);
  g_autoptr (ReaGatewayStatus) well = make_status (TRUE, NULL);
  g_autoptr (ReaGatewayStatus) ill = make_status (TRUE, "It <b>hurts</b>.");

  g_assert_cmpstr (rea_gateway_text_state (none), ==, "No Gateway Is Set");
  g_assert_cmpstr (rea_gateway_text_state (away), ==, "Not Running");
  g_assert_cmpstr (rea_gateway_text_state (well), ==, "Running");
  g_assert_cmpstr (rea_gateway_text_state (ill), ==, "Running, with Trouble");
  assert_says (rea_gateway_text_advice (ill), "It <b>hurts</b>.");
  assert_says (rea_gateway_text_advice (well), "Messages leave, and replies come in.");
}

/* That nobody runs it matters most while something waits. */
static void
test_not_run (void)
{
  g_autoptr (ReaGatewayStatus) status = make_status (FALSE, NULL);

  assert_says (rea_gateway_text_advice (status),
               "Nothing leaves and nothing comes in until it is started, as it is said below.");
  status->n[REA_DELIVERY_UNANSWERED] = 1;
  assert_says (rea_gateway_text_advice (status),
               "Nobody runs the gateway, and messages wait to leave. "
               "Nothing comes in either until it is started, as it is said below.");
}

static void
test_nothing (void)
{
  g_autoptr (ReaGatewayStatus) status = make_status (TRUE, NULL);

  assert_says (rea_gateway_text_waiting (status), "Nothing");
  assert_says (rea_gateway_text_sent (status), "Nothing");
  assert_says (rea_gateway_text_repeated (status), "Nothing");
  assert_says (rea_gateway_text_received (status), "Nothing");
  assert_says (rea_gateway_text_unknown (status), "Nobody has written who is in no campaign.");
}

static void
test_counts (void)
{
  g_autoptr (ReaGatewayStatus) status = make_status (TRUE, NULL);

  status->n[REA_DELIVERY_QUEUED] = 12;
  status->n[REA_DELIVERY_UNANSWERED] = 1;
  status->n[REA_DELIVERY_SENT] = 1;
  status->n[REA_DELIVERY_DELIVERED] = 512;
  status->n[REA_DELIVERY_CANCELLED] = 3;
  status->resent = 2;
  status->received = 1;
  assert_says (rea_gateway_text_waiting (status), "12 queued, 1 not answered yet");
  assert_says (rea_gateway_text_sent (status),
               "512 delivered, 1 on its way, 3 cancelled after an opt-out");
  assert_says (rea_gateway_text_repeated (status), "2 asked for again");
  assert_says (rea_gateway_text_received (status), "1 message");

  status->twice = 1;
  status->received = 40;
  status->unknown_total = 1;
  assert_says (rea_gateway_text_repeated (status), "2 asked for again, 1 arrived twice");
  assert_says (rea_gateway_text_received (status), "40 messages, 1 from an unknown number");
  assert_says (rea_gateway_text_unknown (status),
               "Who wrote these is in no campaign. The newest 0 of 1 are shown.");

  g_ptr_array_add (status->unknown, rea_incoming_new ("id", 0, "+13125550199", "Hello"));
  assert_says (rea_gateway_text_unknown (status),
               "Who wrote these is in no campaign. One who asks to be left alone is, when the "
               "number is imported later.");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gateway-text/state", test_state);
  g_test_add_func ("/gateway-text/not-run", test_not_run);
  g_test_add_func ("/gateway-text/nothing", test_nothing);
  g_test_add_func ("/gateway-text/counts", test_counts);

  return g_test_run ();
}
