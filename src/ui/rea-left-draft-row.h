/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-conversation.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was written to a contact who is somebody else's now. ReaLeftDraftRow::discard is
 * emitted when it is not wanted any more.
 */
#define REA_TYPE_LEFT_DRAFT_ROW (rea_left_draft_row_get_type ())
G_DECLARE_FINAL_TYPE (ReaLeftDraftRow, rea_left_draft_row, REA, LEFT_DRAFT_ROW, GtkListBoxRow)

GtkWidget *rea_left_draft_row_new (const ReaLeftDraft *draft) G_GNUC_WARN_UNUSED_RESULT;
gint64     rea_left_draft_row_get_conversation (ReaLeftDraftRow *self);

G_END_DECLS
