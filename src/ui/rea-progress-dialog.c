/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-progress-dialog.h"

struct _ReaProgressDialog
{
  AdwWindow parent_instance;

  ReaProgressPane *pane;
  GtkWidget       *cancel_button;
  GCancellable    *cancellable;
  gboolean         is_over;
};

G_DEFINE_FINAL_TYPE (ReaProgressDialog, rea_progress_dialog, ADW_TYPE_WINDOW)

/**
 * rea_progress_dialog_new:
 * @parent: the window over which it stands
 * @text: what is being done
 * @share: what the thread that works tells
 * @counts: whether it is done to a number of things, which somebody wants to read
 * @cancellable: what Cancel cancels
 *
 * Returns: (transfer floating): a dialog that stands until rea_progress_dialog_end()
 */
ReaProgressDialog *
rea_progress_dialog_new (GtkWindow        *parent,
                         const char       *text,
                         ReaProgressShare *share,
                         gboolean          counts,
                         GCancellable     *cancellable)
{
  ReaProgressDialog *self =
      g_object_new (REA_TYPE_PROGRESS_DIALOG, "transient-for", parent, "title", text, NULL);

  self->cancellable = g_object_ref (cancellable);
  rea_progress_pane_begin (self->pane, text, share, counts);

  return self;
}

/**
 * rea_progress_dialog_end:
 * @self: a dialog
 *
 * What was done is over; the dialog goes.
 */
void
rea_progress_dialog_end (ReaProgressDialog *self)
{
  g_return_if_fail (REA_IS_PROGRESS_DIALOG (self));

  self->is_over = TRUE;
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Leaving stops the work; whoever does it says when it has stopped. */
static gboolean
rea_progress_dialog_close_request (GtkWindow *window)
{
  ReaProgressDialog *self = REA_PROGRESS_DIALOG (window);

  if (self->is_over)
    return GTK_WINDOW_CLASS (rea_progress_dialog_parent_class)->close_request (window);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
  return GDK_EVENT_STOP;
}

static void
cancel_cb (ReaProgressDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
rea_progress_dialog_dispose (GObject *object)
{
  ReaProgressDialog *self = REA_PROGRESS_DIALOG (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (rea_progress_dialog_parent_class)->dispose (object);
}

static void
rea_progress_dialog_class_init (ReaProgressDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_progress_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = rea_progress_dialog_close_request;

  g_type_ensure (REA_TYPE_PROGRESS_PANE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-progress-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaProgressDialog, pane);
  gtk_widget_class_bind_template_child (widget_class, ReaProgressDialog, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
rea_progress_dialog_init (ReaProgressDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
