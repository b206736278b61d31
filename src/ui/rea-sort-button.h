/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rea_sort_button_name (GtkMenuButton *button, GtkColumnView *view, const char *unsorted);

G_END_DECLS
