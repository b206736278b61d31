/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file of a connection: made, looked for, and removed. */
#include "rea-sqlite-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* What a database begins with, and the NUL that ends it. */
static const char beginning[16] = "SQLite format 3";

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

/* The file as the engine has it open. Whatever is read of a database is read by this: to
 * close another one would drop the engine's locks.
 */
static sqlite3_file *
get_file (sqlite3 *db)
{
  sqlite3_file *file = NULL;

  sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file);

  return file != NULL && file->pMethods != NULL ? file : NULL;
}

/* Whether the file begins as every database does, or is empty and has yet to become
 * one. SQLite doesn't look where the log has the first page, and would in the end write
 * the pages of the log into whatever it is.
 */
static gboolean
check_beginning (ReaSqlite *self, GError **error)
{
  char          found[sizeof beginning] = { 0 };
  sqlite3_file *file = get_file (self->db);
  sqlite3_int64 size = 0;

  /* What keeps it from being read is for the transaction that follows to say. */
  if (file == NULL || file->pMethods->xFileSize (file, &size) != SQLITE_OK ||
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

static gboolean
holds_database (const char *path)
{
  char     found[sizeof beginning];
  sqlite3 *db = NULL;
  gboolean holds = FALSE;

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR) &&
      sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK)
    {
      sqlite3_file *file = get_file (db);

      holds = file != NULL && file->pMethods->xRead (file, found, sizeof found, 0) == SQLITE_OK &&
              memcmp (found, beginning, sizeof found) == 0;
    }

  sqlite3_close (db);

  return holds;
}

/**
 * rea_sqlite_owns_file:
 * @path: a path, whether there is a file or not
 *
 * Looks whether it is that of a database, or of a file that SQLite or we keep beside one.
 *
 * Returns: whether it is
 */
gboolean
rea_sqlite_owns_file (const char *path)
{
  /* The database itself comes last: nothing that is kept beside one is ever opened. */
  static const char *const endings[] = { "-wal", "-shm", "-journal", ".lock", "" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (path, endings[i]))
      {
        g_autofree char *stem = g_strndup (path, strlen (path) - strlen (endings[i]));

        if (holds_database (stem))
          return TRUE;
      }

  return FALSE;
}
