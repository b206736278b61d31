/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which conversations a move moved, and where a conversation has been. */
#include "rea-sqlite-history.h"
#include "rea-sqlite-runs.h"
#include "rea-sqlite-store-private.h"

GArray *
rea_sqlite_store_list_moved (ReaStore *self, gint64 move_id, GError **error)
{
  g_autoptr (ReaRunsReader) record =
      rea_runs_reader_new (rea_sqlite_store_get_db (self), move_id, error);
  GArray *ids;

  if (record == NULL)
    return NULL;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (rea_runs_reader_next (record))
    {
      gint64 id = rea_runs_reader_get_id (record);

      g_array_append_val (ids, id);
    }

  return ids;
}

static gboolean
name_holder (ReaSqlite *db, gint64 holder, ReaTrailEntry *entry, GError **error)
{
  g_autoptr (ReaStatement) select =
      rea_sqlite_prepare (db, "SELECT email, first_name, last_name FROM user WHERE id = ?", error);
  gboolean row;

  if (select == NULL)
    return FALSE;

  rea_statement_bind (select, "i", holder);
  if (!rea_statement_step (select, &row, error))
    return FALSE;

  if (row)
    {
      entry->sender = rea_statement_dup_text (select, 0);
      entry->sender_name = rea_sqlite_history_dup_name (select, 0, 1);
    }

  return TRUE;
}

static ReaTrailEntry *
add_entry (GPtrArray *trail, gint64 since)
{
  ReaTrailEntry *entry = g_new0 (ReaTrailEntry, 1);

  g_ptr_array_add (trail, entry);
  entry->since = since;

  return entry;
}

GPtrArray *
rea_sqlite_store_list_trail (ReaStore *self, const ReaConversation *conversation, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  g_autoptr (GPtrArray) trail =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rea_trail_entry_free);
  g_autoptr (ReaStatement) select = NULL;
  gint64   imported;
  gboolean row;

  if (!rea_sqlite_get_int (db,
                           "SELECT at FROM import WHERE first_conversation <= ?"
                           " ORDER BY first_conversation DESC LIMIT 1",
                           REA_TIME_NONE, &imported, error, "i", conversation->id))
    return NULL;

  select = rea_sqlite_prepare (db,
                               "SELECT p.runs, p.first_id, m.id, m.at, m.kind, u.email,"
                               " u.first_name, u.last_name FROM move m"
                               " CROSS JOIN move_part p ON p.move_id = m.id AND p.first_id <= ?2"
                               " AND p.last_id >= ?2"
                               " LEFT JOIN user u ON u.id = m.by WHERE m.campaign_id = ?1"
                               " ORDER BY m.id",
                               error);
  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "ii", conversation->campaign_id, conversation->id);
  while (rea_statement_step (select, &row, error))
    {
      ReaTrailEntry *entry;
      gint64         before = conversation->holder;
      gint64         after;

      if (row &&
          !rea_runs_find (sqlite3_column_blob (select, 0), sqlite3_column_bytes (select, 0),
                          sqlite3_column_int64 (select, 1), conversation->id, &before, &after))
        continue;

      if (trail->len == 0 && !name_holder (db, before, add_entry (trail, imported), error))
        return NULL;

      if (!row)
        return g_steal_pointer (&trail);

      entry = add_entry (trail, sqlite3_column_int64 (select, 3));
      entry->move = sqlite3_column_int64 (select, 2);
      entry->kind = sqlite3_column_int (select, 4);
      entry->by = rea_statement_dup_text (select, 5);
      entry->by_name = rea_sqlite_history_dup_name (select, 5, 6);
      if (!name_holder (db, after, entry, error))
        return NULL;
    }

  return NULL;
}
