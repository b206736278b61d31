/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

G_BEGIN_DECLS

/* Says that the acting user has the Messenger open: at once, and again and again as
 * long as this lives. That it was closed is said at once too, and written before a
 * program with a GApplication ends. Who is a sender nowhere is not heard, which is no
 * trouble.
 */
#define REA_TYPE_HEARTBEAT (rea_heartbeat_get_type ())
G_DECLARE_FINAL_TYPE (ReaHeartbeat, rea_heartbeat, REA, HEARTBEAT, GObject)

ReaHeartbeat *rea_heartbeat_new (ReaService *service) G_GNUC_WARN_UNUSED_RESULT;
void          rea_heartbeat_close (ReaHeartbeat *self);

G_END_DECLS
