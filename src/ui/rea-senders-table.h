/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sender-filter.h"
#include "rea-sender-list.h"
#include "rea-sender-selection.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The table of senders, with ticks, titles that sort, and a menu for each row. Its rows
 * are made when it is on screen for the first time. Properties: sort (string: a column)
 * and direction (string: ascending or descending).
 */
#define REA_TYPE_SENDERS_TABLE (rea_senders_table_get_type ())
G_DECLARE_FINAL_TYPE (ReaSendersTable, rea_senders_table, REA, SENDERS_TABLE, AdwBin)

void rea_senders_table_set_senders (ReaSendersTable *self, ReaSenderList *senders);
void rea_senders_table_set_filter (ReaSendersTable *self, ReaSenders which, const char *search);
void rea_senders_table_set_sort_button (ReaSendersTable *self, GtkMenuButton *button);
ReaSenderSelection *rea_senders_table_get_selection (ReaSendersTable *self);
gboolean            rea_senders_table_has_ticks (ReaSendersTable *self);

G_END_DECLS
