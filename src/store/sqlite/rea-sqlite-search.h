/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sqlite.h"

G_BEGIN_DECLS

gboolean rea_sqlite_search_add (ReaSqlite  *db,
                                gint64      id,
                                const char *first_name,
                                const char *last_name,
                                gint64      phone,
                                GError    **error);
gboolean rea_sqlite_search_remove (ReaSqlite  *db,
                                   gint64      id,
                                   const char *first_name,
                                   const char *last_name,
                                   gint64      phone,
                                   GError    **error);
gboolean rea_sqlite_search_clear (ReaSqlite *db, GError **error);

G_END_DECLS
