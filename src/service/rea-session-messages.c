/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-session-private.h"

#include "rea-opt-out.h"
#include "rea-sending.h"

#include <glib/gi18n-lib.h>

static gboolean
check_utf8 (const char *text, GError **error)
{
  if (g_utf8_validate (text, -1, NULL))
    return TRUE;

  g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID, _ ("The message is not in UTF-8."));

  return FALSE;
}

static gboolean
record (ReaSession            *self,
        const ReaConversation *before,
        const ReaConversation *after,
        ReaMessage            *message,
        GError               **error)
{
  ReaStore *store = rea_session_get_store (self);

  message->conversation_id = before->id;

  return rea_store_insert_message (store, before->campaign_id, message, error) &&
         rea_store_update_conversation (store, before, after, error);
}

static ReaConversation *
send_message (ReaSession  *self,
              gint64       campaign,
              gint64       conversation,
              const char  *text,
              gint64       at,
              ReaMessage **message,
              GError     **error)
{
  const ReaUser *user = rea_session_get_user (self);
  g_autoptr (ReaCampaign) entered = NULL;
  g_autoptr (ReaConversation) before = NULL;
  g_autoptr (ReaConversation) after = NULL;
  g_autoptr (ReaMessage) sent = NULL;
  g_autofree char *filled = NULL;

  before =
      rea_session_enter_conversation (self, campaign, conversation, REA_VERB_SEND, &entered, error);
  if (before == NULL || !rea_sending_check (entered, before, at, error) ||
      !check_utf8 (text, error))
    return NULL;

  filled = rea_session_fill_in (self, entered, before, text, error);
  if (filled == NULL || !rea_sending_check_text (filled, error))
    return NULL;

  after = rea_conversation_copy (before);
  rea_conversation_sent (after, at);

  sent = rea_message_new (TRUE, at, filled);
  sent->by = user->id;
  sent->by_email = g_strdup (user->email);

  if (!record (self, before, after, sent, error))
    return NULL;

  *message = g_steal_pointer (&sent);

  return g_steal_pointer (&after);
}

/**
 * rea_session_send:
 * @self: a session
 * @campaign: the number of a campaign
 * @conversation: the number of one of its conversations
 * @text: what to write; variables are filled in
 * @at: when, or %REA_TIME_NONE for now
 * @message: (out) (optional) (transfer full): the message as it was recorded
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND, %REA_ERROR_WRONG_STATE,
 *   %REA_ERROR_INVALID; the first of rules.md, "Sending", that fails
 *
 * Writes to the contact, if all the rules let it be at that time.
 *
 * Returns: (transfer full) (nullable): the conversation as it is then
 */
ReaConversation *
rea_session_send (ReaSession  *self,
                  gint64       campaign,
                  gint64       conversation,
                  const char  *text,
                  gint64       at,
                  ReaMessage **message,
                  GError     **error)
{
  g_autoptr (ReaConversation) after = NULL;
  g_autoptr (ReaMessage) sent = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (at == REA_TIME_NONE)
    at = rea_session_now (self);

  if (!rea_session_begin (self, REA_STORE_WRITE, NULL, error))
    return NULL;

  after = send_message (self, campaign, conversation, text, at, &sent, error);
  if (!rea_session_end (self, after != NULL, error))
    return NULL;

  if (message != NULL)
    *message = g_steal_pointer (&sent);

  return g_steal_pointer (&after);
}

/* What a contact's message makes of the conversation, opting out aside. */
static gboolean
take_in (ReaSession        *self,
         const ReaCampaign *campaign,
         ReaConversation   *conversation,
         ReaOptOut          judgement,
         gint64             at,
         GError           **error)
{
  gboolean opted_out = (conversation->flags & REA_FLAG_OPTED_OUT) != 0;

  rea_conversation_received (conversation, at);

  if (judgement == REA_OPT_OUT_MAYBE && !opted_out)
    conversation->flags |= REA_FLAG_MARKED;

  return rea_session_update_survey (self, campaign, conversation, error);
}

static ReaConversation *
receive_message (ReaSession  *self,
                 gint64       campaign,
                 gint64       conversation,
                 const char  *text,
                 gint64       at,
                 ReaMessage **message,
                 GError     **error)
{
  ReaOptOut judgement;
  g_autoptr (ReaCampaign) entered = NULL;
  g_autoptr (ReaConversation) before = NULL;
  g_autoptr (ReaConversation) after = NULL;
  g_autoptr (ReaMessage) received = rea_message_new (FALSE, at, text);

  before = rea_session_enter_conversation (self, campaign, conversation, REA_VERB_RECORD, &entered,
                                           error);
  if (before == NULL || !check_utf8 (text, error))
    return NULL;

  judgement = rea_opt_out_judge (text);
  after = rea_conversation_copy (before);
  if (!take_in (self, entered, after, judgement, at, error) ||
      !record (self, before, after, received, error))
    return NULL;

  if (judgement == REA_OPT_OUT_YES)
    {
      if (!rea_session_opt_out_phone (self, after->phone, at, error))
        return NULL;
      rea_conversation_opt_out (after);
    }

  *message = g_steal_pointer (&received);

  return g_steal_pointer (&after);
}

/**
 * rea_session_receive:
 * @self: a session
 * @campaign: the number of a campaign
 * @conversation: the number of one of its conversations
 * @text: what the contact wrote
 * @at: when, or %REA_TIME_NONE for now
 * @message: (out) (optional) (transfer full): the message as it was recorded
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND, %REA_ERROR_INVALID
 *
 * Records a contact's message, in every state of the campaign. One that asks to
 * opt out does so in the same transaction.
 *
 * Returns: (transfer full) (nullable): the conversation as it is then
 */
ReaConversation *
rea_session_receive (ReaSession  *self,
                     gint64       campaign,
                     gint64       conversation,
                     const char  *text,
                     gint64       at,
                     ReaMessage **message,
                     GError     **error)
{
  g_autoptr (ReaConversation) after = NULL;
  g_autoptr (ReaMessage) received = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (at == REA_TIME_NONE)
    at = rea_session_now (self);

  if (!rea_session_begin (self, REA_STORE_WRITE, NULL, error))
    return NULL;

  after = receive_message (self, campaign, conversation, text, at, &received, error);
  if (!rea_session_end (self, after != NULL, error))
    return NULL;

  if (message != NULL)
    *message = g_steal_pointer (&received);

  return g_steal_pointer (&after);
}
