/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-thread.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who holds a conversation, whether they are there, and who held it before; with the
 * buttons that move it (campaign.reassign-conversation) and tell all of its trail
 * (campaign.show-trail), which take its number.
 */
#define REA_TYPE_HOLDER_PANE (rea_holder_pane_get_type ())
G_DECLARE_FINAL_TYPE (ReaHolderPane, rea_holder_pane, REA, HOLDER_PANE, AdwBin)

void rea_holder_pane_show (ReaHolderPane *self, ReaThread *thread);

G_END_DECLS
