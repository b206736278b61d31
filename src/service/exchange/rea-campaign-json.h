/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign.h"
#include "rea-sender.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The first lines of campaign JSON Lines: the campaign, and its senders. */
ReaCampaign *rea_campaign_from_json (JsonObject *line, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void         rea_campaign_to_json (const ReaCampaign *campaign, GString *json);
ReaUser     *rea_user_from_json (JsonObject *sender, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void         rea_user_to_json (const ReaUser *user, GString *json);

G_END_DECLS
