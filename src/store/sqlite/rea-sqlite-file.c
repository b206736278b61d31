/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file of a connection: made, looked for, and removed. */
#include "rea-sqlite-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* Makes the file before SQLite does, since its own would be readable for all. */
gboolean
rea_sqlite_create_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int              fd;

  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      ((fd = open (path, O_CREAT | O_EXCL | O_NOFOLLOW | O_RDWR | O_CLOEXEC, 0600)) < 0 &&
       errno != EEXIST))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_IO, _ ("%s cannot be created: %s."), path,
                   g_strerror (errno));
      return FALSE;
    }

  if (fd >= 0)
    close (fd);

  return TRUE;
}

/* Whether the file begins as every database does, or is empty and has yet to become
 * one. SQLite doesn't look where the log has the first page, and would in the end write
 * the pages of the log into whatever it is. It is read by the engine's own file, since
 * closing another one would drop the engine's locks.
 */
static gboolean
check_beginning (ReaSqlite *self, GError **error)
{
  static const char beginning[16] = "SQLite format 3";
  char              found[sizeof beginning] = { 0 };
  sqlite3_file     *file = NULL;
  sqlite3_int64     size = 0;

  sqlite3_file_control (self->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);

  /* What keeps it from being read is for the transaction that follows to say. */
  if (file == NULL || file->pMethods == NULL ||
      file->pMethods->xFileSize (file, &size) != SQLITE_OK ||
      (size >= (gint64) sizeof found &&
       file->pMethods->xRead (file, found, sizeof found, 0) != SQLITE_OK))
    return TRUE;

  if (memcmp (found, beginning, sizeof found) == 0)
    {
      self->was_database = TRUE;
      return TRUE;
    }

  if (size == 0 && !self->was_database)
    return TRUE;

  if (self->was_database)
    rea_sqlite_set_damaged (self, error);
  else
    rea_sqlite_set_foreign (self, error);

  return FALSE;
}

/**
 * rea_sqlite_is_there:
 * @self: a connection
 * @error: %REA_ERROR_IO or %REA_ERROR_CORRUPT
 *
 * Looks whether the open file is still the one at its path. What is written into
 * one that was moved away or replaced nobody would find again. One that was
 * overwritten is seen at once, whatever of it is still remembered.
 *
 * Returns: whether it is
 */
gboolean
rea_sqlite_is_there (ReaSqlite *self, GError **error)
{
  int has_moved = 0;

  sqlite3_file_control (self->db, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
  if (has_moved)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_IO,
                   _ ("The database is not at %s any more; bring it back there."), self->path);
      return FALSE;
    }

  return check_beginning (self, error);
}

/**
 * rea_sqlite_is_new:
 *
 * Returns: whether this connection made the file
 */
gboolean
rea_sqlite_is_new (ReaSqlite *self)
{
  return self->is_new;
}

/**
 * rea_sqlite_remove:
 * @self: a connection in a write transaction
 *
 * Removes the file. Whoever has it open by now will notice before they write. The
 * lock stays: others may wait for it.
 */
void
rea_sqlite_remove (ReaSqlite *self)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (self->path, "-shm", NULL);

  g_return_if_fail (self->in_transaction && self->writing);

  unlink (log);
  unlink (index);
  unlink (self->path);
}
