/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign-model.h"

G_BEGIN_DECLS

/* Takes moves back, one at a time: the actions undo (one's own last move) and
 * undo-move (any). ReaUndoer:text says what undo would take back, or why it takes
 * nothing back; ReaUndoer:reason why nothing can be moved here at all, NULL where
 * it can; ReaUndoer:busy is TRUE while a move is being taken back.
 *
 * ReaUndoer::undone (result) tells what was done. ReaUndoer::refused (move, reason)
 * tells that it could not be; who shows that returns TRUE.
 */
#define REA_TYPE_UNDOER (rea_undoer_get_type ())
G_DECLARE_FINAL_TYPE (ReaUndoer, rea_undoer, REA, UNDOER, GObject)

ReaUndoer *rea_undoer_new (GActionMap *actions) G_GNUC_WARN_UNUSED_RESULT;
void     rea_undoer_set_campaign (ReaUndoer *self, ReaService *service, ReaCampaignModel *campaign);
void     rea_undoer_undo (ReaUndoer *self, gint64 move);
gboolean rea_undoer_is_busy (ReaUndoer *self);
const char *rea_undoer_get_reason (ReaUndoer *self);

G_END_DECLS
