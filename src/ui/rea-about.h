/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rea_about_show (GtkWindow *parent, const char *location);

G_END_DECLS
