/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-campaigns.h"
#include "rea-sqlite-history.h"
#include "rea-sqlite-phone.h"
#include "rea-sqlite-store-private.h"

/* Records a message and gives it its id. What it makes of the conversation's
 * status is for the caller to say, by rea_store_update_conversation().
 */
gboolean
rea_sqlite_store_insert_message (ReaStore   *self,
                                 gint64      campaign_id,
                                 ReaMessage *message,
                                 GError    **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);

  if (!rea_sqlite_run (db,
                       "INSERT INTO message (conversation_id, campaign_id, out, at, by, text)"
                       " VALUES (?, ?, ?, ?, ?, ?)",
                       error, "iiiios", message->conversation_id, campaign_id,
                       (gint64) (message->out != FALSE), message->at, message->by, message->text))
    return FALSE;

  message->id = sqlite3_last_insert_rowid (rea_sqlite_get_handle (db));

  return rea_sqlite_raise_revision (db, campaign_id, error);
}

static ReaMessage *
read_message (ReaStatement *statement, gint64 conversation_id)
{
  g_autofree char *text = rea_statement_dup_text (statement, 3);
  ReaMessage      *message = rea_message_new (sqlite3_column_int (statement, 1) != 0,
                                              sqlite3_column_int64 (statement, 2), text);

  message->id = sqlite3_column_int64 (statement, 0);
  message->conversation_id = conversation_id;
  message->by = sqlite3_column_int64 (statement, 4);
  message->by_email = rea_statement_dup_text (statement, 5);
  message->by_name = rea_sqlite_history_dup_name (statement, 5, 6);
  if (sqlite3_column_type (statement, 8) != SQLITE_NULL)
    message->delivery = sqlite3_column_int (statement, 8);

  return message;
}

static void
reverse (GPtrArray *array)
{
  for (guint i = 0; i < array->len / 2; i++)
    {
      gpointer first = array->pdata[i];

      array->pdata[i] = array->pdata[array->len - 1 - i];
      array->pdata[array->len - 1 - i] = first;
    }
}

/* The messages of a conversation in the order in which they were recorded. They are
 * read from the last one on, so that the end of a long one takes no time.
 */
GPtrArray *
rea_sqlite_store_list_messages (ReaStore *self,
                                gint64    conversation_id,
                                gint64    after,
                                guint     limit,
                                GError  **error)
{
  g_autoptr (GPtrArray) messages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rea_message_free);
  g_autoptr (ReaStatement) select = NULL;
  gboolean row;

  select = rea_sqlite_prepare (rea_sqlite_store_get_db (self),
                               "SELECT message.id, out, at, message.text, by, email, first_name,"
                               " last_name, outgoing.state"
                               " FROM message LEFT JOIN user ON user.id = by"
                               " LEFT JOIN outgoing ON outgoing.message_id = message.id"
                               " WHERE conversation_id = ? AND message.id > ?"
                               " ORDER BY message.id DESC LIMIT ?",
                               error);
  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "iii", conversation_id, after, limit > 0 ? (gint64) limit : -1);
  while (rea_statement_step (select, &row, error))
    {
      if (!row)
        {
          reverse (messages);
          return g_steal_pointer (&messages);
        }

      g_ptr_array_add (messages, read_message (select, conversation_id));
    }

  return NULL;
}

/* The answer to a question of the survey; none takes it back. */
gboolean
rea_sqlite_store_set_answer (ReaStore   *self,
                             gint64      conversation_id,
                             const char *question,
                             const char *answer,
                             GError    **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  gboolean   ok;

  if (answer != NULL)
    ok = rea_sqlite_run (db,
                         "INSERT OR REPLACE INTO answer (conversation_id, question, answer)"
                         " VALUES (?, ?, ?)",
                         error, "iss", conversation_id, question, answer);
  else
    ok = rea_sqlite_run (db, "DELETE FROM answer WHERE conversation_id = ? AND question = ?", error,
                         "is", conversation_id, question);

  return ok && rea_sqlite_run (db,
                               "UPDATE campaign SET revision = revision + 1"
                               " WHERE id = (SELECT campaign_id FROM conversation WHERE id = ?)",
                               error, "i", conversation_id);
}

/* The answers of a conversation, by the names of the questions. */
GPtrArray *
rea_sqlite_store_list_answers (ReaStore *self, gint64 conversation_id, GError **error)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_answer_free);
  g_autoptr (ReaStatement) select = NULL;
  gboolean row;

  select = rea_sqlite_prepare (rea_sqlite_store_get_db (self),
                               "SELECT question, answer FROM answer WHERE conversation_id = ?"
                               " ORDER BY question",
                               error);
  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "i", conversation_id);
  while (rea_statement_step (select, &row, error))
    {
      g_autofree char *question = NULL;
      g_autofree char *answer = NULL;

      if (!row)
        return g_steal_pointer (&answers);

      question = rea_statement_dup_text (select, 0);
      answer = rea_statement_dup_text (select, 1);
      g_ptr_array_add (answers, rea_answer_new (question, answer));
    }

  return NULL;
}

/* Keeps that a phone does not want to be texted; @added says whether that is new. */
gboolean
rea_sqlite_store_add_opt_out (ReaStore   *self,
                              const char *phone,
                              gint64      at,
                              gboolean   *added,
                              GError    **error)
{
  gboolean opted_out;

  if (!rea_sqlite_store_is_opted_out (self, phone, &opted_out, error))
    return FALSE;

  if (added != NULL)
    *added = !opted_out;

  return opted_out || rea_sqlite_run (rea_sqlite_store_get_db (self),
                                      "INSERT INTO opt_out (phone, at) VALUES (?, ?)", error, "ii",
                                      rea_sqlite_phone_to_number (phone), at);
}

gboolean
rea_sqlite_store_is_opted_out (ReaStore   *self,
                               const char *phone,
                               gboolean   *opted_out,
                               GError    **error)
{
  gint64 found;

  if (!rea_sqlite_get_int (rea_sqlite_store_get_db (self), "SELECT 1 FROM opt_out WHERE phone = ?",
                           0, &found, error, "i", rea_sqlite_phone_to_number (phone)))
    return FALSE;

  *opted_out = found == 1;

  return TRUE;
}

/* Whether is_opted_out can ever say yes: millions of rows need not ask then. */
gboolean
rea_sqlite_store_has_opt_outs (ReaStore *self, gboolean *any, GError **error)
{
  gint64 found;

  if (!rea_sqlite_get_int (rea_sqlite_store_get_db (self), "SELECT EXISTS (SELECT 1 FROM opt_out)",
                           0, &found, error, ""))
    return FALSE;

  *any = found == 1;

  return TRUE;
}

/* How often what was answered, also to questions that are asked no more. */
GPtrArray *
rea_sqlite_store_count_answers (ReaStore *self, const ReaCampaign *campaign, GError **error)
{
  g_autoptr (GPtrArray) counts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rea_answer_count_free);
  g_autoptr (ReaStatement) select = NULL;
  gboolean row;

  select = rea_sqlite_prepare (rea_sqlite_store_get_db (self),
                               "SELECT a.question, a.answer, count(*) FROM answer a"
                               " JOIN contact c ON c.id = a.conversation_id"
                               " WHERE a.conversation_id BETWEEN ?2 AND ?3 AND +c.campaign_id = ?1"
                               " GROUP BY a.question, a.answer ORDER BY a.question, a.answer",
                               error);
  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "iii", campaign->id, campaign->first_conversation,
                      campaign->last_conversation);
  while (rea_statement_step (select, &row, error))
    {
      g_autofree char *question = NULL;
      g_autofree char *answer = NULL;

      if (!row)
        return g_steal_pointer (&counts);

      question = rea_statement_dup_text (select, 0);
      answer = rea_statement_dup_text (select, 1);
      g_ptr_array_add (counts,
                       rea_answer_count_new (question, answer, sqlite3_column_int64 (select, 2)));
    }

  return NULL;
}
