/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-snapshot.h"

/**
 * rea_snapshot_take:
 * @session: a session, on its own thread
 * @error: set when it cannot be read
 *
 * Returns: (transfer full) (nullable): a snapshot without a stamp
 */
ReaSnapshot *
rea_snapshot_take (ReaSession *session, GError **error)
{
  g_autoptr (GPtrArray) campaigns = rea_session_list_campaigns (session, error);
  ReaSnapshot *self;

  if (campaigns == NULL)
    return NULL;

  self = g_new0 (ReaSnapshot, 1);
  self->user = rea_user_copy (rea_session_get_user (session));
  self->campaigns = g_steal_pointer (&campaigns);
  return self;
}

/**
 * rea_snapshot_free:
 * @self: (transfer full): a snapshot
 *
 * Frees it.
 */
void
rea_snapshot_free (ReaSnapshot *self)
{
  rea_user_free (self->user);
  g_ptr_array_unref (self->campaigns);
  g_free (self);
}

static gboolean
is_listed_alike (const ReaCampaign *a, const ReaCampaign *b)
{
  return g_strcmp0 (a->title, b->title) == 0 && a->state == b->state && a->total == b->total;
}

/**
 * rea_snapshot_compare:
 * @before: a snapshot
 * @now: a later one
 *
 * Tells what has changed between the two.
 *
 * Returns: (transfer full) (element-type gint64): the ids of the campaigns that
 *   came, changed or went; at the end a 0 if the list of campaigns reads
 *   differently
 */
GArray *
rea_snapshot_compare (const ReaSnapshot *before, const ReaSnapshot *now)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray        *changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean       is_list_changed = now->is_afresh;
  GHashTableIter iter;
  gpointer       gone;

  for (guint i = 0; i < before->campaigns->len; i++)
    {
      ReaCampaign *campaign = g_ptr_array_index (before->campaigns, i);

      g_hash_table_insert (known, &campaign->id, campaign);
    }

  for (guint i = 0; i < now->campaigns->len; i++)
    {
      const ReaCampaign *campaign = g_ptr_array_index (now->campaigns, i);
      const ReaCampaign *was = g_hash_table_lookup (known, &campaign->id);

      if (was == NULL || was->revision != campaign->revision || now->is_afresh)
        g_array_append_val (changed, campaign->id);
      if (was == NULL || !is_listed_alike (was, campaign))
        is_list_changed = TRUE;
      g_hash_table_remove (known, &campaign->id);
    }

  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, NULL, &gone))
    {
      g_array_append_val (changed, ((const ReaCampaign *) gone)->id);
      is_list_changed = TRUE;
    }

  if (is_list_changed)
    {
      gint64 list = 0;

      g_array_append_val (changed, list);
    }

  return changed;
}
