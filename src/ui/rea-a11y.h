/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void rea_a11y_set_label (GtkWidget *widget, const char *label);
void rea_a11y_set_description (GtkWidget *widget, const char *description);
void rea_a11y_name_notebook (GtkNotebook *notebook);
void rea_a11y_name_drop_down (GtkDropDown *drop_down, const char *label);
void rea_a11y_name_column_view (GtkColumnView *view, const char *label);
void rea_a11y_name_toasts (AdwToastOverlay *overlay);
void rea_a11y_name_row (GtkWidget *cell, const char *label);

G_END_DECLS
