/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

G_BEGIN_DECLS

/* What is written in a campaign and not sent yet. It is saved as it is typed, after each
 * pause, and what was typed here is known at once, however long saving takes.
 * ReaDrafts:error is why the last one could not be saved, or NULL; ReaDrafts::changed
 * (conversation) is emitted when one was, or has gone with its message.
 */
#define REA_TYPE_DRAFTS (rea_drafts_get_type ())
G_DECLARE_FINAL_TYPE (ReaDrafts, rea_drafts, REA, DRAFTS, GObject)

ReaDrafts  *rea_drafts_new (ReaService *service, gint64 campaign) G_GNUC_WARN_UNUSED_RESULT;
const char *rea_drafts_get (ReaDrafts *self, gint64 conversation);
void        rea_drafts_set (ReaDrafts *self, gint64 conversation, const char *text);
void        rea_drafts_remember (ReaDrafts *self, gint64 conversation, const char *text);
void        rea_drafts_flush (ReaDrafts *self);

G_END_DECLS
