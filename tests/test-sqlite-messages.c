/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stage.h"

typedef struct
{
  Scratch   scratch;
  ReaStore *store;
  gint64    campaign;
  gint64    ann;
  gint64    conversation;
  gint64    other;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  scratch_set_up (&self->scratch);
  self->store = stage_open (&self->scratch);
  self->campaign = stage_add_campaign (self->store, "Spring", REA_STATE_ACTIVE);
  self->ann = stage_add_user (self->store, "ann@example.org", REA_ROLE_SENDER);
  self->conversation = stage_add_contact (self->store, self->campaign, "+12025550101", "Zoë",
                                          self->ann, REA_STATUS_NOT_STARTED, 0, NULL);
  self->other = stage_add_contact (self->store, self->campaign, "+12025550102", "Yan", self->ann,
                                   REA_STATUS_NOT_STARTED, 0, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->store);
  scratch_tear_down (&self->scratch);
}

static gint64
get_revision (Fixture *self)
{
  g_autoptr (ReaCampaign) campaign = stage_get_campaign (self->store, self->campaign);

  return campaign->revision;
}

static gint64
record (Fixture *self, gint64 conversation, gboolean out, gint64 at, const char *text, gint64 by)
{
  g_autoptr (ReaMessage) message = rea_message_new (out, at, text);
  g_autoptr (GError) error = NULL;

  message->conversation_id = conversation;
  message->by = by;
  stage_begin (self->store, REA_STORE_WRITE);
  rea_store_insert_message (self->store, self->campaign, message, &error);
  g_assert_no_error (error);
  stage_commit (self->store);

  return message->id;
}

/* They come back in the order in which they were recorded, whatever their times. */
static void
test_messages (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (GError) error = NULL;
  gint64            revision = get_revision (self);
  gint64            first = record (self, self->conversation, TRUE, 900, "Hi Zoë 🙂", self->ann);
  gint64            second = record (self, self->conversation, FALSE, 500, "", 0);
  const ReaMessage *message;

  record (self, self->other, FALSE, 400, "Not this one", 0);
  g_assert_cmpint (first, >, 0);
  g_assert_cmpint (second, >, first);
  g_assert_cmpint (get_revision (self), ==, revision + 3);

  stage_begin (self->store, REA_STORE_READ);
  messages = rea_store_list_messages (self->store, self->conversation, 0, 0, &error);
  g_assert_no_error (error);
  stage_commit (self->store);
  g_assert_cmpuint (messages->len, ==, 2);

  message = messages->pdata[0];
  g_assert_cmpint (message->id, ==, first);
  g_assert_cmpint (message->conversation_id, ==, self->conversation);
  g_assert_true (message->out);
  g_assert_cmpint (message->at, ==, 900);
  g_assert_cmpstr (message->text, ==, "Hi Zoë 🙂");
  g_assert_cmpint (message->by, ==, self->ann);
  g_assert_cmpstr (message->by_email, ==, "ann@example.org");

  message = messages->pdata[1];
  g_assert_cmpint (message->id, ==, second);
  g_assert_false (message->out);
  g_assert_cmpstr (message->text, ==, "");
  g_assert_cmpint (message->by, ==, 0);
  g_assert_null (message->by_email);
}

static void
set_answer (Fixture *self, gint64 conversation, const char *question, const char *answer)
{
  g_autoptr (GError) error = NULL;
  gint64 revision = get_revision (self);

  stage_begin (self->store, REA_STORE_WRITE);
  rea_store_set_answer (self->store, conversation, question, answer, &error);
  g_assert_no_error (error);
  stage_commit (self->store);

  g_assert_cmpint (get_revision (self), ==, revision + 1);
}

/* Question and answer, each a word, behind one another. */
static char *
list_answers (Fixture *self, gint64 conversation)
{
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  stage_begin (self->store, REA_STORE_READ);
  answers = rea_store_list_answers (self->store, conversation, &error);
  g_assert_no_error (error);
  stage_commit (self->store);

  for (guint i = 0; i < answers->len; i++)
    {
      const ReaAnswer *answer = answers->pdata[i];

      g_string_append_printf (list, "%s=%s ", answer->question, answer->answer);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
test_answers (Fixture *self, gconstpointer data)
{
  g_autofree char *none = list_answers (self, self->conversation);
  g_autofree char *two = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *one = NULL;
  g_autofree char *others = NULL;

  g_assert_cmpstr (none, ==, "");

  set_answer (self, self->conversation, "support", "Yes");
  set_answer (self, self->conversation, "age", "30");
  set_answer (self, self->other, "support", "No");
  two = list_answers (self, self->conversation);
  g_assert_cmpstr (two, ==, "age=30 support=Yes ");

  set_answer (self, self->conversation, "support", "No");
  changed = list_answers (self, self->conversation);
  g_assert_cmpstr (changed, ==, "age=30 support=No ");

  set_answer (self, self->conversation, "support", NULL);
  set_answer (self, self->conversation, "unknown", NULL);
  one = list_answers (self, self->conversation);
  g_assert_cmpstr (one, ==, "age=30 ");

  others = list_answers (self, self->other);
  g_assert_cmpstr (others, ==, "support=No ");
}

static void
test_opt_outs (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean opted_out, added;

  stage_begin (self->store, REA_STORE_WRITE);
  g_assert_true (rea_store_is_opted_out (self->store, "+12025550101", &opted_out, &error));
  g_assert_false (opted_out);
  g_assert_true (rea_store_add_opt_out (self->store, "+12025550101", 1000, &added, &error));
  g_assert_true (added);
  g_assert_true (rea_store_add_opt_out (self->store, "+12025550101", 2000, &added, &error));
  g_assert_false (added);
  g_assert_true (rea_store_add_opt_out (self->store, "+0012025550101", 2000, NULL, &error));
  stage_commit (self->store);

  stage_begin (self->store, REA_STORE_READ);
  g_assert_true (rea_store_is_opted_out (self->store, "+12025550101", &opted_out, &error));
  g_assert_true (opted_out);
  g_assert_true (rea_store_is_opted_out (self->store, "+2025550101", &opted_out, &error));
  g_assert_false (opted_out);
  g_assert_true (rea_store_is_opted_out (self->store, "+012025550101", &opted_out, &error));
  g_assert_false (opted_out);
  g_assert_true (rea_store_is_opted_out (self->store, "", &opted_out, &error));
  g_assert_false (opted_out);
  stage_commit (self->store);
  g_assert_no_error (error);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/sqlite-messages/messages", test_messages);
  ADD ("/sqlite-messages/answers", test_answers);
  ADD ("/sqlite-messages/opt-outs", test_opt_outs);

  return g_test_run ();
}
