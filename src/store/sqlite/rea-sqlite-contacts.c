/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bringing contacts in, thousands at a time. What many rows have in common is
 * written once at the end: counters, the range of ids, and, in a database that
 * was empty, the indexes.
 */
#include "rea-sqlite-campaigns.h"
#include "rea-sqlite-phone.h"
#include "rea-sqlite-search.h"
#include "rea-sqlite-store-private.h"

typedef struct
{
  gint64     first;
  gint64     next;
  gint64     n_opted_out;
  gint64     n_wrote_after;
  gint64     n_marked;
  ReaTally  *tally;
  GPtrArray *indexes; /* the SQL of those that are made at the end */
} Intake;

static void
intake_free (gpointer data)
{
  Intake *intake = data;

  rea_tally_free (intake->tally);
  g_clear_pointer (&intake->indexes, g_ptr_array_unref);
  g_free (intake);
}

static Intake *
get_intake (ReaStore *self)
{
  return g_object_get_data (G_OBJECT (self), "intake");
}

/* An index over a filled table is made faster than filled row by row. */
static GPtrArray *
drop_indexes (ReaSqlite *db, GError **error)
{
  static const char *const names[] = { "contact_name", "conversation_waiting" };
  g_autoptr (GPtrArray) indexes = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *drop = g_strdup_printf ("DROP INDEX %s", names[i]);

      {
        g_autoptr (ReaStatement) select =
            rea_sqlite_prepare (db,
                                "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?",
                                error);

        if (select == NULL)
          return NULL;

        rea_statement_bind (select, "s", names[i]);
        if (!rea_statement_step (select, NULL, error))
          return NULL;
        g_ptr_array_add (indexes, rea_statement_dup_text (select, 0));
      }

      if (!rea_sqlite_exec (db, drop, error))
        return NULL;
    }

  return g_steal_pointer (&indexes);
}

gboolean
rea_sqlite_store_begin_contacts (ReaStore *self, ReaCampaign *campaign, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  Intake    *intake = g_new0 (Intake, 1);
  gint64     anything;

  intake->tally = rea_tally_new ();
  g_object_set_data_full (G_OBJECT (self), "intake", intake, intake_free);

  if (!rea_sqlite_get_int (db, "SELECT value FROM meta WHERE key = 'next_conversation'", 1,
                           &intake->next, error, "") ||
      !rea_sqlite_get_int (db, "SELECT EXISTS (SELECT 1 FROM contact)", 0, &anything, error, ""))
    return FALSE;

  intake->first = intake->next;

  if (!anything)
    {
      intake->indexes = drop_indexes (db, error);
      return intake->indexes != NULL;
    }

  return TRUE;
}

static gboolean
insert_contact (ReaSqlite             *db,
                gint64                 id,
                const ReaConversation *conversation,
                gboolean              *inserted,
                GError               **error)
{
  g_autoptr (ReaStatement) insert =
      rea_sqlite_prepare (db,
                          "INSERT OR IGNORE INTO contact (id, campaign_id, phone, first_name, "
                          "last_name, time_zone,"
                          " fields, open_status, flags, last_message_at) VALUES (?, ?, ?, ?, ?, ?, "
                          "?, ?, ?, ?)",
                          error);

  if (insert == NULL)
    return FALSE;

  sqlite3_bind_int64 (insert, 1, id);
  sqlite3_bind_int64 (insert, 2, conversation->campaign_id);
  sqlite3_bind_int64 (insert, 3, rea_sqlite_phone_to_number (conversation->phone));
  sqlite3_bind_text (insert, 4, conversation->first_name, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 5, conversation->last_name, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 6, conversation->time_zone, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 7, conversation->fields, -1, SQLITE_STATIC);
  sqlite3_bind_int (insert, 8, conversation->open_status);
  sqlite3_bind_int (insert, 9, conversation->flags);
  if (conversation->last_message_at != REA_TIME_NONE)
    sqlite3_bind_int64 (insert, 10, conversation->last_message_at);

  if (!rea_statement_step (insert, NULL, error))
    return FALSE;

  *inserted = sqlite3_changes (rea_sqlite_get_handle (db)) > 0;

  return TRUE;
}

gboolean
rea_sqlite_store_insert_contact (ReaStore *self, ReaConversation *conversation, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  Intake    *intake = get_intake (self);
  gboolean   inserted;

  g_return_val_if_fail (intake != NULL, FALSE);

  conversation->id = 0;

  if (!insert_contact (db, intake->next, conversation, &inserted, error))
    return FALSE;
  if (!inserted)
    return TRUE;

  conversation->id = intake->next++;

  if (!rea_sqlite_run (db, "INSERT INTO conversation VALUES (?, ?, ?, ?, ?)", error, "iiiit",
                       conversation->id, conversation->campaign_id, conversation->holder,
                       (gint64) conversation->status, conversation->waiting_since) ||
      !rea_sqlite_search_add (db, conversation->id, conversation->first_name,
                              conversation->last_name,
                              rea_sqlite_phone_to_number (conversation->phone), error))
    return FALSE;

  rea_tally_add (intake->tally, conversation->holder, conversation->status, 1);
  intake->n_opted_out += (conversation->flags & REA_FLAG_OPTED_OUT) != 0;
  intake->n_wrote_after += (conversation->flags & REA_FLAG_WROTE_AFTER_OPT_OUT) != 0;
  intake->n_marked += (conversation->flags & REA_FLAG_MARKED) != 0;

  return TRUE;
}

gboolean
rea_sqlite_store_add_field (ReaStore *self, gint64 campaign_id, const char *name, GError **error)
{
  return rea_sqlite_run (rea_sqlite_store_get_db (self),
                         "INSERT OR IGNORE INTO field (campaign_id, name) VALUES (?, ?)", error,
                         "is", campaign_id, name);
}

/* Adds what came in to the counter rows. */
static gboolean
save_counters (ReaSqlite *db, const ReaCampaign *campaign, const ReaTally *tally, GError **error)
{
  GHashTableIter iter;
  gpointer       holder, counts;

  rea_tally_iter_init (tally, &iter);
  while (g_hash_table_iter_next (&iter, &holder, &counts))
    for (int status = 0; status < REA_N_STATUSES; status++)
      {
        gint64 n = ((const ReaCounts *) counts)->n[status];

        if (n != 0 && !rea_sqlite_add_to_counter (db, campaign->id, *(const gint64 *) holder,
                                                  status, n, error))
          return FALSE;
      }

  return TRUE;
}

static gboolean
save_intake (ReaSqlite *db, ReaCampaign *campaign, Intake *intake, gint64 at, GError **error)
{
  gint64 last = intake->next - 1;
  gint64 n = intake->next - intake->first;

  if (n == 0)
    return TRUE;

  return save_counters (db, campaign, intake->tally, error) &&
         rea_sqlite_run (db, "INSERT INTO import VALUES (?, ?, ?, ?)", error, "iiii", intake->first,
                         last, campaign->id, at) &&
         rea_sqlite_run (db, "UPDATE meta SET value = ? WHERE key = 'next_conversation'", error,
                         "i", intake->next) &&
         rea_sqlite_run (db,
                         "UPDATE campaign SET total = total + ?1, opted_out = opted_out + ?2,"
                         " wrote_after_opt_out = wrote_after_opt_out + ?3, marked = marked + ?4,"
                         " first_conversation = CASE first_conversation WHEN 0 THEN ?5"
                         " ELSE first_conversation END, last_conversation = ?6,"
                         " revision = revision + 1 WHERE id = ?7",
                         error, "iiiiiii", n, intake->n_opted_out, intake->n_wrote_after,
                         intake->n_marked, intake->first, last, campaign->id);
}

gboolean
rea_sqlite_store_end_contacts (ReaStore *self, ReaCampaign *campaign, gint64 at, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  Intake    *intake = get_intake (self);
  gboolean   ok;

  g_return_val_if_fail (intake != NULL, FALSE);

  ok = save_intake (db, campaign, intake, at, error);

  for (guint i = 0; ok && intake->indexes != NULL && i < intake->indexes->len; i++)
    ok = rea_sqlite_exec (db, g_ptr_array_index (intake->indexes, i), error);

  if (ok && intake->next > intake->first)
    {
      campaign->total += intake->next - intake->first;
      campaign->last_conversation = intake->next - 1;
      if (campaign->first_conversation == 0)
        campaign->first_conversation = intake->first;
    }

  g_object_set_data (G_OBJECT (self), "intake", NULL);

  return ok;
}

gboolean
rea_sqlite_store_list_field_names (ReaStore          *self,
                                   const ReaCampaign *campaign,
                                   GPtrArray         *names,
                                   GError           **error)
{
  g_autoptr (ReaStatement) select =
      rea_sqlite_prepare (rea_sqlite_store_get_db (self),
                          "SELECT name FROM field WHERE campaign_id = ? ORDER BY name", error);
  gboolean row;

  if (select == NULL)
    return FALSE;

  rea_statement_bind (select, "i", campaign->id);
  while (rea_statement_step (select, &row, error))
    {
      if (!row)
        return TRUE;
      g_ptr_array_add (names, rea_statement_dup_text (select, 0));
    }

  return FALSE;
}

/* An answer to a question that the campaign no longer asks counts for nothing. */
gboolean
rea_sqlite_store_reset_surveys (ReaStore *self, const ReaCampaign *campaign, GError **error)
{
  return rea_sqlite_run (
      rea_sqlite_store_get_db (self),
      "UPDATE contact SET flags = (flags & ~?2) | CASE"
      " WHEN (flags & ?3) <> 0 AND EXISTS (SELECT 1 FROM question q WHERE q.campaign_id = ?1"
      " AND NOT EXISTS (SELECT 1 FROM answer a WHERE a.conversation_id = contact.id"
      " AND a.question = q.name)) THEN ?2 ELSE 0 END"
      " WHERE +campaign_id = ?1 AND id BETWEEN ?4 AND ?5",
      error, "iiiii", campaign->id, (gint64) REA_FLAG_SURVEY_OPEN, (gint64) REA_FLAG_CONTACT_WROTE,
      campaign->first_conversation, campaign->last_conversation);
}
