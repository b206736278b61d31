/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list of a million conversations is known in two places: the rows that somebody
 * looks at, and the pages that were read now. From them alone the changes of the
 * list have to be told, and so that
 *  1. a conversation that was looked at and is still there keeps its row,
 *  2. one in whose place another is read now loses it,
 *  3. the number of rows is right at the end, and
 *  4. rows that nobody looks at are not touched for nothing.
 *
 * Between two neighbours that stay lies a gap, before and now. Gaps of one length
 * with nothing lost in them are left alone; that some of their rows may stand for
 * other conversations now, nobody can see.
 */
#include "rea-splice.h"

typedef struct
{
  guint before;
  guint now;
} Pair;

/* The longest run of @pairs, which ascend by before, that ascends by now too: most
 * rows stay in their order, and the few that changed it are better moved than all
 * the others.
 */
static GArray *
longest_ascending (GArray *pairs)
{
  GArray           *run = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autofree guint *tails = g_new (guint, pairs->len + 1);
  g_autofree guint *previous = g_new (guint, pairs->len + 1);
  guint             length = 0;
  guint             at;

  for (guint i = 0; i < pairs->len; i++)
    {
      guint now = g_array_index (pairs, Pair, i).now;
      guint low = 0;
      guint high = length;

      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (g_array_index (pairs, Pair, tails[middle]).now < now)
            low = middle + 1;
          else
            high = middle;
        }

      previous[i] = low > 0 ? tails[low - 1] : G_MAXUINT;
      tails[low] = i;
      if (low == length)
        length++;
    }

  g_array_set_size (run, length);
  at = length > 0 ? tails[length - 1] : 0;
  for (guint i = length; i-- > 0; at = previous[at])
    g_array_index (run, Pair, i) = g_array_index (pairs, Pair, at);

  return run;
}

static GArray *
find_kept (GArray *before, GArray *now)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < now->len; i++)
    {
      ReaPlace *place = &g_array_index (now, ReaPlace, i);

      g_hash_table_insert (places, &place->id, place);
    }

  for (guint i = 0; i < before->len; i++)
    {
      const ReaPlace *was = &g_array_index (before, ReaPlace, i);
      const ReaPlace *is = g_hash_table_lookup (places, &was->id);

      if (is != NULL)
        {
          Pair pair = { was->position, is->position };

          g_array_append_val (pairs, pair);
        }
    }

  return longest_ascending (pairs);
}

/* Whether it is known what stands at @position, at least that it is beyond @end. */
static gboolean
is_read (GArray *now, gint64 position, gint64 end)
{
  guint low = 0;
  guint high = now->len;

  if (position >= end)
    return TRUE;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (now, ReaPlace, middle).position < position)
        low = middle + 1;
      else
        high = middle;
    }

  return low < now->len && g_array_index (now, ReaPlace, low).position == position;
}

/* @first and @last are the lost rows of the gap, counted from its beginning; @first
 * is beyond @last if there are none.
 */
static void
close_gap (GArray *splices, guint start, guint before, guint now, guint first, guint last)
{
  ReaSplice splice;

  if (first > last)
    {
      if (before == now)
        return;

      splice.position = start + MIN (before, now);
      splice.removed = before > now ? before - now : 0;
      splice.added = now > before ? now - before : 0;
    }
  else
    {
      guint from = MIN (first, now);
      guint lost = last - from + 1;

      if (before > now)
        lost = MAX (lost, before - now);

      splice.position = start + from;
      splice.removed = lost;
      splice.added = lost + now - before;
    }

  g_array_append_val (splices, splice);
}

/**
 * rea_splices_find:
 * @before: (element-type ReaPlace): rows that were known, ascending by position
 * @n_before: how many rows there were
 * @now: (element-type ReaPlace): rows that are known now
 * @n_now: how many there are
 *
 * Works out how a list has changed.
 *
 * Returns: (transfer full) (element-type ReaSplice): the changes, to be done one
 *   after the other
 */
GArray *
rea_splices_find (GArray *before, guint n_before, GArray *now, guint n_now)
{
  GArray *splices = g_array_new (FALSE, FALSE, sizeof (ReaSplice));
  g_autoptr (GArray) kept = find_kept (before, now);
  guint next = 0;
  guint start_before = 0;
  guint start_now = 0;

  for (guint i = 0; i <= kept->len; i++)
    {
      Pair  end = { n_before, n_now };
      guint first = G_MAXUINT;
      guint last = 0;

      if (i < kept->len)
        end = g_array_index (kept, Pair, i);

      for (; next < before->len; next++)
        {
          guint position = g_array_index (before, ReaPlace, next).position;

          if (position >= end.before)
            break;

          /* A row that stays in the gap stands as far from its beginning as before, or
           * as far from its end. Where neither place was read it may still be there.
           */
          if (!is_read (now, (gint64) position - start_before + start_now, end.now) &&
              !is_read (now, (gint64) position - end.before + end.now, end.now))
            continue;

          last = position - start_before;
          first = MIN (first, last);
        }
      next++;

      close_gap (splices, start_now, end.before - start_before, end.now - start_now, first, last);
      start_before = end.before + 1;
      start_now = end.now + 1;
    }

  return splices;
}
