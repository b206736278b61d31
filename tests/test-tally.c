/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-tally.h"

static void
test_empty (void)
{
  g_autoptr (ReaTally) tally = rea_tally_new ();
  ReaCounts nothing = rea_tally_get (tally, 1000);
  ReaCounts sum = rea_tally_sum (tally);

  g_assert_cmpint (rea_counts_total (&nothing), ==, 0);
  g_assert_cmpint (rea_counts_total (&sum), ==, 0);
}

static void
test_add (void)
{
  g_autoptr (ReaTally) tally = rea_tally_new ();
  ReaCounts counts = { { 1, 2, 3, 4, 5 } };
  ReaCounts unassigned, ann, sum;

  rea_tally_add (tally, REA_HOLDER_UNASSIGNED, REA_STATUS_CLOSED, 7);
  rea_tally_add (tally, REA_HOLDER_UNASSIGNED, REA_STATUS_CLOSED, 1);
  rea_tally_add_counts (tally, 1000, &counts);
  rea_tally_add (tally, 1000, REA_STATUS_NEEDS_REPLY, 10);

  unassigned = rea_tally_get (tally, REA_HOLDER_UNASSIGNED);
  ann = rea_tally_get (tally, 1000);
  sum = rea_tally_sum (tally);

  g_assert_cmpint (unassigned.n[REA_STATUS_CLOSED], ==, 8);
  g_assert_cmpint (rea_counts_total (&unassigned), ==, 8);
  g_assert_cmpint (ann.n[REA_STATUS_NEEDS_REPLY], ==, 11);
  g_assert_cmpint (ann.n[REA_STATUS_CLOSED], ==, 5);
  g_assert_cmpint (sum.n[REA_STATUS_CLOSED], ==, 13);
  g_assert_cmpint (rea_counts_total (&sum), ==, 33);
}

static void
test_iter (void)
{
  g_autoptr (ReaTally) tally = rea_tally_new ();
  GHashTableIter iter;
  gpointer       key, value;
  gint64         n_holders = 0;
  gint64         total = 0;

  for (gint64 holder = REA_HOLDER_UNASSIGNED; holder < 1100; holder++)
    rea_tally_add (tally, holder, holder % REA_N_STATUSES, holder);

  rea_tally_iter_init (tally, &iter);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gint64           holder = *(const gint64 *) key;
      const ReaCounts *counts = value;

      g_assert_cmpint (counts->n[holder % REA_N_STATUSES], ==, holder);
      n_holders++;
      total += rea_counts_total (counts);
    }

  g_assert_cmpint (n_holders, ==, 101);
  g_assert_cmpint (total, ==, 101 * (999 + 1099) / 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tally/empty", test_empty);
  g_test_add_func ("/tally/add", test_add);
  g_test_add_func ("/tally/iter", test_iter);

  return g_test_run ();
}
