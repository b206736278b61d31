/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign-model.h"
#include "rea-sender-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Writes to the clipboard what senders can be reminded with, by whatever way one reaches
 * them: Reassign itself sends nothing. Menus reach it with the action campaign.remind
 * (e-mails).
 */
#define REA_TYPE_REMINDER (rea_reminder_get_type ())
G_DECLARE_FINAL_TYPE (ReaReminder, rea_reminder, REA, REMINDER, GObject)

ReaReminder *rea_reminder_new (GtkWidget       *view,
                               AdwToastOverlay *toasts,
                               GActionMap      *actions) G_GNUC_WARN_UNUSED_RESULT;
void
rea_reminder_set_campaign (ReaReminder *self, ReaCampaignModel *campaign, ReaSenderList *senders);
void rea_reminder_set_allowed (ReaReminder *self, gboolean allowed);

G_END_DECLS
