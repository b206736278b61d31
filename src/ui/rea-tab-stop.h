/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Holds a list that Tab enters and leaves in one step each; the arrows move in
 * it. In GTK 4.8 Tab walks through all the rows of a list, and there may be a
 * million of them.
 */
#define REA_TYPE_TAB_STOP (rea_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (ReaTabStop, rea_tab_stop, REA, TAB_STOP, AdwBin)

gboolean rea_tab_stop_is_within (GtkWidget *widget);

G_END_DECLS
