/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A message of a campaign: where it is written, with a menu of the variables
 * that it may name, and as a contact of the campaign would get it.
 * ReaMessageEditor::changed is emitted when something is typed.
 */
#define REA_TYPE_MESSAGE_EDITOR (rea_message_editor_get_type ())
G_DECLARE_FINAL_TYPE (ReaMessageEditor, rea_message_editor, REA, MESSAGE_EDITOR, AdwBin)

void       rea_message_editor_set_up (ReaMessageEditor *self, ReaService *service, gint64 campaign);
void       rea_message_editor_set_label (ReaMessageEditor *self, const char *label);
GPtrArray *rea_message_editor_get_fields (ReaMessageEditor *self);
void       rea_message_editor_set_text (ReaMessageEditor *self, const char *text);
char      *rea_message_editor_dup_text (ReaMessageEditor *self) G_GNUC_WARN_UNUSED_RESULT;
void       rea_message_editor_refresh (ReaMessageEditor *self);

G_END_DECLS
