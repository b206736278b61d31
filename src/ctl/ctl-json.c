/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl-json.h"

#include "rea-time.h"

struct _CtlJson
{
  GString *text;
  gboolean follows; /* whether what comes next stands behind something */
};

CtlJson *
ctl_json_new (void)
{
  CtlJson *self = g_new0 (CtlJson, 1);

  self->text = g_string_new (NULL);

  return self;
}

void
ctl_json_free (CtlJson *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

const char *
ctl_json_get_text (const CtlJson *self)
{
  return self->text->str;
}

/* A character that stands for itself takes itself; all bytes of UTF-8 beyond
 * ASCII do.
 */
static void
write_string (GString *text, const char *value)
{
  g_string_append_c (text, '"');

  for (const char *c = value; *c != '\0'; c++)
    switch (*c)
      {
      case '"':
      case '\\':
        g_string_append_c (text, '\\');
        g_string_append_c (text, *c);
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      case '\r':
        g_string_append (text, "\\r");
        break;
      case '\t':
        g_string_append (text, "\\t");
        break;
      default:
        if ((guchar) *c < 0x20 || *c == 0x7f)
          g_string_append_printf (text, "\\u%04x", (guint) *c);
        else
          g_string_append_c (text, *c);
      }

  g_string_append_c (text, '"');
}

static void
begin_value (CtlJson *self, const char *name)
{
  if (self->follows)
    g_string_append (self->text, ", ");

  if (name != NULL)
    {
      write_string (self->text, name);
      g_string_append (self->text, ": ");
    }

  self->follows = TRUE;
}

void
ctl_json_begin_object (CtlJson *self, const char *name)
{
  begin_value (self, name);
  g_string_append_c (self->text, '{');
  self->follows = FALSE;
}

void
ctl_json_end_object (CtlJson *self)
{
  g_string_append_c (self->text, '}');
  self->follows = TRUE;
}

void
ctl_json_begin_list (CtlJson *self, const char *name)
{
  begin_value (self, name);
  g_string_append_c (self->text, '[');
  self->follows = FALSE;
}

void
ctl_json_end_list (CtlJson *self)
{
  g_string_append_c (self->text, ']');
  self->follows = TRUE;
}

/**
 * ctl_json_add_string:
 * @value: (nullable): valid UTF-8; %NULL is null
 */
void
ctl_json_add_string (CtlJson *self, const char *name, const char *value)
{
  begin_value (self, name);

  if (value != NULL)
    write_string (self->text, value);
  else
    g_string_append (self->text, "null");
}

void
ctl_json_add_number (CtlJson *self, const char *name, gint64 value)
{
  begin_value (self, name);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

/**
 * ctl_json_add_share:
 * @value: a part of one
 *
 * Adds a number with four decimals, whatever the language.
 */
void
ctl_json_add_share (CtlJson *self, const char *name, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  begin_value (self, name);
  g_string_append (self->text, g_ascii_formatd (buffer, sizeof buffer, "%.4f", value));
}

void
ctl_json_add_boolean (CtlJson *self, const char *name, gboolean value)
{
  begin_value (self, name);
  g_string_append (self->text, value ? "true" : "false");
}

void
ctl_json_add_null (CtlJson *self, const char *name)
{
  begin_value (self, name);
  g_string_append (self->text, "null");
}

/**
 * ctl_json_add_raw:
 * @json: a value that is JSON already
 */
void
ctl_json_add_raw (CtlJson *self, const char *name, const char *json)
{
  begin_value (self, name);
  g_string_append (self->text, json);
}

/**
 * ctl_json_add_time:
 * @value: a moment, or %REA_TIME_NONE for null
 */
void
ctl_json_add_time (CtlJson *self, const char *name, gint64 value)
{
  g_autofree char *text = rea_time_format (value);

  ctl_json_add_string (self, name, text);
}

/**
 * ctl_json_add_id:
 * @value: the number of something, or 0 for null
 */
void
ctl_json_add_id (CtlJson *self, const char *name, gint64 value)
{
  if (value != 0)
    ctl_json_add_number (self, name, value);
  else
    ctl_json_add_null (self, name);
}
