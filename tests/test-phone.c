/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-phone.h"

static void
test_e164 (void)
{
  const char *good[] = { "+12025550123", "+1234567", "+123456789012345", "+0000000" };
  const char *bad[] = { "",
                        "+",
                        "12025550123",
                        "+123456",
                        "+1 2025550123",
                        "+1234567890123456",
                        "+12025550123 ",
                        "+1202555012a",
                        "++12025550123",
                        "00442079460958" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (rea_phone_is_e164 (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (rea_phone_is_e164 (bad[i]));
}

static void
test_parse (void)
{
  const struct
  {
    const char *text;
    const char *country;
    const char *phone;
  } cases[] = {
    { "+12025550123", "US", "+12025550123" },
    { "+999999999999999", "US", "+999999999999999" },
    { "2025550123", "US", "+12025550123" },
    { "(202) 555-0123", "US", "+12025550123" },
    { "1-202-555-0123", "US", "+12025550123" },
    { "+1 202 555 0123", "DE", "+12025550123" },
    { "011 44 20 7946 0958", "US", "+442079460958" },
    { "020 7946 0958", "GB", "+442079460958" },
    { "030 901820", "DE", "+4930901820" },
    { "02 1234 5678", "IT", "+390212345678" },
    { "555-0123", "US", NULL },
    { "12", "US", NULL },
    { "202555012", "US", NULL },
    { "202555012345", "US", NULL },
    { "no phone", "US", NULL },
    { "", "US", NULL },
    { "2025550123", "XX", NULL },
    { "+1234567890123456", "US", NULL },
    { "2025550123", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *phone = rea_phone_parse (cases[i].text, cases[i].country);

      g_test_message ("%s in %s", cases[i].text, cases[i].country);
      g_assert_cmpstr (phone, ==, cases[i].phone);
    }
}

static void
test_countries (void)
{
  g_assert_true (rea_phone_knows_country ("US"));
  g_assert_true (rea_phone_knows_country ("GB"));
  g_assert_false (rea_phone_knows_country ("XX"));
  g_assert_false (rea_phone_knows_country ("us"));
  g_assert_false (rea_phone_knows_country ("USA"));
  g_assert_false (rea_phone_knows_country (""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/phone/e164", test_e164);
  g_test_add_func ("/phone/parse", test_parse);
  g_test_add_func ("/phone/countries", test_countries);

  return g_test_run ();
}
