/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sweep-text.h"

#define NOW 1700000000

static ReaSweep *
make_sweep (ReaSweepKind kind, gint64 count, guint n_senders)
{
  const ReaSweepOptions usual = REA_SWEEP_OPTIONS_DEFAULT;
  ReaSweep             *sweep = rea_sweep_new (&usual);
  ReaSweepLine         *line = rea_sweep_line_new (kind, &usual);

  sweep->as_of = NOW;
  sweep->n_online = 1;
  line->count = count;
  for (guint i = 0; i < n_senders; i++)
    {
      g_autofree char *email = g_strdup_printf ("s%u@x", i);
      ReaUser         *user = rea_user_new (email);
      g_autofree char *name = g_strdup_printf ("S%u", i);

      rea_user_set_names (user, name, "Lee");
      g_ptr_array_add (line->senders, user);
    }
  g_ptr_array_add (sweep->lines, line);

  return sweep;
}

static void
assert_detail (const ReaSweep *sweep, const char *expected)
{
  g_autofree char *detail = rea_sweep_text_detail (sweep, sweep->lines->pdata[0], TRUE);

  g_assert_cmpstr (detail, ==, expected);
}

static void
test_details (void)
{
  g_autoptr (ReaSweep) waiting = make_sweep (REA_SWEEP_WAITING_OFFLINE, 131, 2);
  g_autoptr (ReaSweep) many = make_sweep (REA_SWEEP_NOT_STARTED_UNSEEN, 9, 12);
  g_autoptr (ReaSweep) nobody = make_sweep (REA_SWEEP_UNASSIGNED_REPLIES, 1, 0);

  ((ReaSweepLine *) waiting->lines->pdata[0])->waiting_since = NOW - 97 * 60;
  assert_detail (waiting, "2 senders: S0 Lee, S1 Lee. Longest 1 h 37 min.");
  assert_detail (many, "12 senders, first of all S0 Lee, S1 Lee, S2 Lee.");
  many->window_passed = TRUE;
  assert_detail (many, "12 senders, first of all S0 Lee, S1 Lee, S2 Lee. Can wait: the sending "
                       "window has passed.");
  nobody->n_online = 0;
  assert_detail (nobody, "Nobody holds them. Nobody is online.");
}

static void
test_buttons (void)
{
  static const char *const expected[] = { "Reassign 1,874…", "Reassign 1,874…", "Review 1,874…",
                                          "Reassign 1,874…", "Change Window…",  "Review 1,874…" };

  for (ReaSweepKind kind = 0; kind < REA_N_SWEEP_KINDS; kind++)
    {
      g_autoptr (ReaSweep) sweep = make_sweep (kind, 1874, 0);
      g_autofree char *button = rea_sweep_text_button (sweep->lines->pdata[0]);
      g_autofree char *heading = rea_sweep_text_heading (sweep);

      g_assert_cmpstr (button, ==, expected[kind]);
      g_assert_cmpstr (heading, ==, "1 thing holds this campaign up");
    }
}

static void
test_swept (void)
{
  const ReaSweepOptions usual = REA_SWEEP_OPTIONS_DEFAULT;
  g_autoptr (ReaSweep) sweep = rea_sweep_new (&usual);
  g_autofree char *nothing = NULL;
  g_autofree char *next = NULL;

  sweep->as_of = NOW;
  nothing = rea_sweep_text_swept (sweep);
  g_assert_null (strchr (nothing, '\n'));

  sweep->next_at = NOW + 6 * 60;
  sweep->next_holder = rea_user_new ("bo@x");
  sweep->next_online = TRUE;
  next = rea_sweep_text_swept (sweep);
  g_assert_nonnull (strstr (next, "\nThe next reply passes 30 min at "));
  g_assert_true (g_str_has_suffix (next, "; bo@x has it and is online."));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sweep-text/details", test_details);
  g_test_add_func ("/sweep-text/buttons", test_buttons);
  g_test_add_func ("/sweep-text/swept", test_swept);

  return g_test_run ();
}
