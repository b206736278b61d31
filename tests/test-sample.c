/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sample.h"

#include "stage.h"

typedef struct
{
  Scratch     scratch;
  ReaStore   *store;
  ReaSession *owner;
  gint64      campaign;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  scratch_set_up (&self->scratch);
  self->owner = scratch_create (&self->scratch);
  self->store = stage_open (&self->scratch);
  self->campaign = stage_add_campaign (self->store, "Spring", REA_STATE_DRAFT);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->owner);
  g_clear_object (&self->store);
  scratch_tear_down (&self->scratch);
}

static ReaSample *
sample (Fixture *self, const char *text, guint64 nth)
{
  g_autoptr (GError) error = NULL;
  ReaSample *result =
      rea_session_sample_message (self->owner, self->campaign, text, nth, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);

  return result;
}

static void
test_nobody (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaSample) fine = sample (self, "Hi %FirstName%", 0);
  g_autoptr (ReaSample) unknown = sample (self, "Hi %City%", 0);

  g_assert_null (fine->contact);
  g_assert_null (fine->problem);
  g_assert_cmpstr (unknown->problem, ==,
                   "There is no variable %City%; a percent sign is written %%.");
  g_assert_null (unknown->text);
}

static void
test_contacts (Fixture *self, gconstpointer data)
{
  gint64          ann = stage_add_user (self->store, "ann@example.org", REA_ROLE_SENDER);
  gint64          bo = stage_add_user (self->store, "bo@example.org", REA_ROLE_SENDER);
  ReaConversation more = { .fields = (char *) "{\"City\": \"Bonn\"}" };
  g_autoptr (ReaSample) first = NULL;
  g_autoptr (ReaSample) second = NULL;
  g_autoptr (ReaSample) again = NULL;

  stage_add_sender (self->store, self->campaign, ann);
  stage_add_sender (self->store, self->campaign, bo);
  stage_add_contact (self->store, self->campaign, "+12025550101", "Nora", REA_HOLDER_UNASSIGNED,
                     REA_STATUS_NOT_STARTED, 0, &more);
  stage_add_contact (self->store, self->campaign, "+12025550102", "Tom", bo, REA_STATUS_NOT_STARTED,
                     0, NULL);

  first = sample (self, "Hi %FirstName%", 0);
  g_assert_cmpstr (first->contact, ==, "Nora");
  g_assert_cmpstr (first->sender, ==, "ann");
  g_assert_cmpstr (first->text, ==, "Hi Nora");
  g_assert_cmpuint (first->n_segments, ==, 1);

  second = sample (self, "Hi %FirstName%", 1);
  g_assert_cmpstr (second->sender, ==, "bo");
  g_assert_cmpstr (second->text, ==, "Hi Tom");

  again = sample (self, "Hi %FirstName%", 2);
  g_assert_cmpstr (again->contact, ==, "Nora");
}

static void
test_too_long (Fixture *self, gconstpointer data)
{
  g_autofree char *text = g_strnfill (1531, 'a');
  g_autoptr (ReaSample) long_one = sample (self, text, 0);
  g_autoptr (ReaSample) empty = sample (self, " ", 0);

  g_assert_cmpuint (long_one->n_segments, ==, 11);
  g_assert_cmpstr (long_one->problem, ==, "The message takes 11 segments; at most 10 are sent.");
  g_assert_cmpstr (empty->problem, ==, "The message is empty.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/sample/nobody", Fixture, NULL, set_up, test_nobody, tear_down);
  g_test_add ("/sample/contacts", Fixture, NULL, set_up, test_contacts, tear_down);
  g_test_add ("/sample/too-long", Fixture, NULL, set_up, test_too_long, tear_down);

  return g_test_run ();
}
