/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign.h"
#include "rea-columns.h"
#include "rea-conversation.h"

G_BEGIN_DECLS

/* Makes conversations of the rows of a CSV file. */
typedef struct _ReaContactRows ReaContactRows;

ReaContactRows  *rea_contact_rows_new (const ReaColumns  *columns,
                                       const ReaCampaign *campaign,
                                       GPtrArray         *senders,
                                       gint64             now) G_GNUC_WARN_UNUSED_RESULT;
void             rea_contact_rows_free (ReaContactRows *self);
ReaConversation *rea_contact_rows_read (ReaContactRows *self, const ReaCsvRow *row, char **problem);

void rea_conversation_set_imported_status (ReaConversation *self, ReaStatus status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaContactRows, rea_contact_rows_free)

G_END_DECLS
