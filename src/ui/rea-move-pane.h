/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-move-item.h"
#include "rea-sender-list.h"
#include "rea-undoer.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A move of the history: who, when, what, what has happened since, what undo can give
 * back, and the table of who gave and received. ReaMovePane::undo-pressed is
 * emitted when the button was pressed, ReaMovePane::show-move (move) for the link to
 * the undo of this one, ReaMovePane::show-conversations
 * (ids, label) for the button below.
 */
#define REA_TYPE_MOVE_PANE (rea_move_pane_get_type ())
G_DECLARE_FINAL_TYPE (ReaMovePane, rea_move_pane, REA, MOVE_PANE, AdwBin)

/* So many conversations can be named to the list of conversations. */
#define REA_MOVE_PANE_MOST_NAMED 10000

void rea_move_pane_set_up (ReaMovePane   *self,
                           ReaService    *service,
                           ReaSenderList *senders,
                           ReaUndoer     *undoer);
void rea_move_pane_set_item (ReaMovePane *self, ReaMoveItem *item);

G_END_DECLS
