/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-record.h"

#include "rea-contact-row.h"
#include "rea-json-members.h"
#include "rea-time.h"

#include <glib/gi18n-lib.h>

#define PLACE "conversation"

/**
 * rea_record_new:
 * @conversation: (transfer full): a conversation
 *
 * Returns: (transfer full): a record without messages and answers
 */
ReaRecord *
rea_record_new (ReaConversation *conversation)
{
  ReaRecord *self = g_new0 (ReaRecord, 1);

  self->conversation = conversation;
  self->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_message_free);
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_answer_free);

  return self;
}

void
rea_record_free (ReaRecord *self)
{
  rea_conversation_free (self->conversation);
  g_ptr_array_unref (self->messages);
  g_ptr_array_unref (self->answers);
  g_free (self);
}

static const ReaMessage *
get_last (const ReaRecord *self)
{
  return self->messages->len > 0 ? g_ptr_array_index (self->messages, self->messages->len - 1)
                                 : NULL;
}

/* The contact's first message behind the sender's last, or %NULL where the sender
 * wrote last. @answered says whether a sender wrote at all.
 */
static const ReaMessage *
find_unanswered (const ReaRecord *self, gboolean *answered)
{
  const ReaMessage *unanswered = NULL;

  *answered = FALSE;

  for (guint i = self->messages->len; i > 0 && !*answered; i--)
    {
      const ReaMessage *message = g_ptr_array_index (self->messages, i - 1);

      if (message->out)
        *answered = TRUE;
      else
        unanswered = message;
    }

  return unanswered;
}

static gboolean
has_message_in (const ReaRecord *self)
{
  for (guint i = 0; i < self->messages->len; i++)
    if (!((const ReaMessage *) g_ptr_array_index (self->messages, i))->out)
      return TRUE;

  return FALSE;
}

static gboolean
fail_with_time (GError **error, const char *name, const char *format, gint64 time)
{
  g_autofree char *text = rea_time_format (time);

  return rea_json_fail (error, PLACE, name, format, text);
}

/* What the flags say of each other. */
static gboolean
settle_flags (ReaRecord *self, const ReaClaims *claims, GError **error)
{
  ReaConversation *conversation = self->conversation;
  gboolean         needs_writing =
      claims->status == REA_STATUS_NEEDS_REPLY || claims->status == REA_STATUS_REPLIED;
  gboolean has_written = has_message_in (self);

  if (claims->opted_out && claims->status != REA_STATUS_ANY && claims->status != REA_STATUS_CLOSED)
    return rea_json_fail (error, PLACE, "status", "%s",
                          /* TRANSLATORS: keep closed, which is a word of the file. */
                          _ ("A contact who has opted out is closed."));

  if (claims->wrote_after_opt_out && !claims->opted_out)
    return rea_json_fail (error, PLACE, "wrote_after_opt_out", "%s",
                          _ ("The contact has not opted out."));

  if (claims->contact_wrote == FALSE && has_written)
    return rea_json_fail (error, PLACE, "contact_wrote", "%s",
                          _ ("There is a message from the contact."));

  if (claims->contact_wrote == FALSE && needs_writing)
    return rea_json_fail (error, PLACE, "status", "%s", _ ("The contact has never written."));

  if (claims->contact_wrote == FALSE && claims->wrote_after_opt_out)
    return rea_json_fail (error, PLACE, "wrote_after_opt_out", "%s",
                          _ ("The contact has never written."));

  if (claims->contact_wrote == TRUE || has_written || needs_writing ||
      claims->wrote_after_opt_out || claims->waiting_since != REA_TIME_NONE)
    conversation->flags |= REA_FLAG_CONTACT_WROTE;
  if (claims->opted_out)
    conversation->flags |= REA_FLAG_OPTED_OUT;
  if (claims->wrote_after_opt_out)
    conversation->flags |= REA_FLAG_WROTE_AFTER_OPT_OUT;
  if (claims->marked && !claims->opted_out)
    conversation->flags |= REA_FLAG_MARKED;

  return TRUE;
}

/* The status and times that the recorded messages give; others are refused. What
 * was before the first of them may have been imported.
 */
static gboolean
settle_by_messages (ReaRecord *self, const ReaClaims *claims, GError **error)
{
  ReaConversation  *conversation = self->conversation;
  const ReaMessage *last = get_last (self);
  gboolean          answered = FALSE;
  const ReaMessage *unanswered = find_unanswered (self, &answered);

  if (unanswered != NULL)
    conversation->open_status = REA_STATUS_NEEDS_REPLY;
  else
    conversation->open_status =
        conversation->flags & REA_FLAG_CONTACT_WROTE ? REA_STATUS_REPLIED : REA_STATUS_MESSAGED;

  if (claims->status != REA_STATUS_ANY && claims->status != REA_STATUS_CLOSED &&
      claims->status != conversation->open_status)
    return rea_json_fail (error, PLACE, "status",
                          /* TRANSLATORS: %s is a status as files name it. */
                          _ ("The messages make this %s."),
                          rea_status_to_string (conversation->open_status));

  if (claims->last_message_at != REA_TIME_NONE && claims->last_message_at != last->at)
    return fail_with_time (error, "last_message_at", _ ("The last message was at %s."), last->at);

  if (claims->waiting_since != REA_TIME_NONE && unanswered == NULL)
    return rea_json_fail (error, PLACE, "waiting_since", "%s",
                          _ ("The last message is a sender's: nothing waits."));

  if (claims->waiting_since != REA_TIME_NONE &&
      (answered ? claims->waiting_since != unanswered->at : claims->waiting_since > unanswered->at))
    return fail_with_time (error, "waiting_since",
                           _ ("The first message that nobody answered was at %s."), unanswered->at);

  conversation->status = claims->opted_out || claims->status == REA_STATUS_CLOSED
                             ? REA_STATUS_CLOSED
                             : conversation->open_status;
  conversation->last_message_at = last->at;
  conversation->waiting_since = claims->waiting_since;
  if (unanswered != NULL && claims->waiting_since == REA_TIME_NONE)
    conversation->waiting_since = unanswered->at;

  return TRUE;
}

static ReaStatus
guess_status (const ReaConversation *conversation, const ReaClaims *claims)
{
  if (claims->status != REA_STATUS_ANY)
    return claims->status;
  if (claims->opted_out)
    return REA_STATUS_CLOSED;
  if (claims->waiting_since != REA_TIME_NONE)
    return REA_STATUS_NEEDS_REPLY;
  if (conversation->flags & REA_FLAG_CONTACT_WROTE)
    return REA_STATUS_REPLIED;

  return claims->last_message_at != REA_TIME_NONE ? REA_STATUS_MESSAGED : REA_STATUS_NOT_STARTED;
}

static gboolean
check_claims (const ReaConversation *conversation,
              const ReaClaims       *claims,
              ReaStatus              status,
              GError               **error)
{
  gboolean is_waiting = claims->waiting_since != REA_TIME_NONE;

  if (status == REA_STATUS_NOT_STARTED && claims->last_message_at != REA_TIME_NONE)
    return rea_json_fail (error, PLACE, "last_message_at", "%s",
                          /* TRANSLATORS: keep not_started, which stands in the file. */
                          _ ("The status is not_started, but there was a last message."));

  if (is_waiting && status != REA_STATUS_NEEDS_REPLY && status != REA_STATUS_CLOSED)
    return rea_json_fail (error, PLACE, "waiting_since",
                          /* TRANSLATORS: %s is a status as files name it. */
                          _ ("The status is %s: nothing waits."), rea_status_to_string (status));

  if (is_waiting && claims->contact_wrote == FALSE)
    return rea_json_fail (error, PLACE, "waiting_since", "%s",
                          _ ("The contact has never written."));

  if (is_waiting && claims->last_message_at != REA_TIME_NONE &&
      claims->waiting_since > claims->last_message_at)
    return rea_json_fail (error, PLACE, "waiting_since", "%s",
                          _ ("This is later than the last message."));

  if ((conversation->flags & REA_FLAG_CONTACT_WROTE) != 0 &&
      (status == REA_STATUS_NOT_STARTED || status == REA_STATUS_MESSAGED))
    return rea_json_fail (error, PLACE, "status",
                          /* TRANSLATORS: %s is a status as files name it. */
                          _ ("The status is %s, but the contact has written."),
                          rea_status_to_string (status));

  return TRUE;
}

/* Without messages what is said is taken, as of a row of a CSV file. */
static gboolean
settle_by_claims (ReaRecord *self, const ReaClaims *claims, gint64 now, GError **error)
{
  ReaConversation *conversation = self->conversation;
  ReaStatus        status = guess_status (conversation, claims);

  if (!check_claims (conversation, claims, status, error))
    return FALSE;

  conversation->last_message_at = claims->last_message_at;
  conversation->waiting_since = claims->waiting_since;

  if (conversation->last_message_at == REA_TIME_NONE)
    conversation->last_message_at = claims->waiting_since;
  if (conversation->last_message_at == REA_TIME_NONE && status != REA_STATUS_NOT_STARTED &&
      status != REA_STATUS_CLOSED)
    conversation->last_message_at = now;
  if (conversation->waiting_since == REA_TIME_NONE && status == REA_STATUS_NEEDS_REPLY)
    conversation->waiting_since = conversation->last_message_at;

  rea_conversation_set_imported_status (conversation, status);
  return TRUE;
}

/**
 * rea_record_settle:
 * @self: a record with its messages
 * @claims: what its file says
 * @now: the time of the import
 * @error: %REA_ERROR_INVALID, naming the member that contradicts others
 *
 * Sets the conversation's status, flags and times: those that are said, where the
 * messages and the other claims let them be.
 *
 * Returns: whether they do
 */
gboolean
rea_record_settle (ReaRecord *self, const ReaClaims *claims, gint64 now, GError **error)
{
  if (!settle_flags (self, claims, error))
    return FALSE;

  return self->messages->len > 0 ? settle_by_messages (self, claims, error)
                                 : settle_by_claims (self, claims, now, error);
}

/**
 * rea_record_get_waiting_since:
 * @self: a record as the store has it
 *
 * A time of waiting that was imported may lie behind a message that was recorded
 * later for an earlier time. The message then is the first that nobody answered.
 *
 * Returns: since when it waits, as a file says it, or %REA_TIME_NONE
 */
gint64
rea_record_get_waiting_since (const ReaRecord *self)
{
  gboolean          answered = FALSE;
  const ReaMessage *unanswered = find_unanswered (self, &answered);

  if (unanswered == NULL)
    return self->conversation->waiting_since;

  return self->conversation->waiting_since == REA_TIME_NONE
             ? unanswered->at
             : MIN (self->conversation->waiting_since, unanswered->at);
}
