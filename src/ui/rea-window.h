/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The window on one database for one user. ReaWindow::opened is emitted when the
 * database is open and it is known who the user is.
 */
#define REA_TYPE_WINDOW (rea_window_get_type ())
G_DECLARE_FINAL_TYPE (ReaWindow, rea_window, REA, WINDOW, AdwApplicationWindow)

ReaWindow  *rea_window_new (GtkApplication *application,
                            const char     *location,
                            const char     *user,
                            const char     *campaign) G_GNUC_WARN_UNUSED_RESULT;
gboolean    rea_window_is_of (ReaWindow *self, const char *location, const char *user);
const char *rea_window_get_location (ReaWindow *self);
const char *rea_window_get_user (ReaWindow *self);
const char *rea_window_get_wanted (ReaWindow *self);
void        rea_window_show_campaign (ReaWindow *self, const char *campaign);
void        rea_window_show_offline (ReaWindow *self, gint64 campaign);
void        rea_window_import (ReaWindow *self, const char *path);
const char *rea_window_get_file (ReaWindow *self);

G_END_DECLS
