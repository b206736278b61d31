/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign-model.h"
#include "rea-request-pane.h"
#include "rea-sender-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The dialog of all the drop-downs. It builds the one request, shows what that
 * would do, and does it. ReaReassignDialog::moved (text, move, differs) is emitted
 * when it is done; then the dialog closes.
 */
#define REA_TYPE_REASSIGN_DIALOG (rea_reassign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ReaReassignDialog, rea_reassign_dialog, REA, REASSIGN_DIALOG, AdwWindow)

GtkWidget *rea_reassign_dialog_new (GtkWindow             *parent,
                                    ReaService            *service,
                                    ReaCampaignModel      *campaign,
                                    ReaSenderList         *senders,
                                    const ReaReassignCase *reassign) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
