/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Tells a moderator who looks elsewhere that replies wait while their senders are
 * offline, in the campaign that a window shows: by a notification of the desktop, at
 * most once in ten minutes for each campaign, without any name and number. It is taken
 * back when nothing waits so any more, when the window is looked at, or when it shows
 * another campaign. The setting "notifications" turns it off.
 */
#define REA_TYPE_NOTIFIER (rea_notifier_get_type ())
G_DECLARE_FINAL_TYPE (ReaNotifier, rea_notifier, REA, NOTIFIER, GObject)

ReaNotifier *rea_notifier_new (GtkApplicationWindow *window) G_GNUC_WARN_UNUSED_RESULT;
void rea_notifier_follow (ReaNotifier *self, ReaService *service, ReaCampaignModel *campaign);

G_END_DECLS
