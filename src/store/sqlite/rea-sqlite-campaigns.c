/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-campaigns.h"

#include "rea-sqlite-store-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define CAMPAIGN_COLUMNS                                                                           \
  "id, title, state, window_start, window_end, time_zone, hours_start, hours_end, self_assign,"    \
  " batch, country, initial_message, is_demo, total, opted_out, wrote_after_opt_out, marked,"      \
  " first_conversation, last_conversation, revision,"                                              \
  " (SELECT count(*) FROM campaign_sender WHERE campaign_id = campaign.id)"

/* The hours' columns of a campaign: NULL in both is any hour. */
#define HOUR_OR_NULL(campaign, minutes) ((campaign)->has_hours ? (minutes) : -1)

static ReaCampaign *
read_campaign (ReaStatement *statement)
{
  g_autofree char *title = rea_statement_dup_text (statement, 1);
  ReaCampaign     *campaign = rea_campaign_new (title);

  campaign->id = sqlite3_column_int64 (statement, 0);
  campaign->state = sqlite3_column_int (statement, 2);
  campaign->window_start = sqlite3_column_int64 (statement, 3);
  campaign->window_end = sqlite3_column_int64 (statement, 4);
  g_free (campaign->time_zone);
  campaign->time_zone = rea_statement_dup_text (statement, 5);
  campaign->has_hours = sqlite3_column_type (statement, 6) != SQLITE_NULL;
  if (campaign->has_hours)
    {
      campaign->hours_start = sqlite3_column_int (statement, 6);
      campaign->hours_end = sqlite3_column_int (statement, 7);
    }
  campaign->self_assign = sqlite3_column_int (statement, 8) != 0;
  campaign->batch = sqlite3_column_int (statement, 9);
  g_free (campaign->country);
  campaign->country = rea_statement_dup_text (statement, 10);
  campaign->initial_message = rea_statement_dup_text (statement, 11);
  campaign->is_demo = sqlite3_column_int (statement, 12) != 0;
  campaign->total = sqlite3_column_int64 (statement, 13);
  campaign->opted_out = sqlite3_column_int64 (statement, 14);
  campaign->wrote_after_opt_out = sqlite3_column_int64 (statement, 15);
  campaign->marked = sqlite3_column_int64 (statement, 16);
  campaign->first_conversation = sqlite3_column_int64 (statement, 17);
  campaign->last_conversation = sqlite3_column_int64 (statement, 18);
  campaign->revision = sqlite3_column_int64 (statement, 19);
  campaign->n_senders = sqlite3_column_int64 (statement, 20);

  return campaign;
}

/* The texts of one column that a statement answers, in a list that is never NULL. */
static char **
dup_texts (ReaStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gboolean row;

  while (rea_statement_step (statement, &row, error))
    {
      if (!row)
        {
          g_ptr_array_add (texts, NULL);
          g_ptr_array_set_free_func (texts, NULL);
          return (char **) g_ptr_array_steal (texts, NULL);
        }

      g_ptr_array_add (texts, rea_statement_dup_text (statement, 0));
    }

  return NULL;
}

static char **
read_choices (ReaSqlite *db, gint64 campaign_id, gint64 question, GError **error)
{
  g_autoptr (ReaStatement) select = NULL;

  select = rea_sqlite_prepare (db,
                               "SELECT text FROM question_answer"
                               " WHERE campaign_id = ? AND question = ? ORDER BY place",
                               error);
  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "ii", campaign_id, question);

  return dup_texts (select, error);
}

static gboolean
read_questions (ReaSqlite *db, ReaCampaign *campaign, GError **error)
{
  g_autoptr (ReaStatement) select = NULL;
  gboolean row;

  select = rea_sqlite_prepare (db,
                               "SELECT place, name, text FROM question WHERE campaign_id = ?"
                               " ORDER BY place",
                               error);
  if (select == NULL)
    return FALSE;

  rea_statement_bind (select, "i", campaign->id);
  while (rea_statement_step (select, &row, error))
    {
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) choices = NULL;

      if (!row)
        return TRUE;

      choices = read_choices (db, campaign->id, sqlite3_column_int64 (select, 0), error);
      if (choices == NULL)
        return FALSE;

      name = rea_statement_dup_text (select, 1);
      text = rea_statement_dup_text (select, 2);
      g_ptr_array_add (campaign->questions,
                       rea_question_new (name, text, (const char *const *) choices));
    }

  return FALSE;
}

static gboolean
read_canned_replies (ReaSqlite *db, ReaCampaign *campaign, GError **error)
{
  g_autoptr (ReaStatement) select = NULL;
  gboolean row;

  select = rea_sqlite_prepare (db,
                               "SELECT title, text FROM canned_reply WHERE campaign_id = ?"
                               " ORDER BY place",
                               error);
  if (select == NULL)
    return FALSE;

  rea_statement_bind (select, "i", campaign->id);
  while (rea_statement_step (select, &row, error))
    {
      g_autofree char *title = NULL;
      g_autofree char *text = NULL;

      if (!row)
        return TRUE;

      title = rea_statement_dup_text (select, 0);
      text = rea_statement_dup_text (select, 1);
      g_ptr_array_add (campaign->canned_replies, rea_canned_reply_new (title, text));
    }

  return FALSE;
}

/* All campaigns, in the order in which they were made. */
GPtrArray *
rea_sqlite_store_list_campaigns (ReaStore *self, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  g_autoptr (GPtrArray) campaigns =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rea_campaign_free);
  g_autoptr (ReaStatement) select = NULL;
  gboolean row;

  select = rea_sqlite_prepare (db, "SELECT " CAMPAIGN_COLUMNS " FROM campaign ORDER BY id", error);
  if (select == NULL)
    return NULL;

  while (rea_statement_step (select, &row, error))
    {
      ReaCampaign *campaign;

      if (!row)
        return g_steal_pointer (&campaigns);

      campaign = read_campaign (select);
      g_ptr_array_add (campaigns, campaign);
      if (!read_questions (db, campaign, error) || !read_canned_replies (db, campaign, error))
        return NULL;
    }

  return NULL;
}

/* The campaign of that id; %REA_ERROR_NOT_FOUND where there is none. */
ReaCampaign *
rea_sqlite_store_get_campaign (ReaStore *self, gint64 id, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autoptr (ReaStatement) select = NULL;
  gboolean row;

  select = rea_sqlite_prepare (db, "SELECT " CAMPAIGN_COLUMNS " FROM campaign WHERE id = ?", error);
  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "i", id);
  if (!rea_statement_step (select, &row, error))
    return NULL;

  if (!row)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_NOT_FOUND, _ ("There is no campaign %" PRId64 "."),
                   id);
      return NULL;
    }

  campaign = read_campaign (select);
  if (!read_questions (db, campaign, error) || !read_canned_replies (db, campaign, error))
    return NULL;

  return g_steal_pointer (&campaign);
}

static gboolean
write_question (ReaSqlite         *db,
                gint64             campaign_id,
                gint64             place,
                const ReaQuestion *question,
                GError           **error)
{
  if (!rea_sqlite_run (db,
                       "INSERT INTO question (campaign_id, place, name, text) VALUES (?, ?, ?, ?)",
                       error, "iiss", campaign_id, place, question->id, question->text))
    return FALSE;

  for (gint64 i = 0; question->answers[i] != NULL; i++)
    {
      if (!rea_sqlite_run (db,
                           "INSERT INTO question_answer (campaign_id, question, place, text)"
                           " VALUES (?, ?, ?, ?)",
                           error, "iiis", campaign_id, place, i, question->answers[i]))
        return FALSE;
    }

  return TRUE;
}

/* Puts the campaign's questions and canned replies in the place of those it had. */
static gboolean
write_lists (ReaSqlite *db, const ReaCampaign *campaign, GError **error)
{
  if (!rea_sqlite_delete_lists (db, campaign->id, error))
    return FALSE;

  for (guint i = 0; i < campaign->questions->len; i++)
    {
      if (!write_question (db, campaign->id, i, g_ptr_array_index (campaign->questions, i), error))
        return FALSE;
    }

  for (guint i = 0; i < campaign->canned_replies->len; i++)
    {
      const ReaCannedReply *reply = g_ptr_array_index (campaign->canned_replies, i);

      if (!rea_sqlite_run (db,
                           "INSERT INTO canned_reply (campaign_id, place, title, text)"
                           " VALUES (?, ?, ?, ?)",
                           error, "iiss", campaign->id, (gint64) i, reply->title, reply->text))
        return FALSE;
    }

  return TRUE;
}

/* Adds a campaign without contacts and gives it its id, which none had before. */
gboolean
rea_sqlite_store_insert_campaign (ReaStore *self, ReaCampaign *campaign, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);

  if (!rea_sqlite_run (db,
                       "INSERT INTO campaign (title, state, time_zone, self_assign, batch, country,"
                       " is_demo) VALUES ('', 0, '', 0, 0, '', ?)",
                       error, "i", (gint64) (campaign->is_demo != FALSE)))
    return FALSE;

  campaign->id = sqlite3_last_insert_rowid (rea_sqlite_get_handle (db));

  return rea_sqlite_store_update_campaign (self, campaign, error);
}

/* Takes over what was set, not the counts, which follow the conversations. */
gboolean
rea_sqlite_store_update_campaign (ReaStore *self, const ReaCampaign *campaign, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);

  return rea_sqlite_run (
             db,
             "UPDATE campaign SET title = ?, state = ?, window_start = ?, window_end = ?,"
             " time_zone = ?, hours_start = nullif (?, -1), hours_end = nullif (?, -1),"
             " self_assign = ?, batch = ?, country = ?, initial_message = ? WHERE id = ?",
             error, "sittsiiiissi", campaign->title, (gint64) campaign->state,
             campaign->window_start, campaign->window_end, campaign->time_zone,
             (gint64) HOUR_OR_NULL (campaign, campaign->hours_start),
             (gint64) HOUR_OR_NULL (campaign, campaign->hours_end),
             (gint64) (campaign->self_assign != FALSE), (gint64) campaign->batch, campaign->country,
             campaign->initial_message, campaign->id) &&
         write_lists (db, campaign, error) && rea_sqlite_raise_revision (db, campaign->id, error);
}

/**
 * rea_sqlite_add_to_counter:
 * @db: a connection in a transaction
 * @campaign_id: a campaign
 * @holder: who holds them
 * @status: of which status
 * @n: how many more, or, below 0, fewer
 * @error: what went wrong
 *
 * Returns: whether the counter says so
 */
gboolean
rea_sqlite_add_to_counter (ReaSqlite *db,
                           gint64     campaign_id,
                           gint64     holder,
                           ReaStatus  status,
                           gint64     n,
                           GError   **error)
{
  return rea_sqlite_run (db,
                         "INSERT INTO counter VALUES (?1, ?2, ?3, ?4)"
                         " ON CONFLICT DO UPDATE SET n = n + ?4",
                         error, "iiii", campaign_id, holder, (gint64) status, n);
}

/**
 * rea_sqlite_raise_revision:
 * @db: a connection in a transaction
 * @campaign_id: the campaign of which something other than presence changed
 * @error: what went wrong
 *
 * Returns: whether others will see that there is something new to read
 */
gboolean
rea_sqlite_raise_revision (ReaSqlite *db, gint64 campaign_id, GError **error)
{
  return rea_sqlite_run (db, "UPDATE campaign SET revision = revision + 1 WHERE id = ?", error, "i",
                         campaign_id);
}
