/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-types.h"

static void
test_status_order (void)
{
  /* The order in which rules.md deals the statuses. */
  static const char *const names[] = { "needs_reply", "not_started", "messaged", "replied",
                                       "closed" };

  for (int i = 0; i < REA_N_STATUSES; i++)
    {
      ReaStatus status = REA_STATUS_ANY;

      g_assert_cmpstr (rea_status_to_string (i), ==, names[i]);
      g_assert_true (rea_status_from_string (names[i], &status));
      g_assert_cmpint (status, ==, i);
    }
}

static void
test_states (void)
{
  static const char *const names[] = { "draft", "active", "paused", "closed", "archived" };

  for (guint i = 0; i < REA_N_STATES; i++)
    {
      ReaState state;

      g_assert_cmpstr (rea_state_to_string (i), ==, names[i]);
      g_assert_true (rea_state_from_string (names[i], &state));
      g_assert_cmpint (state, ==, i);
    }
}

static void
test_role_order (void)
{
  static const char *const names[] = { "sender", "moderator", "admin", "owner" };

  for (guint i = 0; i < REA_N_ROLES; i++)
    {
      ReaRole role;

      g_assert_cmpstr (rea_role_to_string (i), ==, names[i]);
      g_assert_true (rea_role_from_string (names[i], &role));
      g_assert_cmpint (role, ==, i);
    }
}

static void
test_unknown_names (void)
{
  static const char *const names[] = { NULL, "", "any", "Closed", "needs reply", "owner " };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      ReaStatus status = REA_STATUS_REPLIED;
      ReaState  state = REA_STATE_PAUSED;
      ReaRole   role = REA_ROLE_ADMIN;

      g_assert_false (rea_status_from_string (names[i], &status));
      g_assert_false (rea_state_from_string (names[i], &state));
      g_assert_false (rea_role_from_string (names[i], &role));

      g_assert_cmpint (status, ==, REA_STATUS_REPLIED);
      g_assert_cmpint (state, ==, REA_STATE_PAUSED);
      g_assert_cmpint (role, ==, REA_ROLE_ADMIN);
    }
}

static void
test_counts (void)
{
  ReaCounts counts = { { 1, 20, 300, 4000, 50000 } };
  ReaCounts other = { { 5, 5, 5, 5, 5 } };

  g_assert_cmpint (rea_counts_total (&counts), ==, 54321);
  /* Not Started plus Needs Reply, and nothing else. */
  g_assert_cmpint (rea_counts_open_work (&counts), ==, 21);

  rea_counts_add (&counts, &other);
  g_assert_cmpint (rea_counts_total (&counts), ==, 54346);
  g_assert_cmpint (counts.n[REA_STATUS_NEEDS_REPLY], ==, 6);

  rea_counts_subtract (&counts, &other);
  rea_counts_subtract (&counts, &other);
  g_assert_cmpint (rea_counts_total (&counts), ==, 54296);
  g_assert_cmpint (counts.n[REA_STATUS_NEEDS_REPLY], ==, -4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/types/status-order", test_status_order);
  g_test_add_func ("/types/states", test_states);
  g_test_add_func ("/types/role-order", test_role_order);
  g_test_add_func ("/types/unknown-names", test_unknown_names);
  g_test_add_func ("/types/counts", test_counts);

  return g_test_run ();
}
