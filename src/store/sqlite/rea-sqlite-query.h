/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sqlite-functions.h"
#include "rea-store.h"

G_BEGIN_DECLS

/* A filter as SQL: conditions on a conversation c, and what they are bound to. */
typedef struct _ReaSqliteQuery ReaSqliteQuery;

ReaSqliteQuery *rea_sqlite_query_new (ReaSqlite      *db,
                                      const ReaQuery *query,
                                      GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void            rea_sqlite_query_free (ReaSqliteQuery *self);
const char     *rea_sqlite_query_get_conditions (const ReaSqliteQuery *self);
const char     *rea_sqlite_query_get_conditions_of_found (const ReaSqliteQuery *self);
gboolean        rea_sqlite_query_is_search (const ReaSqliteQuery *self);
const ReaIdSet *rea_sqlite_query_get_moved (const ReaSqliteQuery *self);
gboolean        rea_sqlite_query_is_everything (const ReaSqliteQuery *self);
void            rea_sqlite_query_bind (const ReaSqliteQuery *self, ReaStatement *statement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaSqliteQuery, rea_sqlite_query_free)

G_END_DECLS
