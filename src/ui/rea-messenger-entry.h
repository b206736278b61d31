/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-filter.h"
#include "rea-messenger.h"

G_BEGIN_DECLS

/* The ways from another window into the Messengers of whoever acts there. */
gboolean rea_messenger_is_for_admins (ReaService *service);
void     rea_messenger_open_admin (GtkWidget       *from,
                                   ReaService      *service,
                                   gint64           campaign,
                                   const ReaFilter *filter,
                                   gint64           conversation);
void
rea_messenger_open_own (GtkWidget *from, ReaService *service, gint64 campaign, gint64 conversation);

G_END_DECLS
