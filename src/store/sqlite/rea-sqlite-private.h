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
  gboolean      in_transaction;
  gboolean      writing;
  gboolean      has_written;
  GHashTable   *statements; /* SQL → statement */
  GCancellable *cancellable;
  gpointer      deal; /* the ReaDeal whose UPDATE runs */
};

G_END_DECLS
