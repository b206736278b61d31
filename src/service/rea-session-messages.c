/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-session-private.h"

#include "rea-opt-out.h"
#include "rea-sending.h"

#include <glib/gi18n-lib.h>

/* A message that is written, sent or received can be nothing but UTF-8. */
gboolean
rea_session_check_utf8 (const char *text, GError **error)
{
  if (g_utf8_validate (text, -1, NULL))
    return TRUE;

  g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID, _ ("The message is not in UTF-8."));

  return FALSE;
}

static gboolean
record (ReaSession            *self,
        const ReaConversation *before,
        ReaConversation       *after,
        ReaMessage            *message,
        GError               **error)
{
  ReaStore *store = rea_session_get_store (self);

  message->conversation_id = before->id;
  g_free (after->last_text);
  after->last_text = g_strdup (message->text);

  return rea_store_insert_message (store, before->campaign_id, message, error) &&
         rea_store_update_conversation (store, before, after, error);
}

/* What is to be sent, and how it is meant. */
typedef struct
{
  const char *text;
  gint64      at;
  gboolean    as_written;
  gint64      last_message_id;
} Outgoing;

/* Two people may answer the same conversation; the second is asked to look again. */
static gboolean
check_not_answered (ReaSession            *self,
                    const ReaConversation *conversation,
                    gint64                 last_message_id,
                    GError               **error)
{
  gint64 user = rea_session_get_user (self)->id;
  g_autoptr (GPtrArray) since = NULL;

  if (last_message_id < 0)
    return TRUE;

  since = rea_store_list_messages (rea_session_get_store (self), conversation->id, last_message_id,
                                   0, error);
  if (since == NULL)
    return FALSE;

  for (guint i = since->len; i > 0; i--)
    {
      const ReaMessage *message = g_ptr_array_index (since, i - 1);

      if (!message->out || message->by == user)
        continue;

      if (message->by_name != NULL)
        /* TRANSLATORS: A message is not sent, so that the contact isn't answered twice;
         * %s is a person
         */
        g_set_error (error, REA_ERROR, REA_ERROR_CHANGED, _ ("%s has answered meanwhile."),
                     message->by_name);
      else
        g_set_error_literal (error, REA_ERROR, REA_ERROR_CHANGED,
                             _ ("Somebody has answered meanwhile."));
      return FALSE;
    }

  return TRUE;
}

static char *
fill_in (ReaSession            *self,
         const ReaCampaign     *campaign,
         const ReaConversation *contact,
         const Outgoing        *outgoing,
         GError               **error)
{
  return outgoing->as_written
             ? rea_session_fill_in_as_written (self, campaign, contact, outgoing->text, error)
             : rea_session_fill_in (self, campaign, contact, outgoing->text, error);
}

static ReaConversation *
send_message (ReaSession     *self,
              gint64          campaign,
              gint64          conversation,
              const Outgoing *outgoing,
              ReaMessage    **message,
              GError        **error)
{
  const ReaUser *user = rea_session_get_user (self);
  gint64         at = outgoing->at != REA_TIME_NONE ? outgoing->at : rea_session_now (self);
  g_autoptr (ReaCampaign) entered = NULL;
  g_autoptr (ReaConversation) before = NULL;
  g_autoptr (ReaConversation) after = NULL;
  g_autoptr (ReaMessage) sent = NULL;
  g_autofree char *filled = NULL;

  before =
      rea_session_enter_conversation (self, campaign, conversation, REA_VERB_SEND, &entered, error);
  if (before == NULL || !rea_sending_check (entered, before, at, error) ||
      !rea_session_check_utf8 (outgoing->text, error))
    return NULL;

  filled = fill_in (self, entered, before, outgoing, error);
  if (filled == NULL || !rea_sending_check_text (filled, error) ||
      !check_not_answered (self, before, outgoing->last_message_id, error))
    return NULL;

  after = rea_conversation_copy (before);
  rea_conversation_sent (after, at);

  sent = rea_message_new (TRUE, at, filled);
  sent->by = user->id;
  sent->by_email = g_strdup (user->email);

  if (!record (self, before, after, sent, error) ||
      !rea_session_queue_message (self, entered, before, sent, error))
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
  Outgoing outgoing = { .text = text, .at = at, .last_message_id = -1 };
  g_autoptr (ReaConversation) after = NULL;
  g_autoptr (ReaMessage) sent = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (!rea_session_begin (self, REA_STORE_WRITE, NULL, error))
    return NULL;

  after = send_message (self, campaign, conversation, &outgoing, &sent, error);
  if (!rea_session_end (self, after != NULL, error))
    return NULL;

  if (message != NULL)
    *message = g_steal_pointer (&sent);

  return g_steal_pointer (&after);
}

/**
 * rea_session_send_written:
 * @self: a session
 * @campaign: the number of a campaign
 * @conversation: the number of one of its conversations
 * @text: what the acting user has written and sees; variables that there are are filled
 *   in, any other percent sign is sent as it is
 * @last_message_id: the last message that the acting user has seen there, 0 for none;
 *   -1 to send whatever was said since
 * @message: (out) (optional) (transfer full): the message as it was recorded
 * @error: as for rea_session_send(), or %REA_ERROR_CHANGED where somebody else has
 *   written to the contact since @last_message_id
 *
 * Writes to the contact now, as rea_session_send() does, and forgets the acting user's
 * draft in that conversation with it.
 *
 * Returns: (transfer full) (nullable): the conversation as it is then
 */
ReaConversation *
rea_session_send_written (ReaSession  *self,
                          gint64       campaign,
                          gint64       conversation,
                          const char  *text,
                          gint64       last_message_id,
                          ReaMessage **message,
                          GError     **error)
{
  Outgoing outgoing = {
    .text = text,
    .at = REA_TIME_NONE,
    .as_written = TRUE,
    .last_message_id = last_message_id,
  };
  g_autoptr (ReaConversation) after = NULL;
  g_autoptr (ReaMessage) sent = NULL;
  gboolean done;

  g_return_val_if_fail (text != NULL, NULL);

  if (!rea_session_begin (self, REA_STORE_WRITE, NULL, error))
    return NULL;

  after = send_message (self, campaign, conversation, &outgoing, &sent, error);
  done = after != NULL &&
         rea_store_save_draft (rea_session_get_store (self), conversation,
                               rea_session_get_user (self)->id, NULL, REA_TIME_NONE, error);
  if (!rea_session_end (self, done, error))
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

/**
 * rea_session_receive_in:
 * @self: a session in a transaction
 * @campaign: the campaign
 * @before: one of its conversations
 * @text: what the contact wrote, in UTF-8
 * @at: when
 * @message: (out) (transfer full): the message as it was recorded
 * @error: what went wrong
 *
 * Records a contact's message with all that follows from it; who asks to opt out has
 * done so, and is told once.
 *
 * Returns: (transfer full) (nullable): the conversation as it is then
 */
ReaConversation *
rea_session_receive_in (ReaSession            *self,
                        const ReaCampaign     *campaign,
                        const ReaConversation *before,
                        const char            *text,
                        gint64                 at,
                        ReaMessage           **message,
                        GError               **error)
{
  ReaOptOut judgement = rea_opt_out_judge (text);
  g_autoptr (ReaConversation) after = rea_conversation_copy (before);
  g_autoptr (ReaMessage) received = rea_message_new (FALSE, at, text);

  if (!take_in (self, campaign, after, judgement, at, error) ||
      !record (self, before, after, received, error))
    return NULL;

  if (judgement == REA_OPT_OUT_YES)
    {
      if (!rea_session_opt_out_phone (self, after->phone, at, error) ||
          !rea_session_queue_confirmation (self, campaign, after->phone, error))
        return NULL;
      rea_conversation_opt_out (after);
    }

  *message = g_steal_pointer (&received);

  return g_steal_pointer (&after);
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
  g_autoptr (ReaCampaign) entered = NULL;
  g_autoptr (ReaConversation) before = NULL;

  before = rea_session_enter_conversation (self, campaign, conversation, REA_VERB_RECORD, &entered,
                                           error);
  if (before == NULL || !rea_session_check_utf8 (text, error))
    return NULL;

  return rea_session_receive_in (self, entered, before, text, at, message, error);
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
