/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-plan.h"

/**
 * rea_plan_new:
 *
 * Returns: (transfer full): a plan that moves nothing
 */
ReaPlan *
rea_plan_new (void)
{
  ReaPlan *self = g_new0 (ReaPlan, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_plan_row_free);
  self->receivers = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

static gpointer
copy_row (gconstpointer data, gpointer user_data)
{
  const ReaPlanRow *row = data;
  ReaPlanRow       *copy = g_memdup2 (row, sizeof *row);

  copy->email = g_strdup (row->email);
  copy->first_name = g_strdup (row->first_name);
  copy->last_name = g_strdup (row->last_name);

  return copy;
}

ReaPlan *
rea_plan_copy (const ReaPlan *self)
{
  ReaPlan *copy = g_memdup2 (self, sizeof *self);

  copy->rows = g_ptr_array_copy (self->rows, copy_row, NULL);
  copy->receivers = g_array_copy (self->receivers);

  return copy;
}

void
rea_plan_free (ReaPlan *self)
{
  g_ptr_array_unref (self->rows);
  g_array_unref (self->receivers);
  g_free (self);
}

void
rea_plan_row_free (ReaPlanRow *row)
{
  g_free (row->email);
  g_free (row->first_name);
  g_free (row->last_name);
  g_free (row);
}

/**
 * rea_plan_find:
 * @self: a plan
 * @holder: a holder
 *
 * Returns: (transfer none) (nullable): what the plan says of that holder
 */
ReaPlanRow *
rea_plan_find (const ReaPlan *self, gint64 holder)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      ReaPlanRow *row = g_ptr_array_index (self->rows, i);

      if (row->holder == holder)
        return row;
    }

  return NULL;
}

/**
 * rea_plan_row_get_after:
 * @row: a holder in a plan
 *
 * Returns: all that the holder has in the campaign when it is done
 */
ReaCounts
rea_plan_row_get_after (const ReaPlanRow *row)
{
  ReaCounts after = row->before;

  rea_counts_subtract (&after, &row->gave);
  rea_counts_add (&after, &row->received);

  return after;
}

static gint64
counts_distance (const ReaCounts *a, const ReaCounts *b)
{
  gint64 distance = 0;

  for (int status = 0; status < REA_N_STATUSES; status++)
    distance += ABS (a->n[status] - b->n[status]);

  return distance;
}

/**
 * rea_plan_distance:
 * @shown: the plan that somebody has seen
 * @now: the plan as it would be now
 *
 * Returns: by how many conversations what holders give and receive of each
 *   status differs, summed up
 */
gint64
rea_plan_distance (const ReaPlan *shown, const ReaPlan *now)
{
  static const ReaCounts nothing = { { 0 } };
  gint64                 distance = 0;

  for (guint i = 0; i < now->rows->len; i++)
    {
      const ReaPlanRow *row = g_ptr_array_index (now->rows, i);
      const ReaPlanRow *was = rea_plan_find (shown, row->holder);

      distance += counts_distance (&row->gave, was != NULL ? &was->gave : &nothing);
      distance += counts_distance (&row->received, was != NULL ? &was->received : &nothing);
    }

  for (guint i = 0; i < shown->rows->len; i++)
    {
      const ReaPlanRow *was = g_ptr_array_index (shown->rows, i);

      if (rea_plan_find (now, was->holder) == NULL)
        distance += rea_counts_total (&was->gave) + rea_counts_total (&was->received);
    }

  return distance;
}

/**
 * rea_plan_has_changed:
 * @shown: the plan that somebody has seen
 * @now: the plan as it would be now
 *
 * Returns: whether they differ by more than one in a hundred of the number
 *   shown, so that nobody may carry out one for the other
 */
gboolean
rea_plan_has_changed (const ReaPlan *shown, const ReaPlan *now)
{
  return rea_plan_distance (shown, now) * 100 > shown->moved;
}
