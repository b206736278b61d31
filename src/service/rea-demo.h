/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-session.h"

G_BEGIN_DECLS

/* How large a demo can be: there are no more made-up phone numbers. */
#define REA_DEMO_MAX_CONTACTS G_GINT64_CONSTANT (633600000)
#define REA_DEMO_MAX_SENDERS  10000

ReaCampaign *rea_session_add_demo (ReaSession     *self,
                                   gint64          n_contacts,
                                   gint64          n_senders,
                                   guint32         seed,
                                   ReaProgressFunc progress,
                                   gpointer        user_data,
                                   GCancellable   *cancellable,
                                   GError        **error);

/**
 * ReaSimulation:
 * @minutes: how many minutes of the shift were played
 * @sent: how many messages senders sent in them
 * @received: how many contacts sent
 */
typedef struct
{
  gint64 minutes;
  gint64 sent;
  gint64 received;
} ReaSimulation;

gboolean rea_session_simulate (ReaSession     *self,
                               gint64          campaign,
                               gint64          minutes,
                               double          speed,
                               guint32         seed,
                               ReaProgressFunc progress,
                               gpointer        user_data,
                               GCancellable   *cancellable,
                               ReaSimulation  *simulation,
                               GError        **error);

G_END_DECLS
