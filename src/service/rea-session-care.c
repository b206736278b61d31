/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with a conversation besides writing in it. */
#include "rea-session-private.h"

#include <glib/gi18n-lib.h>

/* Sets on @conversation what is to change; @campaign is where it lies. */
typedef gboolean (*Change) (ReaSession        *self,
                            const ReaCampaign *campaign,
                            ReaConversation   *conversation,
                            gpointer           user_data,
                            GError           **error);

static ReaConversation *
change_conversation (ReaSession *self,
                     gint64      campaign,
                     gint64      conversation,
                     ReaVerb     verb,
                     Change      change,
                     gpointer    user_data,
                     GError    **error)
{
  g_autoptr (ReaCampaign) entered = NULL;
  g_autoptr (ReaConversation) before = NULL;
  g_autoptr (ReaConversation) after = NULL;

  before = rea_session_enter_conversation (self, campaign, conversation, verb, &entered, error);
  if (before == NULL)
    return NULL;

  after = rea_conversation_copy (before);
  if (!change (self, entered, after, user_data, error))
    return NULL;

  if ((before->status != after->status || before->flags != after->flags) &&
      !rea_store_update_conversation (rea_session_get_store (self), before, after, error))
    return NULL;

  return g_steal_pointer (&after);
}

static ReaConversation *
run_change (ReaSession *self,
            gint64      campaign,
            gint64      conversation,
            ReaVerb     verb,
            Change      change,
            gpointer    user_data,
            GError    **error)
{
  g_autoptr (ReaConversation) after = NULL;

  if (!rea_session_begin (self, REA_STORE_WRITE, NULL, error))
    return NULL;

  after = change_conversation (self, campaign, conversation, verb, change, user_data, error);
  if (!rea_session_end (self, after != NULL, error))
    return NULL;

  return g_steal_pointer (&after);
}

static gboolean
close_cb (ReaSession        *self,
          const ReaCampaign *campaign,
          ReaConversation   *conversation,
          gpointer           user_data,
          GError           **error)
{
  rea_conversation_close (conversation);

  return TRUE;
}

/**
 * rea_session_close_conversation:
 * @self: a session
 * @campaign: the number of a campaign
 * @conversation: the number of one of its conversations
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND, %REA_ERROR_WRONG_STATE
 *
 * Closes a conversation; one that is closed stays so.
 *
 * Returns: (transfer full) (nullable): the conversation as it is then
 */
ReaConversation *
rea_session_close_conversation (ReaSession *self,
                                gint64      campaign,
                                gint64      conversation,
                                GError    **error)
{
  return run_change (self, campaign, conversation, REA_VERB_CLOSE, close_cb, NULL, error);
}

static gboolean
reopen_cb (ReaSession        *self,
           const ReaCampaign *campaign,
           ReaConversation   *conversation,
           gpointer           user_data,
           GError           **error)
{
  if (conversation->flags & REA_FLAG_OPTED_OUT)
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_WRONG_STATE,
                           _ ("The contact has opted out; the conversation stays closed."));
      return FALSE;
    }

  rea_conversation_reopen (conversation);

  return TRUE;
}

/**
 * rea_session_reopen_conversation:
 * @self: a session
 * @campaign: the number of a campaign
 * @conversation: the number of one of its conversations
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND, %REA_ERROR_WRONG_STATE
 *
 * Gives a closed conversation the status that its messages say.
 *
 * Returns: (transfer full) (nullable): the conversation as it is then
 */
ReaConversation *
rea_session_reopen_conversation (ReaSession *self,
                                 gint64      campaign,
                                 gint64      conversation,
                                 GError    **error)
{
  return run_change (self, campaign, conversation, REA_VERB_CLOSE, reopen_cb, NULL, error);
}

/**
 * rea_session_opt_out_phone:
 * @self: a session in a transaction
 * @phone: E.164
 * @at: when its owner opted out
 * @error: what went wrong
 *
 * Keeps that a phone is not to be texted and closes its conversations in every
 * campaign of the database.
 *
 * Returns: whether that is done
 */
gboolean
rea_session_opt_out_phone (ReaSession *self, const char *phone, gint64 at, GError **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (GPtrArray) conversations = NULL;

  if (!rea_store_add_opt_out (store, phone, at, NULL, error))
    return FALSE;

  conversations = rea_store_list_by_phone (store, phone, error);
  if (conversations == NULL)
    return FALSE;

  for (guint i = 0; i < conversations->len; i++)
    {
      const ReaConversation *before = g_ptr_array_index (conversations, i);
      g_autoptr (ReaConversation) after = rea_conversation_copy (before);

      rea_conversation_opt_out (after);
      if ((before->status != after->status || before->flags != after->flags) &&
          !rea_store_update_conversation (store, before, after, error))
        return FALSE;
    }

  return TRUE;
}

static ReaConversation *
opt_out (ReaSession *self, gint64 campaign, gint64 conversation, GError **error)
{
  g_autoptr (ReaConversation) entered =
      rea_session_enter_conversation (self, campaign, conversation, REA_VERB_RECORD, NULL, error);

  if (entered == NULL ||
      !rea_session_opt_out_phone (self, entered->phone, rea_session_now (self), error))
    return NULL;

  rea_conversation_opt_out (entered);

  return g_steal_pointer (&entered);
}

/**
 * rea_session_opt_out:
 * @self: a session
 * @campaign: the number of a campaign
 * @conversation: the number of one of its conversations
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Opts the contact out, in every state of the campaign and for every campaign.
 *
 * Returns: (transfer full) (nullable): the conversation as it is then
 */
ReaConversation *
rea_session_opt_out (ReaSession *self, gint64 campaign, gint64 conversation, GError **error)
{
  g_autoptr (ReaConversation) after = NULL;

  if (!rea_session_begin (self, REA_STORE_WRITE, NULL, error))
    return NULL;

  after = opt_out (self, campaign, conversation, error);
  if (!rea_session_end (self, after != NULL, error))
    return NULL;

  return g_steal_pointer (&after);
}

static gboolean
dismiss_mark_cb (ReaSession        *self,
                 const ReaCampaign *campaign,
                 ReaConversation   *conversation,
                 gpointer           user_data,
                 GError           **error)
{
  if ((conversation->flags & REA_FLAG_MARKED) == 0)
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_WRONG_STATE,
                           _ ("The conversation is not marked."));
      return FALSE;
    }

  conversation->flags &= ~REA_FLAG_MARKED;

  return TRUE;
}

/**
 * rea_session_dismiss_mark:
 * @self: a session
 * @campaign: the number of a campaign
 * @conversation: the number of one of its conversations
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND, or
 *   %REA_ERROR_WRONG_STATE where there is no mark
 *
 * Says that a message that seemed to ask to opt out did not.
 *
 * Returns: (transfer full) (nullable): the conversation as it is then
 */
ReaConversation *
rea_session_dismiss_mark (ReaSession *self, gint64 campaign, gint64 conversation, GError **error)
{
  return run_change (self, campaign, conversation, REA_VERB_RECORD, dismiss_mark_cb, NULL, error);
}

/**
 * rea_session_update_survey:
 * @self: a session in a transaction
 * @campaign: a campaign
 * @conversation: changed: whether its survey is open
 * @error: what went wrong
 *
 * Returns: whether the answers could be read
 */
gboolean
rea_session_update_survey (ReaSession        *self,
                           const ReaCampaign *campaign,
                           ReaConversation   *conversation,
                           GError           **error)
{
  g_autoptr (GPtrArray) answers = NULL;
  guint n_open = campaign->questions->len;

  conversation->flags &= ~REA_FLAG_SURVEY_OPEN;
  if (n_open == 0 || (conversation->flags & REA_FLAG_CONTACT_WROTE) == 0)
    return TRUE;

  answers = rea_store_list_answers (rea_session_get_store (self), conversation->id, error);
  if (answers == NULL)
    return FALSE;

  for (guint i = 0; i < answers->len; i++)
    {
      const ReaAnswer *answer = g_ptr_array_index (answers, i);

      if (rea_campaign_find_question (campaign, answer->question) != NULL)
        n_open--;
    }

  if (n_open > 0)
    conversation->flags |= REA_FLAG_SURVEY_OPEN;

  return TRUE;
}

static gboolean
answer_cb (ReaSession        *self,
           const ReaCampaign *campaign,
           ReaConversation   *conversation,
           gpointer           user_data,
           GError           **error)
{
  const ReaAnswer   *answer = user_data;
  const ReaQuestion *question = rea_campaign_find_question (campaign, answer->question);

  if (question == NULL)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_NOT_FOUND, _ ("The campaign has no question “%s”."),
                   answer->question);
      return FALSE;
    }

  if (answer->answer != NULL &&
      !g_strv_contains ((const char *const *) question->answers, answer->answer))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID, _ ("“%s” is no answer to “%s”."),
                   answer->answer, question->id);
      return FALSE;
    }

  return rea_store_set_answer (rea_session_get_store (self), conversation->id, answer->question,
                               answer->answer, error) &&
         rea_session_update_survey (self, campaign, conversation, error);
}

/**
 * rea_session_answer:
 * @self: a session
 * @campaign: the number of a campaign
 * @conversation: the number of one of its conversations
 * @question: the name of a question of the campaign
 * @answer: (nullable): one of its answers, or %NULL to take back the one given
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND, %REA_ERROR_INVALID
 *
 * Fills in the survey.
 *
 * Returns: (transfer full) (nullable): the conversation as it is then
 */
ReaConversation *
rea_session_answer (ReaSession *self,
                    gint64      campaign,
                    gint64      conversation,
                    const char *question,
                    const char *answer,
                    GError    **error)
{
  ReaAnswer given = { (char *) question, (char *) answer };

  return run_change (self, campaign, conversation, REA_VERB_RECORD, answer_cb, &given, error);
}
