/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sender-list.h"
#include "rea-subpage.h"
#include "rea-undoer.h"

G_BEGIN_DECLS

/* The history of a campaign: a list of its moves, and beside it the one that is
 * selected. ReaHistoryPage::show-conversations (ids, label) is emitted when somebody wants
 * to see what a move moved.
 */
#define REA_TYPE_HISTORY_PAGE (rea_history_page_get_type ())
G_DECLARE_FINAL_TYPE (ReaHistoryPage, rea_history_page, REA, HISTORY_PAGE, ReaSubpage)

ReaHistoryPage *rea_history_page_new (ReaService       *service,
                                      ReaCampaignModel *campaign,
                                      ReaSenderList    *senders,
                                      ReaUndoer        *undoer) G_GNUC_WARN_UNUSED_RESULT;
void            rea_history_page_show_move (ReaHistoryPage *self, gint64 move);

G_END_DECLS
