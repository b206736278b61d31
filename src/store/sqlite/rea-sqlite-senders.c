/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-campaigns.h"
#include "rea-sqlite-store-private.h"
#include "rea-sqlite-users.h"

#define LATELY_SECONDS (15 * 60)

/* How far the replies are walked through in the order of their waiting, from either
 * end: so many at least, and one for so many conversations of the campaign.
 */
#define MIN_STEPS   1000
#define ROWS_A_STEP 256

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

/* Since when the longest waiting reply of each sender waits: who is looked for still,
 * and how many of their replies the walk from the latest has not met.
 */
typedef struct
{
  ReaSqlite  *db;
  gint64      campaign_id;
  GHashTable *unmet;
  gint64      steps; /* of each walk */
} Waits;

typedef struct
{
  ReaSender *sender;
  gint64     left;
} Unmet;

static Unmet *
look_up_unmet (Waits *self, ReaStatement *row)
{
  gint64 holder = sqlite3_column_int64 (row, 0);

  return g_hash_table_lookup (self->unmet, &holder);
}

static void
meet (Waits *self, Unmet *unmet, ReaStatement *row)
{
  unmet->sender->waiting_since = sqlite3_column_int64 (row, 1);
  g_hash_table_remove (self->unmet, &unmet->sender->user->id);
}

static gboolean
walk_waiting (Waits *self, gboolean from_latest, GError **error)
{
  g_autoptr (ReaStatement) select = NULL;
  gboolean row = TRUE;

  select = rea_sqlite_prepare (self->db,
                               from_latest ? "SELECT holder, waiting_since FROM conversation"
                                             " INDEXED BY conversation_waiting"
                                             " WHERE status = 0 AND campaign_id = ?"
                                             " ORDER BY waiting_since DESC LIMIT ?"
                                           : "SELECT holder, waiting_since FROM conversation"
                                             " INDEXED BY conversation_waiting"
                                             " WHERE status = 0 AND campaign_id = ?"
                                             " ORDER BY waiting_since LIMIT ?",
                               error);
  if (select == NULL)
    return FALSE;

  rea_statement_bind (select, "ii", self->campaign_id, self->steps);
  while (row && g_hash_table_size (self->unmet) > 0)
    {
      Unmet *unmet;

      if (!rea_statement_step (select, &row, error))
        return FALSE;

      unmet = row ? look_up_unmet (self, select) : NULL;
      if (unmet != NULL && (!from_latest || --unmet->left == 0))
        meet (self, unmet, select);
    }

  return TRUE;
}

static gboolean
scan_waiting (Waits *self, const ReaCampaign *campaign, GError **error)
{
  g_autoptr (ReaStatement) select = NULL;
  gboolean row = TRUE;

  select = rea_sqlite_prepare (self->db,
                               "SELECT holder, waiting_since FROM conversation NOT INDEXED"
                               " WHERE id BETWEEN ? AND ? AND status = 0 AND campaign_id = ?",
                               error);
  if (select == NULL)
    return FALSE;

  rea_statement_bind (select, "iii", campaign->first_conversation, campaign->last_conversation,
                      self->campaign_id);
  while (row)
    {
      Unmet *unmet;
      gint64 since;

      if (!rea_statement_step (select, &row, error))
        return FALSE;

      unmet = row ? look_up_unmet (self, select) : NULL;
      since = row ? sqlite3_column_int64 (select, 1) : REA_TIME_NONE;
      if (unmet != NULL &&
          (unmet->sender->waiting_since == REA_TIME_NONE || since < unmet->sender->waiting_since))
        unmet->sender->waiting_since = since;
    }

  return TRUE;
}

/* No index has the holder in it. But one has the replies in the order in which they
 * wait: most senders are met near its one end, where theirs is the first; who has only
 * a few new ones is met near the other, where all of theirs are counted off. Each step
 * of such a walk costs as much as some twenty of going over the campaign, which is done
 * for who is left. So it takes the time of that at most, and mostly next to none.
 */
gboolean
rea_sqlite_store_add_longest_waits (ReaStore  *self,
                                    gint64     campaign_id,
                                    GPtrArray *senders,
                                    GError   **error)
{
  g_autoptr (GHashTable) unmet = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (ReaCampaign) campaign = NULL;
  Waits waits = {
    .db = rea_sqlite_store_get_db (self),
    .campaign_id = campaign_id,
    .unmet = unmet,
  };

  for (guint i = 0; i < senders->len; i++)
    {
      ReaSender *sender = g_ptr_array_index (senders, i);
      gint64     needs_reply = sender->counts.n[REA_STATUS_NEEDS_REPLY];

      if (needs_reply > 0)
        {
          Unmet *one = g_new (Unmet, 1);

          one->sender = sender;
          one->left = needs_reply;
          g_hash_table_insert (unmet, &sender->user->id, one);
        }
    }

  if (g_hash_table_size (unmet) == 0)
    return TRUE;

  campaign = rea_sqlite_store_get_campaign (self, campaign_id, error);
  if (campaign == NULL)
    return FALSE;

  waits.steps = MIN_STEPS + campaign->total / ROWS_A_STEP;

  return walk_waiting (&waits, FALSE, error) && walk_waiting (&waits, TRUE, error) &&
         (g_hash_table_size (unmet) == 0 || scan_waiting (&waits, campaign, error));
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
