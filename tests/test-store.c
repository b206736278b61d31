/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every engine promises to the layers above: the contract at the head of
 * rea-store.h, whatever is behind it.
 */
#include "rea-fixture.h"

static void
test_locations (void)
{
  static const struct
  {
    const char *location;
    ReaError    code;
  } locations[] = {
    { "/nowhere/at/all.db", REA_ERROR_NOT_FOUND },
    { "sqlite:/nowhere/at/all.db", REA_ERROR_NOT_FOUND },
    { "postgresql://host/name", REA_ERROR_USAGE },
    { "postgres://host/name", REA_ERROR_USAGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (locations); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (rea_store_open (locations[i].location, FALSE, &error));
      g_assert_error (error, REA_ERROR, (int) locations[i].code);
    }
}

/* The same file by both of its names. */
static void
test_sqlite_location (ReaFixture *self, gconstpointer data)
{
  g_autofree char *location = g_strconcat ("sqlite:", self->path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaStore) store = rea_store_open (location, FALSE, &error);
  g_autoptr (GPtrArray) campaigns = NULL;

  g_assert_no_error (error);
  rea_store_begin (store, REA_STORE_READ, NULL, &error);
  campaigns = rea_store_list_campaigns (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (campaigns->len, ==, 1);
  rea_store_rollback (store);
}

static ReaStore *
open_other (ReaFixture *self)
{
  g_autoptr (GError) error = NULL;
  ReaStore *store = rea_store_open (self->path, FALSE, &error);

  g_assert_no_error (error);

  return store;
}

static gint64
count_users (ReaStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) users = rea_store_list_users (store, &error);

  g_assert_no_error (error);

  return users->len;
}

static void
add_user (ReaStore *store, const char *email)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaUser) user = rea_user_new (email);

  g_assert_true (rea_store_insert_user (store, user, &error));
  g_assert_no_error (error);
  g_assert_cmpint (user->id, >=, REA_FIRST_USER_ID);
}

/* 1. Between begin and commit every answer comes from one consistent state. */
static void
test_one_state (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaStore) reader = open_other (self);
  g_autoptr (GError) error = NULL;

  rea_store_begin (reader, REA_STORE_READ, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_users (reader), ==, 1);

  rea_fixture_begin (self);
  add_user (self->store, "a@x");
  g_assert_cmpint (count_users (reader), ==, 1);
  rea_fixture_commit (self);
  g_assert_cmpint (count_users (reader), ==, 1);
  g_assert_true (rea_store_commit (reader, &error));

  rea_store_begin (reader, REA_STORE_READ, NULL, &error);
  g_assert_cmpint (count_users (reader), ==, 2);
  rea_store_rollback (reader);
}

/* 2. What was not committed never happened, whatever dies when. */
static void
test_not_committed (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaStore) other = open_other (self);
  g_autoptr (GError) error = NULL;

  rea_fixture_begin (self);
  add_user (self->store, "a@x");
  rea_store_rollback (self->store);

  rea_store_begin (other, REA_STORE_WRITE, NULL, &error);
  g_assert_no_error (error);
  add_user (other, "b@x");
  g_clear_object (&other);

  rea_fixture_begin (self);
  g_assert_cmpint (count_users (self->store), ==, 1);
  rea_fixture_commit (self);
}

/* 3. After a failed call the transaction can only be rolled back. */
static void
test_after_failure (ReaFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaUser) twice = rea_user_new ("A@X");

  rea_fixture_begin (self);
  add_user (self->store, "a@x");
  g_assert_false (rea_store_insert_user (self->store, twice, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (rea_store_commit (self->store, &error));
  g_assert_nonnull (error);
  rea_store_rollback (self->store);

  rea_fixture_begin (self);
  g_assert_cmpint (count_users (self->store), ==, 1);
  rea_fixture_commit (self);
}

static void
assert_counts (ReaFixture *self, gint64 holder, ReaStatus status, gint64 expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaTally) holdings = rea_store_get_holdings (self->store, self->campaign, &error);
  ReaCounts counts;

  g_assert_no_error (error);
  counts = rea_tally_get (holdings, holder);
  g_assert_cmpint (counts.n[status], ==, expected);
}

/* 4. The counters are changed in the transaction that changes what they count. */
static void
test_counters (ReaFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaConversation) before = NULL;
  g_autoptr (ReaConversation) after = NULL;
  gint64 id = rea_fixture_add (self, 1, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);

  before = rea_fixture_get (self, id);
  after = rea_conversation_copy (before);
  rea_conversation_received (after, REA_FIXTURE_NOW);
  rea_conversation_opt_out (after);

  for (int keep = FALSE; keep <= TRUE; keep++)
    {
      g_autoptr (ReaCampaign) campaign = NULL;

      rea_fixture_begin (self);
      rea_store_update_conversation (self->store, before, after, &error);
      g_assert_no_error (error);
      assert_counts (self, REA_HOLDER_UNASSIGNED, REA_STATUS_NOT_STARTED, 0);
      assert_counts (self, REA_HOLDER_UNASSIGNED, REA_STATUS_CLOSED, 1);
      campaign = rea_store_get_campaign (self->store, self->campaign, &error);
      g_assert_cmpint (campaign->opted_out, ==, 1);

      if (keep)
        rea_fixture_commit (self);
      else
        rea_store_rollback (self->store);

      rea_fixture_begin (self);
      assert_counts (self, REA_HOLDER_UNASSIGNED, REA_STATUS_NOT_STARTED, !keep);
      assert_counts (self, REA_HOLDER_UNASSIGNED, REA_STATUS_CLOSED, keep);
      rea_fixture_commit (self);
    }

  rea_fixture_assert_sound (self);
}

/* Nobody of that e-mail is no failure; what is asked for by its number must be there. */
static void
test_nothing_there (ReaFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = -1;

  rea_fixture_begin (self);
  g_assert_null (rea_store_find_user (self->store, "nobody@x", &error));
  g_assert_no_error (error);
  g_assert_true (
      rea_store_find_conversation (self->store, self->campaign, "+12025550000", &id, &error));
  g_assert_cmpint (id, ==, 0);

  g_assert_null (rea_store_get_campaign (self->store, 4711, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (rea_store_get_conversation (self->store, self->campaign, 4711, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (rea_store_get_move (self->store, self->campaign, 4711, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  rea_store_rollback (self->store);
}

/* A conversation is of one campaign. */
static void
test_of_another_campaign (ReaFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 mine = rea_fixture_add (self, 1, REA_STATUS_CLOSED, REA_HOLDER_UNASSIGNED);

  self->campaign = rea_fixture_add_campaign (self, "Autumn");
  rea_fixture_begin (self);
  g_assert_null (rea_store_get_conversation (self->store, self->campaign, mine, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
  rea_store_rollback (self->store);
}

static gint64
find_missing (ReaFixture *self, const gint64 *ids, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 missing;

  g_array_append_vals (array, ids, n);
  rea_fixture_begin (self);
  campaign = rea_store_get_campaign (self->store, self->campaign, &error);
  missing = rea_store_find_missing (self->store, campaign, array, &error);
  g_assert_no_error (error);
  rea_fixture_commit (self);

  return missing;
}

static void
test_find_missing (ReaFixture *self, gconstpointer data)
{
  gint64 first = rea_fixture_add (self, 3, REA_STATUS_CLOSED, REA_HOLDER_UNASSIGNED);
  gint64 other;
  gint64 ids[4] = { first, first + 1, first + 2, 0 };

  g_assert_cmpint (find_missing (self, ids, 0), ==, 0);
  g_assert_cmpint (find_missing (self, ids, 3), ==, 0);

  ids[3] = first + 3;
  g_assert_cmpint (find_missing (self, ids, 4), ==, first + 3);

  /* Nor has the campaign what another one has. */
  self->campaign = rea_fixture_add_campaign (self, "Autumn");
  other = rea_fixture_add (self, 1, REA_STATUS_CLOSED, REA_HOLDER_UNASSIGNED);
  g_assert_cmpint (find_missing (self, ids, 1), ==, first);
  g_assert_cmpint (find_missing (self, &other, 1), ==, 0);
}

static gint64
get_revision (ReaFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign =
      rea_session_get_campaign (self->session, self->campaign, &error);

  g_assert_no_error (error);

  return campaign->revision;
}

static gint64
get_version (ReaStore *store)
{
  g_autoptr (GError) error = NULL;
  gint64 version = 0;

  g_assert_true (rea_store_get_version (store, &version, &error));
  g_assert_no_error (error);

  return version;
}

/* Another's commit changes the version; whether there is more than presence to read
 * again the campaign's revision says.
 */
static void
test_version (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaStore) watcher = open_other (self);
  gint64 user = rea_fixture_add_sender (self, "a@x");
  gint64 version = get_version (watcher);
  gint64 revision = get_revision (self);

  g_assert_cmpint (get_version (watcher), ==, version);

  rea_fixture_see (self, user, TRUE, REA_FIXTURE_NOW);
  g_assert_cmpint (get_version (watcher), !=, version);
  g_assert_cmpint (get_revision (self), ==, revision);

  version = get_version (watcher);
  rea_fixture_add (self, 1, REA_STATUS_CLOSED, REA_HOLDER_UNASSIGNED);
  g_assert_cmpint (get_version (watcher), !=, version);
  g_assert_cmpint (get_revision (self), >, revision);
}

static void
remember (gint64 *revision, ReaFixture *self, const char *what)
{
  gint64 now = get_revision (self);

  g_test_message ("%s", what);
  g_assert_cmpint (now, >, *revision);
  *revision = now;
}

/* Every change but presence raises the revision. */
static void
test_revision (ReaFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (ReaResult) undone = NULL;
  g_autoptr (ReaResult) removed = NULL;
  g_autoptr (ReaConversation) conversation = NULL;
  g_autoptr (ReaUser) user = NULL;
  gint64 revision = get_revision (self);
  gint64 id;

  rea_fixture_add_sender (self, "a@x");
  remember (&revision, self, "a sender");
  id = rea_fixture_add (self, 1, REA_STATUS_MESSAGED, 1001);
  remember (&revision, self, "an import");
  result = rea_session_reassign (self->session, self->campaign, request, NULL, -1, NULL, &error);
  g_assert_no_error (error);
  remember (&revision, self, "a move");
  undone = rea_session_undo (self->session, self->campaign, result->move, NULL, &error);
  g_assert_no_error (error);
  remember (&revision, self, "an undo");
  conversation = rea_session_receive (self->session, self->campaign, id, "Hi", 0, NULL, &error);
  g_assert_no_error (error);
  remember (&revision, self, "a message");
  rea_conversation_free (g_steal_pointer (&conversation));
  conversation = rea_session_close_conversation (self->session, self->campaign, id, &error);
  g_assert_no_error (error);
  remember (&revision, self, "a close");
  user = rea_session_set_user (self->session, "a@x", "Ann", NULL, NULL, &error);
  g_assert_no_error (error);
  remember (&revision, self, "a name");
  removed =
      rea_session_remove_sender (self->session, self->campaign, "a@x", request, NULL, NULL, &error);
  g_assert_no_error (error);
  remember (&revision, self, "a removal");
}

static void
test_senders (ReaFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64   user = rea_fixture_add_user (self, "a@x", REA_ROLE_SENDER);
  gboolean answer;

  rea_fixture_begin (self);
  g_assert_true (rea_store_is_sender (self->store, self->campaign, user, &answer, &error));
  g_assert_false (answer);
  g_assert_true (rea_store_add_sender (self->store, self->campaign, user, &answer, &error));
  g_assert_true (answer);
  g_assert_true (rea_store_add_sender (self->store, self->campaign, user, &answer, &error));
  g_assert_false (answer);
  g_assert_true (rea_store_is_sender (self->store, self->campaign, user, &answer, &error));
  g_assert_true (answer);
  g_assert_true (rea_store_remove_sender (self->store, self->campaign, user, &error));
  g_assert_true (rea_store_is_sender (self->store, self->campaign, user, &answer, &error));
  g_assert_false (answer);
  g_assert_no_error (error);
  rea_fixture_commit (self);
}

static void
test_opt_outs (ReaFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean answer;

  rea_fixture_begin (self);
  g_assert_true (rea_store_is_opted_out (self->store, "+12025550123", &answer, &error));
  g_assert_false (answer);
  g_assert_true (rea_store_add_opt_out (self->store, "+12025550123", 1, &answer, &error));
  g_assert_true (answer);
  g_assert_true (rea_store_add_opt_out (self->store, "+12025550123", 2, &answer, &error));
  g_assert_false (answer);
  g_assert_true (rea_store_is_opted_out (self->store, "+12025550123", &answer, &error));
  g_assert_true (answer);
  g_assert_true (rea_store_is_opted_out (self->store, "+2025550123", &answer, &error));
  g_assert_false (answer);
  rea_fixture_commit (self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/locations", test_locations);
  rea_fixture_add_test ("/store/sqlite-location", test_sqlite_location);
  rea_fixture_add_test ("/store/one-state", test_one_state);
  rea_fixture_add_test ("/store/not-committed", test_not_committed);
  rea_fixture_add_test ("/store/after-failure", test_after_failure);
  rea_fixture_add_test ("/store/counters", test_counters);
  rea_fixture_add_test ("/store/nothing-there", test_nothing_there);
  rea_fixture_add_test ("/store/of-another-campaign", test_of_another_campaign);
  rea_fixture_add_test ("/store/find-missing", test_find_missing);
  rea_fixture_add_test ("/store/version", test_version);
  rea_fixture_add_test ("/store/revision", test_revision);
  rea_fixture_add_test ("/store/senders", test_senders);
  rea_fixture_add_test ("/store/opt-outs", test_opt_outs);

  return g_test_run ();
}
