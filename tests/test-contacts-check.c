/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange-fixture.h"
#include "rea-contacts-check.h"

static ReaContactsFile *
look_at (Fixture *fixture, const char *name)
{
  g_autofree char *path = fixture_path (fixture, name);
  g_autoptr (GError) error = NULL;
  ReaContactsFile *file = rea_contacts_file_look (path, NULL, 0, REA_HEADER_GUESS, NULL, &error);

  g_assert_no_error (error);
  return file;
}

static ReaContactsCheck *
check_file (Fixture *fixture, const ReaContactsFile *file, const char *faulty_path)
{
  g_autoptr (GError) error = NULL;
  ReaContactsCheck *check =
      rea_session_check_contacts_file (fixture->session, fixture->campaign, NULL, file, faulty_path,
                                       NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return check;
}

static void
import_csv (Fixture *fixture, const char *csv)
{
  g_autofree char *path = fixture_path (fixture, "before.csv");
  g_autoptr (ReaImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  fixture_write (fixture, "before.csv", csv, -1);
  g_assert_true (rea_session_import_contacts (fixture->session, fixture->campaign, path, FALSE,
                                              NULL, NULL, NULL, &report, &error));
  g_assert_no_error (error);
}

#define BEFORE "phone,opted out\n+12025550001,\n+12025550002,yes\n+12025550003,\n+12025550004,\n"

static void
test_reasons (Fixture *fixture, gconstpointer data)
{
  const char      *reasons[] = { "There is no phone number.",
                                 "“12” is no possible phone number in US.",
                                 "The phone number is the same as in line 2.",
                                 "The campaign has the phone number +12025550001 already.",
                                 "“cy@example.org” is no sender of this campaign.",
                                 "The row has 4 cells, the header has 3." };
  const gint64     lines[] = { 3, 4, 5, 7, 8, 9 };
  g_autofree char *faulty_path = fixture_path (fixture, "faulty.csv");
  g_autofree char *faulty = NULL;
  g_autoptr (ReaContactsFile) file = NULL;
  g_autoptr (ReaContactsCheck) check = NULL;

  import_csv (fixture, BEFORE);
  fixture_write (fixture, "in.csv",
                 "cell;sender;city\r\n"
                 "(202) 555-0101;ann@example.org;A\r\n"
                 ";;\"two\r\n"
                 "12;;lines\"\r\n"
                 "+12025550101;;C\r\n"
                 "\r\n"
                 "202-555-0001;;D\r\n"
                 "+12025550105;cy@example.org;E\r\n"
                 "+12025550106;;F;\r\n"
                 "+12025550107;bo@example.org;G",
                 -1);
  file = look_at (fixture, "in.csv");
  check = check_file (fixture, file, faulty_path);

  g_assert_cmpint (check->n_rows, ==, 7);
  g_assert_cmpint (check->n_good, ==, 2);
  g_assert_cmpint (check->n_faulty, ==, 5);
  g_assert_cmpint (check->n[REA_FAULT_NO_PHONE], ==, 1);
  g_assert_cmpint (check->n[REA_FAULT_BAD_PHONE], ==, 0);
  g_assert_cmpint (check->n[REA_FAULT_TWICE], ==, 1);
  g_assert_cmpint (check->n[REA_FAULT_PRESENT], ==, 1);
  g_assert_cmpint (check->n[REA_FAULT_OTHER], ==, 2);

  for (guint i = 0, k = 0; i < G_N_ELEMENTS (reasons); i++)
    if (i != 1)
      {
        const ReaFaultyRow *row = g_ptr_array_index (check->faulty, k++);

        g_assert_cmpint (row->line, ==, lines[i]);
        g_assert_cmpstr (row->reason, ==, reasons[i]);
      }

  g_assert_cmpstr (((ReaFaultyRow *) g_ptr_array_index (check->faulty, 0))->text, ==,
                   ";;\"two  12;;lines\"");

  faulty = fixture_read (fixture, "faulty.csv");
  g_assert_cmpstr (faulty, ==,
                   "\xef\xbb\xbf"
                   "cell;sender;city\r\n"
                   ";;\"two\r\n"
                   "12;;lines\"\r\n"
                   "+12025550101;;C\r\n"
                   "202-555-0001;;D\r\n"
                   "+12025550105;cy@example.org;E\r\n"
                   "+12025550106;;F;\r\n");
}

static char *
make_cell (guint n)
{
  static const char *const cells[] = { "",           "Ann", "O'Hara",        "\"a;b,c\"",
                                       "\"x\"\"y\"", "Zoë", "\"two\nlines\"" };

  return g_strdup (cells[n % G_N_ELEMENTS (cells)]);
}

static char *
make_phone (void)
{
  guint n = g_test_rand_int_range (0, 60);

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return g_strdup ("");
    case 1:
      return g_strdup ("12");
    case 2:
      return g_strdup_printf ("(202) 555-%04u", n);
    default:
      return g_strdup_printf ("+1202555%04u", n);
    }
}

/* A random file with all that can be wrong with one. */
static void
write_random (Fixture *fixture, char separator, const char *encoding)
{
  static const char *const senders[] = { "", "ann@example.org", "BO@example.org",
                                         "cy@example.org" };
  static const char *const statuses[] = { "", "messaged", "needs_reply", "closed", "odd" };
  static const char *const flags[] = { "", "", "yes", "no", "perhaps" };
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autofree char *bytes = NULL;
  gsize            length = 0;
  guint            n = g_test_rand_int_range (0, 120);

  g_string_append_printf (csv, "first%cphone%csender%cstatus%copted out%czoë\n", separator,
                          separator, separator, separator, separator);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *first = make_cell (g_test_rand_int ());
      g_autofree char *phone = make_phone ();
      g_autofree char *city = make_cell (g_test_rand_int ());

      g_string_append_printf (csv, "%s%c%s%c%s%c%s%c%s%c%s", first, separator, phone, separator,
                              senders[g_test_rand_int_range (0, 4)], separator,
                              statuses[g_test_rand_int_range (0, 5)], separator,
                              flags[g_test_rand_int_range (0, 5)], separator, city);
      if (g_test_rand_int_range (0, 20) == 0)
        g_string_append_c (csv, separator);
      if (g_test_rand_int_range (0, 30) == 0)
        g_string_append (csv, "\"more\" text");
      g_string_append (csv, g_test_rand_bit () ? "\n" : "\r\n");
      if (g_test_rand_int_range (0, 20) == 0)
        g_string_append (csv, "\n");
    }

  bytes = g_convert (csv->str, csv->len, encoding, "UTF-8", NULL, &length, NULL);
  g_assert_nonnull (bytes);
  fixture_write (fixture, "in.csv", bytes, length);
}

static gint64
count_opted_out (Fixture *fixture, gint64 campaign)
{
  g_autoptr (ReaOverview) overview = rea_session_get_overview (fixture->session, campaign, NULL);

  return overview->campaign->opted_out;
}

static void
compare (Fixture *fixture, const ReaContactsFile *file, gboolean is_new)
{
  g_autofree char *faulty_path = fixture_path (fixture, "faulty.csv");
  g_autoptr (ReaCampaign) values = is_new ? rea_campaign_new ("Another") : NULL;
  g_autoptr (ReaImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaContactsCheck) check =
      rea_session_check_contacts_file (fixture->session, fixture->campaign, values, file,
                                       faulty_path, NULL, NULL, NULL, &error);
  g_autoptr (ReaContactsFile) faulty = NULL;
  g_autoptr (ReaContactsCheck) again = NULL;
  gint64 opted_out = is_new ? 0 : count_opted_out (fixture, fixture->campaign);
  gint64 campaign;

  g_assert_no_error (error);
  campaign = rea_session_import_contacts_file (fixture->session, fixture->campaign, values, file,
                                               check->n_rows, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->rows, ==, check->n_rows);
  g_assert_cmpint (report->imported, ==, check->n_good);
  g_assert_cmpint (report->rejected_total, ==, check->n_faulty);
  g_assert_cmpint (count_opted_out (fixture, campaign) - opted_out, ==, check->n_opted_out);
  g_assert_cmpuint (report->rejected->len, ==, check->faulty->len);

  for (guint i = 0; i < check->faulty->len; i++)
    g_assert_cmpint (((ReaRejectedRow *) g_ptr_array_index (report->rejected, i))->line, ==,
                     ((ReaFaultyRow *) g_ptr_array_index (check->faulty, i))->line);

  /* What was saved is read as the file was, and nothing in it got better by itself. */
  faulty =
      rea_contacts_file_look (faulty_path, NULL, file->separator, REA_HEADER_YES, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faulty->n_columns, ==, file->n_columns);
  again = rea_session_check_contacts_file (fixture->session, campaign, NULL, faulty, NULL, NULL,
                                           NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (again->n_rows, ==, check->n_faulty);
  g_assert_cmpint (again->n_good, ==, 0);
}

/* The promise of the dialog: what it shows is what the button does. */
static void
test_as_import (Fixture *fixture, gconstpointer data)
{
  static const char *const encodings[] = { "UTF-8", "WINDOWS-1252", "UTF-16LE", "UTF-16BE" };
  static const char        separators[] = { ',', ';', '\t', '|' };

  import_csv (fixture, BEFORE);

  for (guint i = 0; i < 60; i++)
    {
      const char *encoding = encodings[g_test_rand_int_range (0, 4)];
      g_autoptr (ReaContactsFile) file = NULL;

      write_random (fixture, separators[g_test_rand_int_range (0, 4)], encoding);
      file = look_at (fixture, "in.csv");
      g_assert_cmpstr (file->encoding, ==, encoding);
      g_assert_cmpuint (file->n_columns, ==, 6);
      compare (fixture, file, g_test_rand_bit ());
    }
}

static void
cancel_cb (gint64 done, gint64 total, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
write_many (Fixture *fixture, guint n)
{
  g_autoptr (GString) csv = g_string_new ("phone\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (csv, "+1202555%04u\n", i);
  fixture_write (fixture, "in.csv", csv->str, csv->len);
}

/* Nothing is left of what was stopped: no contact, no campaign, no file. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ReaCampaign) values = rea_campaign_new ("Another");
  g_autoptr (ReaContactsFile) file = NULL;
  g_autoptr (ReaImportReport) report = NULL;
  g_autoptr (GPtrArray) campaigns = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *faulty_path = fixture_path (fixture, "faulty.csv");

  write_many (fixture, 5000);
  file = look_at (fixture, "in.csv");
  g_assert_null (rea_session_check_contacts_file (fixture->session, fixture->campaign, NULL, file,
                                                  faulty_path, cancel_cb, cancellable, cancellable,
                                                  &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (g_file_test (faulty_path, G_FILE_TEST_EXISTS));

  g_cancellable_reset (cancellable);
  g_assert_cmpint (rea_session_import_contacts_file (fixture->session, 0, values, file, 5000,
                                                     cancel_cb, cancellable, cancellable, &report,
                                                     &error),
                   ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (report);
  campaigns = rea_session_list_campaigns (fixture->session, NULL);
  g_assert_cmpuint (campaigns->len, ==, 1);
  g_assert_cmpint (fixture_count (fixture, fixture->campaign), ==, 0);
}

static void
assert_refused (ReaSession            *session,
                gint64                 campaign,
                const ReaCampaign     *values,
                const ReaContactsFile *file,
                int                    code)
{
  g_autoptr (ReaImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (rea_session_check_contacts_file (session, campaign, values, file, NULL, NULL, NULL,
                                                  NULL, &error));
  g_assert_error (error, REA_ERROR, code);
  g_clear_error (&error);
  g_assert_cmpint (rea_session_import_contacts_file (session, campaign, values, file, 0, NULL, NULL,
                                                     NULL, &report, &error),
                   ==, 0);
  g_assert_error (error, REA_ERROR, code);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *database = fixture_path (fixture, "test.db");
  g_autoptr (ReaCampaign) values = rea_campaign_new ("Another");
  g_autoptr (ReaUser) moderator = NULL;
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaContactsFile) file = NULL;
  g_autoptr (ReaContactsFile) phoneless = NULL;

  moderator =
      rea_session_add_user (fixture->session, "mo@example.org", "", "", REA_ROLE_MODERATOR, NULL);
  session = rea_session_open (database, "mo@example.org", NULL);
  write_many (fixture, 5);
  file = look_at (fixture, "in.csv");
  assert_refused (session, fixture->campaign, NULL, file, REA_ERROR_NOT_PERMITTED);
  assert_refused (session, 0, values, file, REA_ERROR_NOT_PERMITTED);
  assert_refused (fixture->session, 99, NULL, file, REA_ERROR_NOT_FOUND);

  phoneless = rea_contacts_file_copy (file);
  rea_contacts_file_choose (phoneless, 0, REA_COLUMN_FIELD);
  assert_refused (fixture->session, fixture->campaign, NULL, phoneless, REA_ERROR_INVALID);

  write_many (fixture, 6);
  assert_refused (fixture->session, fixture->campaign, NULL, file, REA_ERROR_CHANGED);
}

/* What a person says of the columns is what is imported. */
static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ReaContactsFile) file = NULL;
  g_autoptr (ReaImportReport) report = NULL;
  g_autoptr (ReaConversation) ann = NULL;
  g_autoptr (GError) error = NULL;

  fixture_write (fixture, "in.csv", "Ann,Lee,2025550101,x\nBo,Moe,2025550102,y\n", -1);
  file = look_at (fixture, "in.csv");
  rea_contacts_file_choose (file, 0, REA_COLUMN_LAST_NAME);
  rea_contacts_file_choose (file, 1, REA_COLUMN_FIELD);
  rea_session_import_contacts_file (fixture->session, fixture->campaign, NULL, file, 0, NULL, NULL,
                                    NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->imported, ==, 2);
  ann = fixture_find (fixture, fixture->campaign, "+12025550101");
  g_assert_cmpstr (ann->first_name, ==, "");
  g_assert_cmpstr (ann->last_name, ==, "Ann");
  g_assert_cmpstr (ann->fields, ==, "{\"Column 2\":\"Lee\"}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/contacts-check/reasons", test_reasons);
  FIXTURE_ADD ("/contacts-check/as-import", test_as_import);
  FIXTURE_ADD ("/contacts-check/cancel", test_cancel);
  FIXTURE_ADD ("/contacts-check/refused", test_refused);
  FIXTURE_ADD ("/contacts-check/chosen", test_chosen);

  return g_test_run ();
}
