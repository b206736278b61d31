/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The gateway's settings and figures, and the lock by which one process runs it. */
#include "rea-sqlite-store-private.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/file.h>
#include <unistd.h>

/* Who asks for the status looks at the lock for a moment; that is no runner. */
#define HOLD_TRIES   50
#define HOLD_WAIT_US 10000

/* The gateway that is set; %NULL without an error where there is none. */
gboolean
rea_sqlite_store_get_gateway (ReaStore *self, ReaGatewaySettings **settings, GError **error)
{
  g_autoptr (ReaStatement) select =
      rea_sqlite_prepare (rea_sqlite_store_get_db (self),
                          "SELECT send_url, login, phone, listen, key, trouble FROM gateway",
                          error);
  gboolean row;

  *settings = NULL;
  if (select == NULL || !rea_statement_step (select, &row, error))
    return FALSE;

  if (row)
    {
      *settings = g_new0 (ReaGatewaySettings, 1);
      (*settings)->send_url = rea_statement_dup_text (select, 0);
      (*settings)->login = rea_statement_dup_text (select, 1);
      (*settings)->phone = rea_statement_dup_text (select, 2);
      (*settings)->listen = rea_statement_dup_text (select, 3);
      (*settings)->key = rea_statement_dup_text (select, 4);
      (*settings)->trouble = rea_statement_dup_text (select, 5);
    }

  return TRUE;
}

gboolean
rea_sqlite_store_set_gateway (ReaStore *self, const ReaGatewaySettings *settings, GError **error)
{
  return rea_sqlite_run (rea_sqlite_store_get_db (self),
                         "INSERT OR REPLACE INTO gateway"
                         " (id, send_url, login, phone, listen, key, trouble)"
                         " VALUES (1, ?, ?, ?, ?, ?, ?)",
                         error, "ssssss", settings->send_url, settings->login, settings->phone,
                         settings->listen, settings->key, settings->trouble);
}

gboolean
rea_sqlite_store_set_gateway_trouble (ReaStore *self, const char *trouble, GError **error)
{
  return rea_sqlite_run (rea_sqlite_store_get_db (self), "UPDATE gateway SET trouble = ?", error,
                         "s", trouble);
}

static char *
dup_lock_path (ReaSqlite *db)
{
  return g_strconcat (sqlite3_db_filename (rea_sqlite_get_handle (db), "main"), ".gateway", NULL);
}

static void
close_lock (gpointer fd)
{
  close (GPOINTER_TO_INT (fd) - 1);
}

/* Makes this store the one whose process runs the gateway, until it goes away. */
gboolean
rea_sqlite_store_hold_gateway (ReaStore *self, GError **error)
{
  g_autofree char *path = dup_lock_path (rea_sqlite_store_get_db (self));
  int              fd = open (path, O_CREAT | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_IO,
                   /* TRANSLATORS: an error of the gateway; %s is a file. */
                   _ ("%s cannot be written; see who may write to its folder."), path);
      return FALSE;
    }

  for (int i = 0; i < HOLD_TRIES; i++)
    {
      if (flock (fd, LOCK_EX | LOCK_NB) == 0)
        {
          g_object_set_data_full (G_OBJECT (self), "gateway-lock", GINT_TO_POINTER (fd + 1),
                                  close_lock);
          return TRUE;
        }

      g_usleep (HOLD_WAIT_US);
    }

  close (fd);
  g_set_error_literal (error, REA_ERROR, REA_ERROR_BUSY,
                       /* TRANSLATORS: an error of the gateway. */
                       _ ("Another process runs the gateway of this database already."));

  return FALSE;
}

/* For how long others are waited for who write; at most as long as ever. */
void
rea_sqlite_store_set_patience (ReaStore *self, guint milliseconds)
{
  rea_sqlite_set_patience (rea_sqlite_store_get_db (self), milliseconds);
}

static gboolean
is_held (ReaStore *self)
{
  g_autofree char *path = dup_lock_path (rea_sqlite_store_get_db (self));
  gboolean         held;
  int              fd;

  if (g_object_get_data (G_OBJECT (self), "gateway-lock") != NULL)
    return TRUE;

  fd = open (path, O_RDWR | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0)
    return FALSE;

  held = flock (fd, LOCK_SH | LOCK_NB) != 0;
  close (fd);

  return held;
}

static gboolean
count_outgoing (ReaSqlite *db, ReaGatewayStatus *status, GError **error)
{
  g_autoptr (ReaStatement) select =
      rea_sqlite_prepare (db,
                          "SELECT state, count(*), sum (max (asked - 1, 0)),"
                          " sum ((reported & (reported - 1)) <> 0) FROM outgoing GROUP BY state",
                          error);
  gboolean row;

  if (select == NULL)
    return FALSE;

  while (rea_statement_step (select, &row, error))
    {
      int state;

      if (!row)
        return TRUE;

      state = sqlite3_column_int (select, 0);
      if (state >= 0 && state < REA_DELIVERY_NONE)
        status->n[state] = sqlite3_column_int64 (select, 1);
      status->resent += sqlite3_column_int64 (select, 2);
      status->twice += sqlite3_column_int64 (select, 3);
    }

  return FALSE;
}

static gboolean
list_unknown (ReaSqlite *db, ReaGatewayStatus *status, guint limit, GError **error)
{
  g_autoptr (ReaStatement) select =
      rea_sqlite_prepare (db,
                          "SELECT id, at, phone, text FROM incoming WHERE message_id IS NULL"
                          " ORDER BY at DESC, id DESC LIMIT ?",
                          error);
  gboolean row;

  if (select == NULL)
    return FALSE;

  rea_statement_bind (select, "i", (gint64) limit);
  while (rea_statement_step (select, &row, error))
    {
      ReaIncoming *incoming = NULL;

      if (!row)
        return TRUE;

      incoming = g_new0 (ReaIncoming, 1);
      incoming->id = rea_statement_dup_text (select, 0);
      incoming->at = sqlite3_column_int64 (select, 1);
      incoming->phone = rea_statement_dup_text (select, 2);
      incoming->text = rea_statement_dup_text (select, 3);
      g_ptr_array_add (status->unknown, incoming);
    }

  return FALSE;
}

/* The settings, what has gone how far, and the newest of those whom nobody knows. */
ReaGatewayStatus *
rea_sqlite_store_get_gateway_status (ReaStore *self, guint n_unknown, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  g_autoptr (ReaGatewayStatus) status = rea_gateway_status_new ();

  if (!rea_sqlite_store_get_gateway (self, &status->settings, error) ||
      !count_outgoing (db, status, error) ||
      !rea_sqlite_get_int (db, "SELECT count(*) FROM incoming", 0, &status->received, error, "") ||
      !rea_sqlite_get_int (db, "SELECT count(*) FROM incoming WHERE message_id IS NULL", 0,
                           &status->unknown_total, error, "") ||
      !list_unknown (db, status, n_unknown, error))
    return NULL;

  status->is_run = is_held (self);

  return g_steal_pointer (&status);
}
