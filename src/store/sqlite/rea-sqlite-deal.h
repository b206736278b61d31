/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sqlite-functions.h"
#include "rea-sqlite-runs.h"
#include "rea-store.h"

G_BEGIN_DECLS

/* Who is dealing: told of each conversation in the order of the ids, it says who
 * takes it. Two ways to decide, by a plan or by the record of a move that is
 * taken back.
 */
typedef struct _ReaDeal ReaDeal;

ReaDeal *rea_deal_new (ReaPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
void     rea_deal_free (ReaDeal *self);
void     rea_deal_set_limit (ReaDeal *self, guint place, gint64 waiting_since, gint64 id);
void rea_deal_set_back (ReaDeal *self, ReaRunsReader *record, ReaIdSet *answered, ReaLeft *left);
gboolean rea_deal_is_done (const ReaDeal *self);
gint64   rea_deal_get_moved (const ReaDeal *self);

ReaRunsWriter *rea_deal_get_runs (ReaDeal *self);

gint64   rea_deal_ask (ReaDeal *self, gint64 id, gint64 holder, int status, gint64 waiting_since);
gboolean rea_deal_takes_all (const ReaDeal *self);
gboolean rea_deal_add_functions (ReaSqlite *db, GError **error);
void     rea_deal_begin (ReaDeal *self, ReaSqlite *db);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaDeal, rea_deal_free)

G_END_DECLS
