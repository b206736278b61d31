/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The connection. It promises:
 *
 *  1. A write transaction and a checkpoint hold the lock file, so that no two of
 *     them ever overlap in any process (SQLite before 3.51.3 can lose a commit
 *     when a checkpoint meets the reset of the log; sqlite.org/wal.html).
 *  2. Nobody checkpoints without that lock: not by itself, not at the close.
 *  3. After an error inside a transaction nothing but a rollback succeeds.
 */
#include "rea-sqlite-private.h"

#include "rea-sqlite-deal.h"
#include "rea-sqlite-found.h"
#include "rea-sqlite-functions.h"
#include "rea-sqlite-rows.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOCK_WAIT_MS     10000
#define CHECKPOINT_BYTES (64 * 1024 * 1024)
#define INTERRUPT_OPS    10000

/* All that are open, by their handles: a statement knows its handle only. */
static GHashTable *connections;
G_LOCK_DEFINE_STATIC (connections);

/**
 * rea_sqlite_find:
 * @db: a handle
 *
 * Returns: (transfer none): the connection that it belongs to
 */
ReaSqlite *
rea_sqlite_find (sqlite3 *db)
{
  ReaSqlite *self;

  G_LOCK (connections);
  self = g_hash_table_lookup (connections, db);
  G_UNLOCK (connections);

  return self;
}

static void
remember (ReaSqlite *self)
{
  G_LOCK (connections);
  if (connections == NULL)
    connections = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (connections, self->db, self);
  G_UNLOCK (connections);
}

static void
forget (ReaSqlite *self)
{
  G_LOCK (connections);
  if (connections != NULL)
    g_hash_table_remove (connections, self->db);
  G_UNLOCK (connections);
}

static int
check_cancelled (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

static gboolean
set_up (ReaSqlite *self, GError **error)
{
  remember (self);
  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, LOCK_WAIT_MS);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_wal_autocheckpoint (self->db, 0);

  if (!rea_sqlite_add_functions (self, error) || !rea_deal_add_functions (self, error) ||
      !rea_sqlite_add_found (self, error) || !rea_sqlite_add_rows (self, error))
    return FALSE;

  return rea_sqlite_exec (self,
                          "PRAGMA synchronous = FULL;" REA_SQLITE_CACHE ";"
                          "PRAGMA temp_store = MEMORY;"
                          "PRAGMA cell_size_check = ON;",
                          error);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/**
 * rea_sqlite_open:
 * @path: a file
 * @create: whether one that is missing is made, readable by its owner only
 * @error: %REA_ERROR_NOT_FOUND, %REA_ERROR_IO
 *
 * Opens the file as it is. Whether it is a database, and which, is seen when it
 * is read for the first time.
 *
 * Returns: (transfer full) (nullable): a connection
 */
ReaSqlite *
rea_sqlite_open (const char *path, gboolean create, GError **error)
{
  g_autoptr (ReaSqlite) self = NULL;
  g_autofree char *lock_path = g_strconcat (path, ".lock", NULL);
  gboolean         is_new = !g_file_test (path, G_FILE_TEST_EXISTS);

  if (is_new)
    {
      if (!create)
        {
          g_set_error (error, REA_ERROR, REA_ERROR_NOT_FOUND, _ ("No database at %s"), path);
          return NULL;
        }
      if (!rea_sqlite_create_file (path, error))
        return NULL;
    }

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_CORRUPT, _ ("%s is no database of Reassign."), path);
      return NULL;
    }

  self = g_new0 (ReaSqlite, 1);
  self->path = g_strdup (path);
  self->is_new = is_new;
  self->lock_wait_ms = LOCK_WAIT_MS;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  /* Where none can be made nothing can be written either, and a write says so. */
  self->lock_fd = open (lock_path, O_CREAT | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0600);

  if (sqlite3_open_v2 (path, &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) !=
          SQLITE_OK ||
      !set_up (self, error))
    {
      if (error != NULL && *error == NULL)
        rea_sqlite_set_error (self, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

static gboolean
try_lock (ReaSqlite *self, int wait_ms)
{
  for (int waited = 0;; waited++)
    {
      if (self->lock_fd >= 0 && flock (self->lock_fd, LOCK_EX | LOCK_NB) == 0)
        return TRUE;
      if (self->lock_fd < 0 || waited >= wait_ms || g_cancellable_is_cancelled (self->cancellable))
        return FALSE;

      g_usleep (1000);
    }
}

/* Waits for the lock, and says why it was not had. */
static gboolean
lock (ReaSqlite *self, GError **error)
{
  if (try_lock (self, self->lock_wait_ms))
    return TRUE;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  if (self->lock_fd < 0)
    rea_sqlite_set_read_only (self, error);
  else
    g_set_error_literal (error, REA_ERROR, REA_ERROR_BUSY,
                         _ ("Somebody else is writing to the database; try again in a "
                            "moment."));

  return FALSE;
}

static void
unlock (ReaSqlite *self)
{
  flock (self->lock_fd, LOCK_UN);
}

/* A checkpoint that fails has lost nothing: the log stays, the next one takes it. */
static void
checkpoint (ReaSqlite *self, int mode)
{
  sqlite3_wal_checkpoint_v2 (self->db, NULL, mode, NULL, NULL);
}

/**
 * rea_sqlite_turn_on_log:
 * @self: a connection outside of a transaction
 * @error: %REA_ERROR_BUSY or %REA_ERROR_IO
 *
 * Turns on the log, with which readers and writers don't wait for each other. That
 * writes to the file, so it holds the lock as every write does: two that turned it on
 * at once would each keep the other from it.
 *
 * Returns: whether it is on
 */
gboolean
rea_sqlite_turn_on_log (ReaSqlite *self, GError **error)
{
  gboolean on;

  if (!lock (self, error))
    return FALSE;

  on = rea_sqlite_exec (self, "PRAGMA journal_mode = WAL", error);
  unlock (self);

  return on;
}

/**
 * rea_sqlite_close:
 * @self: (transfer full): a connection
 *
 * Closes it. What it wrote goes from the log into the file, if nobody else is
 * writing.
 */
void
rea_sqlite_close (ReaSqlite *self)
{
  if (self->in_transaction)
    rea_sqlite_rollback (self);

  g_hash_table_unref (self->statements);

  if (self->has_written && try_lock (self, 0))
    {
      sqlite3_busy_timeout (self->db, 0);
      checkpoint (self, SQLITE_CHECKPOINT_TRUNCATE);
      unlock (self);
    }

  forget (self);
  sqlite3_close (self->db);
  if (self->lock_fd >= 0)
    close (self->lock_fd);
  g_clear_error (&self->cause);
  g_free (self->path);
  g_free (self);
}

/**
 * rea_sqlite_set_patience:
 * @self: a connection
 * @milliseconds: for how long others are waited for who write, ten seconds at most
 *
 * For one that has something else to do meanwhile, and comes again.
 */
void
rea_sqlite_set_patience (ReaSqlite *self, guint milliseconds)
{
  self->lock_wait_ms = (int) MIN (milliseconds, LOCK_WAIT_MS);
  sqlite3_busy_timeout (self->db, self->lock_wait_ms);
}

sqlite3 *
rea_sqlite_get_handle (ReaSqlite *self)
{
  return self->db;
}

static void
set_cancellable (ReaSqlite *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->db, cancellable != NULL ? INTERRUPT_OPS : 0, check_cancelled,
                            cancellable);
}

/* The log is reset only by who writes, and this moment is ours. */
static void
checkpoint_if_long (ReaSqlite *self)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  struct stat      info;

  if (stat (log, &info) == 0 && info.st_size > CHECKPOINT_BYTES)
    checkpoint (self, SQLITE_CHECKPOINT_PASSIVE);
}

/**
 * rea_sqlite_begin:
 * @self: a connection
 * @writing: whether something will be changed
 * @cancellable: (nullable): interrupts what runs in the transaction
 * @error: %REA_ERROR_BUSY where others kept writing for ten seconds, or
 *   %REA_ERROR_IO
 *
 * Returns: whether a transaction began
 */
gboolean
rea_sqlite_begin (ReaSqlite *self, gboolean writing, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (!self->in_transaction, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !rea_sqlite_is_there (self, error))
    return FALSE;

  rea_sqlite_trim_statements (self);
  set_cancellable (self, cancellable);

  if (writing && !lock (self, error))
    {
      set_cancellable (self, NULL);
      return FALSE;
    }

  if (!rea_sqlite_exec (self, writing ? "BEGIN IMMEDIATE" : "BEGIN", error))
    {
      if (writing)
        unlock (self);
      set_cancellable (self, NULL);
      return FALSE;
    }

  self->in_transaction = TRUE;
  self->writing = writing;
  self->has_failed = FALSE;

  return TRUE;
}

static void
leave (ReaSqlite *self)
{
  self->in_transaction = FALSE;
  set_cancellable (self, NULL);

  if (self->writing)
    {
      self->has_written = TRUE;
      checkpoint_if_long (self);
      unlock (self);
    }
}

/**
 * rea_sqlite_commit:
 * @self: a connection in a transaction
 * @error: what kept it from being kept; rea_sqlite_rollback() must follow
 *
 * Returns: whether what was done stands
 */
gboolean
rea_sqlite_commit (ReaSqlite *self, GError **error)
{
  g_return_val_if_fail (self->in_transaction, FALSE);

  /* From here on it is too late to cancel. */
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  sqlite3_progress_handler (self->db, 0, NULL, NULL);

  if (self->has_failed)
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_IO,
                           _ ("Something failed before; nothing was changed."));
      return FALSE;
    }

  if (!rea_sqlite_exec (self, "COMMIT", error))
    return FALSE;

  leave (self);

  return TRUE;
}

/**
 * rea_sqlite_rollback:
 * @self: a connection
 *
 * Takes back everything since the transaction began. Some errors have done so
 * already; that is no failure.
 */
void
rea_sqlite_rollback (ReaSqlite *self)
{
  if (!self->in_transaction)
    return;

  sqlite3_progress_handler (self->db, 0, NULL, NULL);
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  leave (self);
}
