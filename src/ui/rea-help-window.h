/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows the pages of the help where there is no help viewer. */
#define REA_TYPE_HELP_WINDOW (rea_help_window_get_type ())
G_DECLARE_FINAL_TYPE (ReaHelpWindow, rea_help_window, REA, HELP_WINDOW, AdwWindow)

void rea_help_show (GtkWindow *parent);

G_END_DECLS
