/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A window's hold on an open database: looks after changes by others, less often while
 * nobody sees the window, and closes the database as it should be.
 */
#define REA_TYPE_CONNECTION (rea_connection_get_type ())
G_DECLARE_FINAL_TYPE (ReaConnection, rea_connection, REA, CONNECTION, GObject)

ReaConnection *rea_connection_new (GtkWindow  *window,
                                   ReaService *service) G_GNUC_WARN_UNUSED_RESULT;
void           rea_connection_close (ReaConnection *self);

G_END_DECLS
