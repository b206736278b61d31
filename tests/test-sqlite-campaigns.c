/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stage.h"

#include <sqlite3.h>

/* Everything set to something that is no default. */
static ReaCampaign *
make_full (void)
{
  const char  *answers[] = { "Yes", "No", "Ünsure", NULL };
  ReaCampaign *campaign = rea_campaign_new ("Spring ’25");

  campaign->state = REA_STATE_PAUSED;
  campaign->window_start = 1000;
  campaign->window_end = 2000;
  g_free (campaign->time_zone);
  campaign->time_zone = g_strdup ("Asia/Kolkata");
  campaign->hours_start = 0;
  campaign->hours_end = 24 * 60;
  campaign->self_assign = TRUE;
  campaign->batch = 17;
  g_free (campaign->country);
  campaign->country = g_strdup ("IN");
  campaign->initial_message = g_strdup ("Hi %FirstName%");
  campaign->is_demo = TRUE;
  g_ptr_array_add (campaign->questions, rea_question_new ("zeal", "Will you help?", answers));
  g_ptr_array_add (campaign->questions, rea_question_new ("age", "How old?", NULL));
  g_ptr_array_add (campaign->canned_replies, rea_canned_reply_new ("Yes", "Great!"));
  g_ptr_array_add (campaign->canned_replies, rea_canned_reply_new ("No", ""));

  return campaign;
}

static void
assert_same (const ReaCampaign *a, const ReaCampaign *b)
{
  g_assert_cmpint (a->id, ==, b->id);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpint (a->state, ==, b->state);
  g_assert_cmpint (a->window_start, ==, b->window_start);
  g_assert_cmpint (a->window_end, ==, b->window_end);
  g_assert_cmpstr (a->time_zone, ==, b->time_zone);
  g_assert_cmpint (a->has_hours, ==, b->has_hours);
  g_assert_cmpint (a->hours_start, ==, b->hours_start);
  g_assert_cmpint (a->hours_end, ==, b->hours_end);
  g_assert_cmpint (a->self_assign, ==, b->self_assign);
  g_assert_cmpint (a->batch, ==, b->batch);
  g_assert_cmpstr (a->country, ==, b->country);
  g_assert_cmpstr (a->initial_message, ==, b->initial_message);
  g_assert_cmpint (a->is_demo, ==, b->is_demo);

  g_assert_cmpuint (a->questions->len, ==, b->questions->len);
  for (guint i = 0; i < a->questions->len; i++)
    {
      const ReaQuestion *one = g_ptr_array_index (a->questions, i);
      const ReaQuestion *other = g_ptr_array_index (b->questions, i);

      g_assert_cmpstr (one->id, ==, other->id);
      g_assert_cmpstr (one->text, ==, other->text);
      g_assert_cmpstrv (one->answers, other->answers);
    }

  g_assert_cmpuint (a->canned_replies->len, ==, b->canned_replies->len);
  for (guint i = 0; i < a->canned_replies->len; i++)
    {
      const ReaCannedReply *one = g_ptr_array_index (a->canned_replies, i);
      const ReaCannedReply *other = g_ptr_array_index (b->canned_replies, i);

      g_assert_cmpstr (one->title, ==, other->title);
      g_assert_cmpstr (one->text, ==, other->text);
    }
}

static void
insert (ReaStore *store, ReaCampaign *campaign)
{
  g_autoptr (GError) error = NULL;

  stage_begin (store, REA_STORE_WRITE);
  rea_store_insert_campaign (store, campaign, &error);
  g_assert_no_error (error);
  stage_commit (store);
}

static void
test_insert (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaStore) store = NULL;
  g_autoptr (ReaCampaign) full = make_full ();
  g_autoptr (ReaCampaign) plain = rea_campaign_new ("Plain");
  g_autoptr (ReaCampaign) found = NULL;
  g_autoptr (ReaCampaign) found_plain = NULL;

  scratch_set_up (&scratch);
  store = stage_open (&scratch);
  insert (store, full);
  insert (store, plain);

  g_assert_cmpint (full->id, >, 0);
  g_assert_cmpint (plain->id, >, full->id);

  found = stage_get_campaign (store, full->id);
  assert_same (found, full);
  g_assert_cmpint (found->total, ==, 0);
  g_assert_cmpint (found->n_senders, ==, 0);

  found_plain = stage_get_campaign (store, plain->id);
  assert_same (found_plain, plain);
}

static void
test_get_missing (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaStore) store = NULL;
  g_autoptr (GError) error = NULL;

  scratch_set_up (&scratch);
  store = stage_open (&scratch);
  stage_add_campaign (store, "Spring", REA_STATE_DRAFT);

  stage_begin (store, REA_STORE_READ);
  g_assert_null (rea_store_get_campaign (store, 7, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no campaign 7.");
  rea_store_rollback (store);
}

/* An update takes over everything that was set, raises the revision, and leaves
 * the counts alone.
 */
static void
test_update (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaStore) store = NULL;
  g_autoptr (ReaCampaign) other = rea_campaign_new ("Other");
  g_autoptr (ReaCampaign) full = make_full ();
  g_autoptr (ReaCampaign) before = NULL;
  g_autoptr (ReaCampaign) after = NULL;
  g_autoptr (GError) error = NULL;

  scratch_set_up (&scratch);
  store = stage_open (&scratch);
  insert (store, other);
  stage_add_contact (store, other->id, "+12025550101", "Ann", REA_HOLDER_UNASSIGNED,
                     REA_STATUS_NOT_STARTED, 0, NULL);
  before = stage_get_campaign (store, other->id);

  /* Once to something, then back to nothing. */
  full->id = other->id;
  full->is_demo = FALSE;
  full->total = 1000;
  for (int round = 0; round < 2; round++)
    {
      const ReaCampaign *wanted = round == 0 ? full : before;

      stage_begin (store, REA_STORE_WRITE);
      g_assert_true (rea_store_update_campaign (store, wanted, &error));
      g_assert_no_error (error);
      stage_commit (store);

      g_clear_pointer (&after, rea_campaign_free);
      after = stage_get_campaign (store, other->id);
      assert_same (after, wanted);
      g_assert_cmpint (after->total, ==, 1);
      g_assert_cmpint (after->revision, ==, before->revision + round + 1);
    }
}

static void
test_list (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaStore) store = NULL;
  g_autoptr (ReaCampaign) full = make_full ();
  g_autoptr (GPtrArray) campaigns = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first, user;

  scratch_set_up (&scratch);
  store = stage_open (&scratch);
  first = stage_add_campaign (store, "Zebra", REA_STATE_ACTIVE);
  insert (store, full);
  user = stage_add_user (store, "ann@example.org", REA_ROLE_SENDER);
  stage_add_sender (store, full->id, user);

  stage_begin (store, REA_STORE_READ);
  campaigns = rea_store_list_campaigns (store, &error);
  g_assert_no_error (error);
  stage_commit (store);

  g_assert_cmpuint (campaigns->len, ==, 2);
  g_assert_cmpint (((ReaCampaign *) campaigns->pdata[0])->id, ==, first);
  g_assert_cmpint (((ReaCampaign *) campaigns->pdata[0])->n_senders, ==, 0);
  g_assert_cmpint (((ReaCampaign *) campaigns->pdata[1])->n_senders, ==, 1);
  assert_same (campaigns->pdata[1], full);
}

/* A campaign with a row in every table. */
static gint64
add_used_campaign (ReaStore *store, const char *title, gint64 ann, gint64 bo, const char *digits)
{
  g_autoptr (ReaCampaign) campaign = make_full ();
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (ReaMove) move = NULL;
  g_autoptr (ReaPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first = 0;

  g_free (campaign->title);
  campaign->title = g_strdup (title);
  insert (store, campaign);
  stage_add_sender (store, campaign->id, ann);
  stage_add_sender (store, campaign->id, bo);

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *phone = g_strdup_printf ("+1202555%s%d", digits, i);
      gint64 id = stage_add_contact (store, campaign->id, phone, "Zoë", ann, REA_STATUS_NEEDS_REPLY,
                                     REA_FLAG_CONTACT_WROTE, NULL);

      first = i == 0 ? id : first;
    }

  {
    g_autoptr (ReaMessage) message = rea_message_new (FALSE, 1000, "Hello?");

    message->conversation_id = first;
    stage_begin (store, REA_STORE_WRITE);
    g_assert_true (rea_store_add_field (store, campaign->id, "city", &error));
    g_assert_true (rea_store_insert_message (store, campaign->id, message, &error));
    g_assert_true (rea_store_set_answer (store, first, "zeal", "Yes", &error));
    g_assert_true (rea_store_add_opt_out (store, "+12025559999", 1000, NULL, &error));
    g_assert_no_error (error);
    stage_commit (store);
  }

  return campaign->id;
}

/* Moves all of Ann's to Bo, as somebody would. */
static void
add_move (Scratch *scratch, gint64 campaign)
{
  const char *to[] = { "bo@example.org", NULL };
  g_autoptr (ReaSession) session = scratch_open (scratch, SCRATCH_OWNER);
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (GError) error = NULL;

  rea_request_set_to_senders (request, to);
  result = rea_session_reassign (session, campaign, request, NULL, -1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->move, >, 0);
}

static guint
count_found (ReaStore *store, gint64 campaign, const char *search)
{
  g_autoptr (ReaCampaign) entered = stage_get_campaign (store, campaign);
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  ReaQuery query = { .campaign = entered, .filter = filter, .now = SCRATCH_NOW };

  rea_filter_set_search (filter, search);
  stage_begin (store, REA_STORE_READ);
  found = rea_store_page (store, &query, REA_SORT_ID, NULL, 0, 100, &error);
  g_assert_no_error (error);
  stage_commit (store);

  return found->len;
}

static gint64
query_int (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64        value;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);

  return value;
}

/* How many the index itself finds, whether or not they are still there. Few ids take
 * a byte each.
 */
static gint64
count_indexed (Scratch *scratch, const char *word)
{
  g_autofree char *sql = g_strdup_printf ("SELECT ifnull (sum (length (ids)), 0) FROM search_list "
                                          "WHERE trigram = (%d << 42) | (%d << 21) | %d",
                                          word[0], word[1], word[2]);
  sqlite3         *db = NULL;
  gint64           n;

  g_assert_cmpint (sqlite3_open (scratch->database, &db), ==, SQLITE_OK);
  n = query_int (db, sql);
  sqlite3_close (db);

  return n;
}

/* Whether every table is empty but for those that say nothing of campaigns. */
static void
assert_nothing_left (Scratch *scratch)
{
  sqlite3      *db = NULL;
  sqlite3_stmt *tables = NULL;
  guint         n_tables = 0;

  g_assert_cmpint (sqlite3_open (scratch->database, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db,
                                       "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                       " AND name NOT IN ('user', 'meta', 'opt_out')"
                                       " AND name NOT LIKE 'sqlite_%'",
                                       -1, &tables, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (tables) == SQLITE_ROW)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT count(*) FROM %s", sqlite3_column_text (tables, 0));

      g_test_message ("%s", sql);
      g_assert_cmpint (query_int (db, sql), ==, 0);
      n_tables++;
    }
  g_assert_cmpuint (n_tables, >=, 15);

  g_assert_cmpint (query_int (db, "SELECT count(*) FROM opt_out"), ==, 1);
  g_assert_cmpint (query_int (db, "SELECT count(*) FROM user"), ==, 3);

  sqlite3_finalize (tables);
  sqlite3_close (db);
}

static void delete (ReaStore *store, gint64 campaign)
{
  g_autoptr (GError) error = NULL;

  stage_begin (store, REA_STORE_WRITE);
  rea_store_delete_campaign (store, campaign, &error);
  g_assert_no_error (error);
  stage_commit (store);
}

/* One of three goes after the other, the last one alone: of it nothing stays, the
 * others and their search stay whole.
 */
static void
test_delete (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaSession) owner = NULL;
  g_autoptr (ReaStore) store = NULL;
  g_autoptr (ReaCampaign) kept = NULL;
  gint64 ann, bo, one, other, small, next;

  scratch_set_up (&scratch);
  owner = scratch_create (&scratch);
  store = stage_open (&scratch);
  ann = stage_add_user (store, "ann@example.org", REA_ROLE_SENDER);
  bo = stage_add_user (store, "bo@example.org", REA_ROLE_SENDER);
  one = add_used_campaign (store, "One", ann, bo, "01");
  other = add_used_campaign (store, "Other", ann, bo, "02");
  small = stage_add_campaign (store, "Small", REA_STATE_ACTIVE);
  stage_add_contact (store, small, "+12025557777", "Zoë", REA_HOLDER_UNASSIGNED,
                     REA_STATUS_NOT_STARTED, 0, NULL);
  add_move (&scratch, one);
  add_move (&scratch, other);
  g_assert_cmpuint (count_found (store, one, "zoe"), ==, 3);
  g_assert_cmpint (count_indexed (&scratch, "zoe"), ==, 7);

  delete (store, one);

  scratch_assert_sound (owner);
  kept = stage_get_campaign (store, other);
  g_assert_cmpint (kept->total, ==, 3);
  g_assert_cmpint (kept->n_senders, ==, 2);
  g_assert_cmpuint (kept->questions->len, ==, 2);
  g_assert_cmpint (count_indexed (&scratch, "zoe"), ==, 4);
  g_assert_cmpint (count_indexed (&scratch, "501"), ==, 0);
  g_assert_cmpuint (count_found (store, other, "zoe"), ==, 3);
  g_assert_cmpuint (count_found (store, other, "555020"), ==, 1);
  g_assert_cmpuint (count_found (store, other, "555010"), ==, 0);

  delete (store, other);

  scratch_assert_sound (owner);
  g_assert_cmpint (count_indexed (&scratch, "zoe"), ==, 1);
  g_assert_cmpuint (count_found (store, small, "557777"), ==, 1);

  delete (store, small);

  scratch_assert_sound (owner);
  g_assert_cmpint (count_indexed (&scratch, "zoe"), ==, 0);
  assert_nothing_left (&scratch);

  /* A number is never given twice, and what comes new is found again. */
  next = add_used_campaign (store, "Next", ann, bo, "01");
  g_assert_cmpint (next, >, small);
  g_assert_cmpuint (count_found (store, next, "zoe"), ==, 3);
  scratch_assert_sound (owner);
}

static void
test_delete_missing (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaStore) store = NULL;
  g_autoptr (GError) error = NULL;

  scratch_set_up (&scratch);
  store = stage_open (&scratch);

  stage_begin (store, REA_STORE_WRITE);
  g_assert_false (rea_store_delete_campaign (store, 1, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
  rea_store_rollback (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sqlite-campaigns/insert", test_insert);
  g_test_add_func ("/sqlite-campaigns/get-missing", test_get_missing);
  g_test_add_func ("/sqlite-campaigns/update", test_update);
  g_test_add_func ("/sqlite-campaigns/list", test_list);
  g_test_add_func ("/sqlite-campaigns/delete", test_delete);
  g_test_add_func ("/sqlite-campaigns/delete-missing", test_delete_missing);

  return g_test_run ();
}
