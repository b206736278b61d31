/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-private.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>

#define MAX_STATEMENTS 256

void
rea_sqlite_set_damaged (ReaSqlite *self, GError **error)
{
  g_set_error (error, REA_ERROR, REA_ERROR_CORRUPT,
               _ ("The database at %s is damaged; put a backup in its place."), self->path);
}

void
rea_sqlite_set_foreign (ReaSqlite *self, GError **error)
{
  g_set_error (error, REA_ERROR, REA_ERROR_CORRUPT, _ ("%s is no database of Reassign."),
               self->path);
}

void
rea_sqlite_set_read_only (ReaSqlite *self, GError **error)
{
  g_set_error (error, REA_ERROR, REA_ERROR_IO,
               _ ("The database at %s cannot be written to; see who may write to the file and to "
                  "its folder."),
               self->path);
}

/**
 * rea_sqlite_set_error:
 * @self: a connection
 * @error: set to what the connection's last call says
 *
 * Gives the engine's failure the code that says what can be done about it. What
 * the transaction did is not kept any more.
 */
void
rea_sqlite_set_error (ReaSqlite *self, GError **error)
{
  int code = sqlite3_extended_errcode (self->db);

  self->has_failed = TRUE;

  if (self->cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->cause));
      return;
    }

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error_literal (error, REA_ERROR, REA_ERROR_BUSY,
                           _ ("Somebody else is writing to the database; try again in a moment."));
      break;

    case SQLITE_PROTOCOL:
      g_set_error_literal (error, REA_ERROR, REA_ERROR_BUSY,
                           _ ("Another program holds the database; try again in a moment."));
      break;

    case SQLITE_CORRUPT:
      rea_sqlite_set_damaged (self, error);
      break;

    case SQLITE_NOTADB:
      rea_sqlite_set_foreign (self, error);
      break;

    case SQLITE_FULL:
      g_set_error_literal (error, REA_ERROR, REA_ERROR_IO,
                           _ ("The disk is full; nothing was changed. Make room on it and try "
                              "again."));
      break;

    case SQLITE_READONLY:
      rea_sqlite_set_read_only (self, error);
      break;

    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _ ("Cancelled; nothing was changed."));
      break;

    case SQLITE_IOERR:
      /* A full disk comes in these two disguises as well. */
      if (code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_SHMSIZE)
        g_set_error_literal (error, REA_ERROR, REA_ERROR_IO,
                             _ ("The disk is full or cannot be written to; nothing was changed. "
                                "Make room on it and try again."));
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

  g_hash_table_insert (self->statements, g_strdup (sql), statement);

  return statement;
}

/**
 * rea_sqlite_trim_statements:
 * @self: a connection, between two transactions
 *
 * Drops the statements where there are many: every filter makes some of its own.
 */
void
rea_sqlite_trim_statements (ReaSqlite *self)
{
  if (g_hash_table_size (self->statements) > MAX_STATEMENTS)
    g_hash_table_remove_all (self->statements);
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

  rea_sqlite_set_error (rea_sqlite_find (sqlite3_db_handle (statement)), error);

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
