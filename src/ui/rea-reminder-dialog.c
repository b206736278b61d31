/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-reminder-dialog.h"

struct _ReaReminderDialog
{
  AdwWindow parent_instance;

  GtkTextBuffer *buffer;
};

G_DEFINE_FINAL_TYPE (ReaReminderDialog, rea_reminder_dialog, ADW_TYPE_WINDOW)

static void
copy_cb (ReaReminderDialog *self)
{
  GtkTextIter      start;
  GtkTextIter      end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
rea_reminder_dialog_class_init (ReaReminderDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-reminder-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaReminderDialog, buffer);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
rea_reminder_dialog_init (ReaReminderDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rea_reminder_dialog_new:
 * @parent: the window that asks for it
 * @text: a reminder
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
rea_reminder_dialog_new (GtkWindow *parent, const char *text)
{
  ReaReminderDialog *self = g_object_new (REA_TYPE_REMINDER_DIALOG, "transient-for", parent, NULL);

  gtk_text_buffer_set_text (self->buffer, text, -1);

  return GTK_WIDGET (self);
}
