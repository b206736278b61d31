/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rea_focus_return_to_opener (GtkWindow *dialog, GtkWidget *home);

G_END_DECLS
