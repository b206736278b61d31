/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-monitor.h"

#include "live.h"
#include "rea-sender-list.h"

#include <glib/gstdio.h>

static const char *const senders[] = { "ann@example.org", "bo@example.org", NULL };

static void
count_cb (guint *n)
{
  (*n)++;
}

/* A second process's change is told within a second of the commit. */
static void
test_change_within_a_second (void)
{
  g_autoptr (Live) live = live_new (20, senders);
  ReaService *service = live_open (live);
  ReaMonitor *monitor = rea_monitor_new (service);
  guint       n_changed = 0;

  g_signal_connect_swapped (service, "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_false (rea_monitor_get_visible (monitor));
  rea_monitor_set_visible (monitor, TRUE);
  g_assert_true (rea_monitor_get_visible (monitor));

  for (guint i = 1; i <= 4; i++)
    {
      gint64 start;

      live_give (live, 1, "ann@example.org");
      start = g_get_monotonic_time ();
      LIVE_WAIT_FOR (n_changed == i);
      g_assert_cmpint (g_get_monotonic_time () - start, <, G_TIME_SPAN_SECOND);
    }
  live_run_for (600);
  g_assert_cmpuint (n_changed, ==, 4);

  g_object_unref (monitor);
  live_close (service);
}

/* A window that nobody sees looks every five seconds, and at once when it is seen. */
static void
test_hidden (void)
{
  g_autoptr (Live) live = live_new (20, senders);
  ReaService *service = live_open (live);
  ReaMonitor *monitor = rea_monitor_new (service);
  guint       n_changed = 0;
  gint64      start;

  g_signal_connect_swapped (service, "changed", G_CALLBACK (count_cb), &n_changed);
  live_give (live, 1, "ann@example.org");
  live_run_for (1500);
  g_assert_cmpuint (n_changed, ==, 0);
  LIVE_WAIT_FOR (n_changed == 1);

  live_give (live, 1, "ann@example.org");
  start = g_get_monotonic_time ();
  rea_monitor_set_visible (monitor, TRUE);
  LIVE_WAIT_FOR (n_changed == 2);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_TIME_SPAN_SECOND);

  g_object_unref (monitor);
  live_close (service);
}

/* Nobody writes anything when a sender falls silent. */
static void
test_presence_ends_by_itself (void)
{
  g_autoptr (Live) live = live_new (4, senders);
  ReaService    *service = live_open (live);
  ReaMonitor    *monitor = rea_monitor_new (service);
  ReaSenderList *list;
  ReaSenderItem *ann;
  guint          n_changed = 0;

  live_use_clock (service);
  live_heartbeat (live, "ann@example.org", FALSE);
  list = rea_sender_list_new (service, live->campaign);
  LIVE_WAIT_FOR (rea_sender_list_find (list, "ann@example.org") != NULL);
  ann = rea_sender_list_find (list, "ann@example.org");
  g_assert_true (rea_sender_item_get_online (ann));

  g_signal_connect_swapped (service, "changed", G_CALLBACK (count_cb), &n_changed);
  live_set_time (live_now () + REA_ONLINE_SECONDS);
  rea_sender_list_refresh (list);
  live_settle (service);
  g_assert_true (rea_sender_item_get_online (ann));
  live_set_time (live_now () + 1);
  LIVE_WAIT_FOR (!rea_sender_item_get_online (ann));
  g_assert_cmpuint (n_changed, ==, 0);

  g_object_unref (monitor);
  g_object_unref (list);
  live_close (service);
}

static void
test_trouble_comes_and_goes (void)
{
  g_autoptr (Live) live = live_new (4, senders);
  g_autofree char *elsewhere = g_strconcat (live->path, ".away", NULL);
  ReaService      *service = live_open (live);
  ReaMonitor      *monitor = rea_monitor_new (service);
  guint            n_notified = 0;

  g_signal_connect_swapped (service, "notify::trouble", G_CALLBACK (count_cb), &n_notified);
  rea_monitor_set_visible (monitor, TRUE);
  g_assert_cmpint (g_rename (live->path, elsewhere), ==, 0);
  LIVE_WAIT_FOR (rea_service_get_trouble (service) != NULL);
  live_run_for (800);
  g_assert_cmpuint (n_notified, ==, 1);

  g_assert_cmpint (g_rename (elsewhere, live->path), ==, 0);
  LIVE_WAIT_FOR (rea_service_get_trouble (service) == NULL);
  g_assert_cmpuint (n_notified, ==, 2);

  g_object_unref (monitor);
  live_close (service);
}

/* While a long read holds the lane the timer goes on, but one check waits at most. */
static void
test_checks_do_not_pile_up (void)
{
  g_autoptr (Live) live = live_new (4, senders);
  ReaService *service = live_open (live);
  ReaMonitor *monitor = rea_monitor_new (service);
  LiveGate   *gate = live_gate_new (service, REA_LANE_READ);

  rea_monitor_set_visible (monitor, TRUE);
  live_run_for (1300);
  /* Each check that waits holds the monitor. */
  g_assert_cmpuint (G_OBJECT (monitor)->ref_count, ==, 2);

  live_gate_open (gate);
  LIVE_WAIT_FOR (G_OBJECT (monitor)->ref_count == 1);
  g_object_unref (monitor);
  live_close (service);
}

static void
test_dropped_while_checking (void)
{
  g_autoptr (Live) live = live_new (4, senders);
  ReaService *service = live_open (live);
  ReaMonitor *monitor = rea_monitor_new (service);
  gpointer    gone = monitor;

  g_object_add_weak_pointer (G_OBJECT (monitor), &gone);
  rea_monitor_set_visible (monitor, TRUE);
  g_object_unref (monitor);
  LIVE_WAIT_FOR (gone == NULL);
  live_close (service);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/monitor/change-within-a-second", test_change_within_a_second);
  g_test_add_func ("/monitor/hidden", test_hidden);
  g_test_add_func ("/monitor/presence-ends-by-itself", test_presence_ends_by_itself);
  g_test_add_func ("/monitor/trouble-comes-and-goes", test_trouble_comes_and_goes);
  g_test_add_func ("/monitor/checks-do-not-pile-up", test_checks_do_not_pile_up);
  g_test_add_func ("/monitor/dropped-while-checking", test_dropped_while_checking);

  return g_test_run ();
}
