/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-division.h"

typedef struct
{
  guint    sender;
  gint64   so_far; /* ones too many until now, or the load */
  gboolean holds_more;
} Turn;

static int
compare_turns (gconstpointer a, gconstpointer b)
{
  const Turn *one = a;
  const Turn *other = b;

  if (one->so_far != other->so_far)
    return one->so_far < other->so_far ? -1 : 1;
  if (one->holds_more != other->holds_more)
    return one->holds_more ? -1 : 1;

  return (one->sender > other->sender) - (one->sender < other->sender);
}

/**
 * rea_division_evenly:
 * @deck: how many of each status are shared out
 * @held: (array length=n_senders) (nullable): what of these each sender holds already
 * @n_senders: how many senders share, at least one; they stand in the senders' order
 * @shares: (out caller-allocates) (array length=n_senders): each one's share
 *
 * Divides so that for any two senders the shares of each status differ by at
 * most one, and so do the totals.
 *
 * The ones too many of a status go to who has had the fewest so far, among these
 * to who holds more than the even share anyway, then in the senders' order. Each
 * sender gets at most one of them a status, so taking the fewest first keeps the
 * totals within one too.
 */
void
rea_division_evenly (const ReaCounts *deck,
                     const ReaCounts *held,
                     guint            n_senders,
                     ReaCounts       *shares)
{
  g_autofree gint64 *had = g_new0 (gint64, n_senders);
  g_autoptr (GArray) turns = g_array_sized_new (FALSE, FALSE, sizeof (Turn), n_senders);

  g_return_if_fail (n_senders > 0);

  for (int status = 0; status < REA_N_STATUSES; status++)
    {
      gint64 even = deck->n[status] / n_senders;
      guint  too_many = deck->n[status] % n_senders;

      g_array_set_size (turns, 0);
      for (guint i = 0; i < n_senders; i++)
        {
          Turn turn = { i, had[i], held != NULL && held[i].n[status] > even };

          shares[i].n[status] = even;
          g_array_append_val (turns, turn);
        }

      if (too_many > 0)
        g_array_sort (turns, compare_turns);

      for (guint i = 0; i < too_many; i++)
        {
          guint sender = g_array_index (turns, Turn, i).sender;

          shares[sender].n[status]++;
          had[sender]++;
        }
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint one = ((const Turn *) a)->sender;
  guint other = ((const Turn *) b)->sender;

  return (one > other) - (one < other);
}

/* Fills @n up from the lowest load, as water finds its level; @turns stand in
 * the order of their load, equals in the senders' order.
 */
static void
fill (GArray *turns, gint64 n, gint64 *loads)
{
  gint64 level = g_array_index (turns, Turn, 0).so_far;
  guint  n_filled = 1;

  /* As long as there is enough to lift all of the lowest to the next one. */
  while (n_filled < turns->len)
    {
      gint64 next = g_array_index (turns, Turn, n_filled).so_far;

      if ((next - level) > n / n_filled)
        break;

      n -= (next - level) * n_filled;
      level = next;
      n_filled++;
    }

  level += n / n_filled;
  n %= n_filled;

  /* What is over goes one each to the first of them in the senders' order. */
  g_array_set_size (turns, n_filled);
  g_array_sort (turns, compare_places);

  for (guint i = 0; i < n_filled; i++)
    loads[g_array_index (turns, Turn, i).sender] = level + (i < n ? 1 : 0);
}

/**
 * rea_division_level:
 * @deck: how many of each status are shared out
 * @open_work: (array length=n_senders): each one's open work before the move
 * @n_senders: how many senders share, at least one; they stand in the senders' order
 * @shares: (out caller-allocates) (array length=n_senders): each one's share
 *
 * Gives each conversation to who has least at that moment, worked out on counts.
 */
void
rea_division_level (const ReaCounts *deck,
                    const gint64    *open_work,
                    guint            n_senders,
                    ReaCounts       *shares)
{
  g_autofree gint64 *loads = g_memdup2 (open_work, n_senders * sizeof *open_work);
  g_autofree gint64 *before = g_new (gint64, n_senders);
  g_autoptr (GArray) turns = g_array_sized_new (FALSE, FALSE, sizeof (Turn), n_senders);

  g_return_if_fail (n_senders > 0);

  for (int status = 0; status < REA_N_STATUSES; status++)
    {
      g_array_set_size (turns, 0);
      for (guint i = 0; i < n_senders; i++)
        {
          Turn turn = { i, loads[i], FALSE };

          before[i] = loads[i];
          g_array_append_val (turns, turn);
        }

      if (deck->n[status] > 0)
        {
          g_array_sort (turns, compare_turns);
          fill (turns, deck->n[status], loads);
        }

      for (guint i = 0; i < n_senders; i++)
        shares[i].n[status] = loads[i] - before[i];
    }
}
