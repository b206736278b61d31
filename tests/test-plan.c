/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-plan.h"

static ReaPlanRow *
add_row (ReaPlan *plan, gint64 holder)
{
  ReaPlanRow *row = g_new0 (ReaPlanRow, 1);

  row->holder = holder;
  g_ptr_array_add (plan->rows, row);

  return row;
}

/* A plan by which nobody gives and 1000 receives @n of each of two statuses. */
static ReaPlan *
make_plan (gint64 n)
{
  ReaPlan    *plan = rea_plan_new ();
  ReaPlanRow *unassigned = add_row (plan, REA_HOLDER_UNASSIGNED);
  ReaPlanRow *ann = add_row (plan, 1000);

  unassigned->gave.n[REA_STATUS_NEEDS_REPLY] = n;
  unassigned->gave.n[REA_STATUS_CLOSED] = n;
  ann->received = unassigned->gave;
  plan->moved = plan->matched = 2 * n;

  return plan;
}

static void
test_after (void)
{
  ReaPlanRow row = { .before = { { 10, 20, 30, 40, 50 } },
                     .gave = { { 10, 0, 5, 0, 1 } },
                     .received = { { 0, 7, 0, 0, 2 } } };
  ReaCounts  after = rea_plan_row_get_after (&row);

  g_assert_cmpint (after.n[REA_STATUS_NEEDS_REPLY], ==, 0);
  g_assert_cmpint (after.n[REA_STATUS_NOT_STARTED], ==, 27);
  g_assert_cmpint (after.n[REA_STATUS_MESSAGED], ==, 25);
  g_assert_cmpint (after.n[REA_STATUS_REPLIED], ==, 40);
  g_assert_cmpint (after.n[REA_STATUS_CLOSED], ==, 51);
}

static void
test_find_and_copy (void)
{
  g_autoptr (ReaPlan) plan = make_plan (3);
  g_autoptr (ReaPlan) copy = NULL;
  guint       receiver = 1;
  ReaPlanRow *row = rea_plan_find (plan, 1000);

  row->email = g_strdup ("ann@x");
  row->first_name = g_strdup ("Ann");
  row->last_name = g_strdup ("Lee");
  g_array_append_val (plan->receivers, receiver);
  copy = rea_plan_copy (plan);

  g_assert_null (rea_plan_find (copy, 1001));
  g_assert_true (rea_plan_find (copy, 1000) != row);
  g_assert_cmpstr (rea_plan_find (copy, 1000)->email, ==, "ann@x");
  g_assert_cmpint (rea_plan_find (copy, 1000)->received.n[REA_STATUS_CLOSED], ==, 3);
  g_assert_cmpuint (g_array_index (copy->receivers, guint, 0), ==, 1);
  g_assert_cmpint (rea_plan_distance (plan, copy), ==, 0);
  g_assert_false (rea_plan_has_changed (plan, copy));
}

/* What holders give and receive of each status, summed up. */
static void
test_distance (void)
{
  g_autoptr (ReaPlan) shown = make_plan (100);
  g_autoptr (ReaPlan) fewer = make_plan (99);
  g_autoptr (ReaPlan) swapped = make_plan (100);
  g_autoptr (ReaPlan) other = make_plan (100);

  /* One fewer of two statuses, given and received. */
  g_assert_cmpint (rea_plan_distance (shown, fewer), ==, 4);
  g_assert_cmpint (rea_plan_distance (fewer, shown), ==, 4);

  /* As many in all, but of another status: that is a difference. */
  rea_plan_find (swapped, 1000)->received.n[REA_STATUS_NEEDS_REPLY]++;
  rea_plan_find (swapped, 1000)->received.n[REA_STATUS_CLOSED]--;
  g_assert_cmpint (rea_plan_distance (shown, swapped), ==, 2);

  /* Somebody else receives: whoever is in one of the plans only counts in full. */
  rea_plan_find (other, 1000)->holder = 1001;
  g_assert_cmpint (rea_plan_distance (shown, other), ==, 400);
  g_assert_cmpint (rea_plan_distance (other, shown), ==, 400);
}

/* More than one in a hundred of the number shown. */
static void
test_has_changed (void)
{
  g_autoptr (ReaPlan) shown = make_plan (100);
  g_autoptr (ReaPlan) now = make_plan (100);
  g_autoptr (ReaPlan) nothing = make_plan (0);

  /* 200 are shown: 2 may differ. */
  rea_plan_find (now, 1000)->received.n[REA_STATUS_CLOSED] -= 2;
  g_assert_false (rea_plan_has_changed (shown, now));
  rea_plan_find (now, 1000)->received.n[REA_STATUS_CLOSED]--;
  g_assert_true (rea_plan_has_changed (shown, now));

  /* It is the number shown that counts, not the one that would move now. */
  now->moved = now->matched = 1000000;
  g_assert_true (rea_plan_has_changed (shown, now));
  shown->moved = 300;
  g_assert_false (rea_plan_has_changed (shown, now));

  /* Where nothing was shown to move, anything is a change. */
  g_assert_true (rea_plan_has_changed (nothing, shown));
  g_assert_false (rea_plan_has_changed (nothing, nothing));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/after", test_after);
  g_test_add_func ("/plan/find-and-copy", test_find_and_copy);
  g_test_add_func ("/plan/distance", test_distance);
  g_test_add_func ("/plan/has-changed", test_has_changed);

  return g_test_run ();
}
