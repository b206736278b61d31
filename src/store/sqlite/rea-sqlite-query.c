/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-query.h"

#include "rea-name.h"
#include "rea-sqlite-found.h"
#include "rea-sqlite-functions.h"
#include "rea-sqlite-runs.h"

#include <string.h>

/* One of so many rows has what many have. */
#define ROWS_A_FLAG 64

struct _ReaSqliteQuery
{
  const ReaQuery *query;
  GString        *conditions;
  ReaSearch      *search;
  ReaWanted      *wanted; /* what the search's index is asked, or NULL for words too short for it */
  char           *all;    /* the conditions, and that the index names it */
  ReaIdSet       *moved;
  char           *ids; /* those named, as a JSON array */
};

static void
add_condition (ReaSqliteQuery *self, const char *condition)
{
  if (self->conditions->len > 0)
    g_string_append (self->conditions, " AND ");
  g_string_append (self->conditions, condition);
}

/* Nobody is no holder's number.  It must be a number all the same: an empty list
 * is known to be false before the rows are looked at, and then SQLite cannot use
 * the index that a page names and refuses the statement.
 */
static void
add_holders (ReaSqliteQuery *self, GArray *holders)
{
  g_autoptr (GString) list = g_string_new ("c.holder IN (");

  if (holders->len == 0)
    g_string_append (list, "-1");
  for (guint i = 0; i < holders->len; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (holders, gint64, i));
  g_string_append_c (list, ')');

  add_condition (self, list->str);
}

/* Whether so many have an open survey that a page is full before many rows were
 * looked at.
 */
static gboolean
are_many_open (ReaSqlite *db, const ReaCampaign *campaign, gboolean *many, GError **error)
{
  gint64 limit = campaign->total / ROWS_A_FLAG + 1;
  gint64 n;

  if (!rea_sqlite_get_int (db,
                           "SELECT count(*) FROM (SELECT 1 FROM contact INDEXED BY contact_survey"
                           " WHERE campaign_id = ? AND (flags & 16) <> 0 LIMIT ?)",
                           0, &n, error, "ii", campaign->id, limit))
    return FALSE;

  *many = n == limit;

  return TRUE;
}

/* The flags stand in two indexes. What few have is looked up there; what many have is
 * asked of each row.
 */
static gboolean
add_flag (ReaSqliteQuery *self, ReaSqlite *db, ReaConversationFlags flag, GError **error)
{
  g_autofree char *condition = NULL;
  gboolean         many = FALSE;

  if (flag == REA_FLAG_SURVEY_OPEN && !are_many_open (db, self->query->campaign, &many, error))
    return FALSE;

  if (many)
    condition = g_strdup_printf ("(SELECT flags & %d FROM contact WHERE id = c.id) <> 0", flag);
  else if (flag == REA_FLAG_SURVEY_OPEN)
    condition = g_strdup ("c.id IN (SELECT id FROM contact INDEXED BY contact_survey"
                          " WHERE campaign_id = @campaign AND (flags & 16) <> 0)");
  else
    condition = g_strdup_printf ("c.id IN (SELECT id FROM contact INDEXED BY contact_flags"
                                 " WHERE campaign_id = @campaign AND (flags & 7) <> 0"
                                 " AND (flags & %d) <> 0)",
                                 flag);

  add_condition (self, condition);

  return TRUE;
}

static void
add_search (ReaSqliteQuery *self, const char *text)
{
  self->search = rea_search_new (text);
  if (rea_search_get_words (self->search)[0] == NULL)
    return;

  self->wanted = rea_wanted_new (self->search);
  add_condition (self, "(SELECT rea_matches (@search, first_name, last_name, phone)"
                       " FROM contact WHERE id = c.id)");
}

static char *
ids_to_json (GArray *ids)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (ids, gint64, i));
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}

static gboolean
add_unmoved (ReaSqliteQuery *self, ReaSqlite *db, GError **error)
{
  const ReaQuery *query = self->query;

  self->moved =
      rea_sqlite_runs_collect_moved (db, query->campaign, query->holders,
                                     query->now - (gint64) query->filter->unmoved_minutes * 60,
                                     error);
  if (self->moved == NULL)
    return FALSE;

  if (rea_id_set_get_length (self->moved) > 0)
    add_condition (self, "NOT rea_in (@moved, c.id)");

  return TRUE;
}

/**
 * rea_sqlite_query_new:
 * @db: a connection in a transaction
 * @query: a filter, resolved; it must outlive the result
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): the filter as SQL
 */
ReaSqliteQuery *
rea_sqlite_query_new (ReaSqlite *db, const ReaQuery *query, GError **error)
{
  g_autoptr (ReaSqliteQuery) self = g_new0 (ReaSqliteQuery, 1);
  const ReaFilter *filter = query->filter;

  self->query = query;
  self->conditions = g_string_new (NULL);

  if (query->holders != NULL)
    add_holders (self, query->holders);
  if (query->only_holder != 0)
    add_condition (self, "c.holder = @only");
  if (filter->status != REA_STATUS_ANY)
    {
      g_autofree char *status = g_strdup_printf ("c.status = %d", filter->status);

      add_condition (self, status);
    }
  if (filter->waiting_minutes != REA_MINUTES_ANY)
    add_condition (self, "c.status = 0 AND c.waiting_since <= @waiting");
  if (filter->flag != 0 && !add_flag (self, db, filter->flag, error))
    return NULL;
  if (filter->conversations != NULL)
    {
      self->ids = ids_to_json (filter->conversations);
      add_condition (self, "c.id IN (SELECT value FROM json_each (@ids))");
    }
  if (filter->unmoved_minutes != REA_MINUTES_ANY && !add_unmoved (self, db, error))
    return NULL;
  if (filter->search != NULL)
    add_search (self, filter->search);
  if (self->wanted != NULL)
    self->all = g_strconcat (self->conditions->str,
                             " AND c.id IN (SELECT id FROM rea_found (@wanted)"
                             " WHERE id BETWEEN @first AND @last)",
                             NULL);

  return g_steal_pointer (&self);
}

void
rea_sqlite_query_free (ReaSqliteQuery *self)
{
  g_string_free (self->conditions, TRUE);
  g_clear_pointer (&self->search, rea_search_free);
  g_clear_pointer (&self->moved, rea_id_set_free);
  g_clear_pointer (&self->wanted, rea_wanted_free);
  g_free (self->all);
  g_free (self->ids);
  g_free (self);
}

/**
 * rea_sqlite_query_get_conditions:
 * @self: a query
 *
 * Returns: (transfer none): what to put behind the campaign and the range of its
 *   ids: "1" where the filter narrows nothing
 */
const char *
rea_sqlite_query_get_conditions (const ReaSqliteQuery *self)
{
  return self->all != NULL ? self->all : rea_sqlite_query_get_conditions_of_found (self);
}

/**
 * rea_sqlite_query_get_conditions_of_found:
 * @self: a query
 *
 * Returns: (transfer none): the same for a conversation whose id is in
 *   `rea_found (@wanted)` anyway
 */
const char *
rea_sqlite_query_get_conditions_of_found (const ReaSqliteQuery *self)
{
  return self->conditions->len > 0 ? self->conditions->str : "1";
}

/**
 * rea_sqlite_query_is_search:
 * @self: a query
 *
 * Returns: whether the search index says which rows to look at
 */
gboolean
rea_sqlite_query_is_search (const ReaSqliteQuery *self)
{
  return self->wanted != NULL;
}

/**
 * rea_sqlite_query_get_moved:
 * @self: a query
 *
 * Returns: (transfer none) (nullable): of one for what was not moved: what was moved
 */
const ReaIdSet *
rea_sqlite_query_get_moved (const ReaSqliteQuery *self)
{
  return self->moved;
}

gboolean
rea_sqlite_query_is_everything (const ReaSqliteQuery *self)
{
  return self->conditions->len == 0;
}

static int
find_parameter (ReaStatement *statement, const char *name)
{
  return sqlite3_bind_parameter_index (statement, name);
}

/**
 * rea_sqlite_query_bind:
 * @self: a query
 * @statement: a statement with its conditions in it
 *
 * Binds what the conditions name, and @campaign, @first and @last.
 */
void
rea_sqlite_query_bind (const ReaSqliteQuery *self, ReaStatement *statement)
{
  const ReaQuery *query = self->query;
  int             i;

  if ((i = find_parameter (statement, "@campaign")) > 0)
    sqlite3_bind_int64 (statement, i, query->campaign->id);
  if ((i = find_parameter (statement, "@first")) > 0)
    sqlite3_bind_int64 (statement, i, query->campaign->first_conversation);
  if ((i = find_parameter (statement, "@last")) > 0)
    sqlite3_bind_int64 (statement, i, query->campaign->last_conversation);
  if ((i = find_parameter (statement, "@only")) > 0)
    sqlite3_bind_int64 (statement, i, query->only_holder);
  if ((i = find_parameter (statement, "@waiting")) > 0)
    sqlite3_bind_int64 (statement, i, query->now - (gint64) query->filter->waiting_minutes * 60);
  if ((i = find_parameter (statement, "@wanted")) > 0)
    sqlite3_bind_pointer (statement, i, self->wanted, REA_POINTER_WANTED, NULL);
  if ((i = find_parameter (statement, "@search")) > 0)
    sqlite3_bind_pointer (statement, i, self->search, REA_POINTER_SEARCH, NULL);
  if ((i = find_parameter (statement, "@moved")) > 0)
    sqlite3_bind_pointer (statement, i, self->moved, REA_POINTER_ID_SET, NULL);
  if ((i = find_parameter (statement, "@ids")) > 0)
    sqlite3_bind_text (statement, i, self->ids, -1, SQLITE_STATIC);
}
