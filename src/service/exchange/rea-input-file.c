/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-input-file.h"

#include "rea-error.h"

#include <glib/gi18n-lib.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_SIZE (64 * 1024)

/* What was read and not skipped yet is @length bytes from @start on. */
struct _ReaInputFile
{
  char    *path;
  int      fd;
  gboolean at_end;
  gsize    start;
  gsize    length;
  gint64   n_read;
  gint64   total;
  char     buffer[BUFFER_SIZE];
};

static void
set_read_error (GError **error, const char *path, int saved_errno)
{
  if (saved_errno == ENOENT)
    /* TRANSLATORS: on the command line and in the window; %s is the path of a file. */
    g_set_error (error, REA_ERROR, REA_ERROR_NOT_FOUND, _ ("There is no file “%s”."), path);
  else
    /* TRANSLATORS: the first %s is the path of a file, the second the system's reason. */
    g_set_error (error, REA_ERROR, REA_ERROR_IO, _ ("“%s” cannot be read: %s."), path,
                 g_strerror (saved_errno));
}

/**
 * rea_input_file_open:
 * @path: a file, or something else that can be read to an end
 * @error: %REA_ERROR_NOT_FOUND or %REA_ERROR_IO
 *
 * Returns: (transfer full) (nullable): the file, of which nothing is read yet
 */
ReaInputFile *
rea_input_file_open (const char *path, GError **error)
{
  g_autoptr (ReaInputFile) self = NULL;
  struct stat status;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new (ReaInputFile, 1);
  self->path = g_strdup (path);
  self->at_end = FALSE;
  self->start = 0;
  self->length = 0;
  self->n_read = 0;
  self->total = 0;
  self->fd = open (path, O_RDONLY | O_CLOEXEC);

  if (self->fd < 0 || fstat (self->fd, &status) < 0)
    {
      set_read_error (error, path, errno);
      return NULL;
    }

  if (S_ISREG (status.st_mode))
    self->total = status.st_size;

  return g_steal_pointer (&self);
}

void
rea_input_file_close (ReaInputFile *self)
{
  if (self->fd >= 0)
    close (self->fd);

  g_free (self->path);
  g_free (self);
}

const char *
rea_input_file_get_path (ReaInputFile *self)
{
  return self->path;
}

/**
 * rea_input_file_peek:
 * @self: a file
 * @length: (out): how many bytes there are
 *
 * Returns: what has been read and not been skipped; valid until more is read
 */
const char *
rea_input_file_peek (ReaInputFile *self, gsize *length)
{
  *length = self->length;
  return self->buffer + self->start;
}

/**
 * rea_input_file_fill:
 * @self: a file whose buffer is not full
 * @error: %REA_ERROR_IO
 *
 * Reads on. Where nothing is left to read, the file is at its end afterwards.
 *
 * Returns: %FALSE if that failed
 */
gboolean
rea_input_file_fill (ReaInputFile *self, GError **error)
{
  gssize n = 0;

  g_return_val_if_fail (!rea_input_file_is_full (self), FALSE);

  memmove (self->buffer, self->buffer + self->start, self->length);
  self->start = 0;

  do
    n = read (self->fd, self->buffer + self->length, BUFFER_SIZE - self->length);
  while (n < 0 && errno == EINTR);

  if (n < 0)
    {
      set_read_error (error, self->path, errno);
      return FALSE;
    }

  self->at_end = n == 0;
  self->length += n;
  self->n_read += n;
  return TRUE;
}

gboolean
rea_input_file_is_full (ReaInputFile *self)
{
  return self->length == BUFFER_SIZE;
}

gboolean
rea_input_file_is_at_end (ReaInputFile *self)
{
  return self->at_end;
}

/**
 * rea_input_file_skip:
 * @self: a file
 * @length: how many of the bytes that can be seen are done with
 */
void
rea_input_file_skip (ReaInputFile *self, gsize length)
{
  g_return_if_fail (length <= self->length);

  self->start += length;
  self->length -= length;
}

/**
 * rea_input_file_get_done:
 * @self: a file
 *
 * Returns: how many bytes of the file are skipped
 */
gint64
rea_input_file_get_done (ReaInputFile *self)
{
  return self->n_read - (gint64) self->length;
}

/**
 * rea_input_file_get_total:
 * @self: a file
 *
 * Returns: how many bytes the file had when it was opened; 0 where that is not
 *   known, as for a pipe
 */
gint64
rea_input_file_get_total (ReaInputFile *self)
{
  return self->total;
}
