/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-choice-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The table of a reassignment: here senders are chosen, and here stands what each
 * of them gives and receives.
 */
#define REA_TYPE_REASSIGN_TABLE (rea_reassign_table_get_type ())
G_DECLARE_FINAL_TYPE (ReaReassignTable, rea_reassign_table, REA, REASSIGN_TABLE, AdwBin)

void rea_reassign_table_set_choices (ReaReassignTable *self, ReaChoiceList *choices);
void rea_reassign_table_set_request (ReaReassignTable *self, ReaStatus status, ReaTo to);
void rea_reassign_table_set_plan (ReaReassignTable *self, const ReaPlan *plan);
void rea_reassign_table_set_stale (ReaReassignTable *self, gboolean stale);

G_END_DECLS
