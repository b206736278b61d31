/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-campaigns.h"
#include "rea-sqlite-phone.h"
#include "rea-sqlite-query.h"
#include "rea-sqlite-functions.h"
#include "rea-sqlite-store-private.h"

#include <glib/gi18n-lib.h>

/* What is read of a conversation, whatever says which. */
#define COLUMNS                                                                                    \
  "c.id, c.campaign_id, k.phone, k.first_name, k.last_name, k.fields, k.time_zone, c.status,"      \
  " k.open_status, c.holder, u.email, k.flags, k.last_message_at, c.waiting_since,"                \
  " (SELECT text FROM message WHERE conversation_id = c.id ORDER BY id DESC LIMIT 1)"

#define TABLES                                                                                     \
  " conversation c CROSS JOIN contact k ON k.id = c.id LEFT JOIN user u ON u.id = c.holder"

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

  return conversation;
}

/* Appends what @select finds. */
static gboolean
read_all (ReaStatement *select, GPtrArray *conversations, GError **error)
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
  g_autoptr (ReaStatement) select =
      rea_sqlite_prepare (rea_sqlite_store_get_db (self),
                          "SELECT " COLUMNS " FROM" TABLES " WHERE c.id = ? AND c.campaign_id = ?",
                          error);

  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "ii", id, campaign_id);
  if (!read_all (select, found, error))
    return NULL;

  if (found->len == 0)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_NOT_FOUND,
                   _ ("There is no conversation %" G_GINT64_FORMAT " in this campaign."), id);
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
                             "SELECT id FROM contact WHERE phone = ? AND campaign_id = ?", 0, id,
                             error, "ii", rea_sqlite_phone_to_number (phone), campaign_id);
}

GPtrArray *
rea_sqlite_store_list_by_phone (ReaStore *self, const char *phone, GError **error)
{
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rea_conversation_free);
  g_autoptr (ReaStatement) select =
      rea_sqlite_prepare (rea_sqlite_store_get_db (self),
                          "SELECT " COLUMNS
                          " FROM contact k CROSS JOIN conversation c ON c.id = k.id"
                          " LEFT JOIN user u ON u.id = c.holder WHERE k.phone = ? ORDER BY c.id",
                          error);

  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "i", rea_sqlite_phone_to_number (phone));

  return read_all (select, found, error) ? g_steal_pointer (&found) : NULL;
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

/* Where the index says which, the planner may follow it; else it takes the wrong
 * one for the campaign, which the + keeps it from.
 */
static const char *
plus (const ReaQuery *query)
{
  return query->filter->waiting_minutes != REA_MINUTES_ANY ? "" : "+";
}

ReaTally *
rea_sqlite_store_tally (ReaStore *self, const ReaQuery *query, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  g_autoptr (ReaTally) tally = rea_tally_new ();
  g_autoptr (ReaSqliteQuery) filter = rea_sqlite_query_new (db, query, error);
  g_autoptr (ReaStatement) select = NULL;
  g_autofree char *sql = NULL;

  if (filter == NULL)
    return NULL;

  sql = g_strdup_printf ("SELECT rea_tally (@tally, c.holder, c.status) FROM conversation c"
                         " WHERE c.id BETWEEN @first AND @last AND %sc.campaign_id = @campaign"
                         " AND %s",
                         plus (query), rea_sqlite_query_get_conditions (filter));
  select = rea_sqlite_prepare (db, sql, error);
  if (select == NULL)
    return NULL;

  rea_sqlite_query_bind (filter, select);
  sqlite3_bind_pointer (select, sqlite3_bind_parameter_index (select, "@tally"), tally,
                        REA_POINTER_TALLY, NULL);

  return rea_statement_step (select, NULL, error) ? g_steal_pointer (&tally) : NULL;
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

/* Which ids a page has, by each way of sorting: an index gives the order, and
 * nothing but the id is read of what is skipped.
 */
static char *
make_page_sql (const ReaSqliteQuery *filter, ReaSort sort, gboolean waiting, gboolean begins)
{
  const char *conditions = rea_sqlite_query_get_conditions (filter);

  if (sort == REA_SORT_NAME)
    return g_strdup_printf (
        "SELECT k.id FROM contact k %s %s WHERE k.campaign_id = @campaign %s AND %s"
        " ORDER BY k.last_name, k.first_name, k.id LIMIT @limit OFFSET @skip",
        rea_sqlite_query_is_search (filter) ? "" : "INDEXED BY contact_name",
        rea_sqlite_query_is_everything (filter) ? "" : "JOIN conversation c ON c.id = k.id",
        begins ? "" : "AND (k.last_name, k.first_name, k.id) > (@last_name, @first_name, @after)",
        conditions);

  if (sort == REA_SORT_WAITING && waiting)
    return g_strdup_printf (
        "SELECT c.id FROM conversation c %s WHERE c.campaign_id = @campaign AND c.status = 0"
        " AND (c.waiting_since, c.id) > (@waited, @after) AND %s"
        " ORDER BY c.waiting_since, c.id LIMIT @limit OFFSET @skip",
        rea_sqlite_query_is_search (filter) ? "" : "INDEXED BY conversation_waiting", conditions);

  if (rea_sqlite_query_is_search (filter))
    return g_strdup_printf (
        "SELECT c.id FROM contact_search s CROSS JOIN conversation c ON c.id = s.rowid"
        " WHERE s.contact_search MATCH @match AND s.rowid BETWEEN max (@after + 1, @first)"
        " AND @last AND +c.campaign_id = @campaign %s AND %s"
        " ORDER BY s.rowid LIMIT @limit OFFSET @skip",
        sort == REA_SORT_WAITING ? "AND c.status <> 0" : "", conditions);

  return g_strdup_printf (
      "SELECT c.id FROM conversation c NOT INDEXED WHERE c.id BETWEEN max (@after + 1, @first)"
      " AND @last AND c.campaign_id = @campaign %s AND %s ORDER BY c.id LIMIT @limit OFFSET @skip",
      sort == REA_SORT_WAITING ? "AND c.status <> 0" : "", conditions);
}

static void
bind_named (ReaStatement *statement, const char *name, gint64 value)
{
  int i = sqlite3_bind_parameter_index (statement, name);

  if (i > 0)
    sqlite3_bind_int64 (statement, i, value);
}

static void
bind_key (ReaStatement *select, const ReaPageKey *after, gint64 skip, guint limit)
{
  int first_name = sqlite3_bind_parameter_index (select, "@first_name");
  int last_name = sqlite3_bind_parameter_index (select, "@last_name");

  bind_named (select, "@after", after->id);
  bind_named (select, "@waited", after->id == 0 ? G_MININT64 : after->waiting_since);
  bind_named (select, "@limit", limit);
  bind_named (select, "@skip", skip);

  if (first_name > 0)
    sqlite3_bind_text (select, first_name, after->first_name, -1, SQLITE_STATIC);
  if (last_name > 0)
    sqlite3_bind_text (select, last_name, after->last_name, -1, SQLITE_STATIC);
}

static const char *const page_orders[] = {
  [REA_SORT_ID] = "c.id",
  [REA_SORT_NAME] = "k.last_name, k.first_name, c.id",
  [REA_SORT_WAITING] = "c.status <> 0, CASE c.status WHEN 0 THEN c.waiting_since END, c.id",
};

/* Appends a page of those who wait, or of the rest; by other sorts of all. */
static gboolean
read_page (ReaSqlite        *db,
           ReaSqliteQuery   *filter,
           ReaSort           sort,
           gboolean          waiting,
           const ReaPageKey *after,
           gint64            skip,
           guint             limit,
           GPtrArray        *page,
           GError          **error)
{
  g_autofree char *ids = make_page_sql (filter, sort, waiting, after->id == 0);
  g_autofree char *sql = g_strdup_printf ("SELECT " COLUMNS " FROM (%s) p CROSS JOIN" TABLES
                                          " WHERE c.id = p.id ORDER BY %s",
                                          ids, page_orders[sort]);
  g_autoptr (ReaStatement) select = rea_sqlite_prepare (db, sql, error);

  if (select == NULL)
    return FALSE;

  rea_sqlite_query_bind (filter, select);
  bind_key (select, after, skip, limit);

  return read_all (select, page, error);
}

/* How many wait behind @after: so many of the skipped are among them. */
static gboolean
count_waiting (ReaSqlite        *db,
               ReaSqliteQuery   *filter,
               const ReaPageKey *after,
               gint64           *n,
               GError          **error)
{
  g_autofree char *ids = make_page_sql (filter, REA_SORT_WAITING, TRUE, after->id == 0);
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM (%s)", ids);
  g_autoptr (ReaStatement) select = rea_sqlite_prepare (db, sql, error);

  if (select == NULL)
    return FALSE;

  rea_sqlite_query_bind (filter, select);
  bind_key (select, after, 0, G_MAXUINT);
  if (!rea_statement_step (select, NULL, error))
    return FALSE;

  *n = sqlite3_column_int64 (select, 0);

  return TRUE;
}

/* Whether the page may have some who wait; it has none of another status. */
static gboolean
has_waiting (const ReaFilter *filter, ReaSort sort, const ReaPageKey *after)
{
  return sort == REA_SORT_WAITING &&
         (filter->status == REA_STATUS_ANY || filter->status == REA_STATUS_NEEDS_REPLY) &&
         (after->id == 0 || after->waiting_since != REA_TIME_NONE);
}

/* Where the ids of a campaign have no gap, that of the row so many places on is known. */
static gboolean
jump (const ReaQuery *query, ReaSqliteQuery *filter, ReaSort sort, ReaPageKey *key, guint64 *skip)
{
  const ReaCampaign *campaign = query->campaign;

  if (sort != REA_SORT_ID || !rea_sqlite_query_is_everything (filter) || campaign->total == 0 ||
      campaign->total != campaign->last_conversation - campaign->first_conversation + 1)
    return FALSE;

  key->id =
      MAX (key->id, campaign->first_conversation - 1) + MIN (*skip, (guint64) campaign->total);
  *skip = 0;

  return TRUE;
}

GPtrArray *
rea_sqlite_store_page (ReaStore         *self,
                       const ReaQuery   *query,
                       ReaSort           sort,
                       const ReaPageKey *after,
                       guint64           skip,
                       guint             limit,
                       GError          **error)
{
  static const ReaPageKey beginning = { 0 };
  ReaSqlite              *db = rea_sqlite_store_get_db (self);
  g_autoptr (GPtrArray) page =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rea_conversation_free);
  g_autoptr (ReaSqliteQuery) filter = rea_sqlite_query_new (db, query, error);
  ReaPageKey jumped;
  gint64     n_waiting = 0;

  if (filter == NULL)
    return NULL;

  if (after == NULL)
    after = &beginning;

  jumped = *after;
  if (skip > 0 && jump (query, filter, sort, &jumped, &skip))
    after = &jumped;

  if (has_waiting (query->filter, sort, after))
    {
      if (!read_page (db, filter, sort, TRUE, after, skip, limit, page, error))
        return NULL;
      if (page->len == limit)
        return g_steal_pointer (&page);

      if (skip > 0 && !count_waiting (db, filter, after, &n_waiting, error))
        return NULL;
      skip -= MIN (skip, (guint64) n_waiting);
      after = &beginning;
    }

  if (!read_page (db, filter, sort, FALSE, after, skip, limit - page->len, page, error))
    return NULL;

  return g_steal_pointer (&page);
}
