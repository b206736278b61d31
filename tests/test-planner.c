/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "counted-campaign.h"

#include "rea-error.h"

#include <string.h>

static void
assert_refused (CountedCampaign *self, ReaError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaPlan) result = counted_plan (self, &error);

  g_assert_null (result);
  g_assert_error (error, REA_ERROR, (int) code);
  if (message != NULL)
    g_assert_cmpstr (error->message, ==, message);
}

/* What somebody gives or receives of the five statuses, as a text. */
static void
assert_counts (const ReaCounts *counts, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int status = 0; status < REA_N_STATUSES; status++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, status > 0 ? " " : "", counts->n[status]);

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_pool (void)
{
  g_auto (CountedCampaign) self;
  g_autoptr (ReaPlan) result = NULL;

  counted_init (&self);
  counted_add_sender (&self, TRUE, NOW);
  counted_hold (&self, 0, REA_STATUS_CLOSED, 2);
  counted_hold (&self, 1, REA_STATUS_NEEDS_REPLY, 3);
  /* These don't pass the filter and stay where they are. */
  self.unassigned.n[REA_STATUS_NOT_STARTED] = 50;

  counted_set_to (&self, "a");
  self.request->number = 2;
  result = counted_plan_well (&self);

  /* Any status takes closed ones too; what a has is no move to a. */
  g_assert_cmpint (result->matched, ==, 2);
  g_assert_cmpint (result->moved, ==, 2);
  assert_counts (&counted_get_row (result, 0)->gave, "0 0 0 0 2");
  assert_counts (&counted_get_row (result, 1)->received, "0 0 0 0 2");
  assert_counts (&counted_get_row (result, 1)->gave, "0 0 0 0 0");
}

static void
test_too_few (void)
{
  g_auto (CountedCampaign) self;

  counted_init (&self);
  counted_add_sender (&self, TRUE, NOW);
  counted_add_sender (&self, TRUE, NOW);
  counted_hold (&self, 0, REA_STATUS_NOT_STARTED, 400);
  counted_hold (&self, 1, REA_STATUS_NOT_STARTED, 1000);
  counted_hold (&self, 2, REA_STATUS_REPLIED, 12);
  counted_set_to (&self, "a");

  self.request->number = 500;
  assert_refused (&self, REA_ERROR_TOO_FEW, "Only 412 conversations match; 500 were asked for.");

  self.request->number = 412;
  rea_plan_free (counted_plan_well (&self));

  memset (self.pool, 0, sizeof self.pool);
  self.pool[0].n[REA_STATUS_NOT_STARTED] = 1;
  assert_refused (&self, REA_ERROR_TOO_FEW, "Only 1 conversation matches; 412 were asked for.");
  self.pool[0].n[REA_STATUS_NOT_STARTED] = 0;
  assert_refused (&self, REA_ERROR_TOO_FEW, NULL);

  /* Unassigned ones leave the pool where the move is to nobody. */
  self.pool[0].n[REA_STATUS_NOT_STARTED] = 100;
  self.pool[2].n[REA_STATUS_REPLIED] = 12;
  self.request->to = REA_TO_UNASSIGNED;
  self.request->number = 13;
  assert_refused (&self, REA_ERROR_TOO_FEW, "Only 12 conversations match; 13 were asked for.");
}

/* Unassigned first; then who is offline, never seen first, then the longest
 * unseen; then who is online, most open work first; equals in name order.
 */
static void
test_draw_order (void)
{
  static const guint order[] = { 0, 2, 6, 4, 1, 7, 5, 3, 8 };
  g_auto (CountedCampaign) self;

  counted_init (&self);
  counted_add_sender (&self, FALSE, NOW - 100);     /* a: offline, seen lately */
  counted_add_sender (&self, FALSE, REA_TIME_NONE); /* b: never seen */
  counted_add_sender (&self, TRUE, NOW - 5);        /* c: online, little open work */
  counted_add_sender (&self, FALSE, NOW - 1000);    /* d: longest unseen */
  counted_add_sender (&self, TRUE, NOW - 40);       /* e: online, much open work */
  counted_add_sender (&self, FALSE, REA_TIME_NONE); /* f: never seen, behind b by name */
  counted_add_sender (&self, FALSE, NOW - 100);     /* g: as long unseen as a */
  counted_add_sender (&self, TRUE, NOW);            /* h: receives */

  for (guint place = 0; place < 8; place++)
    counted_hold (&self, place, REA_STATUS_REPLIED, 2);
  /* Open work, none of it in the pool. */
  counted_get_sender (&self, 3)->counts.n[REA_STATUS_NOT_STARTED] = 1;
  counted_get_sender (&self, 5)->counts.n[REA_STATUS_NEEDS_REPLY] = 2;
  counted_get_sender (&self, 1)->counts.n[REA_STATUS_NEEDS_REPLY] = 100;
  counted_set_to (&self, "h");

  for (gint64 number = 1; number <= 16; number++)
    {
      g_autoptr (ReaPlan) result = NULL;
      gint64 left = number;

      self.request->number = number;
      result = counted_plan_well (&self);

      for (guint i = 0; i < 8; i++)
        {
          g_assert_cmpint (counted_get_row (result, order[i])->gave.n[REA_STATUS_REPLIED], ==,
                           CLAMP (left, 0, 2));
          left -= CLAMP (left, 0, 2);
        }
      g_assert_cmpint (counted_get_row (result, 8)->received.n[REA_STATUS_REPLIED], ==, number);
    }
}

static void
test_draw_order_online_equals (void)
{
  g_auto (CountedCampaign) self;
  g_autoptr (ReaPlan) result = NULL;

  counted_init (&self);
  counted_add_sender (&self, TRUE, NOW - 40);
  counted_add_sender (&self, TRUE, NOW);
  counted_add_sender (&self, TRUE, NOW);
  counted_hold (&self, 1, REA_STATUS_NOT_STARTED, 3);
  counted_hold (&self, 2, REA_STATUS_NOT_STARTED, 2);
  counted_hold (&self, 2, REA_STATUS_NEEDS_REPLY, 1);
  counted_set_to (&self, "c");
  self.request->number = 4;
  result = counted_plan_well (&self);

  assert_counts (&counted_get_row (result, 1)->gave, "0 3 0 0 0");
  assert_counts (&counted_get_row (result, 2)->gave, "1 0 0 0 0");
}

/* Within one holder: needs_reply, not_started, messaged, replied, closed. */
static void
test_draw_statuses (void)
{
  static const char *const expected[] = { "1 0 0 0 0", "2 0 0 0 0", "2 1 0 0 0", "2 2 0 0 0",
                                          "2 2 1 0 0", "2 2 2 0 0", "2 2 2 1 0", "2 2 2 2 0",
                                          "2 2 2 2 1", "2 2 2 2 2" };
  g_auto (CountedCampaign) self;

  counted_init (&self);
  counted_add_sender (&self, TRUE, NOW);
  for (int status = 0; status < REA_N_STATUSES; status++)
    counted_hold (&self, 1, status, 2);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (ReaPlan) result = NULL;

      self.request->number = i + 1;
      result = counted_plan_well (&self);
      assert_counts (&counted_get_row (result, 1)->gave, expected[i]);
      assert_counts (&counted_get_row (result, 0)->received, expected[i]);
    }
}

/* Rule 3: the whole pool is shared out, and each keeps what they hold up to their share. */
static void
test_all_evenly (void)
{
  g_auto (CountedCampaign) self;
  g_autoptr (ReaPlan) result = NULL;

  counted_init (&self);
  counted_add_sender (&self, TRUE, NOW);
  counted_add_sender (&self, TRUE, NOW);
  counted_add_sender (&self, FALSE, NOW - 1000);
  counted_hold (&self, 0, REA_STATUS_NOT_STARTED, 2);
  counted_hold (&self, 1, REA_STATUS_NOT_STARTED, 10);
  counted_hold (&self, 2, REA_STATUS_NOT_STARTED, 3);
  counted_hold (&self, 3, REA_STATUS_NOT_STARTED, 1);
  counted_set_to (&self, "ab");
  result = counted_plan_well (&self);

  g_assert_cmpint (result->matched, ==, 16);
  g_assert_cmpint (result->moved, ==, 5);
  assert_counts (&counted_get_row (result, 0)->gave, "0 2 0 0 0");
  assert_counts (&counted_get_row (result, 1)->gave, "0 2 0 0 0");
  assert_counts (&counted_get_row (result, 1)->received, "0 0 0 0 0");
  assert_counts (&counted_get_row (result, 2)->gave, "0 0 0 0 0");
  assert_counts (&counted_get_row (result, 2)->received, "0 5 0 0 0");
  assert_counts (&counted_get_row (result, 3)->gave, "0 1 0 0 0");
}

/* The one too many goes to who holds more than the even share already. */
static void
test_all_evenly_keeps (void)
{
  g_auto (CountedCampaign) self;
  g_autoptr (ReaPlan) result = NULL;

  counted_init (&self);
  counted_add_sender (&self, TRUE, NOW);
  counted_add_sender (&self, TRUE, NOW);
  counted_hold (&self, 1, REA_STATUS_NEEDS_REPLY, 3);
  counted_hold (&self, 2, REA_STATUS_NEEDS_REPLY, 4);
  counted_set_to (&self, "ab");
  result = counted_plan_well (&self);

  g_assert_cmpint (result->matched, ==, 7);
  g_assert_cmpint (result->moved, ==, 0);
}

/* Rule 4: what the chosen senders hold stays, and all the rest moves. */
static void
test_all_level (void)
{
  g_auto (CountedCampaign) self;
  g_autoptr (ReaPlan) result = NULL;

  counted_init (&self);
  counted_add_sender (&self, TRUE, NOW);
  counted_add_sender (&self, TRUE, NOW);
  counted_add_sender (&self, TRUE, NOW);
  counted_hold (&self, 0, REA_STATUS_NOT_STARTED, 4);
  counted_hold (&self, 1, REA_STATUS_NOT_STARTED, 10);
  counted_hold (&self, 2, REA_STATUS_NOT_STARTED, 7);
  counted_hold (&self, 3, REA_STATUS_CLOSED, 2);
  counted_get_sender (&self, 3)->counts.n[REA_STATUS_NEEDS_REPLY] = 6;
  counted_set_to (&self, "abc");
  self.request->divide = REA_DIVIDE_LEVEL;
  result = counted_plan_well (&self);

  /* The loads are 10, 7 and 6, so c comes first, and among equals too. */
  g_assert_cmpint (result->matched, ==, 4);
  g_assert_cmpint (result->moved, ==, 4);
  assert_counts (&counted_get_row (result, 1)->received, "0 0 0 0 0");
  assert_counts (&counted_get_row (result, 2)->received, "0 1 0 0 0");
  assert_counts (&counted_get_row (result, 3)->received, "0 3 0 0 0");
  assert_counts (&counted_get_row (result, 3)->gave, "0 0 0 0 0");
}

/* Rule 5, of all. */
static void
test_all_unassigned (void)
{
  g_auto (CountedCampaign) self;
  g_autoptr (ReaPlan) result = NULL;

  counted_init (&self);
  counted_add_sender (&self, TRUE, NOW);
  counted_add_sender (&self, FALSE, NOW);
  counted_hold (&self, 0, REA_STATUS_MESSAGED, 5);
  counted_hold (&self, 1, REA_STATUS_MESSAGED, 6);
  counted_hold (&self, 2, REA_STATUS_CLOSED, 7);
  result = counted_plan_well (&self);

  g_assert_cmpint (result->matched, ==, 13);
  g_assert_cmpint (result->moved, ==, 13);
  assert_counts (&counted_get_row (result, 0)->gave, "0 0 0 0 0");
  assert_counts (&counted_get_row (result, 0)->received, "0 0 6 0 7");
}

static void
assert_receivers (CountedCampaign *self, const char *expected)
{
  g_autoptr (ReaPlan) result = counted_plan_well (self);
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint i = 0; i < result->receivers->len; i++)
    {
      guint place = g_array_index (result->receivers, guint, i);

      g_string_append_c (letters, place == 0 ? '-' : 'a' + place - 1);
    }

  g_assert_cmpstr (letters->str, ==, expected);
}

/* Least open work before the move first, equals in name order. */
static void
test_receivers_order (void)
{
  static const gint64 open_work[] = { 5, 2, 2, 0, 9 };
  g_auto (CountedCampaign) self;

  counted_init (&self);
  for (guint i = 0; i < G_N_ELEMENTS (open_work); i++)
    {
      ReaSender *sender = counted_add_sender (&self, TRUE, NOW);

      sender->counts.n[REA_STATUS_NEEDS_REPLY] = open_work[i] / 2;
      sender->counts.n[REA_STATUS_NOT_STARTED] = open_work[i] - open_work[i] / 2;
      sender->counts.n[REA_STATUS_REPLIED] = 100 - 10 * i;
    }

  counted_set_to (&self, "edcba");
  assert_receivers (&self, "dbcae");
  /* One who is named twice receives once, whatever the case. */
  counted_set_to (&self, "abABa");
  assert_receivers (&self, "ba");
}

static void
set_from (CountedCampaign *self, ReaHolderKind kind, const char *email)
{
  const char *const emails[] = { email, NULL };

  g_clear_pointer (&self->request->filter->senders, g_strfreev);
  if (email != NULL)
    rea_filter_set_senders (self->request->filter, emails);
  self->request->filter->holder = kind;
}

/* Others: whom the holder filter does not cover; online: those of others who are. */
static void
test_others_and_online (void)
{
  g_auto (CountedCampaign) self;

  counted_init (&self);
  counted_add_sender (&self, TRUE, NOW);
  counted_add_sender (&self, FALSE, NOW - 3600);
  counted_add_sender (&self, TRUE, NOW);
  counted_add_sender (&self, FALSE, NOW - 60);

  self.request->to = REA_TO_UNASSIGNED;
  assert_receivers (&self, "-");

  self.request->to = REA_TO_OTHERS;
  set_from (&self, REA_HOLDER_ANY, NULL);
  assert_receivers (&self, "abcd");
  set_from (&self, REA_HOLDER_NOBODY, NULL);
  assert_receivers (&self, "abcd");
  set_from (&self, REA_HOLDER_SENDERS, "b@x");
  assert_receivers (&self, "acd");
  set_from (&self, REA_HOLDER_ONLINE, NULL);
  assert_receivers (&self, "bd");
  set_from (&self, REA_HOLDER_OFFLINE, NULL);
  assert_receivers (&self, "ac");
  self.request->filter->offline_minutes = 10;
  assert_receivers (&self, "acd");

  self.request->to = REA_TO_ONLINE;
  self.request->filter->offline_minutes = REA_MINUTES_ANY;
  set_from (&self, REA_HOLDER_ANY, NULL);
  assert_receivers (&self, "ac");
  set_from (&self, REA_HOLDER_SENDERS, "a@x");
  assert_receivers (&self, "c");
  set_from (&self, REA_HOLDER_OFFLINE, NULL);
  assert_receivers (&self, "ac");
}

static void
test_nobody (void)
{
  g_auto (CountedCampaign) self;

  counted_init (&self);

  /* No senders at all. */
  self.request->to = REA_TO_OTHERS;
  assert_refused (&self, REA_ERROR_NOBODY, "There is no other sender.");

  counted_add_sender (&self, FALSE, NOW - 100);
  self.request->to = REA_TO_ONLINE;
  assert_refused (&self, REA_ERROR_NOBODY, "Nobody is online.");

  /* The sweep: whoever is offline is covered, and there is nobody else. */
  set_from (&self, REA_HOLDER_OFFLINE, NULL);
  assert_refused (&self, REA_ERROR_NOBODY, "Nobody is online.");

  set_from (&self, REA_HOLDER_SENDERS, "a@x");
  self.request->to = REA_TO_OTHERS;
  assert_refused (&self, REA_ERROR_NOBODY, "There is no other sender.");

  set_from (&self, REA_HOLDER_ANY, NULL);
  counted_set_to (&self, "");
  assert_refused (&self, REA_ERROR_NOBODY, NULL);
  counted_set_to (&self, "z");
  assert_refused (&self, REA_ERROR_NOT_FOUND, "z@x is no sender of this campaign.");
}

/* Holder and to may name the same sender. */
static void
test_to_themselves (void)
{
  g_auto (CountedCampaign) self;
  g_autoptr (ReaPlan) all = NULL;

  counted_init (&self);
  counted_add_sender (&self, TRUE, NOW);
  counted_hold (&self, 1, REA_STATUS_NOT_STARTED, 3);
  set_from (&self, REA_HOLDER_SENDERS, "a@x");
  counted_set_to (&self, "a");

  all = counted_plan_well (&self);
  g_assert_cmpint (all->moved, ==, 0);
  g_assert_cmpint (all->matched, ==, 3);

  self.request->number = 1;
  assert_refused (&self, REA_ERROR_TOO_FEW, "Only 0 conversations match; 1 were asked for.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/planner/pool", test_pool);
  g_test_add_func ("/planner/too-few", test_too_few);
  g_test_add_func ("/planner/draw-order", test_draw_order);
  g_test_add_func ("/planner/draw-order-online-equals", test_draw_order_online_equals);
  g_test_add_func ("/planner/draw-statuses", test_draw_statuses);
  g_test_add_func ("/planner/all-evenly", test_all_evenly);
  g_test_add_func ("/planner/all-evenly-keeps", test_all_evenly_keeps);
  g_test_add_func ("/planner/all-level", test_all_level);
  g_test_add_func ("/planner/all-unassigned", test_all_unassigned);
  g_test_add_func ("/planner/receivers-order", test_receivers_order);
  g_test_add_func ("/planner/others-and-online", test_others_and_online);
  g_test_add_func ("/planner/nobody", test_nobody);
  g_test_add_func ("/planner/to-themselves", test_to_themselves);

  return g_test_run ();
}
