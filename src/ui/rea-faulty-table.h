/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The rows of a file that an import would reject: line, reason, and the row. */
#define REA_TYPE_FAULTY_TABLE (rea_faulty_table_get_type ())
G_DECLARE_FINAL_TYPE (ReaFaultyTable, rea_faulty_table, REA, FAULTY_TABLE, AdwBin)

void rea_faulty_table_set_rows (ReaFaultyTable *self, GPtrArray *rows);

G_END_DECLS
