/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sender-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkListItemFactory *rea_history_row_factory_new (ReaSenderList *senders,
                                                 gint64         user) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
