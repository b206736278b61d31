/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign.h"
#include "rea-conversation.h"

G_BEGIN_DECLS

gboolean rea_sending_check (const ReaCampaign     *campaign,
                            const ReaConversation *conversation,
                            gint64                 at,
                            GError               **error);
gboolean rea_sending_check_text (const char *text, GError **error);

G_END_DECLS
