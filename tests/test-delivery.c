/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-delivery.h"

static const ReaReport all[] = { REA_REPORT_DELIVERED, REA_REPORT_UNDELIVERED, REA_REPORT_BUFFERED,
                                 REA_REPORT_ACCEPTED, REA_REPORT_REJECTED };

/* What one report makes of each state: q u s d f c, in the order of ReaDelivery. */
static const struct
{
  ReaReport   report;
  const char *after;
} table[] = {
  { REA_REPORT_DELIVERED, "dddddd" }, { REA_REPORT_UNDELIVERED, "fffdff" },
  { REA_REPORT_BUFFERED, "sssdfs" },  { REA_REPORT_ACCEPTED, "sssdfs" },
  { REA_REPORT_REJECTED, "fffdff" },
};

static void
test_states (void)
{
  static const char letters[] = "qusdfc";

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (int state = 0; state < REA_DELIVERY_NONE; state++)
      {
        ReaOutgoing outgoing = { .state = state, .asked = 1 };

        rea_outgoing_take_report (&outgoing, 1, table[i].report);
        g_test_message ("report %d, state %c", table[i].report, letters[state]);
        g_assert_cmpint (letters[outgoing.state], ==, table[i].after[state]);
      }
}

/* Whatever order they come in, the end is the same. */
static void
test_order (void)
{
  static const ReaReport usual[] = { REA_REPORT_ACCEPTED, REA_REPORT_BUFFERED,
                                     REA_REPORT_DELIVERED };

  for (int first = 0; first < 3; first++)
    for (int second = 0; second < 3; second++)
      {
        int         third = 3 - first - second;
        ReaOutgoing outgoing = { .state = REA_DELIVERY_UNANSWERED, .asked = 1 };

        if (first == second)
          continue;

        rea_outgoing_take_report (&outgoing, 1, usual[first]);
        rea_outgoing_take_report (&outgoing, 1, usual[second]);
        rea_outgoing_take_report (&outgoing, 1, usual[third]);
        g_assert_cmpint (outgoing.state, ==, REA_DELIVERY_DELIVERED);
        g_assert_cmpint (outgoing.reported, ==, 1);
      }
}

/* A time that it was not asked for is somebody else's. */
static void
test_never_asked (void)
{
  static const gint64 never[] = { 0, -1, 3, 100, G_MAXINT64 };

  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    for (guint j = 0; j < G_N_ELEMENTS (all); j++)
      {
        ReaOutgoing outgoing = { .state = REA_DELIVERY_QUEUED, .asked = 2 };

        g_assert_false (rea_outgoing_take_report (&outgoing, never[i], all[j]));
        g_assert_cmpint (outgoing.state, ==, REA_DELIVERY_QUEUED);
        g_assert_cmpint (outgoing.reported, ==, 0);
      }
}

/* Two times of which reports say that they went are twice; the same one again is not. */
static void
test_twice (void)
{
  ReaOutgoing outgoing = { .state = REA_DELIVERY_UNANSWERED, .asked = 2 };

  g_assert_true (rea_outgoing_take_report (&outgoing, 1, REA_REPORT_ACCEPTED));
  g_assert_cmpint (outgoing.reported, ==, 1);
  g_assert_false (rea_outgoing_take_report (&outgoing, 1, REA_REPORT_ACCEPTED));
  g_assert_true (rea_outgoing_take_report (&outgoing, 1, REA_REPORT_DELIVERED));
  g_assert_cmpint (outgoing.reported, ==, 1);
  g_assert_true (rea_outgoing_take_report (&outgoing, 2, REA_REPORT_DELIVERED));
  g_assert_cmpint (outgoing.reported, ==, 3);
}

/* The first time failed; the second one may yet succeed. */
static void
test_earlier_failure (void)
{
  ReaOutgoing outgoing = { .state = REA_DELIVERY_UNANSWERED, .asked = 2 };

  g_assert_false (rea_outgoing_take_report (&outgoing, 1, REA_REPORT_REJECTED));
  g_assert_cmpint (outgoing.state, ==, REA_DELIVERY_UNANSWERED);
  g_assert_true (rea_outgoing_take_report (&outgoing, 2, REA_REPORT_REJECTED));
  g_assert_cmpint (outgoing.state, ==, REA_DELIVERY_FAILED);
}

static void
test_phones (void)
{
  static const struct
  {
    const char *said;
    const char *phone;
    gboolean    can_be_answered;
  } phones[] = {
    { "+12025550101", "+12025550101", TRUE },
    { "12025550101", "+12025550101", TRUE },
    { " 12025550101 ", "+12025550101", TRUE },
    { "0012025550101", "+12025550101", TRUE },
    { "+1234567", "+1234567", TRUE },
    { "+123456789012345", "+123456789012345", TRUE },
    { "+1234567890123456", "+1234567890123456", FALSE },
    { "72345", "+72345", FALSE },
    { "Amazon", "Amazon", FALSE },
    { "+", "+", FALSE },
    { "00", "00", FALSE },
    { "", "", FALSE },
    { "+1 202", "+1 202", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      g_autoptr (ReaIncoming) incoming = rea_incoming_new ("id", 1, phones[i].said, "text");

      g_assert_cmpstr (incoming->phone, ==, phones[i].phone);
      g_assert_cmpint (rea_incoming_can_be_answered (incoming), ==, phones[i].can_be_answered);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/delivery/states", test_states);
  g_test_add_func ("/delivery/order", test_order);
  g_test_add_func ("/delivery/never-asked", test_never_asked);
  g_test_add_func ("/delivery/twice", test_twice);
  g_test_add_func ("/delivery/earlier-failure", test_earlier_failure);
  g_test_add_func ("/delivery/phones", test_phones);

  return g_test_run ();
}
