/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-json-text.h"

#include "rea-error.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* No file of ours goes deeper. json-glib calls itself for each level, so that a
 * million brackets would overflow the stack.
 */
#define MAX_DEPTH 16

/* json-glib takes comments, other quotes, several values and cut-off strings for
 * JSON, and of two members with one name it drops the first. So the text is
 * looked at before, and its objects are counted after.
 */
struct _ReaJsonText
{
  JsonParser *parser;
  guint       sizes[MAX_DEPTH + 1];
  guint       depth;
  char       *repeated;
};

static void
object_start_cb (JsonParser *parser, gpointer user_data)
{
  ReaJsonText *self = user_data;

  self->sizes[++self->depth] = 0;
}

static void
object_member_cb (JsonParser *parser, JsonObject *object, const char *name, gpointer user_data)
{
  ReaJsonText *self = user_data;

  /* The member is there already; a repeated one did not make the object larger. */
  if (json_object_get_size (object) != ++self->sizes[self->depth] && self->repeated == NULL)
    self->repeated = g_strdup (name);
}

static void
object_end_cb (JsonParser *parser, JsonObject *object, gpointer user_data)
{
  ReaJsonText *self = user_data;

  self->depth--;
}

ReaJsonText *
rea_json_text_new (void)
{
  ReaJsonText *self = g_new0 (ReaJsonText, 1);

  self->parser = json_parser_new ();
  g_signal_connect (self->parser, "object-start", G_CALLBACK (object_start_cb), self);
  g_signal_connect (self->parser, "object-member", G_CALLBACK (object_member_cb), self);
  g_signal_connect (self->parser, "object-end", G_CALLBACK (object_end_cb), self);

  return self;
}

void
rea_json_text_free (ReaJsonText *self)
{
  g_object_unref (self->parser);
  g_free (self->repeated);
  g_free (self);
}

/* The code of the escape \uXXXX at @p, or -1. */
static int
read_code (const char *p, const char *end)
{
  int code = 0;

  if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
    return -1;

  for (int i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return -1;
      code = code * 16 + g_ascii_xdigit_value (p[i]);
    }

  return code;
}

/* Skips an escape: no NUL, and surrogates in pairs only. */
static const char *
skip_escape (const char *p, const char *end)
{
  int code = 0;

  if (end - p < 2)
    return NULL;
  if (p[1] != 'u')
    return strchr ("\"\\/bfnrt", p[1]) != NULL ? p + 2 : NULL;

  code = read_code (p, end);
  if (code <= 0 || (code >= 0xdc00 && code <= 0xdfff))
    return NULL;
  if (code < 0xd800 || code > 0xdbff)
    return p + 6;

  code = read_code (p + 6, end);
  return code >= 0xdc00 && code <= 0xdfff ? p + 12 : NULL;
}

/* Skips a string from behind its first quote to behind its last. */
static const char *
skip_string (const char *p, const char *end)
{
  while (p != NULL && p < end && *p != '"')
    {
      if ((guchar) *p < ' ')
        return NULL;
      p = *p == '\\' ? skip_escape (p, end) : p + 1;
    }

  return p != NULL && p < end ? p + 1 : NULL;
}

/* Whether the text is one value that ends where the text ends, of nothing but
 * JSON's own characters. What stands where is for json-glib to see.
 */
static gboolean
is_one_value (const char *text, gsize length)
{
  const char *end = text + length;
  guint       depth = 0;
  gboolean    has_ended = FALSE;

  for (const char *p = text; p < end;)
    {
      char c = *p++;

      if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
        continue;
      if (has_ended)
        return FALSE;

      if (c == '{' || c == '[')
        {
          if (++depth > MAX_DEPTH)
            return FALSE;
        }
      else if (depth == 0)
        return FALSE;
      else if (c == '}' || c == ']')
        has_ended = --depth == 0;
      else if (c == '"')
        {
          p = skip_string (p, end);
          if (p == NULL)
            return FALSE;
        }
      else if (strchr (":,+-.", c) == NULL && !g_ascii_isalnum (c))
        return FALSE;
    }

  return has_ended;
}

/**
 * rea_json_text_parse:
 * @self: what reads JSON
 * @text: a JSON text that is an object or an array
 * @length: how long it is
 * @error: %REA_ERROR_INVALID
 *
 * Returns: (transfer none) (nullable): the value, valid until the next is read
 */
JsonNode *
rea_json_text_parse (ReaJsonText *self, const char *text, gsize length, GError **error)
{
  self->depth = 0;
  g_clear_pointer (&self->repeated, g_free);

  if (!g_utf8_validate_len (text, length, NULL))
    g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID, _ ("This is not UTF-8."));
  else if (!is_one_value (text, length) ||
           !json_parser_load_from_data (self->parser, text, length, NULL))
    g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID,
                         /* TRANSLATORS: about a line of a file. */
                         _ ("This is no JSON, or it is cut off."));
  else if (self->repeated != NULL)
    g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                 /* TRANSLATORS: about an object of JSON; %s is a name in it. */
                 _ ("Two members are called “%s”."), self->repeated);
  else
    return json_parser_get_root (self->parser);

  return NULL;
}
