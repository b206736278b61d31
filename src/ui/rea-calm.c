/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-calm.h"

/* A pointer that has rested for so long above a table points at nothing. */
#define REST_SECONDS 8

struct _ReaCalm
{
  GtkWidget *table;
  gboolean   is_inside;
  gint64     last_motion;
};

static void
moved (ReaCalm *self)
{
  self->last_motion = g_get_monotonic_time ();
}

static void
enter_cb (ReaCalm *self)
{
  self->is_inside = TRUE;
  moved (self);
}

static void
motion_cb (ReaCalm *self)
{
  moved (self);
}

static void
leave_cb (ReaCalm *self)
{
  self->is_inside = FALSE;
}

/* An open menu has the focus, and belongs to a row. */
static gboolean
has_menu (ReaCalm *self)
{
  GtkRoot   *root = gtk_widget_get_root (self->table);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

/**
 * rea_calm_new:
 * @table: a table, which owns the result
 *
 * Begins to watch the pointer.
 *
 * Returns: (transfer none): who knows
 */
ReaCalm *
rea_calm_new (GtkWidget *table)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  ReaCalm            *self = g_new0 (ReaCalm, 1);

  self->table = table;
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (table, motion);
  g_object_set_data_full (G_OBJECT (table), "rea-calm", self, g_free);

  return self;
}

/**
 * rea_calm_is_busy:
 * @self: who knows
 *
 * Returns: whether rows have to stay where they are
 */
gboolean
rea_calm_is_busy (ReaCalm *self)
{
  gint64 rested = (g_get_monotonic_time () - self->last_motion) / G_USEC_PER_SEC;

  return has_menu (self) || (self->is_inside && rested < REST_SECONDS);
}
