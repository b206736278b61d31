/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stage.h"

#include "rea-session-private.h"

#include <string.h>

typedef struct
{
  Scratch     scratch;
  ReaStore   *store;
  ReaSession *owner;
  ReaSession *mod;
  ReaSession *other_mod;
  ReaSession *ann;
  ReaSession *bo;
  gint64      ann_id;
  gint64      bo_id;
  gint64      campaign;
  gint64      here;  /* Ann's, not started */
  gint64      there; /* Ann's, waits for a reply */
} Fixture;

static void
set_up_campaign (Fixture *self)
{
  const char *answers[] = { "Yes", "No", NULL };
  g_autoptr (ReaCampaign) campaign = stage_get_campaign (self->store, self->campaign);
  g_autoptr (GError) error = NULL;

  campaign->initial_message = g_strdup ("Hi %FirstName%, this is %SenderFirstName%.");
  g_ptr_array_add (campaign->questions, rea_question_new ("support", "Do you?", answers));
  g_ptr_array_add (campaign->canned_replies, rea_canned_reply_new ("Yes", "Great!"));
  stage_begin (self->store, REA_STORE_WRITE);
  rea_store_update_campaign (self->store, campaign, &error);
  g_assert_no_error (error);
  stage_commit (self->store);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  scratch_set_up (&self->scratch);
  scratch_set_clock (SCRATCH_NOW);
  self->owner = scratch_create (&self->scratch);
  self->store = stage_open (&self->scratch);
  stage_add_user (self->store, "mod@example.org", REA_ROLE_MODERATOR);
  stage_add_user (self->store, "other@example.org", REA_ROLE_MODERATOR);
  self->ann_id = stage_add_user (self->store, "ann@example.org", REA_ROLE_SENDER);
  self->bo_id = stage_add_user (self->store, "bo@example.org", REA_ROLE_SENDER);
  self->campaign = stage_add_campaign (self->store, "Spring", REA_STATE_ACTIVE);
  set_up_campaign (self);
  stage_add_sender (self->store, self->campaign, self->ann_id);
  stage_add_sender (self->store, self->campaign, self->bo_id);
  self->here = stage_add_contact (self->store, self->campaign, "+12025550101", "Zoë", self->ann_id,
                                  REA_STATUS_NOT_STARTED, 0, NULL);
  self->there = stage_add_contact (self->store, self->campaign, "+12025550102", "Yan", self->ann_id,
                                   REA_STATUS_NEEDS_REPLY, REA_FLAG_CONTACT_WROTE, NULL);
  self->mod = scratch_open (&self->scratch, "mod@example.org");
  self->other_mod = scratch_open (&self->scratch, "other@example.org");
  self->ann = scratch_open (&self->scratch, "ann@example.org");
  self->bo = scratch_open (&self->scratch, "bo@example.org");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  scratch_assert_sound (self->owner);
  g_clear_object (&self->bo);
  g_clear_object (&self->ann);
  g_clear_object (&self->other_mod);
  g_clear_object (&self->mod);
  g_clear_object (&self->owner);
  g_clear_object (&self->store);
  scratch_tear_down (&self->scratch);
}

static ReaThreadState *
look (Fixture *self, ReaSession *session, gint64 conversation)
{
  g_autoptr (GError) error = NULL;
  ReaThreadState *state =
      rea_session_get_thread (session, self->campaign, conversation, 200, NULL, &error);

  g_assert_no_error (error);

  return state;
}

static void
assert_draft (Fixture *self, ReaSession *session, gint64 conversation, const char *expected)
{
  g_autoptr (ReaThreadState) state = look (self, session, conversation);

  g_assert_cmpstr (state->draft, ==, expected);
}

static void
save (Fixture *self, ReaSession *session, gint64 conversation, const char *text)
{
  g_autoptr (GError) error = NULL;

  rea_session_save_draft (session, self->campaign, conversation, text, &error);
  g_assert_no_error (error);
}

static char *
send_written (Fixture    *self,
              ReaSession *session,
              gint64      conversation,
              const char *text,
              gint64      last,
              GError    **error)
{
  g_autoptr (ReaMessage) message = NULL;
  g_autoptr (ReaConversation) after =
      rea_session_send_written (session, self->campaign, conversation, text, last, &message, error);

  g_assert_cmpint (after != NULL, ==, message != NULL);

  return message != NULL ? g_strdup (message->text) : NULL;
}

static void
give (Fixture *self, const char *to)
{
  const char *const emails[] = { to, NULL };
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (GError) error = NULL;

  request->to = REA_TO_SENDERS;
  rea_request_set_to_senders (request, emails);
  result = rea_session_reassign (self->owner, self->campaign, request, NULL, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
test_whole (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaThreadState) before = look (self, self->ann, self->here);
  g_autoptr (ReaThreadState) after = NULL;
  g_autoptr (ReaConversation) changed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char  *sent = NULL;
  const ReaMessage *message;
  const ReaAnswer  *answer;

  g_assert_cmpint (before->conversation->id, ==, self->here);
  g_assert_cmpuint (before->campaign->questions->len, ==, 1);
  g_assert_cmpuint (before->campaign->canned_replies->len, ==, 1);
  g_assert_cmpuint (before->messages->len, ==, 0);
  g_assert_cmpuint (before->answers->len, ==, 0);
  g_assert_cmpuint (before->writers->len, ==, 0);
  g_assert_cmpuint (before->trail->len, ==, 1);
  g_assert_cmpstr (before->holder->email, ==, "ann@example.org");
  g_assert_false (before->holder_online);
  g_assert_null (before->draft);
  g_assert_cmpstr (before->initial_text, ==, "Hi Zoë, this is ann.");
  g_assert_cmpint (before->way, ==, REA_WAY_BY_HAND);
  g_assert_true (before->may_send);
  g_assert_null (before->refusal);
  g_assert_cmpint (before->possible_at, ==, REA_TIME_NONE);
  g_assert_cmpint (before->last_message_id, ==, 0);

  sent = send_written (self, self->ann, self->here, before->initial_text, 0, &error);
  g_assert_no_error (error);
  changed = rea_session_answer (self->ann, self->campaign, self->here, "support", "Yes", &error);
  g_assert_no_error (error);
  g_assert_true (rea_session_heartbeat (self->ann, FALSE, &error));

  after = look (self, self->mod, self->here);
  g_assert_false (rea_thread_state_equal (before, after));
  g_assert_cmpuint (after->messages->len, ==, 1);
  message = g_ptr_array_index (after->messages, 0);
  g_assert_cmpstr (message->text, ==, sent);
  g_assert_cmpstr (message->by_name, ==, "ann");
  g_assert_cmpint (message->delivery, ==, REA_DELIVERY_NONE);
  g_assert_cmpint (message->id, ==, after->last_message_id);
  answer = g_ptr_array_index (after->answers, 0);
  g_assert_cmpstr (answer->answer, ==, "Yes");
  g_assert_true (after->holder_online);
  g_assert_null (after->initial_text);
}

/* What was not moved meanwhile is not looked up again. */
static void
test_trail (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaThreadState) first = look (self, self->mod, self->here);
  g_autoptr (ReaThreadState) second = NULL;
  g_autoptr (ReaThreadState) third = NULL;
  g_autoptr (GError) error = NULL;

  second = rea_session_get_thread (self->mod, self->campaign, self->here, 200, first, &error);
  g_assert_no_error (error);
  g_assert_true (second->trail == first->trail);
  g_assert_true (rea_thread_state_equal (first, second));

  give (self, "bo@example.org");
  third = rea_session_get_thread (self->mod, self->campaign, self->here, 200, second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (third->trail->len, ==, 2);
  g_assert_cmpstr (third->holder->email, ==, "bo@example.org");
  g_assert_false (rea_thread_state_equal (second, third));
}

/* What stands in the composer, markup and all. */
static void
test_as_written (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sent =
      send_written (self, self->ann, self->there,
                    "<b>100%</b> & %% for %firstname%, says %SenderFirstName%; %Town%?", -1,
                    &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sent, ==, "<b>100%</b> & %% for Yan, says ann; %Town%?");
}

/* A canned reply for this contact, from whoever sends it; one that cannot be filled in
 * stays as it is.
 */
static void
test_fill_reply (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) others = NULL;
  g_autoptr (GError) nothing = NULL;
  g_autofree char *filled = NULL;
  g_autofree char *by_mod = NULL;
  g_autofree char *unknown = NULL;

  filled = rea_session_fill_reply (self->ann, self->campaign, self->here,
                                   "100%% yes, %FirstName%! %senderfirstname%", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (filled, ==, "100% yes, Zoë! ann");

  by_mod =
      rea_session_fill_reply (self->mod, self->campaign, self->here, "%SenderFirstName%", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (by_mod, ==, "mod");

  unknown = rea_session_fill_reply (self->ann, self->campaign, self->here, "%FirstName% of %Town%",
                                    &error);
  g_assert_no_error (error);
  g_assert_cmpstr (unknown, ==, "%FirstName% of %Town%");

  g_assert_null (
      rea_session_fill_reply (self->bo, self->campaign, self->here, "%FirstName%", &others));
  g_assert_error (others, REA_ERROR, REA_ERROR_NOT_PERMITTED);
  g_assert_cmpstr (others->message, ==, "This conversation is now with ann.");
  g_assert_null (rea_session_fill_reply (self->mod, self->campaign, 4711, "Hi", &nothing));
  g_assert_error (nothing, REA_ERROR, REA_ERROR_NOT_FOUND);
}

/* Others who are writing, for as long as they have typed lately. */
static void
test_writers (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaThreadState) now = NULL;
  g_autoptr (ReaThreadState) later = NULL;
  g_autoptr (ReaThreadState) back = NULL;

  save (self, self->ann, self->there, "Hm");
  save (self, self->mod, self->there, "Well");

  scratch_set_clock (SCRATCH_NOW + REA_WRITING_SECONDS - 1);
  now = look (self, self->mod, self->there);
  g_assert_cmpuint (now->writers->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (now->writers, 0), ==, "ann");
  g_assert_cmpstr (now->draft, ==, "Well");

  scratch_set_clock (SCRATCH_NOW + REA_WRITING_SECONDS);
  later = look (self, self->mod, self->there);
  g_assert_cmpuint (later->writers->len, ==, 0);

  /* A clock that was put back makes nobody write for a day. */
  scratch_set_clock (SCRATCH_NOW - 24 * 60 * 60);
  back = look (self, self->mod, self->there);
  g_assert_cmpuint (back->writers->len, ==, 0);
}

/* Two moderators and the sender answer the same conversation. */
static void
test_answered_meanwhile (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaThreadState) seen = look (self, self->mod, self->there);
  g_autoptr (ReaThreadState) seen_again = NULL;
  g_autoptr (ReaConversation) received = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  first = send_written (self, self->mod, self->there, "First", seen->last_message_id, &error);
  g_assert_no_error (error);
  save (self, self->other_mod, self->there, "Second");
  g_assert_null (
      send_written (self, self->other_mod, self->there, "Second", seen->last_message_id, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_CHANGED);
  g_assert_cmpstr (error->message, ==, "mod has answered meanwhile.");
  g_clear_error (&error);
  assert_draft (self, self->other_mod, self->there, "Second");

  /* One's own message is no news, nor is the contact's. */
  received = rea_session_receive (self->ann, self->campaign, self->there, "And?", 0, NULL, &error);
  g_assert_no_error (error);
  second = send_written (self, self->mod, self->there, "More", seen->last_message_id, &error);
  g_assert_no_error (error);

  /* Who has looked again, or wants it all the same, sends. It stays with Ann. */
  seen_again = look (self, self->other_mod, self->there);
  third = send_written (self, self->other_mod, self->there, "Second", seen_again->last_message_id,
                        &error);
  g_assert_no_error (error);
  g_free (third);
  third = send_written (self, self->ann, self->there, "Third", -1, &error);
  g_assert_no_error (error);
  g_clear_pointer (&seen_again, rea_thread_state_unref);
  seen_again = look (self, self->mod, self->there);
  g_assert_cmpint (seen_again->conversation->holder, ==, self->ann_id);
  g_assert_cmpuint (seen_again->messages->len, ==, 5);
}

/* A refusal, in the words of the one that sending meets, and when it will be over. */
static void
test_refusal (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaCampaign) campaign = stage_get_campaign (self->store, self->campaign);
  g_autoptr (ReaThreadState) shut = NULL;
  g_autoptr (ReaThreadState) paused = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;

  campaign->has_hours = TRUE; /* from 9 to 21 in UTC; it is 22:13:20 */
  stage_begin (self->store, REA_STORE_WRITE);
  rea_store_update_campaign (self->store, campaign, &error);
  g_assert_no_error (error);
  stage_commit (self->store);

  shut = look (self, self->ann, self->there);
  g_assert_false (shut->may_send);
  g_assert_cmpint (shut->possible_at, ==, SCRATCH_NOW - 800 + 11 * 60 * 60);
  g_assert_null (send_written (self, self->ann, self->there, "Hi", -1, &refused));
  g_assert_cmpstr (shut->refusal, ==, refused->message);

  stage_set_state (self->store, self->campaign, REA_STATE_PAUSED);
  paused = look (self, self->ann, self->there);
  g_assert_false (paused->may_send);
  g_assert_cmpstr (paused->refusal, ==, "The campaign is paused.");
  g_assert_cmpint (paused->possible_at, ==, REA_TIME_NONE);
}

/* A message that cannot be filled in is not offered; a demo is simulated. */
static void
test_odd_campaigns (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaCampaign) campaign = stage_get_campaign (self->store, self->campaign);
  g_autoptr (ReaThreadState) state = NULL;
  g_autoptr (ReaCampaign) demo = rea_campaign_new ("Demo");
  g_autoptr (ReaThreadState) simulated = NULL;
  g_autoptr (GError) error = NULL;
  gint64 conversation;

  g_free (campaign->initial_message);
  campaign->initial_message = g_strdup ("Your %Precinct%");
  stage_begin (self->store, REA_STORE_WRITE);
  rea_store_update_campaign (self->store, campaign, &error);
  g_assert_no_error (error);
  stage_commit (self->store);

  state = look (self, self->ann, self->here);
  g_assert_null (state->initial_text);

  demo->is_demo = TRUE;
  stage_begin (self->store, REA_STORE_WRITE);
  rea_store_insert_campaign (self->store, demo, &error);
  g_assert_no_error (error);
  stage_commit (self->store);
  conversation = stage_add_contact (self->store, demo->id, "+12025550103", "Xia",
                                    REA_HOLDER_UNASSIGNED, REA_STATUS_NOT_STARTED, 0, NULL);
  simulated = rea_session_get_thread (self->mod, demo->id, conversation, 200, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (simulated->way, ==, REA_WAY_SIMULATED);
  g_assert_null (simulated->holder);
  g_assert_null (simulated->initial_text);
  g_assert_cmpstr (simulated->refusal, ==, "The campaign is a draft; make it active first.");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/session-thread/whole", test_whole);
  ADD ("/session-thread/trail", test_trail);
  ADD ("/session-thread/as-written", test_as_written);
  ADD ("/session-thread/fill-reply", test_fill_reply);
  ADD ("/session-thread/writers", test_writers);
  ADD ("/session-thread/answered-meanwhile", test_answered_meanwhile);
  ADD ("/session-thread/refusal", test_refusal);
  ADD ("/session-thread/odd-campaigns", test_odd_campaigns);

  return g_test_run ();
}
