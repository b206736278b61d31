/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-conversations.h"

#include "rea-sqlite-campaigns.h"
#include "rea-sqlite-phone.h"
#include "rea-sqlite-store-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static ReaConversation *
read_conversation (ReaStatement *row)
{
  ReaConversation *conversation = rea_conversation_new ();

  conversation->id = sqlite3_column_int64 (row, 0);
  conversation->campaign_id = sqlite3_column_int64 (row, 1);
  conversation->phone = rea_sqlite_phone_from_number (sqlite3_column_int64 (row, 2));
  conversation->first_name = rea_statement_dup_text (row, 3);
  conversation->last_name = rea_statement_dup_text (row, 4);
  conversation->fields = rea_statement_dup_text (row, 5);
  conversation->time_zone = rea_statement_dup_text (row, 6);
  conversation->status = sqlite3_column_int (row, 7);
  conversation->open_status = sqlite3_column_int (row, 8);
  conversation->holder = sqlite3_column_int64 (row, 9);
  conversation->holder_email = rea_statement_dup_text (row, 10);
  conversation->flags = sqlite3_column_int (row, 11);
  conversation->last_message_at = sqlite3_column_int64 (row, 12);
  conversation->waiting_since = sqlite3_column_int64 (row, 13);
  conversation->last_text = rea_statement_dup_text (row, 14);
  /* Pages have it, and others have no reader. */
  if (sqlite3_column_count (row) > 15)
    conversation->draft = rea_statement_dup_text (row, 15);

  return conversation;
}

/**
 * rea_sqlite_read_conversations:
 * @select: a statement that finds %REA_SQLITE_CONVERSATION_COLUMNS, and maybe the
 *   reader's draft
 * @conversations: (element-type ReaConversation): what it finds is appended here
 * @error: what went wrong
 *
 * Returns: whether all were read
 */
gboolean
rea_sqlite_read_conversations (ReaStatement *select, GPtrArray *conversations, GError **error)
{
  gboolean row;

  while (rea_statement_step (select, &row, error))
    {
      if (!row)
        return TRUE;

      g_ptr_array_add (conversations, read_conversation (select));
    }

  return FALSE;
}

ReaConversation *
rea_sqlite_store_get_conversation (ReaStore *self, gint64 campaign_id, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rea_conversation_free);
  g_autoptr (ReaStatement) select = rea_sqlite_prepare (rea_sqlite_store_get_db (self),
                                                        "SELECT " REA_SQLITE_CONVERSATION_COLUMNS
                                                        " FROM" REA_SQLITE_CONVERSATION_TABLES
                                                        " WHERE c.id = ? AND c.campaign_id = ?",
                                                        error);

  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "ii", id, campaign_id);
  if (!rea_sqlite_read_conversations (select, found, error))
    return NULL;

  if (found->len == 0)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_NOT_FOUND,
                   _ ("There is no conversation %" PRId64 " in this campaign."), id);
      return NULL;
    }

  return g_ptr_array_steal_index (found, 0);
}

gboolean
rea_sqlite_store_find_conversation (ReaStore   *self,
                                    gint64      campaign_id,
                                    const char *phone,
                                    gint64     *id,
                                    GError    **error)
{
  return rea_sqlite_get_int (rea_sqlite_store_get_db (self),
                             "SELECT id FROM contact_phone WHERE phone = ? AND campaign_id = ?", 0,
                             id, error, "ii", rea_sqlite_phone_to_number (phone), campaign_id);
}

GPtrArray *
rea_sqlite_store_list_by_phone (ReaStore *self, const char *phone, GError **error)
{
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rea_conversation_free);
  g_autoptr (ReaStatement) select =
      rea_sqlite_prepare (rea_sqlite_store_get_db (self),
                          "SELECT " REA_SQLITE_CONVERSATION_COLUMNS
                          " FROM contact_phone p CROSS JOIN contact k ON k.id = p.id"
                          " CROSS JOIN conversation c ON c.id = k.id"
                          " LEFT JOIN user u ON u.id = c.holder WHERE p.phone = ? ORDER BY c.id",
                          error);

  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "i", rea_sqlite_phone_to_number (phone));

  return rea_sqlite_read_conversations (select, found, error) ? g_steal_pointer (&found) : NULL;
}

static gint64
flag_difference (const ReaConversation *before,
                 const ReaConversation *after,
                 ReaConversationFlags   flag)
{
  return ((after->flags & flag) != 0) - ((before->flags & flag) != 0);
}

gboolean
rea_sqlite_store_update_conversation (ReaStore              *self,
                                      const ReaConversation *before,
                                      const ReaConversation *after,
                                      GError               **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);

  if (!rea_sqlite_run (db, "UPDATE conversation SET status = ?, waiting_since = ? WHERE id = ?",
                       error, "iti", (gint64) after->status, after->waiting_since, after->id) ||
      !rea_sqlite_run (db,
                       "UPDATE contact SET open_status = ?, flags = ?, last_message_at = ? WHERE "
                       "id = ?",
                       error, "iiti", (gint64) after->open_status, (gint64) after->flags,
                       after->last_message_at, after->id))
    return FALSE;

  if (before->status != after->status &&
      (!rea_sqlite_add_to_counter (db, after->campaign_id, after->holder, before->status, -1,
                                   error) ||
       !rea_sqlite_add_to_counter (db, after->campaign_id, after->holder, after->status, 1, error)))
    return FALSE;

  return rea_sqlite_run (db,
                         "UPDATE campaign SET opted_out = opted_out + ?,"
                         " wrote_after_opt_out = wrote_after_opt_out + ?, marked = marked + ?,"
                         " revision = revision + 1 WHERE id = ?",
                         error, "iiii", flag_difference (before, after, REA_FLAG_OPTED_OUT),
                         flag_difference (before, after, REA_FLAG_WROTE_AFTER_OPT_OUT),
                         flag_difference (before, after, REA_FLAG_MARKED), after->campaign_id);
}

gint64
rea_sqlite_store_find_missing (ReaStore          *self,
                               const ReaCampaign *campaign,
                               GArray            *ids,
                               GError           **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      gint64 found;

      if (!rea_sqlite_get_int (rea_sqlite_store_get_db (self),
                               "SELECT campaign_id FROM conversation WHERE id = ?", 0, &found,
                               error, "i", id))
        return -1;
      if (found != campaign->id)
        return id;
    }

  return 0;
}
