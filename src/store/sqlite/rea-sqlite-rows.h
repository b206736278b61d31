/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sqlite.h"

G_BEGIN_DECLS

/* Says what stands in a column of a row, by a sqlite3_result_…() call. */
typedef void (*ReaRowFunc) (gpointer data, guint row, int column, sqlite3_context *context);

gboolean rea_sqlite_insert_rows (ReaSqlite  *db,
                                 const char *table,
                                 int         n_columns,
                                 guint       n_rows,
                                 ReaRowFunc  func,
                                 gpointer    data,
                                 GError    **error);

gboolean rea_sqlite_add_rows (ReaSqlite *db, GError **error);

G_END_DECLS
