/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where a conversation has been: who held it, since when and by whose move, kept up to
 * date. ReaTrailDialog::show-move (move) is emitted when one of these is to be seen in
 * the history; that is offered only where the signal is connected before it is shown.
 */
#define REA_TYPE_TRAIL_DIALOG (rea_trail_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ReaTrailDialog, rea_trail_dialog, REA, TRAIL_DIALOG, AdwWindow)

GtkWidget *rea_trail_dialog_new (GtkWindow  *parent,
                                 ReaService *service,
                                 gint64      campaign,
                                 gint64      conversation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
