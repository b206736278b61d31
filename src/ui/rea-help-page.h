/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A page of the help as a column of labels; links between pages name the page. */
GtkWidget *rea_help_page_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
