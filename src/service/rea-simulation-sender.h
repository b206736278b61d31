/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-demo-texts.h"
#include "rea-session.h"

G_BEGIN_DECLS

typedef struct _ReaSimulationSender ReaSimulationSender;

/**
 * ReaSimulationSent:
 * @conversation: the number of the conversation that was written in
 * @is_initial: whether it was its first message
 *
 * Told of each message that a sender sent.
 */
typedef void (*ReaSimulationSent) (gint64 conversation, gboolean is_initial, gpointer user_data);

/**
 * ReaSimulationShift:
 * @session: of who plays the shift
 * @campaign: the campaign in which it is played
 * @moods: (element-type gint64 ReaDemoMood): what the contacts who wrote in the
 *   shift last wrote about, by conversation
 * @rand: where chance comes from
 * @some_are_here: whether one in eight of the senders has the Messenger open as
 *   the shift begins
 * @anyone_was_here: whether any of them ever had
 * @sent: told of each message
 * @user_data: for @sent
 *
 * What the senders of a shift share.
 */
typedef struct
{
  ReaSession        *session;
  const ReaCampaign *campaign;
  GHashTable        *moods;
  GRand             *rand;
  gboolean           some_are_here;
  gboolean           anyone_was_here;
  ReaSimulationSent  sent;
  gpointer           user_data;
} ReaSimulationShift;

ReaSimulationSender          *
rea_simulation_sender_new (const ReaUser            *user,
                                    const ReaSimulationShift *shift) G_GNUC_WARN_UNUSED_RESULT;
void     rea_simulation_sender_free (ReaSimulationSender *self);
gboolean rea_simulation_sender_play (ReaSimulationSender *self, gint64 second, GError **error);
gboolean rea_simulation_sender_leave (ReaSimulationSender *self, GError **error);
gboolean rea_simulation_forgives (GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaSimulationSender, rea_simulation_sender_free)

G_END_DECLS
