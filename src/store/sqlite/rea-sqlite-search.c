/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-search.h"

#include "rea-sqlite-phone.h"
#include "rea-sqlite-trigrams.h"

/* No more than so much is put together before it is written. */
#define MAX_BLOCK_BYTES (64 * 1024 * 1024)

static void
add_row (ReaTrigrams *trigrams, ReaStatement *row)
{
  g_autofree char *phone = rea_sqlite_phone_from_number (sqlite3_column_int64 (row, 2));

  rea_trigrams_add (trigrams, sqlite3_column_int64 (row, 1),
                    (const char *) sqlite3_column_text (row, 3),
                    (const char *) sqlite3_column_text (row, 4), phone + 1);
}

/* Whether a block is kept as its contacts give it. */
static gboolean
check_block (ReaSqlite *db,
             gint64     campaign_id,
             gint64     first,
             gint64     last,
             gboolean  *good,
             GError   **error)
{
  g_autoptr (ReaTrigrams) trigrams = rea_trigrams_new ();
  g_autoptr (ReaStatement) select =
      rea_sqlite_prepare (db,
                          "SELECT campaign_id, id, phone, first_name, last_name FROM contact"
                          " WHERE id BETWEEN ? AND ? AND +campaign_id = ? ORDER BY id",
                          error);
  gboolean row;

  if (select == NULL)
    return FALSE;

  rea_statement_bind (select, "iii", first, last, campaign_id);
  while (rea_statement_step (select, &row, error))
    {
      if (!row)
        return rea_trigrams_is_saved (trigrams, db, good, error);

      add_row (trigrams, select);
    }

  return FALSE;
}

static gboolean
check_blocks (ReaSqlite *db, gint64 *n_bad, GError **error)
{
  g_autoptr (ReaStatement) select = rea_sqlite_prepare (
      db, "SELECT campaign_id, first_id, last_id FROM search_block ORDER BY first_id", error);
  gboolean row;

  if (select == NULL)
    return FALSE;

  while (rea_statement_step (select, &row, error))
    {
      gboolean good = FALSE;

      if (!row)
        return TRUE;

      if (!check_block (db, sqlite3_column_int64 (select, 0), sqlite3_column_int64 (select, 1),
                        sqlite3_column_int64 (select, 2), &good, error))
        return FALSE;

      *n_bad += !good;
    }

  return FALSE;
}

/**
 * rea_sqlite_search_check:
 * @db: a connection in a transaction
 * @n_bad: (out): how many blocks of the search's index are not as their contacts
 *   are, and how many contacts stand in none
 * @error: what went wrong
 *
 * Returns: whether it could be told
 */
gboolean
rea_sqlite_search_check (ReaSqlite *db, gint64 *n_bad, GError **error)
{
  gint64 n_blocks_bad = 0;

  if (!rea_sqlite_get_int (db,
                           "SELECT count(*) FROM contact k WHERE NOT EXISTS (SELECT 1 FROM"
                           " (SELECT last_id, campaign_id FROM search_block"
                           " WHERE first_id <= k.id ORDER BY first_id DESC LIMIT 1) b"
                           " WHERE b.last_id >= k.id AND b.campaign_id = k.campaign_id)",
                           0, n_bad, error, "") ||
      !check_blocks (db, &n_blocks_bad, error))
    return FALSE;

  *n_bad += n_blocks_bad;

  return TRUE;
}

/**
 * rea_sqlite_search_rebuild:
 * @db: a connection in a transaction
 * @error: what went wrong
 *
 * Makes the search's index anew.
 *
 * Returns: whether it is there
 */
gboolean
rea_sqlite_search_rebuild (ReaSqlite *db, GError **error)
{
  g_autoptr (ReaTrigrams) trigrams = rea_trigrams_new ();
  g_autoptr (ReaStatement) select = NULL;
  gint64   campaign_id = 0;
  gboolean row;

  if (!rea_sqlite_exec (db, "DELETE FROM search_list; DELETE FROM search_block", error))
    return FALSE;

  select = rea_sqlite_prepare (
      db, "SELECT campaign_id, id, phone, first_name, last_name FROM contact ORDER BY id", error);
  if (select == NULL)
    return FALSE;

  while (rea_statement_step (select, &row, error))
    {
      gint64 next_campaign = row ? sqlite3_column_int64 (select, 0) : 0;

      if ((next_campaign != campaign_id || rea_trigrams_get_size (trigrams) >= MAX_BLOCK_BYTES) &&
          !rea_trigrams_save (trigrams, db, campaign_id, error))
        return FALSE;

      if (!row)
        return TRUE;

      campaign_id = next_campaign;
      add_row (trigrams, select);
    }

  return FALSE;
}
