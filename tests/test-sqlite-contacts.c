/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-fixture.h"
#include "sqlite/rea-sqlite-store-private.h"

static ReaConversation *
make_contact (const char *phone, const char *first_name, const char *last_name)
{
  ReaConversation *contact = rea_conversation_new ();

  contact->phone = g_strdup (phone);
  contact->first_name = g_strdup (first_name);
  contact->last_name = g_strdup (last_name);

  return contact;
}

static GPtrArray *
make_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) rea_conversation_free);
}

static ReaCampaign *
get_campaign (ReaFixture *self)
{
  g_autoptr (GError) error = NULL;
  ReaCampaign *campaign = rea_session_get_campaign (self->session, self->campaign, &error);

  g_assert_no_error (error);

  return campaign;
}

static gint64
count_indexes (ReaFixture *self)
{
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  rea_fixture_begin (self);
  rea_sqlite_get_int (rea_sqlite_store_get_db (self->store),
                      "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL",
                      0, &n, &error, "");
  g_assert_no_error (error);
  rea_fixture_commit (self);

  return n;
}

/* All that came in is there again, in the order of the file. */
static void
test_round_trip (ReaFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) contacts = make_list ();
  g_autoptr (ReaConversation) found = NULL;
  ReaConversation *contact = make_contact ("+0012345", "Zoë", "O'Brien");
  gint64           n_indexes = count_indexes (self);
  gint64           a = rea_fixture_add_sender (self, "a@x");

  contact->fields = g_strdup ("{\"city\":\"Köln\",\"n\":\"1\"}");
  contact->time_zone = g_strdup ("America/New_York");
  contact->status = REA_STATUS_CLOSED;
  contact->open_status = REA_STATUS_NEEDS_REPLY;
  contact->holder = a;
  contact->flags = REA_FLAG_OPTED_OUT | REA_FLAG_WROTE_AFTER_OPT_OUT | REA_FLAG_CONTACT_WROTE;
  contact->last_message_at = REA_FIXTURE_NOW - 5;
  contact->waiting_since = REA_FIXTURE_NOW - 10;
  g_ptr_array_add (contacts, make_contact ("+12025550000", "", ""));
  g_ptr_array_add (contacts, contact);
  g_ptr_array_add (contacts, make_contact ("+999999999999999", "李", ""));
  rea_fixture_add_contacts (self, contacts);

  g_assert_cmpint (contact->id, ==, ((ReaConversation *) contacts->pdata[0])->id + 1);
  found = rea_fixture_get (self, contact->id);
  g_assert_cmpstr (found->phone, ==, contact->phone);
  g_assert_cmpstr (found->first_name, ==, contact->first_name);
  g_assert_cmpstr (found->last_name, ==, contact->last_name);
  g_assert_cmpstr (found->fields, ==, contact->fields);
  g_assert_cmpstr (found->time_zone, ==, contact->time_zone);
  g_assert_cmpint (found->status, ==, contact->status);
  g_assert_cmpint (found->open_status, ==, contact->open_status);
  g_assert_cmpint (found->holder, ==, a);
  g_assert_cmpstr (found->holder_email, ==, "a@x");
  g_assert_cmpint (found->flags, ==, contact->flags);
  g_assert_cmpint (found->last_message_at, ==, contact->last_message_at);
  g_assert_cmpint (found->waiting_since, ==, contact->waiting_since);
  g_assert_null (found->last_text);

  rea_fixture_assert_sound (self);
  g_assert_cmpint (count_indexes (self), ==, n_indexes);
}

/* The counters say at once what came in, into an empty database and a full one. */
static void
test_counters (ReaFixture *self, gconstpointer data)
{
  static const ReaConversationFlags flags[] = { 0, REA_FLAG_OPTED_OUT, REA_FLAG_MARKED,
                                                REA_FLAG_OPTED_OUT | REA_FLAG_WROTE_AFTER_OPT_OUT };

  for (int import = 1; import <= 3; import++)
    {
      g_autoptr (GPtrArray) contacts = make_list ();
      g_autoptr (ReaCampaign) campaign = NULL;
      g_autoptr (ReaOverview) overview = NULL;
      g_autoptr (GError) error = NULL;

      for (int i = 0; i < 8; i++)
        {
          ReaConversation *contact = rea_conversation_new ();

          contact->flags = flags[i % 4];
          if (contact->flags & REA_FLAG_OPTED_OUT)
            contact->status = REA_STATUS_CLOSED;
          g_ptr_array_add (contacts, contact);
        }
      rea_fixture_add_contacts (self, contacts);

      campaign = get_campaign (self);
      g_assert_cmpint (campaign->total, ==, 8 * import);
      g_assert_cmpint (campaign->opted_out, ==, 4 * import);
      g_assert_cmpint (campaign->wrote_after_opt_out, ==, 2 * import);
      g_assert_cmpint (campaign->marked, ==, 2 * import);
      g_assert_cmpint (campaign->last_conversation - campaign->first_conversation, ==,
                       8 * import - 1);

      overview = rea_session_get_overview (self->session, self->campaign, &error);
      g_assert_no_error (error);
      g_assert_cmpint (overview->counts.n[REA_STATUS_CLOSED], ==, 4 * import);
      g_assert_cmpint (overview->counts.n[REA_STATUS_NOT_STARTED], ==, 4 * import);
      rea_fixture_assert_sound (self);
    }
}

static gint64
insert (ReaFixture *self, ReaCampaign *campaign, const char *phone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaConversation) contact = make_contact (phone, "Ann", "Lee");

  contact->campaign_id = campaign->id;
  contact->id = 4711;
  g_assert_true (rea_store_insert_contact (self->store, contact, &error));
  g_assert_no_error (error);

  return contact->id;
}

/* A phone is in a campaign once, and in as many campaigns as may be. */
static void
test_same_phone (ReaFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  gint64 campaigns[2] = { self->campaign, rea_fixture_add_campaign (self, "Autumn") };
  gint64 ids[2];
  gint64 id = 0;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (ReaCampaign) campaign = NULL;

      self->campaign = campaigns[i];
      campaign = get_campaign (self);
      rea_fixture_begin (self);
      rea_store_begin_contacts (self->store, campaign, &error);
      g_assert_no_error (error);
      ids[i] = insert (self, campaign, "+12025550123");
      g_assert_cmpint (ids[i], >, 0);
      g_assert_cmpint (insert (self, campaign, "+12025550123"), ==, 0);
      g_assert_cmpint (insert (self, campaign, "+12025550124"), ==, ids[i] + 1);
      rea_store_end_contacts (self->store, campaign, REA_FIXTURE_NOW, &error);
      g_assert_no_error (error);
      g_assert_cmpint (campaign->total, ==, 2);
      rea_fixture_commit (self);
      rea_fixture_assert_sound (self);
    }

  rea_fixture_begin (self);
  found = rea_store_list_by_phone (self->store, "+12025550123", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpint (((ReaConversation *) found->pdata[0])->id, ==, ids[0]);
  g_assert_cmpint (((ReaConversation *) found->pdata[1])->id, ==, ids[1]);
  rea_store_find_conversation (self->store, campaigns[1], "+12025550123", &id, &error);
  g_assert_cmpint (id, ==, ids[1]);
  rea_store_find_conversation (self->store, campaigns[1], "+12025550199", &id, &error);
  g_assert_cmpint (id, ==, 0);
  rea_fixture_commit (self);
}

/* One that is given up leaves nothing, not even a missing index; into an empty
 * database and a full one.
 */
static void
test_given_up (ReaFixture *self, gconstpointer data)
{
  gint64 n_indexes = count_indexes (self);

  for (int full = FALSE; full <= TRUE; full++)
    {
      g_autoptr (ReaCampaign) before = NULL;
      g_autoptr (ReaCampaign) campaign = get_campaign (self);
      g_autoptr (ReaCampaign) after = NULL;
      g_autoptr (GError) error = NULL;
      gint64 id;

      before = get_campaign (self);
      rea_fixture_begin (self);
      rea_store_begin_contacts (self->store, campaign, &error);
      id = insert (self, campaign, "+12025550123");
      rea_store_add_field (self->store, campaign->id, "city", &error);
      g_assert_no_error (error);
      rea_store_rollback (self->store);

      after = get_campaign (self);
      g_assert_cmpint (after->total, ==, before->total);
      g_assert_cmpint (after->revision, ==, before->revision);
      g_assert_cmpint (count_indexes (self), ==, n_indexes);
      rea_fixture_assert_sound (self);

      /* And its ids are given to the next one. */
      g_assert_cmpint (rea_fixture_add (self, 3, REA_STATUS_MESSAGED, REA_HOLDER_UNASSIGNED), ==,
                       id);
    }
}

/* An import in which nothing was new changes nothing. */
static void
test_nothing_new (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaCampaign) campaign = get_campaign (self);
  g_autoptr (ReaCampaign) after = NULL;
  g_autoptr (GError) error = NULL;

  rea_fixture_begin (self);
  rea_store_begin_contacts (self->store, campaign, &error);
  rea_store_end_contacts (self->store, campaign, REA_FIXTURE_NOW, &error);
  g_assert_no_error (error);
  rea_fixture_commit (self);

  after = get_campaign (self);
  g_assert_cmpint (after->total, ==, 0);
  g_assert_cmpint (after->first_conversation, ==, 0);
  rea_fixture_assert_sound (self);
}

/* Whoever came in is found, by name and by phone. */
static void
test_found (ReaFixture *self, gconstpointer data)
{
  static const char *const searches[] = { "zoe", "OBRI", "5550777", "brien 0777" };
  g_autoptr (GPtrArray) contacts = make_list ();

  rea_fixture_add (self, 20, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);
  g_ptr_array_add (contacts, make_contact ("+12025550777", "Zoë", "OBrien"));
  rea_fixture_add_contacts (self, contacts);

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ReaFilter) filter = rea_filter_new ();
      g_autoptr (ReaPage) page = NULL;

      rea_filter_set_search (filter, searches[i]);
      page = rea_session_list_conversations (self->session, self->campaign, filter, REA_SORT_NAME,
                                             NULL, 0, 10, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (page->conversations->len, ==, 1);
      g_assert_cmpint (((ReaConversation *) page->conversations->pdata[0])->id, ==,
                       ((ReaConversation *) contacts->pdata[0])->id);
    }
}

static void
test_fields (ReaFixture *self, gconstpointer data)
{
  static const char *const names[] = { "City", "Color", "city" };
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign = get_campaign (self);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  gint64 other = rea_fixture_add_campaign (self, "Autumn");

  rea_fixture_begin (self);
  for (int twice = 0; twice < 2; twice++)
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
      rea_store_add_field (self->store, self->campaign, names[i], &error);
  rea_store_add_field (self->store, other, "Elsewhere", &error);
  g_assert_true (rea_store_list_field_names (self->store, campaign, found, &error));
  g_assert_no_error (error);
  rea_fixture_commit (self);

  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpstr (found->pdata[i], ==, names[i]);
}

/* Open is a survey of who has written, where a question has no answer. */
static void
test_surveys (ReaFixture *self, gconstpointer data)
{
  static const char *const answers[] = { "Yes", "No", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign = get_campaign (self);
  gint64 first = rea_fixture_add (self, 1, REA_STATUS_MESSAGED, REA_HOLDER_UNASSIGNED);
  gint64 wrote = rea_fixture_add (self, 3, REA_STATUS_REPLIED, REA_HOLDER_UNASSIGNED);

  g_clear_pointer (&campaign, rea_campaign_free);
  campaign = get_campaign (self);
  g_ptr_array_add (campaign->questions, rea_question_new ("a", "A?", answers));
  g_ptr_array_add (campaign->questions, rea_question_new ("b", "B?", answers));

  rea_fixture_begin (self);
  rea_store_update_campaign (self->store, campaign, &error);
  rea_store_set_answer (self->store, wrote, "a", "Yes", &error);
  rea_store_set_answer (self->store, wrote + 1, "a", "Yes", &error);
  rea_store_set_answer (self->store, wrote + 1, "b", "No", &error);
  rea_store_set_answer (self->store, first, "a", "Yes", &error);
  g_assert_true (rea_store_reset_surveys (self->store, campaign, &error));
  g_assert_no_error (error);
  rea_fixture_commit (self);

  for (gint64 id = first; id < wrote + 3; id++)
    {
      g_autoptr (ReaConversation) found = rea_fixture_get (self, id);
      gboolean open = (found->flags & REA_FLAG_SURVEY_OPEN) != 0;

      g_assert_true (open == (id == wrote || id == wrote + 2));
    }
  rea_fixture_assert_sound (self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  rea_fixture_add_test ("/sqlite-contacts/round-trip", test_round_trip);
  rea_fixture_add_test ("/sqlite-contacts/counters", test_counters);
  rea_fixture_add_test ("/sqlite-contacts/same-phone", test_same_phone);
  rea_fixture_add_test ("/sqlite-contacts/given-up", test_given_up);
  rea_fixture_add_test ("/sqlite-contacts/nothing-new", test_nothing_new);
  rea_fixture_add_test ("/sqlite-contacts/found", test_found);
  rea_fixture_add_test ("/sqlite-contacts/fields", test_fields);
  rea_fixture_add_test ("/sqlite-contacts/surveys", test_surveys);

  return g_test_run ();
}
