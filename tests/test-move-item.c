/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-move-item.h"

static void
notify_cb (ReaMoveItem *item, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

/* Only that it was undone, or stands again, is news. */
static void
test_news (void)
{
  g_autoptr (ReaMoveItem) item = rea_move_item_new (rea_move_new (REA_MOVE_REASSIGN));
  ReaMove *move;
  guint    n = 0;

  g_signal_connect (item, "notify::undone-by", G_CALLBACK (notify_cb), &n);
  rea_move_item_take (item, rea_move_new (REA_MOVE_REASSIGN));
  g_assert_cmpuint (n, ==, 0);

  move = rea_move_new (REA_MOVE_REASSIGN);
  move->undone_by = 7;
  rea_move_item_take (item, move);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (rea_move_item_get_move (item) == move);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/move-item/news", test_news);

  return g_test_run ();
}
