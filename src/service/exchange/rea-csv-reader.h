/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No line of a file is longer; whoever needs more stops the import. */
#define REA_CSV_MAX_LINE (1024 * 1024)

/**
 * ReaCsvRow:
 * @line: where the row begins; the first line is 1
 * @cells: (array length=n_cells): as they stand in the file, without quotes; the
 *   caller may change them in place
 * @problem: (nullable): a sentence that says why the row is bad; its cells are
 *   not to be used then
 *
 * A row of a CSV file; valid until the next one is read.
 */
typedef struct
{
  gint64      line;
  guint       n_cells;
  char      **cells;
  const char *problem;
} ReaCsvRow;

typedef struct _ReaCsvReader ReaCsvReader;

ReaCsvReader    *rea_csv_reader_open (const char *path,
                                      const char *encoding,
                                      char        separator,
                                      GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void             rea_csv_reader_close (ReaCsvReader *self);
const ReaCsvRow *rea_csv_reader_read_header (ReaCsvReader *self, GError **error);
gboolean         rea_csv_reader_pass_header (ReaCsvReader *self,
                                             guint         n_columns,
                                             gboolean      has_header,
                                             GError      **error);
gboolean       rea_csv_reader_read_row (ReaCsvReader *self, const ReaCsvRow **row, GError **error);
void           rea_csv_reader_keep_raw (ReaCsvReader *self);
const GString *rea_csv_reader_get_raw (ReaCsvReader *self);
gint64         rea_csv_reader_get_done (ReaCsvReader *self);
gint64         rea_csv_reader_get_total (ReaCsvReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaCsvReader, rea_csv_reader_close)

G_END_DECLS
