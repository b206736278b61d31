/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The connection. It promises:
 *
 *  1. A write transaction and a checkpoint hold the lock file, so that no two of
 *     them ever overlap in any process (SQLite before 3.51.3 can lose a commit
 *     when a checkpoint meets the reset of the log; sqlite.org/wal.html).
 *  2. Nobody checkpoints without that lock: not by itself, not at the close.
 *  3. After an error inside a transaction nothing but a rollback succeeds.
 */
#include "rea-sqlite.h"

#include "rea-name.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOCK_WAIT_MS     10000
#define CHECKPOINT_BYTES (64 * 1024 * 1024)
#define MAX_STATEMENTS   256
#define INTERRUPT_OPS    10000

struct _ReaSqlite
{
  sqlite3      *db;
  char         *path;
  int           lock_fd;
  gboolean      in_transaction;
  gboolean      writing;
  gboolean      has_written;
  GHashTable   *statements; /* SQL → statement */
  GCancellable *cancellable;
};

/**
 * rea_sqlite_set_error:
 * @self: a connection
 * @error: set to what the connection's last call says
 *
 * Gives the engine's failure the code that says what can be done about it.
 */
void
rea_sqlite_set_error (ReaSqlite *self, GError **error)
{
  int code = sqlite3_extended_errcode (self->db);

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error_literal (error, REA_ERROR, REA_ERROR_BUSY,
                           _ ("Somebody else is writing to the database; try again in a moment."));
      break;

    case SQLITE_CORRUPT:
      g_set_error (error, REA_ERROR, REA_ERROR_CORRUPT, _ ("The database at %s is damaged."),
                   self->path);
      break;

    case SQLITE_NOTADB:
      g_set_error (error, REA_ERROR, REA_ERROR_CORRUPT, _ ("%s is no database of Reassign."),
                   self->path);
      break;

    case SQLITE_FULL:
      g_set_error_literal (error, REA_ERROR, REA_ERROR_IO,
                           _ ("The disk is full; nothing was changed."));
      break;

    case SQLITE_READONLY:
      g_set_error (error, REA_ERROR, REA_ERROR_IO, _ ("The database at %s cannot be written to."),
                   self->path);
      break;

    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _ ("Cancelled; nothing was changed."));
      break;

    case SQLITE_IOERR:
      /* A full disk comes in these two disguises as well. */
      if (code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_SHMSIZE)
        g_set_error_literal (error, REA_ERROR, REA_ERROR_IO,
                             _ ("The disk is full or cannot be written to; nothing was changed."));
      else
        g_set_error (error, REA_ERROR, REA_ERROR_IO, _ ("The database at %s cannot be read: %s."),
                     self->path, sqlite3_errmsg (self->db));
      break;

    case SQLITE_CONSTRAINT:
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID, _ ("The database refuses it: %s."),
                   sqlite3_errmsg (self->db));
      break;

    default:
      g_set_error (error, REA_ERROR, REA_ERROR_IO, _ ("The database at %s does not answer: %s."),
                   self->path, sqlite3_errmsg (self->db));
    }
}

/* Makes the file before SQLite does, since its own would be readable for all. */
static gboolean
create_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int              fd;

  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      ((fd = open (path, O_CREAT | O_EXCL | O_NOFOLLOW | O_RDWR | O_CLOEXEC, 0600)) < 0 &&
       errno != EEXIST))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_IO, _ ("%s cannot be created: %s."), path,
                   g_strerror (errno));
      return FALSE;
    }

  if (fd >= 0)
    close (fd);

  return TRUE;
}

/* Name order: by case-folded code points. SQLite hands texts over without a NUL. */
static int
collate_names (void *data, int n_a, const void *a, int n_b, const void *b)
{
  gboolean ascii = TRUE;

  for (int i = 0; i < n_a && ascii; i++)
    ascii = ((const guchar *) a)[i] < 0x80;
  for (int i = 0; i < n_b && ascii; i++)
    ascii = ((const guchar *) b)[i] < 0x80;

  if (ascii)
    {
      int order = g_ascii_strncasecmp (a, b, MIN (n_a, n_b));

      return order != 0 ? order : n_a - n_b;
    }

  {
    g_autofree char *text_a = g_strndup (a, n_a);
    g_autofree char *text_b = g_strndup (b, n_b);

    return rea_name_compare_folded (text_a, text_b);
  }
}

static int
check_cancelled (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

static gboolean
set_up (ReaSqlite *self, GError **error)
{
  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, LOCK_WAIT_MS);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_wal_autocheckpoint (self->db, 0);

  if (sqlite3_create_collation (self->db, "rea_name", SQLITE_UTF8, NULL, collate_names) !=
      SQLITE_OK)
    {
      rea_sqlite_set_error (self, error);
      return FALSE;
    }

  return rea_sqlite_exec (self,
                          "PRAGMA synchronous = FULL;"
                          "PRAGMA cache_size = -65536;"
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

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      if (!create)
        {
          g_set_error (error, REA_ERROR, REA_ERROR_NOT_FOUND, _ ("No database at %s"), path);
          return NULL;
        }
      if (!create_file (path, error))
        return NULL;
    }

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_CORRUPT, _ ("%s is no database of Reassign."), path);
      return NULL;
    }

  self = g_new0 (ReaSqlite, 1);
  self->path = g_strdup (path);
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

  sqlite3_close (self->db);
  if (self->lock_fd >= 0)
    close (self->lock_fd);
  g_free (self->path);
  g_free (self);
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
 * rea_sqlite_is_there:
 * @self: a connection
 * @error: %REA_ERROR_IO
 *
 * Looks whether the open file is still the one at its path. What is written into
 * one that was moved away or replaced nobody would find again.
 *
 * Returns: whether it is
 */
gboolean
rea_sqlite_is_there (ReaSqlite *self, GError **error)
{
  int has_moved = 0;

  sqlite3_file_control (self->db, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
  if (!has_moved)
    return TRUE;

  g_set_error (error, REA_ERROR, REA_ERROR_IO, _ ("The database is not at %s any more."),
               self->path);
  return FALSE;
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

  set_cancellable (self, cancellable);

  if (writing && !try_lock (self, LOCK_WAIT_MS))
    {
      set_cancellable (self, NULL);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (self->lock_fd < 0)
        g_set_error (error, REA_ERROR, REA_ERROR_IO, _ ("The database at %s cannot be written to."),
                     self->path);
      else
        g_set_error_literal (error, REA_ERROR, REA_ERROR_BUSY,
                             _ ("Somebody else is writing to the database; try again in a "
                                "moment."));
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

/**
 * rea_sqlite_prepare:
 * @self: a connection
 * @sql: one statement
 * @error: what is wrong with it
 *
 * Returns: (transfer none) (nullable): the statement, with nothing bound; it is
 *   given back by rea_statement_reset()
 */
ReaStatement *
rea_sqlite_prepare (ReaSqlite *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    return statement;

  if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
      SQLITE_OK)
    {
      rea_sqlite_set_error (self, error);
      return NULL;
    }

  /* Filters make statements of their own; between transactions none is in use. */
  if (g_hash_table_size (self->statements) >= MAX_STATEMENTS && !self->in_transaction)
    g_hash_table_remove_all (self->statements);

  g_hash_table_insert (self->statements, g_strdup (sql), statement);

  return statement;
}

static void
bind_values (ReaStatement *statement, const char *types, va_list values)
{
  for (int i = 1; *types != '\0'; types++, i++)
    {
      gint64      number;
      const char *text;

      switch (*types)
        {
        case 'i':
          sqlite3_bind_int64 (statement, i, va_arg (values, gint64));
          break;

        case 't':
        case 'o':
          number = va_arg (values, gint64);
          if (number != 0)
            sqlite3_bind_int64 (statement, i, number);
          else
            sqlite3_bind_null (statement, i);
          break;

        case 's':
          text = va_arg (values, const char *);
          sqlite3_bind_text (statement, i, text, -1, SQLITE_TRANSIENT);
          break;

        default:
          g_assert_not_reached ();
        }
    }
}

/**
 * rea_statement_bind:
 * @statement: a statement
 * @types: a letter for each value: see rea-sqlite.h
 * @...: the values; numbers as gint64
 */
void
rea_statement_bind (ReaStatement *statement, const char *types, ...)
{
  va_list values;

  va_start (values, types);
  bind_values (statement, types, values);
  va_end (values);
}

/**
 * rea_statement_step:
 * @statement: a statement
 * @row: (out) (optional): whether there is a row to read
 * @error: what went wrong
 *
 * Returns: %FALSE on an error
 */
gboolean
rea_statement_step (ReaStatement *statement, gboolean *row, GError **error)
{
  int code = sqlite3_step (statement);

  if (row != NULL)
    *row = code == SQLITE_ROW;

  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;

  /* The error's words need the connection's path, which this finds. */
  rea_sqlite_set_error (&(ReaSqlite){ .db = sqlite3_db_handle (statement),
                                      .path = (char *) sqlite3_db_filename (sqlite3_db_handle (
                                                                                statement),
                                                                            "main") },
                        error);

  return FALSE;
}

void
rea_statement_reset (ReaStatement *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

/**
 * rea_statement_dup_text:
 * @statement: a statement with a row
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): the text there; %NULL for NULL
 */
char *
rea_statement_dup_text (ReaStatement *statement, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

/**
 * rea_sqlite_run:
 * @self: a connection
 * @sql: a statement that answers nothing
 * @error: what went wrong
 * @types: a letter for each value
 * @...: the values
 *
 * Returns: whether it was done
 */
gboolean
rea_sqlite_run (ReaSqlite *self, const char *sql, GError **error, const char *types, ...)
{
  g_autoptr (ReaStatement) statement = rea_sqlite_prepare (self, sql, error);
  va_list values;

  if (statement == NULL)
    return FALSE;

  va_start (values, types);
  bind_values (statement, types, values);
  va_end (values);

  return rea_statement_step (statement, NULL, error);
}

/**
 * rea_sqlite_get_int:
 * @self: a connection
 * @sql: a statement whose first column is a number
 * @fallback: the number where there is no row, or NULL in it
 * @value: (out): the number
 * @error: what went wrong
 * @types: a letter for each value
 * @...: the values
 *
 * Returns: whether it could be asked
 */
gboolean
rea_sqlite_get_int (ReaSqlite  *self,
                    const char *sql,
                    gint64      fallback,
                    gint64     *value,
                    GError    **error,
                    const char *types,
                    ...)
{
  g_autoptr (ReaStatement) statement = rea_sqlite_prepare (self, sql, error);
  gboolean row;
  va_list  values;

  if (statement == NULL)
    return FALSE;

  va_start (values, types);
  bind_values (statement, types, values);
  va_end (values);

  if (!rea_statement_step (statement, &row, error))
    return FALSE;

  *value = row && sqlite3_column_type (statement, 0) != SQLITE_NULL
               ? sqlite3_column_int64 (statement, 0)
               : fallback;

  return TRUE;
}

/**
 * rea_sqlite_exec:
 * @self: a connection
 * @script: statements of ours, without values
 * @error: what went wrong
 *
 * Returns: whether all of them were done
 */
gboolean
rea_sqlite_exec (ReaSqlite *self, const char *script, GError **error)
{
  if (sqlite3_exec (self->db, script, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  rea_sqlite_set_error (self, error);

  return FALSE;
}
