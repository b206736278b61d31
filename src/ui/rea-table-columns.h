/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ReaTableColumn:
 * @id: its id in the template
 * @make: makes the factory of its cells
 * @compare: (nullable): compares two rows; without it the table is not sorted by it
 * @align_end: whether it holds numbers, above which its title stands at the end
 *
 * A column of a table; what stands in the template is how it looks.
 */
typedef struct
{
  const char *id;
  GtkListItemFactory *(*make) (void);
  GCompareDataFunc compare;
  gboolean         align_end;
} ReaTableColumn;

void
rea_table_columns_declare (GtkWidgetClass *klass, const ReaTableColumn *columns, guint n_columns);
void        rea_table_columns_set_up (GtkWidget            *widget,
                                      GtkColumnView        *view,
                                      const ReaTableColumn *columns,
                                      guint                 n_columns);
void        rea_table_columns_sort (GtkColumnView *view, const char *id, GtkSortType direction);
const char *rea_table_columns_get_sorted (GtkColumnView *view, GtkSortType *direction);

void  rea_table_columns_show (GtkWidget            *widget,
                              GtkColumnView        *view,
                              const ReaTableColumn *columns,
                              guint                 n_columns,
                              const char *const    *ids);
void  rea_table_columns_hide (GtkWidget            *widget,
                              GtkColumnView        *view,
                              const ReaTableColumn *columns,
                              guint                 n_columns,
                              const char *const    *ids);
void  rea_table_columns_give_way (GtkWidget            *widget,
                                  GtkColumnView        *view,
                                  const ReaTableColumn *columns,
                                  guint                 n_columns,
                                  const char *const    *ids);
char *rea_table_columns_dup_title (GtkColumnView *view, const char *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
