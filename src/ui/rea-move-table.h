/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a move did, in the columns of the table in which it was previewed: who gave
 * and received, before and after.
 */
#define REA_TYPE_MOVE_TABLE (rea_move_table_get_type ())
G_DECLARE_FINAL_TYPE (ReaMoveTable, rea_move_table, REA, MOVE_TABLE, AdwBin)

void rea_move_table_set_plan (ReaMoveTable *self, const ReaPlan *plan);

G_END_DECLS
