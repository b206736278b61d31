/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-heartbeat.h"

#include "live.h"

static const char *const senders[] = { "ann@example.org", NULL };

static ReaService *
open_as (Live *live, const char *user)
{
  GAsyncResult *result = NULL;
  g_autoptr (GAsyncResult) taken = NULL;
  g_autoptr (GError) error = NULL;
  ReaService *service;

  rea_service_open_async (live->path, user, FALSE, live_result_cb, &result);
  taken = live_take_result (&result);
  service = rea_service_open_finish (taken, &error);
  g_assert_no_error (error);
  live_use_clock (service);

  return service;
}

/* Ann, as somebody else sees her. */
static ReaSender *
look_at_ann (Live *live, GPtrArray **senders_out)
{
  g_autoptr (GError) error = NULL;

  *senders_out = rea_session_list_senders (live->other, live->campaign, &error);
  g_assert_no_error (error);

  return rea_senders_find (*senders_out, "ann@example.org");
}

static gboolean
is_ann_online (Live *live)
{
  g_autoptr (GPtrArray) list = NULL;

  return look_at_ann (live, &list)->online;
}

static gint64
get_last_seen (Live *live)
{
  g_autoptr (GPtrArray) list = NULL;

  return look_at_ann (live, &list)->user->last_seen;
}

static void
test_begins_and_ends (void)
{
  g_autoptr (Live) live = live_new (1, senders);
  ReaService   *service = open_as (live, "ann@example.org");
  ReaHeartbeat *heartbeat;

  g_assert_false (is_ann_online (live));
  heartbeat = rea_heartbeat_new (service);
  LIVE_WAIT_FOR (is_ann_online (live));

  live_set_time (live_now () + 10);
  rea_heartbeat_close (heartbeat);
  LIVE_WAIT_FOR (!is_ann_online (live));
  g_assert_cmpint (get_last_seen (live), ==, live_now ());

  /* It is over, and dropping it says nothing once more. */
  live_set_time (live_now () + 10);
  rea_heartbeat_close (heartbeat);
  g_object_unref (heartbeat);
  live_settle (service);
  g_assert_cmpint (get_last_seen (live), ==, live_now () - 10);
  live_close (service);
}

/* The end is written even where the beginning still waits for its turn, and the
 * database is closed at once.
 */
static void
test_dropped_at_once (void)
{
  g_autoptr (Live) live = live_new (1, senders);
  ReaService   *service = open_as (live, "ann@example.org");
  LiveGate     *gate = live_gate_new (service, REA_LANE_WRITE);
  ReaHeartbeat *heartbeat = rea_heartbeat_new (service);
  gpointer      gone = heartbeat;
  GAsyncResult *result = NULL;

  g_object_add_weak_pointer (G_OBJECT (heartbeat), &gone);
  g_object_unref (heartbeat);
  g_assert_null (gone);
  rea_service_close_async (service, live_result_cb, &result);
  live_gate_open (gate);
  LIVE_WAIT_FOR (result != NULL);
  g_clear_object (&result);
  g_object_unref (service);

  g_assert_cmpint (get_last_seen (live), ==, live_now ());
  g_assert_false (is_ann_online (live));
}

/* The owner is a sender nowhere. */
static void
test_nowhere (void)
{
  g_autoptr (Live) live = live_new (1, senders);
  ReaService   *service = open_as (live, "owner@example.org");
  ReaHeartbeat *heartbeat = rea_heartbeat_new (service);

  live_settle (service);
  g_assert_null (rea_service_get_trouble (service));
  g_object_unref (heartbeat);
  live_settle (service);
  g_assert_null (rea_service_get_trouble (service));
  live_close (service);
}

/* Put forward, the last heartbeat is old until the next; put back, it is from the
 * future, which does not keep somebody online for a day who is gone.
 */
static void
test_clock_jumps (void)
{
  g_autoptr (Live) live = live_new (1, senders);
  ReaService *service = open_as (live, "ann@example.org");
  g_autoptr (ReaHeartbeat) heartbeat = rea_heartbeat_new (service);
  const gint64 jumps[] = { 24 * 3600, -2 * 24 * 3600, -3600, 60 };

  LIVE_WAIT_FOR (is_ann_online (live));
  for (guint i = 0; i < G_N_ELEMENTS (jumps); i++)
    {
      live_set_time (live_now () + jumps[i]);
      g_assert_false (is_ann_online (live));
      live_heartbeat (live, "ann@example.org", FALSE);
      g_assert_true (is_ann_online (live));
      g_assert_cmpint (get_last_seen (live), ==, live_now ());
    }

  g_clear_object (&heartbeat);
  LIVE_WAIT_FOR (!is_ann_online (live));
  live_close (service);
}

/* The timer goes by a clock that nobody sets. */
static void
test_timer (void)
{
  g_autoptr (Live) live = live_new (1, senders);
  ReaService *service = open_as (live, "ann@example.org");
  g_autoptr (ReaHeartbeat) heartbeat = rea_heartbeat_new (service);
  gint64 began = g_get_monotonic_time ();

  LIVE_WAIT_FOR (is_ann_online (live));
  live_set_time (live_now () - 24 * 3600);
  LIVE_WAIT_FOR (is_ann_online (live));
  g_assert_cmpint (g_get_monotonic_time () - began, <=,
                   (REA_HEARTBEAT_SECONDS + 3) * G_TIME_SPAN_SECOND);

  g_clear_object (&heartbeat);
  LIVE_WAIT_FOR (!is_ann_online (live));
  live_close (service);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/heartbeat/begins-and-ends", test_begins_and_ends);
  g_test_add_func ("/heartbeat/dropped-at-once", test_dropped_at_once);
  g_test_add_func ("/heartbeat/nowhere", test_nowhere);
  g_test_add_func ("/heartbeat/clock-jumps", test_clock_jumps);
  g_test_add_func ("/heartbeat/timer", test_timer);

  return g_test_run ();
}
