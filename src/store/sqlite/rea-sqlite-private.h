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
  gboolean      has_failed;   /* since the transaction began */
  gboolean      was_database; /* whether the file was seen to be one */
  GError       *cause;        /* of a failure within a statement that asked for more */
  GHashTable   *statements;   /* SQL → statement */
  GCancellable *cancellable;
  gpointer      deal; /* the ReaDeal whose UPDATE runs */
};

ReaSqlite *rea_sqlite_find (sqlite3 *db);
gboolean   rea_sqlite_create_file (const char *path, GError **error);
void       rea_sqlite_trim_statements (ReaSqlite *self);
void       rea_sqlite_set_damaged (ReaSqlite *self, GError **error);
void       rea_sqlite_set_foreign (ReaSqlite *self, GError **error);
void       rea_sqlite_set_read_only (ReaSqlite *self, GError **error);

G_END_DECLS
