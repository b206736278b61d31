/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-conversation-selection.h"

G_BEGIN_DECLS

/* What is offered for a row of the conversations. */
GMenuModel *
rea_conversation_menu_new (ReaConversationItem      *item,
                           ReaConversationSelection *selection) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
