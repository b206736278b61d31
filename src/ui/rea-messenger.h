/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The window in which conversations are read and written: a sender's own, or, by its
 * property "everyone", all of a campaign. ReaMessenger::opened is emitted when the
 * database is open, and it is known who acts.
 */
#define REA_TYPE_MESSENGER (rea_messenger_get_type ())
G_DECLARE_FINAL_TYPE (ReaMessenger, rea_messenger, REA, MESSENGER, AdwApplicationWindow)

ReaMessenger *rea_messenger_open (GtkApplication *application,
                                  const char     *location,
                                  const char     *user,
                                  gboolean        everyone);
const char   *rea_messenger_get_location (ReaMessenger *self);
void          rea_messenger_show_campaign (ReaMessenger *self, const char *campaign);
void          rea_messenger_show (ReaMessenger    *self,
                                  gint64           campaign,
                                  const ReaFilter *filter,
                                  gint64           conversation);

G_END_DECLS
