/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-campaigns.h"
#include "rea-sqlite-deal.h"
#include "rea-sqlite-history.h"
#include "rea-sqlite-query.h"
#include "rea-sqlite-store-private.h"

#include <glib/gi18n-lib.h>

/* Holders who give only some of those that need a reply, by their number. */
static GHashTable *
find_partial_givers (const ReaPlan *plan)
{
  GHashTable *partial = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint place = 0; place < plan->rows->len; place++)
    {
      ReaPlanRow *row = g_ptr_array_index (plan->rows, place);
      gint64      n = row->gave.n[REA_STATUS_NEEDS_REPLY];

      if (n > 0 && n < row->pool.n[REA_STATUS_NEEDS_REPLY])
        g_hash_table_insert (partial, &row->holder, GUINT_TO_POINTER (place));
    }

  return partial;
}

/* They give those that wait longest. The index has the replies in that order; the
 * one with which a holder has given enough is the holder's limit, and nothing more
 * is read once all have theirs.
 */
static gboolean
find_limits (ReaSqlite            *db,
             const ReaSqliteQuery *filter,
             const ReaPlan        *plan,
             ReaDeal              *deal,
             GError              **error)
{
  g_autoptr (GHashTable) partial = find_partial_givers (plan);
  g_autofree gint64 *met = g_new0 (gint64, plan->rows->len);
  g_autofree char   *sql = NULL;
  g_autoptr (ReaStatement) select = NULL;
  gboolean row = TRUE;

  if (g_hash_table_size (partial) == 0)
    return TRUE;

  sql = g_strdup_printf ("SELECT c.holder, c.waiting_since, c.id FROM conversation c"
                         " INDEXED BY conversation_waiting"
                         " WHERE c.status = 0 AND c.campaign_id = @campaign AND %s"
                         " ORDER BY c.waiting_since, c.id",
                         rea_sqlite_query_get_conditions (filter));
  select = rea_sqlite_prepare (db, sql, error);
  if (select == NULL)
    return FALSE;

  rea_sqlite_query_bind (filter, select);
  while (row && g_hash_table_size (partial) > 0)
    {
      gpointer place;
      gint64   holder;

      if (!rea_statement_step (select, &row, error))
        return FALSE;

      holder = row ? sqlite3_column_int64 (select, 0) : 0;
      if (g_hash_table_lookup_extended (partial, &holder, NULL, &place))
        {
          const ReaPlanRow *giver = g_ptr_array_index (plan->rows, GPOINTER_TO_UINT (place));

          if (++met[GPOINTER_TO_UINT (place)] == giver->gave.n[REA_STATUS_NEEDS_REPLY])
            {
              rea_deal_set_limit (deal, GPOINTER_TO_UINT (place), sqlite3_column_int64 (select, 1),
                                  sqlite3_column_int64 (select, 2));
              g_hash_table_remove (partial, &holder);
            }
        }
    }

  return TRUE;
}

/* What SQLite can tell without asking who deals: where few holders give, or one
 * status is given, the others need not be asked about.
 */
static char *
make_shortcut (const ReaPlan *plan)
{
  const guint few = 4;
  g_autoptr (GString) givers = g_string_new (NULL);
  GString  *shortcut = g_string_new (NULL);
  ReaCounts given = { { 0 } };
  guint     n_givers = 0;

  for (guint i = 0; i < plan->rows->len; i++)
    {
      const ReaPlanRow *row = g_ptr_array_index (plan->rows, i);

      rea_counts_add (&given, &row->gave);
      if (rea_counts_total (&row->gave) > 0)
        g_string_append_printf (givers, "%s%" G_GINT64_FORMAT, n_givers++ > 0 ? "," : "",
                                row->holder);
    }

  if (n_givers <= few)
    g_string_append_printf (shortcut, "c.holder IN (%s) AND ", givers->str);

  for (int status = 0; status < REA_N_STATUSES; status++)
    if (given.n[status] > 0 && given.n[status] == rea_counts_total (&given))
      g_string_append_printf (shortcut, "c.status = %d AND ", status);

  return g_string_free (shortcut, FALSE);
}

typedef struct
{
  const char           *conditions;
  const ReaSqliteQuery *filter; /* what they are bound to, or NULL */
  gint64                campaign_id;
  gint64                first;
  gint64                last;
  gboolean              takes_all; /* whether everything that it meets may be written */
} Range;

/* The CASE keeps SQLite from asking about a row before the filter has let it
 * through. The campaign is looked at last: most rows of its range are its own.
 */
static char *
make_update (const Range *range)
{
  if (range->takes_all)
    return g_strdup_printf ("UPDATE conversation AS c NOT INDEXED"
                            " SET holder = rea_deal (c.id, c.holder, c.status, c.waiting_since)"
                            " WHERE c.id BETWEEN @from AND @to AND %s"
                            " AND c.campaign_id = @campaign",
                            range->conditions);

  return g_strdup_printf ("UPDATE conversation AS c NOT INDEXED SET holder = rea_dealt (c.id)"
                          " WHERE c.id BETWEEN @from AND @to"
                          " AND CASE WHEN %s AND c.campaign_id = @campaign"
                          " THEN rea_pick (c.id, c.holder, c.status, c.waiting_since) ELSE 0 END",
                          range->conditions);
}

static gboolean
run_deal (ReaSqlite *db, const Range *range, ReaDeal *deal, GError **error)
{
  g_autofree char *sql = make_update (range);
  g_autoptr (ReaStatement) update = rea_sqlite_prepare (db, sql, error);

  if (update == NULL)
    return FALSE;

  rea_deal_begin (deal, db);

  if (range->filter != NULL)
    rea_sqlite_query_bind (range->filter, update);
  sqlite3_bind_int64 (update, sqlite3_bind_parameter_index (update, "@campaign"),
                      range->campaign_id);
  sqlite3_bind_int64 (update, sqlite3_bind_parameter_index (update, "@from"), range->first);
  sqlite3_bind_int64 (update, sqlite3_bind_parameter_index (update, "@to"), range->last);

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
  Range            range = { .campaign_id = query->campaign->id,
                             .first = query->campaign->first_conversation,
                             .last = query->campaign->last_conversation };

  if (filter == NULL || !find_limits (db, filter, plan, deal, error))
    return FALSE;

  conditions = g_strconcat (shortcut, rea_sqlite_query_get_conditions (filter), NULL);
  range.conditions = conditions;
  range.filter = filter;
  range.takes_all = rea_deal_takes_all (deal);
  if (!run_deal (db, &range, deal, error))
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

/* A move that is taken back, or asked what taking it back would do. */
typedef struct
{
  ReaRunsReader *record;
  ReaIdSet      *answered;
  ReaDeal       *deal;
  Range          range;
  gboolean       sparse; /* few among many: each by its id instead of going over all */
} Back;

static void
back_clear (Back *back)
{
  g_clear_pointer (&back->deal, rea_deal_free);
  g_clear_pointer (&back->answered, rea_id_set_free);
  g_clear_pointer (&back->record, rea_runs_reader_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Back, back_clear)

/* A look by id takes about as long as going over so many. */
#define SPARSE 16

static gboolean
prepare_back (ReaStore      *self,
              const ReaMove *undone,
              ReaPlan       *plan,
              ReaLeft       *left,
              Back          *back,
              GError       **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  g_autoptr (ReaCampaign) campaign = rea_store_get_campaign (self, undone->campaign_id, error);
  Range *range = &back->range;
  gint64 length;

  back->record = campaign != NULL ? rea_runs_reader_new (db, undone->id, error) : NULL;
  if (back->record == NULL)
    return FALSE;

  range->conditions = "1";
  range->campaign_id = undone->campaign_id;
  /* A damaged record may say whatever it will. */
  range->first = MAX (rea_runs_reader_get_first (back->record), campaign->first_conversation);
  range->last = MIN (rea_runs_reader_get_last (back->record), campaign->last_conversation);
  length = range->last - range->first + 1;
  /* Where the record has no gaps, what stays may as well be written as it is. */
  range->takes_all = undone->moved == length;
  back->sparse = undone->moved < length / SPARSE;

  back->answered = collect_answered (db, undone, range->first, range->last, error);
  if (back->answered == NULL)
    return FALSE;

  back->deal = rea_deal_new (plan);
  rea_deal_set_back (back->deal, back->record, back->answered, left);

  return TRUE;
}

static gboolean
ask_each (ReaSqlite *db, gint64 move_id, ReaDeal *deal, gboolean write, GError **error)
{
  g_autoptr (ReaRunsReader) ids = rea_runs_reader_new (db, move_id, error);
  ReaStatement *select =
      rea_sqlite_prepare (db, "SELECT holder, status FROM conversation WHERE id = ?", error);
  gboolean row;

  if (ids == NULL || select == NULL)
    return FALSE;

  while (rea_runs_reader_next (ids))
    {
      gint64 id = rea_runs_reader_get_id (ids);
      gint64 holder = 0;

      rea_statement_bind (select, "i", id);
      if (!rea_statement_step (select, &row, error))
        {
          rea_statement_reset (select);
          return FALSE;
        }

      if (row)
        holder = rea_deal_ask (deal, id, sqlite3_column_int64 (select, 0),
                               sqlite3_column_int (select, 1), REA_TIME_NONE);
      rea_statement_reset (select);

      if (write && holder != 0 &&
          !rea_sqlite_run (db, "UPDATE conversation SET holder = ? WHERE id = ?", error, "ii",
                           holder, id))
        return FALSE;
    }

  return TRUE;
}

/* As run_deal(), but writes nothing. */
static gboolean
ask_range (ReaSqlite *db, const Range *range, ReaDeal *deal, GError **error)
{
  g_autoptr (ReaStatement) select =
      rea_sqlite_prepare (db,
                          "SELECT id, holder, status FROM conversation NOT INDEXED"
                          " WHERE id BETWEEN ? AND ? AND campaign_id = ? ORDER BY id",
                          error);
  gboolean row = TRUE;

  if (select == NULL)
    return FALSE;

  rea_statement_bind (select, "iii", range->first, range->last, range->campaign_id);
  while (row)
    {
      if (!rea_statement_step (select, &row, error))
        return FALSE;

      if (row)
        rea_deal_ask (deal, sqlite3_column_int64 (select, 0), sqlite3_column_int64 (select, 1),
                      sqlite3_column_int (select, 2), REA_TIME_NONE);
    }

  return TRUE;
}

gboolean
rea_sqlite_store_look_back (ReaStore      *self,
                            const ReaMove *undone,
                            ReaPlan       *plan,
                            ReaLeft       *left,
                            GError       **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  g_auto (Back) back = { 0 };

  if (!prepare_back (self, undone, plan, left, &back, error))
    return FALSE;

  if (!(back.sparse ? ask_each (db, undone->id, back.deal, FALSE, error)
                    : ask_range (db, &back.range, back.deal, error)))
    return FALSE;

  plan->moved = rea_deal_get_moved (back.deal);

  return TRUE;
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
  g_auto (Back) back = { 0 };

  if (!prepare_back (self, undone, plan, left, &back, error))
    return FALSE;

  if (!(back.sparse ? ask_each (db, undone->id, back.deal, TRUE, error)
                    : run_deal (db, &back.range, back.deal, error)))
    return FALSE;

  undo->moved = plan->moved = rea_deal_get_moved (back.deal);

  return undo->moved == 0 || save_move (db, back.deal, plan, undo, error);
}
