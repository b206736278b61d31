/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

G_BEGIN_DECLS

/* The GLib timers: another process's change (the store's version, 4 a second
 * while a window is visible, else every 5 s) and presence (every 5 s), asked on
 * the reading lane, never twice at once.
 */
#define REA_TYPE_MONITOR (rea_monitor_get_type ())
G_DECLARE_FINAL_TYPE (ReaMonitor, rea_monitor, REA, MONITOR, GObject)

ReaMonitor *rea_monitor_new (ReaService *service) G_GNUC_WARN_UNUSED_RESULT;
void        rea_monitor_set_visible (ReaMonitor *self, gboolean visible);
gboolean    rea_monitor_get_visible (ReaMonitor *self);

G_END_DECLS
