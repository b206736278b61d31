/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "thread-stage.h"

#include "rea-session-private.h"

#include <string.h>

static void
test_whole (ThreadStage *self, gconstpointer data)
{
  g_autoptr (ReaThreadState) before = thread_stage_look (self, self->ann, self->here);
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

  sent = thread_stage_send_written (self, self->ann, self->here, before->initial_text, 0, &error);
  g_assert_no_error (error);
  changed = rea_session_answer (self->ann, self->campaign, self->here, "support", "Yes", &error);
  g_assert_no_error (error);
  g_assert_true (rea_session_heartbeat (self->ann, FALSE, &error));

  after = thread_stage_look (self, self->mod, self->here);
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
test_trail (ThreadStage *self, gconstpointer data)
{
  g_autoptr (ReaThreadState) first = thread_stage_look (self, self->mod, self->here);
  g_autoptr (ReaThreadState) second = NULL;
  g_autoptr (ReaThreadState) third = NULL;
  g_autoptr (GError) error = NULL;

  second = rea_session_get_thread (self->mod, self->campaign, self->here, 200, first, &error);
  g_assert_no_error (error);
  g_assert_true (second->trail == first->trail);
  g_assert_true (rea_thread_state_equal (first, second));

  thread_stage_give (self, "bo@example.org");
  third = rea_session_get_thread (self->mod, self->campaign, self->here, 200, second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (third->trail->len, ==, 2);
  g_assert_cmpstr (third->holder->email, ==, "bo@example.org");
  g_assert_false (rea_thread_state_equal (second, third));
}

/* What stands in the composer, markup and all. */
static void
test_as_written (ThreadStage *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sent = thread_stage_send_written (self, self->ann, self->there,
                                                     "<b>100%</b> & %% for %firstname%, says "
                                                     "%SenderFirstName%; %Town%?",
                                                     -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sent, ==, "<b>100%</b> & %% for Yan, says ann; %Town%?");
}

/* A canned reply for this contact, from whoever sends it; one that cannot be filled in
 * stays as it is.
 */
static void
test_fill_reply (ThreadStage *self, gconstpointer data)
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
test_writers (ThreadStage *self, gconstpointer data)
{
  g_autoptr (ReaThreadState) now = NULL;
  g_autoptr (ReaThreadState) later = NULL;
  g_autoptr (ReaThreadState) back = NULL;

  thread_stage_save (self, self->ann, self->there, "Hm");
  thread_stage_save (self, self->mod, self->there, "Well");

  scratch_set_clock (SCRATCH_NOW + REA_WRITING_SECONDS - 1);
  now = thread_stage_look (self, self->mod, self->there);
  g_assert_cmpuint (now->writers->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (now->writers, 0), ==, "ann");
  g_assert_cmpstr (now->draft, ==, "Well");

  scratch_set_clock (SCRATCH_NOW + REA_WRITING_SECONDS);
  later = thread_stage_look (self, self->mod, self->there);
  g_assert_cmpuint (later->writers->len, ==, 0);

  /* A clock that was put back makes nobody write for a day. */
  scratch_set_clock (SCRATCH_NOW - 24 * 60 * 60);
  back = thread_stage_look (self, self->mod, self->there);
  g_assert_cmpuint (back->writers->len, ==, 0);
}

/* Two moderators and the sender answer the same conversation. */
static void
test_answered_meanwhile (ThreadStage *self, gconstpointer data)
{
  g_autoptr (ReaThreadState) seen = thread_stage_look (self, self->mod, self->there);
  g_autoptr (ReaThreadState) seen_again = NULL;
  g_autoptr (ReaConversation) received = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  first = thread_stage_send_written (self, self->mod, self->there, "First", seen->last_message_id,
                                     &error);
  g_assert_no_error (error);
  thread_stage_save (self, self->other_mod, self->there, "Second");
  g_assert_null (thread_stage_send_written (self, self->other_mod, self->there, "Second",
                                            seen->last_message_id, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_CHANGED);
  g_assert_cmpstr (error->message, ==, "mod has answered meanwhile.");
  g_clear_error (&error);
  thread_stage_assert_draft (self, self->other_mod, self->there, "Second");

  /* One's own message is no news, nor is the contact's. */
  received = rea_session_receive (self->ann, self->campaign, self->there, "And?", 0, NULL, &error);
  g_assert_no_error (error);
  second = thread_stage_send_written (self, self->mod, self->there, "More", seen->last_message_id,
                                      &error);
  g_assert_no_error (error);

  /* Who has looked again, or wants it all the same, sends. It stays with Ann. */
  seen_again = thread_stage_look (self, self->other_mod, self->there);
  third = thread_stage_send_written (self, self->other_mod, self->there, "Second",
                                     seen_again->last_message_id, &error);
  g_assert_no_error (error);
  g_free (third);
  third = thread_stage_send_written (self, self->ann, self->there, "Third", -1, &error);
  g_assert_no_error (error);
  g_clear_pointer (&seen_again, rea_thread_state_unref);
  seen_again = thread_stage_look (self, self->mod, self->there);
  g_assert_cmpint (seen_again->conversation->holder, ==, self->ann_id);
  g_assert_cmpuint (seen_again->messages->len, ==, 5);
}

/* A refusal, in the words of the one that sending meets, and when it will be over. */
static void
test_refusal (ThreadStage *self, gconstpointer data)
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

  shut = thread_stage_look (self, self->ann, self->there);
  g_assert_false (shut->may_send);
  g_assert_cmpint (shut->possible_at, ==, SCRATCH_NOW - 800 + 11 * 60 * 60);
  g_assert_null (thread_stage_send_written (self, self->ann, self->there, "Hi", -1, &refused));
  g_assert_cmpstr (shut->refusal, ==, refused->message);

  stage_set_state (self->store, self->campaign, REA_STATE_PAUSED);
  paused = thread_stage_look (self, self->ann, self->there);
  g_assert_false (paused->may_send);
  g_assert_cmpstr (paused->refusal, ==, "The campaign is paused.");
  g_assert_cmpint (paused->possible_at, ==, REA_TIME_NONE);
}

/* A message that cannot be filled in is not offered; a demo is simulated. */
static void
test_odd_campaigns (ThreadStage *self, gconstpointer data)
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

  state = thread_stage_look (self, self->ann, self->here);
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

#define ADD(path, func)                                                                            \
  g_test_add (path, ThreadStage, NULL, thread_stage_set_up, func, thread_stage_tear_down)

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
