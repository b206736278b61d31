/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sqlite.h"

G_BEGIN_DECLS

#define REA_SQLITE_APPLICATION_ID 0x52656173 /* "Reas" */
#define REA_SQLITE_VERSION        2

gboolean rea_sqlite_migrate (ReaSqlite *db, const char *path, gboolean create, GError **error);
gboolean rea_sqlite_copy_file (ReaSqlite *db, const char *path, GError **error);

G_END_DECLS
