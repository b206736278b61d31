/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*ReaFirstFrameFunc) (GtkWidget *window);

void rea_first_frame_then (GtkWidget *window, ReaFirstFrameFunc func);

G_END_DECLS
