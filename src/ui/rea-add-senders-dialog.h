/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sender-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The dialog that makes people senders of a campaign: those whom the database knows, by
 * a tick, and whoever is pasted. ReaAddSendersDialog::added (n) is emitted when it is
 * done; then the dialog closes.
 */
#define REA_TYPE_ADD_SENDERS_DIALOG (rea_add_senders_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ReaAddSendersDialog,
                      rea_add_senders_dialog,
                      REA,
                      ADD_SENDERS_DIALOG,
                      AdwWindow)

GtkWidget *rea_add_senders_dialog_new (GtkWindow     *parent,
                                       ReaService    *service,
                                       gint64         campaign,
                                       ReaSenderList *senders) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
