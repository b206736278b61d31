/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the filters find, the lists' tests prove; this is about how: by which index,
 * and that nothing sorts all that there is to show a page of it.
 */
#include "rea-fixture.h"
#include "sqlite/rea-sqlite-query.h"
#include "sqlite/rea-sqlite-store-private.h"

typedef struct
{
  ReaFixture   base;
  ReaCampaign *campaign;
  GPtrArray   *statements; /* what was run since it was emptied */
} Fixture;

static int
note_statement (unsigned int kind, void *data, void *statement, void *sql)
{
  GPtrArray *statements = data;

  if (sqlite3_stmt_readonly (statement) && g_str_has_prefix (sql, "SELECT"))
    g_ptr_array_add (statements, g_strdup (sqlite3_sql (statement)));

  return 0;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  rea_fixture_set_up (&self->base, NULL);
  rea_fixture_add_sender (&self->base, "a@x");
  for (int status = 0; status < REA_N_STATUSES; status++)
    rea_fixture_add (&self->base, 10, status, 1001);

  self->statements = g_ptr_array_new_with_free_func (g_free);
  rea_fixture_begin (&self->base);
  self->campaign = rea_store_get_campaign (self->base.store, self->base.campaign, &error);
  g_assert_no_error (error);
  rea_fixture_commit (&self->base);
  sqlite3_trace_v2 (rea_sqlite_get_handle (rea_sqlite_store_get_db (self->base.store)),
                    SQLITE_TRACE_STMT, note_statement, self->statements);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->campaign, rea_campaign_free);
  rea_fixture_tear_down (&self->base, NULL);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
}

/* The plan of a statement, a line a step; "> " for what is not the outermost. */
static char *
explain (Fixture *self, const char *sql)
{
  g_autofree char *explanation = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (ReaStatement) select = NULL;
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  gboolean row;

  select = rea_sqlite_prepare (rea_sqlite_store_get_db (self->base.store), explanation, &error);
  g_assert_no_error (error);
  while (rea_statement_step (select, &row, &error) && row)
    g_string_append_printf (text, "%s%s\n", sqlite3_column_int (select, 1) != 0 ? "> " : "",
                            (const char *) sqlite3_column_text (select, 3));
  g_assert_no_error (error);

  return g_string_free (text, FALSE);
}

/* How a page is found. */
static char *
explain_page (Fixture *self, const ReaFilter *filter, ReaSort sort, gboolean from_start)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) page = NULL;
  ReaQuery   query = { .campaign = self->campaign, .filter = filter, .now = REA_FIXTURE_NOW };
  ReaPageKey key = { .id = 3, .first_name = (char *) "", .last_name = (char *) "" };
  GString   *text = g_string_new (NULL);

  if (sort == REA_SORT_WAITING)
    key.waiting_since = REA_FIXTURE_NOW;

  rea_fixture_begin (&self->base);
  g_ptr_array_set_size (self->statements, 0);
  page = rea_store_page (self->base.store, &query, sort, from_start ? NULL : &key, 0, 200, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (self->statements->len, >, 0);

  for (guint i = 0, n = self->statements->len; i < n; i++)
    {
      g_autofree char *plan = explain (self, g_ptr_array_index (self->statements, i));

      g_string_append_printf (text, "%s", plan);
    }
  rea_fixture_commit (&self->base);

  return g_string_free (text, FALSE);
}

/* A filter of each kind. */
static ReaFilter *
make_filter (int kind)
{
  ReaFilter *filter = rea_filter_new ();
  GArray    *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64     id = 7;

  g_array_append_val (ids, id);
  switch (kind)
    {
    case 0:
      break;
    case 1:
      filter->status = REA_STATUS_NEEDS_REPLY;
      break;
    case 2:
      filter->status = REA_STATUS_CLOSED;
      break;
    case 3:
      filter->waiting_minutes = 30;
      break;
    case 4:
      filter->unmoved_minutes = 30;
      break;
    case 5:
      filter->flag = REA_FLAG_MARKED;
      break;
    case 6:
      filter->flag = REA_FLAG_SURVEY_OPEN;
      break;
    case 7:
      rea_filter_set_search (filter, "an"); /* too short for the index */
      break;
    default:
      rea_filter_take_conversations (filter, g_array_ref (ids));
    }
  g_array_unref (ids);

  return filter;
}

#define N_KINDS 9

/* A page may be put in order when it is there, but not all that it is taken from;
 * and no table is gone over from its beginning.
 */
static void
test_pages (Fixture *self, gconstpointer data)
{
  for (int kind = 0; kind < N_KINDS; kind++)
    for (int sort = REA_SORT_ID; sort <= REA_SORT_WAITING; sort++)
      for (int from_start = FALSE; from_start <= TRUE; from_start++)
        {
          g_autoptr (ReaFilter) filter = make_filter (kind);
          g_autofree char *plan = explain_page (self, filter, sort, from_start);
          g_auto (GStrv) lines = g_strsplit (plan, "\n", -1);

          g_test_message ("filter %d, sort %d:\n%s", kind, sort, plan);
          g_assert_null (strstr (plan, "> USE TEMP B-TREE FOR ORDER BY"));
          for (int i = 0; lines[i] != NULL; i++)
            g_assert_false (g_str_has_prefix (lines[i], "> SCAN") &&
                            strstr (lines[i], "VIRTUAL TABLE") == NULL);
        }
}

static void
assert_page_by (Fixture *self, int kind, ReaSort sort, gboolean from_start, const char *index)
{
  g_autoptr (ReaFilter) filter = make_filter (kind);
  g_autofree char *plan = explain_page (self, filter, sort, from_start);

  g_test_message ("%s", plan);
  g_assert_nonnull (strstr (plan, index));
}

static void
test_page_indexes (Fixture *self, gconstpointer data)
{
  assert_page_by (self, 0, REA_SORT_ID, TRUE, "USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)");
  assert_page_by (self, 0, REA_SORT_ID, FALSE, "USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)");
  assert_page_by (self, 2, REA_SORT_ID, FALSE, "USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)");
  assert_page_by (self, 0, REA_SORT_NAME, TRUE, "SEARCH n USING PRIMARY KEY (campaign_id=?)");
  /* Of those who are equal too, whom their ids keep apart. */
  assert_page_by (self, 0, REA_SORT_NAME, FALSE,
                  "SEARCH n USING PRIMARY KEY (campaign_id=? AND (key,id)>(?,?))");
  assert_page_by (self, 1, REA_SORT_NAME, FALSE, "SEARCH n USING PRIMARY KEY (campaign_id=? AND");
  assert_page_by (self, 0, REA_SORT_WAITING, FALSE,
                  "INDEX conversation_waiting (campaign_id=? AND waiting_since=? AND rowid>?)");
  assert_page_by (self, 0, REA_SORT_WAITING, FALSE,
                  "INDEX conversation_waiting (campaign_id=? AND waiting_since>?)");
  assert_page_by (self, 3, REA_SORT_WAITING, TRUE, "INDEX conversation_waiting (campaign_id=? AND");
}

/* A word of three characters is looked up, and what it finds is little. */
static void
test_search (Fixture *self, gconstpointer data)
{
  for (int sort = REA_SORT_ID; sort <= REA_SORT_WAITING; sort++)
    {
      g_autoptr (ReaFilter) filter = rea_filter_new ();
      g_autofree char *plan = NULL;

      rea_filter_set_search (filter, "ann");
      plan = explain_page (self, filter, sort, TRUE);
      g_test_message ("%s", plan);
      g_assert_nonnull (strstr (plan, "VIRTUAL TABLE"));
      g_assert_null (strstr (plan, "SCAN c "));
      g_assert_null (strstr (plan, "SCAN conversation"));
      g_assert_null (strstr (plan, "SCAN contact\n"));
    }
}

static void
assert_conditions (Fixture *self, const ReaFilter *filter, gboolean everything, gboolean search)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaSqliteQuery) query = NULL;
  ReaQuery resolved = { .campaign = self->campaign, .filter = filter, .now = REA_FIXTURE_NOW };

  rea_fixture_begin (&self->base);
  query = rea_sqlite_query_new (rea_sqlite_store_get_db (self->base.store), &resolved, &error);
  g_assert_no_error (error);
  rea_fixture_commit (&self->base);

  g_assert_true (rea_sqlite_query_is_everything (query) == everything);
  g_assert_true (rea_sqlite_query_is_search (query) == search);
  if (everything)
    g_assert_cmpstr (rea_sqlite_query_get_conditions (query), ==, "1");
}

static void
test_conditions (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *search;
    gboolean    everything;
    gboolean    index;
  } searches[] = {
    { "", TRUE, FALSE },       { " \t", TRUE, FALSE },    { "an", FALSE, FALSE },
    { "ann", FALSE, TRUE },    { "an bo", FALSE, FALSE }, { "an bob", FALSE, TRUE },
    { "(20)", FALSE, FALSE },  { "(202)", FALSE, TRUE },  { "李明", FALSE, FALSE },
    { "李小明", FALSE, TRUE }, { "a\"b", FALSE, TRUE },
  };

  for (int kind = 0; kind < N_KINDS; kind++)
    {
      g_autoptr (ReaFilter) filter = make_filter (kind);

      /* Nothing was moved, so that all was not. */
      assert_conditions (self, filter, kind == 0 || kind == 4, FALSE);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (ReaFilter) filter = rea_filter_new ();

      g_test_message ("%s", searches[i].search);
      rea_filter_set_search (filter, searches[i].search);
      assert_conditions (self, filter, searches[i].everything, searches[i].index);
    }
}

static guint
count_found (Fixture *self, const char *search)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (ReaPage) page = NULL;

  rea_filter_set_search (filter, search);
  page = rea_session_list_conversations (self->base.session, self->base.campaign, filter,
                                         REA_SORT_ID, NULL, 0, 100, NULL, &error);
  g_assert_no_error (error);

  return page->conversations->len;
}

/* What stands in a search is a word and nothing else, whatever it would mean to the
 * engine; and the index finds what a look at each contact finds.
 */
static void
test_odd_words (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "O\"Brien",     "AND",    "NEAR(x)", "100%_done", "a*b^c",
                                       "first_name:x", "Ştefan", "Straße",  "Ann Marie" };
  g_autoptr (GPtrArray) contacts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rea_conversation_free);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      ReaConversation *contact = rea_conversation_new ();

      contact->first_name = g_strdup (names[i]);
      g_ptr_array_add (contacts, contact);
    }
  rea_fixture_add_contacts (&self->base, contacts);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i]);
      g_assert_cmpuint (count_found (self, names[i]), ==, 1);
    }

  g_assert_cmpuint (count_found (self, "STEFAN"), ==, 1);
  g_assert_cmpuint (count_found (self, "strasse"), ==, 1);
  g_assert_cmpuint (count_found (self, "o\"b"), ==, 1);
  g_assert_cmpuint (count_found (self, "%_d"), ==, 1);
  g_assert_cmpuint (count_found (self, "ann AND marie"), ==, 0);
  g_assert_cmpuint (count_found (self, "* OR *"), ==, 0);
  g_assert_cmpuint (count_found (self, "annmarie"), ==, 0);
  /* Longer than what the index is asked for. */
  g_assert_cmpuint (count_found (self, "first_name:xyz"), ==, 0);
  g_assert_cmpuint (count_found (self, "2025550000000000"), ==, 0);
  g_assert_cmpuint (count_found (self, "+1 (202) 555-0000"), ==, 1);
}

/* Other lists have an index of their own. */
static void
test_other_lists (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaConversation) conversation = rea_fixture_get (&self->base, 1);
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (GPtrArray) by_phone = NULL;
  g_autoptr (GPtrArray) trail = NULL;
  g_autoptr (GPtrArray) moves = NULL;
  g_autoptr (GPtrArray) senders = NULL;
  ReaMoveFilter moves_filter = { .before = 7, .limit = 50 };
  ReaMoveQuery  moves_query = { .filter = &moves_filter };

  rea_fixture_begin (&self->base);
  g_ptr_array_set_size (self->statements, 0);
  messages = rea_store_list_messages (self->base.store, 1, 0, 0, &error);
  by_phone = rea_store_list_by_phone (self->base.store, conversation->phone, &error);
  trail = rea_store_list_trail (self->base.store, conversation, &error);
  moves = rea_store_list_moves (self->base.store, self->base.campaign, &moves_query, &error);
  senders = rea_store_list_senders (self->base.store, self->base.campaign, REA_FIXTURE_NOW, &error);
  g_assert_no_error (error);
  rea_store_add_longest_waits (self->base.store, self->base.campaign, senders, &error);
  g_assert_no_error (error);

  for (guint i = 0, n = self->statements->len; i < n; i++)
    {
      const char      *sql = g_ptr_array_index (self->statements, i);
      g_autofree char *plan = explain (self, sql);

      g_test_message ("%s\n%s", sql, plan);
      g_assert_null (strstr (plan, "SCAN message"));
      g_assert_null (strstr (plan, "SCAN c"));
      g_assert_null (strstr (plan, "SCAN k"));
      g_assert_null (strstr (plan, "SCAN m"));
      g_assert_null (strstr (plan, "SCAN p"));
      /* A phone is in few campaigns. */
      g_assert_true (strstr (plan, "USE TEMP B-TREE FOR ORDER BY") == NULL ||
                     strstr (sql, "p.phone = ?") != NULL);
    }
  rea_fixture_commit (&self->base);
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/sqlite-query/pages", test_pages);
  add ("/sqlite-query/page-indexes", test_page_indexes);
  add ("/sqlite-query/search", test_search);
  add ("/sqlite-query/conditions", test_conditions);
  add ("/sqlite-query/odd-words", test_odd_words);
  add ("/sqlite-query/other-lists", test_other_lists);

  return g_test_run ();
}
