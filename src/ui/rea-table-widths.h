/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-table-columns.h"

G_BEGIN_DECLS

/**
 * ReaTableWidth:
 * @column: a column
 * @wide: how wide it is, where there is room
 * @narrow: how wide it is else
 * @below: how wide the table has to be so that there is room
 * @least: how wide it has to be so that the column is there at all, or 0
 *
 * How a column gives way. Widths are those of text in its usual size: where it is larger,
 * everything is.
 */
typedef struct
{
  const char *column;
  int         wide;
  int         narrow;
  int         below;
  int         least;
} ReaTableWidth;

void rea_table_widths_follow (GtkWidget            *widget,
                              GtkColumnView        *view,
                              const ReaTableColumn *columns,
                              guint                 n_columns,
                              const ReaTableWidth  *widths,
                              guint                 n_widths);
void rea_table_widths_reveal (GtkColumnView *view, const char *id);

G_END_DECLS
