/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-conversation.h"
#include "rea-sqlite.h"

G_BEGIN_DECLS

/* Contacts on their way into a campaign; they are there once all is saved. */
typedef struct _ReaIntake ReaIntake;

ReaIntake *
rea_intake_new (ReaSqlite *db, gint64 campaign_id, gboolean has_contacts) G_GNUC_WARN_UNUSED_RESULT;
void     rea_intake_free (ReaIntake *self);
gboolean rea_intake_has (ReaIntake *self, const char *phone, gboolean *found, GError **error);
gboolean rea_intake_add (ReaIntake *self, const ReaConversation *conversation, GError **error);
gboolean rea_intake_save (ReaIntake *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaIntake, rea_intake_free)

G_END_DECLS
