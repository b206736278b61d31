/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sweep-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens the sweep, and says how many things hold the campaign up. */
#define REA_TYPE_SWEEP_BUTTON (rea_sweep_button_get_type ())
G_DECLARE_FINAL_TYPE (ReaSweepButton, rea_sweep_button, REA, SWEEP_BUTTON, GtkButton)

void rea_sweep_button_set_model (ReaSweepButton *self, ReaSweepModel *model);

G_END_DECLS
