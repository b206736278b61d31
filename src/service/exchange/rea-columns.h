/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-csv-reader.h"
#include "rea-types.h"

G_BEGIN_DECLS

/**
 * ReaColumn:
 *
 * What a column of a CSV file means. The first eight are those of contacts, in
 * the order in which an export begins with them.
 */
typedef enum
{
  REA_COLUMN_PHONE,
  REA_COLUMN_FIRST_NAME,
  REA_COLUMN_LAST_NAME,
  REA_COLUMN_SENDER,
  REA_COLUMN_STATUS,
  REA_COLUMN_OPTED_OUT,
  REA_COLUMN_LAST_MESSAGE_AT,
  REA_COLUMN_TIME_ZONE,
  REA_COLUMN_EMAIL,
  REA_COLUMN_ROLE,
  REA_COLUMN_FIELD,
} ReaColumn;

#define REA_N_CONTACT_COLUMNS 8

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
ReaColumns *rea_columns_new_for_senders (const ReaCsvRow *header,
                                         GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void        rea_columns_free (ReaColumns *self);
char       *rea_columns_get_cell (const ReaColumns *self, const ReaCsvRow *row, ReaColumn column);
const char *rea_column_get_name (ReaColumn column);

gboolean rea_column_parse_status (const char *text, ReaStatus *status);
gboolean rea_column_parse_flag (const char *text, gboolean *flag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaColumns, rea_columns_free)

G_END_DECLS
