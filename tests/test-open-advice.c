/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-open-advice.h"

#include "rea-error.h"

static void
test_advice (void)
{
  const int codes[] = { REA_ERROR_CORRUPT, REA_ERROR_TOO_NEW, REA_ERROR_BUSY, REA_ERROR_IO,
                        REA_ERROR_NOT_FOUND };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (REA_ERROR, codes[i], "It cannot be opened.");
      g_autofree char *text = rea_open_advice (error);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      g_assert_cmpuint (g_strv_length (lines), ==, 2);
      g_assert_cmpstr (lines[0], ==, "It cannot be opened.");
      g_assert_true (g_str_has_suffix (lines[1], "."));
    }
}

static void
test_other (void)
{
  g_autoptr (GError) error =
      g_error_new_literal (REA_ERROR, REA_ERROR_INVALID, "It cannot be opened.");
  g_autofree char *text = rea_open_advice (error);

  g_assert_cmpstr (text, ==, "It cannot be opened.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/open-advice/advice", test_advice);
  g_test_add_func ("/open-advice/other", test_other);

  return g_test_run ();
}
