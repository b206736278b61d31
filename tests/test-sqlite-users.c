/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stage.h"

static gint64
get_revision (ReaStore *store, gint64 campaign)
{
  g_autoptr (ReaCampaign) found = stage_get_campaign (store, campaign);

  return found->revision;
}

static ReaUser *
find (ReaStore *store, const char *email)
{
  g_autoptr (GError) error = NULL;
  ReaUser *user;

  stage_begin (store, REA_STORE_READ);
  user = rea_store_find_user (store, email, &error);
  g_assert_no_error (error);
  stage_commit (store);

  return user;
}

static void
test_ids (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaStore) store = NULL;

  scratch_set_up (&scratch);
  store = stage_open (&scratch);

  for (gint64 i = 0; i < 12; i++)
    {
      g_autofree char *email = g_strdup_printf ("user%d@example.org", (int) i);

      g_assert_cmpint (stage_add_user (store, email, REA_ROLE_SENDER), ==, REA_FIRST_USER_ID + i);
    }
}

static void
test_find (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaStore) store = NULL;
  g_autoptr (ReaUser) user = NULL;
  g_autoptr (ReaUser) shouted = NULL;
  gint64 id;

  scratch_set_up (&scratch);
  store = stage_open (&scratch);
  id = stage_add_user (store, "Ann@Example.org", REA_ROLE_MODERATOR);

  user = find (store, "Ann@Example.org");
  g_assert_cmpint (user->id, ==, id);
  g_assert_cmpstr (user->email, ==, "Ann@Example.org");
  g_assert_cmpstr (user->first_name, ==, "Ann");
  g_assert_cmpstr (user->last_name, ==, "");
  g_assert_cmpint (user->role, ==, REA_ROLE_MODERATOR);
  g_assert_false (user->present);
  g_assert_cmpint (user->last_seen, ==, REA_TIME_NONE);

  shouted = find (store, "ANN@EXAMPLE.ORG");
  g_assert_cmpint (shouted->id, ==, id);

  g_assert_null (find (store, "nn@example.org"));
  g_assert_null (find (store, "%"));
  g_assert_null (find (store, ""));
}

/* By last name, first name, e-mail, each by its case-folded code points. */
static void
test_name_order (void)
{
  const char *names[][3] = {
    { "e@x.org", "", "" },       { "f@x.org", "", "" },       { "d@x.org", "ann", "Berg" },
    { "c@x.org", "Bo", "berg" }, { "b@x.org", "Zoe", "Ott" }, { "a@x.org", "Ann", "Ärger" },
  };
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaStore) store = NULL;
  g_autoptr (GPtrArray) users = NULL;
  g_autoptr (GError) error = NULL;

  scratch_set_up (&scratch);
  store = stage_open (&scratch);

  stage_begin (store, REA_STORE_WRITE);
  for (guint i = G_N_ELEMENTS (names); i > 0; i--)
    {
      g_autoptr (ReaUser) user = rea_user_new (names[i - 1][0]);

      rea_user_set_names (user, names[i - 1][1], names[i - 1][2]);
      g_assert_true (rea_store_insert_user (store, user, &error));
    }
  stage_commit (store);

  stage_begin (store, REA_STORE_READ);
  users = rea_store_list_users (store, &error);
  g_assert_no_error (error);
  stage_commit (store);

  g_assert_cmpuint (users->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < users->len; i++)
    g_assert_cmpstr (((const ReaUser *) g_ptr_array_index (users, i))->email, ==, names[i][0]);
}

/* No two have one e-mail, whatever its case; the transaction is over then. */
static void
test_twice (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaStore) store = NULL;
  g_autoptr (ReaUser) again = rea_user_new ("ANN@example.org");
  g_autoptr (ReaUser) other = rea_user_new ("bo@example.org");
  g_autoptr (GError) error = NULL;

  scratch_set_up (&scratch);
  store = stage_open (&scratch);
  stage_add_user (store, "ann@example.org", REA_ROLE_SENDER);

  stage_begin (store, REA_STORE_WRITE);
  g_assert_true (rea_store_insert_user (store, other, &error));
  g_assert_no_error (error);
  g_assert_false (rea_store_insert_user (store, again, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  rea_store_rollback (store);

  g_assert_null (find (store, "bo@example.org"));
}

static void
test_update (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaStore) store = NULL;
  g_autoptr (ReaUser) user = NULL;
  g_autoptr (ReaUser) changed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id, theirs, other, before_theirs, before_other;

  scratch_set_up (&scratch);
  store = stage_open (&scratch);
  id = stage_add_user (store, "ann@example.org", REA_ROLE_SENDER);
  theirs = stage_add_campaign (store, "Theirs", REA_STATE_ACTIVE);
  other = stage_add_campaign (store, "Other", REA_STATE_ACTIVE);
  stage_add_sender (store, theirs, id);
  before_theirs = get_revision (store, theirs);
  before_other = get_revision (store, other);

  user = find (store, "ann@example.org");
  rea_user_set_names (user, "Anne", "Björk");
  user->role = REA_ROLE_ADMIN;

  stage_begin (store, REA_STORE_WRITE);
  g_assert_true (rea_store_update_user (store, user, &error));
  g_assert_no_error (error);
  stage_commit (store);

  changed = find (store, "ann@example.org");
  g_assert_cmpint (changed->id, ==, id);
  g_assert_cmpstr (changed->first_name, ==, "Anne");
  g_assert_cmpstr (changed->last_name, ==, "Björk");
  g_assert_cmpint (changed->role, ==, REA_ROLE_ADMIN);

  /* The name is seen where they are a sender, and nowhere else. */
  g_assert_cmpint (get_revision (store, theirs), >, before_theirs);
  g_assert_cmpint (get_revision (store, other), ==, before_other);
}

static void
test_presence (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id, campaign, revision;

  scratch_set_up (&scratch);
  store = stage_open (&scratch);
  id = stage_add_user (store, "ann@example.org", REA_ROLE_SENDER);
  campaign = stage_add_campaign (store, "Spring", REA_STATE_ACTIVE);
  stage_add_sender (store, campaign, id);
  revision = get_revision (store, campaign);

  for (int present = 1; present >= 0; present--)
    {
      g_autoptr (ReaUser) user = NULL;

      stage_begin (store, REA_STORE_WRITE);
      g_assert_true (rea_store_set_presence (store, id, present, 1000 - present, &error));
      g_assert_no_error (error);
      stage_commit (store);

      user = find (store, "ann@example.org");
      g_assert_cmpint (user->present, ==, present);
      g_assert_cmpint (user->last_seen, ==, 1000 - present);
    }

  /* Heartbeats are no reason to read anything else again. */
  g_assert_cmpint (get_revision (store, campaign), ==, revision);
}

/* What was rolled back, or never committed, is not there for the next either. */
static void
test_reopened (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaUser) kept = NULL;
  g_autoptr (ReaUser) lost = rea_user_new ("lost@example.org");
  g_autoptr (GError) error = NULL;

  scratch_set_up (&scratch);

  {
    g_autoptr (ReaStore) store = stage_open (&scratch);

    stage_add_user (store, "kept@example.org", REA_ROLE_OWNER);
    stage_begin (store, REA_STORE_WRITE);
    g_assert_true (rea_store_insert_user (store, lost, &error));
  }

  {
    g_autoptr (ReaStore) store = stage_open (&scratch);

    kept = find (store, "kept@example.org");
    g_assert_nonnull (kept);
    g_assert_null (find (store, "lost@example.org"));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sqlite-users/ids", test_ids);
  g_test_add_func ("/sqlite-users/find", test_find);
  g_test_add_func ("/sqlite-users/name-order", test_name_order);
  g_test_add_func ("/sqlite-users/twice", test_twice);
  g_test_add_func ("/sqlite-users/update", test_update);
  g_test_add_func ("/sqlite-users/presence", test_presence);
  g_test_add_func ("/sqlite-users/reopened", test_reopened);

  return g_test_run ();
}
