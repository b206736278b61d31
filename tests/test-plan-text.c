/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-plan-text.h"

/* A plan with a row for nobody (offline by nature), and Ann (online), Bo and Cy. */
static ReaPlan *
make_plan (void)
{
  static const char *const names[] = { NULL, "Ann", "Bo", "Cy" };
  ReaPlan                 *plan = rea_plan_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      ReaPlanRow *row = g_new0 (ReaPlanRow, 1);

      row->holder = REA_HOLDER_UNASSIGNED + i;
      row->first_name = g_strdup (names[i]);
      row->last_name = g_strdup (i > 0 ? "Lee" : NULL);
      row->email = i > 0 ? g_ascii_strdown (names[i], -1) : NULL;
      row->online = i == 1;
      g_ptr_array_add (plan->rows, row);
    }

  return plan;
}

static ReaPlanRow *
row (ReaPlan *plan, guint i)
{
  return g_ptr_array_index (plan->rows, i);
}

static void
receive (ReaPlan *plan, guint i, gint64 n)
{
  row (plan, i)->received.n[REA_STATUS_NEEDS_REPLY] = n;
  g_array_append_val (plan->receivers, i);
}

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_title (void)
{
  g_autoptr (ReaPlan) one = make_plan ();
  g_autoptr (ReaPlan) same = make_plan ();
  g_autoptr (ReaPlan) between = make_plan ();
  g_autoptr (ReaPlan) some = make_plan ();

  assert_text (rea_plan_text_title (one, REA_TO_SENDERS), "Nothing moves");

  one->moved = 1;
  receive (one, 2, 1);
  assert_text (rea_plan_text_title (one, REA_TO_SENDERS), "1 conversation goes to Bo Lee");
  assert_text (rea_plan_text_title (one, REA_TO_UNASSIGNED), "1 conversation becomes unassigned");

  same->moved = 6;
  receive (same, 1, 3);
  receive (same, 2, 3);
  assert_text (rea_plan_text_title (same, REA_TO_OTHERS),
               "6 conversations change hands; each of 2 senders receives 3");

  between->moved = 5;
  receive (between, 1, 3);
  receive (between, 2, 2);
  assert_text (rea_plan_text_title (between, REA_TO_OTHERS),
               "5 conversations change hands; 2 senders receive between 2 and 3");

  some->moved = 5;
  receive (some, 1, 3);
  receive (some, 2, 2);
  receive (some, 3, 0);
  assert_text (rea_plan_text_title (some, REA_TO_OTHERS),
               "5 conversations change hands; 2 of 3 senders receive between 2 and 3");
}

static void
test_nameless (void)
{
  g_autoptr (ReaPlan) plan = make_plan ();

  g_clear_pointer (&row (plan, 2)->first_name, g_free);
  g_clear_pointer (&row (plan, 2)->last_name, g_free);
  plan->moved = 2;
  receive (plan, 2, 2);
  assert_text (rea_plan_text_title (plan, REA_TO_SENDERS), "2 conversations go to bo");
}

static void
test_givers (void)
{
  g_autoptr (ReaPlan) plan = make_plan ();

  assert_text (rea_plan_text_givers (plan), "");

  row (plan, 0)->gave.n[REA_STATUS_CLOSED] = 1;
  row (plan, 1)->gave.n[REA_STATUS_CLOSED] = 2;
  row (plan, 2)->gave.n[REA_STATUS_CLOSED] = 3;
  assert_text (rea_plan_text_givers (plan), "1 was unassigned. 3 come from Bo Lee, who is offline. "
                                            "2 come from Ann Lee, who is online.");

  row (plan, 3)->gave.n[REA_STATUS_MESSAGED] = 4;
  assert_text (rea_plan_text_givers (plan),
               "1 was unassigned. 7 come from 2 senders who are offline. "
               "2 come from Ann Lee, who is online.");
}

static void
test_spared (void)
{
  g_autoptr (ReaPlan) plan = make_plan ();

  receive (plan, 1, 3);
  receive (plan, 2, 2);
  g_assert_null (rea_plan_text_spared (plan));

  receive (plan, 3, 0);
  row (plan, 3)->before.n[REA_STATUS_NOT_STARTED] = 2;
  g_assert_null (rea_plan_text_spared (plan));

  row (plan, 3)->before.n[REA_STATUS_NOT_STARTED] = 3;
  assert_text (rea_plan_text_spared (plan),
               "The other one has as much open work as these will have.");

  row (plan, 3)->before.n[REA_STATUS_NOT_STARTED] = 4;
  assert_text (rea_plan_text_spared (plan),
               "The other one has more open work than these will have.");
}

static void
test_warning (void)
{
  g_autoptr (ReaPlan) plan = make_plan ();

  receive (plan, 1, 9);
  row (plan, 1)->gave.n[REA_STATUS_CLOSED] = 5;
  row (plan, 2)->gave.n[REA_STATUS_NEEDS_REPLY] = 5;
  g_assert_null (rea_plan_text_warning (plan));

  row (plan, 1)->gave.n[REA_STATUS_NOT_STARTED] = 1;
  assert_text (rea_plan_text_warning (plan),
               "Ann Lee is online and loses work that is open; their drafts stay.");

  receive (plan, 2, 1);
  assert_text (rea_plan_text_warning (plan),
               "1 goes to Bo Lee, who is offline. Ann Lee is online and loses work that is open; "
               "their drafts stay.");

  receive (plan, 3, 2);
  row (plan, 1)->gave.n[REA_STATUS_NOT_STARTED] = 0;
  assert_text (rea_plan_text_warning (plan), "3 go to 2 senders who are offline.");
}

static void
test_difference (void)
{
  g_autoptr (ReaPlan) shown = make_plan ();
  g_autoptr (ReaPlan) done = make_plan ();

  shown->moved = done->moved = 120;
  g_assert_null (rea_plan_text_difference (shown, done));

  receive (done, 1, 1);
  assert_text (rea_plan_text_difference (shown, done),
               "Not quite as shown: conversations changed meanwhile.");

  done->moved = 119;
  assert_text (rea_plan_text_difference (shown, done), "1 fewer than shown: it changed meanwhile.");

  done->moved = 117;
  assert_text (rea_plan_text_difference (shown, done),
               "3 fewer than shown: they changed meanwhile.");

  done->moved = 122;
  assert_text (rea_plan_text_difference (shown, done),
               "2 more than shown: they changed meanwhile.");
}

static void
test_change (void)
{
  g_autoptr (ReaPlan) shown = make_plan ();
  g_autoptr (ReaPlan) now = make_plan ();
  g_autoptr (ReaPlan) answered = make_plan ();

  shown->moved = 20;
  row (shown, 1)->before.n[REA_STATUS_NEEDS_REPLY] = 10;
  row (now, 1)->before.n[REA_STATUS_NEEDS_REPLY] = 10;
  row (answered, 1)->before.n[REA_STATUS_NEEDS_REPLY] = 7;
  row (answered, 1)->before.n[REA_STATUS_REPLIED] = 3;

  now->moved = 19;
  assert_text (rea_plan_text_change (shown, now),
               "1 fewer would move now. Nothing was moved. Look again, then press the button.");
  now->moved = 24;
  assert_text (rea_plan_text_change (shown, now),
               "4 more would move now. Nothing was moved. Look again, then press the button.");
  now->moved = 20;
  assert_text (rea_plan_text_change (shown, now),
               "The conversations would be shared out otherwise now. Nothing was moved. Look "
               "again, then press the button.");
  answered->moved = 17;
  assert_text (rea_plan_text_change (shown, answered),
               "3 were answered meanwhile. Nothing was moved. Look again, then press the button.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-text/title", test_title);
  g_test_add_func ("/plan-text/nameless", test_nameless);
  g_test_add_func ("/plan-text/givers", test_givers);
  g_test_add_func ("/plan-text/spared", test_spared);
  g_test_add_func ("/plan-text/warning", test_warning);
  g_test_add_func ("/plan-text/difference", test_difference);
  g_test_add_func ("/plan-text/change", test_change);

  return g_test_run ();
}
