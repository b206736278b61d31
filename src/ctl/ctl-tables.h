/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl-call.h"

G_BEGIN_DECLS

/* The tables that several commands print. */
void ctl_table_add_counts_columns (CtlTable *table);
void ctl_table_add_counts (CtlTable *table, const ReaCounts *counts);
void ctl_table_add_age (CtlTable *table, gint64 time, gint64 now);

void ctl_call_say_campaign (CtlCall *call, const ReaCampaign *campaign, gint64 now);
void ctl_call_say_conversations (CtlCall *call, GPtrArray *conversations, gint64 now);
void ctl_call_say_conversation (CtlCall *call, ReaConversation *conversation, gint64 now);
void ctl_call_say_result (CtlCall *call, const ReaResult *result);
void ctl_call_say_rejected (CtlCall *call, const ReaImportReport *report);
void ctl_call_say_user (CtlCall *call, ReaUser *user);
void ctl_call_say_users (CtlCall *call, GPtrArray *users);

G_END_DECLS
