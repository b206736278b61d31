/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-messenger-list.h"

G_BEGIN_DECLS

/* What the Messenger shows where nothing is left to do in what is listed: what to do
 * next. Signals:
 *  show-view (view): list others
 *  more: self-assign
 */
#define REA_TYPE_MESSENGER_DONE (rea_messenger_done_get_type ())
G_DECLARE_FINAL_TYPE (ReaMessengerDone, rea_messenger_done, REA, MESSENGER_DONE, AdwBin)

void rea_messenger_done_update (ReaMessengerDone  *self,
                                ReaMessengerView   view,
                                const ReaCounts   *counts,
                                const ReaCampaign *campaign,
                                gboolean           everyone);
void rea_messenger_done_show_narrowed (ReaMessengerDone *self);
void rea_messenger_done_set_asking (ReaMessengerDone *self, gboolean asking);
void rea_messenger_done_grab (ReaMessengerDone *self, gboolean holds_return);
void rea_messenger_done_say (ReaMessengerDone *self, const char *text);

G_END_DECLS
