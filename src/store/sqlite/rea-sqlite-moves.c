/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-campaigns.h"
#include "rea-sqlite-deal.h"
#include "rea-sqlite-history.h"
#include "rea-sqlite-query.h"
#include "rea-sqlite-store-private.h"

#include <glib/gi18n-lib.h>

/* How long the longest waiting that a holder gives has waited, where it gives
 * only some of those that need a reply.
 */
static gboolean
find_limit (ReaSqlite            *db,
            const ReaSqliteQuery *filter,
            const ReaPlanRow     *row,
            guint                 place,
            ReaDeal              *deal,
            GError              **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (ReaStatement) select = NULL;
  gint64   n = row->gave.n[REA_STATUS_NEEDS_REPLY];
  gboolean found;

  if (n == 0 || n == row->pool.n[REA_STATUS_NEEDS_REPLY])
    return TRUE;

  sql = g_strdup_printf ("SELECT c.waiting_since, c.id FROM conversation c"
                         " INDEXED BY conversation_holder_waiting"
                         " WHERE c.holder = @holder AND c.campaign_id = @campaign AND c.status = 0"
                         " AND %s ORDER BY c.waiting_since, c.id LIMIT 1 OFFSET @skip",
                         rea_sqlite_query_get_conditions (filter));
  select = rea_sqlite_prepare (db, sql, error);
  if (select == NULL)
    return FALSE;

  rea_sqlite_query_bind (filter, select);
  sqlite3_bind_int64 (select, sqlite3_bind_parameter_index (select, "@holder"), row->holder);
  sqlite3_bind_int64 (select, sqlite3_bind_parameter_index (select, "@skip"), n - 1);
  if (!rea_statement_step (select, &found, error))
    return FALSE;

  if (found)
    rea_deal_set_limit (deal, place, sqlite3_column_int64 (select, 0),
                        sqlite3_column_int64 (select, 1));

  return TRUE;
}

/* What SQLite can tell without asking who deals: where one holder gives, or one
 * status is given, the others need not be asked about.
 */
static char *
make_shortcut (const ReaPlan *plan)
{
  ReaCounts given = { { 0 } };
  gint64    giver = 0;
  guint     n_givers = 0;
  int       n_statuses = 0;
  int       status = 0;
  GString  *shortcut = g_string_new (NULL);

  for (guint i = 0; i < plan->rows->len; i++)
    {
      const ReaPlanRow *row = g_ptr_array_index (plan->rows, i);

      rea_counts_add (&given, &row->gave);
      if (rea_counts_total (&row->gave) > 0)
        {
          giver = row->holder;
          n_givers++;
        }
    }

  for (int i = 0; i < REA_N_STATUSES; i++)
    if (given.n[i] > 0)
      {
        status = i;
        n_statuses++;
      }

  if (n_givers == 1)
    g_string_append_printf (shortcut, "c.holder = %" G_GINT64_FORMAT " AND ", giver);
  if (n_statuses == 1)
    g_string_append_printf (shortcut, "c.status = %d AND ", status);

  return g_string_free (shortcut, FALSE);
}

/* The CASE keeps SQLite from asking about a row before the filter has let it through. */
static gboolean
run_deal (ReaSqlite            *db,
          const char           *conditions,
          gint64                first,
          gint64                last,
          gint64                campaign_id,
          const ReaSqliteQuery *filter,
          ReaDeal              *deal,
          GError              **error)
{
  g_autofree char *sql =
      g_strdup_printf ("UPDATE conversation AS c NOT INDEXED SET holder = rea_dealt (@deal, c.id)"
                       " WHERE c.id BETWEEN @from AND @to AND c.campaign_id = @campaign"
                       " AND CASE WHEN %s THEN rea_pick (@deal, c.id, c.holder, c.status, "
                       "c.waiting_since)"
                       " ELSE 0 END",
                       conditions);
  g_autoptr (ReaStatement) update = rea_sqlite_prepare (db, sql, error);

  if (update == NULL)
    return FALSE;

  if (filter != NULL)
    rea_sqlite_query_bind (filter, update);
  sqlite3_bind_int64 (update, sqlite3_bind_parameter_index (update, "@campaign"), campaign_id);
  sqlite3_bind_int64 (update, sqlite3_bind_parameter_index (update, "@from"), first);
  sqlite3_bind_int64 (update, sqlite3_bind_parameter_index (update, "@to"), last);
  sqlite3_bind_pointer (update, sqlite3_bind_parameter_index (update, "@deal"), deal,
                        REA_POINTER_DEAL, NULL);

  return rea_statement_step (update, NULL, error);
}

static gboolean
save_move (ReaSqlite *db, ReaDeal *deal, const ReaPlan *plan, ReaMove *move, GError **error)
{
  return rea_sqlite_history_save_counters (db, move->campaign_id, plan, error) &&
         rea_sqlite_history_insert (db, move, error) &&
         rea_sqlite_history_save_plan (db, move->id, plan, error) &&
         rea_runs_writer_save (rea_deal_get_runs (deal), db, move->id, error) &&
         rea_sqlite_raise_revision (db, move->campaign_id, error);
}

gboolean
rea_sqlite_store_deal (ReaStore       *self,
                       const ReaQuery *query,
                       ReaPlan        *plan,
                       ReaMove        *move,
                       GError        **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  g_autoptr (ReaSqliteQuery) filter = rea_sqlite_query_new (db, query, error);
  g_autoptr (ReaDeal) deal = rea_deal_new (plan);
  g_autofree char *shortcut = make_shortcut (plan);
  g_autofree char *conditions = NULL;

  if (filter == NULL)
    return FALSE;

  for (guint place = 0; place < plan->rows->len; place++)
    if (!find_limit (db, filter, g_ptr_array_index (plan->rows, place), place, deal, error))
      return FALSE;

  conditions = g_strconcat (shortcut, rea_sqlite_query_get_conditions (filter), NULL);
  if (!run_deal (db, conditions, query->campaign->first_conversation,
                 query->campaign->last_conversation, query->campaign->id, filter, deal, error))
    return FALSE;

  if (!rea_deal_is_done (deal))
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_CORRUPT,
                           _ ("The counters do not fit the conversations; nothing was moved. "
                              "“reassignctl check --repair” mends them."));
      return FALSE;
    }

  move->moved = rea_deal_get_moved (deal);

  return save_move (db, deal, plan, move, error);
}

/* The conversations in which a sender has written since the move. */
static ReaIdSet *
collect_answered (ReaSqlite *db, const ReaMove *move, gint64 first, gint64 last, GError **error)
{
  g_autoptr (ReaIdSet) answered = rea_id_set_new (first, last);
  g_autoptr (ReaStatement) select = rea_sqlite_prepare (db,
                                                        "SELECT conversation_id FROM message WHERE "
                                                        "id > ? AND +campaign_id = ? AND out = 1",
                                                        error);
  gboolean row;

  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "ii", move->last_message, move->campaign_id);
  while (rea_statement_step (select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&answered);
      rea_id_set_add (answered, sqlite3_column_int64 (select, 0));
    }

  return NULL;
}

gboolean
rea_sqlite_store_deal_back (ReaStore      *self,
                            const ReaMove *undone,
                            ReaMove       *undo,
                            ReaPlan       *plan,
                            ReaLeft       *left,
                            GError       **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  g_autoptr (ReaRunsReader) record = rea_runs_reader_new (db, undone->id, error);
  g_autoptr (ReaIdSet) answered = NULL;
  g_autoptr (ReaDeal) deal = rea_deal_new (plan);
  gint64 first, last;

  if (record == NULL)
    return FALSE;

  first = rea_runs_reader_get_first (record);
  last = rea_runs_reader_get_last (record);
  answered = collect_answered (db, undone, first, last, error);
  if (answered == NULL)
    return FALSE;

  rea_deal_set_back (deal, record, answered, left);
  if (!run_deal (db, "1", first, last, undone->campaign_id, NULL, deal, error))
    return FALSE;

  undo->moved = plan->moved = rea_deal_get_moved (deal);

  return undo->moved == 0 || save_move (db, deal, plan, undo, error);
}
