/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-message-bubble.h"

#include "rea-a11y.h"
#include "rea-css.h"

#include <glib/gi18n-lib.h>

/* How much of the other side's place a long message leaves free. */
#define FREE_PIXELS 40

struct _ReaMessageBubble
{
  GtkBox parent_instance;

  GtkWidget *text_label;
  GtkWidget *note_label;

  gint64 message;
};

G_DEFINE_FINAL_TYPE (ReaMessageBubble, rea_message_bubble, GTK_TYPE_BOX)

static const char *
get_delivery (ReaDelivery delivery)
{
  switch (delivery)
    {
    case REA_DELIVERY_QUEUED:
    case REA_DELIVERY_UNANSWERED:
      /* TRANSLATORS: below a message, how far it has come; so the four that follow. */
      return C_ ("message", "Queued");
    case REA_DELIVERY_SENT:
      return C_ ("message", "Sent");
    case REA_DELIVERY_DELIVERED:
      return C_ ("message", "Delivered");
    case REA_DELIVERY_FAILED:
      return C_ ("message", "Failed");
    case REA_DELIVERY_CANCELLED:
      return C_ ("message", "Cancelled");
    case REA_DELIVERY_NONE:
    default:
      return NULL;
    }
}

/* The day stands above the message, where it is another one. */
static char *
dup_time (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (at);

  /* TRANSLATORS: a time of the day, in the format of strftime. */
  return time != NULL ? g_date_time_format (time, _ ("%H:%M")) : g_strdup ("");
}

static char *
dup_note (const ReaMessage *message)
{
  const char      *delivery = get_delivery (message->delivery);
  g_autofree char *time = dup_time (message->at);
  g_autofree char *note = NULL;

  if (message->by_name == NULL)
    {
      note = g_steal_pointer (&time);
    }
  else
    {
      /* TRANSLATORS: below a message: %1$s is who wrote it, %2$s a time. */
      note = g_strdup_printf (_ ("%1$s, %2$s"), message->by_name, time);
    }

  if (delivery == NULL)
    return g_steal_pointer (&note);

  /* TRANSLATORS: below a message: %1$s is who wrote it when, %2$s how far it has come. */
  return g_strdup_printf (_ ("%1$s · %2$s"), note, delivery);
}

/**
 * rea_message_bubble_set_message:
 * @self: a bubble
 * @message: a message
 *
 * Shows a message.
 */
void
rea_message_bubble_set_message (ReaMessageBubble *self, const ReaMessage *message)
{
  GtkAlign         side = message->out ? GTK_ALIGN_END : GTK_ALIGN_START;
  g_autofree char *note = dup_note (message);
  g_autofree char *label = NULL;

  g_return_if_fail (REA_IS_MESSAGE_BUBBLE (self));

  self->message = message->id;
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->text_label)), message->text) != 0)
    gtk_label_set_text (GTK_LABEL (self->text_label), message->text);
  gtk_label_set_text (GTK_LABEL (self->note_label), note);

  gtk_widget_set_halign (GTK_WIDGET (self), side);
  gtk_widget_set_margin_start (GTK_WIDGET (self), message->out ? FREE_PIXELS : 0);
  gtk_widget_set_margin_end (GTK_WIDGET (self), message->out ? 0 : FREE_PIXELS);
  gtk_widget_set_halign (self->text_label, side);
  gtk_widget_set_halign (self->note_label, side);
  rea_css_set_class (GTK_WIDGET (self), "out", message->out);
  rea_css_set_class (self->note_label, "dim-label", message->delivery != REA_DELIVERY_FAILED);
  rea_css_set_class (self->note_label, "error", message->delivery == REA_DELIVERY_FAILED);

  if (message->out)
    {
      /* TRANSLATORS: what a screen reader calls a message that was sent: who, when, and what. */
      label = g_strdup_printf (_ ("%1$s: %2$s"), note, message->text);
    }
  else
    {
      /* TRANSLATORS: what a screen reader calls a message of a contact: when, and what. */
      label = g_strdup_printf (_ ("Contact, %1$s: %2$s"), note, message->text);
    }

  rea_a11y_set_label (self->text_label, label);
}

/**
 * rea_message_bubble_get_message:
 * @self: a bubble
 *
 * Returns: the number of the message that it shows
 */
gint64
rea_message_bubble_get_message (ReaMessageBubble *self)
{
  g_return_val_if_fail (REA_IS_MESSAGE_BUBBLE (self), 0);

  return self->message;
}

/**
 * rea_message_bubble_new:
 *
 * Returns: (transfer floating): an empty bubble
 */
GtkWidget *
rea_message_bubble_new (void)
{
  return g_object_new (REA_TYPE_MESSAGE_BUBBLE, NULL);
}

static void
rea_message_bubble_class_init (ReaMessageBubbleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-message-bubble.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaMessageBubble, text_label);
  gtk_widget_class_bind_template_child (widget_class, ReaMessageBubble, note_label);
}

static void
rea_message_bubble_init (ReaMessageBubble *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
