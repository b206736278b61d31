/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl-json.h"

#include "rea-exchange.h"
#include "rea-session.h"

G_BEGIN_DECLS

/* The objects of the contract, each in one place. Those called members are added
 * to an object that is open.
 */
void ctl_json_add_counts_members (CtlJson *json, const ReaCounts *counts);
void ctl_json_add_counts (CtlJson *json, const char *name, const ReaCounts *counts);
void ctl_json_add_campaign_head (CtlJson *json, const ReaCampaign *campaign, gint64 now);
void
ctl_json_add_campaign (CtlJson *json, const char *name, const ReaCampaign *campaign, gint64 now);
void ctl_json_add_sender (CtlJson *json, const ReaSender *sender);
void ctl_json_add_user (CtlJson *json, const char *name, const ReaUser *user);
void
ctl_json_add_conversation (CtlJson *json, const char *name, const ReaConversation *conversation);
void ctl_json_add_message (CtlJson *json, const char *name, const ReaMessage *message);
void ctl_json_add_result_members (CtlJson *json, const ReaResult *result);
void ctl_json_add_move (CtlJson *json, const ReaMove *move);
void ctl_json_add_report_members (CtlJson *json, const ReaImportReport *report);

G_END_DECLS
