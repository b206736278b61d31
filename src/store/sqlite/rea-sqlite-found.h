/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-name.h"
#include "rea-sqlite.h"

G_BEGIN_DECLS

/* What the index of the search is asked for, and the table that answers:
 *
 *   SELECT id FROM rea_found (?) WHERE id BETWEEN ? AND ? ORDER BY id
 *
 * The ids are of contacts that may be meant: each has to be looked at again.
 */
typedef struct _ReaWanted ReaWanted;

#define REA_POINTER_WANTED "rea-wanted"

ReaWanted *rea_wanted_new (const ReaSearch *search) G_GNUC_WARN_UNUSED_RESULT;
void       rea_wanted_free (ReaWanted *self);

gboolean rea_sqlite_add_found (ReaSqlite *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaWanted, rea_wanted_free)

G_END_DECLS
