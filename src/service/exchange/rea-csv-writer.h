/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of RFC 4180, with CR LF, that no spreadsheet runs as a formula. */
void rea_csv_append_cell (GString *row, const char *text);
void rea_csv_end_row (GString *row);

char *rea_csv_strip (char *cell);
void  rea_csv_unguard (char *cell);

G_END_DECLS
