/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-address.h"

/* What was found, an address a line: e-mail|first|last, with a ! before what is none. */
static void
assert_found (const char *text, const char *expected)
{
  g_autoptr (GPtrArray) addresses = rea_addresses_parse (text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < addresses->len; i++)
    {
      const ReaAddress *address = g_ptr_array_index (addresses, i);

      g_string_append_printf (found, "%s%s%s|%s|%s", i > 0 ? "\n" : "",
                              address->is_valid ? "" : "!", address->email,
                              address->first_name != NULL ? address->first_name : "",
                              address->last_name != NULL ? address->last_name : "");
    }

  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_separators (void)
{
  const char *three = "a@x.org||\nb@x.org||\nc@x.org||";

  assert_found ("", "");
  assert_found (" \n,; \r\n", "");
  assert_found ("a@x.org", "a@x.org||");
  assert_found ("a@x.org,b@x.org;c@x.org", three);
  assert_found ("a@x.org b@x.org\tc@x.org", three);
  assert_found ("a@x.org\r\nb@x.org\r\n\r\nc@x.org\n", three);
  assert_found (" a@x.org ,\n b@x.org ; , c@x.org,", three);
}

static void
test_names (void)
{
  assert_found ("Ann Lee <ann@x.org>", "ann@x.org|Ann|Lee");
  assert_found ("Ann Mary Lee <ann@x.org>, Bo <bo@x.org>", "ann@x.org|Ann Mary|Lee\nbo@x.org|Bo|");
  assert_found ("\"Lee, Ann\" <ann@x.org>; <bo@x.org>", "ann@x.org|Ann|Lee\nbo@x.org||");
  assert_found ("Ann Lee <ann@x.org> Bo Ray <bo@x.org>", "ann@x.org|Ann|Lee\nbo@x.org|Bo|Ray");
  assert_found ("Ann\tLee\tann@x.org\nBo\tRay\tbo@x.org", "ann@x.org|Ann|Lee\nbo@x.org|Bo|Ray");
  assert_found ("\"Ann Lee <ann@x.org>\nbo@x.org", "ann@x.org|Ann|Lee\nbo@x.org||");
}

static void
test_slips (void)
{
  assert_found ("ann, a@x.org", "!ann||\na@x.org||");
  assert_found ("a@x@y", "!a@x@y||");
  assert_found ("Ann Lee <ann>", "!ann|Ann|Lee");
  assert_found ("<>", "!||");
  assert_found ("a@x.org, A@X.ORG, b@x.org", "a@x.org||\nb@x.org||");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address/separators", test_separators);
  g_test_add_func ("/address/names", test_names);
  g_test_add_func ("/address/slips", test_slips);

  return g_test_run ();
}
