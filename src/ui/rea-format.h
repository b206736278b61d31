/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign.h"
#include "rea-sender.h"

G_BEGIN_DECLS

/* From so many minutes on, waiting is shown to be long. */
#define REA_LONG_WAIT_MINUTES 30

char       *rea_format_number (gint64 number) G_GNUC_WARN_UNUSED_RESULT;
char       *rea_format_change (gint64 change) G_GNUC_WARN_UNUSED_RESULT;
char       *rea_format_duration (gint64 seconds) G_GNUC_WARN_UNUSED_RESULT;
char       *rea_format_last_seen (gint64 last_seen, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
char       *rea_format_clock (gint64 time, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
const char *rea_format_state (ReaState state);
char *rea_format_campaign_state (const ReaCampaign *campaign, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
char *rea_format_phone (const char *phone, gboolean right_to_left) G_GNUC_WARN_UNUSED_RESULT;
char *rea_format_aligned (const char *text, gboolean right_to_left) G_GNUC_WARN_UNUSED_RESULT;
const char *rea_format_presence (gboolean online);

G_END_DECLS
