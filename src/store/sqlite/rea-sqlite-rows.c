/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many rows in one statement: INSERT … SELECT from a table that is the caller's
 * memory. A statement a row takes more than twice as long.
 */
#include "rea-sqlite-rows.h"

#define POINTER_ROWS "rea-rows"

/* No table of ours has more; the pointer stands behind them. */
#define MAX_COLUMNS 10

typedef struct
{
  guint      n;
  ReaRowFunc func;
  gpointer   data;
} Rows;

typedef struct
{
  sqlite3_vtab_cursor parent;
  const Rows         *rows;
  guint               row;
} Cursor;

static int
connect_cb (sqlite3           *handle,
            void              *user_data,
            int                n_arguments,
            const char *const *arguments,
            sqlite3_vtab     **table,
            char             **message)
{
  int code =
      sqlite3_declare_vtab (handle,
                            "CREATE TABLE x (c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, rows HIDDEN)");

  if (code != SQLITE_OK)
    return code;

  sqlite3_vtab_config (handle, SQLITE_VTAB_DIRECTONLY);
  *table = g_new0 (sqlite3_vtab, 1);

  return SQLITE_OK;
}

static int
disconnect_cb (sqlite3_vtab *table)
{
  g_free (table);

  return SQLITE_OK;
}

static int
best_index_cb (sqlite3_vtab *table, sqlite3_index_info *info)
{
  for (int i = 0; i < info->nConstraint; i++)
    if (info->aConstraint[i].usable && info->aConstraint[i].iColumn == MAX_COLUMNS &&
        info->aConstraint[i].op == SQLITE_INDEX_CONSTRAINT_EQ)
      {
        info->aConstraintUsage[i].argvIndex = 1;
        info->aConstraintUsage[i].omit = 1;
        return SQLITE_OK;
      }

  return SQLITE_CONSTRAINT;
}

static int
open_cb (sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
  Cursor *self = g_new0 (Cursor, 1);

  *cursor = &self->parent;

  return SQLITE_OK;
}

static int
close_cb (sqlite3_vtab_cursor *cursor)
{
  g_free (cursor);

  return SQLITE_OK;
}

static int
filter_cb (sqlite3_vtab_cursor *cursor,
           int                  index,
           const char          *name,
           int                  n_values,
           sqlite3_value      **values)
{
  Cursor *self = (Cursor *) cursor;

  self->rows = sqlite3_value_pointer (values[0], POINTER_ROWS);
  self->row = 0;

  return SQLITE_OK;
}

static int
next_cb (sqlite3_vtab_cursor *cursor)
{
  ((Cursor *) cursor)->row++;

  return SQLITE_OK;
}

static int
eof_cb (sqlite3_vtab_cursor *cursor)
{
  const Cursor *self = (const Cursor *) cursor;

  return self->rows == NULL || self->row >= self->rows->n;
}

static int
column_cb (sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
  const Cursor *self = (const Cursor *) cursor;

  if (column < MAX_COLUMNS)
    self->rows->func (self->rows->data, self->row, column, context);

  return SQLITE_OK;
}

static int
row_id_cb (sqlite3_vtab_cursor *cursor, sqlite3_int64 *id)
{
  *id = ((const Cursor *) cursor)->row;

  return SQLITE_OK;
}

/**
 * rea_sqlite_add_rows:
 * @db: a connection
 * @error: what went wrong
 *
 * Adds what rea_sqlite_insert_rows() needs.
 *
 * Returns: whether it is there
 */
gboolean
rea_sqlite_add_rows (ReaSqlite *db, GError **error)
{
  static const sqlite3_module module = {
    .xConnect = connect_cb,
    .xBestIndex = best_index_cb,
    .xDisconnect = disconnect_cb,
    .xOpen = open_cb,
    .xClose = close_cb,
    .xFilter = filter_cb,
    .xNext = next_cb,
    .xEof = eof_cb,
    .xColumn = column_cb,
    .xRowid = row_id_cb,
  };

  if (sqlite3_create_module (rea_sqlite_get_handle (db), "rea_rows", &module, NULL) == SQLITE_OK)
    return TRUE;

  rea_sqlite_set_error (db, error);

  return FALSE;
}

/**
 * rea_sqlite_insert_rows:
 * @db: a connection in a transaction
 * @table: the name of a table
 * @n_columns: how many columns it has
 * @n_rows: how many rows there are, best in the order of its key
 * @func: says what stands in them
 * @data: for @func
 * @error: what went wrong
 *
 * Returns: whether all were inserted
 */
gboolean
rea_sqlite_insert_rows (ReaSqlite  *db,
                        const char *table,
                        int         n_columns,
                        guint       n_rows,
                        ReaRowFunc  func,
                        gpointer    data,
                        GError    **error)
{
  Rows             rows = { n_rows, func, data };
  g_autofree char *sql = NULL;
  g_autoptr (GString) columns = g_string_new ("c0");
  g_autoptr (ReaStatement) insert = NULL;

  g_return_val_if_fail (n_columns <= MAX_COLUMNS, FALSE);

  for (int i = 1; i < n_columns; i++)
    g_string_append_printf (columns, ", c%d", i);

  sql = g_strdup_printf ("INSERT INTO %s SELECT %s FROM rea_rows (?)", table, columns->str);
  insert = rea_sqlite_prepare (db, sql, error);
  if (insert == NULL)
    return FALSE;

  sqlite3_bind_pointer (insert, 1, &rows, POINTER_ROWS, NULL);

  return rea_statement_step (insert, NULL, error);
}
