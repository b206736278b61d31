/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many of each holder and status pass a filter, on the shortest of these ways:
 *
 *  1. The counters say it, where nothing else is asked.
 *  2. The replies stand in the order in which they wait: those that wait long enough
 *     are gone through, or, if these are fewer, the others, which are taken from what
 *     the counters say.
 *  3. A flag's index has the few that have it.
 *  4. Those that were named are looked up.
 *  5. What was not moved is all without what was moved, if that is little.
 *  6. The campaign is gone over. That takes the same whatever the filter.
 */
#include "rea-sqlite-query.h"
#include "rea-sqlite-store-private.h"

/* A look-up costs as much as going over so many rows, both in memory. */
#define ROWS_A_STEP 10
#define MIN_STEPS   1000

typedef struct
{
  ReaStore       *store;
  ReaSqlite      *db;
  const ReaQuery *query;
  gint64          steps; /* beyond which it is better to go over the campaign */
} Count;

/* What a statement, which has the filter's conditions in it, meets. */
static ReaTally *
run (Count *self, const ReaSqliteQuery *conditions, const char *sql, GError **error)
{
  g_autoptr (ReaTally) tally = rea_tally_new ();
  g_autoptr (ReaStatement) select = rea_sqlite_prepare (self->db, sql, error);
  int since;

  if (select == NULL)
    return NULL;

  rea_sqlite_query_bind (conditions, select);
  sqlite3_bind_pointer (select, sqlite3_bind_parameter_index (select, "@tally"), tally,
                        REA_POINTER_TALLY, NULL);
  since = sqlite3_bind_parameter_index (select, "@since");
  if (since > 0)
    sqlite3_bind_int64 (select, since,
                        self->query->now - (gint64) self->query->filter->waiting_minutes * 60);

  return rea_statement_step (select, NULL, error) ? g_steal_pointer (&tally) : NULL;
}

/* Those who have none left are left out. */
static ReaTally *
subtract (const ReaTally *all, const ReaTally *some)
{
  ReaTally      *left = rea_tally_new ();
  GHashTableIter iter;
  gpointer       key, value;

  rea_tally_iter_init (all, &iter);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gint64    holder = *(const gint64 *) key;
      ReaCounts counts = *(const ReaCounts *) value;
      ReaCounts gone = rea_tally_get (some, holder);

      rea_counts_subtract (&counts, &gone);
      if (rea_counts_total (&counts) > 0)
        rea_tally_add_counts (left, holder, &counts);
    }

  return left;
}

/* The same query for another filter. */
static ReaTally *
count_other (Count *self, const ReaFilter *filter, GError **error)
{
  ReaQuery other = *self->query;

  other.filter = filter;

  return rea_sqlite_store_tally (self->store, &other, error);
}

/* 1. */
static ReaTally *
read_counters (Count *self, const ReaSqliteQuery *conditions, GError **error)
{
  g_autoptr (ReaTally) tally = rea_tally_new ();
  g_autoptr (ReaStatement) select = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT c.holder, c.status, c.n FROM counter c WHERE "
                                          "c.campaign_id = @campaign"
                                          " AND c.n <> 0 AND c.status BETWEEN 0 AND 4 AND %s",
                                          rea_sqlite_query_get_conditions (conditions));
  gboolean         row;

  select = rea_sqlite_prepare (self->db, sql, error);
  if (select == NULL)
    return NULL;

  rea_sqlite_query_bind (conditions, select);
  while (rea_statement_step (select, &row, error))
    {
      if (!row)
        return g_steal_pointer (&tally);

      rea_tally_add (tally, sqlite3_column_int64 (select, 0), sqlite3_column_int (select, 1),
                     sqlite3_column_int64 (select, 2));
    }

  return NULL;
}

/* 2. How many replies wait for longer, or for less long, as far as is worth knowing. */
static gboolean
count_waiting (Count *self, const char *comparison, gint64 *n, GError **error)
{
  const ReaQuery  *query = self->query;
  g_autofree char *sql =
      g_strdup_printf ("SELECT count(*) FROM (SELECT 1 FROM conversation"
                       " INDEXED BY conversation_waiting WHERE status = 0 AND campaign_id = ?"
                       " AND waiting_since %s ? LIMIT ?)",
                       comparison);

  return rea_sqlite_get_int (self->db, sql, 0, n, error, "iii", query->campaign->id,
                             query->now - (gint64) query->filter->waiting_minutes * 60,
                             self->steps + 1);
}

static ReaTally *
walk_waiting (Count *self, const ReaSqliteQuery *conditions, const char *comparison, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT rea_tally (@tally, c.holder, c.status) FROM conversation c"
                       " INDEXED BY conversation_waiting WHERE c.status = 0"
                       " AND c.campaign_id = @campaign AND c.waiting_since %s @since AND %s",
                       comparison, rea_sqlite_query_get_conditions (conditions));

  return run (self, conditions, sql, error);
}

/* All replies but those that wait for less long. */
static ReaTally *
subtract_waiting (Count *self, const ReaFilter *replies, GError **error)
{
  ReaQuery other = *self->query;
  g_autoptr (ReaSqliteQuery) conditions = NULL;
  g_autoptr (ReaTally) all = NULL;
  g_autoptr (ReaTally) later = NULL;

  other.filter = replies;
  conditions = rea_sqlite_query_new (self->db, &other, error);
  if (conditions == NULL)
    return NULL;

  all = read_counters (self, conditions, error);
  later = all != NULL ? walk_waiting (self, conditions, ">", error) : NULL;

  return later != NULL ? subtract (all, later) : NULL;
}

/* %NULL without an error where it is better to go over the campaign. */
static ReaTally *
tally_waiting (Count *self, const ReaSqliteQuery *conditions, GError **error)
{
  ReaFilter replies = *self->query->filter;
  gint64    n_long;
  gint64    n_later = G_MAXINT64;
  gboolean  is_in_counters;

  replies.waiting_minutes = REA_MINUTES_ANY;
  is_in_counters = rea_filter_names_counts_only (&replies) &&
                   (replies.status == REA_STATUS_ANY || replies.status == REA_STATUS_NEEDS_REPLY);
  replies.status = REA_STATUS_NEEDS_REPLY;

  if (!count_waiting (self, "<=", &n_long, error) ||
      (is_in_counters && !count_waiting (self, ">", &n_later, error)))
    return NULL;

  if (n_later < n_long && n_later <= self->steps)
    return subtract_waiting (self, &replies, error);

  return n_long <= self->steps ? walk_waiting (self, conditions, "<=", error) : NULL;
}

/* 3. */
static ReaTally *
tally_flag (Count *self, GError **error)
{
  ReaConversationFlags flag = self->query->filter->flag;
  ReaFilter            others = *self->query->filter;
  ReaQuery             other = *self->query;
  g_autoptr (ReaSqliteQuery) conditions = NULL;
  g_autofree char *sql = NULL;

  others.flag = 0;
  other.filter = &others;
  conditions = rea_sqlite_query_new (self->db, &other, error);
  if (conditions == NULL)
    return NULL;

  sql = g_strdup_printf ("SELECT rea_tally (@tally, c.holder, c.status)"
                         " FROM contact k INDEXED BY %s CROSS JOIN conversation c NOT INDEXED"
                         " ON c.id = k.id WHERE k.campaign_id = @campaign AND (k.flags & %d) <> 0"
                         " AND (k.flags & %d) <> 0 AND %s",
                         flag == REA_FLAG_SURVEY_OPEN ? "contact_survey" : "contact_flags",
                         flag == REA_FLAG_SURVEY_OPEN ? REA_FLAG_SURVEY_OPEN : 7, flag,
                         rea_sqlite_query_get_conditions (conditions));

  return run (self, conditions, sql, error);
}

/* 4. */
static ReaTally *
tally_named (Count *self, const ReaSqliteQuery *conditions, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT rea_tally (@tally, c.holder, c.status) FROM conversation c"
                       " NOT INDEXED WHERE c.campaign_id = @campaign AND %s",
                       rea_sqlite_query_get_conditions (conditions));

  return run (self, conditions, sql, error);
}

/* 5. */
static ReaTally *
tally_unmoved (Count *self, const ReaIdSet *moved, GError **error)
{
  g_autoptr (GArray) ids = rea_id_set_dup_ids (moved);
  ReaFilter filter = *self->query->filter;
  g_autoptr (ReaTally) all = NULL;
  g_autoptr (ReaTally) gone = NULL;

  filter.unmoved_minutes = REA_MINUTES_ANY;
  all = count_other (self, &filter, error);
  if (all == NULL || ids->len == 0)
    return g_steal_pointer (&all);

  filter.conversations = ids;
  gone = count_other (self, &filter, error);

  return gone != NULL ? subtract (all, gone) : NULL;
}

/* 6. */
static ReaTally *
go_over (Count *self, const ReaSqliteQuery *conditions, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT rea_tally (@tally, c.holder, c.status) FROM conversation c"
                       " NOT INDEXED WHERE c.id BETWEEN @first AND @last"
                       " AND c.campaign_id = @campaign AND %s",
                       rea_sqlite_query_get_conditions (conditions));

  return run (self, conditions, sql, error);
}

ReaTally *
rea_sqlite_store_tally (ReaStore *self, const ReaQuery *query, GError **error)
{
  const ReaFilter *filter = query->filter;
  Count            count = {
               .store = self,
               .db = rea_sqlite_store_get_db (self),
               .query = query,
               .steps = MIN_STEPS + query->campaign->total / ROWS_A_STEP,
  };
  g_autoptr (ReaSqliteQuery) conditions = rea_sqlite_query_new (count.db, query, error);
  const ReaIdSet *moved;

  if (conditions == NULL)
    return NULL;

  if (rea_filter_names_counts_only (filter))
    return read_counters (&count, conditions, error);

  if (rea_sqlite_query_is_search (conditions))
    return go_over (&count, conditions, error);

  moved = rea_sqlite_query_get_moved (conditions);
  if (moved != NULL && filter->conversations == NULL &&
      rea_id_set_get_length (moved) <= count.steps)
    return tally_unmoved (&count, moved, error);

  if (filter->conversations != NULL)
    return tally_named (&count, conditions, error);

  if (filter->flag != 0)
    return tally_flag (&count, error);

  if (filter->waiting_minutes != REA_MINUTES_ANY)
    {
      g_autoptr (GError) local_error = NULL;
      ReaTally *tally = tally_waiting (&count, conditions, &local_error);

      if (tally != NULL || local_error != NULL)
        {
          if (local_error != NULL)
            g_propagate_error (error, g_steal_pointer (&local_error));
          return tally;
        }
    }

  return go_over (&count, conditions, error);
}

/* From the index alone, without a look at whose they are. */
gboolean
rea_sqlite_store_count_open_surveys (ReaStore *self, gint64 campaign_id, gint64 *n, GError **error)
{
  return rea_sqlite_get_int (rea_sqlite_store_get_db (self),
                             "SELECT count(*) FROM contact INDEXED BY contact_survey"
                             " WHERE campaign_id = ? AND (flags & 16) <> 0",
                             0, n, error, "i", campaign_id);
}
