/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign.h"
#include "rea-conversation.h"
#include "rea-sender.h"

G_BEGIN_DECLS

/**
 * ReaDemoThread:
 * @conversation: what it is about; takes over what the messages lead to
 * @campaign: its campaign
 * @sender: who writes in it
 * @until: the last moment at which the sender can have written
 * @rand: where chance comes from
 * @written: whether the messages are written out; else they only count, as
 *   those before an import do
 * @messages: (element-type ReaMessage): in the order in which they were written
 * @answers: (element-type ReaAnswer): what was filled in of the survey
 *
 * What was said in a conversation of the demo.
 */
typedef struct
{
  ReaConversation   *conversation;
  const ReaCampaign *campaign;
  const ReaUser     *sender;
  gint64             until;
  GRand             *rand;
  gboolean           written;
  GPtrArray         *messages;
  GPtrArray         *answers;
} ReaDemoThread;

void rea_demo_thread_play (ReaDemoThread *self, ReaStatus status, gint64 last_at);
void rea_demo_thread_clear (ReaDemoThread *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReaDemoThread, rea_demo_thread_clear)

G_END_DECLS
