/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sqlite-functions.h"
#include "rea-store.h"

G_BEGIN_DECLS

/* The record of a move: each conversation's holder before and after, in the
 * order of their ids, in parts of a few thousand.
 */
typedef struct _ReaRunsWriter ReaRunsWriter;

ReaRunsWriter *rea_runs_writer_new (void) G_GNUC_WARN_UNUSED_RESULT;
void           rea_runs_writer_free (ReaRunsWriter *self);
void           rea_runs_writer_add (ReaRunsWriter *self, gint64 id, gint64 before, gint64 after);
gboolean rea_runs_writer_save (ReaRunsWriter *self, ReaSqlite *db, gint64 move_id, GError **error);

typedef struct _ReaRunsReader ReaRunsReader;

ReaRunsReader      *
rea_runs_reader_new (ReaSqlite *db, gint64 move_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void rea_runs_reader_free (ReaRunsReader *self);
gboolean rea_runs_reader_next (ReaRunsReader *self);
gint64   rea_runs_reader_get_first (const ReaRunsReader *self);
gint64   rea_runs_reader_get_last (const ReaRunsReader *self);
gint64   rea_runs_reader_get_id (const ReaRunsReader *self);
gint64   rea_runs_reader_get_before (const ReaRunsReader *self);
gint64   rea_runs_reader_get_after (const ReaRunsReader *self);

gboolean  rea_runs_find (const void *runs,
                         gsize       size,
                         gint64      first_id,
                         gint64      id,
                         gint64     *before,
                         gint64     *after);
ReaIdSet *rea_sqlite_runs_collect_moved (ReaSqlite         *db,
                                         const ReaCampaign *campaign,
                                         GArray            *holders,
                                         gint64             since,
                                         GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaRunsWriter, rea_runs_writer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaRunsReader, rea_runs_reader_free)

G_END_DECLS
