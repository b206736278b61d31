/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-conversation-item.h"
#include "rea-splice.h"

G_BEGIN_DECLS

/* The items that somebody holds, by their place in the list. They are not kept
 * alive: who looks at a row holds its item, and when nobody does it is forgotten.
 */
typedef struct _ReaLiveRows ReaLiveRows;

ReaLiveRows         *rea_live_rows_new (void) G_GNUC_WARN_UNUSED_RESULT;
void                 rea_live_rows_free (ReaLiveRows *self);
void                 rea_live_rows_add (ReaLiveRows *self, ReaConversationItem *item);
ReaConversationItem *rea_live_rows_lookup (ReaLiveRows *self, guint position);
guint                rea_live_rows_get_n_rows (ReaLiveRows *self);
gboolean             rea_live_rows_has_page (ReaLiveRows *self, guint page);
GPtrArray           *rea_live_rows_dup_items (ReaLiveRows *self) G_GNUC_WARN_UNUSED_RESULT;
GArray              *rea_live_rows_dup_places (ReaLiveRows *self) G_GNUC_WARN_UNUSED_RESULT;
void                 rea_live_rows_splice (ReaLiveRows *self, const ReaSplice *splice);
void                 rea_live_rows_clear (ReaLiveRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaLiveRows, rea_live_rows_free)

G_END_DECLS
