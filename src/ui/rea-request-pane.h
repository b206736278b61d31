/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign-model.h"
#include "rea-choice-list.h"
#include "rea-sender-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where a request is put together: status, number, to, divide; whom to is among
 * the choices. ReaRequestPane::changed is emitted when the request is another one.
 */
#define REA_TYPE_REQUEST_PANE (rea_request_pane_get_type ())
G_DECLARE_FINAL_TYPE (ReaRequestPane, rea_request_pane, REA, REQUEST_PANE, AdwBin)

void        rea_request_pane_set_up (ReaRequestPane        *self,
                                     ReaChoiceList         *choices,
                                     ReaCampaignModel      *campaign,
                                     ReaSenderList         *senders,
                                     const ReaReassignCase *reassign);
ReaRequest *rea_request_pane_build (ReaRequestPane *self) G_GNUC_WARN_UNUSED_RESULT;
const char *rea_request_pane_find_missing (ReaRequestPane *self, const ReaRequest *request);
void        rea_request_pane_update (ReaRequestPane *self);
void        rea_request_pane_set_error (ReaRequestPane *self, const GError *error);

G_END_DECLS
