/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-focus-return.h"

#include "rea-subpage.h"

/* GTK gives the focus back to what had it before a dialog. What had it may go all the
 * same, a moment later, as what the dialog did is read: a row leaves the list, the
 * button for what is ticked goes with the ticks. GTK 4.8 then leaves the focus at
 * whatever stands around it, where no key does anything. Until somebody moves the focus
 * it is followed, and goes on in the table.
 */
typedef struct
{
  GtkWidget *home;   /* weak */
  GtkWidget *opener; /* weak */
  GtkWindow *window; /* weak */
  guint      idle_source;
} Return;

static void watch (Return *self, GtkWidget *opener);

static void
return_free (Return *self)
{
  g_clear_handle_id (&self->idle_source, g_source_remove);

  if (self->window != NULL)
    g_signal_handlers_disconnect_by_data (self->window, self);
  if (self->opener != NULL)
    g_signal_handlers_disconnect_by_data (self->opener, self);

  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->opener);
  g_clear_weak_pointer (&self->home);
  g_free (self);
}

/* What is chosen in a menu closes the menu: the focus goes back to its button. */
static GtkWidget *
find_opener (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *popover;

  while (focus != NULL && (popover = gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER)) != NULL)
    focus = gtk_widget_get_parent (popover);

  return focus;
}

static GtkWidget *
find_mapped (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_mapped (child, type);

  return found;
}

/* The table, or what stands in its place while it has no rows. */
static void
go_home (GtkWidget *home)
{
  GtkWidget *table = find_mapped (home, GTK_TYPE_COLUMN_VIEW);
  GtkWidget *empty = find_mapped (home, ADW_TYPE_STATUS_PAGE);

  /* A page on top knows where its work goes on. */
  if (REA_IS_SUBPAGE (home) && gtk_widget_grab_focus (home))
    return;

  if (table != NULL && gtk_widget_grab_focus (table))
    return;

  if (empty != NULL && gtk_widget_child_focus (empty, GTK_DIR_TAB_FORWARD))
    return;

  gtk_widget_child_focus (home, GTK_DIR_TAB_FORWARD);
}

static gboolean
is_lost (Return *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  /* GTK leaves it at nothing, or at something that does nothing with it. */
  return focus == NULL || !gtk_widget_get_mapped (focus) || GTK_IS_NOTEBOOK (focus);
}

static gboolean
idle_cb (gpointer user_data)
{
  Return *self = user_data;

  self->idle_source = 0;

  if (self->window == NULL || self->home == NULL || !gtk_widget_get_mapped (self->home))
    {
      return_free (self);
      return G_SOURCE_REMOVE;
    }

  if (is_lost (self))
    go_home (self->home);

  watch (self, gtk_window_get_focus (self->window));

  return G_SOURCE_REMOVE;
}

static void
unmap_cb (Return *self)
{
  if (self->idle_source == 0)
    self->idle_source = g_idle_add (idle_cb, self);
}

static void
focus_cb (Return *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  if (self->idle_source != 0 || focus == self->opener)
    return;

  if (self->opener == NULL || !gtk_widget_get_mapped (self->opener) || focus == NULL)
    unmap_cb (self);
  else
    /* Somebody has gone elsewhere. */
    return_free (self);
}

static void
watch (Return *self, GtkWidget *opener)
{
  if (self->opener != NULL)
    g_signal_handlers_disconnect_by_func (self->opener, unmap_cb, self);

  g_set_weak_pointer (&self->opener, opener);

  if (opener == NULL)
    return_free (self);
  else
    g_signal_connect_swapped (opener, "unmap", G_CALLBACK (unmap_cb), self);
}

static void
closed_cb (GtkWidget *dialog, Return *self)
{
  GtkWidget *opener = self->opener;

  g_signal_handlers_disconnect_by_func (dialog, closed_cb, self);

  if (self->window == NULL || gtk_widget_in_destruction (GTK_WIDGET (self->window)))
    {
      return_free (self);
      return;
    }

  g_signal_connect_swapped (self->window, "notify::focus-widget", G_CALLBACK (focus_cb), self);
  g_signal_connect_swapped (self->window, "destroy", G_CALLBACK (return_free), self);

  if (opener != NULL && gtk_widget_get_mapped (opener))
    {
      gtk_widget_grab_focus (opener);
      watch (self, gtk_window_get_focus (self->window));
    }
  else
    unmap_cb (self);
}

/**
 * rea_focus_return_to_opener:
 * @dialog: a dialog that is about to be shown
 * @home: what has the table in which the work goes on, or a page on top
 *
 * Gives the focus back to what opened the dialog, or where that is gone, or goes, to the
 * table.
 */
void
rea_focus_return_to_opener (GtkWindow *dialog, GtkWidget *home)
{
  Return *self = g_new0 (Return, 1);

  g_set_weak_pointer (&self->window, gtk_window_get_transient_for (dialog));
  g_set_weak_pointer (&self->opener, find_opener (self->window));
  g_set_weak_pointer (&self->home, home);
  g_signal_connect (dialog, "destroy", G_CALLBACK (closed_cb), self);
}
