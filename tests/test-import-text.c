/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-import-text.h"

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_summary (void)
{
  ReaContactsCheck check = { .n_rows = 1, .n_good = 1 };

  assert_text (rea_import_text_summary (&check), "1 row: 1 becomes a conversation.");

  check.n_rows = 5012;
  check.n_good = 4981;
  check.n_faulty = 31;
  assert_text (rea_import_text_summary (&check),
               "5,012 rows: 4,981 become conversations, 31 are rejected.");

  check.n_opted_out = 5;
  assert_text (rea_import_text_summary (&check),
               "5,012 rows: 4,981 become conversations, 31 are rejected. 5 have opted out and "
               "come in closed.");
}

static void
test_faults (void)
{
  g_autoptr (GPtrArray) faulty = g_ptr_array_new ();
  ReaContactsCheck check = { .faulty = faulty };

  assert_text (rea_import_text_faults (&check), "");

  check.n_faulty = 3;
  check.n[REA_FAULT_NO_PHONE] = 2;
  check.n[REA_FAULT_TWICE] = 1;
  g_ptr_array_set_size (faulty, 3);
  assert_text (rea_import_text_faults (&check), "2 without a phone number, 1 in the file twice");

  check.n_faulty = 4000;
  g_ptr_array_set_size (faulty, 1000);
  assert_text (rea_import_text_faults (&check),
               "2 without a phone number, 1 in the file twice; the first 1,000 are shown");
}

static void
test_done (void)
{
  assert_text (rea_import_text_button (1), "Import 1 Contact");
  assert_text (rea_import_text_button (4981), "Import 4,981 Contacts");
  assert_text (rea_import_text_done (1, 0), "1 contact imported");
  assert_text (rea_import_text_done (4981, 31), "4,981 contacts imported, 31 rows rejected");
  assert_text (rea_import_text_exported (2, "/tmp/a.csv"), "2 conversations exported to “a.csv”");
  assert_text (rea_import_text_saved (1, "/tmp/a.csv"),
               "1 row is in “a.csv” now: correct it there and import that file.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-text/summary", test_summary);
  g_test_add_func ("/import-text/faults", test_faults);
  g_test_add_func ("/import-text/done", test_done);

  return g_test_run ();
}
