/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sender-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who is a sender of a campaign: adds people to it, and removes those who hold nothing
 * at once. ReaRoster::said (text, stays, email) is emitted with what came of it, and who
 * could be made a sender again, if anybody; ReaRoster::holds (email) where it has to be
 * asked first where conversations go.
 */
#define REA_TYPE_ROSTER (rea_roster_get_type ())
G_DECLARE_FINAL_TYPE (ReaRoster, rea_roster, REA, ROSTER, GObject)

ReaRoster *rea_roster_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       rea_roster_set_campaign (ReaRoster     *self,
                                    ReaService    *service,
                                    gint64         campaign,
                                    ReaSenderList *senders);
void       rea_roster_add (ReaRoster *self, GtkWindow *parent);
void       rea_roster_remove (ReaRoster *self, const char *email);
void       rea_roster_restore (ReaRoster *self, const char *email);

G_END_DECLS
