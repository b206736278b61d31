/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-store.h"
#include "scratch.h"

G_BEGIN_DECLS

/* People, campaigns and contacts for a test to play with, set up straight through
 * the store, where no role is in the way. Each call but the first two is one
 * transaction.
 */
ReaStore *stage_open (Scratch *scratch) G_GNUC_WARN_UNUSED_RESULT;
void      stage_begin (ReaStore *store, ReaStoreAccess access);
void      stage_commit (ReaStore *store);

gint64       stage_add_user (ReaStore *store, const char *email, ReaRole role);
gint64       stage_add_campaign (ReaStore *store, const char *title, ReaState state);
void         stage_add_sender (ReaStore *store, gint64 campaign, gint64 user);
gint64       stage_add_contact (ReaStore              *store,
                                gint64                 campaign,
                                const char            *phone,
                                const char            *name,
                                gint64                 holder,
                                ReaStatus              status,
                                ReaConversationFlags   flags,
                                const ReaConversation *more);
ReaCampaign *stage_get_campaign (ReaStore *store, gint64 campaign) G_GNUC_WARN_UNUSED_RESULT;
void         stage_set_state (ReaStore *store, gint64 campaign, ReaState state);
ReaConversation *
stage_get_conversation (ReaStore *store, gint64 campaign, gint64 id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
