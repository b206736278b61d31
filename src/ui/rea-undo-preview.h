/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-move-item.h"
#include "rea-undoer.h"

G_BEGIN_DECLS

/* Keeps counted what the undo of a move would give back, while the campaign goes on.
 * ReaUndoPreview::counted is emitted when there is an answer.
 */
#define REA_TYPE_UNDO_PREVIEW (rea_undo_preview_get_type ())
G_DECLARE_FINAL_TYPE (ReaUndoPreview, rea_undo_preview, REA, UNDO_PREVIEW, GObject)

ReaUndoPreview  *rea_undo_preview_new (ReaService *service,
                                       ReaUndoer  *undoer) G_GNUC_WARN_UNUSED_RESULT;
void             rea_undo_preview_set_item (ReaUndoPreview *self, ReaMoveItem *item);
void             rea_undo_preview_count (ReaUndoPreview *self);
void             rea_undo_preview_recount (ReaUndoPreview *self);
const ReaResult *rea_undo_preview_get_result (ReaUndoPreview *self);
const char      *rea_undo_preview_get_refusal (ReaUndoPreview *self);

G_END_DECLS
