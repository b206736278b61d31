/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-column.h"
#include "rea-csv-reader.h"

G_BEGIN_DECLS

/**
 * ReaColumns:
 * @n: how many columns the file has
 * @meanings: (array length=n): what each is taken for
 * @names: (array length=n): what each is called, without spaces at its ends
 * @places: which column has each meaning but that of a field; -1 where none has
 *
 * What a file's header says.
 */
typedef struct
{
  guint      n;
  ReaColumn *meanings;
  char     **names;
  int        places[REA_COLUMN_FIELD];
} ReaColumns;

ReaColumns *rea_columns_new_for_contacts (const ReaCsvRow *header,
                                          GError         **error) G_GNUC_WARN_UNUSED_RESULT;
ReaColumns *rea_columns_new_chosen (guint              n,
                                    const char *const *names,
                                    const ReaColumn   *meanings,
                                    GError           **error) G_GNUC_WARN_UNUSED_RESULT;
ReaColumns *rea_columns_new_for_senders (const ReaCsvRow *header,
                                         GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void        rea_columns_free (ReaColumns *self);
char       *rea_columns_get_cell (const ReaColumns *self, const ReaCsvRow *row, ReaColumn column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaColumns, rea_columns_free)

G_END_DECLS
