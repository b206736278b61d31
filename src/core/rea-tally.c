/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-tally.h"

struct _ReaTally
{
  GHashTable *counts; /* holder → ReaCounts */
};

/**
 * rea_tally_new:
 *
 * Returns: (transfer full): an empty tally
 */
ReaTally *
rea_tally_new (void)
{
  ReaTally *self = g_new0 (ReaTally, 1);

  self->counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  return self;
}

void
rea_tally_free (ReaTally *self)
{
  g_hash_table_unref (self->counts);
  g_free (self);
}

static ReaCounts *
ensure_counts (ReaTally *self, gint64 holder)
{
  ReaCounts *counts = g_hash_table_lookup (self->counts, &holder);

  if (counts == NULL)
    {
      counts = g_new0 (ReaCounts, 1);
      g_hash_table_insert (self->counts, g_memdup2 (&holder, sizeof holder), counts);
    }

  return counts;
}

/**
 * rea_tally_add:
 * @self: a tally
 * @holder: a holder
 * @status: a status
 * @n: how many more the holder has of it
 */
void
rea_tally_add (ReaTally *self, gint64 holder, ReaStatus status, gint64 n)
{
  g_return_if_fail (status >= 0 && status < REA_N_STATUSES);

  ensure_counts (self, holder)->n[status] += n;
}

/**
 * rea_tally_add_counts:
 * @self: a tally
 * @holder: a holder
 * @counts: how many more the holder has
 */
void
rea_tally_add_counts (ReaTally *self, gint64 holder, const ReaCounts *counts)
{
  rea_counts_add (ensure_counts (self, holder), counts);
}

/**
 * rea_tally_get:
 * @self: a tally
 * @holder: a holder
 *
 * Returns: what the holder has; nothing where the tally doesn't know them
 */
ReaCounts
rea_tally_get (const ReaTally *self, gint64 holder)
{
  const ReaCounts *counts = g_hash_table_lookup (self->counts, &holder);

  return counts != NULL ? *counts : (ReaCounts){ { 0 } };
}

/**
 * rea_tally_sum:
 * @self: a tally
 *
 * Returns: what all holders have together
 */
ReaCounts
rea_tally_sum (const ReaTally *self)
{
  ReaCounts      sum = { { 0 } };
  GHashTableIter iter;
  gpointer       counts;

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, NULL, &counts))
    rea_counts_add (&sum, counts);

  return sum;
}

/**
 * rea_tally_iter_init:
 * @self: a tally
 * @iter: (out caller-allocates): goes over it: a gint64 holder, and #ReaCounts
 */
void
rea_tally_iter_init (const ReaTally *self, GHashTableIter *iter)
{
  g_hash_table_iter_init (iter, self->counts);
}
