/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Files in and out of a window: the actions win.import, win.import-campaign,
 * campaign.export-contacts and campaign.export-campaign, and files that are dropped
 * on the window. Emits show-campaign (id) for a campaign that came in, and say (text)
 * for what was done, and needs-database where an import is asked for before there is one.
 */
#define REA_TYPE_FILE_ACTIONS (rea_file_actions_get_type ())
G_DECLARE_FINAL_TYPE (ReaFileActions, rea_file_actions, REA, FILE_ACTIONS, GObject)

ReaFileActions *rea_file_actions_new (GtkWindow  *window,
                                      GActionMap *campaign_actions) G_GNUC_WARN_UNUSED_RESULT;
void            rea_file_actions_set_service (ReaFileActions *self, ReaService *service);
void            rea_file_actions_set_campaign (ReaFileActions *self, gint64 campaign);
void            rea_file_actions_import (ReaFileActions *self, const char *path);
const char     *rea_file_actions_get_pending (ReaFileActions *self);
void            rea_file_actions_set_may_create (ReaFileActions *self, gboolean may_create);
gboolean        rea_file_actions_is_waiting (ReaFileActions *self);

G_END_DECLS
