/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sqlite.h"

G_BEGIN_DECLS

gboolean rea_sqlite_search_check (ReaSqlite *db, gint64 *n_bad, GError **error);
gboolean rea_sqlite_search_rebuild (ReaSqlite *db, GError **error);

G_END_DECLS
