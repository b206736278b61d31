/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-plan.h"
#include "rea-request.h"
#include "rea-sender-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The table of a reassignment: here senders are chosen, and here stands what each
 * of them gives and receives. ReaReassignTable::chosen-changed is emitted when
 * other senders are chosen.
 */
#define REA_TYPE_REASSIGN_TABLE (rea_reassign_table_get_type ())
G_DECLARE_FINAL_TYPE (ReaReassignTable, rea_reassign_table, REA, REASSIGN_TABLE, AdwBin)

void   rea_reassign_table_set_senders (ReaReassignTable *self,
                                       ReaSenderList    *senders,
                                       ReaSenderItem    *from,
                                       gboolean          gives_all);
void   rea_reassign_table_set_request (ReaReassignTable *self, ReaStatus status, ReaTo to);
void   rea_reassign_table_set_plan (ReaReassignTable *self, const ReaPlan *plan);
void   rea_reassign_table_set_stale (ReaReassignTable *self, gboolean stale);
char **rea_reassign_table_dup_chosen (ReaReassignTable *self) G_GNUC_WARN_UNUSED_RESULT;
gint64 rea_reassign_table_count (ReaReassignTable *self, ReaStatus status);
gint64 rea_reassign_table_count_chosen (ReaReassignTable *self, ReaStatus status);
gint64 rea_reassign_table_count_unassigned (ReaReassignTable *self, ReaStatus status);

G_END_DECLS
