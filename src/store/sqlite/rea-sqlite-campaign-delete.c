/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-campaigns.h"
#include "rea-sqlite-store-private.h"

/* What hangs on the campaign's conversations: a scan of their range each, however
 * many there are. The phones that opted out stay, with who of them was told so.
 */
static const char *const ranged_deletions[] = {
  ("DELETE FROM answer WHERE conversation_id BETWEEN ?2 AND ?3"
   " AND (SELECT campaign_id FROM conversation WHERE id = conversation_id) = ?1"),
  ("DELETE FROM draft WHERE conversation_id BETWEEN ?2 AND ?3"
   " AND (SELECT campaign_id FROM conversation WHERE id = conversation_id) = ?1"),
  ("DELETE FROM outgoing WHERE message_id IN (SELECT id FROM message"
   " WHERE +campaign_id = ?1 AND conversation_id BETWEEN ?2 AND ?3)"),
  ("DELETE FROM incoming WHERE message_id IN (SELECT id FROM message"
   " WHERE +campaign_id = ?1 AND conversation_id BETWEEN ?2 AND ?3)"),
  "DELETE FROM message WHERE +campaign_id = ?1 AND conversation_id BETWEEN ?2 AND ?3",
  ("DELETE FROM contact_phone WHERE (phone, campaign_id) IN (SELECT phone, campaign_id"
   " FROM contact WHERE id BETWEEN ?2 AND ?3 AND +campaign_id = ?1)"),
  ("DELETE FROM search_list WHERE first_id IN (SELECT first_id FROM search_block"
   " WHERE first_id BETWEEN ?2 AND ?3 AND campaign_id = ?1)"),
  "DELETE FROM search_block WHERE first_id BETWEEN ?2 AND ?3 AND campaign_id = ?1",
  "DELETE FROM contact WHERE id BETWEEN ?2 AND ?3 AND +campaign_id = ?1",
  "DELETE FROM conversation WHERE id BETWEEN ?2 AND ?3 AND +campaign_id = ?1",
  "DELETE FROM import WHERE first_conversation BETWEEN ?2 AND ?3 AND campaign_id = ?1",
};

/* The same where no other campaign has any: a table that is emptied as a whole
 * takes no time.
 */
static const char *const whole_deletions[] = {
  "DELETE FROM outgoing WHERE message_id IS NOT NULL",
  "DELETE FROM incoming WHERE message_id IS NOT NULL",
  "DELETE FROM answer",
  "DELETE FROM draft",
  "DELETE FROM message",
  "DELETE FROM contact",
  "DELETE FROM contact_phone",
  "DELETE FROM search_list",
  "DELETE FROM search_block",
  "DELETE FROM conversation",
  "DELETE FROM import",
};

static const char *const other_deletions[] = {
  "DELETE FROM move_part WHERE move_id IN (SELECT id FROM move WHERE campaign_id = ?)",
  "DELETE FROM move_count WHERE move_id IN (SELECT id FROM move WHERE campaign_id = ?)",
  "DELETE FROM move WHERE campaign_id = ?",
  "DELETE FROM counter WHERE campaign_id = ?",
  "DELETE FROM contact_name WHERE campaign_id = ?",
  "DELETE FROM field WHERE campaign_id = ?",
  "DELETE FROM campaign_sender WHERE campaign_id = ?",
  "DELETE FROM campaign WHERE id = ?",
};

/**
 * rea_sqlite_delete_lists:
 * @db: a connection in a transaction
 * @campaign_id: the number of a campaign
 * @error: what went wrong
 *
 * Deletes the campaign's questions and canned replies.
 *
 * Returns: whether they are gone
 */
gboolean
rea_sqlite_delete_lists (ReaSqlite *db, gint64 campaign_id, GError **error)
{
  return rea_sqlite_run (db, "DELETE FROM question WHERE campaign_id = ?", error, "i",
                         campaign_id) &&
         rea_sqlite_run (db, "DELETE FROM question_answer WHERE campaign_id = ?", error, "i",
                         campaign_id) &&
         rea_sqlite_run (db, "DELETE FROM canned_reply WHERE campaign_id = ?", error, "i",
                         campaign_id);
}

static gboolean
delete_conversations (ReaSqlite *db, const ReaCampaign *campaign, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranged_deletions); i++)
    {
      if (!rea_sqlite_run (db, ranged_deletions[i], error, "iii", campaign->id,
                           campaign->first_conversation, campaign->last_conversation))
        return FALSE;
    }

  return TRUE;
}

static gboolean
delete_all_conversations (ReaSqlite *db, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (whole_deletions); i++)
    {
      if (!rea_sqlite_run (db, whole_deletions[i], error, ""))
        return FALSE;
    }

  return TRUE;
}

/* Deletes a campaign with everything in it. */
gboolean
rea_sqlite_store_delete_campaign (ReaStore *self, gint64 id, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  g_autoptr (ReaCampaign) campaign = rea_sqlite_store_get_campaign (self, id, error);
  gint64 others;

  if (campaign == NULL || !rea_sqlite_delete_lists (db, id, error) ||
      !rea_sqlite_get_int (db, "SELECT sum(total) FROM campaign WHERE id <> ?", 0, &others, error,
                           "i", id))
    return FALSE;

  if (others == 0 ? !delete_all_conversations (db, error)
                  : !delete_conversations (db, campaign, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (other_deletions); i++)
    {
      if (!rea_sqlite_run (db, other_deletions[i], error, "i", id))
        return FALSE;
    }

  return TRUE;
}
