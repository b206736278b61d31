/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-canned-reply.h"
#include "rea-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The canned replies of a campaign, to be written, taken out and put in order. What is taken
 * out can be kept until it is saved. ReaRepliesEditor::changed tells of it.
 */
#define REA_TYPE_REPLIES_EDITOR (rea_replies_editor_get_type ())
G_DECLARE_FINAL_TYPE (ReaRepliesEditor, rea_replies_editor, REA, REPLIES_EDITOR, AdwBin)

void       rea_replies_editor_set_up (ReaRepliesEditor *self, ReaService *service, gint64 campaign);
void       rea_replies_editor_set_replies (ReaRepliesEditor *self, GPtrArray *replies);
GPtrArray *rea_replies_editor_dup_replies (ReaRepliesEditor *self) G_GNUC_WARN_UNUSED_RESULT;
void rea_replies_editor_show_refusal (ReaRepliesEditor *self, guint reply, const char *reason);

G_END_DECLS
