/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stage.h"

#define PHONE "+12025550199"

typedef struct
{
  Scratch     scratch;
  ReaStore   *store;
  ReaSession *owner;
  ReaSession *ann; /* a sender of both campaigns */
  gint64      ann_id;
  gint64      campaign;
  gint64      other;
  gint64      here; /* the same phone in both */
  gint64      there;
} Fixture;

static void
ask (Fixture *self, gint64 campaign_id)
{
  const char *answers[] = { "Yes", "No", NULL };
  g_autoptr (ReaCampaign) campaign = stage_get_campaign (self->store, campaign_id);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (campaign->questions, rea_question_new ("support", "Do you?", answers));
  g_ptr_array_add (campaign->questions, rea_question_new ("help", "Will you?", answers));
  stage_begin (self->store, REA_STORE_WRITE);
  rea_store_update_campaign (self->store, campaign, &error);
  g_assert_no_error (error);
  stage_commit (self->store);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  scratch_set_up (&self->scratch);
  self->owner = scratch_create (&self->scratch);
  self->store = stage_open (&self->scratch);
  self->ann_id = stage_add_user (self->store, "ann@example.org", REA_ROLE_SENDER);
  self->campaign = stage_add_campaign (self->store, "Spring", REA_STATE_ACTIVE);
  self->other = stage_add_campaign (self->store, "Other", REA_STATE_ARCHIVED);
  stage_add_sender (self->store, self->campaign, self->ann_id);
  stage_add_sender (self->store, self->other, self->ann_id);
  ask (self, self->campaign);
  self->here = stage_add_contact (self->store, self->campaign, PHONE, "Zoë", self->ann_id,
                                  REA_STATUS_MESSAGED, 0, NULL);
  self->there = stage_add_contact (self->store, self->other, PHONE, "Zoe", REA_HOLDER_UNASSIGNED,
                                   REA_STATUS_NEEDS_REPLY, REA_FLAG_CONTACT_WROTE, NULL);
  self->ann = scratch_open (&self->scratch, "ann@example.org");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  scratch_assert_sound (self->owner);
  g_clear_object (&self->ann);
  g_clear_object (&self->owner);
  g_clear_object (&self->store);
  scratch_tear_down (&self->scratch);
}

/* What was returned is what is kept. */
static void
assert_kept (Fixture *self, const ReaConversation *returned)
{
  g_autoptr (ReaConversation) kept =
      stage_get_conversation (self->store, returned->campaign_id, returned->id);

  g_assert_cmpint (kept->status, ==, returned->status);
  g_assert_cmpint (kept->open_status, ==, returned->open_status);
  g_assert_cmpint (kept->flags, ==, returned->flags);
  g_assert_cmpint (kept->holder, ==, returned->holder);
  g_assert_cmpint (kept->last_message_at, ==, returned->last_message_at);
  g_assert_cmpint (kept->waiting_since, ==, returned->waiting_since);
  g_assert_cmpstr (kept->last_text, ==, returned->last_text);
}

static ReaConversation *
receive (Fixture *self, const char *text, gint64 at)
{
  g_autoptr (GError) error = NULL;
  ReaConversation *after =
      rea_session_receive (self->ann, self->campaign, self->here, text, at, NULL, &error);

  g_assert_no_error (error);
  assert_kept (self, after);

  return after;
}

static void
receive_and_drop (Fixture *self, const char *text)
{
  g_autoptr (ReaConversation) after = receive (self, text, 0);
}

static gint64
get_revision (Fixture *self, gint64 campaign)
{
  g_autoptr (ReaCampaign) found = stage_get_campaign (self->store, campaign);

  return found->revision;
}

static void
test_receive (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaMessage) message = NULL;
  g_autoptr (ReaConversation) first = NULL;
  g_autoptr (ReaConversation) second = NULL;
  g_autoptr (GError) error = NULL;

  first = rea_session_receive (self->ann, self->campaign, self->here, "Hi %FirstName%", 500,
                               &message, &error);
  g_assert_no_error (error);
  assert_kept (self, first);
  g_assert_cmpint (first->status, ==, REA_STATUS_NEEDS_REPLY);
  g_assert_cmpint (first->flags, ==, REA_FLAG_CONTACT_WROTE | REA_FLAG_SURVEY_OPEN);
  g_assert_cmpint (first->waiting_since, ==, 500);
  g_assert_cmpint (first->last_message_at, ==, 500);
  g_assert_cmpint (first->holder, ==, self->ann_id);

  /* What a contact writes is no template. */
  g_assert_cmpstr (message->text, ==, "Hi %FirstName%");
  g_assert_false (message->out);
  g_assert_cmpint (message->by, ==, 0);

  second = receive (self, "?", 0);
  g_assert_cmpint (second->waiting_since, ==, 500);
  g_assert_cmpint (second->last_message_at, ==, SCRATCH_NOW);
}

static void
test_receive_opens (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaConversation) closed = NULL;
  g_autoptr (ReaConversation) after = NULL;

  closed = rea_session_close_conversation (self->ann, self->campaign, self->here, &error);
  g_assert_no_error (error);
  after = receive (self, "One more thing", 0);
  g_assert_cmpint (after->status, ==, REA_STATUS_NEEDS_REPLY);
}

/* For that phone in every campaign, in whatever state, at once and for later. */
static void
test_opting_out (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaConversation) here = NULL;
  g_autoptr (ReaConversation) there = NULL;
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autoptr (ReaCampaign) other = NULL;
  g_autoptr (GError) error = NULL;
  gint64   revision = get_revision (self, self->other);
  gboolean opted_out;

  here = receive (self, "STOP.", 0);
  g_assert_cmpint (here->status, ==, REA_STATUS_CLOSED);
  g_assert_true (here->flags & REA_FLAG_OPTED_OUT);
  g_assert_false (here->flags & REA_FLAG_WROTE_AFTER_OPT_OUT);
  g_assert_false (here->flags & REA_FLAG_MARKED);

  there = stage_get_conversation (self->store, self->other, self->there);
  g_assert_cmpint (there->status, ==, REA_STATUS_CLOSED);
  g_assert_true (there->flags & REA_FLAG_OPTED_OUT);
  g_assert_cmpint (there->holder, ==, REA_HOLDER_UNASSIGNED);
  g_assert_cmpint (get_revision (self, self->other), >, revision);

  campaign = stage_get_campaign (self->store, self->campaign);
  other = stage_get_campaign (self->store, self->other);
  g_assert_cmpint (campaign->opted_out, ==, 1);
  g_assert_cmpint (other->opted_out, ==, 1);

  stage_begin (self->store, REA_STORE_READ);
  g_assert_true (rea_store_is_opted_out (self->store, PHONE, &opted_out, &error));
  stage_commit (self->store);
  g_assert_true (opted_out);
}

static void
test_not_reopened (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) send_error = NULL;

  receive_and_drop (self, "stop");

  g_assert_null (rea_session_reopen_conversation (self->ann, self->campaign, self->here, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_WRONG_STATE);
  g_assert_null (
      rea_session_send (self->ann, self->campaign, self->here, "Sorry", 0, NULL, &send_error));
  g_assert_error (send_error, REA_ERROR, REA_ERROR_WRONG_STATE);
}

/* Who writes after opting out stays closed, and is counted. */
static void
test_wrote_after (Fixture *self, gconstpointer data)
{
  const char *texts[] = { "Still here?", "please stop!", "stop" };

  receive_and_drop (self, "stop");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ReaConversation) after = receive (self, texts[i], 0);
      g_autoptr (ReaCampaign) campaign = stage_get_campaign (self->store, self->campaign);

      g_assert_cmpint (after->status, ==, REA_STATUS_CLOSED);
      g_assert_true (after->flags & REA_FLAG_WROTE_AFTER_OPT_OUT);
      g_assert_false (after->flags & REA_FLAG_MARKED);
      g_assert_cmpint (campaign->wrote_after_opt_out, ==, 1);
      g_assert_cmpint (campaign->marked, ==, 0);
    }
}

static gint64
count_marked (Fixture *self)
{
  g_autoptr (ReaCampaign) campaign = stage_get_campaign (self->store, self->campaign);

  return campaign->marked;
}

/* A mark stays until somebody says that it is none, or opts the contact out. */
static void
test_marked (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaConversation) marked = receive (self, "We must stop this bill", 0);
  g_autoptr (ReaConversation) still = receive (self, "Count me in", 0);
  g_autoptr (ReaConversation) dismissed = NULL;
  g_autoptr (ReaConversation) again = NULL;
  g_autoptr (ReaConversation) opted_out = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (marked->status, ==, REA_STATUS_NEEDS_REPLY);
  g_assert_true (marked->flags & REA_FLAG_MARKED);
  g_assert_true (still->flags & REA_FLAG_MARKED);
  g_assert_cmpint (count_marked (self), ==, 1);

  dismissed = rea_session_dismiss_mark (self->ann, self->campaign, self->here, &error);
  g_assert_no_error (error);
  assert_kept (self, dismissed);
  g_assert_false (dismissed->flags & REA_FLAG_MARKED);
  g_assert_cmpint (dismissed->status, ==, REA_STATUS_NEEDS_REPLY);
  g_assert_cmpint (count_marked (self), ==, 0);

  g_assert_null (rea_session_dismiss_mark (self->ann, self->campaign, self->here, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_WRONG_STATE);
  g_clear_error (&error);

  again = receive (self, "I want to cancel", 0);
  g_assert_true (again->flags & REA_FLAG_MARKED);
  opted_out = rea_session_opt_out (self->ann, self->campaign, self->here, &error);
  g_assert_no_error (error);
  g_assert_false (opted_out->flags & REA_FLAG_MARKED);
  g_assert_cmpint (count_marked (self), ==, 0);
}

/* By hand, in every state; a second time changes nothing. */
static void
test_opt_out (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaConversation) there = NULL;
  g_autoptr (ReaConversation) again = NULL;
  g_autoptr (ReaConversation) here = NULL;
  gint64 revision;

  there = rea_session_opt_out (self->owner, self->other, self->there, &error);
  g_assert_no_error (error);
  assert_kept (self, there);
  g_assert_cmpint (there->status, ==, REA_STATUS_CLOSED);

  here = stage_get_conversation (self->store, self->campaign, self->here);
  g_assert_cmpint (here->status, ==, REA_STATUS_CLOSED);
  g_assert_true (here->flags & REA_FLAG_OPTED_OUT);

  revision = get_revision (self, self->campaign);
  again = rea_session_opt_out (self->ann, self->campaign, self->here, &error);
  g_assert_no_error (error);
  assert_kept (self, again);
  g_assert_cmpint (get_revision (self, self->campaign), ==, revision);
}

/* Closing a closed one and reopening an open one are done, and change nothing. */
static void
test_close_and_reopen (Fixture *self, gconstpointer data)
{
  static const ReaStatus expected[] = { REA_STATUS_NEEDS_REPLY, REA_STATUS_CLOSED,
                                        REA_STATUS_CLOSED, REA_STATUS_NEEDS_REPLY,
                                        REA_STATUS_NEEDS_REPLY };
  gint64                 revision;

  receive_and_drop (self, "Hello");
  revision = get_revision (self, self->campaign);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ReaConversation) after = NULL;

      after = i == 1 || i == 2
                  ? rea_session_close_conversation (self->ann, self->campaign, self->here, &error)
                  : rea_session_reopen_conversation (self->ann, self->campaign, self->here, &error);
      g_assert_no_error (error);
      assert_kept (self, after);
      g_assert_cmpint (after->status, ==, expected[i]);
      g_assert_cmpint (after->waiting_since, ==, SCRATCH_NOW);
    }

  /* Closed once, reopened once. */
  g_assert_cmpint (get_revision (self, self->campaign), ==, revision + 2);
}

static ReaConversationFlags
answer (Fixture *self, const char *question, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaConversation) after =
      rea_session_answer (self->ann, self->campaign, self->here, question, text, &error);

  g_assert_no_error (error);
  assert_kept (self, after);

  return after->flags & REA_FLAG_SURVEY_OPEN;
}

/* Open is the survey of who has written and left a question without an answer. */
static void
test_survey (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GError) error = NULL;

  /* The contact has not written yet. */
  g_assert_false (answer (self, "support", "Yes"));
  receive_and_drop (self, "Hello");

  g_assert_false (answer (self, "help", "No"));
  g_assert_true (answer (self, "support", NULL));
  g_assert_true (answer (self, "support", NULL));
  g_assert_true (answer (self, "help", "Yes"));
  g_assert_false (answer (self, "support", "No"));

  answers = rea_session_list_answers (self->ann, self->campaign, self->here, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (answers->len, ==, 2);
  g_assert_cmpstr (((const ReaAnswer *) answers->pdata[0])->answer, ==, "Yes");
  g_assert_cmpstr (((const ReaAnswer *) answers->pdata[1])->answer, ==, "No");

  {
    g_autoptr (GPtrArray) counts = rea_session_count_answers (self->ann, self->campaign, &error);

    g_assert_no_error (error);
    g_assert_cmpint (rea_answer_counts_get (counts, "support", "No"), ==, 1);
    g_assert_cmpint (rea_answer_counts_get (counts, "support", "Yes"), ==, 0);
    g_assert_cmpint (rea_answer_counts_get (counts, "help", NULL), ==, 1);
    g_assert_cmpint (rea_answer_counts_get (counts, "age", NULL), ==, 0);
  }

  /* What was answered before they wrote counts when they do. */
  receive_and_drop (self, "Hello again");
  {
    g_autoptr (ReaConversation) kept =
        stage_get_conversation (self->store, self->campaign, self->here);

    g_assert_false (kept->flags & REA_FLAG_SURVEY_OPEN);
  }
}

static void
test_wrong_answers (Fixture *self, gconstpointer data)
{
  const struct
  {
    const char *question;
    const char *answer;
    ReaError    code;
  } cases[] = {
    { "Support", "Yes", REA_ERROR_NOT_FOUND }, { "", "Yes", REA_ERROR_NOT_FOUND },
    { "age", NULL, REA_ERROR_NOT_FOUND },      { "support", "yes", REA_ERROR_INVALID },
    { "support", "", REA_ERROR_INVALID },      { "support", "Yes ", REA_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (rea_session_answer (self->ann, self->campaign, self->here, cases[i].question,
                                         cases[i].answer, &error));
      g_assert_error (error, REA_ERROR, (int) cases[i].code);
    }
}

static void
test_broken_utf8 (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
      rea_session_receive (self->ann, self->campaign, self->here, "\xff", 0, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
}

/* A conversation of another campaign is not found in this one. */
static void
test_wrong_campaign (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
      rea_session_receive (self->owner, self->campaign, self->there, "Hi", 0, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
}

static ReaMessage *
send_with_fields (Fixture *self, const char *fields, const char *text, GError **error)
{
  static int       n_phones = 0;
  g_autofree char *phone = g_strdup_printf ("+1202555%04d", n_phones++);
  g_autoptr (ReaConversation) more = rea_conversation_new ();
  g_autoptr (ReaConversation) after = NULL;
  ReaMessage *message = NULL;
  gint64      id;

  more->fields = g_strdup (fields);
  id = stage_add_contact (self->store, self->campaign, phone, "Zoë", self->ann_id,
                          REA_STATUS_NOT_STARTED, 0, more);
  after = rea_session_send (self->ann, self->campaign, id, text, 0, &message, error);

  return message;
}

/* A field that only others have stands for nothing; one that nobody has is refused. */
static void
test_fields (Fixture *self, gconstpointer data)
{
  const char *text = "%FirstName% of %City%, %polling place%.";
  g_autoptr (ReaMessage) full = NULL;
  g_autoptr (ReaMessage) half = NULL;
  g_autoptr (ReaMessage) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (send_with_fields (self, NULL, text, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  g_clear_error (&error);

  stage_begin (self->store, REA_STORE_WRITE);
  g_assert_true (rea_store_add_field (self->store, self->campaign, "city", &error));
  g_assert_true (rea_store_add_field (self->store, self->campaign, "Polling Place", &error));
  stage_commit (self->store);

  full = send_with_fields (self, "{\"city\": \"Boise\", \"Polling Place\": \"50%City%\"}", text,
                           &error);
  g_assert_no_error (error);
  g_assert_cmpstr (full->text, ==, "Zoë of Boise, 50%City%.");

  half = send_with_fields (self, "{\"city\": \"Boise\"}", text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (half->text, ==, "Zoë of Boise, .");

  none = send_with_fields (self, NULL, text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (none->text, ==, "Zoë of , .");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/session-messages/receive", test_receive);
  ADD ("/session-messages/receive-opens", test_receive_opens);
  ADD ("/session-messages/opting-out", test_opting_out);
  ADD ("/session-messages/not-reopened", test_not_reopened);
  ADD ("/session-messages/wrote-after", test_wrote_after);
  ADD ("/session-messages/marked", test_marked);
  ADD ("/session-messages/opt-out", test_opt_out);
  ADD ("/session-messages/close-and-reopen", test_close_and_reopen);
  ADD ("/session-messages/survey", test_survey);
  ADD ("/session-messages/wrong-answers", test_wrong_answers);
  ADD ("/session-messages/broken-utf8", test_broken_utf8);
  ADD ("/session-messages/wrong-campaign", test_wrong_campaign);
  ADD ("/session-messages/fields", test_fields);

  return g_test_run ();
}
