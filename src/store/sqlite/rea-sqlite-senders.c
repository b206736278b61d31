/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-campaigns.h"
#include "rea-sqlite-store-private.h"
#include "rea-sqlite-users.h"

#define LATELY_SECONDS (15 * 60)

static int
compare_senders (gconstpointer a, gconstpointer b)
{
  const ReaSender *one = *(const ReaSender *const *) a;
  const ReaSender *other = *(const ReaSender *const *) b;

  return rea_user_compare_names (one->user, other->user);
}

/* How many messages each sender sent in the last minutes, by user id. */
static gboolean
add_sent_lately (ReaSqlite *db, gint64 campaign_id, gint64 now, GPtrArray *senders, GError **error)
{
  g_autoptr (ReaStatement) select = NULL;
  gboolean row;

  select =
      rea_sqlite_prepare (db,
                          "SELECT by, count(*) FROM message INDEXED BY message_sent"
                          " WHERE out = 1 AND campaign_id = ? AND at > ? AND at <= ? GROUP BY by",
                          error);
  if (select == NULL)
    return FALSE;

  rea_statement_bind (select, "iii", campaign_id, now - LATELY_SECONDS, now);
  while (rea_statement_step (select, &row, error))
    {
      ReaSender *sender;

      if (!row)
        return TRUE;

      sender = rea_senders_find_id (senders, sqlite3_column_int64 (select, 0));
      if (sender != NULL)
        sender->sent_15_min = sqlite3_column_int64 (select, 1);
    }

  return FALSE;
}

/* Since when the longest waiting reply of each sender waits. The index has the
 * replies of the campaign in that order, so the first of each holder that comes is
 * theirs, and nothing more is read once everyone who has one was met.
 */
gboolean
rea_sqlite_store_add_longest_waits (ReaStore  *self,
                                    gint64     campaign_id,
                                    GPtrArray *senders,
                                    GError   **error)
{
  g_autoptr (GHashTable) unmet = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (ReaStatement) select = NULL;
  gboolean row = TRUE;

  for (guint i = 0; i < senders->len; i++)
    {
      ReaSender *sender = g_ptr_array_index (senders, i);

      if (sender->counts.n[REA_STATUS_NEEDS_REPLY] > 0)
        g_hash_table_insert (unmet, &sender->user->id, sender);
    }

  select = rea_sqlite_prepare (rea_sqlite_store_get_db (self),
                               "SELECT holder, waiting_since FROM conversation"
                               " INDEXED BY conversation_waiting"
                               " WHERE status = 0 AND campaign_id = ? ORDER BY waiting_since",
                               error);
  if (select == NULL)
    return FALSE;

  rea_statement_bind (select, "i", campaign_id);
  while (row && g_hash_table_size (unmet) > 0)
    {
      gint64     holder;
      ReaSender *sender;

      if (!rea_statement_step (select, &row, error))
        return FALSE;

      holder = row ? sqlite3_column_int64 (select, 0) : 0;
      sender = g_hash_table_lookup (unmet, &holder);
      if (sender != NULL)
        {
          sender->waiting_since = sqlite3_column_int64 (select, 1);
          g_hash_table_remove (unmet, &holder);
        }
    }

  return TRUE;
}

static GPtrArray *
list_bare_senders (ReaSqlite *db, gint64 campaign_id, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) senders = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_sender_free);
  g_autoptr (ReaStatement) select = NULL;
  gboolean row;

  select = rea_sqlite_prepare (db,
                               "SELECT " REA_SQLITE_USER_COLUMNS " FROM campaign_sender"
                               " JOIN user ON user.id = user_id WHERE campaign_id = ?",
                               error);
  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "i", campaign_id);
  while (rea_statement_step (select, &row, error))
    {
      ReaSender *sender;

      if (!row)
        return g_steal_pointer (&senders);

      sender = rea_sender_new (rea_sqlite_read_user (select));
      sender->online = rea_user_is_online (sender->user, now);
      g_ptr_array_add (senders, sender);
    }

  return NULL;
}

/* The senders of a campaign in name order, with all but the longest waits. */
GPtrArray *
rea_sqlite_store_list_senders (ReaStore *self, gint64 campaign_id, gint64 now, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  g_autoptr (GPtrArray) senders = list_bare_senders (db, campaign_id, now, error);
  g_autoptr (ReaTally) holdings = NULL;

  if (senders == NULL)
    return NULL;

  holdings = rea_sqlite_store_get_holdings (self, campaign_id, error);
  if (holdings == NULL || !add_sent_lately (db, campaign_id, now, senders, error))
    return NULL;

  for (guint i = 0; i < senders->len; i++)
    {
      ReaSender *sender = g_ptr_array_index (senders, i);

      sender->counts = rea_tally_get (holdings, sender->user->id);
    }

  g_ptr_array_sort (senders, compare_senders);

  return g_steal_pointer (&senders);
}

gboolean
rea_sqlite_store_is_sender (ReaStore *self,
                            gint64    campaign_id,
                            gint64    user_id,
                            gboolean *is_sender,
                            GError  **error)
{
  gint64 found;

  if (!rea_sqlite_get_int (rea_sqlite_store_get_db (self),
                           "SELECT 1 FROM campaign_sender WHERE campaign_id = ? AND user_id = ?", 0,
                           &found, error, "ii", campaign_id, user_id))
    return FALSE;

  *is_sender = found == 1;

  return TRUE;
}

/* Makes a user a sender of the campaign; @added says whether they were none. */
gboolean
rea_sqlite_store_add_sender (ReaStore *self,
                             gint64    campaign_id,
                             gint64    user_id,
                             gboolean *added,
                             GError  **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  gboolean   is_sender;

  if (!rea_sqlite_store_is_sender (self, campaign_id, user_id, &is_sender, error))
    return FALSE;

  if (added != NULL)
    *added = !is_sender;

  return is_sender ||
         (rea_sqlite_run (db, "INSERT INTO campaign_sender (campaign_id, user_id) VALUES (?, ?)",
                          error, "ii", campaign_id, user_id) &&
          rea_sqlite_raise_revision (db, campaign_id, error));
}

/* What the user still holds is for the caller to have moved. */
gboolean
rea_sqlite_store_remove_sender (ReaStore *self, gint64 campaign_id, gint64 user_id, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);

  return rea_sqlite_run (db, "DELETE FROM campaign_sender WHERE campaign_id = ? AND user_id = ?",
                         error, "ii", campaign_id, user_id) &&
         rea_sqlite_raise_revision (db, campaign_id, error);
}

/* All that each holder holds in the campaign, from the counters. */
ReaTally *
rea_sqlite_store_get_holdings (ReaStore *self, gint64 campaign_id, GError **error)
{
  g_autoptr (ReaTally) holdings = rea_tally_new ();
  g_autoptr (ReaStatement) select = NULL;
  gboolean row;

  select = rea_sqlite_prepare (rea_sqlite_store_get_db (self),
                               "SELECT holder, status, n FROM counter"
                               " WHERE campaign_id = ? AND n <> 0 AND status BETWEEN 0 AND 4",
                               error);
  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "i", campaign_id);
  while (rea_statement_step (select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&holdings);

      rea_tally_add (holdings, sqlite3_column_int64 (select, 0), sqlite3_column_int (select, 1),
                     sqlite3_column_int64 (select, 2));
    }

  return NULL;
}
