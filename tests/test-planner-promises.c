/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What rea-planner.c promises at its head, over random campaigns. */
#include "counted-campaign.h"

#include "rea-error.h"
#include "rea-rounds.h"

#include <string.h>

static void
make_campaign (CountedCampaign *self, GRand *rand)
{
  guint n = g_rand_int_range (rand, 1, MAX_SENDERS + 1);
  int   most = g_rand_int_range (rand, 1, 12);
  char  letters[MAX_SENDERS + 1] = "";

  counted_init (self);

  for (guint i = 0; i < n; i++)
    counted_add_sender (self, g_rand_boolean (rand),
                        g_rand_boolean (rand) ? REA_TIME_NONE
                                              : NOW - g_rand_int_range (rand, 0, 4) * 300);

  for (guint place = 0; place <= n; place++)
    for (int status = 0; status < REA_N_STATUSES; status++)
      if (g_rand_boolean (rand))
        {
          int held = g_rand_int_range (rand, 0, most);

          counted_get_before (self, place)->n[status] = held;
          self->pool[place].n[status] =
              g_rand_boolean (rand) ? held : g_rand_int_range (rand, 0, held + 1);
        }

  for (guint i = 0; i < n; i++)
    if (g_rand_boolean (rand))
      letters[strlen (letters)] = 'a' + i;
  counted_set_to (self, letters[0] != '\0' ? letters : "a");

  self->request->to = g_rand_int_range (rand, REA_TO_UNASSIGNED, REA_TO_ONLINE + 1);
  self->request->divide = g_rand_boolean (rand) ? REA_DIVIDE_LEVEL : REA_DIVIDE_EVENLY;
  if (g_rand_boolean (rand))
    self->request->number = g_rand_int_range (rand, 1, 6 * most);
}

static gboolean
receives (const ReaPlan *result, guint place)
{
  for (guint i = 0; i < result->receivers->len; i++)
    if (g_array_index (result->receivers, guint, i) == place)
      return TRUE;

  return FALSE;
}

/* Whether holder @a is drawn from before holder @b, neither of whom is the other. */
static gboolean
is_drawn_before (const CountedCampaign *self, guint a, guint b)
{
  const ReaSender *one, *other;

  if (a == 0 || b == 0)
    return a == 0;

  one = counted_get_sender (self, a);
  other = counted_get_sender (self, b);

  if (one->online != other->online)
    return !one->online;

  if (one->online)
    {
      gint64 open_a = rea_counts_open_work (&one->counts);
      gint64 open_b = rea_counts_open_work (&other->counts);

      return open_a != open_b ? open_a > open_b : a < b;
    }

  if (one->user->last_seen == other->user->last_seen)
    return a < b;
  if (one->user->last_seen == REA_TIME_NONE || other->user->last_seen == REA_TIME_NONE)
    return one->user->last_seen == REA_TIME_NONE;

  return one->user->last_seen < other->user->last_seen;
}

/* Draws one conversation after the other, looking at all holders each time. */
static void
draw_one_by_one (const CountedCampaign *self, const ReaPlan *result, gint64 number, ReaCounts *gave)
{
  ReaCounts left[MAX_SENDERS + 1];

  memset (gave, 0, (MAX_SENDERS + 1) * sizeof *gave);
  memcpy (left, self->pool, sizeof left);

  for (; number > 0; number--)
    {
      int best = -1;

      for (guint place = 0; place <= self->senders->len; place++)
        if (rea_counts_total (&left[place]) > 0 && !receives (result, place) &&
            (best < 0 || is_drawn_before (self, place, best)))
          best = place;

      g_assert_cmpint (best, >=, 0);
      for (int status = 0; status < REA_N_STATUSES; status++)
        if (left[best].n[status] > 0)
          {
            left[best].n[status]--;
            gave[best].n[status]++;
            break;
          }
    }
}

static void
assert_promises (CountedCampaign *self, const ReaPlan *result)
{
  gboolean whole = self->request->number == REA_NUMBER_ALL &&
                   self->request->divide == REA_DIVIDE_EVENLY &&
                   self->request->to != REA_TO_UNASSIGNED;
  gint64    matched = 0;
  ReaCounts gave = { { 0 } };
  ReaCounts received = { { 0 } };

  g_assert_cmpuint (result->rows->len, ==, self->senders->len + 1);

  for (guint place = 0; place <= self->senders->len; place++)
    {
      const ReaPlanRow *row = counted_get_row (result, place);

      g_assert_cmpint (row->holder, ==,
                       place == 0 ? REA_HOLDER_UNASSIGNED
                                  : counted_get_sender (self, place)->user->id);
      g_assert_cmpmem (&row->before, sizeof row->before, counted_get_before (self, place),
                       sizeof row->before);

      if (whole || !receives (result, place))
        matched += rea_counts_total (&self->pool[place]);
      else
        g_assert_cmpint (rea_counts_total (&row->gave), ==, 0);
      if (!receives (result, place))
        g_assert_cmpint (rea_counts_total (&row->received), ==, 0);

      for (int status = 0; status < REA_N_STATUSES; status++)
        {
          g_assert_cmpint (row->gave.n[status], >=, 0);
          g_assert_cmpint (row->gave.n[status], <=, self->pool[place].n[status]);
          g_assert_cmpint (row->received.n[status], >=, 0);
          g_assert_true (row->gave.n[status] == 0 || row->received.n[status] == 0);
        }

      rea_counts_add (&gave, &row->gave);
      rea_counts_add (&received, &row->received);
    }

  g_assert_cmpmem (&gave, sizeof gave, &received, sizeof received);
  g_assert_cmpint (result->moved, ==, rea_counts_total (&gave));
  g_assert_cmpint (result->matched, ==, matched);

  if (self->request->number != REA_NUMBER_ALL)
    g_assert_cmpint (result->moved, ==, self->request->number);
  else if (!whole)
    g_assert_cmpint (result->moved, ==, matched);
}

static void
assert_drawn_well (const CountedCampaign *self, const ReaPlan *result)
{
  ReaCounts expected[MAX_SENDERS + 1];

  draw_one_by_one (self, result, self->request->number, expected);
  for (guint place = 0; place <= self->senders->len; place++)
    g_assert_cmpmem (&counted_get_row (result, place)->gave, sizeof (ReaCounts), &expected[place],
                     sizeof (ReaCounts));
}

/* The shares differ by at most one, and who does not receive has nothing left. */
static void
assert_shared_evenly (const CountedCampaign *self, const ReaPlan *result)
{
  ReaCounts least = { { G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64 } };
  ReaCounts most = { { 0 } };
  gint64    least_total = G_MAXINT64;
  gint64    most_total = 0;

  for (guint place = 0; place <= self->senders->len; place++)
    {
      ReaCounts share = self->pool[place];

      rea_counts_subtract (&share, &counted_get_row (result, place)->gave);
      rea_counts_add (&share, &counted_get_row (result, place)->received);

      if (!receives (result, place))
        {
          g_assert_cmpint (rea_counts_total (&share), ==, 0);
          continue;
        }

      least_total = MIN (least_total, rea_counts_total (&share));
      most_total = MAX (most_total, rea_counts_total (&share));
      for (int status = 0; status < REA_N_STATUSES; status++)
        {
          least.n[status] = MIN (least.n[status], share.n[status]);
          most.n[status] = MAX (most.n[status], share.n[status]);
        }
    }

  g_assert_cmpint (most_total - least_total, <=, 1);
  for (int status = 0; status < REA_N_STATUSES; status++)
    g_assert_cmpint (most.n[status] - least.n[status], <=, 1);
}

static void
test_promises (void)
{
  guint n_plans = 0;
  guint n_refused = 0;

  for (guint round = 0; round < rea_rounds_count (20000); round++)
    {
      g_autoptr (GRand) rand = rea_rounds_begin (round);
      g_auto (CountedCampaign) self;
      g_autoptr (GError) error = NULL;
      g_autoptr (ReaPlan) result = NULL;
      g_autoptr (ReaPlan) again = NULL;

      make_campaign (&self, rand);
      result = counted_plan (&self, &error);

      if (result == NULL)
        {
          g_assert_true (g_error_matches (error, REA_ERROR, REA_ERROR_TOO_FEW) ||
                         g_error_matches (error, REA_ERROR, REA_ERROR_NOBODY));
          n_refused++;
          continue;
        }

      again = counted_plan_well (&self);
      g_assert_cmpint (rea_plan_distance (result, again), ==, 0);

      assert_promises (&self, result);
      if (self.request->number != REA_NUMBER_ALL)
        assert_drawn_well (&self, result);
      else if (self.request->divide == REA_DIVIDE_EVENLY && self.request->to != REA_TO_UNASSIGNED)
        assert_shared_evenly (&self, result);
      n_plans++;
    }

  /* Chance must not refuse all of them. */
  g_assert_cmpuint (n_plans, >, n_refused);
}

/* Its cost depends on holders and statuses, never on conversations. */
static void
test_large (void)
{
  const gint64 many = G_GINT64_CONSTANT (1000000000000);
  g_auto (CountedCampaign) self;

  counted_init (&self);
  for (guint i = 0; i < MAX_SENDERS; i++)
    counted_add_sender (&self, TRUE, NOW);
  for (guint place = 0; place <= MAX_SENDERS; place++)
    counted_hold (&self, place, place % REA_N_STATUSES, many + place);
  self.request->to = REA_TO_OTHERS;

  for (int divide = REA_DIVIDE_EVENLY; divide <= REA_DIVIDE_LEVEL; divide++)
    {
      g_autoptr (ReaPlan) result = NULL;

      self.request->divide = divide;
      result = counted_plan_well (&self);
      assert_promises (&self, result);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/planner-promises/random", test_promises);
  g_test_add_func ("/planner-promises/large", test_large);

  return g_test_run ();
}
