/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sqlite.h"

G_BEGIN_DECLS

struct _ReaSqlite
{
  sqlite3      *db;
  char         *path;
  int           lock_fd;
  gboolean      is_new; /* whether it made the file */
  int           lock_wait_ms;
  gboolean      in_transaction;
  gboolean      writing;
  gboolean      has_written;
  gboolean      has_failed; /* since the transaction began */
  GHashTable   *statements; /* SQL → statement */
  GCancellable *cancellable;
  gpointer      deal; /* the ReaDeal whose UPDATE runs */
};

ReaSqlite *rea_sqlite_find (sqlite3 *db);
void       rea_sqlite_trim_statements (ReaSqlite *self);

G_END_DECLS
