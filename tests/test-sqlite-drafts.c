/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stage.h"

typedef struct
{
  Scratch   scratch;
  ReaStore *store;
  gint64    campaign;
  gint64    other_campaign;
  gint64    ann;
  gint64    bo;
  gint64    conversation;
  gint64    other;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  scratch_set_up (&self->scratch);
  self->store = stage_open (&self->scratch);
  self->campaign = stage_add_campaign (self->store, "Spring", REA_STATE_ARCHIVED);
  self->other_campaign = stage_add_campaign (self->store, "Autumn", REA_STATE_ARCHIVED);
  self->ann = stage_add_user (self->store, "ann@example.org", REA_ROLE_SENDER);
  self->bo = stage_add_user (self->store, "bo@example.org", REA_ROLE_SENDER);
  self->conversation = stage_add_contact (self->store, self->campaign, "+12025550101", "Zoë",
                                          REA_HOLDER_UNASSIGNED, REA_STATUS_NOT_STARTED, 0, NULL);
  self->other = stage_add_contact (self->store, self->other_campaign, "+12025550102", "Yan",
                                   REA_HOLDER_UNASSIGNED, REA_STATUS_NOT_STARTED, 0, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->store);
  scratch_tear_down (&self->scratch);
}

static void
save (Fixture *self, gint64 conversation, gint64 user, const char *text, gint64 at)
{
  g_autoptr (GError) error = NULL;

  stage_begin (self->store, REA_STORE_WRITE);
  rea_store_save_draft (self->store, conversation, user, text, at, &error);
  g_assert_no_error (error);
  stage_commit (self->store);
}

/* In a line: who, when, what. */
static char *
describe (Fixture *self, gint64 conversation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  GString *text = g_string_new (NULL);

  stage_begin (self->store, REA_STORE_READ);
  drafts = rea_store_list_drafts (self->store, conversation, &error);
  g_assert_no_error (error);
  stage_commit (self->store);

  for (guint i = 0; i < drafts->len; i++)
    {
      const ReaDraft *draft = g_ptr_array_index (drafts, i);

      g_assert_cmpint (draft->by, ==, g_str_equal (draft->by_name, "ann") ? self->ann : self->bo);
      g_string_append_printf (text, "%s %d %s;", draft->by_name, (int) draft->at, draft->text);
    }

  return g_string_free (text, FALSE);
}

#define ASSERT_DRAFTS(conversation, expected)                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *drafts_text = describe (self, conversation);                                  \
    g_assert_cmpstr (drafts_text, ==, expected);                                                   \
  }                                                                                                \
  G_STMT_END

/* One for each person, changed and forgotten; no campaign has changed. */
static void
test_drafts (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaCampaign) before = stage_get_campaign (self->store, self->campaign);
  g_autoptr (ReaCampaign) after = NULL;

  ASSERT_DRAFTS (self->conversation, "");
  save (self, self->conversation, self->ann, "Hi 🙂 <b>Zoë</b>", 1000);
  save (self, self->conversation, self->bo, "I too", 1005);
  save (self, self->other, self->ann, "Not this one", 1001);
  ASSERT_DRAFTS (self->conversation, "bo 1005 I too;ann 1000 Hi 🙂 <b>Zoë</b>;");

  save (self, self->conversation, self->ann, "Hi", 1010);
  ASSERT_DRAFTS (self->conversation, "ann 1010 Hi;bo 1005 I too;");

  save (self, self->conversation, self->ann, NULL, 1011);
  save (self, self->conversation, self->ann, NULL, 1012);
  ASSERT_DRAFTS (self->conversation, "bo 1005 I too;");
  ASSERT_DRAFTS (self->other, "ann 1001 Not this one;");

  after = stage_get_campaign (self->store, self->campaign);
  g_assert_cmpint (after->revision, ==, before->revision);
}

static void
delete_campaign (Fixture *self, gint64 campaign)
{
  g_autoptr (GError) error = NULL;

  stage_begin (self->store, REA_STORE_WRITE);
  rea_store_delete_campaign (self->store, campaign, &error);
  g_assert_no_error (error);
  stage_commit (self->store);
}

static guint
count_problems (Fixture *self, gboolean repair)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  stage_begin (self->store, repair ? REA_STORE_WRITE : REA_STORE_READ);
  problems = rea_store_check (self->store, repair, &error);
  g_assert_no_error (error);
  stage_commit (self->store);

  return problems->len;
}

/* They go with their campaign, whether it is the last one or not. */
static void
test_deleted (Fixture *self, gconstpointer data)
{
  save (self, self->conversation, self->ann, "Hi", 1000);
  save (self, self->other, self->ann, "There", 1000);

  delete_campaign (self, self->campaign);
  g_assert_cmpuint (count_problems (self, FALSE), ==, 0);
  ASSERT_DRAFTS (self->other, "ann 1000 There;");

  delete_campaign (self, self->other_campaign);
  g_assert_cmpuint (count_problems (self, FALSE), ==, 0);
  ASSERT_DRAFTS (self->other, "");
}

/* A check finds those that hang on nothing, and a repair takes them away. */
static void
test_orphans (Fixture *self, gconstpointer data)
{
  save (self, self->conversation, self->ann, "Hi", 1000);
  save (self, self->conversation, 4711, "Whose?", 1000);
  save (self, 4711, self->ann, "Where?", 1000);

  g_assert_cmpuint (count_problems (self, FALSE), ==, 1);
  g_assert_cmpuint (count_problems (self, TRUE), ==, 0);
  ASSERT_DRAFTS (self->conversation, "ann 1000 Hi;");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/sqlite-drafts/drafts", Fixture, NULL, set_up, test_drafts, tear_down);
  g_test_add ("/sqlite-drafts/deleted", Fixture, NULL, set_up, test_deleted, tear_down);
  g_test_add ("/sqlite-drafts/orphans", Fixture, NULL, set_up, test_orphans, tear_down);

  return g_test_run ();
}
