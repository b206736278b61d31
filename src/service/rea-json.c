/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-json.h"

#include "rea-time.h"

#include <string.h>

/**
 * rea_json_append_string:
 * @json: JSON so far
 * @text: valid UTF-8
 *
 * Appends @text as a string of JSON; always in the same way, so that what was
 * read is written as it was.
 */
void
rea_json_append_string (GString *json, const char *text)
{
  static const char *const escapes[' '] = {
    ['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n", ['\f'] = "\\f", ['\r'] = "\\r",
  };
  const char *plain = text;

  g_string_append_c (json, '"');

  for (const char *p = text; *p != '\0'; p++)
    {
      guchar c = *p;

      if (c >= ' ' && c != '"' && c != '\\')
        continue;

      g_string_append_len (json, plain, p - plain);
      plain = p + 1;

      if (c >= ' ')
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, c);
        }
      else if (escapes[c] != NULL)
        g_string_append (json, escapes[c]);
      else
        g_string_append_printf (json, "\\u%04x", c);
    }

  g_string_append (json, plain);
  g_string_append_c (json, '"');
}

/**
 * rea_json_append_member:
 * @json: JSON so far, within an object
 * @name: the name of its next member
 *
 * Appends what stands before the member's value.
 */
void
rea_json_append_member (GString *json, const char *name)
{
  if (json->str[json->len - 1] != '{')
    g_string_append_c (json, ',');

  rea_json_append_string (json, name);
  g_string_append_c (json, ':');
}

/**
 * rea_json_append_text:
 * @json: JSON so far, within an object
 * @name: the name of a member
 * @text: (nullable): its value; %NULL is null
 *
 * Appends a member.
 */
void
rea_json_append_text (GString *json, const char *name, const char *text)
{
  rea_json_append_member (json, name);

  if (text == NULL)
    g_string_append (json, "null");
  else
    rea_json_append_string (json, text);
}

/**
 * rea_json_append_time:
 * @json: JSON so far, within an object
 * @name: the name of a member
 * @time: its value; %REA_TIME_NONE is null
 *
 * Appends a member.
 */
void
rea_json_append_time (GString *json, const char *name, gint64 time)
{
  g_autofree char *text = rea_time_format (time);

  rea_json_append_text (json, name, text);
}

void
rea_json_append_boolean (GString *json, const char *name, gboolean value)
{
  rea_json_append_member (json, name);
  g_string_append (json, value ? "true" : "false");
}
