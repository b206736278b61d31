/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sqlite.h"
#include "rea-types.h"

G_BEGIN_DECLS

gboolean rea_sqlite_raise_revision (ReaSqlite *db, gint64 campaign_id, GError **error);
gboolean rea_sqlite_delete_lists (ReaSqlite *db, gint64 campaign_id, GError **error);

gboolean rea_sqlite_add_to_counter (ReaSqlite *db,
                                    gint64     campaign_id,
                                    gint64     holder,
                                    ReaStatus  status,
                                    gint64     n,
                                    GError   **error);

G_END_DECLS
