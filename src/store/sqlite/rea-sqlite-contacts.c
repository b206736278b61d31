/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bringing contacts in. What many rows have in common is written once at the end:
 * counters, and the range of their ids.
 */
#include "rea-sqlite-campaigns.h"
#include "rea-sqlite-intake.h"
#include "rea-sqlite-store-private.h"

typedef struct
{
  gint64     first;
  gint64     next;
  gint64     n_opted_out;
  gint64     n_wrote_after;
  gint64     n_marked;
  ReaTally  *tally;
  ReaIntake *contacts;
} Arrivals;

static void
arrivals_free (gpointer data)
{
  Arrivals *arrivals = data;

  rea_tally_free (arrivals->tally);
  rea_intake_free (arrivals->contacts);
  g_free (arrivals);
}

static Arrivals *
get_arrivals (ReaStore *self)
{
  return g_object_get_data (G_OBJECT (self), "arrivals");
}

/* Forgets those who came in and were not written: the transaction is taken back. */
void
rea_sqlite_store_drop_contacts (ReaStore *self)
{
  g_object_set_data (G_OBJECT (self), "arrivals", NULL);
}

gboolean
rea_sqlite_store_begin_contacts (ReaStore *self, ReaCampaign *campaign, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  Arrivals  *arrivals = g_new0 (Arrivals, 1);

  arrivals->tally = rea_tally_new ();
  arrivals->contacts = rea_intake_new (db, campaign->id, campaign->total > 0);
  g_object_set_data_full (G_OBJECT (self), "arrivals", arrivals, arrivals_free);

  if (!rea_sqlite_get_int (db, "SELECT value FROM meta WHERE key = 'next_conversation'", 1,
                           &arrivals->next, error, ""))
    return FALSE;

  arrivals->first = arrivals->next;

  return TRUE;
}

gboolean
rea_sqlite_store_insert_contact (ReaStore *self, ReaConversation *conversation, GError **error)
{
  Arrivals *arrivals = get_arrivals (self);
  gboolean  found;

  g_return_val_if_fail (arrivals != NULL, FALSE);

  conversation->id = 0;

  if (!rea_intake_has (arrivals->contacts, conversation->phone, &found, error))
    return FALSE;
  if (found)
    return TRUE;

  conversation->id = arrivals->next++;
  rea_tally_add (arrivals->tally, conversation->holder, conversation->status, 1);
  arrivals->n_opted_out += (conversation->flags & REA_FLAG_OPTED_OUT) != 0;
  arrivals->n_wrote_after += (conversation->flags & REA_FLAG_WROTE_AFTER_OPT_OUT) != 0;
  arrivals->n_marked += (conversation->flags & REA_FLAG_MARKED) != 0;

  return rea_intake_add (arrivals->contacts, conversation, error);
}

gboolean
rea_sqlite_store_add_field (ReaStore *self, gint64 campaign_id, const char *name, GError **error)
{
  return rea_sqlite_run (rea_sqlite_store_get_db (self),
                         "INSERT OR IGNORE INTO field (campaign_id, name) VALUES (?, ?)", error,
                         "is", campaign_id, name);
}

/* Adds what came in to the counter rows. */
static gboolean
save_counters (ReaSqlite *db, const ReaCampaign *campaign, const ReaTally *tally, GError **error)
{
  GHashTableIter iter;
  gpointer       holder, counts;

  rea_tally_iter_init (tally, &iter);
  while (g_hash_table_iter_next (&iter, &holder, &counts))
    for (int status = 0; status < REA_N_STATUSES; status++)
      {
        gint64 n = ((const ReaCounts *) counts)->n[status];

        if (n != 0 && !rea_sqlite_add_to_counter (db, campaign->id, *(const gint64 *) holder,
                                                  status, n, error))
          return FALSE;
      }

  return TRUE;
}

static gboolean
save_arrivals (ReaSqlite *db, ReaCampaign *campaign, Arrivals *arrivals, gint64 at, GError **error)
{
  gint64 last = arrivals->next - 1;
  gint64 n = arrivals->next - arrivals->first;

  if (n == 0)
    return TRUE;

  return save_counters (db, campaign, arrivals->tally, error) &&
         rea_sqlite_run (db, "INSERT INTO import VALUES (?, ?, ?, ?)", error, "iiii",
                         arrivals->first, last, campaign->id, at) &&
         rea_sqlite_run (db, "UPDATE meta SET value = ? WHERE key = 'next_conversation'", error,
                         "i", arrivals->next) &&
         rea_sqlite_run (db,
                         "UPDATE campaign SET total = total + ?1, opted_out = opted_out + ?2,"
                         " wrote_after_opt_out = wrote_after_opt_out + ?3, marked = marked + ?4,"
                         " first_conversation = CASE first_conversation WHEN 0 THEN ?5"
                         " ELSE first_conversation END, last_conversation = ?6,"
                         " revision = revision + 1 WHERE id = ?7",
                         error, "iiiiiii", n, arrivals->n_opted_out, arrivals->n_wrote_after,
                         arrivals->n_marked, arrivals->first, last, campaign->id);
}

gboolean
rea_sqlite_store_end_contacts (ReaStore *self, ReaCampaign *campaign, gint64 at, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  Arrivals  *arrivals = get_arrivals (self);
  gboolean   ok;

  g_return_val_if_fail (arrivals != NULL, FALSE);

  ok = rea_intake_save (arrivals->contacts, error) &&
       save_arrivals (db, campaign, arrivals, at, error);

  if (ok && arrivals->next > arrivals->first)
    {
      campaign->total += arrivals->next - arrivals->first;
      campaign->last_conversation = arrivals->next - 1;
      if (campaign->first_conversation == 0)
        campaign->first_conversation = arrivals->first;
    }

  rea_sqlite_store_drop_contacts (self);

  return ok;
}

gboolean
rea_sqlite_store_list_field_names (ReaStore          *self,
                                   const ReaCampaign *campaign,
                                   GPtrArray         *names,
                                   GError           **error)
{
  g_autoptr (ReaStatement) select =
      rea_sqlite_prepare (rea_sqlite_store_get_db (self),
                          "SELECT name FROM field WHERE campaign_id = ? ORDER BY name", error);
  gboolean row;

  if (select == NULL)
    return FALSE;

  rea_statement_bind (select, "i", campaign->id);
  while (rea_statement_step (select, &row, error))
    {
      if (!row)
        return TRUE;
      g_ptr_array_add (names, rea_statement_dup_text (select, 0));
    }

  return FALSE;
}

/* An answer to a question that the campaign no longer asks counts for nothing. */
gboolean
rea_sqlite_store_reset_surveys (ReaStore *self, const ReaCampaign *campaign, GError **error)
{
  return rea_sqlite_run (
      rea_sqlite_store_get_db (self),
      "UPDATE contact SET flags = (flags & ~?2) | CASE"
      " WHEN (flags & ?3) <> 0 AND EXISTS (SELECT 1 FROM question q WHERE q.campaign_id = ?1"
      " AND NOT EXISTS (SELECT 1 FROM answer a WHERE a.conversation_id = contact.id"
      " AND a.question = q.name)) THEN ?2 ELSE 0 END"
      " WHERE +campaign_id = ?1 AND id BETWEEN ?4 AND ?5",
      error, "iiiii", campaign->id, (gint64) REA_FLAG_SURVEY_OPEN, (gint64) REA_FLAG_CONTACT_WROTE,
      campaign->first_conversation, campaign->last_conversation);
}
