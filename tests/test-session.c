/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-fixture.h"

#include <glib/gstdio.h>

static void
assert_opened_as (const char *location, const char *user, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaSession) session = rea_session_open (location, user, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rea_session_get_user (session)->email, ==, expected);
}

static void
assert_not_opened (const char *location, const char *user, ReaError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rea_session_open (location, user, &error));
  g_assert_error (error, REA_ERROR, (int) code);
}

/* Who acts: the one that is named, else $REASSIGN_USER, else the first owner. */
static void
test_who_acts (ReaFixture *self, gconstpointer data)
{
  rea_fixture_add_user (self, "a@x", REA_ROLE_SENDER);
  rea_fixture_add_user (self, "b@x", REA_ROLE_OWNER);

  assert_opened_as (self->path, NULL, REA_FIXTURE_OWNER);
  assert_opened_as (self->path, "A@X", "a@x");
  assert_opened_as (self->path, "", REA_FIXTURE_OWNER);
  assert_not_opened (self->path, "nobody@x", REA_ERROR_NOT_FOUND);

  g_setenv ("REASSIGN_USER", "b@x", TRUE);
  assert_opened_as (self->path, NULL, "b@x");
  assert_opened_as (self->path, "a@x", "a@x");
  g_setenv ("REASSIGN_USER", "nobody@x", TRUE);
  assert_not_opened (self->path, NULL, REA_ERROR_NOT_FOUND);
  g_setenv ("REASSIGN_USER", "", TRUE);
  assert_opened_as (self->path, NULL, REA_FIXTURE_OWNER);
  g_unsetenv ("REASSIGN_USER");
}

static void
test_create (ReaFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "new.db", NULL);
  g_autofree char *other = g_build_filename (self->folder, "other.db", NULL);
  g_autofree char *system_email = g_strconcat (g_get_user_name (), "@localhost", NULL);
  g_autofree char *location = g_strconcat ("sqlite:", path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaSession) plain = NULL;
  GStatBuf info;

  g_assert_null (rea_session_create (path, "no e-mail", &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  session = rea_session_create (location, "ann@example.org", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rea_session_get_user (session)->email, ==, "ann@example.org");
  g_assert_cmpint (rea_session_get_user (session)->role, ==, REA_ROLE_OWNER);
  g_assert_cmpint (rea_session_get_user (session)->id, ==, REA_FIRST_USER_ID);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  /* Never over a file that is there, whatever it is. */
  g_assert_null (rea_session_create (path, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_WRONG_STATE);
  g_clear_error (&error);
  g_assert_null (rea_session_create (self->folder, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_WRONG_STATE);
  g_clear_error (&error);

  plain = rea_session_create (other, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rea_session_get_user (plain)->email, ==, system_email);
}

static void
test_open_or_create (ReaFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "new.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaSession) again = NULL;
  g_autoptr (GPtrArray) users = NULL;

  assert_not_opened (path, NULL, REA_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  session = rea_session_open_or_create (path, NULL, &error);
  g_assert_no_error (error);
  again = rea_session_open_or_create (path, NULL, &error);
  g_assert_no_error (error);
  users = rea_session_list_users (again, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (users->len, ==, 1);

  /* One that is there is opened as it is. */
  g_clear_object (&again);
  again = rea_session_open_or_create (self->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rea_session_get_user (again)->email, ==, REA_FIXTURE_OWNER);
}

/* What was made for nothing is not left behind; what has something in it is. */
static void
test_discard (ReaFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "new.db", NULL);
  g_autofree char *stranger = g_build_filename (self->folder, "stranger.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaSession) session = rea_session_open_or_create (path, NULL, &error);
  g_autoptr (ReaSession) existing = NULL;

  g_assert_no_error (error);
  rea_session_discard (session);
  g_clear_object (&session);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  rea_session_discard (self->session);
  g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));
  existing = rea_fixture_open (self, NULL);
  rea_session_discard (existing);
  g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));

  g_assert_null (rea_session_open_or_create (stranger, "nobody@x", &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (stranger, G_FILE_TEST_EXISTS));
}

static void
test_default_location (ReaFixture *self, gconstpointer data)
{
  g_autofree char *expected =
      g_build_filename (g_get_user_data_dir (), "reassign", "reassign.db", NULL);
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  g_unsetenv ("REASSIGN_DATABASE");
  without = rea_session_dup_default_location ();
  g_assert_cmpstr (without, ==, expected);

  g_setenv ("REASSIGN_DATABASE", self->path, TRUE);
  with = rea_session_dup_default_location ();
  g_assert_cmpstr (with, ==, self->path);
  assert_opened_as (NULL, NULL, REA_FIXTURE_OWNER);
  g_unsetenv ("REASSIGN_DATABASE");
}

/* A role that was taken away is gone at once, and so is a user whom nobody knows. */
static void
test_role_is_read_anew (ReaFixture *self, gconstpointer data)
{
  const ReaRole sender = REA_ROLE_SENDER;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaSession) moderator = NULL;
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (ReaUser) user = NULL;

  rea_fixture_add_user (self, "mo@x", REA_ROLE_MODERATOR);
  moderator = rea_fixture_open (self, "mo@x");
  result = rea_session_preview (moderator, self->campaign, request, NULL, &error);
  g_assert_no_error (error);

  user = rea_session_set_user (self->session, "mo@x", NULL, NULL, &sender, &error);
  g_assert_no_error (error);
  g_assert_null (rea_session_preview (moderator, self->campaign, request, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
  g_assert_cmpint (rea_session_get_user (moderator)->role, ==, REA_ROLE_SENDER);
}

static void
test_clock (ReaFixture *self, gconstpointer data)
{
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_cmpint (rea_session_now (self->session), ==, REA_FIXTURE_NOW);
  rea_fixture_set_now (REA_FIXTURE_NOW + 60);
  g_assert_cmpint (rea_session_now (self->session), ==, REA_FIXTURE_NOW + 60);

  rea_session_set_clock (self->session, NULL);
  g_assert_cmpint (rea_session_now (self->session), >=, before);
}

/* Somebody else at the same database sees what was done, and by the same clock. */
static void
test_open_as (ReaFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaSession) other = NULL;
  gint64 version = 0;
  gint64 then = 0;

  rea_fixture_add_user (self, "a@x", REA_ROLE_ADMIN);
  other = rea_session_open_as (self->session, "a@x", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rea_session_get_location (other), ==, self->path);
  g_assert_cmpint (rea_session_now (other), ==, REA_FIXTURE_NOW);

  g_assert_true (rea_session_get_version (other, &version, &error));
  rea_fixture_add_campaign (self, "Autumn");
  g_assert_true (rea_session_get_version (other, &then, &error));
  g_assert_cmpint (then, !=, version);
  g_assert_cmpint (rea_session_find_campaign (other, "Autumn", &error), >, 0);
  g_assert_no_error (error);
}

static void
test_backup (ReaFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "copy.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaSession) sender = NULL;
  GStatBuf info;
  gint64   size;

  rea_fixture_add_user (self, "a@x", REA_ROLE_SENDER);
  sender = rea_fixture_open (self, "a@x");
  g_assert_cmpint (rea_session_backup (sender, path, &error), ==, -1);
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  size = rea_session_backup (self->session, path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (size, ==, info.st_size);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("REASSIGN_USER");
  g_unsetenv ("REASSIGN_DATABASE");

  rea_fixture_add_test ("/session/who-acts", test_who_acts);
  rea_fixture_add_test ("/session/create", test_create);
  rea_fixture_add_test ("/session/open-or-create", test_open_or_create);
  rea_fixture_add_test ("/session/discard", test_discard);
  rea_fixture_add_test ("/session/default-location", test_default_location);
  rea_fixture_add_test ("/session/role-is-read-anew", test_role_is_read_anew);
  rea_fixture_add_test ("/session/clock", test_clock);
  rea_fixture_add_test ("/session/open-as", test_open_as);
  rea_fixture_add_test ("/session/backup", test_backup);

  return g_test_run ();
}
