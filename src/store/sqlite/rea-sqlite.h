/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-error.h"

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* A connection with what every file of this folder needs: statements that are
 * prepared once and reset by themselves, errors as GError, and a write
 * transaction that no other process's write or checkpoint can overlap.
 */
typedef struct _ReaSqlite ReaSqlite;

/* How much of the file is kept at hand: 64 MiB. */
#define REA_SQLITE_CACHE "PRAGMA cache_size = -65536"

/* A statement in use; borrowed from the connection, reset when it goes out of scope. */
typedef struct sqlite3_stmt ReaStatement;

ReaSqlite      *
rea_sqlite_open (const char *path, gboolean create, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void rea_sqlite_close (ReaSqlite *self);
void rea_sqlite_set_patience (ReaSqlite *self, guint milliseconds);
sqlite3 *rea_sqlite_get_handle (ReaSqlite *self);

gboolean rea_sqlite_is_there (ReaSqlite *self, GError **error);
gboolean rea_sqlite_turn_on_log (ReaSqlite *self, GError **error);
gboolean
rea_sqlite_begin (ReaSqlite *self, gboolean writing, GCancellable *cancellable, GError **error);
gboolean rea_sqlite_commit (ReaSqlite *self, GError **error);
void     rea_sqlite_rollback (ReaSqlite *self);
gboolean rea_sqlite_is_new (ReaSqlite *self);
gboolean rea_sqlite_owns_file (const char *path);
void     rea_sqlite_remove (ReaSqlite *self);

/* Binding: a letter for each value. i gint64, s text or %NULL, t a time where
 * %REA_TIME_NONE is NULL, o a gint64 where 0 is NULL.
 */
ReaStatement *
rea_sqlite_prepare (ReaSqlite *self, const char *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void     rea_statement_bind (ReaStatement *statement, const char *types, ...);
gboolean rea_statement_step (ReaStatement *statement, gboolean *row, GError **error);
void     rea_statement_reset (ReaStatement *statement);
char    *rea_statement_dup_text (ReaStatement *statement, int column) G_GNUC_WARN_UNUSED_RESULT;

/* A statement that answers nothing, bound and run in one go. */
gboolean rea_sqlite_run (ReaSqlite *self, const char *sql, GError **error, const char *types, ...);
/* One that answers one number; @fallback where there is no row or it is NULL. */
gboolean rea_sqlite_get_int (ReaSqlite  *self,
                             const char *sql,
                             gint64      fallback,
                             gint64     *value,
                             GError    **error,
                             const char *types,
                             ...);
gboolean rea_sqlite_exec (ReaSqlite *self, const char *script, GError **error);
void     rea_sqlite_set_error (ReaSqlite *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaSqlite, rea_sqlite_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaStatement, rea_statement_reset)

G_END_DECLS
