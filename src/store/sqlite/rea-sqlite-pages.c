/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages of conversations. A page begins behind a key, and what equals the key stands
 * between: those who wait since the same moment. They may be all that there is, so
 * they are a section of their own, which its ids give in order; within each section
 * an index finds the first at once, at any depth.
 */
#include "rea-sqlite-conversations.h"
#include "rea-sqlite-query.h"
#include "rea-sqlite-store-private.h"

typedef enum
{
  SECTION_IDS,           /* by id: all that stands behind the key */
  SECTION_NAMES,         /* by name: all, from the beginning */
  SECTION_LATER_NAMES,   /* behind the key */
  SECTION_WAITING,       /* by waiting: all who wait, from the beginning */
  SECTION_SAME_WAITING,  /* since when the key waits, with a higher id */
  SECTION_LATER_WAITING, /* than the key */
  SECTION_NOT_WAITING,   /* the rest, by id, behind the key if that does not wait */
} Section;

#define MAX_SECTIONS 3

/* Those by name, from the beginning or behind the key. What is found by a search is
 * so little that it is put in order.
 */
static char *
make_names_sql (const ReaSqliteQuery *filter, gboolean begins)
{
  const char *conditions = rea_sqlite_query_get_conditions (filter);

  if (rea_sqlite_query_is_search (filter))
    return g_strdup_printf (
        "SELECT k.id FROM conversation c JOIN contact k ON k.id = c.id"
        " WHERE c.campaign_id = @campaign %s AND %s"
        " ORDER BY k.last_name, k.first_name, k.id LIMIT @limit OFFSET @skip",
        begins ? "" : "AND (k.last_name, k.first_name, k.id) > (@last_name, @first_name, @after)",
        conditions);

  return g_strdup_printf (
      "SELECT n.id FROM contact_name n %s WHERE n.campaign_id = @campaign %s AND %s"
      " ORDER BY n.key, n.id LIMIT @limit OFFSET @skip",
      rea_sqlite_query_is_everything (filter) ? "" : "CROSS JOIN conversation c ON c.id = n.id",
      begins ? "" : "AND (n.key, n.id) > (rea_name_key (@last_name, @first_name), @after)",
      conditions);
}

/* Those who wait. */
static char *
make_waiting_sql (const ReaSqliteQuery *filter, const char *condition)
{
  return g_strdup_printf (
      "SELECT c.id FROM conversation c %s WHERE c.campaign_id = @campaign AND c.status = 0 %s"
      " AND %s ORDER BY c.waiting_since, c.id LIMIT @limit OFFSET @skip",
      rea_sqlite_query_is_search (filter) ? "" : "INDEXED BY conversation_waiting", condition,
      rea_sqlite_query_get_conditions (filter));
}

/* Those by their ids. */
static char *
make_ids_sql (const ReaSqliteQuery *filter, const char *condition)
{
  const char *conditions = rea_sqlite_query_get_conditions (filter);

  if (rea_sqlite_query_is_search (filter))
    return g_strdup_printf (
        "SELECT c.id FROM rea_found (@wanted) f CROSS JOIN conversation c ON c.id = f.id"
        " WHERE f.id BETWEEN max (@after + 1, @first) AND @last AND +c.campaign_id = @campaign"
        " %s AND %s ORDER BY f.id LIMIT @limit OFFSET @skip",
        condition, rea_sqlite_query_get_conditions_of_found (filter));

  return g_strdup_printf (
      "SELECT c.id FROM conversation c NOT INDEXED WHERE c.id BETWEEN max (@after + 1, @first)"
      " AND @last AND c.campaign_id = @campaign %s AND %s ORDER BY c.id LIMIT @limit OFFSET @skip",
      condition, conditions);
}

/* Which ids a section has: nothing but the id is read of what is skipped. */
static char *
make_section_sql (const ReaSqliteQuery *filter, Section section)
{
  switch (section)
    {
    case SECTION_NAMES:
      return make_names_sql (filter, TRUE);
    case SECTION_LATER_NAMES:
      return make_names_sql (filter, FALSE);
    case SECTION_WAITING:
      return make_waiting_sql (filter, "");
    case SECTION_SAME_WAITING:
      return make_waiting_sql (filter, "AND c.waiting_since = @waited AND c.id > @after");
    case SECTION_LATER_WAITING:
      return make_waiting_sql (filter, "AND c.waiting_since > @waited");
    case SECTION_NOT_WAITING:
      return make_ids_sql (filter, "AND c.status <> 0");
    case SECTION_IDS:
    default:
      return make_ids_sql (filter, "");
    }
}

/* The sections of a list behind the key, in order.
 *
 * Returns: how many there are
 */
static guint
list_sections (const ReaFilter *filter, ReaSort sort, const ReaPageKey *after, Section *sections)
{
  gboolean begins = after->id == 0;
  guint    n = 0;

  if (sort == REA_SORT_ID)
    {
      sections[n++] = SECTION_IDS;
    }
  else if (sort == REA_SORT_NAME)
    {
      sections[n++] = begins ? SECTION_NAMES : SECTION_LATER_NAMES;
    }
  else
    {
      gboolean only_waiting =
          filter->status == REA_STATUS_NEEDS_REPLY || filter->waiting_minutes != REA_MINUTES_ANY;
      gboolean none_waiting = filter->status != REA_STATUS_ANY && !only_waiting;

      if (!none_waiting && begins)
        sections[n++] = SECTION_WAITING;
      if (!none_waiting && !begins && after->waiting_since != REA_TIME_NONE)
        {
          sections[n++] = SECTION_SAME_WAITING;
          sections[n++] = SECTION_LATER_WAITING;
        }
      if (!only_waiting)
        sections[n++] = SECTION_NOT_WAITING;
    }

  return n;
}

static void
bind_named (ReaStatement *statement, const char *name, gint64 value)
{
  int i = sqlite3_bind_parameter_index (statement, name);

  if (i > 0)
    sqlite3_bind_int64 (statement, i, value);
}

static void
bind_key (ReaStatement *select, Section section, const ReaPageKey *after, gint64 skip, guint limit)
{
  int first_name = sqlite3_bind_parameter_index (select, "@first_name");
  int last_name = sqlite3_bind_parameter_index (select, "@last_name");

  /* Those who don't wait begin anew behind those who do. */
  gboolean anew = section == SECTION_NOT_WAITING && after->waiting_since != REA_TIME_NONE;

  bind_named (select, "@after", anew ? 0 : after->id);
  bind_named (select, "@waited", after->waiting_since);
  bind_named (select, "@limit", limit);
  bind_named (select, "@skip", skip);

  if (first_name > 0)
    sqlite3_bind_text (select, first_name, after->first_name, -1, SQLITE_STATIC);
  if (last_name > 0)
    sqlite3_bind_text (select, last_name, after->last_name, -1, SQLITE_STATIC);
}

/* One step into the key of the drafts for each row of the page. */
#define DRAFT_COLUMN ", (SELECT text FROM draft WHERE conversation_id = c.id AND user_id = @reader)"

static const char *const page_orders[] = {
  [REA_SORT_ID] = "c.id",
  [REA_SORT_NAME] = "k.last_name, k.first_name, c.id",
  [REA_SORT_WAITING] = "c.status <> 0, CASE c.status WHEN 0 THEN c.waiting_since END, c.id",
};

static gboolean
read_section (ReaSqlite        *db,
              ReaSqliteQuery   *filter,
              ReaSort           sort,
              Section           section,
              const ReaPageKey *after,
              gint64            skip,
              guint             limit,
              gint64            reader,
              GPtrArray        *page,
              GError          **error)
{
  g_autofree char *ids = make_section_sql (filter, section);
  g_autofree char *sql = g_strdup_printf ("SELECT " REA_SQLITE_CONVERSATION_COLUMNS DRAFT_COLUMN
                                          " FROM (%s) p CROSS JOIN" REA_SQLITE_CONVERSATION_TABLES
                                          " WHERE c.id = p.id ORDER BY %s",
                                          ids, page_orders[sort]);
  g_autoptr (ReaStatement) select = rea_sqlite_prepare (db, sql, error);

  if (select == NULL)
    return FALSE;

  rea_sqlite_query_bind (filter, select);
  bind_key (select, section, after, skip, limit);
  bind_named (select, "@reader", reader);

  return rea_sqlite_read_conversations (select, page, error);
}

/* How many a section has: so many of the skipped are in it. */
static gboolean
count_section (ReaSqlite        *db,
               ReaSqliteQuery   *filter,
               Section           section,
               const ReaPageKey *after,
               gint64           *n,
               GError          **error)
{
  g_autofree char *ids = make_section_sql (filter, section);
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM (%s)", ids);
  g_autoptr (ReaStatement) select = rea_sqlite_prepare (db, sql, error);

  if (select == NULL)
    return FALSE;

  rea_sqlite_query_bind (filter, select);
  bind_key (select, section, after, 0, G_MAXUINT);
  if (!rea_statement_step (select, NULL, error))
    return FALSE;

  *n = sqlite3_column_int64 (select, 0);

  return TRUE;
}

/* Where the ids of a campaign have no gap, that of the row so many places on is known. */
static void
jump (const ReaQuery *query, ReaSqliteQuery *filter, ReaSort sort, ReaPageKey *key, guint64 *skip)
{
  const ReaCampaign *campaign = query->campaign;

  if (sort != REA_SORT_ID || !rea_sqlite_query_is_everything (filter) || campaign->total == 0 ||
      campaign->total != campaign->last_conversation - campaign->first_conversation + 1)
    return;

  key->id =
      MAX (key->id, campaign->first_conversation - 1) + MIN (*skip, (guint64) campaign->total);
  *skip = 0;
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
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  g_autoptr (GPtrArray) page =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rea_conversation_free);
  g_autoptr (ReaSqliteQuery) filter = rea_sqlite_query_new (db, query, error);
  ReaPageKey key = { 0 };
  Section    sections[MAX_SECTIONS];
  guint      n_sections;

  if (filter == NULL)
    return NULL;

  if (after != NULL)
    key = *after;
  if (skip > 0)
    jump (query, filter, sort, &key, &skip);

  n_sections = list_sections (query->filter, sort, &key, sections);

  for (guint i = 0; i < n_sections && page->len < limit; i++)
    {
      guint  n_before = page->len;
      gint64 n = 0;

      if (!read_section (db, filter, sort, sections[i], &key, skip, limit - page->len,
                         query->reader, page, error))
        return NULL;

      if (page->len > n_before)
        skip = 0;
      else if (skip > 0 && i + 1 < n_sections &&
               !count_section (db, filter, sections[i], &key, &n, error))
        return NULL;
      skip -= MIN (skip, (guint64) n);
    }

  return g_steal_pointer (&page);
}
