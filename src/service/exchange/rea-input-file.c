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
#define RAW_SIZE    (16 * 1024)

/* No character takes more in UTF-8: with less room than that the buffer is full. */
#define ROOM 8

/* Stands for what cannot be converted; no UTF-8 has it, so the row it is in is bad. */
#define NO_CHARACTER '\xff'

/* What was read and not skipped yet is @length bytes from @start on. Of a file in
 * another encoding @raw holds what is yet to be converted.
 */
struct _ReaInputFile
{
  char    *path;
  int      fd;
  GIConv   converter;
  gsize    unit;
  gboolean at_end;
  gsize    start;
  gsize    length;
  gint64   n_read;
  gint64   total;
  gsize    raw_length;
  char     raw[RAW_SIZE];
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

static gboolean
set_encoding (ReaInputFile *self, const char *encoding, GError **error)
{
  self->converter = g_iconv_open ("UTF-8", encoding);
  self->unit = g_str_has_prefix (encoding, "UTF-16") ? 2 : 1;

  if (self->converter != (GIConv) -1)
    return TRUE;

  g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
               /* TRANSLATORS: %s is the name of an encoding of texts, such as UTF-16. */
               _ ("The encoding %s is not known here."), encoding);
  return FALSE;
}

/**
 * rea_input_file_open:
 * @path: a file, or something else that can be read to an end
 * @encoding: (nullable): what to convert from; of UTF-8 and %NULL the bytes are
 *   seen as they are
 * @error: %REA_ERROR_NOT_FOUND, %REA_ERROR_IO, or %REA_ERROR_INVALID for an
 *   encoding that is not known
 *
 * Opens a file. What is no character in its encoding shows as a byte that is no
 * UTF-8.
 *
 * Returns: (transfer full) (nullable): the file, of which nothing is read yet
 */
ReaInputFile *
rea_input_file_open (const char *path, const char *encoding, GError **error)
{
  g_autoptr (ReaInputFile) self = NULL;
  struct stat status;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (ReaInputFile, 1);
  self->path = g_strdup (path);
  self->converter = (GIConv) -1;
  self->fd = open (path, O_RDONLY | O_CLOEXEC);

  if (self->fd < 0 || fstat (self->fd, &status) < 0)
    {
      set_read_error (error, path, errno);
      return NULL;
    }

  if (encoding != NULL && !g_str_equal (encoding, "UTF-8") && !set_encoding (self, encoding, error))
    return NULL;

  if (S_ISREG (status.st_mode))
    self->total = status.st_size;

  return g_steal_pointer (&self);
}

void
rea_input_file_close (ReaInputFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->converter != (GIConv) -1)
    g_iconv_close (self->converter);

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

/* Reads once; 0 is the end of the file. */
static gssize
read_some (ReaInputFile *self, char *data, gsize size, GError **error)
{
  gssize n = 0;

  do
    n = read (self->fd, data, size);
  while (n < 0 && errno == EINTR);

  if (n < 0)
    set_read_error (error, self->path, errno);
  else
    self->n_read += n;

  return n;
}

static void
drop_raw (ReaInputFile *self, gsize length)
{
  self->raw_length -= length;
  memmove (self->raw, self->raw + length, self->raw_length);
}

/* Passes over what is no character. */
static void
replace_raw (ReaInputFile *self)
{
  self->buffer[self->length++] = NO_CHARACTER;
  drop_raw (self, MIN (self->unit, self->raw_length));
}

/* Converts what can be converted of what was read. */
static void
convert (ReaInputFile *self)
{
  while (self->raw_length > 0 && !rea_input_file_is_full (self))
    {
      char *in = self->raw;
      char *out = self->buffer + self->length;
      gsize in_left = self->raw_length;
      gsize out_left = BUFFER_SIZE - self->length;
      gsize result = g_iconv (self->converter, &in, &in_left, &out, &out_left);
      int   reason = errno;

      self->length = BUFFER_SIZE - out_left;
      drop_raw (self, self->raw_length - in_left);

      if (result != (gsize) -1 || reason == E2BIG)
        continue;
      if (reason == EINVAL)
        return;

      replace_raw (self);
    }
}

static gboolean
fill_converted (ReaInputFile *self, GError **error)
{
  gsize before = self->length;

  /* What did not fit the last time. */
  convert (self);

  while (self->length == before)
    {
      gssize n = read_some (self, self->raw + self->raw_length, RAW_SIZE - self->raw_length, error);

      if (n < 0)
        return FALSE;

      self->raw_length += n;
      convert (self);

      if (n == 0 && self->raw_length == 0)
        {
          self->at_end = TRUE;
          return TRUE;
        }

      /* The file ends within a character. */
      if (n == 0 && self->length == before)
        {
          self->raw_length = 0;
          self->buffer[self->length++] = NO_CHARACTER;
        }
    }

  return TRUE;
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

  if (self->converter != (GIConv) -1)
    return fill_converted (self, error);

  n = read_some (self, self->buffer + self->length, BUFFER_SIZE - self->length, error);
  if (n < 0)
    return FALSE;

  self->at_end = n == 0;
  self->length += n;
  return TRUE;
}

gboolean
rea_input_file_is_full (ReaInputFile *self)
{
  return BUFFER_SIZE - self->length < ROOM;
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
 * Returns: how many bytes of the file are skipped, about so many if it is converted
 */
gint64
rea_input_file_get_done (ReaInputFile *self)
{
  return MAX (0, self->n_read - (gint64) (self->raw_length + self->length));
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
