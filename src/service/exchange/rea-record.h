/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-conversation.h"

G_BEGIN_DECLS

/**
 * ReaRecord:
 * @conversation: the conversation
 * @messages: (element-type ReaMessage): in the order in which they were recorded
 * @answers: (element-type ReaAnswer): to the survey
 *
 * A conversation with all that hangs on it, as a line of campaign JSON Lines. Whose
 * it is stands in the conversation's holder_email, who wrote in the messages'
 * by_email.
 */
typedef struct
{
  ReaConversation *conversation;
  GPtrArray       *messages;
  GPtrArray       *answers;
} ReaRecord;

/**
 * ReaClaims:
 * @status: what it is to be, or %REA_STATUS_ANY where that was not said
 * @contact_wrote: whether the contact has written; -1 where that was not said
 * @last_message_at: when, or %REA_TIME_NONE
 * @waiting_since: when, or %REA_TIME_NONE
 *
 * What a file says of a conversation, beside its messages.
 */
typedef struct
{
  ReaStatus status;
  int       contact_wrote;
  gboolean  opted_out;
  gboolean  wrote_after_opt_out;
  gboolean  marked;
  gint64    last_message_at;
  gint64    waiting_since;
} ReaClaims;

ReaRecord *rea_record_new (ReaConversation *conversation) G_GNUC_WARN_UNUSED_RESULT;
void       rea_record_free (ReaRecord *self);
gboolean   rea_record_settle (ReaRecord *self, const ReaClaims *claims, gint64 now, GError **error);
gint64     rea_record_get_waiting_since (const ReaRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaRecord, rea_record_free)

G_END_DECLS
