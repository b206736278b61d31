/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-schema.h"

#include "rea-sqlite-resources.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* What the file says it is, before anything in it is touched. */
static gboolean
read_identity (ReaSqlite *db,
               gint64    *application_id,
               gint64    *version,
               gint64    *n_tables,
               GError   **error)
{
  return rea_sqlite_get_int (db, "PRAGMA application_id", 0, application_id, error, "") &&
         rea_sqlite_get_int (db, "PRAGMA user_version", 0, version, error, "") &&
         rea_sqlite_get_int (db, "SELECT count(*) FROM sqlite_schema", 0, n_tables, error, "");
}

/* All of it from one moment: another process may be making the database just now. */
static gboolean
look_at_identity (ReaSqlite *db,
                  gint64    *application_id,
                  gint64    *version,
                  gint64    *n_tables,
                  GError   **error)
{
  gboolean looked;

  if (!rea_sqlite_begin (db, FALSE, NULL, error))
    return FALSE;

  looked = read_identity (db, application_id, version, n_tables, error);
  rea_sqlite_rollback (db);

  return looked;
}

/* SQLite takes a file of one byte for an empty one; it is somebody's, though. */
static gboolean
may_become (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && info.st_size != 1;
}

static gboolean
run_step (ReaSqlite *db, int version, GError **error)
{
  g_autofree char *name = g_strdup_printf ("/org/example/Reassign/sqlite/schema-%d.sql", version);
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                            REA_SQLITE_APPLICATION_ID, version);
  g_autoptr (GBytes) script = g_resource_lookup_data (rea_sqlite_get_resource (), name,
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return script != NULL && rea_sqlite_exec (db, g_bytes_get_data (script, NULL), error) &&
         rea_sqlite_exec (db, stamp, error);
}

/* All of them or none: nobody ever sees a new database half made. Another process may
 * have made them between the look and the lock.
 */
static gboolean
run_steps (ReaSqlite *db, GError **error)
{
  gint64   application_id, version, n_tables;
  gboolean ran;

  if (!rea_sqlite_begin (db, TRUE, NULL, error))
    return FALSE;

  ran = read_identity (db, &application_id, &version, &n_tables, error);
  for (int step = version + 1; ran && step <= REA_SQLITE_VERSION; step++)
    ran = run_step (db, step, error);
  if (ran && rea_sqlite_commit (db, error))
    return TRUE;

  rea_sqlite_rollback (db);

  return FALSE;
}

/* Of two processes that bring it up at once one makes the copy, and it is as good for both. */
static gboolean
ensure_copy (ReaSqlite *db, const char *path, int version, GError **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.version-%d", path, version);
  g_autoptr (GError) failure = NULL;

  if (g_file_test (copy, G_FILE_TEST_EXISTS) || rea_sqlite_copy_file (db, copy, &failure) ||
      g_file_test (copy, G_FILE_TEST_EXISTS))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* Readers and writers wait for each other without the log, which a copy that SQLite
 * made comes without. Where it cannot be changed now the file does as it is.
 */
static gboolean
ensure_log (ReaSqlite *db, GError **error)
{
  gint64 has_log;

  if (!rea_sqlite_get_int (db, "SELECT journal_mode = 'wal' FROM pragma_journal_mode", 0, &has_log,
                           error, ""))
    return FALSE;

  if (!has_log)
    rea_sqlite_turn_on_log (db, NULL);

  return TRUE;
}

/**
 * rea_sqlite_migrate:
 * @db: a connection
 * @path: its file
 * @create: whether an empty file becomes a database
 * @error: %REA_ERROR_CORRUPT for a file that is none of ours, %REA_ERROR_TOO_NEW;
 *   both stay as they are
 *
 * Brings the database up to this version, all steps in one transaction, a copy of
 * the file made before the first.
 *
 * Returns: whether it is of this version now
 */
gboolean
rea_sqlite_migrate (ReaSqlite *db, const char *path, gboolean create, GError **error)
{
  gint64 application_id, version, n_tables;

  if (!look_at_identity (db, &application_id, &version, &n_tables, error))
    return FALSE;

  if (application_id != REA_SQLITE_APPLICATION_ID &&
      !(create && application_id == 0 && version == 0 && n_tables == 0 && may_become (path)))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_CORRUPT, _ ("%s is no database of Reassign."), path);
      return FALSE;
    }

  if (version > REA_SQLITE_VERSION)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_TOO_NEW,
                   _ ("The database at %s was made by a newer Reassign (version %d; this one knows "
                      "%d)."),
                   path, (int) version, REA_SQLITE_VERSION);
      return FALSE;
    }

  if (version == REA_SQLITE_VERSION)
    return ensure_log (db, error);

  return (version == 0 || ensure_copy (db, path, version, error)) &&
         rea_sqlite_turn_on_log (db, error) && run_steps (db, error);
}

/**
 * rea_sqlite_copy_file:
 * @db: a connection outside of a transaction
 * @path: where to; nothing may be there
 * @error: %REA_ERROR_IO
 *
 * Writes a consistent copy, readable by its owner only, whole or not at all.
 *
 * Returns: whether it is there
 */
gboolean
rea_sqlite_copy_file (ReaSqlite *db, const char *path, GError **error)
{
  g_autofree char *temporary = g_strdup_printf ("%s.XXXXXX", path);
  int              fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  gboolean         copied;

  if (fd < 0)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_IO, _ ("%s cannot be written: %s."), path,
                   g_strerror (errno));
      return FALSE;
    }

  copied = rea_sqlite_run (db, "VACUUM INTO ?", error, "s", temporary);

  /* A link, unlike a rename, never takes the place of a file that is there. */
  if (copied && (fsync (fd) != 0 || link (temporary, path) != 0))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_IO, _ ("%s cannot be written: %s."), path,
                   g_strerror (errno));
      copied = FALSE;
    }

  close (fd);
  g_unlink (temporary);

  return copied;
}
