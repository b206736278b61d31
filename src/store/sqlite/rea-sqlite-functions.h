/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sqlite.h"

G_BEGIN_DECLS

/* The names of pointers that statements are handed. */
#define REA_POINTER_SEARCH "rea-search"
#define REA_POINTER_ID_SET "rea-id-set"
#define REA_POINTER_TALLY  "rea-tally"

/* A set of conversations within a range of ids, a bit each. */
typedef struct _ReaIdSet ReaIdSet;

ReaIdSet *rea_id_set_new (gint64 first, gint64 last) G_GNUC_WARN_UNUSED_RESULT;
void      rea_id_set_free (ReaIdSet *self);
void      rea_id_set_add (ReaIdSet *self, gint64 id);
gboolean  rea_id_set_contains (const ReaIdSet *self, gint64 id);
gint64    rea_id_set_get_length (const ReaIdSet *self);
GArray   *rea_id_set_dup_ids (const ReaIdSet *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean rea_sqlite_add_functions (ReaSqlite *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaIdSet, rea_id_set_free)

G_END_DECLS
