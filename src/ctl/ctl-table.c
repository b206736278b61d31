/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl-table.h"

#define GAP 2

typedef struct
{
  char    *title;
  CtlAlign align;
} Column;

struct _CtlTable
{
  GArray    *columns;
  GPtrArray *cells; /* row by row */
};

static void
clear_column (Column *column)
{
  g_free (column->title);
}

CtlTable *
ctl_table_new (void)
{
  CtlTable *self = g_new0 (CtlTable, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, (GDestroyNotify) clear_column);
  self->cells = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
ctl_table_free (CtlTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
ctl_table_add_column (CtlTable *self, const char *title, CtlAlign align)
{
  Column column = { g_strdup (title), align };

  g_array_append_val (self->columns, column);
}

/**
 * ctl_table_add_text:
 * @text: (nullable): the next cell; %NULL for none
 *
 * Fills the table row by row, from left to right.
 */
void
ctl_table_add_text (CtlTable *self, const char *text)
{
  g_ptr_array_add (self->cells, ctl_text_to_line (text != NULL ? text : ""));
}

void
ctl_table_add_number (CtlTable *self, gint64 number)
{
  g_ptr_array_add (self->cells, g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

/**
 * ctl_table_take_text:
 * @text: (transfer full): the next cell
 */
void
ctl_table_take_text (CtlTable *self, char *text)
{
  ctl_table_add_text (self, text);
  g_free (text);
}

/**
 * ctl_text_to_line:
 * @text: anything that somebody wrote
 *
 * What a terminal would take for an order or a line's end becomes a space, and
 * what turns the direction of a line is dropped: contacts write what they like.
 *
 * Returns: (transfer full): @text as a piece of one line
 */
char *
ctl_text_to_line (const char *text)
{
  GString *line = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029)
        g_string_append_c (line, ' ');
      else if (!((character >= 0x202a && character <= 0x202e) ||
                 (character >= 0x2066 && character <= 0x2069)))
        g_string_append_unichar (line, character);
    }

  return g_string_free (line, FALSE);
}

/**
 * ctl_text_get_width:
 * @text: a line
 *
 * Returns: how many cells of a terminal it takes
 */
guint
ctl_text_get_width (const char *text)
{
  guint width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_iswide (character))
        width += 2;
      else if (!g_unichar_iszerowidth (character))
        width += 1;
    }

  return width;
}

static void
print_spaces (GString *out, guint n)
{
  g_string_append_printf (out, "%*s", (int) n, "");
}

static void
print_row (const CtlTable *self, const char *const *cells, const guint *widths, GString *out)
{
  guint pending = 0; /* spaces that are due before the next thing in the row */

  for (guint i = 0; i < self->columns->len; i++)
    {
      CtlAlign align = g_array_index (self->columns, Column, i).align;
      guint    padding = widths[i] - ctl_text_get_width (cells[i]);

      if (align == CTL_ALIGN_RIGHT)
        pending += padding;

      if (*cells[i] != '\0')
        {
          print_spaces (out, pending);
          g_string_append (out, cells[i]);
          pending = 0;
        }

      if (align == CTL_ALIGN_LEFT)
        pending += padding;

      pending += GAP;
    }

  g_string_append_c (out, '\n');
}

/**
 * ctl_table_print:
 * @self: a table whose last row is whole
 * @out: what to append it to
 *
 * Prints the titles, if there are any, and the rows, no line ending in spaces.
 */
void
ctl_table_print (const CtlTable *self, GString *out)
{
  guint                   n_columns = self->columns->len;
  g_autofree guint       *widths = g_new0 (guint, n_columns);
  g_autofree const char **titles = g_new0 (const char *, n_columns);
  const char *const      *cells = (const char *const *) self->cells->pdata;
  gboolean                any_title = FALSE;

  g_return_if_fail (self->cells->len % n_columns == 0);

  for (guint i = 0; i < n_columns; i++)
    {
      titles[i] = g_array_index (self->columns, Column, i).title;
      widths[i] = ctl_text_get_width (titles[i]);
      any_title = any_title || *titles[i] != '\0';
    }

  for (guint i = 0; i < self->cells->len; i++)
    widths[i % n_columns] = MAX (widths[i % n_columns], ctl_text_get_width (cells[i]));

  if (any_title)
    print_row (self, titles, widths, out);

  for (guint i = 0; i < self->cells->len; i += n_columns)
    print_row (self, cells + i, widths, out);
}
