/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-division.h"

#include "rea-rounds.h"

#include <string.h>

#define MAX_SENDERS 12

typedef struct
{
  guint     n;
  ReaCounts deck;
  ReaCounts held[MAX_SENDERS];
  gint64    open_work[MAX_SENDERS];
} Case;

/* Small numbers, since that is where ties and left-overs are. */
static void
make_case (Case *self, GRand *rand)
{
  int most = g_rand_int_range (rand, 1, 20);

  memset (self, 0, sizeof *self);
  self->n = g_rand_int_range (rand, 1, MAX_SENDERS + 1);

  for (guint i = 0; i < self->n; i++)
    {
      self->open_work[i] = g_rand_int_range (rand, 0, most);
      for (int status = 0; status < REA_N_STATUSES; status++)
        if (g_rand_boolean (rand))
          self->held[i].n[status] = g_rand_int_range (rand, 0, most);
      rea_counts_add (&self->deck, &self->held[i]);
    }

  for (int status = 0; status < REA_N_STATUSES; status++)
    if (g_rand_boolean (rand))
      self->deck.n[status] += g_rand_int_range (rand, 0, most);
}

/* The rule as it stands on the page: a round for everybody as long as there is
 * enough, then the ones too many, each to whom the words name first.
 */
static void
deal_evenly_one_by_one (const Case *self, ReaCounts *shares)
{
  guint too_many_so_far[MAX_SENDERS] = { 0 };

  memset (shares, 0, MAX_SENDERS * sizeof *shares);

  for (int status = 0; status < REA_N_STATUSES; status++)
    {
      gint64   left = self->deck.n[status];
      gint64   even = 0;
      gboolean got[MAX_SENDERS] = { FALSE };

      for (; left >= (gint64) self->n; left -= self->n, even++)
        for (guint i = 0; i < self->n; i++)
          shares[i].n[status]++;

      for (; left > 0; left--)
        {
          int best = -1;

          for (guint i = 0; i < self->n; i++)
            {
              if (got[i])
                continue;
              if (best < 0 || too_many_so_far[i] < too_many_so_far[best] ||
                  (too_many_so_far[i] == too_many_so_far[best] && self->held[i].n[status] > even &&
                   self->held[best].n[status] <= even))
                best = i;
            }

          got[best] = TRUE;
          shares[best].n[status]++;
        }

      for (guint i = 0; i < self->n; i++)
        too_many_so_far[i] += got[i];
    }
}

static void
assert_same_shares (const Case *self, const ReaCounts *shares, const ReaCounts *expected)
{
  for (guint i = 0; i < self->n; i++)
    for (int status = 0; status < REA_N_STATUSES; status++)
      g_assert_cmpint (shares[i].n[status], ==, expected[i].n[status]);
}

static void
assert_all_is_dealt (const Case *self, const ReaCounts *shares)
{
  ReaCounts sum = { { 0 } };

  for (guint i = 0; i < self->n; i++)
    rea_counts_add (&sum, &shares[i]);
  for (int status = 0; status < REA_N_STATUSES; status++)
    g_assert_cmpint (sum.n[status], ==, self->deck.n[status]);
}

/* For any two the shares of each status differ by at most one, and so do the totals. */
static void
assert_even (const Case *self, const ReaCounts *shares)
{
  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < i; j++)
      {
        g_assert_cmpint (ABS (rea_counts_total (&shares[i]) - rea_counts_total (&shares[j])), <=,
                         1);
        for (int status = 0; status < REA_N_STATUSES; status++)
          g_assert_cmpint (ABS (shares[i].n[status] - shares[j].n[status]), <=, 1);
      }
}

static void
test_evenly (void)
{
  for (guint round = 0; round < rea_rounds_count (20000); round++)
    {
      g_autoptr (GRand) rand = rea_rounds_begin (round);
      Case      self;
      ReaCounts shares[MAX_SENDERS], expected[MAX_SENDERS];

      make_case (&self, rand);
      rea_division_evenly (&self.deck, self.held, self.n, shares);

      assert_all_is_dealt (&self, shares);
      assert_even (&self, shares);
      deal_evenly_one_by_one (&self, expected);
      assert_same_shares (&self, shares, expected);
    }
}

/* The same again moves nothing, in whatever order the senders stand by then. */
static void
test_evenly_again (void)
{
  for (guint round = 0; round < rea_rounds_count (20000); round++)
    {
      g_autoptr (GRand) rand = rea_rounds_begin (round);
      Case      self;
      ReaCounts shares[MAX_SENDERS], again[MAX_SENDERS];

      make_case (&self, rand);
      rea_division_evenly (&self.deck, self.held, self.n, shares);

      for (guint i = self.n - 1; i > 0; i--)
        {
          guint     j = g_rand_int_range (rand, 0, i + 1);
          ReaCounts other = shares[i];

          shares[i] = shares[j];
          shares[j] = other;
        }

      rea_division_evenly (&self.deck, shares, self.n, again);
      assert_same_shares (&self, again, shares);
    }
}

static void
test_evenly_without_holdings (void)
{
  for (guint round = 0; round < rea_rounds_count (2000); round++)
    {
      g_autoptr (GRand) rand = rea_rounds_begin (round);
      Case      self;
      ReaCounts shares[MAX_SENDERS], expected[MAX_SENDERS];

      make_case (&self, rand);
      memset (self.held, 0, sizeof self.held);
      rea_division_evenly (&self.deck, NULL, self.n, shares);

      deal_evenly_one_by_one (&self, expected);
      assert_same_shares (&self, shares, expected);
    }
}

/* The examples of rules.md. */
static void
test_evenly_examples (void)
{
  ReaCounts six = { { 6, 0, 0, 0, 0 } };
  ReaCounts eleven = { { 0, 11, 0, 0, 0 } };
  ReaCounts one_each = { { 1, 1, 1, 1, 1 } };
  ReaCounts shares[10];

  rea_division_evenly (&six, NULL, 2, shares);
  g_assert_cmpint (shares[0].n[REA_STATUS_NEEDS_REPLY], ==, 3);
  g_assert_cmpint (shares[1].n[REA_STATUS_NEEDS_REPLY], ==, 3);

  rea_division_evenly (&eleven, NULL, 10, shares);
  for (guint i = 0; i < 10; i++)
    g_assert_cmpint (shares[i].n[REA_STATUS_NOT_STARTED], ==, i == 0 ? 2 : 1);

  /* One too many of each of five statuses: nobody gets all of them. */
  rea_division_evenly (&one_each, NULL, 5, shares);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpint (rea_counts_total (&shares[i]), ==, 1);
      g_assert_cmpint (shares[i].n[i], ==, 1);
    }

  rea_division_evenly (&eleven, NULL, 1, shares);
  g_assert_cmpint (shares[0].n[REA_STATUS_NOT_STARTED], ==, 11);
}

/* Each goes to the smallest load at that moment, equals in the senders' order. */
static void
deal_level_one_by_one (const Case *self, ReaCounts *shares)
{
  gint64 loads[MAX_SENDERS];

  memcpy (loads, self->open_work, sizeof loads);
  memset (shares, 0, MAX_SENDERS * sizeof *shares);

  for (int status = 0; status < REA_N_STATUSES; status++)
    for (gint64 n = 0; n < self->deck.n[status]; n++)
      {
        guint least = 0;

        for (guint i = 1; i < self->n; i++)
          if (loads[i] < loads[least])
            least = i;

        loads[least]++;
        shares[least].n[status]++;
      }
}

static void
test_level (void)
{
  for (guint round = 0; round < rea_rounds_count (20000); round++)
    {
      g_autoptr (GRand) rand = rea_rounds_begin (round);
      Case      self;
      ReaCounts shares[MAX_SENDERS], expected[MAX_SENDERS];

      make_case (&self, rand);
      rea_division_level (&self.deck, self.open_work, self.n, shares);

      assert_all_is_dealt (&self, shares);
      deal_level_one_by_one (&self, expected);
      assert_same_shares (&self, shares, expected);
    }
}

/* On counts, not one by one: numbers that no loop would come to the end of. */
static void
test_large (void)
{
  const gint64 many = G_GINT64_CONSTANT (1000000000000);
  ReaCounts    deck = { { many, many + 1, 0, 2, 3 * many } };
  gint64       open_work[] = { 0, many / 2, 5 * many };
  ReaCounts    shares[3];

  rea_division_evenly (&deck, NULL, 3, shares);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (rea_counts_total (&shares[i]), ==, (5 * many + 3) / 3 + (i < 2));

  rea_division_level (&deck, open_work, 3, shares);
  g_assert_cmpint (shares[0].n[REA_STATUS_NEEDS_REPLY], ==, many * 3 / 4);
  g_assert_cmpint (shares[1].n[REA_STATUS_NEEDS_REPLY], ==, many / 4);
  g_assert_cmpint (rea_counts_total (&shares[0]), ==, (11 * many / 2 + 3) / 2 + 1);
  g_assert_cmpint (rea_counts_total (&shares[1]), ==, (10 * many / 2 + 3) / 2 - many / 4);
  g_assert_cmpint (rea_counts_total (&shares[2]), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/division/evenly", test_evenly);
  g_test_add_func ("/division/evenly-again", test_evenly_again);
  g_test_add_func ("/division/evenly-without-holdings", test_evenly_without_holdings);
  g_test_add_func ("/division/evenly-examples", test_evenly_examples);
  g_test_add_func ("/division/level", test_level);
  g_test_add_func ("/division/large", test_large);

  return g_test_run ();
}
