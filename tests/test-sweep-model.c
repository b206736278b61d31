/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sweep-model.h"

#include "live.h"

static const char *const senders[] = { "ann@example.org", NULL };

static void
count_cb (ReaSweepModel *model, guint *n)
{
  *n += 1;
}

static guint
count_lines (ReaSweepModel *model)
{
  const ReaSweep *sweep = rea_sweep_model_get_sweep (model);

  return sweep != NULL ? sweep->lines->len : G_MAXUINT;
}

/* It looks while somebody watches, and not too often. */
static void
test_watched (void)
{
  g_autoptr (Live) live = live_new (4, senders);
  g_autoptr (GError) error = NULL;
  ReaService *service = live_open (live);
  g_autoptr (ReaSweepModel) model = rea_sweep_model_new (service, live->campaign);
  guint n = 0;

  g_signal_connect (model, "changed", G_CALLBACK (count_cb), &n);
  live_run_for (100);
  g_assert_null (rea_sweep_model_get_sweep (model));

  rea_sweep_model_watch (model);
  LIVE_WAIT_FOR (n == 1);
  g_assert_cmpuint (count_lines (model), ==, 0);
  g_assert_null (rea_sweep_model_get_error (model));

  /* Many changes are one look, after a while. */
  for (gint64 id = 1; id <= 3; id++)
    {
      live_receive (live, id, "Hello?");
      g_assert_true (live_check (service, &error));
    }
  live_run_for (200);
  g_assert_cmpuint (n, ==, 1);
  LIVE_WAIT_FOR (n == 2);
  g_assert_cmpint (rea_sweep_find (rea_sweep_model_get_sweep (model), REA_SWEEP_UNASSIGNED_REPLIES)
                       ->count,
                   ==, 3);

  /* Somebody has just mended something. */
  rea_sweep_model_refresh (model);
  LIVE_WAIT_FOR (n == 3);

  rea_sweep_model_unwatch (model);
  live_receive (live, 4, "Hello?");
  g_assert_true (live_check (service, &error));
  live_run_for (2300);
  g_assert_cmpuint (n, ==, 3);
  rea_sweep_model_watch (model);
  LIVE_WAIT_FOR (n == 4);
  rea_sweep_model_unwatch (model);
  g_clear_object (&model);
  live_close (service);
}

static void
test_minutes (void)
{
  g_autoptr (Live) live = live_new (1, senders);
  ReaService *service = live_open (live);
  g_autoptr (ReaSweepModel) model = rea_sweep_model_new (service, live->campaign);
  guint n = 0;

  g_assert_cmpint (rea_sweep_model_get_minutes (model), ==, REA_SWEEP_MINUTES);
  rea_sweep_model_watch (model);
  g_signal_connect (model, "changed", G_CALLBACK (count_cb), &n);
  LIVE_WAIT_FOR (n == 1);
  g_object_set (model, "minutes", 15, NULL);
  LIVE_WAIT_FOR (n == 2);
  g_assert_cmpint (rea_sweep_model_get_sweep (model)->options.waiting_minutes, ==, 15);
  g_assert_cmpint (rea_sweep_model_get_sweep (model)->options.unseen_minutes, ==, 15);
  rea_sweep_model_unwatch (model);
  g_clear_object (&model);
  live_close (service);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sweep-model/watched", test_watched);
  g_test_add_func ("/sweep-model/minutes", test_minutes);

  return g_test_run ();
}
