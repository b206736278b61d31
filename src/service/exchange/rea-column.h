/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

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
  REA_COLUMN_NONE, /* not imported: a person said so */
} ReaColumn;

#define REA_N_CONTACT_COLUMNS 8

ReaColumn   rea_column_find (const char *name, gboolean *is_mobile);
char       *rea_column_fold_name (const char *name) G_GNUC_WARN_UNUSED_RESULT;
const char *rea_column_get_name (ReaColumn column);

gboolean rea_column_parse_status (const char *text, ReaStatus *status);
gboolean rea_column_parse_flag (const char *text, gboolean *flag);

G_END_DECLS
