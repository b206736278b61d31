/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-schema.h"
#include "rea-sqlite-search.h"
#include "rea-sqlite-store-private.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  CONVERSATIONS_WITHOUT_CONTACT,
  CONTACTS_WITHOUT_CONVERSATION,
  CONVERSATIONS_WITHOUT_CAMPAIGN,
  SENDERS,
  HOLDERS,
  STATUSES,
  OPTED_OUT,
  PHONES,
  NAMES,
  MESSAGES,
  CARRIED,
  ANSWERS,
  DRAFTS,
  COUNTERS,
  TOTALS,
  RANGES,
  N_CHECKS,
} Check;

/* What has to hold beyond what SQLite watches over itself, in the order of the
 * names above, in which it is mended: one repair may bring up what a later one
 * looks at. Each statement answers how many break it; the repair, where there is
 * one, mends them.
 */
static const struct
{
  const char *count;
  const char *repair;
} checks[] = {
  { "SELECT count(*) FROM conversation c WHERE NOT EXISTS"
    " (SELECT 1 FROM contact k WHERE k.id = c.id AND k.campaign_id = c.campaign_id)",
    NULL },
  { "SELECT count(*) FROM contact k WHERE NOT EXISTS"
    " (SELECT 1 FROM conversation c WHERE c.id = k.id)",
    "INSERT INTO conversation SELECT id, campaign_id, 999, 4, NULL FROM contact k"
    " WHERE NOT EXISTS (SELECT 1 FROM conversation c WHERE c.id = k.id)" },
  { "SELECT count(*) FROM conversation WHERE campaign_id NOT IN (SELECT id FROM campaign)", NULL },
  { "SELECT count(*) FROM campaign_sender WHERE user_id NOT IN (SELECT id FROM user)"
    " OR campaign_id NOT IN (SELECT id FROM campaign)",
    "DELETE FROM campaign_sender WHERE user_id NOT IN (SELECT id FROM user)"
    " OR campaign_id NOT IN (SELECT id FROM campaign)" },
  { "SELECT count(*) FROM conversation c WHERE holder <> 999 AND NOT EXISTS"
    " (SELECT 1 FROM campaign_sender s WHERE s.campaign_id = c.campaign_id"
    " AND s.user_id = c.holder)",
    "UPDATE conversation SET holder = 999 WHERE holder <> 999 AND NOT EXISTS"
    " (SELECT 1 FROM campaign_sender s WHERE s.campaign_id = conversation.campaign_id"
    " AND s.user_id = conversation.holder)" },
  { "SELECT (SELECT count(*) FROM conversation WHERE status NOT BETWEEN 0 AND 4)"
    " + (SELECT count(*) FROM contact WHERE open_status NOT BETWEEN 0 AND 4)",
    "UPDATE conversation SET status = 4 WHERE status NOT BETWEEN 0 AND 4;"
    " UPDATE contact SET open_status = 1 WHERE open_status NOT BETWEEN 0 AND 4" },
  { "SELECT count(*) FROM contact k JOIN conversation c ON c.id = k.id"
    " WHERE (k.flags & 1) <> 0 AND c.status <> 4",
    "UPDATE conversation SET status = 4 WHERE status <> 4"
    " AND (SELECT flags & 1 FROM contact WHERE id = conversation.id) <> 0" },
  { "SELECT (SELECT count(*) FROM contact k WHERE NOT EXISTS (SELECT 1 FROM contact_phone p"
    " WHERE p.phone = k.phone AND p.campaign_id = k.campaign_id AND p.id = k.id))"
    " + (SELECT count(*) FROM contact_phone p WHERE NOT EXISTS (SELECT 1 FROM contact k"
    " WHERE k.id = p.id AND k.phone = p.phone AND k.campaign_id = p.campaign_id))",
    "DELETE FROM contact_phone; INSERT OR IGNORE INTO contact_phone"
    " SELECT phone, campaign_id, id FROM contact ORDER BY phone, campaign_id, id" },
  { "SELECT (SELECT count(*) FROM contact k WHERE NOT EXISTS (SELECT 1 FROM contact_name n"
    " WHERE n.campaign_id = k.campaign_id AND n.key = rea_name_key (k.last_name, k.first_name)"
    " AND n.id = k.id))"
    " + (SELECT count(*) FROM contact_name n WHERE NOT EXISTS (SELECT 1 FROM contact k"
    " WHERE k.id = n.id AND k.campaign_id = n.campaign_id"
    " AND rea_name_key (k.last_name, k.first_name) = n.key))",
    "DELETE FROM contact_name; INSERT INTO contact_name SELECT campaign_id,"
    " rea_name_key (last_name, first_name), id FROM contact ORDER BY 1, 2, 3" },
  { "SELECT count(*) FROM message m WHERE NOT EXISTS"
    " (SELECT 1 FROM conversation c WHERE c.id = m.conversation_id)",
    "DELETE FROM message WHERE NOT EXISTS"
    " (SELECT 1 FROM conversation c WHERE c.id = message.conversation_id)" },
  { "SELECT (SELECT count(*) FROM outgoing WHERE message_id IS NOT NULL"
    " AND message_id NOT IN (SELECT id FROM message))"
    " + (SELECT count(*) FROM incoming WHERE message_id IS NOT NULL"
    " AND message_id NOT IN (SELECT id FROM message))",
    "DELETE FROM outgoing WHERE message_id IS NOT NULL"
    " AND message_id NOT IN (SELECT id FROM message);"
    " DELETE FROM incoming WHERE message_id IS NOT NULL"
    " AND message_id NOT IN (SELECT id FROM message)" },
  { "SELECT count(*) FROM answer a WHERE NOT EXISTS"
    " (SELECT 1 FROM conversation c WHERE c.id = a.conversation_id)",
    "DELETE FROM answer WHERE NOT EXISTS"
    " (SELECT 1 FROM conversation c WHERE c.id = answer.conversation_id)" },
  { "SELECT count(*) FROM draft d WHERE user_id NOT IN (SELECT id FROM user)"
    " OR NOT EXISTS (SELECT 1 FROM conversation c WHERE c.id = d.conversation_id)",
    "DELETE FROM draft WHERE user_id NOT IN (SELECT id FROM user)"
    " OR NOT EXISTS (SELECT 1 FROM conversation c WHERE c.id = draft.conversation_id)" },
  { "SELECT count(*) FROM (SELECT 1 FROM (SELECT campaign_id, holder, status, n FROM counter"
    " UNION ALL SELECT campaign_id, holder, status, -1 FROM conversation)"
    " GROUP BY campaign_id, holder, status HAVING sum (n) <> 0)",
    "DELETE FROM counter; INSERT INTO counter SELECT campaign_id, holder, status, count(*)"
    " FROM conversation GROUP BY 1, 2, 3" },
  { "SELECT count(*) FROM campaign k LEFT JOIN (SELECT campaign_id, count(*) AS n,"
    " sum (flags & 1) AS out, sum ((flags & 2) <> 0) AS after, sum ((flags & 4) <> 0) AS marked"
    " FROM contact GROUP BY 1) c ON c.campaign_id = k.id"
    " WHERE k.total <> ifnull (n, 0) OR k.opted_out <> ifnull (c.out, 0)"
    " OR k.wrote_after_opt_out <> ifnull (after, 0) OR k.marked <> ifnull (c.marked, 0)",
    "UPDATE campaign SET"
    " total = (SELECT count(*) FROM contact WHERE campaign_id = campaign.id),"
    " opted_out = (SELECT count(*) FROM contact WHERE campaign_id = campaign.id"
    " AND (flags & 1) <> 0),"
    " wrote_after_opt_out = (SELECT count(*) FROM contact WHERE campaign_id = campaign.id"
    " AND (flags & 2) <> 0),"
    " marked = (SELECT count(*) FROM contact WHERE campaign_id = campaign.id"
    " AND (flags & 4) <> 0)" },
  { "SELECT count(*) FROM campaign k WHERE EXISTS (SELECT 1 FROM conversation c"
    " WHERE c.campaign_id = k.id"
    " AND (c.id < k.first_conversation OR c.id > k.last_conversation))",
    "UPDATE campaign SET"
    " first_conversation = (SELECT ifnull (min (id), 0) FROM conversation"
    " WHERE campaign_id = campaign.id),"
    " last_conversation = (SELECT ifnull (max (id), 0) FROM conversation"
    " WHERE campaign_id = campaign.id)" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (checks) == N_CHECKS);

/* The sentences are seen by who asks for a check of the database. */
static char *
describe (Check check, gint64 n)
{
  const char *sentence = NULL;

  switch (check)
    {
    case CONVERSATIONS_WITHOUT_CONTACT:
      sentence =
          ngettext ("%d conversation has no contact.", "%d conversations have no contact.", n);
      break;
    case CONTACTS_WITHOUT_CONVERSATION:
      sentence =
          ngettext ("%d contact has no conversation.", "%d contacts have no conversation.", n);
      break;
    case CONVERSATIONS_WITHOUT_CAMPAIGN:
      sentence = ngettext ("%d conversation belongs to no campaign.",
                           "%d conversations belong to no campaign.", n);
      break;
    case SENDERS:
      sentence = ngettext ("%d sender belongs to no user or no campaign.",
                           "%d senders belong to no user or no campaign.", n);
      break;
    case HOLDERS:
      sentence =
          ngettext ("%d conversation is held by somebody who is no sender of its campaign.",
                    "%d conversations are held by somebody who is no sender of their campaign.", n);
      break;
    case STATUSES:
      sentence = ngettext ("%d conversation has a status that there is not.",
                           "%d conversations have a status that there is not.", n);
      break;
    case OPTED_OUT:
      sentence = ngettext ("%d conversation of a contact who opted out is not closed.",
                           "%d conversations of contacts who opted out are not closed.", n);
      break;
    case PHONES:
      sentence = ngettext ("%d contact is not found by its phone.",
                           "%d contacts are not found by their phones.", n);
      break;
    case NAMES:
      sentence = ngettext ("%d contact is not listed by its name.",
                           "%d contacts are not listed by their names.", n);
      break;
    case MESSAGES:
      sentence = ngettext ("%d message belongs to no conversation.",
                           "%d messages belong to no conversation.", n);
      break;
    case CARRIED:
      sentence = ngettext ("%d entry of the gateway belongs to no message.",
                           "%d entries of the gateway belong to no message.", n);
      break;
    case ANSWERS:
      sentence = ngettext ("%d answer belongs to no conversation.",
                           "%d answers belong to no conversation.", n);
      break;
    case DRAFTS:
      sentence = ngettext ("%d draft belongs to no conversation or no user.",
                           "%d drafts belong to no conversation or no user.", n);
      break;
    case COUNTERS:
      sentence = ngettext ("%d counter differs from a full count.",
                           "%d counters differ from a full count.", n);
      break;
    case TOTALS:
      sentence = ngettext ("%d campaign has wrong totals.", "%d campaigns have wrong totals.", n);
      break;
    case RANGES:
      sentence = ngettext ("%d campaign does not know the range of its conversations.",
                           "%d campaigns do not know the range of their conversations.", n);
      break;
    case N_CHECKS:
      g_assert_not_reached ();
    }

  return g_strdup_printf (sentence, (int) n);
}

static gboolean
check_file (ReaSqlite *db, GPtrArray *problems, GError **error)
{
  g_autoptr (ReaStatement) select = rea_sqlite_prepare (db, "PRAGMA integrity_check (20)", error);
  gboolean row;

  if (select == NULL)
    return FALSE;

  while (rea_statement_step (select, &row, error))
    {
      const char *text;

      if (!row)
        return TRUE;

      text = (const char *) sqlite3_column_text (select, 0);
      if (g_strcmp0 (text, "ok") != 0)
        g_ptr_array_add (problems, g_strdup_printf (_ ("The file is damaged: %s."), text));
    }

  return FALSE;
}

/* The search's index is no SQL. */
static gboolean
check_search (ReaSqlite *db, gboolean repair, GPtrArray *problems, GError **error)
{
  gint64 n = 0;

  if (!rea_sqlite_search_check (db, &n, error))
    return FALSE;

  if (n > 0 && repair &&
      (!rea_sqlite_search_rebuild (db, error) || !rea_sqlite_search_check (db, &n, error)))
    return FALSE;

  if (n > 0)
    g_ptr_array_add (problems, g_strdup (_ ("The index of the search is not what it should be.")));

  return TRUE;
}

GPtrArray *
rea_sqlite_store_check (ReaStore *self, gboolean repair, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!check_file (db, problems, error))
    return NULL;

  for (Check i = 0; i < N_CHECKS; i++)
    {
      gint64 n;

      if (!rea_sqlite_get_int (db, checks[i].count, 0, &n, error, ""))
        return NULL;

      if (n > 0 && repair && checks[i].repair != NULL)
        {
          if (!rea_sqlite_exec (db, checks[i].repair, error) ||
              !rea_sqlite_get_int (db, checks[i].count, 0, &n, error, ""))
            return NULL;
        }

      if (n > 0)
        g_ptr_array_add (problems, describe (i, n));
    }

  if (!check_search (db, repair, problems, error))
    return NULL;

  return g_steal_pointer (&problems);
}

gboolean
rea_sqlite_store_backup (ReaStore *self, const char *path, GError **error)
{
  return rea_sqlite_copy_file (rea_sqlite_store_get_db (self), path, error);
}
