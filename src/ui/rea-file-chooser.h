/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a file, through the desktop's own chooser. */

/**
 * ReaFileChosen:
 * @chooser: the chooser, for rea_file_chooser_take()
 * @response: what was pressed
 * @user_data: (transfer full): what was handed over
 *
 * Somebody has chosen, or left.
 */
typedef void (*ReaFileChosen) (GtkNativeDialog *chooser, int response, gpointer user_data);

void  rea_file_chooser_open (GtkWindow    *parent,
                             const char   *title,
                             const char   *pattern,
                             ReaFileChosen chosen,
                             gpointer      user_data);
void  rea_file_chooser_save (GtkWindow    *parent,
                             const char   *title,
                             const char   *name,
                             ReaFileChosen chosen,
                             gpointer      user_data);
char *rea_file_chooser_take (GtkNativeDialog *chooser, int response) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
