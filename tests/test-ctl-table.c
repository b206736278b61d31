/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl-table.h"

static void
test_width (void)
{
  g_assert_cmpuint (ctl_text_get_width (""), ==, 0);
  g_assert_cmpuint (ctl_text_get_width ("Zoë"), ==, 3);
  g_assert_cmpuint (ctl_text_get_width ("Zoe\u0308"), ==, 3);
  g_assert_cmpuint (ctl_text_get_width ("山田太郎"), ==, 8);
  g_assert_cmpuint (ctl_text_get_width ("ﾔﾏﾀﾞ"), ==, 4);
  g_assert_cmpuint (ctl_text_get_width ("a\u200bb"), ==, 2);
  g_assert_cmpuint (ctl_text_get_width ("→ —"), ==, 3);
}

static void
test_line (void)
{
  static const struct
  {
    const char *text;
    const char *line;
  } cases[] = {
    { "Ann", "Ann" },
    { "two\nlines\r\n", "two lines  " },
    { "a\tb", "a b" },
    { "\033[31mred\a", " [31mred " },
    { "next\xc2\x85\u2028\u2029", "next   " },
    { "\u202eevil\u202c\u2066x\u2069", "evilx" },
    { "\u0645\u062d\u0645\u062f", "\u0645\u062d\u0645\u062f" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = ctl_text_to_line (cases[i].text);

      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

static void
test_print (void)
{
  g_autoptr (CtlTable) table = ctl_table_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  ctl_table_add_column (table, "Name", CTL_ALIGN_LEFT);
  ctl_table_add_column (table, "Total", CTL_ALIGN_RIGHT);
  ctl_table_add_column (table, "Sender", CTL_ALIGN_LEFT);
  ctl_table_add_column (table, "Gave", CTL_ALIGN_RIGHT);
  ctl_table_add_column (table, "", CTL_ALIGN_LEFT);

  ctl_table_add_text (table, "山田");
  ctl_table_add_number (table, 1234567);
  ctl_table_add_text (table, "a@example.org");
  ctl_table_add_number (table, -3);
  ctl_table_add_text (table, "x\ny");

  ctl_table_add_text (table, "Zoe\u0308");
  ctl_table_add_number (table, 0);
  ctl_table_add_text (table, NULL);
  ctl_table_add_text (table, NULL);
  ctl_table_take_text (table, NULL);

  ctl_table_print (table, out);
  g_assert_cmpstr (out->str, ==,
                   "Name    Total  Sender         Gave\n"
                   "山田  1234567  a@example.org    -3  x y\n"
                   "Zoe\u0308         0\n");
}

/* A list of facts has no titles, and no line for them. */
static void
test_without_titles (void)
{
  g_autoptr (CtlTable) table = ctl_table_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  ctl_table_add_column (table, "", CTL_ALIGN_LEFT);
  ctl_table_add_column (table, "", CTL_ALIGN_LEFT);
  ctl_table_add_text (table, "Title");
  ctl_table_add_text (table, "Spring");
  ctl_table_add_text (table, "State");
  ctl_table_add_text (table, "active");

  ctl_table_print (table, out);
  g_assert_cmpstr (out->str, ==, "Title  Spring\nState  active\n");
}

static void
test_empty (void)
{
  g_autoptr (CtlTable) table = ctl_table_new ();
  g_autoptr (GString) out = g_string_new ("before\n");

  ctl_table_add_column (table, "Name", CTL_ALIGN_LEFT);
  ctl_table_print (table, out);
  g_assert_cmpstr (out->str, ==, "before\nName\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ctl-table/width", test_width);
  g_test_add_func ("/ctl-table/line", test_line);
  g_test_add_func ("/ctl-table/print", test_print);
  g_test_add_func ("/ctl-table/without-titles", test_without_titles);
  g_test_add_func ("/ctl-table/empty", test_empty);

  return g_test_run ();
}
