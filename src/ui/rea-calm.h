/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Knows whether somebody is about to click in a table, so that no row changes its place
 * under the hand. */
typedef struct _ReaCalm ReaCalm;

ReaCalm *rea_calm_new (GtkWidget *table) G_GNUC_WARN_UNUSED_RESULT;
gboolean rea_calm_is_busy (ReaCalm *self);

G_END_DECLS
