/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-history.h"
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
