/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign.h"
#include "rea-conversation.h"

G_BEGIN_DECLS

gboolean rea_sending_check (const ReaCampaign     *campaign,
                            const ReaConversation *conversation,
                            gint64                 at,
                            GError               **error);
gboolean rea_sending_check_window (const ReaCampaign *campaign, gint64 at, GError **error);
gint64   rea_sending_find_possible (const ReaCampaign     *campaign,
                                    const ReaConversation *conversation,
                                    gint64                 at);
gboolean rea_sending_is_initial (const ReaConversation *conversation);
gboolean rea_sending_may_leave (const ReaCampaign *campaign, const char *time_zone, gint64 at);
gboolean rea_sending_check_text (const char *text, GError **error);

G_END_DECLS
