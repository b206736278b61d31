/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-plan.h"
#include "rea-request.h"
#include "rea-sender.h"
#include "rea-tally.h"

G_BEGIN_DECLS

ReaPlan *rea_planner_plan (const ReaRequest *request,
                           GPtrArray        *senders,
                           const ReaCounts  *unassigned,
                           const ReaTally   *pool,
                           gint64            now,
                           GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
