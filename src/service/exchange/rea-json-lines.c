/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-json-lines.h"

#include "rea-error.h"
#include "rea-input-file.h"
#include "rea-json-text.h"

#include <glib/gi18n-lib.h>

#include <inttypes.h>
#include <string.h>

/* A conversation with ten thousand long messages fits. */
#define MAX_LINE (16 * 1024 * 1024)

struct _ReaJsonLines
{
  ReaInputFile *file;
  ReaJsonText  *text;
  GString      *line;
  gint64        number;
};

/**
 * rea_json_lines_open:
 * @path: a file
 * @error: %REA_ERROR_NOT_FOUND or %REA_ERROR_IO
 *
 * Returns: (transfer full) (nullable): the file, of which nothing is read yet
 */
ReaJsonLines *
rea_json_lines_open (const char *path, GError **error)
{
  g_autoptr (ReaInputFile) file = rea_input_file_open (path, NULL, error);
  ReaJsonLines *self = NULL;

  if (file == NULL)
    return NULL;

  self = g_new0 (ReaJsonLines, 1);
  self->file = g_steal_pointer (&file);
  self->text = rea_json_text_new ();
  self->line = g_string_new (NULL);

  return self;
}

void
rea_json_lines_close (ReaJsonLines *self)
{
  rea_input_file_close (self->file);
  rea_json_text_free (self->text);
  g_string_free (self->line, TRUE);
  g_free (self);
}

/* Reads a line without its end; %TRUE and an @ended of %TRUE behind the last. */
static gboolean
read_line (ReaJsonLines *self, gboolean *ended, GError **error)
{
  const char *newline = NULL;

  g_string_truncate (self->line, 0);
  *ended = FALSE;
  self->number++;

  while (newline == NULL)
    {
      gsize       length = 0;
      const char *data = NULL;

      data = rea_input_file_peek (self->file, &length);
      if (length == 0)
        {
          if (!rea_input_file_fill (self->file, error))
            return FALSE;

          data = rea_input_file_peek (self->file, &length);
          if (length == 0)
            {
              *ended = self->line->len == 0;
              return TRUE;
            }
        }

      newline = memchr (data, '\n', length);
      if (newline != NULL)
        length = newline - data;

      if (self->line->len + length > MAX_LINE)
        {
          g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                       /* TRANSLATORS: stops the import of a file. */
                       _ ("line %" PRId64 ": This is longer than 16 MiB."), self->number);
          return FALSE;
        }

      g_string_append_len (self->line, data, length);
      rea_input_file_skip (self->file, length + (newline != NULL));
    }

  return TRUE;
}

static gboolean
is_blank (const GString *line)
{
  for (gsize i = 0; i < line->len; i++)
    if (!g_ascii_isspace (line->str[i]))
      return FALSE;

  return TRUE;
}

/**
 * rea_json_lines_read:
 * @self: a file
 * @object: (out) (nullable) (transfer none): the next object, valid until the
 *   one after it is read, or %NULL behind the last
 * @error: %REA_ERROR_INVALID, naming the line, or %REA_ERROR_IO
 *
 * Blank lines are passed over.
 *
 * Returns: %FALSE if the file cannot be read on
 */
gboolean
rea_json_lines_read (ReaJsonLines *self, JsonObject **object, GError **error)
{
  gboolean  ended = FALSE;
  JsonNode *node = NULL;

  do
    {
      if (!read_line (self, &ended, error))
        return FALSE;

      if (self->number == 1 && g_str_has_prefix (self->line->str, "\xef\xbb\xbf"))
        g_string_erase (self->line, 0, 3);
    }
  while (!ended && is_blank (self->line));

  *object = NULL;
  if (ended)
    return TRUE;

  node = rea_json_text_parse (self->text, self->line->str, self->line->len, error);
  if (node != NULL && !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID, _ ("This has to be an object."));
      node = NULL;
    }

  if (node == NULL)
    {
      rea_json_lines_prefix_error (self, error);
      return FALSE;
    }

  *object = json_node_get_object (node);
  return TRUE;
}

/**
 * rea_json_lines_prefix_error:
 * @self: a file
 * @error: (nullable): an error about the object that was read last
 *
 * Puts the number of its line before the error's sentence.
 */
void
rea_json_lines_prefix_error (ReaJsonLines *self, GError **error)
{
  /* TRANSLATORS: what is wrong with that line of a file follows. */
  g_prefix_error (error, _ ("line %" PRId64 ": "), self->number);
}

const char *
rea_json_lines_get_path (ReaJsonLines *self)
{
  return rea_input_file_get_path (self->file);
}

gint64
rea_json_lines_get_done (ReaJsonLines *self)
{
  return rea_input_file_get_done (self->file);
}

gint64
rea_json_lines_get_total (ReaJsonLines *self)
{
  return rea_input_file_get_total (self->file);
}
