/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What leaves by the gateway, and what it brought. */
#include "rea-sqlite-campaigns.h"
#include "rea-sqlite-conversations.h"
#include "rea-sqlite-phone.h"
#include "rea-sqlite-store-private.h"

/* A message that was recorded just now; or, where @message_id is 0, the confirmation
 * of an opt-out, of which a phone gets one.
 */
gboolean
rea_sqlite_store_queue (ReaStore   *self,
                        gint64      message_id,
                        const char *phone,
                        const char *text,
                        GError    **error)
{
  return rea_sqlite_run (rea_sqlite_store_get_db (self),
                         "INSERT INTO outgoing (message_id, phone, text, state)"
                         " VALUES (?, ?, ?, ?)"
                         " ON CONFLICT (phone) WHERE message_id IS NULL DO NOTHING",
                         error, "oisi", message_id, rea_sqlite_phone_to_number (phone),
                         message_id == 0 ? text : NULL, (gint64) REA_DELIVERY_QUEUED);
}

#define OUTGOING                                                                                   \
  "SELECT o.id, o.message_id, m.conversation_id, m.campaign_id, o.phone,"                          \
  " ifnull (o.text, m.text), o.state, o.asked, o.reported, k.flags, k.time_zone"                   \
  " FROM outgoing o LEFT JOIN message m ON m.id = o.message_id"                                    \
  " LEFT JOIN contact k ON k.id = m.conversation_id"

static ReaOutgoing *
read_outgoing (ReaStatement *statement)
{
  ReaOutgoing *outgoing = g_new0 (ReaOutgoing, 1);

  outgoing->id = sqlite3_column_int64 (statement, 0);
  outgoing->message_id = sqlite3_column_int64 (statement, 1);
  outgoing->conversation_id = sqlite3_column_int64 (statement, 2);
  outgoing->campaign_id = sqlite3_column_int64 (statement, 3);
  outgoing->phone = rea_sqlite_phone_from_number (sqlite3_column_int64 (statement, 4));
  outgoing->text = rea_statement_dup_text (statement, 5);
  outgoing->state = sqlite3_column_int (statement, 6);
  outgoing->asked = sqlite3_column_int64 (statement, 7);
  outgoing->reported = sqlite3_column_int64 (statement, 8);
  outgoing->opted_out = (sqlite3_column_int64 (statement, 9) & REA_FLAG_OPTED_OUT) != 0;
  outgoing->time_zone = rea_statement_dup_text (statement, 10);

  return outgoing;
}

/* Those in a state that is not the last, in the order in which they were queued. */
GPtrArray *
rea_sqlite_store_list_outgoing (ReaStore   *self,
                                ReaDelivery state,
                                gint64      after,
                                guint       limit,
                                GError    **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_outgoing_free);
  g_autoptr (ReaStatement) select = NULL;
  gboolean row;

  /* The second condition is what the index is made for; SQLite does not see it by itself. */
  select = rea_sqlite_prepare (rea_sqlite_store_get_db (self),
                               OUTGOING " WHERE o.state = ? AND o.state < 2 AND o.id > ?"
                                        " ORDER BY o.id LIMIT ?",
                               error);
  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "iii", (gint64) state, after, (gint64) limit);
  while (rea_statement_step (select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&found);

      g_ptr_array_add (found, read_outgoing (select));
    }

  return NULL;
}

/* %NULL without an error for one that is not there any more. */
gboolean
rea_sqlite_store_get_outgoing (ReaStore *self, gint64 id, ReaOutgoing **outgoing, GError **error)
{
  g_autoptr (ReaStatement) select =
      rea_sqlite_prepare (rea_sqlite_store_get_db (self), OUTGOING " WHERE o.id = ?", error);
  gboolean row;

  *outgoing = NULL;
  if (select == NULL)
    return FALSE;

  rea_statement_bind (select, "i", id);
  if (!rea_statement_step (select, &row, error))
    return FALSE;

  if (row)
    *outgoing = read_outgoing (select);

  return TRUE;
}

/* How far it has come, how often it was asked for, and what reports say of it. */
gboolean
rea_sqlite_store_update_outgoing (ReaStore *self, const ReaOutgoing *outgoing, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);

  return rea_sqlite_run (db, "UPDATE outgoing SET state = ?, asked = ?, reported = ? WHERE id = ?",
                         error, "iiii", (gint64) outgoing->state, outgoing->asked,
                         outgoing->reported, outgoing->id) &&
         (outgoing->campaign_id == 0 ||
          rea_sqlite_raise_revision (db, outgoing->campaign_id, error));
}

gboolean
rea_sqlite_store_has_incoming (ReaStore *self, const char *id, gboolean *has, GError **error)
{
  gint64 found;

  if (!rea_sqlite_get_int (rea_sqlite_store_get_db (self), "SELECT 1 FROM incoming WHERE id = ?", 0,
                           &found, error, "s", id))
    return FALSE;

  *has = found == 1;

  return TRUE;
}

/* A message that is recorded keeps its text there. */
gboolean
rea_sqlite_store_insert_incoming (ReaStore          *self,
                                  const ReaIncoming *incoming,
                                  gint64             message_id,
                                  GError           **error)
{
  gboolean is_known = message_id != 0;

  return rea_sqlite_run (rea_sqlite_store_get_db (self),
                         "INSERT INTO incoming (id, at, message_id, phone, text)"
                         " VALUES (?, ?, ?, ?, ?)",
                         error, "sioss", incoming->id, incoming->at, message_id,
                         is_known ? NULL : incoming->phone, is_known ? NULL : incoming->text);
}

/* Whose conversation a reply belongs to: the one of the phone that was last written to,
 * else the newest in an active campaign, else the newest. One that was imported as
 * written to counts as such.
 */
ReaConversation *
rea_sqlite_store_find_written_to (ReaStore *self, const char *phone, GError **error)
{
  gint64 number = rea_sqlite_phone_to_number (phone);
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rea_conversation_free);
  g_autoptr (ReaStatement) select =
      rea_sqlite_prepare (rea_sqlite_store_get_db (self),
                          "SELECT " REA_SQLITE_CONVERSATION_COLUMNS
                          " FROM contact_phone p CROSS JOIN contact k ON k.id = p.id"
                          " CROSS JOIN conversation c ON c.id = k.id"
                          " CROSS JOIN campaign g ON g.id = c.campaign_id"
                          " LEFT JOIN user u ON u.id = c.holder WHERE p.phone = ?"
                          " ORDER BY ifnull ((SELECT max (at) FROM message"
                          " WHERE conversation_id = c.id AND out = 1),"
                          " CASE WHEN k.open_status IN (2, 3) THEN ifnull (k.last_message_at, 0) "
                          "END) DESC NULLS LAST,"
                          " g.state = 1 DESC, c.id DESC LIMIT 1",
                          error);

  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "i", number);
  if (number == 0 || !rea_sqlite_read_conversations (select, found, error) || found->len == 0)
    return NULL;

  return g_ptr_array_steal_index (found, 0);
}
