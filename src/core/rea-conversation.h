/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-delivery.h"
#include "rea-types.h"

G_BEGIN_DECLS

/**
 * ReaConversationFlags:
 * @REA_FLAG_OPTED_OUT: the contact does not want to be texted
 * @REA_FLAG_WROTE_AFTER_OPT_OUT: and wrote nevertheless
 * @REA_FLAG_MARKED: seems to ask to opt out; a person has to look
 * @REA_FLAG_CONTACT_WROTE: the contact has written, here or before the import
 * @REA_FLAG_SURVEY_OPEN: has written, and a question of the campaign has no answer
 */
typedef enum
{
  REA_FLAG_OPTED_OUT = 1 << 0,
  REA_FLAG_WROTE_AFTER_OPT_OUT = 1 << 1,
  REA_FLAG_MARKED = 1 << 2,
  REA_FLAG_CONTACT_WROTE = 1 << 3,
  REA_FLAG_SURVEY_OPEN = 1 << 4,
} ReaConversationFlags;

/**
 * ReaConversation:
 * @phone: E.164
 * @first_name: may be empty, never %NULL; so may @last_name
 * @fields: (nullable): further fields of the contact, as the text of a JSON
 *   object in the order of the file; %NULL for none
 * @time_zone: (nullable): the contact's own, if it was imported
 * @status: what it counts as
 * @open_status: what the messages say; differs from @status in a closed one only
 * @holder: the sender's user id or %REA_HOLDER_UNASSIGNED
 * @holder_email: (nullable): the holder's e-mail
 * @waiting_since: of the contact's first message that nobody answered, or none;
 *   kept while the conversation is closed, when it does not wait
 * @last_text: (nullable): the text of the last message, filled in by lists
 * @draft: (nullable): what the reader has written there and not sent, filled in by pages
 *
 * One contact in one campaign: the unit that is reassigned.
 */
typedef struct
{
  gint64               id;
  gint64               campaign_id;
  char                *phone;
  char                *first_name;
  char                *last_name;
  char                *fields;
  char                *time_zone;
  ReaStatus            status;
  ReaStatus            open_status;
  gint64               holder;
  char                *holder_email;
  ReaConversationFlags flags;
  gint64               last_message_at;
  gint64               waiting_since;
  char                *last_text;
  char                *draft;
} ReaConversation;

ReaConversation *rea_conversation_new (void) G_GNUC_WARN_UNUSED_RESULT;
ReaConversation *rea_conversation_copy (const ReaConversation *self) G_GNUC_WARN_UNUSED_RESULT;
void             rea_conversation_free (ReaConversation *self);
gint64           rea_conversation_get_waiting_since (const ReaConversation *self);

void rea_conversation_received (ReaConversation *self, gint64 at);
void rea_conversation_sent (ReaConversation *self, gint64 at);
void rea_conversation_close (ReaConversation *self);
void rea_conversation_reopen (ReaConversation *self);
void rea_conversation_opt_out (ReaConversation *self);

/**
 * ReaMessage:
 * @out: whether a sender wrote it
 * @by: the user who did, or 0
 * @by_email: (nullable): that user's e-mail
 * @by_name: (nullable): and the name, the e-mail where there is none; filled in by lists
 * @delivery: how far it has come
 */
typedef struct
{
  gint64      id;
  gint64      conversation_id;
  gboolean    out;
  gint64      at;
  char       *text;
  gint64      by;
  char       *by_email;
  char       *by_name;
  ReaDelivery delivery;
} ReaMessage;

ReaMessage *rea_message_new (gboolean out, gint64 at, const char *text) G_GNUC_WARN_UNUSED_RESULT;
void        rea_message_free (ReaMessage *self);

/**
 * ReaDraft:
 * @by: the user who wrote it
 * @by_name: and the name, the e-mail where there is none
 * @at: when it was last changed
 * @text: what was written; never empty
 *
 * What a person has written in a conversation and not sent.
 */
typedef struct
{
  gint64 by;
  char  *by_name;
  gint64 at;
  char  *text;
} ReaDraft;

void rea_draft_free (ReaDraft *self);

/**
 * ReaLeftDraft:
 * @conversation: the number of the conversation
 * @phone: its contact's; E.164
 * @first_name: may be empty, never %NULL; so may @last_name
 * @holder_name: (nullable): who has it now, the e-mail where there is no name
 * @at: when the draft was last changed
 * @text: what was written; never empty
 *
 * What a person has written in a conversation that has gone to somebody else since.
 */
typedef struct
{
  gint64 conversation;
  char  *phone;
  char  *first_name;
  char  *last_name;
  char  *holder_name;
  gint64 at;
  char  *text;
} ReaLeftDraft;

gboolean rea_left_draft_equal (const ReaLeftDraft *a, const ReaLeftDraft *b);
void     rea_left_draft_free (ReaLeftDraft *self);

typedef struct
{
  char *question;
  char *answer;
} ReaAnswer;

ReaAnswer *rea_answer_new (const char *question, const char *answer) G_GNUC_WARN_UNUSED_RESULT;
void       rea_answer_free (ReaAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaConversation, rea_conversation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaMessage, rea_message_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaDraft, rea_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaLeftDraft, rea_left_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaAnswer, rea_answer_free)

G_END_DECLS
