/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The promises of the gateway's runner, with a gateway that does what it is told. */
#include "gateway-stage.h"

#include "rea-session-private.h"

#define PHONE "+12025550101"
#define OTHER "+12025550102"

static gint64
count (GatewayStage *self, ReaDelivery state)
{
  g_autoptr (ReaGatewayStatus) status = gateway_stage_get_status (self);

  return status->n[state];
}

static gboolean
one_is_sent (GatewayStage *self)
{
  return count (self, REA_DELIVERY_SENT) == 1;
}

static gboolean
two_are_sent (GatewayStage *self)
{
  return count (self, REA_DELIVERY_SENT) == 2;
}

static void
assert_asked (GatewayStage *self, guint place, const char *what)
{
  GPtrArray *asked = gateway_stage_get_asked (self);

  g_assert_cmpuint (asked->len, >, place);
  g_assert_cmpstr (asked->pdata[place], ==, what);
}

/* What was queued before it ran, and what is queued while it does. */
static void
test_send (GatewayStage *self, gconstpointer data)
{
  gint64 first = gateway_stage_add_contact (self, PHONE);
  gint64 second = gateway_stage_add_contact (self, OTHER);

  gateway_stage_write (self, first, "Hi %FirstName%");
  gateway_stage_run_until (self, one_is_sent);
  gateway_stage_write (self, second, "Ho");
  gateway_stage_run_until (self, two_are_sent);

  g_assert_cmpuint (gateway_stage_get_asked (self)->len, ==, 2);
  assert_asked (self, 0, PHONE " Hi Zoë #1/1");
  assert_asked (self, 1, OTHER " Ho #2/1");
}

static void
test_port_taken (GatewayStage *self, gconstpointer data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GUri) uri = g_uri_parse (self->base, G_URI_FLAGS_NONE, NULL);
  g_autoptr (GSocketAddress) address =
      g_inet_socket_address_new_from_string ("127.0.0.1", g_uri_get_port (uri));
  g_autoptr (GError) error = NULL;

  g_socket_listener_add_address (listener, address, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP,
                                 NULL, NULL, &error);
  g_assert_no_error (error);

  g_assert_false (gateway_stage_run (self, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_IO);
}

/* Nobody else is there to run it, and nobody asks twice. */
static void
test_one_runner (GatewayStage *self, gconstpointer data)
{
  g_autoptr (ReaSession) first = scratch_open (&self->scratch, SCRATCH_OWNER);
  g_autoptr (GError) error = NULL;

  g_assert_true (rea_store_hold_gateway (rea_session_get_store (first), &error));
  g_assert_no_error (error);
  g_assert_false (gateway_stage_run (self, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_BUSY);
}

static gboolean
all_are_sent (GatewayStage *self)
{
  return count (self, REA_DELIVERY_SENT) == 50;
}

/* Several at a time, but one after the other to one phone, as they were written. */
static void
test_order (GatewayStage *self, gconstpointer data)
{
  GPtrArray *asked = gateway_stage_get_asked (self);
  int        last[10] = { 0 };

  for (int i = 0; i < 10; i++)
    {
      g_autofree char *phone = g_strdup_printf ("+120255501%02d", i);

      gateway_stage_add_contact (self, phone);
    }

  for (int i = 0; i < 5; i++)
    for (int contact = 0; contact < 10; contact++)
      {
        g_autofree char *text = g_strdup_printf ("%d", i + 1);

        gateway_stage_write (self, contact + 1, text);
      }

  gateway_stage_run_until (self, all_are_sent);

  g_assert_cmpuint (asked->len, ==, 50);
  g_assert_cmpuint (gateway_stage_get_most (self), >=, 10);
  g_assert_cmpuint (gateway_stage_get_most (self), <=, 16);
  for (guint i = 0; i < asked->len; i++)
    {
      const char *what = asked->pdata[i];
      int         contact = what[11] - '0';
      int         number = what[13] - '0';

      g_assert_cmpint (number, ==, last[contact] + 1);
      last[contact] = number;
    }
}

static gboolean
one_has_failed (GatewayStage *self)
{
  return count (self, REA_DELIVERY_FAILED) == 1;
}

/* No way leads there: that is final, and no trouble. */
static void
test_not_routable (GatewayStage *self, gconstpointer data)
{
  g_autoptr (ReaGatewayStatus) status = NULL;

  gateway_stage_write (self, gateway_stage_add_contact (self, PHONE), "Hi");
  gateway_stage_set_mood (self, GATEWAY_REFUSES);
  gateway_stage_run_until (self, one_has_failed);

  status = gateway_stage_get_status (self);
  g_assert_null (status->settings->trouble);
  g_assert_cmpuint (gateway_stage_get_asked (self)->len, ==, 1);
}

/* A wrong password keeps the queue, is asked about less and less, and never counts as
 * sent.
 */
static void
test_later (GatewayStage *self, gconstpointer data)
{
  g_autoptr (ReaGatewayStatus) status = NULL;
  guint n;

  gateway_stage_write (self, gateway_stage_add_contact (self, PHONE), "Hi");
  gateway_stage_write (self, gateway_stage_add_contact (self, OTHER), "Ho");
  gateway_stage_set_mood (self, GATEWAY_SAYS_LATER);
  gateway_stage_set_tick (1000);
  gateway_stage_run_for (self, 20);

  n = gateway_stage_get_asked (self)->len;
  g_assert_cmpuint (n, >=, 4);
  g_assert_cmpuint (n, <=, 9);
  status = gateway_stage_get_status (self);
  g_assert_cmpint (status->n[REA_DELIVERY_QUEUED], ==, 2);
  g_assert_cmpint (status->resent, ==, 0);
  g_assert_cmpstr (status->settings->trouble, ==, "Trouble.");

  gateway_stage_set_mood (self, GATEWAY_ACCEPTS);
  gateway_stage_run_until (self, two_are_sent);
  g_clear_pointer (&status, rea_gateway_status_free);
  status = gateway_stage_get_status (self);
  g_assert_null (status->settings->trouble);
  g_assert_cmpint (status->resent, ==, 0);
}

static gboolean
is_well_after_trouble (GatewayStage *self)
{
  if (self->told->len == 2)
    gateway_stage_set_mood (self, GATEWAY_ACCEPTS);

  return one_is_sent (self) && self->told->len > 2;
}

/* A trouble is told when it begins and when it is over, however often it is met. */
static void
test_told (GatewayStage *self, gconstpointer data)
{
  gateway_stage_write (self, gateway_stage_add_contact (self, PHONE), "Hi");
  gateway_stage_set_mood (self, GATEWAY_SAYS_LATER);
  gateway_stage_set_tick (1000);
  gateway_stage_run_for (self, 10);
  g_assert_cmpuint (gateway_stage_get_asked (self)->len, >, 1);
  g_assert_cmpuint (self->told->len, ==, 2);
  g_assert_true (g_str_has_prefix (self->told->pdata[0], self->base + strlen ("http://")));
  g_assert_true (g_str_has_suffix (self->told->pdata[0], " http://127.0.0.1:1/s"));
  g_assert_cmpstr (self->told->pdata[1], ==, "Trouble.");

  g_ptr_array_set_size (self->told, 0);
  gateway_stage_run_until (self, is_well_after_trouble);
  g_assert_cmpuint (self->told->len, ==, 3);
  g_assert_cmpstr (self->told->pdata[1], ==, "Trouble.");
  g_assert_cmpstr (self->told->pdata[2], ==, "Over.");
}

#define N_CONTACTS 40

static gboolean
is_an_hour_later (GatewayStage *self)
{
  return gateway_stage_get_time () > 3600;
}

/* Two messages to each of many, and no gateway for an hour. */
static void
be_gone_for_an_hour (GatewayStage *self, GatewayMood mood)
{
  for (int i = 0; i < N_CONTACTS; i++)
    {
      g_autofree char *phone = g_strdup_printf ("+120255501%02d", i);

      gateway_stage_write (self, gateway_stage_add_contact (self, phone), "1");
    }
  for (int i = 0; i < N_CONTACTS; i++)
    gateway_stage_write (self, i + 1, "2");

  gateway_stage_set_mood (self, mood);
  gateway_stage_set_tick (1000);
  gateway_stage_set_pace (1);
  gateway_stage_run_until (self, is_an_hour_later);
  g_assert_cmpint (count (self, REA_DELIVERY_QUEUED), ==, 2 * N_CONTACTS);
}

/* The first may be several at once; then one second is waited, and twice as long each
 * time, up to thirty; and hardly longer than that.
 */
static void
assert_backed_off (GatewayStage *self)
{
  const GArray *tries = gateway_stage_get_tries (self);
  gint64        pause = 1000;
  gint64        last = -1;

  for (guint i = 0; i < tries->len; i++)
    {
      gint64 now = g_array_index (tries, gint64, i);

      if (last >= 0 && (now > last || pause > 1000))
        {
          g_assert_cmpint (now - last, >=, pause);
          g_assert_cmpint (now - last, <=, pause + 2000);
          pause = MIN (2 * pause, 30000);
        }
      last = now;
    }

  g_assert_cmpint (pause, ==, 30000);
  g_assert_cmpint (last, >, 3600000 - 33000);
}

static gboolean
all_have_left (GatewayStage *self)
{
  return count (self, REA_DELIVERY_SENT) == 2 * N_CONTACTS;
}

/* When it is back all of it leaves, in half a minute, in order, nothing twice. */
static void
come_back (GatewayStage *self)
{
  const GArray *tries = gateway_stage_get_tries (self);
  GPtrArray    *asked = gateway_stage_get_asked (self);
  gint64        back = (gint64) (gateway_stage_get_time () * 1000);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (ReaGatewayStatus) status = NULL;

  g_ptr_array_set_size (asked, 0);
  gateway_stage_set_mood (self, GATEWAY_ACCEPTS);
  gateway_stage_run_until (self, all_have_left);

  g_assert_cmpint (g_array_index (tries, gint64, tries->len - 1) - back, <, 31000);
  g_assert_cmpuint (asked->len, ==, 2 * N_CONTACTS);
  for (guint i = 0; i < asked->len; i++)
    {
      g_auto (GStrv) words = g_strsplit (asked->pdata[i], " ", 3);
      g_autofree char *first = g_strdup_printf ("%s 1", words[0]);

      g_assert_true (g_str_equal (words[1], "1") || g_hash_table_contains (seen, first));
      g_assert_true (g_hash_table_add (seen, g_strdup_printf ("%s %s", words[0], words[1])));
    }

  status = gateway_stage_get_status (self);
  g_assert_cmpint (status->resent, ==, 0);
  g_assert_cmpint (status->twice, ==, 0);
  g_assert_null (status->settings->trouble);
}

/* The gateway gone for an hour: nothing is asked for in vain, and nothing is lost. */
static void
test_gone_for_an_hour (GatewayStage *self, gconstpointer data)
{
  be_gone_for_an_hour (self, GATEWAY_IS_GONE);
  g_assert_cmpuint (gateway_stage_get_asked (self)->len, ==, 0);
  assert_backed_off (self);
  come_back (self);
}

/* And one that says no for an hour is asked by one message at a time. */
static void
test_no_for_an_hour (GatewayStage *self, gconstpointer data)
{
  be_gone_for_an_hour (self, GATEWAY_SAYS_LATER);
  assert_backed_off (self);
  come_back (self);
}

static gboolean
was_asked_twice (GatewayStage *self)
{
  if (gateway_stage_get_asked (self)->len == 1)
    gateway_stage_set_mood (self, GATEWAY_ACCEPTS);

  return gateway_stage_get_asked (self)->len == 2 && one_is_sent (self);
}

/* No answer and no report: it is asked for again after thirty seconds, and counted. */
static void
test_no_answer (GatewayStage *self, gconstpointer data)
{
  g_autoptr (ReaGatewayStatus) status = NULL;

  gateway_stage_write (self, gateway_stage_add_contact (self, PHONE), "Hi");
  gateway_stage_set_mood (self, GATEWAY_IS_SILENT);
  gateway_stage_set_tick (2000);
  gateway_stage_run_until (self, was_asked_twice);

  g_assert_cmpfloat (gateway_stage_get_time (), >=, 30);
  assert_asked (self, 1, PHONE " Hi #1/2");
  status = gateway_stage_get_status (self);
  g_assert_cmpint (status->resent, ==, 1);
  g_assert_cmpint (status->twice, ==, 0);
}

/* One that hangs is given up; while it does, nothing is asked for again. */
static void
test_hangs (GatewayStage *self, gconstpointer data)
{
  gateway_stage_write (self, gateway_stage_add_contact (self, PHONE), "Hi");
  gateway_stage_set_mood (self, GATEWAY_HANGS);
  gateway_stage_set_tick (5000);
  gateway_stage_run_for (self, 30);

  g_assert_cmpuint (gateway_stage_get_asked (self)->len, ==, 1);
  g_assert_cmpint (count (self, REA_DELIVERY_UNANSWERED), ==, 1);
}

/* A process that was stopped was not running: the wait is not over because of it. */
static void
test_stopped (GatewayStage *self, gconstpointer data)
{
  gateway_stage_write (self, gateway_stage_add_contact (self, PHONE), "Hi");
  gateway_stage_set_mood (self, GATEWAY_IS_SILENT);
  gateway_stage_set_tick (3600000);
  gateway_stage_run_for (self, 4);

  g_assert_cmpint (count (self, REA_DELIVERY_UNANSWERED), ==, 1);
  g_assert_cmpuint (gateway_stage_get_asked (self)->len, ==, 1);
}

static GatewayCall calls[3];

static gboolean
first_is_answered (GatewayStage *self)
{
  return calls[0].status != 0;
}

static gboolean
report_it (gpointer user_data)
{
  gateway_stage_call (user_data, &calls[0], "/report", "id=1&asked=1&type=1");

  return G_SOURCE_REMOVE;
}

/* The runner died behind its request; the next one hears the report, and does not ask
 * again.
 */
static void
test_taken_over (GatewayStage *self, gconstpointer data)
{
  g_autoptr (ReaGatewayStatus) status = NULL;

  gateway_stage_write (self, gateway_stage_add_contact (self, PHONE), "Hi");
  gateway_stage_set_mood (self, GATEWAY_IS_SILENT);
  gateway_stage_run_for (self, 2);
  g_assert_cmpint (count (self, REA_DELIVERY_UNANSWERED), ==, 1);

  gateway_stage_set_mood (self, GATEWAY_ACCEPTS);
  gateway_stage_set_tick (3000);
  calls[0].status = 0;
  gateway_stage_set_pace (250);
  g_timeout_add (600, report_it, self);
  gateway_stage_run_until (self, first_is_answered);
  gateway_stage_run_for (self, 15);

  g_assert_cmpuint (calls[0].status, ==, 200);
  status = gateway_stage_get_status (self);
  g_assert_cmpint (status->n[REA_DELIVERY_DELIVERED], ==, 1);
  g_assert_cmpint (status->resent, ==, 0);
  g_assert_cmpuint (gateway_stage_get_asked (self)->len, ==, 1);
}

static gboolean
call_it (gpointer user_data)
{
  const char *const *queries =
      g_object_get_data (G_OBJECT (((GatewayStage *) user_data)->owner), "queries");

  for (guint i = 0; i < 3; i++)
    gateway_stage_call (user_data, &calls[i], queries[2 * i], queries[2 * i + 1]);

  return G_SOURCE_REMOVE;
}

static gboolean
all_are_answered (GatewayStage *self)
{
  return calls[0].status != 0 && calls[1].status != 0 && calls[2].status != 0;
}

/* Three calls: a path and a query each. */
static void
call_three (GatewayStage *self, const char *const *queries)
{
  for (guint i = 0; i < 3; i++)
    calls[i].status = 0;
  g_object_set_data (G_OBJECT (self->owner), "queries", (gpointer) queries);
  g_timeout_add (50, call_it, self);
  gateway_stage_run_until (self, all_are_answered);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (calls[i].status, ==, 200);
      g_assert_cmpuint (calls[i].length, ==, 0);
    }
}

static guint
count_messages (GatewayStage *self, gint64 conversation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) messages =
      rea_session_list_messages (self->owner, self->campaign, conversation, &error);

  g_assert_no_error (error);

  return messages->len;
}

/* The same message three times is one; so it is in a run later. */
static void
test_inbound_once (GatewayStage *self, gconstpointer data)
{
  static const char *const queries[] = { "/message", "id=a&phone=%2B12025550101&text=Hello",
                                         "/message", "id=a&phone=12025550101&text=Hello",
                                         "/message", "id=a&phone=12025550101&text=Hello" };
  gint64                   conversation = gateway_stage_add_contact (self, PHONE);
  g_autoptr (ReaConversation) after = NULL;
  g_autoptr (ReaGatewayStatus) status = NULL;

  call_three (self, queries);
  call_three (self, queries);

  g_assert_cmpuint (count_messages (self, conversation), ==, 1);
  after = stage_get_conversation (self->store, self->campaign, conversation);
  g_assert_cmpint (after->status, ==, REA_STATUS_NEEDS_REPLY);
  status = gateway_stage_get_status (self);
  g_assert_cmpint (status->received, ==, 1);
}

/* A report on nothing that we sent, nor asked for yet, changes nothing. */
static void
test_strange_reports (GatewayStage *self, gconstpointer data)
{
  static const char *const queries[] = { "/report", "id=4711&asked=1&type=1",
                                         "/report", "id=1&asked=1&type=1",
                                         "/report", "id=1&asked=1&type=99" };

  gateway_stage_write (self, gateway_stage_add_contact (self, PHONE), "Hi");
  stage_set_state (self->store, self->campaign, REA_STATE_PAUSED);
  call_three (self, queries);
  g_assert_cmpint (count (self, REA_DELIVERY_QUEUED), ==, 1);
}

/* What is kept of a number that nobody knows, and that its stop holds. */
static void
test_unknown (GatewayStage *self, gconstpointer data)
{
  static const char *const queries[] = { "/message", "id=a&phone=%2B12025550101&text=Who%3F",
                                         "/message", "id=b&phone=%2B12025550101&text=STOP",
                                         "/message", "id=c&phone=Shop&text=stop" };
  g_autoptr (ReaGatewayStatus) status = NULL;
  g_autoptr (GError) error = NULL;
  gboolean opted_out;

  call_three (self, queries);
  gateway_stage_run_until (self, one_is_sent);

  status = gateway_stage_get_status (self);
  g_assert_cmpint (status->unknown_total, ==, 3);
  g_assert_cmpuint (status->unknown->len, ==, 3);
  g_assert_cmpuint (gateway_stage_get_asked (self)->len, ==, 1);
  g_assert_true (
      g_str_has_prefix (gateway_stage_get_asked (self)->pdata[0], PHONE " You are unsubscribed"));

  stage_begin (self->store, REA_STORE_READ);
  rea_store_is_opted_out (self->store, PHONE, &opted_out, &error);
  g_assert_no_error (error);
  g_assert_true (opted_out);
  stage_commit (self->store);
}

/* A stop cancels what waits, is confirmed once whatever the hour, and not again. */
static void
test_opt_out (GatewayStage *self, gconstpointer data)
{
  static const char *const queries[] = { "/message", "id=a&phone=%2B12025550101&text=Stop%21",
                                         "/message", "id=b&phone=%2B12025550101&text=stop",
                                         "/message", "id=c&phone=%2B12025550101&text=quit" };
  g_autoptr (ReaGatewayStatus) status = NULL;

  gateway_stage_write (self, gateway_stage_add_contact (self, PHONE), "Hi");
  stage_set_state (self->store, self->campaign, REA_STATE_PAUSED);
  call_three (self, queries);
  gateway_stage_run_until (self, one_is_sent);

  status = gateway_stage_get_status (self);
  g_assert_cmpint (status->n[REA_DELIVERY_CANCELLED], ==, 1);
  g_assert_cmpint (status->n[REA_DELIVERY_SENT], ==, 1);
  g_assert_cmpuint (gateway_stage_get_asked (self)->len, ==, 1);
}

static void
set_hours (GatewayStage *self, int start, int end)
{
  g_autoptr (ReaCampaign) campaign = stage_get_campaign (self->store, self->campaign);
  g_autoptr (GError) error = NULL;

  g_free (campaign->time_zone);
  campaign->time_zone = g_strdup ("UTC");
  campaign->has_hours = TRUE;
  campaign->hours_start = start;
  campaign->hours_end = end;
  stage_begin (self->store, REA_STORE_WRITE);
  rea_store_update_campaign (self->store, campaign, &error);
  g_assert_no_error (error);
  stage_commit (self->store);
}

/* It was right when it was written; it waits while it is not, and leaves then. */
static void
test_waits (GatewayStage *self, gconstpointer data)
{
  gateway_stage_write (self, gateway_stage_add_contact (self, PHONE), "Hi");

  set_hours (self, 9 * 60, 21 * 60); /* it is 22:13 */
  gateway_stage_run_for (self, 4);
  g_assert_cmpint (count (self, REA_DELIVERY_QUEUED), ==, 1);

  set_hours (self, 9 * 60, 23 * 60);
  stage_set_state (self->store, self->campaign, REA_STATE_PAUSED);
  gateway_stage_run_for (self, 4);
  g_assert_cmpint (count (self, REA_DELIVERY_QUEUED), ==, 1);

  stage_set_state (self->store, self->campaign, REA_STATE_ACTIVE);
  gateway_stage_run_until (self, one_is_sent);
}

static void
opt_out (GatewayStage *self, gint64 conversation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaConversation) after =
      rea_session_opt_out (self->owner, self->campaign, conversation, &error);

  g_assert_no_error (error);
}

/* Whatever state its campaign comes to it waits, and never longer than that; only who
 * has opted out gets it no more, in such a campaign either.
 */
static void
test_campaign_ends (GatewayStage *self, gconstpointer data)
{
  static const ReaState states[] = { REA_STATE_CLOSED, REA_STATE_ARCHIVED, REA_STATE_DRAFT };
  gint64                first = gateway_stage_add_contact (self, PHONE);

  gateway_stage_write (self, first, "Hi");
  gateway_stage_write (self, gateway_stage_add_contact (self, OTHER), "Ho");

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      stage_set_state (self->store, self->campaign, states[i]);
      gateway_stage_run_for (self, 4);
      g_assert_cmpint (count (self, REA_DELIVERY_QUEUED), ==, 2);
    }

  stage_set_state (self->store, self->campaign, REA_STATE_CLOSED);
  opt_out (self, first);
  gateway_stage_run_for (self, 8);
  g_assert_cmpint (count (self, REA_DELIVERY_CANCELLED), ==, 1);
  g_assert_cmpint (count (self, REA_DELIVERY_QUEUED), ==, 1);
  g_assert_cmpuint (gateway_stage_get_asked (self)->len, ==, 0);

  stage_set_state (self->store, self->campaign, REA_STATE_ACTIVE);
  gateway_stage_run_until (self, one_is_sent);
  g_assert_cmpuint (gateway_stage_get_asked (self)->len, ==, 1);
  assert_asked (self, 0, OTHER " Ho #2/1");
}

static gboolean
opt_out_cb (gpointer user_data)
{
  GatewayStage *self = user_data;

  opt_out (self, 1);
  stage_set_state (self->store, self->campaign, REA_STATE_CLOSED);
  gateway_stage_set_mood (self, GATEWAY_ACCEPTS);

  return G_SOURCE_REMOVE;
}

static gboolean
one_is_cancelled (GatewayStage *self)
{
  return count (self, REA_DELIVERY_CANCELLED) == 1;
}

/* While the gateway is away; what was tried before it went does not count. */
static void
test_opt_out_meanwhile (GatewayStage *self, gconstpointer data)
{
  gateway_stage_write (self, gateway_stage_add_contact (self, PHONE), "Hi");
  gateway_stage_write (self, gateway_stage_add_contact (self, OTHER), "Ho");
  gateway_stage_set_mood (self, GATEWAY_IS_GONE);
  gateway_stage_set_tick (1000);
  g_timeout_add (150, opt_out_cb, self);
  gateway_stage_run_until (self, one_is_cancelled);
  gateway_stage_run_for (self, 8);

  g_assert_cmpuint (gateway_stage_get_asked (self)->len, ==, 0);
  g_assert_cmpint (count (self, REA_DELIVERY_CANCELLED), ==, 1);
  g_assert_cmpint (count (self, REA_DELIVERY_QUEUED), ==, 1);
}

#define HOUR 3600

static gboolean
set_clock_cb (gpointer user_data)
{
  scratch_set_clock (SCRATCH_NOW + GPOINTER_TO_INT (user_data) * HOUR);

  return G_SOURCE_REMOVE;
}

/* The hour of the wall counts for opening hours, whichever way it is set. */
static void
test_clock_and_hours (GatewayStage *self, gconstpointer data)
{
  gateway_stage_write (self, gateway_stage_add_contact (self, PHONE), "Hi");
  set_hours (self, 9 * 60, 23 * 60); /* it is 22:13 */

  scratch_set_clock (SCRATCH_NOW + HOUR);
  gateway_stage_set_tick (1000);
  gateway_stage_run_for (self, 4);
  g_assert_cmpint (count (self, REA_DELIVERY_QUEUED), ==, 1);

  /* It is set back while the message waits, and nothing else happens. */
  g_timeout_add (150, set_clock_cb, GINT_TO_POINTER (0));
  gateway_stage_run_until (self, one_is_sent);
  g_assert_cmpuint (gateway_stage_get_asked (self)->len, ==, 1);
}

/* Whoever sets the clock makes nobody impatient: what got no answer is not asked for
 * again because of it, and the gateway is not asked sooner, or later.
 */
static void
test_clock_and_patience (GatewayStage *self, gconstpointer data)
{
  gint64 jump = GPOINTER_TO_INT (data) * HOUR;

  gateway_stage_write (self, gateway_stage_add_contact (self, PHONE), "Hi");
  gateway_stage_set_mood (self, GATEWAY_IS_SILENT);
  gateway_stage_set_tick (2000);
  g_timeout_add (150, set_clock_cb, GINT_TO_POINTER (GPOINTER_TO_INT (data)));
  gateway_stage_run_until (self, was_asked_twice);

  g_assert_cmpint (rea_session_now (self->owner), ==, SCRATCH_NOW + jump);
  g_assert_cmpfloat (gateway_stage_get_time (), >=, 30);
  g_assert_cmpfloat (gateway_stage_get_time (), <, 50);
  assert_asked (self, 1, PHONE " Hi #1/2");
}

/* Sets it anew while it runs, what is %NULL stays as it is. */
static void
set_anew (GatewayStage *self, const char *send_url, const char *login, const char *listen)
{
  g_autoptr (ReaGatewayStatus) before = gateway_stage_get_status (self);
  g_autoptr (ReaGatewaySettings) wanted = rea_gateway_settings_copy (before->settings);
  g_autoptr (ReaGatewayStatus) after = NULL;
  g_autoptr (GError) error = NULL;

  if (send_url != NULL)
    {
      g_free (wanted->send_url);
      wanted->send_url = g_strdup (send_url);
    }
  if (login != NULL)
    {
      g_free (wanted->login);
      wanted->login = g_strdup (login);
    }
  if (listen != NULL)
    {
      g_free (wanted->listen);
      wanted->listen = g_strdup (listen);
    }
  g_clear_pointer (&wanted->trouble, g_free);

  after = rea_session_set_gateway (self->owner, wanted, &error);
  g_assert_no_error (error);
}

static char *other_listen;

static gboolean
listen_elsewhere_cb (gpointer user_data)
{
  GatewayStage *self = user_data;

  set_anew (self, "http://127.0.0.1:1/t", NULL, other_listen);

  return G_SOURCE_REMOVE;
}

static gboolean
both_are_answered (GatewayStage *self)
{
  static gboolean has_called;

  if (self->told->len == 2 && !has_called)
    {
      g_autofree char *other = g_strconcat ("http://", other_listen, NULL);
      char            *base = self->base;

      has_called = TRUE;
      gateway_stage_call (self, &calls[0], "/report", "id=9&asked=1&type=1");
      self->base = other;
      gateway_stage_call (self, &calls[1], "/report", "id=9&asked=1&type=1");
      self->base = base;
    }

  return has_called && calls[0].status != 0 && calls[1].status != 0;
}

/* It goes where it was told to while it runs, and hears what was sent before, too. */
static void
test_set_anew (GatewayStage *self, gconstpointer data)
{
  g_autofree char *listen = other_listen =
      g_strdup_printf ("127.0.0.1:%u", gateway_stage_find_port ());

  calls[0].status = calls[1].status = 0;
  g_timeout_add (50, listen_elsewhere_cb, self);
  gateway_stage_run_until (self, both_are_answered);

  g_assert_cmpuint (calls[0].status, ==, 200);
  g_assert_cmpuint (calls[1].status, ==, 200);
  g_assert_cmpuint (self->told->len, ==, 2);
  g_assert_true (g_str_has_prefix (self->told->pdata[1], listen));
  g_assert_true (g_str_has_suffix (self->told->pdata[1], " http://127.0.0.1:1/t"));
}

/* Where that cannot be it ends, and says why. */
static void
test_set_to_taken_port (GatewayStage *self, gconstpointer data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint            port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_autofree char *listen = other_listen = g_strdup_printf ("127.0.0.1:%u", port);
  g_autoptr (GError) error = NULL;

  g_timeout_add (50, listen_elsewhere_cb, self);
  g_assert_false (gateway_stage_run (self, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_IO);
  g_assert_nonnull (strstr (error->message, listen));
}

static gboolean
change_login_cb (gpointer user_data)
{
  GatewayStage *self = user_data;

  set_anew (self, NULL, "other", NULL);
  gateway_stage_write (self, 2, "Ho");

  return G_SOURCE_REMOVE;
}

/* It has the password of one login. What was answered before is recorded all the same,
 * and nothing leaves with the wrong one.
 */
static void
test_login_changed (GatewayStage *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  gateway_stage_write (self, gateway_stage_add_contact (self, PHONE), "Hi");
  gateway_stage_add_contact (self, OTHER);
  g_timeout_add (20, change_login_cb, self);
  g_assert_false (gateway_stage_run (self, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_WRONG_STATE);
  g_assert_nonnull (strstr (error->message, "other"));

  g_assert_cmpint (count (self, REA_DELIVERY_SENT), ==, 1);
  g_assert_cmpint (count (self, REA_DELIVERY_QUEUED), ==, 1);
  g_assert_cmpuint (gateway_stage_get_asked (self)->len, ==, 1);
}

static gboolean
trouble_is_kept_again (GatewayStage *self)
{
  g_autoptr (ReaGatewayStatus) status = gateway_stage_get_status (self);
  static gboolean is_set;

  if (status->settings->trouble != NULL && !is_set)
    {
      is_set = TRUE;
      set_anew (self, NULL, NULL, NULL);
      return FALSE;
    }

  return is_set && g_strcmp0 (status->settings->trouble, "Trouble.") == 0;
}

/* Who sets it does not make the trouble that its runner has go away. */
static void
test_trouble_stays (GatewayStage *self, gconstpointer data)
{
  gateway_stage_write (self, gateway_stage_add_contact (self, PHONE), "Hi");
  gateway_stage_set_mood (self, GATEWAY_SAYS_LATER);
  gateway_stage_run_until (self, trouble_is_kept_again);
  g_assert_cmpuint (self->told->len, ==, 2);
}

/* Both requests went, and the reports prove it. */
static void
test_twice (GatewayStage *self, gconstpointer data)
{
  static const char *const queries[] = { "/report", "id=1&asked=1&type=8",
                                         "/report", "id=1&asked=2&type=8",
                                         "/report", "id=1&asked=2&type=1" };
  g_autoptr (ReaGatewayStatus) status = NULL;

  gateway_stage_write (self, gateway_stage_add_contact (self, PHONE), "Hi");
  gateway_stage_set_mood (self, GATEWAY_IS_SILENT);
  gateway_stage_set_tick (5000);
  gateway_stage_run_until (self, was_asked_twice);
  call_three (self, queries);

  status = gateway_stage_get_status (self);
  g_assert_cmpint (status->n[REA_DELIVERY_DELIVERED], ==, 1);
  g_assert_cmpint (status->twice, ==, 1);
}

/* A reply belongs where was written last, else to the newest that is active. */
static void
test_whose (GatewayStage *self, gconstpointer data)
{
  static const char *const first[] = { "/message", "id=a&phone=12025550101&text=1",
                                       "/report",  "id=9&asked=1&type=1",
                                       "/report",  "id=9&asked=1&type=1" };
  static const char *const second[] = { "/message", "id=b&phone=12025550101&text=2",
                                        "/report",  "id=9&asked=1&type=1",
                                        "/report",  "id=9&asked=1&type=1" };
  gint64                   here = gateway_stage_add_contact (self, PHONE);
  gint64                   closed = stage_add_campaign (self->store, "Closed", REA_STATE_CLOSED);

  stage_add_contact (self->store, closed, PHONE, "Zoë", REA_HOLDER_UNASSIGNED,
                     REA_STATUS_NOT_STARTED, 0, NULL);
  call_three (self, first);
  g_assert_cmpuint (count_messages (self, here), ==, 1);

  gateway_stage_write (self, here, "Hi");
  stage_add_contact (self->store, stage_add_campaign (self->store, "New", REA_STATE_ACTIVE), PHONE,
                     "Zoë", REA_HOLDER_UNASSIGNED, REA_STATUS_NOT_STARTED, 0, NULL);
  call_three (self, second);
  g_assert_cmpuint (count_messages (self, here), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  GATEWAY_STAGE_ADD ("/gateway/send", test_send);
  GATEWAY_STAGE_ADD ("/gateway/port-taken", test_port_taken);
  GATEWAY_STAGE_ADD ("/gateway/one-runner", test_one_runner);
  GATEWAY_STAGE_ADD ("/gateway/order", test_order);
  GATEWAY_STAGE_ADD ("/gateway/not-routable", test_not_routable);
  GATEWAY_STAGE_ADD ("/gateway/later", test_later);
  GATEWAY_STAGE_ADD ("/gateway/told", test_told);
  GATEWAY_STAGE_ADD ("/gateway/gone-for-an-hour", test_gone_for_an_hour);
  GATEWAY_STAGE_ADD ("/gateway/no-for-an-hour", test_no_for_an_hour);
  GATEWAY_STAGE_ADD ("/gateway/no-answer", test_no_answer);
  GATEWAY_STAGE_ADD ("/gateway/hangs", test_hangs);
  GATEWAY_STAGE_ADD ("/gateway/stopped", test_stopped);
  GATEWAY_STAGE_ADD ("/gateway/taken-over", test_taken_over);
  GATEWAY_STAGE_ADD ("/gateway/inbound-once", test_inbound_once);
  GATEWAY_STAGE_ADD ("/gateway/strange-reports", test_strange_reports);
  GATEWAY_STAGE_ADD ("/gateway/unknown", test_unknown);
  GATEWAY_STAGE_ADD ("/gateway/opt-out", test_opt_out);
  GATEWAY_STAGE_ADD ("/gateway/waits", test_waits);
  GATEWAY_STAGE_ADD ("/gateway/campaign-ends", test_campaign_ends);
  GATEWAY_STAGE_ADD ("/gateway/opt-out-meanwhile", test_opt_out_meanwhile);
  GATEWAY_STAGE_ADD ("/gateway/clock-and-hours", test_clock_and_hours);
  g_test_add ("/gateway/clock-an-hour-forward", GatewayStage, GINT_TO_POINTER (1),
              gateway_stage_set_up, test_clock_and_patience, gateway_stage_tear_down);
  g_test_add ("/gateway/clock-an-hour-back", GatewayStage, GINT_TO_POINTER (-1),
              gateway_stage_set_up, test_clock_and_patience, gateway_stage_tear_down);
  GATEWAY_STAGE_ADD ("/gateway/set-anew", test_set_anew);
  GATEWAY_STAGE_ADD ("/gateway/set-to-taken-port", test_set_to_taken_port);
  GATEWAY_STAGE_ADD ("/gateway/login-changed", test_login_changed);
  GATEWAY_STAGE_ADD ("/gateway/trouble-stays", test_trouble_stays);
  GATEWAY_STAGE_ADD ("/gateway/twice", test_twice);
  GATEWAY_STAGE_ADD ("/gateway/whose", test_whose);

  return g_test_run ();
}
