/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-unknown-row.h"

#include "rea-a11y.h"
#include "rea-format.h"

#include <glib/gi18n-lib.h>

struct _ReaUnknownRow
{
  GtkListBoxRow parent_instance;

  GtkLabel  *phone_label;
  GtkLabel  *time_label;
  GtkLabel  *text_label;
  GtkWidget *copy_button;

  char *id;
  char *phone;
};

enum
{
  COPY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaUnknownRow, rea_unknown_row, GTK_TYPE_LIST_BOX_ROW)

static void
copy_cb (ReaUnknownRow *self)
{
  g_autofree char *copied =
      g_strdup_printf ("%s\n%s", self->phone, gtk_label_get_text (self->text_label));

  g_signal_emit (self, signals[COPY], 0, copied);
}

/**
 * rea_unknown_row_get_id:
 * @self: a row
 *
 * Returns: the gateway's own number of its message
 */
const char *
rea_unknown_row_get_id (ReaUnknownRow *self)
{
  return self->id;
}

/**
 * rea_unknown_row_new:
 * @incoming: a message from a number that nobody knows
 * @now: the time
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
rea_unknown_row_new (const ReaIncoming *incoming, gint64 now)
{
  ReaUnknownRow   *self = g_object_new (REA_TYPE_UNKNOWN_ROW, NULL);
  gboolean         right_to_left = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  g_autofree char *shown = rea_format_phone (incoming->phone, right_to_left);
  g_autofree char *time = rea_format_clock (incoming->at, now);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  self->id = g_strdup (incoming->id);
  self->phone = g_strdup (incoming->phone);
  gtk_label_set_text (self->phone_label, shown);
  gtk_label_set_text (self->time_label, time);
  gtk_label_set_text (self->text_label, incoming->text);

  /* TRANSLATORS: what a screen reader calls a button; %s is a phone number. */
  name = g_strdup_printf (_ ("Copy number and text, %s"), incoming->phone);
  rea_a11y_set_label (self->copy_button, name);
  label = g_strdup_printf ("%s, %s, %s", incoming->phone, time, incoming->text);
  rea_a11y_set_label (GTK_WIDGET (self), label);

  return GTK_WIDGET (self);
}

static void
rea_unknown_row_finalize (GObject *object)
{
  ReaUnknownRow *self = REA_UNKNOWN_ROW (object);

  g_free (self->id);
  g_free (self->phone);

  G_OBJECT_CLASS (rea_unknown_row_parent_class)->finalize (object);
}

static void
rea_unknown_row_class_init (ReaUnknownRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rea_unknown_row_finalize;

  signals[COPY] = g_signal_new ("copy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-unknown-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaUnknownRow, phone_label);
  gtk_widget_class_bind_template_child (widget_class, ReaUnknownRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, ReaUnknownRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, ReaUnknownRow, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
rea_unknown_row_init (ReaUnknownRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
