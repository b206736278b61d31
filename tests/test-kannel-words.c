/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-kannel-words.h"

#include <string.h>

#define NOW 1700000000

static ReaGatewaySettings *
new_settings (void)
{
  return rea_gateway_settings_new ("http://127.0.0.1:13013/cgi-bin/sendsms", "re a", "+15550100",
                                   "127.0.0.1:13080", "0123");
}

static char *
dup_send_url (const char *text)
{
  g_autoptr (ReaGatewaySettings) settings = new_settings ();
  ReaOutgoing outgoing = { .id = 7,
                           .asked = 2,
                           .phone = (char *) "+12025550101",
                           .text = (char *) text };

  return rea_kannel_dup_send_url (settings, "p&ss", &outgoing);
}

static void
test_send_url (void)
{
  g_autofree char *url = dup_send_url ("1+1 = 2 & more");

  g_assert_cmpstr (url, ==,
                   "http://127.0.0.1:13013/cgi-bin/sendsms?username=re%20a&password=p%26ss"
                   "&from=%2B15550100&to=%2B12025550101&coding=0&charset=UTF-8"
                   "&text=1%2B1%20%3D%202%20%26%20more&dlr-mask=31"
                   "&dlr-url=http%3A%2F%2F127.0.0.1%3A13080%2Freport%3Fkey%3D0123%26id%3D7"
                   "%26asked%3D2%26type%3D%25d");
}

/* Each in the coding in which it arrives as it was written. */
static void
test_coding (void)
{
  static const struct
  {
    const char *text;
    const char *coding;
  } texts[] = {
    { "Hello", "&coding=0&" },  { "é ü ñ € [x]", "&coding=0&" }, { "Ça", "&coding=0&" },
    { "garçon", "&coding=2&" }, { "“quoted”", "&coding=2&" },    { "😀", "&coding=2&" },
    { "Привет", "&coding=2&" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *url = dup_send_url (texts[i].text);

      g_test_message ("%s", texts[i].text);
      g_assert_nonnull (strstr (url, texts[i].coding));
    }
}

static void
test_judge (void)
{
  static const struct
  {
    guint       status;
    const char *body;
    ReaVerdict  verdict;
    const char *why;
  } answers[] = {
    { 202, "0: Accepted for delivery", REA_VERDICT_ACCEPTED, NULL },
    { 202, "3: Queued for later delivery", REA_VERDICT_ACCEPTED, NULL },
    { 403, "Not routable. Do not try again.", REA_VERDICT_REFUSED, NULL },
    { 403, "Number(s) has/have been denied by white- and/or black-lists.", REA_VERDICT_REFUSED,
      NULL },
    { 403, "Authorization failed for sendsms", REA_VERDICT_LATER,
      "The gateway refuses the login or its password." },
    { 403, "Something else", REA_VERDICT_LATER,
      "The gateway takes no messages now; it answers 403, “Something else”." },
    { 503, "Temporal failure, try again later.", REA_VERDICT_LATER,
      "The gateway takes no messages now; it answers 503, “Temporal failure, try again "
      "later.”." },
    { 500, "", REA_VERDICT_LATER, "The gateway takes no messages now; it answers 500." },
    { 404, "\xff\x01 gone \n", REA_VERDICT_LATER,
      "The gateway takes no messages now; it answers 404, “\xef\xbf\xbd  gone”." },
    { 200, "<html>", REA_VERDICT_LATER,
      "The gateway takes no messages now; it answers 200, “<html>”." },
    { 400, "Empty receiver number not allowed, rejected", REA_VERDICT_REFUSED, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *why = NULL;

      g_assert_cmpint (rea_kannel_judge (answers[i].status, answers[i].body, &why), ==,
                       answers[i].verdict);
      g_assert_cmpstr (why, ==, answers[i].why);
    }
}

static ReaIncoming *
read_message (const char *query)
{
  g_autoptr (GHashTable) values = rea_kannel_parse_query (query);

  return rea_kannel_read_message (values, NOW);
}

static void
test_texts (void)
{
  static const struct
  {
    const char *query;
    const char *text;
  } messages[] = {
    { "charset=UTF-8&text=Hi+there%2B%20%20%C3%A9", "Hi there+  é" },
    { "charset=UTF-16BE&text=%00H%00i%04%3F%D8%3D%DE%00", "Hiп😀" },
    { "charset=UTF-16BE&text=%00A%D8%3D", "A\uFFFD" },
    { "charset=utf-16be&text=%D8%3D%00B%DE%00%D8%3D%DE%00%00", "\uFFFDB\uFFFD😀\uFFFD" },
    { "charset=UTF-16BE&text=%00A%00%00%00B", "A\uFFFDB" },
    { "charset=8-BIT&text=two%20parts%20%C3%A9", "two parts é" },
    { "charset=8-BIT&text=%04%3F%04%40%04%38", "при" },
    { "charset=8-BIT&text=%00H%00%E9", "Hé" },
    { "charset=8-BIT&text=caf%E9", "café" },
    { "charset=WINDOWS-1252&text=%80", "€" },
    { "charset=&text=plain", "plain" },
    { "text=plain", "plain" },
    { "charset=Nonsense&text=plain", "plain" },
    { "charset=UTF-8&text=caf%E9", "café" },
    { "charset=UTF-8&text=", "" },
    { "charset=UTF-8&text=a%00b", "a\xef\xbf\xbd"
                                  "b" },
    { "charset=UTF-8&text=100%", "100%" },
    { "charset=UTF-8&text=%zz%4", "%zz%4" },
    { "charset=UTF-8&text=a%26b%3Dc&text=second", "a&b=c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autofree char *query = g_strconcat ("key=k&id=u-1&phone=%2B12025550101&time=1699999999&",
                                            messages[i].query, NULL);
      g_autoptr (ReaIncoming) message = read_message (query);

      g_test_message ("%s", messages[i].query);
      g_assert_nonnull (message);
      g_assert_true (g_utf8_validate (message->text, -1, NULL));
      g_assert_cmpstr (message->text, ==, messages[i].text);
      g_assert_cmpstr (message->id, ==, "u-1");
      g_assert_cmpstr (message->phone, ==, "+12025550101");
      g_assert_cmpint (message->at, ==, 1699999999);
    }
}

/* A clock that is wrong, or says nothing, is none. */
static void
test_times (void)
{
  static const char *const times[] = { "",
                                       "time=&",
                                       "time=0&",
                                       "time=-5&",
                                       "time=soon&",
                                       "time=1700000001&",
                                       "time=99999999999999999999&" };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *query = g_strconcat (times[i], "id=1&phone=12025550101&text=x", NULL);
      g_autoptr (ReaIncoming) message = read_message (query);

      g_assert_cmpint (message->at, ==, NOW);
    }
}

static void
test_no_message (void)
{
  static const char *const queries[] = { NULL,
                                         "",
                                         "id=1",
                                         "id=&phone=1&text=x",
                                         "phone=1&text=x",
                                         "id=1&text=x",
                                         "id=1&phone=&text=x",
                                         "id=1&phone=1" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    g_assert_null (read_message (queries[i]));
}

static void
test_reports (void)
{
  static const struct
  {
    const char *query;
    gboolean    is_report;
    ReaReport   report;
  } reports[] = {
    { "id=7&asked=2&type=1", TRUE, REA_REPORT_DELIVERED },
    { "id=7&asked=2&type=2", TRUE, REA_REPORT_UNDELIVERED },
    { "id=7&asked=2&type=4", TRUE, REA_REPORT_BUFFERED },
    { "id=7&asked=2&type=8", TRUE, REA_REPORT_ACCEPTED },
    { "id=7&asked=2&type=16", TRUE, REA_REPORT_REJECTED },
    { "id=7&asked=2&type=3", FALSE, 0 },
    { "id=7&asked=2&type=", FALSE, 0 },
    { "id=x&asked=2&type=1", FALSE, 0 },
    { "id=7&type=1", FALSE, 0 },
    { "", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autoptr (GHashTable) values = rea_kannel_parse_query (reports[i].query);
      gint64    id, asked;
      ReaReport report;

      g_assert_cmpint (rea_kannel_read_report (values, &id, &asked, &report), ==,
                       reports[i].is_report);
      if (reports[i].is_report)
        {
          g_assert_cmpint (id, ==, 7);
          g_assert_cmpint (asked, ==, 2);
          g_assert_cmpint (report, ==, reports[i].report);
        }
    }
}

static void
test_key (void)
{
  static const char *const wrong[] = { "",         "key=",       "key=012",          "key=01234",
                                       "key=0124", "other=0123", "key=0124&key=0123" };
  g_autoptr (GHashTable) right = rea_kannel_parse_query ("x=1&key=0123");

  g_assert_true (rea_kannel_has_key (right, "0123"));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GHashTable) values = rea_kannel_parse_query (wrong[i]);

      g_assert_false (rea_kannel_has_key (values, "0123"));
    }
}

/* What Kannel fills in is what is read. */
static void
test_get_url (void)
{
  g_autoptr (ReaGatewaySettings) settings = new_settings ();
  g_autofree char *url = rea_kannel_dup_get_url (settings);

  g_assert_cmpstr (url, ==,
                   "http://127.0.0.1:13080/message?key=0123&id=%I&phone=%p&time=%T&charset=%C"
                   "&coding=%c&text=%b");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kannel-words/send-url", test_send_url);
  g_test_add_func ("/kannel-words/coding", test_coding);
  g_test_add_func ("/kannel-words/judge", test_judge);
  g_test_add_func ("/kannel-words/texts", test_texts);
  g_test_add_func ("/kannel-words/times", test_times);
  g_test_add_func ("/kannel-words/no-message", test_no_message);
  g_test_add_func ("/kannel-words/reports", test_reports);
  g_test_add_func ("/kannel-words/key", test_key);
  g_test_add_func ("/kannel-words/get-url", test_get_url);

  return g_test_run ();
}
