/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-column.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* So many rows are shown of a file before it is imported. */
#define REA_FIRST_ROWS 5

/**
 * ReaContactsFile:
 * @path: where it is
 * @encoding: as iconv calls it
 * @separator: what separates its cells
 * @has_header: whether its first row names the columns
 * @n_columns: how many it has
 * @names: (array length=n_columns): what the columns are called as fields
 * @meanings: (array length=n_columns): what each is taken for
 * @rows: (element-type GStrv): the first, each with as many cells as there are
 *   columns
 * @size: in bytes, when it was looked at
 * @modified: when it had been changed, in microseconds
 *
 * A file of contacts and how it is to be read: guessed, then changed by a person.
 */
typedef struct
{
  char      *path;
  char      *encoding;
  char       separator;
  gboolean   has_header;
  guint      n_columns;
  char     **names;
  ReaColumn *meanings;
  GPtrArray *rows;
  gint64     size;
  gint64     modified;
} ReaContactsFile;

/* Whether the first row names the columns. */
typedef enum
{
  REA_HEADER_GUESS = -1,
  REA_HEADER_NO,
  REA_HEADER_YES,
} ReaHeader;

ReaContactsFile *rea_contacts_file_look (const char   *path,
                                         const char   *encoding,
                                         char          separator,
                                         ReaHeader     header,
                                         GCancellable *cancellable,
                                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;
ReaContactsFile *rea_contacts_file_copy (const ReaContactsFile *self) G_GNUC_WARN_UNUSED_RESULT;
void             rea_contacts_file_free (ReaContactsFile *self);
void             rea_contacts_file_choose (ReaContactsFile *self, guint column, ReaColumn meaning);
gboolean         rea_contacts_file_check (const ReaContactsFile *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaContactsFile, rea_contacts_file_free)

G_END_DECLS
