/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange-fixture.h"
#include "rea-json.h"
#include "rea-time.h"

#define HEAD "{\"format\":\"reassign-campaign\",\"version\":1,\"campaign\":"

static ReaCampaign *
import_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = fixture_path (fixture, name);
  g_autoptr (GError) error = NULL;
  ReaCampaign *campaign =
      rea_session_import_campaign (fixture->session, path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return campaign;
}

static char *
export_as (Fixture    *fixture,
           ReaSession *session,
           gint64      campaign,
           const char *name,
           gint64      expected)
{
  g_autofree char *path = fixture_path (fixture, name);
  g_autoptr (GError) error = NULL;
  gint64 n = rea_session_export_campaign (session, campaign, path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (n, ==, expected);

  return fixture_read (fixture, name);
}

/* Every member there is, written in the one way in which it is always written. */
static void
test_members (Fixture *fixture, gconstpointer data)
{
  const char *lines = HEAD
      "{\"title\":\"Ä \\\"B\\\"\",\"state\":\"active\",\"window_start\":\"2025-03-09T18:00:00Z\","
      "\"window_end\":null,\"time_zone\":\"Europe/Berlin\","
      "\"opening_hours\":{\"start\":\"09:30\",\"end\":\"24:00\"},"
      "\"self_assign\":{\"enabled\":true,\"batch\":5000},\"country\":\"DE\","
      "\"initial_message\":\"Hi %FirstName%\\n50 %%\","
      "\"questions\":[{\"id\":\"support\",\"text\":\"Support?\",\"answers\":[\"Yes\",\"No\"]},"
      "{\"id\":\"free\",\"text\":\"\",\"answers\":[]}],"
      "\"canned_replies\":[{\"title\":\"Thanks\",\"text\":\"Thank you, %FirstName%\"}]}}\n"
      "{\"sender\":{\"email\":\"ann@example.org\",\"first_name\":\"\",\"last_name\":\"\","
      "\"role\":\"sender\"}}\n"
      "{\"sender\":{\"email\":\"cy@example.org\",\"first_name\":\"Cy\",\"last_name\":\"Dee\","
      "\"role\":\"admin\"}}\n"
      "{\"conversation\":{\"phone\":\"+12025550102\",\"first_name\":\"名\",\"last_name\":\"\\\\\","
      "\"fields\":{\"b\":\"\\u0001\\t\",\"a\":\"\"},\"time_zone\":\"Asia/Tokyo\","
      "\"sender\":\"cy@example.org\",\"status\":\"closed\",\"opted_out\":true,"
      "\"contact_wrote\":true,\"wrote_after_opt_out\":true,\"marked\":false,"
      "\"last_message_at\":\"2025-03-08T18:00:02Z\",\"waiting_since\":\"2025-03-08T18:00:01Z\","
      "\"messages\":[{\"direction\":\"out\",\"at\":\"2025-03-08T18:00:00Z\",\"text\":\"Hi\","
      "\"by\":\"gone@example.org\"},"
      "{\"direction\":\"in\",\"at\":\"2025-03-08T18:00:01Z\",\"text\":\"stop 👋\",\"by\":null},"
      "{\"direction\":\"in\",\"at\":\"2025-03-08T18:00:02Z\",\"text\":\"\",\"by\":null}],"
      "\"answers\":{\"free\":\"anything\",\"support\":\"Yes\"}}}\n"
      "{\"conversation\":{\"phone\":\"+12025550101\",\"first_name\":\"\",\"last_name\":\"\","
      "\"fields\":{},\"time_zone\":null,\"sender\":null,\"status\":\"not_started\","
      "\"opted_out\":false,\"contact_wrote\":false,\"wrote_after_opt_out\":false,"
      "\"marked\":false,\"last_message_at\":null,\"waiting_since\":null,\"messages\":[],"
      "\"answers\":{}}}\n";
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autofree char *out = NULL;

  fixture_write (fixture, "in.jsonl", lines, -1);
  campaign = import_file (fixture, "in.jsonl");
  out = export_as (fixture, fixture->session, campaign->id, "out.jsonl", 2);
  g_assert_cmpstr (out, ==, lines);
}

static void
test_no_hours (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autofree char *out = NULL;

  fixture_write (fixture, "in.jsonl", HEAD "{\"title\":\"A\",\"opening_hours\":null}}\n", -1);
  campaign = import_file (fixture, "in.jsonl");
  out = export_as (fixture, fixture->session, campaign->id, "out.jsonl", 0);
  g_assert_nonnull (strstr (out, "\"opening_hours\":null,"));
}

static char *
random_text (GRand *rand, gboolean may_be_empty)
{
  const char *pieces[] = { "a",  "B",  "é",  "名",           "👋",    " ", "\"", "\\", "/",
                           "\n", "\r", "\t", "\x01",         "\x7f", "=", "+",  "-",  "@",
                           "'",  ",",  ";",  "+12025550101", "%%" };
  GString    *text = g_string_new (may_be_empty ? NULL : "x");
  int         n = g_rand_int_range (rand, 0, 7);

  for (int i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  if (!may_be_empty)
    g_string_append_c (text, 'y');

  return g_string_free (text, FALSE);
}

static void
append_random_text (GString *json, const char *name, GRand *rand, gboolean may_be_empty)
{
  g_autofree char *text = random_text (rand, may_be_empty);

  rea_json_append_text (json, name, text);
}

/* Messages and, sometimes, what was imported before them. */
static void
append_random_history (GString *json, GRand *rand, gboolean only_csv)
{
  const char *statuses[] = { "not_started", "messaged", "needs_reply", "replied", "closed" };
  int         n = only_csv ? 0 : g_rand_int_range (rand, 0, 5);
  gint64      at = FIXTURE_NOW - 10000;

  if (n == 0)
    {
      int status = g_rand_int_range (rand, 0, 5);

      rea_json_append_text (json, "status", statuses[status]);
      if (status > 0 && g_rand_boolean (rand))
        rea_json_append_time (json, "last_message_at", at + 100);
      if (status == 2 && !only_csv && g_rand_boolean (rand))
        rea_json_append_time (json, "waiting_since", at);
      if (status == 4 && !only_csv && g_rand_boolean (rand))
        rea_json_append_boolean (json, "contact_wrote", TRUE);
      if (status == 4 && g_rand_int_range (rand, 0, 3) == 0)
        rea_json_append_boolean (json, "opted_out", TRUE);
      if (status == 3 && g_rand_boolean (rand))
        rea_json_append_boolean (json, "marked", TRUE);
      return;
    }

  rea_json_append_member (json, "messages");
  g_string_append_c (json, '[');
  for (int i = 0; i < n; i++)
    {
      gboolean out = g_rand_boolean (rand);

      g_string_append (json, i > 0 ? ",{" : "{");
      rea_json_append_text (json, "direction", out ? "out" : "in");
      rea_json_append_time (json, "at", at + g_rand_int_range (rand, 0, 1000));
      append_random_text (json, "text", rand, TRUE);
      if (out && g_rand_boolean (rand))
        rea_json_append_text (json, "by",
                              g_rand_boolean (rand) ? "ann@example.org" : "gone@example.org");
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');

  if (g_rand_int_range (rand, 0, 3) == 0)
    rea_json_append_text (json, "status", "closed");
  if (g_rand_int_range (rand, 0, 3) == 0)
    rea_json_append_member (json, "answers"), g_string_append (json, "{\"q\":\"a\"}");
}

static char *
random_campaign (GRand *rand, gboolean only_csv, guint n)
{
  GString *json = g_string_new (HEAD "{\"title\":\"R\",\"time_zone\":\"Asia/Kolkata\","
                                     "\"questions\":[{\"id\":\"q\",\"answers\":[\"a\",\"b\"]}]}}\n"
                                     "{\"sender\":{\"email\":\"ann@example.org\"}}\n"
                                     "{\"sender\":{\"email\":\"bo@example.org\"}}\n");

  for (guint i = 0; i < n; i++)
    {
      const char      *zones[] = { NULL, "Europe/Berlin", "Asia/Tokyo" };
      const char      *senders[] = { NULL, "ann@example.org", "bo@example.org" };
      g_autofree char *phone = g_strdup_printf ("+1202555%04u", i);
      g_autofree char *third = random_text (rand, FALSE);

      g_string_append (json, "{\"conversation\":{");
      rea_json_append_text (json, "phone", phone);
      append_random_text (json, "first_name", rand, TRUE);
      append_random_text (json, "last_name", rand, TRUE);
      rea_json_append_text (json, "time_zone", zones[g_rand_int_range (rand, 0, 3)]);
      rea_json_append_text (json, "sender", senders[g_rand_int_range (rand, 0, 3)]);
      rea_json_append_member (json, "fields");
      g_string_append_c (json, '{');
      if (g_rand_boolean (rand))
        append_random_text (json, "=phone", rand, TRUE);
      if (g_rand_boolean (rand))
        append_random_text (json, "Cell", rand, TRUE);
      if (g_rand_int_range (rand, 0, 50) == 0)
        append_random_text (json, third, rand, TRUE);
      g_string_append_c (json, '}');
      append_random_history (json, rand, only_csv);
      g_string_append (json, "}}\n");
    }

  return g_string_free (json, FALSE);
}

/* Each round in two databases, so that nothing of the first can help. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < 10; round++)
    {
      g_autofree char *lines = random_campaign (rand, FALSE, 300);
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      g_autoptr (ReaCampaign) campaign = NULL;
      g_autoptr (ReaCampaign) again = NULL;
      Fixture source;
      Fixture other;

      fixture_set_up (&source, NULL);
      fixture_set_up (&other, NULL);

      fixture_write (&source, "in.jsonl", lines, -1);
      campaign = import_file (&source, "in.jsonl");
      first = export_as (&source, source.session, campaign->id, "out.jsonl", 300);

      fixture_write (&other, "in.jsonl", first, -1);
      again = import_file (&other, "in.jsonl");
      second = export_as (&other, other.session, again->id, "out.jsonl", 300);
      g_assert_cmpstr (first, ==, second);

      fixture_tear_down (&source, NULL);
      fixture_tear_down (&other, NULL);
    }
}

static char *
export_csv (Fixture *fixture, gint64 campaign, const char *name)
{
  g_autofree char *path = fixture_path (fixture, name);
  g_autoptr (GError) error = NULL;
  gint64 n =
      rea_session_export_contacts (fixture->session, campaign, path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 300);

  return fixture_read (fixture, name);
}

/* The same for the contacts, which know less. */
static void
test_csv_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < 10; round++)
    {
      g_autofree char *lines = random_campaign (rand, round % 2 == 0, 300);
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      g_autofree char *path = NULL;
      g_autoptr (ReaCampaign) campaign = NULL;
      g_autoptr (ReaImportReport) report = NULL;
      g_autoptr (GError) error = NULL;
      Fixture source;
      Fixture other;

      fixture_set_up (&source, NULL);
      fixture_set_up (&other, NULL);

      fixture_write (&source, "in.jsonl", lines, -1);
      campaign = import_file (&source, "in.jsonl");
      first = export_csv (&source, campaign->id, "out.csv");

      fixture_write (&other, "in.csv", first, -1);
      path = fixture_path (&other, "in.csv");
      g_assert_true (rea_session_import_contacts (other.session, other.campaign, path, FALSE, NULL,
                                                  NULL, NULL, &report, &error));
      g_assert_no_error (error);
      second = export_csv (&other, other.campaign, "out.csv");
      g_assert_cmpstr (first, ==, second);

      fixture_tear_down (&source, NULL);
      fixture_tear_down (&other, NULL);
    }
}

/* A message that was recorded for an earlier time than the imported waiting. */
static void
test_early_message (Fixture *fixture, gconstpointer data)
{
  g_autofree char *csv = fixture_path (fixture, "in.csv");
  g_autoptr (ReaImportReport) report = NULL;
  g_autoptr (ReaConversation) ann = NULL;
  g_autoptr (ReaConversation) after = NULL;
  g_autoptr (ReaCampaign) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  fixture_write (fixture, "in.csv", "phone,status\n+12025550101,needs_reply\n", -1);
  g_assert_true (rea_session_import_contacts (fixture->session, fixture->campaign, csv, FALSE, NULL,
                                              NULL, NULL, &report, &error));
  ann = fixture_find (fixture, fixture->campaign, "+12025550101");
  after = rea_session_receive (fixture->session, fixture->campaign, ann->id, "Hello?",
                               FIXTURE_NOW - 500, NULL, &error);
  g_assert_no_error (error);

  first = export_as (fixture, fixture->session, fixture->campaign, "first.jsonl", 1);
  again = import_file (fixture, "first.jsonl");
  second = export_as (fixture, fixture->session, again->id, "second.jsonl", 1);
  g_assert_cmpstr (first, ==, second);
}

/* A sender gives out their own conversations only. */
static void
test_own (Fixture *fixture, gconstpointer data)
{
  g_autofree char *database = fixture_path (fixture, "test.db");
  g_autofree char *csv = fixture_path (fixture, "in.csv");
  g_autofree char *out_path = fixture_path (fixture, "out.csv");
  g_autoptr (ReaImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaSession) ann = NULL;
  g_autoptr (ReaSession) stranger = NULL;
  g_autoptr (ReaUser) user = NULL;
  g_autofree char *json = NULL;
  g_autofree char *rows = NULL;

  fixture_write (fixture, "in.csv",
                 "phone,sender\n+12025550101,ann@example.org\n+12025550102,bo@example.org\n"
                 "+12025550103,\n",
                 -1);
  g_assert_true (rea_session_import_contacts (fixture->session, fixture->campaign, csv, FALSE, NULL,
                                              NULL, NULL, &report, &error));

  ann = rea_session_open (database, "ann@example.org", &error);
  g_assert_no_error (error);
  json = export_as (fixture, ann, fixture->campaign, "out.jsonl", 1);
  g_assert_nonnull (strstr (json, "+12025550101"));
  g_assert_null (strstr (json, "+12025550102"));
  g_assert_null (strstr (json, "+12025550103"));

  g_assert_cmpint (rea_session_export_contacts (ann, fixture->campaign, out_path, NULL, NULL, NULL,
                                                &error),
                   ==, 1);
  rows = fixture_read (fixture, "out.csv");
  g_assert_cmpstr (rows, ==,
                   "phone,first name,last name,sender,status,opted out,last message at,time "
                   "zone\r\n"
                   "+12025550101,,,ann@example.org,not_started,false,,\r\n");

  user = rea_session_add_user (fixture->session, "dee@example.org", NULL, NULL, REA_ROLE_SENDER,
                               &error);
  stranger = rea_session_open (database, "dee@example.org", &error);
  g_assert_no_error (error);
  g_assert_cmpint (rea_session_export_campaign (stranger, fixture->campaign, out_path, NULL, NULL,
                                                NULL, &error),
                   ==, -1);
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
}

static void
cancel_cb (gint64 done, gint64 total, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_nothing_written (Fixture *fixture, gconstpointer data)
{
  g_autofree char *csv = fixture_path (fixture, "in.csv");
  g_autofree char *path = fixture_path (fixture, "out.jsonl");
  g_autofree char *nowhere = fixture_path (fixture, "no/out.jsonl");
  g_autoptr (GString) rows = g_string_new ("phone\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ReaImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (rows, "+1202555%04u\n", i);
  fixture_write (fixture, "in.csv", rows->str, rows->len);
  g_assert_true (rea_session_import_contacts (fixture->session, fixture->campaign, csv, FALSE, NULL,
                                              NULL, NULL, &report, &error));

  fixture_write (fixture, "out.jsonl", "old", -1);
  g_assert_cmpint (rea_session_export_campaign (fixture->session, fixture->campaign, path,
                                                cancel_cb, cancellable, cancellable, &error),
                   ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  out = fixture_read (fixture, "out.jsonl");
  g_assert_cmpstr (out, ==, "old");

  g_assert_cmpint (rea_session_export_contacts (fixture->session, fixture->campaign, nowhere, NULL,
                                                NULL, NULL, &error),
                   ==, -1);
  g_assert_error (error, REA_ERROR, REA_ERROR_IO);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/campaign-export/members", test_members);
  FIXTURE_ADD ("/campaign-export/no-hours", test_no_hours);
  g_test_add_func ("/campaign-export/round-trip", test_round_trip);
  g_test_add_func ("/campaign-export/csv-round-trip", test_csv_round_trip);
  FIXTURE_ADD ("/campaign-export/early-message", test_early_message);
  FIXTURE_ADD ("/campaign-export/own", test_own);
  FIXTURE_ADD ("/campaign-export/nothing-written", test_nothing_written);

  return g_test_run ();
}
