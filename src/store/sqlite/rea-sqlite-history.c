/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-history.h"

#include "rea-name.h"
#include "rea-sqlite-campaigns.h"
#include "rea-sqlite-store-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define MOVE_COLUMNS                                                                               \
  "m.id, m.campaign_id, m.at, m.by, u.email, m.kind, m.moved, m.undoes, m.undone_by, r.email,"     \
  " m.last_message, m.from_kind, m.from_minutes, m.from_senders, m.status, m.search, m.waiting,"   \
  " m.unmoved, m.flag, m.named, m.number, m.to_kind, m.to_senders, m.divide, u.first_name,"        \
  " u.last_name, r.first_name, r.last_name, t.at, t.kind, b.at, bu.email, bu.first_name,"          \
  " bu.last_name"

#define MOVE_TABLES                                                                                \
  " FROM move m LEFT JOIN user u ON u.id = m.by LEFT JOIN user r ON r.id = m.removed"              \
  " LEFT JOIN move t ON t.id = m.undoes LEFT JOIN move b ON b.id = m.undone_by"                    \
  " LEFT JOIN user bu ON bu.id = b.by"

/* A line each; an e-mail has no line break in it. */
static char *
join_emails (char **emails)
{
  return emails != NULL ? g_strjoinv ("\n", emails) : NULL;
}

static char **
split_emails (const char *text)
{
  return text != NULL ? g_strsplit (text, "\n", -1) : NULL;
}

/**
 * rea_sqlite_history_dup_name:
 * @row: a row
 * @email: the column of a user's e-mail
 * @first_name: the column of the first name; the last name stands behind it
 *
 * Returns: (transfer full) (nullable): what the user is called, %NULL for nobody
 */
char *
rea_sqlite_history_dup_name (ReaStatement *row, int email, int first_name)
{
  g_autofree char *name = NULL;

  if (sqlite3_column_type (row, email) == SQLITE_NULL)
    return NULL;

  name = rea_name_dup_full ((const char *) sqlite3_column_text (row, first_name),
                            (const char *) sqlite3_column_text (row, first_name + 1));

  return *name != '\0' ? g_steal_pointer (&name) : rea_statement_dup_text (row, email);
}

static ReaRequest *
read_request (ReaStatement *row)
{
  ReaRequest *request;

  if (sqlite3_column_type (row, 11) == SQLITE_NULL)
    return NULL;

  request = rea_request_new ();
  request->filter->holder = sqlite3_column_int (row, 11);
  request->filter->offline_minutes = sqlite3_column_int (row, 12);
  request->filter->senders = split_emails ((const char *) sqlite3_column_text (row, 13));
  request->filter->status = sqlite3_column_int (row, 14);
  request->filter->search = rea_statement_dup_text (row, 15);
  request->filter->waiting_minutes = sqlite3_column_int (row, 16);
  request->filter->unmoved_minutes = sqlite3_column_int (row, 17);
  request->filter->flag = sqlite3_column_int (row, 18);
  request->number = sqlite3_column_int64 (row, 20);
  request->to = sqlite3_column_int (row, 21);
  request->to_senders = split_emails ((const char *) sqlite3_column_text (row, 22));
  request->divide = sqlite3_column_int (row, 23);

  return request;
}

static ReaMove *
read_move (ReaStatement *row)
{
  ReaMove *move = rea_move_new (sqlite3_column_int (row, 5));

  move->id = sqlite3_column_int64 (row, 0);
  move->campaign_id = sqlite3_column_int64 (row, 1);
  move->at = sqlite3_column_int64 (row, 2);
  move->by = sqlite3_column_int64 (row, 3);
  move->by_email = rea_statement_dup_text (row, 4);
  move->by_first_name = rea_statement_dup_text (row, 24);
  move->by_name = rea_sqlite_history_dup_name (row, 4, 24);
  move->moved = sqlite3_column_int64 (row, 6);
  move->undoes = sqlite3_column_int64 (row, 7);
  move->undone_by = sqlite3_column_int64 (row, 8);
  move->undoes_at = sqlite3_column_int64 (row, 28);
  move->undoes_kind = sqlite3_column_int (row, 29);
  move->undone_at = sqlite3_column_int64 (row, 30);
  move->undone_name = rea_sqlite_history_dup_name (row, 31, 32);
  move->removed = rea_statement_dup_text (row, 9);
  move->removed_name = rea_sqlite_history_dup_name (row, 9, 26);
  move->last_message = sqlite3_column_int64 (row, 10);
  move->request = read_request (row);
  move->n_named = sqlite3_column_int64 (row, 19);

  return move;
}

ReaMove *
rea_sqlite_store_get_move (ReaStore *self, gint64 campaign_id, gint64 id, GError **error)
{
  g_autoptr (ReaStatement) select = rea_sqlite_prepare (rea_sqlite_store_get_db (self),
                                                        "SELECT " MOVE_COLUMNS MOVE_TABLES
                                                        " WHERE m.id = ? AND m.campaign_id = ?",
                                                        error);
  gboolean row;

  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "ii", id, campaign_id);
  if (!rea_statement_step (select, &row, error))
    return NULL;

  if (!row)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_NOT_FOUND,
                   _ ("There is no move %" PRId64 " in this campaign."), id);
      return NULL;
    }

  return read_move (select);
}

/* That one of those whom a word fits had a hand in the move. */
static void
add_people (GString *sql, GArray *people)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (ids, "%s%" PRId64, i > 0 ? "," : "", g_array_index (people, gint64, i));

  g_string_append_printf (sql,
                          " AND (m.by IN (%1$s) OR m.removed IN (%1$s) OR EXISTS (SELECT 1"
                          " FROM move_count c WHERE c.move_id = m.id AND c.holder IN (%1$s)))",
                          ids->str);
}

static char *
make_list (const ReaMoveQuery *query)
{
  const ReaMoveFilter *filter = query->filter;
  GString *sql = g_string_new ("SELECT " MOVE_COLUMNS MOVE_TABLES " WHERE m.campaign_id = ?1");

  if (filter->after != 0)
    g_string_append (sql, " AND m.id > ?2");
  if (filter->before != 0)
    g_string_append (sql, " AND m.id < ?3");
  if (query->by != 0)
    g_string_append (sql, " AND m.by = ?4");
  if (filter->show == REA_MOVES_NO_SELF_ASSIGN)
    g_string_append_printf (sql, " AND m.kind <> %d", REA_MOVE_SELF_ASSIGN);
  if (filter->show == REA_MOVES_UNDONE)
    g_string_append (sql, " AND m.undone_by IS NOT NULL");
  if (filter->show == REA_MOVES_UNDOS)
    g_string_append_printf (sql, " AND m.kind = %d", REA_MOVE_UNDO);
  for (guint i = 0; query->people != NULL && i < query->people->len; i++)
    add_people (sql, g_ptr_array_index (query->people, i));
  g_string_append (sql, " ORDER BY m.id DESC LIMIT ?5");

  return g_string_free (sql, FALSE);
}

GPtrArray *
rea_sqlite_store_list_moves (ReaStore           *self,
                             gint64              campaign_id,
                             const ReaMoveQuery *query,
                             GError            **error)
{
  g_autoptr (GPtrArray) moves = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_move_free);
  g_autofree char *sql = make_list (query);
  g_autoptr (ReaStatement) select = rea_sqlite_prepare (rea_sqlite_store_get_db (self), sql, error);
  gboolean row;

  if (select == NULL)
    return NULL;

  sqlite3_bind_int64 (select, 1, campaign_id);
  sqlite3_bind_int64 (select, 2, query->filter->after);
  sqlite3_bind_int64 (select, 3, query->filter->before);
  sqlite3_bind_int64 (select, 4, query->by);
  sqlite3_bind_int64 (select, 5, query->filter->limit);
  while (rea_statement_step (select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&moves);
      g_ptr_array_add (moves, read_move (select));
    }

  return NULL;
}

gboolean
rea_sqlite_store_find_last_move (ReaStore *self,
                                 gint64    campaign_id,
                                 gint64    by,
                                 gint64   *id,
                                 GError  **error)
{
  return rea_sqlite_get_int (rea_sqlite_store_get_db (self),
                             "SELECT id FROM move WHERE campaign_id = ? AND by = ? AND kind <> ?"
                             " AND undone_by IS NULL ORDER BY id DESC LIMIT 1",
                             0, id, error, "iii", campaign_id, by, (gint64) REA_MOVE_UNDO);
}

/* An undo that is undone itself does not stand, and then what it took back does
 * again; so on along the chain.
 */
static gboolean
note_undone (ReaSqlite *db, const ReaMove *undo, GError **error)
{
  gint64 id = undo->undoes;

  while (id != 0)
    {
      if (!rea_sqlite_run (db,
                           "UPDATE move SET undone_by = (SELECT max (u.id) FROM move u"
                           " WHERE u.undoes = ?1 AND u.undone_by IS NULL) WHERE id = ?1",
                           error, "i", id) ||
          !rea_sqlite_get_int (db, "SELECT undoes FROM move WHERE id = ?", 0, &id, error, "i", id))
        return FALSE;
    }

  return TRUE;
}

/**
 * rea_sqlite_history_insert:
 * @db: a connection in a transaction
 * @move: the move; its id and the last message before it are filled in
 * @error: what went wrong
 *
 * Returns: whether it is recorded
 */
gboolean
rea_sqlite_history_insert (ReaSqlite *db, ReaMove *move, GError **error)
{
  const ReaRequest *request = move->request;
  const ReaFilter  *filter = request != NULL ? request->filter : NULL;
  gint64            removed = 0;

  if (!rea_sqlite_get_int (db, "SELECT max (id) FROM message", 0, &move->last_message, error, ""))
    return FALSE;
  if (move->removed != NULL && !rea_sqlite_get_int (db, "SELECT id FROM user WHERE email = ?", 0,
                                                    &removed, error, "s", move->removed))
    return FALSE;

  if (!rea_sqlite_run (db,
                       "INSERT INTO move (campaign_id, at, by, kind, moved, undoes, removed,"
                       " last_message) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                       error, "iiiiiooi", move->campaign_id, move->at, move->by,
                       (gint64) move->kind, move->moved, move->undoes, removed, move->last_message))
    return FALSE;

  move->id = sqlite3_last_insert_rowid (rea_sqlite_get_handle (db));

  if (request != NULL)
    {
      g_autofree char *from_senders = join_emails (filter->senders);
      g_autofree char *to_senders = join_emails (request->to_senders);

      if (!rea_sqlite_run (db,
                           "UPDATE move SET from_kind = ?, from_minutes = ?, from_senders = ?,"
                           " status = ?, search = ?, waiting = ?, unmoved = ?, flag = ?,"
                           " named = ?, number = ?, to_kind = ?, to_senders = ?, divide = ?"
                           " WHERE id = ?",
                           error, "iisisiiiiiisii", (gint64) filter->holder,
                           (gint64) filter->offline_minutes, from_senders, (gint64) filter->status,
                           filter->search, (gint64) filter->waiting_minutes,
                           (gint64) filter->unmoved_minutes, (gint64) filter->flag,
                           filter->conversations != NULL ? (gint64) filter->conversations->len
                                                         : (gint64) 0,
                           request->number, (gint64) request->to, to_senders,
                           (gint64) request->divide, move->id))
        return FALSE;
    }

  return note_undone (db, move, error);
}

/**
 * rea_sqlite_history_save_plan:
 * @db: a connection in a transaction
 * @move_id: the move
 * @plan: what it did, in counts
 * @error: what went wrong
 *
 * Returns: whether it is kept for the history to show
 */
gboolean
rea_sqlite_history_save_plan (ReaSqlite *db, gint64 move_id, const ReaPlan *plan, GError **error)
{
  for (guint i = 0; i < plan->rows->len; i++)
    {
      const ReaPlanRow *row = g_ptr_array_index (plan->rows, i);

      if (rea_counts_total (&row->gave) + rea_counts_total (&row->received) == 0)
        continue;

      for (int status = 0; status < REA_N_STATUSES; status++)
        if (!rea_sqlite_run (db, "INSERT INTO move_count VALUES (?, ?, ?, ?, ?, ?)", error,
                             "iiiiii", move_id, row->holder, (gint64) status, row->before.n[status],
                             row->gave.n[status], row->received.n[status]))
          return FALSE;
    }

  return TRUE;
}

/**
 * rea_sqlite_history_save_counters:
 * @db: a connection in a transaction
 * @campaign_id: the campaign
 * @plan: what was done, in counts
 * @error: what went wrong
 *
 * Returns: whether the counters say what everyone holds now
 */
gboolean
rea_sqlite_history_save_counters (ReaSqlite     *db,
                                  gint64         campaign_id,
                                  const ReaPlan *plan,
                                  GError       **error)
{
  for (guint i = 0; i < plan->rows->len; i++)
    {
      const ReaPlanRow *row = g_ptr_array_index (plan->rows, i);

      for (int status = 0; status < REA_N_STATUSES; status++)
        {
          gint64 difference = row->received.n[status] - row->gave.n[status];

          if (difference != 0 &&
              !rea_sqlite_add_to_counter (db, campaign_id, row->holder, status, difference, error))
            return FALSE;
        }
    }

  return TRUE;
}

ReaPlan *
rea_sqlite_store_get_move_plan (ReaStore *self, gint64 move_id, GError **error)
{
  g_autoptr (ReaPlan) plan = rea_plan_new ();
  g_autoptr (ReaStatement) select = rea_sqlite_prepare (
      rea_sqlite_store_get_db (self),
      "SELECT c.holder, c.status, c.before, c.gave, c.received, u.email, u.first_name, u.last_name"
      " FROM move_count c LEFT JOIN user u ON u.id = c.holder WHERE c.move_id = ?"
      " ORDER BY c.holder <> 999, u.last_name COLLATE rea_name, u.first_name COLLATE rea_name,"
      " u.email COLLATE rea_name, c.holder, c.status",
      error);
  ReaPlanRow *current = NULL;
  gboolean    row;

  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "i", move_id);
  while (rea_statement_step (select, &row, error))
    {
      int status;

      if (!row)
        return g_steal_pointer (&plan);

      if (current == NULL || current->holder != sqlite3_column_int64 (select, 0))
        {
          current = g_new0 (ReaPlanRow, 1);
          current->holder = sqlite3_column_int64 (select, 0);
          current->email = rea_statement_dup_text (select, 5);
          current->first_name = rea_statement_dup_text (select, 6);
          current->last_name = rea_statement_dup_text (select, 7);
          g_ptr_array_add (plan->rows, current);
        }

      status = sqlite3_column_int (select, 1);
      current->before.n[status] = sqlite3_column_int64 (select, 2);
      current->gave.n[status] = sqlite3_column_int64 (select, 3);
      current->received.n[status] = sqlite3_column_int64 (select, 4);
      plan->moved += current->gave.n[status];
      plan->matched = plan->moved;
    }

  return NULL;
}
