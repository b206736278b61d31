/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-conversation.h"

/**
 * rea_conversation_new:
 *
 * Returns: (transfer full): a conversation that is not started and nobody's
 */
ReaConversation *
rea_conversation_new (void)
{
  ReaConversation *self = g_new0 (ReaConversation, 1);

  self->status = REA_STATUS_NOT_STARTED;
  self->open_status = REA_STATUS_NOT_STARTED;
  self->holder = REA_HOLDER_UNASSIGNED;

  return self;
}

ReaConversation *
rea_conversation_copy (const ReaConversation *self)
{
  ReaConversation *copy = g_memdup2 (self, sizeof *self);

  copy->phone = g_strdup (self->phone);
  copy->first_name = g_strdup (self->first_name);
  copy->last_name = g_strdup (self->last_name);
  copy->fields = g_strdup (self->fields);
  copy->time_zone = g_strdup (self->time_zone);
  copy->holder_email = g_strdup (self->holder_email);
  copy->last_text = g_strdup (self->last_text);
  copy->draft = g_strdup (self->draft);

  return copy;
}

void
rea_conversation_free (ReaConversation *self)
{
  g_free (self->phone);
  g_free (self->first_name);
  g_free (self->last_name);
  g_free (self->fields);
  g_free (self->time_zone);
  g_free (self->holder_email);
  g_free (self->last_text);
  g_free (self->draft);
  g_free (self);
}

/**
 * rea_conversation_get_waiting_since:
 * @self: a conversation
 *
 * Returns: since when the contact waits for an answer; %REA_TIME_NONE unless the
 *   conversation needs a reply
 */
gint64
rea_conversation_get_waiting_since (const ReaConversation *self)
{
  return self->status == REA_STATUS_NEEDS_REPLY ? self->waiting_since : REA_TIME_NONE;
}

/**
 * rea_conversation_received:
 * @self: a conversation
 * @at: when the contact wrote
 *
 * Takes over what a contact's message changes. Whether it asks to opt out is for
 * the caller to see.
 */
void
rea_conversation_received (ReaConversation *self, gint64 at)
{
  self->last_message_at = at;
  self->open_status = REA_STATUS_NEEDS_REPLY;
  self->flags |= REA_FLAG_CONTACT_WROTE;

  if (self->waiting_since == REA_TIME_NONE)
    self->waiting_since = at;

  if (self->flags & REA_FLAG_OPTED_OUT)
    self->flags |= REA_FLAG_WROTE_AFTER_OPT_OUT;
  else
    self->status = REA_STATUS_NEEDS_REPLY;
}

/**
 * rea_conversation_sent:
 * @self: a conversation that may be written in
 * @at: when the sender wrote
 *
 * Takes over what a sender's message changes; in a closed one it reopens it.
 */
void
rea_conversation_sent (ReaConversation *self, gint64 at)
{
  self->last_message_at = at;
  self->waiting_since = REA_TIME_NONE;
  self->open_status =
      self->flags & REA_FLAG_CONTACT_WROTE ? REA_STATUS_REPLIED : REA_STATUS_MESSAGED;
  self->status = self->open_status;
}

/**
 * rea_conversation_close:
 * @self: a conversation
 *
 * Closes it. That is no answer: what waits goes on waiting if it is reopened.
 */
void
rea_conversation_close (ReaConversation *self)
{
  self->status = REA_STATUS_CLOSED;
}

/**
 * rea_conversation_reopen:
 * @self: a conversation whose contact has not opted out
 *
 * Gives it the status that the messages say, without any that which was imported.
 */
void
rea_conversation_reopen (ReaConversation *self)
{
  self->status = self->open_status;
}

/**
 * rea_conversation_opt_out:
 * @self: a conversation
 *
 * Closes it for good. A mark has been looked at with that.
 */
void
rea_conversation_opt_out (ReaConversation *self)
{
  self->flags |= REA_FLAG_OPTED_OUT;
  self->flags &= ~REA_FLAG_MARKED;
  self->status = REA_STATUS_CLOSED;
}

/**
 * rea_message_new:
 * @out: whether a sender wrote it
 * @at: when
 * @text: what
 *
 * Returns: (transfer full): a message
 */
ReaMessage *
rea_message_new (gboolean out, gint64 at, const char *text)
{
  ReaMessage *self = g_new0 (ReaMessage, 1);

  self->out = out;
  self->at = at;
  self->text = g_strdup (text);
  self->delivery = REA_DELIVERY_NONE;

  return self;
}

void
rea_message_free (ReaMessage *self)
{
  g_free (self->text);
  g_free (self->by_email);
  g_free (self->by_name);
  g_free (self);
}

void
rea_draft_free (ReaDraft *self)
{
  g_free (self->by_name);
  g_free (self->text);
  g_free (self);
}

/**
 * rea_left_draft_equal:
 * @a: a draft
 * @b: another one
 *
 * Returns: whether they say the same, whenever it was written
 */
gboolean
rea_left_draft_equal (const ReaLeftDraft *a, const ReaLeftDraft *b)
{
  return a->conversation == b->conversation && g_strcmp0 (a->phone, b->phone) == 0 &&
         g_strcmp0 (a->first_name, b->first_name) == 0 &&
         g_strcmp0 (a->last_name, b->last_name) == 0 &&
         g_strcmp0 (a->holder_name, b->holder_name) == 0 && g_strcmp0 (a->text, b->text) == 0;
}

void
rea_left_draft_free (ReaLeftDraft *self)
{
  g_free (self->phone);
  g_free (self->first_name);
  g_free (self->last_name);
  g_free (self->holder_name);
  g_free (self->text);
  g_free (self);
}

ReaAnswer *
rea_answer_new (const char *question, const char *answer)
{
  ReaAnswer *self = g_new0 (ReaAnswer, 1);

  self->question = g_strdup (question);
  self->answer = g_strdup (answer);

  return self;
}

void
rea_answer_free (ReaAnswer *self)
{
  g_free (self->question);
  g_free (self->answer);
  g_free (self);
}
