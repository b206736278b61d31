/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-error.h"

#include <glib.h>

/* The codes of command-line.md, which stay. */
static const struct
{
  ReaError    code;
  const char *name;
} codes[] = {
  { REA_ERROR_USAGE, "usage" },
  { REA_ERROR_NOT_FOUND, "not-found" },
  { REA_ERROR_AMBIGUOUS, "ambiguous" },
  { REA_ERROR_INVALID, "invalid" },
  { REA_ERROR_TOO_FEW, "too-few" },
  { REA_ERROR_NOBODY, "nobody" },
  { REA_ERROR_CHANGED, "changed" },
  { REA_ERROR_NOT_PERMITTED, "not-permitted" },
  { REA_ERROR_WRONG_STATE, "wrong-state" },
  { REA_ERROR_BUSY, "busy" },
  { REA_ERROR_CORRUPT, "corrupt" },
  { REA_ERROR_TOO_NEW, "too-new" },
  { REA_ERROR_IO, "io" },
};

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (REA_ERROR, codes[i].code, "No.");

      g_assert_cmpstr (rea_error_code_name (error), ==, codes[i].name);
    }
}

static void
test_foreign_is_io (void)
{
  g_autoptr (GError) file = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOENT, "No.");
  g_autoptr (GError) converted =
      g_error_new_literal (G_CONVERT_ERROR, G_CONVERT_ERROR_NO_MEMORY, "No.");

  g_assert_cmpstr (rea_error_code_name (file), ==, "io");
  g_assert_cmpstr (rea_error_code_name (converted), ==, "io");
}

static void
test_own_domain (void)
{
  g_assert_cmpuint (REA_ERROR, !=, 0);
  g_assert_cmpuint (REA_ERROR, !=, G_CONVERT_ERROR);
  g_assert_cmpuint (REA_ERROR, ==, rea_error_quark ());
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error/names", test_names);
  g_test_add_func ("/error/foreign-is-io", test_foreign_is_io);
  g_test_add_func ("/error/own-domain", test_own_domain);

  return g_test_run ();
}
