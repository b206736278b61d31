/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-demo-cast.h"

G_BEGIN_DECLS

gboolean rea_demo_add_history (ReaDemoCast *cast,
                               ReaStore    *store,
                               gint64       campaign_id,
                               gint64       by,
                               gint64       now,
                               GError     **error);

G_END_DECLS
