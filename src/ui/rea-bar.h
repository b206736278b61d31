/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define REA_BAR_MAX_PARTS 5

/**
 * ReaBarPart:
 * @amount: how long it is, in the unit of the bar
 * @color: the name of a colour of the style sheet
 * @hollow: whether only its outline is drawn
 */
typedef struct
{
  gint64      amount;
  const char *color;
  gboolean    hollow;
} ReaBarPart;

/* A bar of parts. It says nothing that isn't also in words beside it. */
#define REA_TYPE_BAR (rea_bar_get_type ())
G_DECLARE_FINAL_TYPE (ReaBar, rea_bar, REA, BAR, GtkWidget)

GtkWidget *rea_bar_new (int height) G_GNUC_WARN_UNUSED_RESULT;
void       rea_bar_set_parts (ReaBar *self, const ReaBarPart *parts, guint n_parts, gint64 whole);

G_END_DECLS
