/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-table-columns.h"

G_BEGIN_DECLS

void rea_column_menu_set_up (GtkWidget            *widget,
                             GtkColumnView        *view,
                             const ReaTableColumn *columns,
                             guint                 n_columns,
                             const char           *fixed,
                             GtkMenuButton        *button,
                             const char           *key);
void rea_column_menu_reveal (GtkColumnView *view, const char *id);

G_END_DECLS
