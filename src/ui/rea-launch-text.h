/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-session.h"

G_BEGIN_DECLS

/**
 * ReaLaunchStep:
 *
 * What comes next on the way of a draft to its first message.
 */
typedef enum
{
  REA_LAUNCH_IMPORT,
  REA_LAUNCH_ADD_SENDERS,
  REA_LAUNCH_WRITE,
  REA_LAUNCH_SHARE_OUT,
  REA_LAUNCH_READY,
} ReaLaunchStep;

ReaLaunchStep rea_launch_text_get_step (const ReaOverview *overview);
char         *rea_launch_text_say (const ReaOverview *overview) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
