/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-contact-fields.h"

static void
assert_field (GPtrArray *fields, guint i, const char *name, const char *value)
{
  const ReaContactField *field = g_ptr_array_index (fields, i);

  g_assert_cmpstr (field->name, ==, name);
  g_assert_cmpstr (field->value, ==, value);
}

/* In the order of the file, and written as there: what looks like markup is text. */
static void
test_order (void)
{
  g_autoptr (GPtrArray) fields = rea_contact_fields_list (
      "{\"Ward\":\"4\",\"Polling place\":\"<b>Main</b> & Oak\",\"Age\":\" 61 \"}");

  g_assert_cmpuint (fields->len, ==, 3);
  assert_field (fields, 0, "Ward", "4");
  assert_field (fields, 1, "Polling place", "<b>Main</b> & Oak");
  assert_field (fields, 2, "Age", "61");
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) fields =
      rea_contact_fields_list ("{\"A\":\"\",\"B\":\"  \",\"C\":null,\"D\":\"x\"}");

  g_assert_cmpuint (fields->len, ==, 1);
  assert_field (fields, 0, "D", "x");
}

/* Another program may have written the file of a campaign. */
static void
test_other_values (void)
{
  g_autoptr (GPtrArray) fields = rea_contact_fields_list ("{\"Age\":61,\"Tags\":[\"a\",\"b\"]}");

  g_assert_cmpuint (fields->len, ==, 2);
  assert_field (fields, 0, "Age", "61");
  assert_field (fields, 1, "Tags", "[\"a\",\"b\"]");
}

static void
test_none (void)
{
  const char *nothing[] = { NULL, "", "{}", "[]", "{\"A\":" };

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr (GPtrArray) fields = rea_contact_fields_list (nothing[i]);

      g_assert_cmpuint (fields->len, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contact-fields/order", test_order);
  g_test_add_func ("/contact-fields/empty", test_empty);
  g_test_add_func ("/contact-fields/other-values", test_other_values);
  g_test_add_func ("/contact-fields/none", test_none);

  return g_test_run ();
}
