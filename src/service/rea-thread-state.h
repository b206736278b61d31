/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign.h"
#include "rea-conversation.h"
#include "rea-move.h"
#include "rea-sender.h"

G_BEGIN_DECLS

/* Somebody whose draft is no older than this is writing, in seconds. */
#define REA_WRITING_SECONDS 60

/**
 * ReaThreadState:
 * @conversation: the conversation
 * @campaign: its campaign, with questions, canned replies and the initial message
 * @messages: (element-type ReaMessage): the last of its messages, oldest first
 * @has_earlier: whether there are others before these
 * @answers: (element-type ReaAnswer): the survey's answers
 * @trail: (element-type ReaTrailEntry): who held it, since when, by whose move
 * @last_move: the last move of the campaign, or 0; @trail is as of then
 * @holder: (nullable): who holds it, with when they were last seen; %NULL for nobody
 * @holder_online: whether the holder is online
 * @draft: (nullable): what the acting user has written here and not sent
 * @writers: (element-type utf8): the names of others who are writing here now
 * @initial_text: (nullable): the campaign's initial message as the acting user would
 *   send it to this contact; %NULL where one was sent or there is none
 * @way: how a message from here reaches the contact
 * @may_send: whether one can go now
 * @refusal: (nullable): a sentence why none can, or %NULL
 * @possible_at: when one will be possible again if nothing but time passes, or
 *   %REA_TIME_NONE
 * @last_message_id: the last message, or 0; what rea_session_send_written() is told
 *
 * All of a conversation that is seen while somebody writes in it, of one moment.
 */
typedef struct
{
  ReaConversation *conversation;
  ReaCampaign     *campaign;
  GPtrArray       *messages;
  gboolean         has_earlier;
  GPtrArray       *answers;
  GPtrArray       *trail;
  gint64           last_move;
  ReaUser         *holder;
  gboolean         holder_online;
  char            *draft;
  GPtrArray       *writers;
  char            *initial_text;
  ReaWay           way;
  gboolean         may_send;
  char            *refusal;
  gint64           possible_at;
  gint64           last_message_id;
} ReaThreadState;

ReaThreadState *rea_thread_state_new (void) G_GNUC_WARN_UNUSED_RESULT;
ReaThreadState *rea_thread_state_ref (ReaThreadState *self);
void            rea_thread_state_unref (ReaThreadState *self);
gboolean        rea_thread_state_equal (const ReaThreadState *a, const ReaThreadState *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaThreadState, rea_thread_state_unref)

G_END_DECLS
