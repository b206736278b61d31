/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stage.h"

static GPtrArray *
list (ReaStore *store, gint64 campaign)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *senders;

  stage_begin (store, REA_STORE_READ);
  senders = rea_store_list_senders (store, campaign, scratch_clock (), &error);
  g_assert_no_error (error);
  rea_store_add_longest_waits (store, campaign, senders, &error);
  g_assert_no_error (error);
  stage_commit (store);

  return senders;
}

static gint64
get_revision (ReaStore *store, gint64 campaign)
{
  g_autoptr (ReaCampaign) found = stage_get_campaign (store, campaign);

  return found->revision;
}

/* Adds and takes away; each says what it changed and raises the revision. */
static void
test_add_and_remove (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gint64   user, campaign, other, revision;
  gboolean is_sender, added;

  scratch_set_up (&scratch);
  store = stage_open (&scratch);
  user = stage_add_user (store, "ann@example.org", REA_ROLE_SENDER);
  campaign = stage_add_campaign (store, "Spring", REA_STATE_ACTIVE);
  other = stage_add_campaign (store, "Other", REA_STATE_ACTIVE);
  revision = get_revision (store, campaign);

  stage_begin (store, REA_STORE_WRITE);
  g_assert_true (rea_store_is_sender (store, campaign, user, &is_sender, &error));
  g_assert_false (is_sender);
  g_assert_true (rea_store_add_sender (store, campaign, user, &added, &error));
  g_assert_true (added);
  g_assert_true (rea_store_is_sender (store, campaign, user, &is_sender, &error));
  g_assert_true (is_sender);
  g_assert_true (rea_store_is_sender (store, other, user, &is_sender, &error));
  g_assert_false (is_sender);
  stage_commit (store);
  g_assert_cmpint (get_revision (store, campaign), ==, revision + 1);

  stage_begin (store, REA_STORE_WRITE);
  g_assert_true (rea_store_add_sender (store, campaign, user, &added, &error));
  g_assert_false (added);
  stage_commit (store);
  g_assert_cmpint (get_revision (store, campaign), ==, revision + 1);

  stage_begin (store, REA_STORE_WRITE);
  g_assert_true (rea_store_remove_sender (store, campaign, user, &error));
  g_assert_true (rea_store_is_sender (store, campaign, user, &is_sender, &error));
  g_assert_false (is_sender);
  stage_commit (store);
  g_assert_no_error (error);
  g_assert_cmpint (get_revision (store, campaign), ==, revision + 2);
}

static void
test_name_order (void)
{
  const char *order[] = { "Ann@x.org", "bo@x.org", "cy@x.org", "Dee@x.org" };
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaStore) store = NULL;
  g_autoptr (GPtrArray) senders = NULL;
  gint64 campaign;

  scratch_set_up (&scratch);
  store = stage_open (&scratch);
  campaign = stage_add_campaign (store, "Spring", REA_STATE_ACTIVE);
  for (guint i = G_N_ELEMENTS (order); i > 0; i--)
    stage_add_sender (store, campaign, stage_add_user (store, order[i - 1], REA_ROLE_SENDER));
  stage_add_user (store, "none@x.org", REA_ROLE_SENDER);

  senders = list (store, campaign);
  g_assert_cmpuint (senders->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < senders->len; i++)
    g_assert_cmpstr (((const ReaSender *) senders->pdata[i])->user->email, ==, order[i]);
}

/* Online is a heartbeat at most 45 seconds ago; its end is the end at once. */
static void
test_presence (void)
{
  const struct
  {
    gboolean present;
    gint64   ago;
    gboolean online;
  } cases[] = {
    { TRUE, 0, TRUE },     { TRUE, 44, TRUE },  { TRUE, 45, TRUE },   { TRUE, 46, FALSE },
    { TRUE, 3600, FALSE }, { FALSE, 0, FALSE }, { FALSE, 45, FALSE },
  };
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaStore) store = NULL;
  gint64 campaign, user;

  scratch_set_up (&scratch);
  store = stage_open (&scratch);
  campaign = stage_add_campaign (store, "Spring", REA_STATE_ACTIVE);
  user = stage_add_user (store, "ann@example.org", REA_ROLE_SENDER);
  stage_add_sender (store, campaign, user);

  {
    g_autoptr (GPtrArray) senders = list (store, campaign);
    const ReaSender *never = senders->pdata[0];

    g_assert_false (never->online);
    g_assert_cmpint (never->user->last_seen, ==, REA_TIME_NONE);
  }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) senders = NULL;
      g_autoptr (GError) error = NULL;
      const ReaSender *sender;

      stage_begin (store, REA_STORE_WRITE);
      rea_store_set_presence (store, user, cases[i].present, SCRATCH_NOW - cases[i].ago, &error);
      g_assert_no_error (error);
      stage_commit (store);

      senders = list (store, campaign);
      sender = senders->pdata[0];
      g_assert_cmpint (sender->online, ==, cases[i].online);
      g_assert_cmpint (sender->user->last_seen, ==, SCRATCH_NOW - cases[i].ago);
    }
}

/* Two campaigns that share a sender; each counts its own. */
static void
test_counts (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaStore) store = NULL;
  g_autoptr (GPtrArray) senders = NULL;
  g_autoptr (ReaTally) holdings = NULL;
  g_autoptr (ReaConversation) waiting = rea_conversation_new ();
  g_autoptr (GError) error = NULL;
  const ReaSender *sender;
  gint64           campaign, other, ann, bo;
  ReaCounts        unassigned;

  scratch_set_up (&scratch);
  store = stage_open (&scratch);
  campaign = stage_add_campaign (store, "Spring", REA_STATE_ACTIVE);
  other = stage_add_campaign (store, "Other", REA_STATE_ACTIVE);
  ann = stage_add_user (store, "ann@example.org", REA_ROLE_SENDER);
  bo = stage_add_user (store, "bo@example.org", REA_ROLE_SENDER);
  stage_add_sender (store, campaign, ann);
  stage_add_sender (store, campaign, bo);
  stage_add_sender (store, other, ann);

  waiting->open_status = REA_STATUS_NEEDS_REPLY;
  waiting->waiting_since = 700;
  stage_add_contact (store, campaign, "+12025550101", "A", ann, REA_STATUS_NEEDS_REPLY, 0, waiting);
  waiting->waiting_since = 600;
  stage_add_contact (store, campaign, "+12025550102", "B", ann, REA_STATUS_NEEDS_REPLY, 0, waiting);
  waiting->waiting_since = 500; /* closed: it does not wait */
  stage_add_contact (store, campaign, "+12025550103", "C", ann, REA_STATUS_CLOSED, 0, waiting);
  waiting->waiting_since = 400;
  stage_add_contact (store, other, "+12025550104", "D", ann, REA_STATUS_NEEDS_REPLY, 0, waiting);
  stage_add_contact (store, campaign, "+12025550105", "E", ann, REA_STATUS_NOT_STARTED, 0, NULL);
  stage_add_contact (store, campaign, "+12025550106", "F", bo, REA_STATUS_MESSAGED, 0, NULL);
  stage_add_contact (store, campaign, "+12025550107", "G", REA_HOLDER_UNASSIGNED,
                     REA_STATUS_REPLIED, 0, NULL);

  senders = list (store, campaign);
  g_assert_cmpuint (senders->len, ==, 2);

  sender = rea_senders_find_id (senders, ann);
  g_assert_cmpint (rea_counts_total (&sender->counts), ==, 4);
  g_assert_cmpint (sender->counts.n[REA_STATUS_NEEDS_REPLY], ==, 2);
  g_assert_cmpint (sender->counts.n[REA_STATUS_NOT_STARTED], ==, 1);
  g_assert_cmpint (sender->counts.n[REA_STATUS_CLOSED], ==, 1);
  g_assert_cmpint (sender->waiting_since, ==, 600);

  sender = rea_senders_find_id (senders, bo);
  g_assert_cmpint (rea_counts_total (&sender->counts), ==, 1);
  g_assert_cmpint (sender->waiting_since, ==, REA_TIME_NONE);

  stage_begin (store, REA_STORE_READ);
  holdings = rea_store_get_holdings (store, campaign, &error);
  g_assert_no_error (error);
  stage_commit (store);
  unassigned = rea_tally_get (holdings, REA_HOLDER_UNASSIGNED);
  g_assert_cmpint (rea_counts_total (&unassigned), ==, 1);
  g_assert_cmpint (unassigned.n[REA_STATUS_REPLIED], ==, 1);
}

static void
add_message (ReaStore *store,
             gint64    campaign,
             gint64    conversation,
             gboolean  out,
             gint64    ago,
             gint64    by)
{
  g_autoptr (ReaMessage) message = rea_message_new (out, SCRATCH_NOW - ago, "Hi");
  g_autoptr (GError) error = NULL;

  message->conversation_id = conversation;
  message->by = by;
  stage_begin (store, REA_STORE_WRITE);
  rea_store_insert_message (store, campaign, message, &error);
  g_assert_no_error (error);
  stage_commit (store);
}

/* What they sent in this campaign in the last 15 minutes, by the messages' times. */
static void
test_sent_lately (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaStore) store = NULL;
  g_autoptr (GPtrArray) senders = NULL;
  gint64 campaign, other, ann, bo, one, another;

  scratch_set_up (&scratch);
  store = stage_open (&scratch);
  campaign = stage_add_campaign (store, "Spring", REA_STATE_ACTIVE);
  other = stage_add_campaign (store, "Other", REA_STATE_ACTIVE);
  ann = stage_add_user (store, "ann@example.org", REA_ROLE_SENDER);
  bo = stage_add_user (store, "bo@example.org", REA_ROLE_SENDER);
  stage_add_sender (store, campaign, ann);
  stage_add_sender (store, campaign, bo);
  one = stage_add_contact (store, campaign, "+12025550101", "A", bo, REA_STATUS_REPLIED, 0, NULL);
  another = stage_add_contact (store, other, "+12025550101", "A", ann, REA_STATUS_REPLIED, 0, NULL);

  add_message (store, campaign, one, TRUE, 0, ann);
  add_message (store, campaign, one, TRUE, 899, ann);
  add_message (store, campaign, one, TRUE, 901, ann);
  add_message (store, campaign, one, TRUE, -1, ann);
  add_message (store, campaign, one, TRUE, -60, ann);
  add_message (store, campaign, one, FALSE, 10, 0);
  add_message (store, other, another, TRUE, 10, ann);
  add_message (store, campaign, one, TRUE, 10, bo);
  add_message (store, campaign, one, TRUE, 10, 0);

  senders = list (store, campaign);
  g_assert_cmpint (rea_senders_find_id (senders, ann)->sent_15_min, ==, 2);
  g_assert_cmpint (rea_senders_find_id (senders, bo)->sent_15_min, ==, 1);
}

/* More waiting replies than a walk from either end goes through: one who has the
 * oldest, one who has only the newest, and one whose two are in the midst.
 */
static void
test_longest_waits (void)
{
  enum
  {
    N = 5000
  };
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaStore) store = NULL;
  g_autoptr (GPtrArray) senders = NULL;
  g_autoptr (ReaCampaign) entered = NULL;
  g_autoptr (GError) error = NULL;
  gint64 campaign, users[4];

  scratch_set_up (&scratch);
  store = stage_open (&scratch);
  campaign = stage_add_campaign (store, "Spring", REA_STATE_ACTIVE);
  for (guint i = 0; i < G_N_ELEMENTS (users); i++)
    {
      g_autofree char *email = g_strdup_printf ("u%u@example.org", i);

      users[i] = stage_add_user (store, email, REA_ROLE_SENDER);
      stage_add_sender (store, campaign, users[i]);
    }

  entered = stage_get_campaign (store, campaign);
  stage_begin (store, REA_STORE_WRITE);
  rea_store_begin_contacts (store, entered, &error);
  for (gint64 i = 0; i < N; i++)
    {
      g_autoptr (ReaConversation) contact = rea_conversation_new ();

      contact->campaign_id = campaign;
      contact->phone = g_strdup_printf ("+1202555%04" G_GINT64_FORMAT, i);
      contact->first_name = g_strdup ("A");
      contact->last_name = g_strdup ("");
      contact->status = contact->open_status = REA_STATUS_NEEDS_REPLY;
      contact->waiting_since = 1000 + i;
      contact->holder = i == N - 1                     ? users[1]
                        : i == N / 2 || i == N / 2 + 7 ? users[2]
                        : i == N / 2 + 1               ? REA_HOLDER_UNASSIGNED
                                                       : users[0];
      rea_store_insert_contact (store, contact, &error);
      g_assert_no_error (error);
    }
  rea_store_end_contacts (store, entered, scratch_clock (), &error);
  g_assert_no_error (error);
  stage_commit (store);

  senders = list (store, campaign);
  g_assert_cmpint (rea_senders_find_id (senders, users[0])->waiting_since, ==, 1000);
  g_assert_cmpint (rea_senders_find_id (senders, users[1])->waiting_since, ==, 1000 + N - 1);
  g_assert_cmpint (rea_senders_find_id (senders, users[2])->waiting_since, ==, 1000 + N / 2);
  g_assert_cmpint (rea_senders_find_id (senders, users[3])->waiting_since, ==, REA_TIME_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sqlite-senders/add-and-remove", test_add_and_remove);
  g_test_add_func ("/sqlite-senders/name-order", test_name_order);
  g_test_add_func ("/sqlite-senders/presence", test_presence);
  g_test_add_func ("/sqlite-senders/counts", test_counts);
  g_test_add_func ("/sqlite-senders/sent-lately", test_sent_lately);
  g_test_add_func ("/sqlite-senders/longest-waits", test_longest_waits);

  return g_test_run ();
}
