/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "thread-stage.h"

static void
set_up_campaign (ThreadStage *self)
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

void
thread_stage_set_up (ThreadStage *self, gconstpointer data)
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

void
thread_stage_tear_down (ThreadStage *self, gconstpointer data)
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

ReaThreadState *
thread_stage_look (ThreadStage *self, ReaSession *session, gint64 conversation)
{
  g_autoptr (GError) error = NULL;
  ReaThreadState *state =
      rea_session_get_thread (session, self->campaign, conversation, 200, NULL, &error);

  g_assert_no_error (error);

  return state;
}

void
thread_stage_assert_draft (ThreadStage *self,
                           ReaSession  *session,
                           gint64       conversation,
                           const char  *expected)
{
  g_autoptr (ReaThreadState) state = thread_stage_look (self, session, conversation);

  g_assert_cmpstr (state->draft, ==, expected);
}

void
thread_stage_save (ThreadStage *self, ReaSession *session, gint64 conversation, const char *text)
{
  g_autoptr (GError) error = NULL;

  rea_session_save_draft (session, self->campaign, conversation, text, &error);
  g_assert_no_error (error);
}

char *
thread_stage_send_written (ThreadStage *self,
                           ReaSession  *session,
                           gint64       conversation,
                           const char  *text,
                           gint64       last,
                           GError     **error)
{
  g_autoptr (ReaMessage) message = NULL;
  g_autoptr (ReaConversation) after =
      rea_session_send_written (session, self->campaign, conversation, text, last, &message, error);

  g_assert_cmpint (after != NULL, ==, message != NULL);

  return message != NULL ? g_strdup (message->text) : NULL;
}

void
thread_stage_give (ThreadStage *self, const char *to)
{
  const char *const emails[] = { to, NULL };
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (GError) error = NULL;

  request->to = to != NULL ? REA_TO_SENDERS : REA_TO_UNASSIGNED;
  if (to != NULL)
    rea_request_set_to_senders (request, emails);
  result = rea_session_reassign (self->owner, self->campaign, request, NULL, -1, NULL, &error);
  g_assert_no_error (error);
}
