/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rea_conversation_widths_follow (GtkWidget *table, GtkColumnView *view);

G_END_DECLS
