/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange-fixture.h"

#define HEAD "{\"format\":\"reassign-campaign\",\"version\":1,\"campaign\":"
#define HEADER                                                                                     \
  HEAD "{\"title\":\"Autumn\",\"time_zone\":\"UTC\",\"questions\":[{\"id\":\"support\","           \
       "\"text\":\"?\",\"answers\":[\"Yes\",\"No\"]}]}}\n"
#define SENDER "{\"sender\":{\"email\":\"cy@example.org\"}}\n"
#define PHONE  "\"phone\":\"+12025550101\""

static ReaCampaign *
import_lines (Fixture *fixture, const char *lines, gssize length, GError **error)
{
  g_autofree char *path = fixture_path (fixture, "in.jsonl");

  fixture_write (fixture, "in.jsonl", lines, length);

  return rea_session_import_campaign (fixture->session, path, NULL, NULL, NULL, error);
}

static guint
count_campaigns (Fixture *fixture)
{
  g_autoptr (GPtrArray) campaigns = rea_session_list_campaigns (fixture->session, NULL);

  return campaigns->len;
}

/* What is imported of one conversation, told in short. */
static char *
tell (Fixture *fixture, const char *conversation, GError **error)
{
  g_autofree char *lines =
      g_strconcat (HEADER SENDER "{\"conversation\":{" PHONE, conversation, "}}\n", NULL);
  g_autoptr (ReaCampaign) campaign = import_lines (fixture, lines, -1, error);
  g_autoptr (ReaConversation) found = NULL;

  if (campaign == NULL)
    return NULL;

  found = fixture_find (fixture, campaign->id, "+12025550101");

  return g_strdup_printf ("%s/%s%s%s%s%s%s last %d waiting %d",
                          rea_status_to_string (found->status),
                          rea_status_to_string (found->open_status),
                          found->flags & REA_FLAG_CONTACT_WROTE ? " wrote" : "",
                          found->flags & REA_FLAG_OPTED_OUT ? " out" : "",
                          found->flags & REA_FLAG_WROTE_AFTER_OPT_OUT ? " after" : "",
                          found->flags & REA_FLAG_MARKED ? " marked" : "",
                          found->flags & REA_FLAG_SURVEY_OPEN ? " open" : "",
                          found->last_message_at == REA_TIME_NONE
                              ? 0
                              : (int) (found->last_message_at - FIXTURE_NOW),
                          found->waiting_since == REA_TIME_NONE
                              ? 0
                              : (int) (found->waiting_since - FIXTURE_NOW));
}

static void
assert_told (Fixture *fixture, const char *conversation, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *told = tell (fixture, conversation, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (told, ==, expected);
}

static void
assert_refused (Fixture *fixture, const char *conversation, const char *pattern)
{
  guint n = count_campaigns (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *told = tell (fixture, conversation, &error);

  g_assert_null (told);
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_true (g_pattern_match_simple (pattern, error->message));
  g_assert_cmpint (count_campaigns (fixture), ==, n);
}

static void
test_campaign (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign = import_lines (
      fixture,
      "\xef\xbb\xbf" HEAD
      "{\"title\":\"Autumn\",\"state\":\"paused\",\"window_start\":\"2025-03-09T14:00:00-04:00\","
      "\"window_end\":\"2025-04-09T18:00:00Z\",\"time_zone\":\"Europe/Berlin\","
      "\"opening_hours\":{\"start\":\"10:00\",\"end\":\"24:00\"},"
      "\"self_assign\":{\"enabled\":true,\"batch\":17},\"country\":\"DE\","
      "\"initial_message\":\"Hi %FirstName%\","
      "\"questions\":[{\"id\":\"support\",\"text\":\"Support?\",\"answers\":[\"Yes\",\"No\"]},"
      "{\"id\":\"volunteer\"}],\"canned_replies\":[{\"title\":\"Thanks\",\"text\":\"Thank you\"}]}}"
      "\r\n\r\n"
      "{\"sender\":{\"email\":\"ANN@example.org\",\"first_name\":\"Other\",\"role\":\"owner\"}}\n"
      "{\"sender\":{\"email\":\"cy@example.org\",\"first_name\":\"Cy\",\"last_name\":\"Dee\","
      "\"role\":\"moderator\"}}\n"
      "{\"conversation\":{\"phone\":\"030 901820\",\"first_name\":\"Eve\","
      "\"last_name\":\"\",\"fields\":{\"city\":\"Köln\",\"b\":\"\"},\"time_zone\":\"Asia/Tokyo\","
      "\"sender\":\"CY@example.org\"}}\n"
      "{\"conversation\":{\"phone\":\"+12025550101\",\"sender\":null,\"time_zone\":null,"
      "\"last_message_at\":null,\"waiting_since\":null}}",
      -1, &error);
  g_autoptr (GPtrArray) senders = NULL;
  g_autoptr (ReaConversation) eve = NULL;
  const ReaQuestion *question = NULL;
  ReaSender         *cy = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (campaign->title, ==, "Autumn");
  g_assert_cmpint (campaign->state, ==, REA_STATE_PAUSED);
  g_assert_cmpint (campaign->window_start, ==, FIXTURE_NOW);
  g_assert_cmpint (campaign->window_end, ==, 1744221600);
  g_assert_cmpstr (campaign->time_zone, ==, "Europe/Berlin");
  g_assert_true (campaign->has_hours);
  g_assert_cmpint (campaign->hours_start, ==, 600);
  g_assert_cmpint (campaign->hours_end, ==, 1440);
  g_assert_true (campaign->self_assign);
  g_assert_cmpint (campaign->batch, ==, 17);
  g_assert_cmpstr (campaign->country, ==, "DE");
  g_assert_cmpstr (campaign->initial_message, ==, "Hi %FirstName%");
  g_assert_cmpint (campaign->questions->len, ==, 2);
  question = g_ptr_array_index (campaign->questions, 0);
  g_assert_cmpstr (question->id, ==, "support");
  g_assert_cmpstr (question->answers[1], ==, "No");
  g_assert_cmpint (campaign->canned_replies->len, ==, 1);
  g_assert_cmpint (campaign->total, ==, 2);
  g_assert_false (campaign->is_demo);

  senders = rea_session_list_senders (fixture->session, campaign->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (senders->len, ==, 2);
  cy = rea_senders_find (senders, "cy@example.org");
  g_assert_cmpstr (cy->user->last_name, ==, "Dee");
  g_assert_cmpint (cy->user->role, ==, REA_ROLE_MODERATOR);
  g_assert_cmpint (rea_senders_find (senders, "ann@example.org")->user->role, ==, REA_ROLE_SENDER);
  g_assert_cmpstr (rea_senders_find (senders, "ann@example.org")->user->first_name, ==, "");

  eve = fixture_find (fixture, campaign->id, "+4930901820");
  g_assert_cmpstr (eve->first_name, ==, "Eve");
  g_assert_cmpstr (eve->fields, ==, "{\"city\":\"Köln\",\"b\":\"\"}");
  g_assert_cmpstr (eve->time_zone, ==, "Asia/Tokyo");
  g_assert_cmpstr (eve->holder_email, ==, "cy@example.org");
}

static void
test_defaults (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) bare = import_lines (fixture, HEAD "{\"title\":\"A\"}}", -1, &error);
  g_autoptr (ReaCampaign) any = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (bare->state, ==, REA_STATE_DRAFT);
  g_assert_true (bare->has_hours);
  g_assert_cmpint (bare->hours_start, ==, 540);
  g_assert_cmpint (bare->hours_end, ==, 1260);
  g_assert_cmpstr (bare->country, ==, "US");
  g_assert_false (bare->self_assign);
  g_assert_cmpint (bare->batch, ==, 300);
  g_assert_cmpint (bare->window_start, ==, REA_TIME_NONE);
  g_assert_null (bare->initial_message);

  any = import_lines (fixture,
                      HEAD "{\"title\":\"B\",\"opening_hours\":null,\"window_start\":null,"
                           "\"initial_message\":null}}",
                      -1, &error);
  g_assert_no_error (error);
  g_assert_false (any->has_hours);
}

static void
test_statuses (Fixture *fixture, gconstpointer data)
{
#define T1   "\"2025-03-09T17:59:50Z\"" /* -10 */
#define T2   "\"2025-03-09T17:59:51Z\"" /* -9 */
#define T3   "\"2025-03-09T17:59:52Z\"" /* -8 */
#define OUT1 "{\"direction\":\"out\",\"at\":" T1 ",\"text\":\"Hi\",\"by\":\"cy@example.org\"}"
#define IN2  "{\"direction\":\"in\",\"at\":" T2 ",\"text\":\"Yes\"}"
#define IN3  "{\"direction\":\"in\",\"at\":" T3 ",\"text\":\"Yes\",\"by\":null}"
#define OUT3 "{\"direction\":\"out\",\"at\":" T3 ",\"text\":\"Thanks\"}"
  const char *cases[][2] = {
    /* Without messages. */
    { "", "not_started/not_started last 0 waiting 0" },
    { ",\"status\":\"messaged\"", "messaged/messaged last 0 waiting 0" },
    { ",\"status\":\"messaged\",\"last_message_at\":" T1, "messaged/messaged last -10 waiting 0" },
    { ",\"last_message_at\":" T1, "messaged/messaged last -10 waiting 0" },
    { ",\"status\":\"needs_reply\",\"last_message_at\":" T1,
      "needs_reply/needs_reply wrote open last -10 waiting -10" },
    { ",\"status\":\"needs_reply\",\"waiting_since\":" T1,
      "needs_reply/needs_reply wrote open last -10 waiting -10" },
    { ",\"waiting_since\":" T1 ",\"last_message_at\":" T2,
      "needs_reply/needs_reply wrote open last -9 waiting -10" },
    { ",\"status\":\"replied\",\"last_message_at\":" T2,
      "replied/replied wrote open last -9 waiting 0" },
    { ",\"contact_wrote\":true,\"last_message_at\":" T2 ",\"marked\":true",
      "replied/replied wrote marked open last -9 waiting 0" },
    { ",\"status\":\"closed\"", "closed/not_started last 0 waiting 0" },
    { ",\"status\":\"closed\",\"last_message_at\":" T2, "closed/messaged last -9 waiting 0" },
    { ",\"status\":\"closed\",\"contact_wrote\":true",
      "closed/replied wrote open last 0 waiting 0" },
    { ",\"status\":\"closed\",\"waiting_since\":" T1 ",\"last_message_at\":" T2,
      "closed/needs_reply wrote open last -9 waiting -10" },
    /* By messages. */
    { ",\"messages\":[" OUT1 "]", "messaged/messaged last -10 waiting 0" },
    { ",\"messages\":[" OUT1 "],\"contact_wrote\":true",
      "replied/replied wrote open last -10 waiting 0" },
    { ",\"messages\":[" OUT1 "," IN2 "," IN3 "]",
      "needs_reply/needs_reply wrote open last -8 waiting -9" },
    { ",\"messages\":[" OUT1 "," IN2 "," OUT3 "],\"answers\":{\"support\":\"Yes\"}",
      "replied/replied wrote last -8 waiting 0" },
    { ",\"messages\":[" OUT1 "," IN2 "],\"status\":\"closed\",\"last_message_at\":" T2
      ",\"waiting_since\":" T2,
      "closed/needs_reply wrote open last -9 waiting -9" },
    { ",\"messages\":[" IN2 "," IN3 "],\"waiting_since\":" T1,
      "needs_reply/needs_reply wrote open last -8 waiting -10" },
    { ",\"messages\":[" IN3 "," IN2 "]", "needs_reply/needs_reply wrote open last -9 waiting -8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_told (fixture, cases[i][0], cases[i][1]);
}

/* These say of a phone that it has opted out, so each has the database to itself. */
static void
test_opted_out (Fixture *fixture, gconstpointer data)
{
  assert_told (fixture,
               ",\"messages\":[" OUT1 "," IN2 "," IN3 "],\"opted_out\":true,\"status\":\"closed\","
               "\"wrote_after_opt_out\":true,\"waiting_since\":" T2,
               "closed/needs_reply wrote out after open last -8 waiting -9");

  /* And once it has, whatever another file says. */
  assert_told (fixture, ",\"status\":\"messaged\",\"last_message_at\":" T1,
               "closed/messaged out last -10 waiting 0");
}

static void
test_opts_out_everywhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "in.csv");
  g_autoptr (ReaImportReport) report = NULL;
  g_autoptr (ReaConversation) other = NULL;
  g_autoptr (GError) error = NULL;

  fixture_write (fixture, "in.csv", "phone\n+12025550101\n", -1);
  g_assert_true (rea_session_import_contacts (fixture->session, fixture->campaign, path, FALSE,
                                              NULL, NULL, NULL, &report, &error));
  assert_told (fixture, ",\"opted_out\":true", "closed/not_started out last 0 waiting 0");

  other = fixture_find (fixture, fixture->campaign, "+12025550101");
  g_assert_cmpint (other->status, ==, REA_STATUS_CLOSED);
  g_assert_cmpint (other->flags, ==, REA_FLAG_OPTED_OUT);
}

static void
test_contradictions (Fixture *fixture, gconstpointer data)
{
  const char *cases[][2] = {
    { ",\"status\":\"not_started\",\"last_message_at\":" T1, "last_message_at: *" },
    { ",\"status\":\"not_started\",\"waiting_since\":" T1, "waiting_since: *" },
    { ",\"status\":\"not_started\",\"contact_wrote\":true", "status: *" },
    { ",\"status\":\"messaged\",\"contact_wrote\":true", "status: *" },
    { ",\"status\":\"messaged\",\"waiting_since\":" T1, "waiting_since: *" },
    { ",\"status\":\"replied\",\"waiting_since\":" T1, "waiting_since: *" },
    { ",\"status\":\"replied\",\"contact_wrote\":false", "status: *" },
    { ",\"status\":\"needs_reply\",\"contact_wrote\":false", "status: *" },
    { ",\"status\":\"needs_reply\",\"waiting_since\":" T2 ",\"last_message_at\":" T1,
      "waiting_since: *" },
    { ",\"status\":\"closed\",\"waiting_since\":" T2 ",\"contact_wrote\":false",
      "waiting_since: *" },
    { ",\"status\":\"needs_reply\",\"opted_out\":true", "status: *" },
    { ",\"wrote_after_opt_out\":true", "wrote_after_opt_out: *" },
    { ",\"wrote_after_opt_out\":true,\"opted_out\":true,\"contact_wrote\":false",
      "wrote_after_opt_out: *" },
    { ",\"messages\":[" OUT1 "],\"status\":\"not_started\"",
      "status: The messages make this messaged." },
    { ",\"messages\":[" OUT1 "],\"status\":\"needs_reply\"", "status: *" },
    { ",\"messages\":[" OUT1 "],\"status\":\"messaged\",\"contact_wrote\":true", "status: *" },
    { ",\"messages\":[" OUT1 "," IN2 "],\"status\":\"replied\"",
      "status: The messages make this needs_reply." },
    { ",\"messages\":[" OUT1 "," IN2 "],\"contact_wrote\":false", "contact_wrote: *" },
    { ",\"messages\":[" OUT1 "," IN2 "," OUT3 "],\"status\":\"needs_reply\"", "status: *" },
    { ",\"messages\":[" OUT1 "," IN2 "," OUT3 "],\"waiting_since\":" T2, "waiting_since: *" },
    { ",\"messages\":[" OUT1 "," IN2 "," IN3 "],\"waiting_since\":" T3,
      "waiting_since: * 2025-03-09T17:59:51Z." },
    { ",\"messages\":[" OUT1 "," IN2 "],\"waiting_since\":" T1, "waiting_since: *" },
    { ",\"messages\":[" IN2 "],\"waiting_since\":" T3, "waiting_since: *" },
    { ",\"messages\":[" OUT1 "," IN2 "],\"last_message_at\":" T1,
      "last_message_at: * 2025-03-09T17:59:51Z." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *pattern = g_strconcat ("line 3: conversation.", cases[i][1], NULL);

      assert_refused (fixture, cases[i][0], pattern);
    }
}

static void
test_bad_members (Fixture *fixture, gconstpointer data)
{
  const char *cases[][2] = {
    { ",\"colour\":1", "colour: Nothing of that name is known." },
    { ",\"first_name\":1", "first_name: This has to be a text." },
    { ",\"last_name\":null", "last_name: *" },
    { ",\"fields\":[]", "fields: This has to be an object." },
    { ",\"fields\":{\"zip\":90000}", "fields.zip: This has to be a text." },
    { ",\"fields\":{\"\":\"a\"}", "fields: *" },
    { ",\"fields\":{\" a\":\"a\"}", "fields: *" },
    { ",\"fields\":{\"a\\u00a0\":\"a\"}", "fields: *" },
    { ",\"time_zone\":\"Mars/Olympus\"", "time_zone: There is no time zone “Mars/Olympus”." },
    { ",\"sender\":\"bo@example.org\"", "sender: “bo@example.org” is no sender of this campaign." },
    { ",\"sender\":7", "sender: This has to be a text." },
    { ",\"status\":\"open\"", "status: “open” is no status." },
    { ",\"status\":\"needsMessage\"", "status: *" },
    { ",\"opted_out\":\"yes\"", "opted_out: This has to be true or false." },
    { ",\"opted_out\":1", "opted_out: *" },
    { ",\"last_message_at\":\"2025-03-09T17:59:50\"",
      "last_message_at: “2025-03-09T17:59:50” is no time with an offset*" },
    { ",\"last_message_at\":1741543190", "last_message_at: *" },
    { ",\"messages\":{}", "messages: This has to be a list." },
    { ",\"messages\":[1]", "messages?0?: This has to be an object." },
    { ",\"messages\":[" OUT1 ",{\"at\":" T1 ",\"text\":\"\"}]",
      "messages*.direction: This is missing." },
    { ",\"messages\":[{\"direction\":\"up\",\"at\":" T1 ",\"text\":\"\"}]",
      "messages*.direction: *" },
    { ",\"messages\":[{\"direction\":\"in\",\"text\":\"\"}]", "messages*.at: This is missing." },
    { ",\"messages\":[{\"direction\":\"in\",\"at\":" T1 "}]", "messages*.text: This is missing." },
    { ",\"messages\":[{\"direction\":\"in\",\"at\":" T1 ",\"text\":\"\",\"by\":\"x\"}]",
      "messages*.by: “x” is no e-mail address." },
    { ",\"messages\":[{\"direction\":\"in\",\"at\":" T1 ",\"text\":\"\",\"id\":1}]",
      "messages*.id: Nothing of that name is known." },
    { ",\"answers\":{\"other\":\"Yes\"}", "answers.other: The campaign has no such question." },
    { ",\"answers\":{\"support\":1}", "answers.support: This has to be a text." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *pattern = g_strconcat ("line 3: conversation.", cases[i][1], NULL);

      assert_refused (fixture, cases[i][0], pattern);
    }
}

static void
test_bad_lines (Fixture *fixture, gconstpointer data)
{
  g_autofree char *cell = g_strnfill (17 * 1024 * 1024, 'x');
  g_autofree char *long_line =
      g_strconcat (HEADER "{\"conversation\":{" PHONE ",\"first_name\":\"", cell, "\"}}\n", NULL);
  const char *cases[][2] = {
    { "", "*is empty*" },
    { "\n \r\n", "*is empty*" },
    { "phone,first name\n+12025550101,Ann\n", "line 1: This is no JSON, or it is cut off." },
    { "[]\n", "line 1: This has to be an object." },
    { "{}\n", "line 1: format: This is missing." },
    { "{\"format\":\"other\",\"version\":1,\"campaign\":{\"title\":\"A\"}}", "line 1: format: *" },
    { "{\"format\":\"reassign-campaign\",\"campaign\":{\"title\":\"A\"}}",
      "line 1: version: This is missing." },
    { "{\"format\":\"reassign-campaign\",\"version\":\"1\",\"campaign\":{\"title\":\"A\"}}",
      "line 1: version: This has to be a whole number." },
    { "{\"format\":\"reassign-campaign\",\"version\":0,\"campaign\":{\"title\":\"A\"}}",
      "line 1: version: *" },
    { "{\"format\":\"reassign-campaign\",\"version\":1}", "line 1: campaign: This is missing." },
    { HEAD "{}}", "line 1: campaign.title: This is missing." },
    { HEAD "{\"title\":\"\"}}", "line 1: campaign: A campaign needs a title." },
    { HEAD "{\"title\":\"A\",\"colour\":1}}",
      "line 1: campaign.colour: Nothing of that name is known." },
    { HEAD "{\"title\":\"A\"},\"colour\":1}", "line 1: colour: Nothing of that name is known." },
    { HEAD "{\"title\":\"A\",\"title\":\"B\"}}", "line 1: Two members are called “title”." },
    { HEAD "{\"title\":\"A\",\"state\":\"open\"}}", "line 1: campaign.state: *" },
    { HEAD "{\"title\":\"A\",\"state\":null}}", "line 1: campaign.state: *" },
    { HEAD "{\"title\":\"A\",\"window_start\":\"tomorrow\"}}", "line 1: campaign.window_start: *" },
    { HEAD "{\"title\":\"A\",\"window_start\":" T2 ",\"window_end\":" T1 "}}",
      "line 1: campaign: *" },
    { HEAD "{\"title\":\"A\",\"time_zone\":\"Mars\"}}", "line 1: campaign.time_zone: *" },
    { HEAD "{\"title\":\"A\",\"time_zone\":null}}", "line 1: campaign.time_zone: *" },
    { HEAD "{\"title\":\"A\",\"country\":\"XX\"}}", "line 1: campaign.country: *" },
    { HEAD "{\"title\":\"A\",\"opening_hours\":{\"start\":\"09:00\"}}}",
      "line 1: campaign.opening_hours.end: This is missing." },
    { HEAD "{\"title\":\"A\",\"opening_hours\":{\"start\":\"9\",\"end\":\"21:00\"}}}",
      "line 1: campaign.opening_hours.start: *" },
    { HEAD "{\"title\":\"A\",\"self_assign\":{\"batch\":0}}}",
      "line 1: campaign.self_assign.batch: This has to be from 1 to 5000." },
    { HEAD "{\"title\":\"A\",\"self_assign\":{\"batch\":4294967297}}}",
      "line 1: campaign.self_assign.batch: *" },
    { HEAD "{\"title\":\"A\",\"questions\":[{\"text\":\"a\"}]}}",
      "line 1: campaign.questions?0?.id: This is missing." },
    { HEAD "{\"title\":\"A\",\"questions\":[{\"id\":\"a\"},{\"id\":\"a\"}]}}",
      "line 1: campaign: *" },
    { HEAD "{\"title\":\"A\",\"questions\":[{\"id\":\"a\",\"answers\":[\"b\",1]}]}}",
      "line 1: campaign.questions?0?.answers?1?: This has to be a text." },
    { HEAD "{\"title\":\"A\",\"canned_replies\":[{\"title\":\"a\"}]}}",
      "line 1: campaign.canned_replies?0?.text: This is missing." },
    { HEAD "{\"title\":\"A\",\"state\":\"active\",\"initial_message\":\"Hi %Colour%\"}}",
      "line 1: campaign: *Colour*" },
    { HEADER HEADER, "line 2: format: There is one campaign in a file." },
    { HEADER "{}", "line 2: This has to be a sender or a conversation." },
    { HEADER "{\"sender\":{\"email\":\"cy@example.org\"},\"conversation\":{" PHONE "}}",
      "line 2: This has to be a sender or a conversation." },
    { HEADER "{\"colour\":{}}", "line 2: colour: Nothing of that name is known." },
    { HEADER "\n{\"sender\":7}", "line 3: sender: This has to be an object." },
    { HEADER "{\"sender\":{\"first_name\":\"Cy\"}}", "line 2: sender.email: This is missing." },
    { HEADER "{\"sender\":{\"email\":\"cy\"}}",
      "line 2: sender.email: “cy” is no e-mail address." },
    { HEADER "{\"sender\":{\"email\":\"cy@example.org\",\"role\":\"boss\"}}",
      "line 2: sender.role: *" },
    { HEADER SENDER "{\"sender\":{\"email\":\"CY@example.org\"}}",
      "line 3: sender.email: *twice*" },
    { HEADER "{\"conversation\":{" PHONE "}}\n" SENDER, "line 3: sender: *before*" },
    { HEADER "{\"conversation\":{\"first_name\":\"Ann\"}}",
      "line 2: conversation.phone: This is missing." },
    { HEADER "{\"conversation\":{\"phone\":\"12\"}}",
      "line 2: conversation.phone: “12” is no possible phone number in US." },
    { HEADER "{\"conversation\":{" PHONE "}}\n{\"conversation\":{\"phone\":\"(202) 555-0101\"}}",
      "line 3: conversation.phone: The campaign has the phone number +12025550101 already." },
    { HEADER "{\"conversation\":{" PHONE ",\"fields\":{\"a\":\"\",\"a\":\"\"}}}",
      "line 2: Two members are called “a”." },
    { HEADER "{\"conversation\":{" PHONE ",\"first_name\":\"\xff\"}}",
      "line 2: This is not UTF-8." },
    { HEADER SENDER "{\"conversation\":{" PHONE ",\"first_na",
      "line 3: This is no JSON, or it is cut off." },
    { long_line, "line 2: This is longer than 16 MiB." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (import_lines (fixture, cases[i][0], -1, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_true (g_pattern_match_simple (cases[i][1], error->message));
      g_assert_cmpint (count_campaigns (fixture), ==, 1);
    }
}

static void
test_too_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
      import_lines (fixture,
                    "{\"format\":\"reassign-campaign\",\"version\":2,\"something\":\"else\"}", -1,
                    &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_TOO_NEW);
  g_assert_true (g_str_has_prefix (error->message, "line 1: version: "));
}

/* Users that a refused file names are not there afterwards. */
static void
test_authors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const char *lines = HEADER "{\"conversation\":{" PHONE ",\"messages\":[{\"direction\":\"out\","
                             "\"at\":" T1 ",\"text\":\"Hi\",\"by\":\"Gone@example.org\"},"
                             "{\"direction\":\"out\",\"at\":" T1 ",\"text\":\"Hi\","
                             "\"by\":\"gone@example.org\"}]}}\n";
  g_autofree char *refused = g_strconcat (lines, "{", NULL);

  g_assert_null (import_lines (fixture, refused, -1, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  g_clear_error (&error);
  before = rea_session_list_users (fixture->session, NULL);
  g_assert_cmpint (before->len, ==, 3);

  campaign = import_lines (fixture, lines, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (campaign->n_senders, ==, 0);
  after = rea_session_list_users (fixture->session, NULL);
  g_assert_cmpint (after->len, ==, 4);

  for (guint i = 0; i < after->len; i++)
    {
      const ReaUser *user = g_ptr_array_index (after, i);

      if (g_str_equal (user->email, "Gone@example.org"))
        {
          g_assert_cmpint (user->role, ==, REA_ROLE_SENDER);
          return;
        }
    }

  g_assert_not_reached ();
}

static void
test_not_allowed (Fixture *fixture, gconstpointer data)
{
  const char      *users[] = { "ann@example.org", "mo@example.org", "ad@example.org" };
  const ReaRole    roles[] = { REA_ROLE_SENDER, REA_ROLE_MODERATOR, REA_ROLE_ADMIN };
  g_autofree char *database = fixture_path (fixture, "test.db");
  g_autofree char *path = fixture_path (fixture, "in.jsonl");

  fixture_write (fixture, "in.jsonl",
                 HEADER "{\"sender\":{\"email\":\"cy@example.org\",\"role\":\"owner\"}}\n", -1);

  for (guint i = 0; i < G_N_ELEMENTS (users); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ReaSession) session = NULL;

      if (roles[i] != REA_ROLE_SENDER)
        rea_user_free (
            rea_session_add_user (fixture->session, users[i], NULL, NULL, roles[i], NULL));

      session = rea_session_open (database, users[i], &error);
      g_assert_no_error (error);
      g_assert_null (rea_session_import_campaign (session, path, NULL, NULL, NULL, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
      g_assert_cmpint (g_str_has_prefix (error->message, "line 2: sender: "), ==,
                       roles[i] == REA_ROLE_ADMIN);
      g_assert_cmpint (count_campaigns (fixture), ==, 1);
    }
}

static void
cancel_cb (gint64 done, gint64 total, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "in.jsonl");
  g_autoptr (GString) lines = g_string_new (HEADER);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (lines, "{\"conversation\":{\"phone\":\"+1202555%04u\"}}\n", i);
  fixture_write (fixture, "in.jsonl", lines->str, lines->len);

  g_assert_null (rea_session_import_campaign (fixture->session, path, cancel_cb, cancellable,
                                              cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count_campaigns (fixture), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/campaign-import/campaign", test_campaign);
  FIXTURE_ADD ("/campaign-import/defaults", test_defaults);
  FIXTURE_ADD ("/campaign-import/statuses", test_statuses);
  FIXTURE_ADD ("/campaign-import/opted-out", test_opted_out);
  FIXTURE_ADD ("/campaign-import/opts-out-everywhere", test_opts_out_everywhere);
  FIXTURE_ADD ("/campaign-import/contradictions", test_contradictions);
  FIXTURE_ADD ("/campaign-import/bad-members", test_bad_members);
  FIXTURE_ADD ("/campaign-import/bad-lines", test_bad_lines);
  FIXTURE_ADD ("/campaign-import/too-new", test_too_new);
  FIXTURE_ADD ("/campaign-import/authors", test_authors);
  FIXTURE_ADD ("/campaign-import/not-allowed", test_not_allowed);
  FIXTURE_ADD ("/campaign-import/cancel", test_cancel);

  return g_test_run ();
}
