/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange-fixture.h"

static ReaImportReport *
import_into (Fixture    *fixture,
             gint64      campaign,
             const char *csv,
             gssize      length,
             gboolean    skip_bad,
             GError    **error)
{
  g_autofree char *path = fixture_path (fixture, "in.csv");
  ReaImportReport *report = NULL;
  gboolean         done = FALSE;

  fixture_write (fixture, "in.csv", csv, length);
  done = rea_session_import_contacts (fixture->session, campaign, path, skip_bad, NULL, NULL, NULL,
                                      &report, error);
  g_assert_true (!done || report != NULL);

  return report;
}

static void
import_all (Fixture *fixture, const char *csv, gint64 expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaImportReport) report =
      import_into (fixture, fixture->campaign, csv, -1, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (report->rows, ==, expected);
  g_assert_cmpint (report->imported, ==, expected);
  g_assert_cmpint (report->rejected_total, ==, 0);
  g_assert_cmpint (fixture_count (fixture, fixture->campaign), ==, expected);
}

static void
assert_conversation (Fixture             *fixture,
                     const char          *phone,
                     ReaStatus            status,
                     ReaStatus            open_status,
                     ReaConversationFlags flags,
                     gint64               last_message_at,
                     gint64               waiting_since)
{
  g_autoptr (ReaConversation) conversation = fixture_find (fixture, fixture->campaign, phone);

  g_assert_cmpint (conversation->status, ==, status);
  g_assert_cmpint (conversation->open_status, ==, open_status);
  g_assert_cmpint (conversation->flags, ==, flags);
  g_assert_cmpint (conversation->last_message_at, ==, last_message_at);
  g_assert_cmpint (conversation->waiting_since, ==, waiting_since);
}

static void
test_plain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ReaConversation) ann = NULL;
  g_autoptr (ReaConversation) bo = NULL;

  import_all (fixture,
              "\xef\xbb\xbf"
              "Cell Phone;First;Surname;Assigned To;Time Zone;City ; zip\r\n"
              "+12025550101; Ann ;O'Hara;BO@example.org;Europe/Berlin; Köln ;'=1\r\n"
              "\r\n"
              "(202) 555-0102;;;;;;\r\n",
              2);

  ann = fixture_find (fixture, fixture->campaign, "+12025550101");
  g_assert_cmpstr (ann->phone, ==, "+12025550101");
  g_assert_cmpstr (ann->first_name, ==, "Ann");
  g_assert_cmpstr (ann->last_name, ==, "O'Hara");
  g_assert_cmpstr (ann->holder_email, ==, "bo@example.org");
  g_assert_cmpstr (ann->time_zone, ==, "Europe/Berlin");
  g_assert_cmpstr (ann->fields, ==, "{\"City\":\" Köln \",\"zip\":\"=1\"}");

  bo = fixture_find (fixture, fixture->campaign, "+12025550102");
  g_assert_cmpstr (bo->first_name, ==, "");
  g_assert_cmpint (bo->holder, ==, REA_HOLDER_UNASSIGNED);
  g_assert_null (bo->time_zone);
  g_assert_cmpstr (bo->fields, ==, "{\"City\":\"\",\"zip\":\"\"}");
  g_assert_cmpint (bo->id, ==, ann->id + 1);
  assert_conversation (fixture, "+12025550102", REA_STATUS_NOT_STARTED, REA_STATUS_NOT_STARTED, 0,
                       REA_TIME_NONE, REA_TIME_NONE);
}

static void
test_statuses (Fixture *fixture, gconstpointer data)
{
#define AT 1741500000 /* 2025-03-09T06:00:00Z, which is 01:00 in New York */
  import_all (fixture,
              "phone,status,opted out,last message at\n"
              "+12025550101,needsMessage,,\n"
              "+12025550102,messaged,no,\n"
              "+12025550103,needsResponse,0,2025-03-09T06:00:00Z\n"
              "+12025550104,convo,FALSE,2025-03-09T01:00\n"
              "+12025550105,closed,,\n"
              "+12025550106,closed,,2025-03-09T07:00:00+01:00\n"
              "+12025550107,needs_reply,yes,2025-03-09T06:00:00Z\n"
              "+12025550108,,1,\n"
              "+12025550109,not_started,true,2025-03-09T06:00:00Z\n"
              "+12025550110,replied,yes,\n"
              "+12025550111,needs_reply,,\n",
              11);

  assert_conversation (fixture, "+12025550101", REA_STATUS_NOT_STARTED, REA_STATUS_NOT_STARTED, 0,
                       REA_TIME_NONE, REA_TIME_NONE);
  assert_conversation (fixture, "+12025550102", REA_STATUS_MESSAGED, REA_STATUS_MESSAGED, 0,
                       FIXTURE_NOW, REA_TIME_NONE);
  assert_conversation (fixture, "+12025550103", REA_STATUS_NEEDS_REPLY, REA_STATUS_NEEDS_REPLY,
                       REA_FLAG_CONTACT_WROTE, AT, AT);
  assert_conversation (fixture, "+12025550104", REA_STATUS_REPLIED, REA_STATUS_REPLIED,
                       REA_FLAG_CONTACT_WROTE, AT, REA_TIME_NONE);
  assert_conversation (fixture, "+12025550105", REA_STATUS_CLOSED, REA_STATUS_NOT_STARTED, 0,
                       REA_TIME_NONE, REA_TIME_NONE);
  assert_conversation (fixture, "+12025550106", REA_STATUS_CLOSED, REA_STATUS_MESSAGED, 0, AT,
                       REA_TIME_NONE);
  assert_conversation (fixture, "+12025550107", REA_STATUS_CLOSED, REA_STATUS_NEEDS_REPLY,
                       REA_FLAG_CONTACT_WROTE | REA_FLAG_OPTED_OUT, AT, AT);
  assert_conversation (fixture, "+12025550108", REA_STATUS_CLOSED, REA_STATUS_NOT_STARTED,
                       REA_FLAG_OPTED_OUT, REA_TIME_NONE, REA_TIME_NONE);
  assert_conversation (fixture, "+12025550109", REA_STATUS_CLOSED, REA_STATUS_MESSAGED,
                       REA_FLAG_OPTED_OUT, AT, REA_TIME_NONE);
  assert_conversation (fixture, "+12025550110", REA_STATUS_CLOSED, REA_STATUS_REPLIED,
                       REA_FLAG_CONTACT_WROTE | REA_FLAG_OPTED_OUT, FIXTURE_NOW, REA_TIME_NONE);
  assert_conversation (fixture, "+12025550111", REA_STATUS_NEEDS_REPLY, REA_STATUS_NEEDS_REPLY,
                       REA_FLAG_CONTACT_WROTE, FIXTURE_NOW, FIXTURE_NOW);
#undef AT
}

static void
test_samples (Fixture *fixture, gconstpointer data)
{
  import_all (fixture,
              "firstName,lastName,cell,zip\n"
              "Alicia,Dussán de Reichel,2135550102,90002\n"
              "Dina,Dahbany-Miraglia,2135550103,30003\n",
              2);
}

/* Each bad row by its line and reason: refused as a whole, or left out. */
static void
test_bad_rows (Fixture *fixture, gconstpointer data)
{
  const char csv[] = "phone,sender,status,opted out,last message at,time zone,first name\n"
                     "+12025550101,,,,,,Ann\n"
                     ",,,,,,\n"
                     "12,,,,,,\n"
                     "555-0199,,,,,,\n"
                     "+12025550101,,,,,,Ann\n"
                     "(202) 555-0101,,,,,,Ann\n"
                     "+12025550102,nobody@example.org,,,,,\n"
                     "+12025550102,owner@example.org,,,,,\n"
                     "+12025550102,,open,,,,\n"
                     "+12025550102,,,perhaps,,,\n"
                     "+12025550102,,messaged,,yesterday,,\n"
                     "+12025550102,,,,2025-03-09T06:00:00Z,,\n"
                     "+12025550102,,,,,Mars/Olympus,\n"
                     "+12025550102,,,,,+02:00,\n"
                     "+12025550102,,,,,,\xff\n"
                     "+12025550102,,,,,,a\0b\n"
                     "+12025550102,,,,,\n"
                     "+12025550102,,,,,,,\n"
                     "+12025550102,,,,,,\"a\"b\n"
                     "\"+12025550102\",,,,,,\"Bo\n"
                     "the second\"\n"
                     "+12025550102,,,,,,\"never closed\n";
  const struct
  {
    gint64      line;
    const char *reason;
  } expected[] = {
    { 3, "There is no phone number." },
    { 4, "“12” is no possible phone number in US." },
    { 5, "“555-0199” is no possible phone number in US." },
    { 6, "The campaign has the phone number +12025550101 already." },
    { 7, "The campaign has the phone number +12025550101 already." },
    { 8, "“nobody@example.org” is no sender of this campaign." },
    { 9, "“owner@example.org” is no sender of this campaign." },
    { 10, "“open” is no status." },
    { 11, "“perhaps” is neither yes nor no." },
    { 12, "“yesterday” is no time." },
    { 13, "The status is not_started, but there was a last message." },
    { 14, "There is no time zone “Mars/Olympus”." },
    { 15, "There is no time zone “+02:00”." },
    { 16, "The row is not UTF-8." },
    { 17, "The row contains a NUL byte." },
    { 18, "The row has 6 cells, the header has 7." },
    { 19, "The row has 8 cells, the header has 7." },
    { 20, "There is text after a closing quotation mark." },
    { 23, "A quotation mark is opened and never closed." },
  };

  for (guint skip_bad = 0; skip_bad < 2; skip_bad++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ReaImportReport) report =
          import_into (fixture, fixture->campaign, csv, sizeof csv - 1, skip_bad, &error);

      if (skip_bad)
        g_assert_no_error (error);
      else
        {
          g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
          g_assert_cmpstr (error->message, ==,
                           "19 rows are bad, so nothing was imported. Line 3: There is no phone "
                           "number.");
        }

      g_assert_cmpint (report->rows, ==, 21);
      g_assert_cmpint (report->imported, ==, skip_bad ? 2 : 0);
      g_assert_cmpint (fixture_count (fixture, fixture->campaign), ==, skip_bad ? 2 : 0);
      g_assert_cmpint (report->rejected_total, ==, G_N_ELEMENTS (expected));
      g_assert_cmpint (report->rejected->len, ==, G_N_ELEMENTS (expected));

      for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
        {
          const ReaRejectedRow *row = g_ptr_array_index (report->rejected, i);

          g_assert_cmpint (row->line, ==, expected[i].line);
          g_assert_cmpstr (row->reason, ==, expected[i].reason);
        }
    }

  /* And what is there already is as good as in the file. */
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (ReaImportReport) report =
        import_into (fixture, fixture->campaign, "phone\n+12025550102\n", -1, FALSE, &error);

    g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
    g_assert_cmpstr (error->message, ==,
                     "1 row is bad, so nothing was imported. Line 2: The campaign has the phone "
                     "number +12025550102 already.");
    g_assert_cmpint (report->imported, ==, 0);
  }
}

static void
test_many_bad_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) csv = g_string_new ("phone\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaImportReport) report = NULL;

  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (csv, "+1202555%04u\nno\n", i);

  report = import_into (fixture, fixture->campaign, csv->str, csv->len, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->rows, ==, 3000);
  g_assert_cmpint (report->imported, ==, 1500);
  g_assert_cmpint (report->rejected_total, ==, 1500);
  g_assert_cmpint (report->rejected->len, ==, 1000);
}

static void
test_bad_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = fixture_path (fixture, "nowhere.csv");
  g_autofree char *cell = g_strnfill (2 * 1024 * 1024, 'x');
  g_autofree char *long_line =
      g_strconcat ("phone,a\n+12025550101,b\n+12025550102,", cell, "\n", NULL);
  const struct
  {
    const char *csv;
    const char *sentence;
  } cases[] = {
    { "", "*is empty*" },
    { "\xff\xfep\0h\0", "*UTF-16*" },
    { "\x89PNG\r\n\x1a\n", "*is no CSV file*" },
    { "Dear all,\nhere is the list.\n", "*names no column for the phone number*" },
    { "phone,city,city\n+12025550101,,\n", "Two columns are called “city”*" },
    { "phone,,city\n+12025550101,,\n", "Column 2 has no name*" },
    { long_line, "Line 3 is longer than 1 MiB." },
  };

  for (guint skip_bad = 0; skip_bad < 2; skip_bad++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        g_autoptr (GError) error = NULL;

        g_assert_null (
            import_into (fixture, fixture->campaign, cases[i].csv, -1, skip_bad, &error));
        g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
        g_assert_true (g_pattern_match_simple (cases[i].sentence, error->message));
        g_assert_cmpint (fixture_count (fixture, fixture->campaign), ==, 0);
      }

  {
    g_autoptr (GError) error = NULL;
    ReaImportReport *report = NULL;

    g_assert_false (rea_session_import_contacts (fixture->session, fixture->campaign, nowhere,
                                                 FALSE, NULL, NULL, NULL, &report, &error));
    g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
    g_assert_null (report);
  }

  import_all (fixture, "phone,first name\r\n", 0);
}

static void
test_opt_outs (Fixture *fixture, gconstpointer data)
{
  gint64 other = fixture_add_campaign (fixture, "Autumn");
  gint64 third = fixture_add_campaign (fixture, "Winter");
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaImportReport) first =
      import_into (fixture, other, "phone,status\n+12025550101,needs_reply\n+12025550102,\n", -1,
                   FALSE, &error);
  g_autoptr (ReaImportReport) last = NULL;
  g_autoptr (ReaConversation) ann = NULL;
  g_autoptr (ReaConversation) bo = NULL;

  g_assert_no_error (error);

  import_all (fixture, "phone,opted out\n+12025550101,yes\n+12025550103,no\n", 2);

  ann = fixture_find (fixture, other, "+12025550101");
  g_assert_cmpint (ann->status, ==, REA_STATUS_CLOSED);
  g_assert_cmpint (ann->flags, ==, REA_FLAG_OPTED_OUT | REA_FLAG_CONTACT_WROTE);
  bo = fixture_find (fixture, other, "+12025550102");
  g_assert_cmpint (bo->flags, ==, 0);

  last = import_into (fixture, third, "phone,status\n+12025550101,replied\n+12025550103,\n", -1,
                      FALSE, &error);
  g_assert_no_error (error);
  g_clear_pointer (&ann, rea_conversation_free);
  ann = fixture_find (fixture, third, "+12025550101");
  g_assert_cmpint (ann->status, ==, REA_STATUS_CLOSED);
  g_assert_cmpint (ann->flags, ==, REA_FLAG_OPTED_OUT | REA_FLAG_CONTACT_WROTE);
}

/* A file that is refused has opted nobody out. */
static void
test_refused_opt_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaImportReport) report =
      import_into (fixture, fixture->campaign, "phone,opted out\n+12025550101,yes\n12,\n", -1,
                   FALSE, &error);
  g_autoptr (ReaConversation) ann = NULL;

  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);

  import_all (fixture, "phone\n+12025550101\n", 1);
  ann = fixture_find (fixture, fixture->campaign, "+12025550101");
  g_assert_cmpint (ann->flags, ==, 0);
}

static gboolean
ask (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  const char *answers[] = { "Yes", "No", NULL };

  g_ptr_array_add (campaign->questions, rea_question_new ("support", "Support?", answers));
  campaign->state = GPOINTER_TO_INT (user_data);

  return TRUE;
}

static void
set_campaign (Fixture *fixture, ReaState state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign = NULL;

  campaign = rea_session_set_campaign (fixture->session, fixture->campaign, ask,
                                       GINT_TO_POINTER (state), &error);
  g_assert_no_error (error);
}

static void
test_survey (Fixture *fixture, gconstpointer data)
{
  set_campaign (fixture, REA_STATE_DRAFT);
  import_all (fixture, "phone,status\n+12025550101,replied\n+12025550102,messaged\n", 2);

  assert_conversation (fixture, "+12025550101", REA_STATUS_REPLIED, REA_STATUS_REPLIED,
                       REA_FLAG_CONTACT_WROTE | REA_FLAG_SURVEY_OPEN, FIXTURE_NOW, REA_TIME_NONE);
  assert_conversation (fixture, "+12025550102", REA_STATUS_MESSAGED, REA_STATUS_MESSAGED, 0,
                       FIXTURE_NOW, REA_TIME_NONE);
}

static void
test_not_allowed (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *email;
    ReaRole     role;
  } users[] = { { "ann@example.org", REA_ROLE_SENDER }, { "mo@example.org", REA_ROLE_MODERATOR } };
  g_autofree char *database = fixture_path (fixture, "test.db");
  g_autofree char *nowhere = fixture_path (fixture, "nowhere.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaUser) moderator = rea_session_add_user (fixture->session, "mo@example.org", NULL,
                                                        NULL, REA_ROLE_MODERATOR, &error);
  ReaImportReport *report = NULL;

  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (users); i++)
    {
      g_autoptr (ReaSession) session = rea_session_open (database, users[i].email, &error);

      g_assert_no_error (error);
      g_assert_false (rea_session_import_contacts (session, fixture->campaign, nowhere, FALSE, NULL,
                                                   NULL, NULL, &report, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
      g_clear_error (&error);
    }

  set_campaign (fixture, REA_STATE_ARCHIVED);
  g_assert_false (rea_session_import_contacts (fixture->session, fixture->campaign, nowhere, FALSE,
                                               NULL, NULL, NULL, &report, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_WRONG_STATE);
}

static void
cancel_cb (gint64 done, gint64 total, gpointer user_data)
{
  g_assert_cmpint (done, >, 0);
  g_assert_cmpint (done, <=, total);
  g_cancellable_cancel (user_data);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) csv = g_string_new ("phone\n");
  g_autofree char *path = fixture_path (fixture, "in.csv");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaImportReport) report = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (csv, "+1202555%04u\n", i);
  fixture_write (fixture, "in.csv", csv->str, csv->len);

  g_assert_false (rea_session_import_contacts (fixture->session, fixture->campaign, path, FALSE,
                                               cancel_cb, cancellable, cancellable, &report,
                                               &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (fixture_count (fixture, fixture->campaign), ==, 0);

  import_all (fixture, csv->str, 5000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/contacts-import/plain", test_plain);
  FIXTURE_ADD ("/contacts-import/statuses", test_statuses);
  FIXTURE_ADD ("/contacts-import/samples", test_samples);
  FIXTURE_ADD ("/contacts-import/bad-rows", test_bad_rows);
  FIXTURE_ADD ("/contacts-import/many-bad-rows", test_many_bad_rows);
  FIXTURE_ADD ("/contacts-import/bad-files", test_bad_files);
  FIXTURE_ADD ("/contacts-import/opt-outs", test_opt_outs);
  FIXTURE_ADD ("/contacts-import/refused-opt-out", test_refused_opt_out);
  FIXTURE_ADD ("/contacts-import/survey", test_survey);
  FIXTURE_ADD ("/contacts-import/not-allowed", test_not_allowed);
  FIXTURE_ADD ("/contacts-import/cancel", test_cancel);

  return g_test_run ();
}
