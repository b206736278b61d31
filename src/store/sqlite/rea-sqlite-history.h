/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sqlite.h"
#include "rea-store.h"

G_BEGIN_DECLS

/* What is kept of a move beside the conversations. */
char    *rea_sqlite_history_dup_name (ReaStatement *row,
                                      int           email,
                                      int           first_name) G_GNUC_WARN_UNUSED_RESULT;
gboolean rea_sqlite_history_insert (ReaSqlite *db, ReaMove *move, GError **error);
gboolean
rea_sqlite_history_save_plan (ReaSqlite *db, gint64 move_id, const ReaPlan *plan, GError **error);
gboolean rea_sqlite_history_save_counters (ReaSqlite     *db,
                                           gint64         campaign_id,
                                           const ReaPlan *plan,
                                           GError       **error);

G_END_DECLS
