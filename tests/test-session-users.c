/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stage.h"

typedef struct
{
  Scratch     scratch;
  ReaStore   *store;
  ReaSession *sessions[REA_N_ROLES]; /* one of each role, by the name of the role */
  gint64      campaign;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  scratch_set_up (&self->scratch);
  self->sessions[REA_ROLE_OWNER] = scratch_create (&self->scratch);
  self->store = stage_open (&self->scratch);
  self->campaign = stage_add_campaign (self->store, "Spring", REA_STATE_ACTIVE);

  for (ReaRole role = 0; role < REA_ROLE_OWNER; role++)
    {
      g_autofree char *email = g_strdup_printf ("%s@example.org", rea_role_to_string (role));

      stage_add_user (self->store, email, role);
      self->sessions[role] = scratch_open (&self->scratch, email);
    }
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  scratch_assert_sound (self->sessions[REA_ROLE_OWNER]);
  for (ReaRole role = 0; role < REA_N_ROLES; role++)
    g_clear_object (&self->sessions[role]);
  g_clear_object (&self->store);
  scratch_tear_down (&self->scratch);
}

static ReaUser *
find (Fixture *self, const char *email)
{
  g_autoptr (GError) error = NULL;
  ReaUser *user;

  stage_begin (self->store, REA_STORE_READ);
  user = rea_store_find_user (self->store, email, &error);
  g_assert_no_error (error);
  stage_commit (self->store);

  return user;
}

static void
test_add (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaUser) user =
      rea_session_add_user (self->sessions[REA_ROLE_OWNER], "Ann@example.org", "Ann", NULL,
                            REA_ROLE_MODERATOR, &error);
  g_autoptr (ReaUser) found = NULL;

  g_assert_no_error (error);
  found = find (self, "ann@example.org");
  g_assert_cmpint (found->id, ==, user->id);
  g_assert_cmpstr (found->email, ==, "Ann@example.org");
  g_assert_cmpstr (found->first_name, ==, "Ann");
  g_assert_cmpstr (found->last_name, ==, "");
  g_assert_cmpint (found->role, ==, REA_ROLE_MODERATOR);
}

static void
test_add_wrongly (Fixture *self, gconstpointer data)
{
  const char *emails[] = { "",
                           "ann",
                           "@example.org",
                           "ann@",
                           "a@b@c",
                           "ann @x.org",
                           "ann@x.org,bo@x.org",
                           "ann@x\n",
                           "\xff@x.org",
                           "sender@example.org",
                           "SENDER@EXAMPLE.ORG" };

  for (guint i = 0; i < G_N_ELEMENTS (emails); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_null (rea_session_add_user (self->sessions[REA_ROLE_OWNER], emails[i], "", "",
                                           REA_ROLE_SENDER, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }

  {
    g_autoptr (GError) error = NULL;

    g_assert_null (rea_session_add_user (self->sessions[REA_ROLE_OWNER], "ann@example.org", "\xff",
                                         "", REA_ROLE_SENDER, &error));
    g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  }
}

/* Nobody gives a role above their own, to somebody new or to somebody who is there. */
static void
test_giving (Fixture *self, gconstpointer data)
{
  for (ReaRole by = 0; by < REA_N_ROLES; by++)
    for (ReaRole given = 0; given < REA_N_ROLES; given++)
      {
        g_autofree char *email = g_strdup_printf ("new%d-%d@example.org", by, given);
        g_autofree char *old_email = g_strdup_printf ("old%d-%d@example.org", by, given);
        gboolean         allowed = by >= REA_ROLE_ADMIN && given <= by;
        g_autoptr (GError) add_error = NULL;
        g_autoptr (GError) set_error = NULL;
        g_autoptr (ReaUser) added = NULL;
        g_autoptr (ReaUser) changed = NULL;

        g_test_message ("%s gives %s", rea_role_to_string (by), rea_role_to_string (given));
        added = rea_session_add_user (self->sessions[by], email, "", "", given, &add_error);
        stage_add_user (self->store, old_email,
                        given == REA_ROLE_SENDER ? REA_ROLE_MODERATOR : REA_ROLE_SENDER);
        changed =
            rea_session_set_user (self->sessions[by], old_email, NULL, NULL, &given, &set_error);

        if (allowed)
          {
            g_assert_no_error (add_error);
            g_assert_cmpint (added->role, ==, given);
            g_assert_no_error (set_error);
            g_assert_cmpint (changed->role, ==, given);
          }
        else
          {
            g_assert_error (add_error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
            g_assert_error (set_error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
          }
      }
}

/* Nor takes one. */
static void
test_taking (Fixture *self, gconstpointer data)
{
  for (ReaRole by = 0; by < REA_N_ROLES; by++)
    for (ReaRole taken = REA_ROLE_MODERATOR; taken < REA_N_ROLES; taken++)
      {
        g_autofree char *email = g_strdup_printf ("user%d-%d@example.org", by, taken);
        gboolean         allowed = by >= REA_ROLE_ADMIN && taken <= by;
        ReaRole          sender = REA_ROLE_SENDER;
        g_autoptr (ReaUser) changed = NULL;
        g_autoptr (ReaUser) found = NULL;
        g_autoptr (GError) error = NULL;

        g_test_message ("%s takes %s", rea_role_to_string (by), rea_role_to_string (taken));
        stage_add_user (self->store, email, taken);
        changed = rea_session_set_user (self->sessions[by], email, NULL, NULL, &sender, &error);
        found = find (self, email);

        if (allowed)
          {
            g_assert_no_error (error);
            g_assert_cmpint (found->role, ==, REA_ROLE_SENDER);
          }
        else
          {
            g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
            g_assert_cmpint (found->role, ==, taken);
          }
      }
}

/* The last owner stays one; an admin may mend an owner's name all the same. */
static void
test_last_owner (Fixture *self, gconstpointer data)
{
  ReaSession *owner = self->sessions[REA_ROLE_OWNER];
  ReaRole     admin = REA_ROLE_ADMIN;
  ReaRole     same = REA_ROLE_OWNER;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaUser) kept = NULL;
  g_autoptr (ReaUser) named = NULL;
  g_autoptr (ReaUser) changed = NULL;

  g_assert_null (rea_session_set_user (owner, SCRATCH_OWNER, NULL, NULL, &admin, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
  g_assert_cmpstr (error->message, ==, "owner@example.org is the last owner and stays one.");
  g_clear_error (&error);

  kept = rea_session_set_user (owner, SCRATCH_OWNER, NULL, "Olsen", &same, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept->last_name, ==, "Olsen");

  named = rea_session_set_user (self->sessions[REA_ROLE_ADMIN], SCRATCH_OWNER, "Ola", NULL, NULL,
                                &error);
  g_assert_no_error (error);
  g_assert_cmpstr (named->first_name, ==, "Ola");
  g_assert_cmpint (named->role, ==, REA_ROLE_OWNER);

  /* With another owner beside, either may go. */
  stage_add_user (self->store, "second@example.org", REA_ROLE_OWNER);
  changed = rea_session_set_user (owner, SCRATCH_OWNER, NULL, NULL, &admin, &error);
  g_assert_no_error (error);
  g_assert_cmpint (changed->role, ==, REA_ROLE_ADMIN);

  g_assert_null (rea_session_set_user (owner, "second@example.org", NULL, NULL, &admin, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
}

static void
test_list (Fixture *self, gconstpointer data)
{
  const char *order[] = { SCRATCH_OWNER, "admin@example.org", "moderator@example.org",
                          "sender@example.org" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) users = rea_session_list_users (self->sessions[REA_ROLE_ADMIN], &error);

  g_assert_no_error (error);
  g_assert_cmpuint (users->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < users->len; i++)
    g_assert_cmpstr (((const ReaUser *) users->pdata[i])->email, ==, order[i]);
}

static char *
add_senders (Fixture *self, const char *emails, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (emails, ";", -1);
  g_autoptr (GPtrArray) added =
      rea_session_add_senders (self->sessions[REA_ROLE_ADMIN], self->campaign,
                               (const char *const *) parts, error);

  if (added == NULL)
    return NULL;

  g_ptr_array_add (added, NULL);

  return g_strjoinv (";", (char **) added->pdata);
}

/* An unknown e-mail becomes a user with the role sender; one who is there already
 * is no error.
 */
static void
test_add_senders (Fixture *self, gconstpointer data)
{
  const struct
  {
    const char *emails;
    const char *added;
  } steps[] = {
    { "", NULL },
    { "moderator@example.org", "moderator@example.org" },
    { "moderator@example.org", "" },
    { "new@example.org; MODERATOR@example.org ;New@Example.org", "new@example.org" },
    { "OWNER@example.org;sender@example.org", "owner@example.org;sender@example.org" },
  };
  g_autoptr (ReaUser) created = NULL;
  g_autoptr (ReaUser) moderator = NULL;
  g_autoptr (ReaCampaign) campaign = NULL;

  for (guint i = 1; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *added = add_senders (self, steps[i].emails, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (added, ==, steps[i].added);
    }

  created = find (self, "new@example.org");
  g_assert_cmpint (created->role, ==, REA_ROLE_SENDER);
  moderator = find (self, "moderator@example.org");
  g_assert_cmpint (moderator->role, ==, REA_ROLE_MODERATOR);
  campaign = stage_get_campaign (self->store, self->campaign);
  g_assert_cmpint (campaign->n_senders, ==, 4);
}

/* All of them or nobody. */
static void
test_add_senders_wrongly (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign = NULL;

  g_assert_null (add_senders (self, "new@example.org;new", &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "“new” is no e-mail address.");

  g_assert_null (find (self, "new@example.org"));
  campaign = stage_get_campaign (self->store, self->campaign);
  g_assert_cmpint (campaign->n_senders, ==, 0);
}

/* Online is a heartbeat at most 45 s ago; closing the Messenger ends it at once;
 * last seen is the last of either.
 */
static void
test_heartbeat (Fixture *self, gconstpointer data)
{
  const struct
  {
    gint64   at;
    int      beat; /* 1 a heartbeat, 0 its end, -1 nothing */
    gboolean online;
    gint64   last_seen;
  } steps[] = {
    { 0, -1, FALSE, 0 },  { 10, 1, TRUE, 10 },   { 55, -1, TRUE, 10 },    { 56, -1, FALSE, 10 },
    { 60, 1, TRUE, 60 },  { 75, 1, TRUE, 75 },   { 80, 0, FALSE, 80 },    { 81, -1, FALSE, 80 },
    { 90, 0, FALSE, 90 }, { 100, 1, TRUE, 100 }, { 300, -1, FALSE, 100 }, { 400, 0, FALSE, 400 },
  };
  g_autofree char *added = add_senders (self, "sender@example.org", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) senders = NULL;
      const ReaSender *sender;

      scratch_set_clock (SCRATCH_NOW + steps[i].at);
      if (steps[i].beat >= 0)
        g_assert_true (
            rea_session_heartbeat (self->sessions[REA_ROLE_SENDER], steps[i].beat == 0, &error));
      g_assert_no_error (error);

      senders = rea_session_list_senders (self->sessions[REA_ROLE_OWNER], self->campaign, &error);
      g_assert_no_error (error);
      sender = senders->pdata[0];
      g_test_message ("%u", i);
      g_assert_cmpint (sender->online, ==, steps[i].online);
      g_assert_cmpint (sender->user->last_seen, ==,
                       steps[i].last_seen == 0 ? REA_TIME_NONE : SCRATCH_NOW + steps[i].last_seen);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/session-users/add", test_add);
  ADD ("/session-users/add-wrongly", test_add_wrongly);
  ADD ("/session-users/giving", test_giving);
  ADD ("/session-users/taking", test_taking);
  ADD ("/session-users/last-owner", test_last_owner);
  ADD ("/session-users/list", test_list);
  ADD ("/session-users/add-senders", test_add_senders);
  ADD ("/session-users/add-senders-wrongly", test_add_senders_wrongly);
  ADD ("/session-users/heartbeat", test_heartbeat);

  return g_test_run ();
}
