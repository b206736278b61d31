/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-users.h"

#include "rea-sqlite-store-private.h"

/**
 * rea_sqlite_read_user:
 * @statement: a statement at a row that begins with %REA_SQLITE_USER_COLUMNS
 *
 * Returns: (transfer full): the user
 */
ReaUser *
rea_sqlite_read_user (ReaStatement *statement)
{
  g_autofree char *email = rea_statement_dup_text (statement, 1);
  ReaUser         *user = rea_user_new (email);

  user->id = sqlite3_column_int64 (statement, 0);
  g_free (user->first_name);
  user->first_name = rea_statement_dup_text (statement, 2);
  g_free (user->last_name);
  user->last_name = rea_statement_dup_text (statement, 3);
  user->role = sqlite3_column_int (statement, 4);
  user->present = sqlite3_column_int (statement, 5) != 0;
  user->last_seen = sqlite3_column_int64 (statement, 6);

  return user;
}

static int
compare_users (gconstpointer a, gconstpointer b)
{
  return rea_user_compare_names (*(const ReaUser *const *) a, *(const ReaUser *const *) b);
}

/* All users, in name order. */
GPtrArray *
rea_sqlite_store_list_users (ReaStore *self, GError **error)
{
  g_autoptr (GPtrArray) users = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_user_free);
  g_autoptr (ReaStatement) select = NULL;
  gboolean row;

  select = rea_sqlite_prepare (rea_sqlite_store_get_db (self),
                               "SELECT " REA_SQLITE_USER_COLUMNS " FROM user", error);
  if (select == NULL)
    return NULL;

  while (rea_statement_step (select, &row, error))
    {
      if (!row)
        {
          g_ptr_array_sort (users, compare_users);
          return g_steal_pointer (&users);
        }

      g_ptr_array_add (users, rea_sqlite_read_user (select));
    }

  return NULL;
}

/* The user of that e-mail, whatever the case of its letters; %NULL without an
 * error where there is none.
 */
ReaUser *
rea_sqlite_store_find_user (ReaStore *self, const char *email, GError **error)
{
  g_autoptr (ReaStatement) select = NULL;
  gboolean row;

  select =
      rea_sqlite_prepare (rea_sqlite_store_get_db (self),
                          "SELECT " REA_SQLITE_USER_COLUMNS " FROM user WHERE email = ?", error);
  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "s", email);
  if (!rea_statement_step (select, &row, error) || !row)
    return NULL;

  return rea_sqlite_read_user (select);
}

/* Adds @user and gives them their id. */
gboolean
rea_sqlite_store_insert_user (ReaStore *self, ReaUser *user, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  gint64     id;

  if (!rea_sqlite_get_int (db, "SELECT max(id) + 1 FROM user", REA_FIRST_USER_ID, &id, error, ""))
    return FALSE;

  if (!rea_sqlite_run (db,
                       "INSERT INTO user (id, email, first_name, last_name, role, present, "
                       "last_seen)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?)",
                       error, "isssiit", id, user->email, user->first_name, user->last_name,
                       (gint64) user->role, (gint64) user->present, user->last_seen))
    return FALSE;

  user->id = id;

  return TRUE;
}

/* Takes over name and role; presence is rea_sqlite_store_set_presence()'s. The
 * campaigns in which the name is seen have changed with it.
 */
gboolean
rea_sqlite_store_update_user (ReaStore *self, const ReaUser *user, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);

  return rea_sqlite_run (db, "UPDATE user SET first_name = ?, last_name = ?, role = ? WHERE id = ?",
                         error, "ssii", user->first_name, user->last_name, (gint64) user->role,
                         user->id) &&
         rea_sqlite_run (db,
                         "UPDATE campaign SET revision = revision + 1 WHERE id IN"
                         " (SELECT campaign_id FROM campaign_sender WHERE user_id = ?)",
                         error, "i", user->id);
}

/* A heartbeat of the user, or its end. It is no change of any campaign. */
gboolean
rea_sqlite_store_set_presence (ReaStore *self,
                               gint64    user_id,
                               gboolean  present,
                               gint64    at,
                               GError  **error)
{
  return rea_sqlite_run (rea_sqlite_store_get_db (self),
                         "UPDATE user SET present = ?, last_seen = ? WHERE id = ?", error, "iti",
                         (gint64) present, at, user_id);
}
