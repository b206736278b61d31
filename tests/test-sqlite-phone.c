/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-phone.h"

static void
test_both_ways (void)
{
  const struct
  {
    const char *phone;
    gint64      number;
  } cases[] = {
    { "+12025550123", G_GINT64_CONSTANT (112025550123) },
    { "+0000000", G_GINT64_CONSTANT (10000000) },
    { "+00491701234567", G_GINT64_CONSTANT (100491701234567) },
    { "+999999999999999", G_GINT64_CONSTANT (1999999999999999) },
    { "+1", 11 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *phone = rea_sqlite_phone_from_number (cases[i].number);

      g_assert_cmpint (rea_sqlite_phone_to_number (cases[i].phone), ==, cases[i].number);
      g_assert_cmpstr (phone, ==, cases[i].phone);
    }
}

/* What is no phone is never taken for one that the store keeps. */
static void
test_no_phone (void)
{
  const char *texts[] = { "",
                          "+",
                          "12025550123",
                          "+1 202 555 0123",
                          "+1x",
                          "++1",
                          "stop",
                          "-1",
                          "+1\n",
                          "+9999999999999999",
                          "+99999999999999999999999999" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpint (rea_sqlite_phone_to_number (texts[i]), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sqlite-phone/both-ways", test_both_ways);
  g_test_add_func ("/sqlite-phone/no-phone", test_no_phone);

  return g_test_run ();
}
