/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-search.h"

#include "rea-name.h"
#include "rea-sqlite-phone.h"

/* The index keeps no text. So it has to be told of a contact that goes just what
 * it was told when the contact came: both are said here.
 */
static gboolean
run_folded (ReaSqlite  *db,
            const char *sql,
            gint64      id,
            const char *first_name,
            const char *last_name,
            gint64      phone,
            GError    **error)
{
  g_autofree char *first = rea_name_fold (first_name);
  g_autofree char *last = rea_name_fold (last_name);
  g_autofree char *number = rea_sqlite_phone_from_number (phone);

  return rea_sqlite_run (db, sql, error, "isss", id, first, last, number + 1);
}

/**
 * rea_sqlite_search_add:
 * @db: a connection in a transaction
 * @id: of the contact
 * @first_name: of the contact
 * @last_name: of the contact
 * @phone: of the contact, as the store keeps it
 * @error: what went wrong
 *
 * Returns: whether searches find the contact
 */
gboolean
rea_sqlite_search_add (ReaSqlite  *db,
                       gint64      id,
                       const char *first_name,
                       const char *last_name,
                       gint64      phone,
                       GError    **error)
{
  return run_folded (db,
                     "INSERT INTO contact_search (rowid, first_name, last_name, phone)"
                     " VALUES (?, ?, ?, ?)",
                     id, first_name, last_name, phone, error);
}

/**
 * rea_sqlite_search_remove:
 * @db: a connection in a transaction
 * @id: of the contact
 * @first_name: of the contact, as when it was added; so are the next two
 * @last_name: of the contact
 * @phone: of the contact, as the store keeps it
 * @error: what went wrong
 *
 * Returns: whether searches don't find the contact any more
 */
gboolean
rea_sqlite_search_remove (ReaSqlite  *db,
                          gint64      id,
                          const char *first_name,
                          const char *last_name,
                          gint64      phone,
                          GError    **error)
{
  return run_folded (db,
                     "INSERT INTO contact_search (contact_search, rowid, first_name, last_name,"
                     " phone) VALUES ('delete', ?, ?, ?, ?)",
                     id, first_name, last_name, phone, error);
}

/**
 * rea_sqlite_search_clear:
 * @db: a connection in a transaction
 * @error: what went wrong
 *
 * Returns: whether searches find nobody any more
 */
gboolean
rea_sqlite_search_clear (ReaSqlite *db, GError **error)
{
  return rea_sqlite_run (db, "INSERT INTO contact_search (contact_search) VALUES ('delete-all')",
                         error, "");
}
