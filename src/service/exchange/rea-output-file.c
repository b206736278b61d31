/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-output-file.h"

#include "rea-error.h"
#include "rea-store.h"

#include <glib/gi18n-lib.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FLUSH_SIZE (64 * 1024)

/* What is written stands under a name beside the one that was asked for until
 * all of it is on the disk. Nobody else may read it: it names people and what
 * they wrote.
 */
struct _ReaOutputFile
{
  char    *path;
  char    *temporary_path;
  int      fd;
  GString *buffer;
};

static gboolean
set_write_error (GError **error, const char *path, int saved_errno)
{
  if (path == NULL)
    /* TRANSLATORS: %s is the system's reason. */
    g_set_error (error, REA_ERROR, REA_ERROR_IO, _ ("The output cannot be written: %s."),
                 g_strerror (saved_errno));
  else
    /* TRANSLATORS: the first %s is the path of a file, the second the system's reason. */
    g_set_error (error, REA_ERROR, REA_ERROR_IO, _ ("“%s” cannot be written: %s."), path,
                 g_strerror (saved_errno));

  return FALSE;
}

/* A link could lead the file to where nobody meant it, and a device or a
 * database would be replaced by it.
 */
static gboolean
check_place (const char *path, GError **error)
{
  struct stat status;
  const char *why = NULL;

  if (lstat (path, &status) < 0)
    {
      if (errno != ENOENT || *path == '\0')
        return set_write_error (error, path, errno);
    }
  else if (S_ISDIR (status.st_mode))
    return set_write_error (error, path, EISDIR);
  else if (S_ISLNK (status.st_mode))
    /* TRANSLATORS: %s is the path of a file to be written. */
    why = _ ("“%s” is a link; name the file itself.");
  else if (!S_ISREG (status.st_mode))
    /* TRANSLATORS: %s is the path of a file to be written. */
    why = _ ("“%s” is no ordinary file.");

  if (why == NULL && rea_store_owns_file (path))
    /* TRANSLATORS: %s is the path of a file to be written. */
    why = _ ("“%s” belongs to a database; choose another name.");

  if (why != NULL)
    g_set_error (error, REA_ERROR, REA_ERROR_IO, why, path);

  return why == NULL;
}

/**
 * rea_output_file_open:
 * @path: (nullable): where the file will be, or %NULL for the standard output
 * @error: %REA_ERROR_IO
 *
 * Returns: (transfer full) (nullable): a file of which nothing is written yet
 */
ReaOutputFile *
rea_output_file_open (const char *path, GError **error)
{
  g_autoptr (ReaOutputFile) self = g_new0 (ReaOutputFile, 1);

  self->fd = -1;
  self->buffer = g_string_sized_new (2 * FLUSH_SIZE);

  if (path == NULL)
    {
      self->fd = STDOUT_FILENO;
      return g_steal_pointer (&self);
    }

  if (!check_place (path, error))
    return NULL;

  self->path = g_strdup (path);

  for (guint attempt = 0; self->fd < 0 && attempt < 100; attempt++)
    {
      g_free (self->temporary_path);
      self->temporary_path = g_strdup_printf ("%s.%08x.tmp", path, g_random_int ());
      self->fd =
          open (self->temporary_path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
      if (self->fd < 0 && errno != EEXIST)
        break;
    }

  if (self->fd < 0)
    {
      set_write_error (error, path, errno);
      g_clear_pointer (&self->temporary_path, g_free);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * rea_output_file_get_buffer:
 * @self: a file
 *
 * Returns: (transfer none): what to append to; rea_output_file_flush() passes it on
 */
GString *
rea_output_file_get_buffer (ReaOutputFile *self)
{
  return self->buffer;
}

static gboolean
write_buffer (ReaOutputFile *self, GError **error)
{
  gsize done = 0;

  while (done < self->buffer->len)
    {
      gssize n = write (self->fd, self->buffer->str + done, self->buffer->len - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return set_write_error (error, self->path, errno);

      done += n;
    }

  g_string_truncate (self->buffer, 0);
  return TRUE;
}

/**
 * rea_output_file_flush:
 * @self: a file
 * @error: %REA_ERROR_IO
 *
 * Writes what the buffer holds once that is worth it. To be called after each
 * row.
 *
 * Returns: %FALSE if that failed
 */
gboolean
rea_output_file_flush (ReaOutputFile *self, GError **error)
{
  return self->buffer->len < FLUSH_SIZE || write_buffer (self, error);
}

/* Makes the new name last; a folder that cannot be synced is no failure, since
 * the file is there.
 */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int              fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

/**
 * rea_output_file_commit:
 * @self: a file to which all is written
 * @error: %REA_ERROR_IO
 *
 * Writes the rest and gives the file its name, in place of one that had it.
 *
 * Returns: %FALSE if that failed; then the place is as it was
 */
gboolean
rea_output_file_commit (ReaOutputFile *self, GError **error)
{
  int fd = self->fd;

  if (!write_buffer (self, error))
    return FALSE;

  if (self->path == NULL)
    return TRUE;

  if (!check_place (self->path, error))
    return FALSE;

  if (fsync (fd) < 0)
    return set_write_error (error, self->path, errno);

  self->fd = -1;
  if (close (fd) < 0 || rename (self->temporary_path, self->path) < 0)
    return set_write_error (error, self->path, errno);

  g_clear_pointer (&self->temporary_path, g_free);
  sync_folder (self->path);
  return TRUE;
}

/**
 * rea_output_file_close:
 * @self: (transfer full): a file
 *
 * Without a commit nothing is left of what was written.
 */
void
rea_output_file_close (ReaOutputFile *self)
{
  if (self->fd >= 0 && self->path != NULL)
    close (self->fd);
  if (self->temporary_path != NULL)
    unlink (self->temporary_path);

  g_free (self->temporary_path);
  g_free (self->path);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}
