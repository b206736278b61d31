/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-history.h"
#include "rea-sqlite-phone.h"
#include "rea-sqlite-store-private.h"

/* What somebody has written and not sent; %NULL forgets it. It is no change of any
 * campaign, as presence is none.
 */
gboolean
rea_sqlite_store_save_draft (ReaStore   *self,
                             gint64      conversation_id,
                             gint64      user_id,
                             const char *text,
                             gint64      at,
                             GError    **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);

  if (text == NULL)
    return rea_sqlite_run (db, "DELETE FROM draft WHERE conversation_id = ? AND user_id = ?", error,
                           "ii", conversation_id, user_id);

  return rea_sqlite_run (db,
                         "INSERT OR REPLACE INTO draft (conversation_id, user_id, text, at)"
                         " VALUES (?, ?, ?, ?)",
                         error, "iisi", conversation_id, user_id, text, at);
}

/* Everybody's drafts in a conversation, the latest first. */
GPtrArray *
rea_sqlite_store_list_drafts (ReaStore *self, gint64 conversation_id, GError **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_draft_free);
  g_autoptr (ReaStatement) select = NULL;
  gboolean row;

  select = rea_sqlite_prepare (rea_sqlite_store_get_db (self),
                               "SELECT user_id, at, text, email, first_name, last_name FROM draft"
                               " JOIN user ON user.id = user_id WHERE conversation_id = ?"
                               " ORDER BY at DESC, user_id",
                               error);
  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "i", conversation_id);
  while (rea_statement_step (select, &row, error))
    {
      ReaDraft *draft;

      if (!row)
        return g_steal_pointer (&drafts);

      draft = g_new0 (ReaDraft, 1);
      draft->by = sqlite3_column_int64 (select, 0);
      draft->at = sqlite3_column_int64 (select, 1);
      draft->text = rea_statement_dup_text (select, 2);
      draft->by_name = rea_sqlite_history_dup_name (select, 3, 4);
      g_ptr_array_add (drafts, draft);
    }

  return NULL;
}

static ReaLeftDraft *
read_left_draft (ReaStatement *row)
{
  ReaLeftDraft *draft = g_new0 (ReaLeftDraft, 1);

  draft->conversation = sqlite3_column_int64 (row, 0);
  draft->at = sqlite3_column_int64 (row, 1);
  draft->text = rea_statement_dup_text (row, 2);
  draft->phone = rea_sqlite_phone_from_number (sqlite3_column_int64 (row, 3));
  draft->first_name = rea_statement_dup_text (row, 4);
  draft->last_name = rea_statement_dup_text (row, 5);
  draft->holder_name = rea_sqlite_history_dup_name (row, 6, 7);

  return draft;
}

/* The drafts of the campaign are looked at, which are few, and not its conversations. */
GPtrArray *
rea_sqlite_store_list_left_drafts (ReaStore          *self,
                                   const ReaCampaign *campaign,
                                   gint64             user_id,
                                   GError           **error)
{
  g_autoptr (GPtrArray) drafts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rea_left_draft_free);
  g_autoptr (ReaStatement) select = NULL;
  gboolean row;

  select =
      rea_sqlite_prepare (rea_sqlite_store_get_db (self),
                          "SELECT d.conversation_id, d.at, d.text, k.phone, k.first_name,"
                          " k.last_name, u.email, u.first_name, u.last_name FROM draft d"
                          " CROSS JOIN conversation c ON c.id = d.conversation_id"
                          " CROSS JOIN contact k ON k.id = c.id LEFT JOIN user u ON u.id = c.holder"
                          " WHERE d.conversation_id BETWEEN ? AND ? AND d.user_id = ?"
                          " AND +c.campaign_id = ? AND c.holder <> d.user_id"
                          " ORDER BY d.at DESC, d.conversation_id",
                          error);
  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "iiii", campaign->first_conversation, campaign->last_conversation,
                      user_id, campaign->id);
  while (rea_statement_step (select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&drafts);

      g_ptr_array_add (drafts, read_left_draft (select));
    }

  return NULL;
}
