/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-refused-bar.h"

#include "rea-a11y.h"

#include <glib/gi18n-lib.h>

struct _ReaRefusedBar
{
  AdwBin parent_instance;

  GtkLabel  *label;
  GtkWidget *go_button;

  GPtrArray *refusals; /* the oldest first */
};

enum
{
  GO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaRefusedBar, rea_refused_bar, ADW_TYPE_BIN)

typedef struct
{
  gint64 conversation;
  char  *contact;
  char  *reason;
} Refusal;

static void
refusal_free (gpointer data)
{
  Refusal *refusal = data;

  g_free (refusal->contact);
  g_free (refusal->reason);
  g_free (refusal);
}

static char *
dup_text (ReaRefusedBar *self, const Refusal *first)
{
  guint            n_more = self->refusals->len - 1;
  g_autofree char *text = NULL;
  g_autofree char *more = NULL;

  /* TRANSLATORS: a message could not be sent: %1$s is a contact, %2$s a sentence. */
  text = g_strdup_printf (_ ("Not sent to %1$s: %2$s"), first->contact, first->reason);
  if (n_more == 0)
    return g_steal_pointer (&text);

  /* TRANSLATORS: behind the sentence why a message could not be sent. */
  more = g_strdup_printf (ngettext ("%u more message was not sent.",
                                    "%u more messages were not sent.", n_more),
                          n_more);

  return g_strconcat (text, " ", more, NULL);
}

static void
update (ReaRefusedBar *self)
{
  const Refusal   *first = NULL;
  g_autofree char *text = NULL;
  g_autofree char *go = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), self->refusals->len > 0);
  if (self->refusals->len == 0)
    return;

  first = g_ptr_array_index (self->refusals, 0);
  text = dup_text (self, first);
  gtk_label_set_text (self->label, text);
  /* TRANSLATORS: what a screen reader calls the button that shows a conversation; %s is a
   * contact.
   */
  go = g_strdup_printf (_ ("Show the conversation with %s"), first->contact);
  rea_a11y_set_label (self->go_button, go);
}

static void
dismiss_cb (ReaRefusedBar *self)
{
  g_ptr_array_remove_index (self->refusals, 0);
  update (self);
}

static void
go_cb (ReaRefusedBar *self)
{
  gint64 conversation = ((const Refusal *) g_ptr_array_index (self->refusals, 0))->conversation;

  dismiss_cb (self);
  g_signal_emit (self, signals[GO], 0, conversation);
}

/**
 * rea_refused_bar_add:
 * @self: the bar
 * @conversation: the number of a conversation
 * @contact: how its contact is called
 * @reason: a sentence why the message to it was not sent
 *
 * Says so.
 */
void
rea_refused_bar_add (ReaRefusedBar *self,
                     gint64         conversation,
                     const char    *contact,
                     const char    *reason)
{
  Refusal *refusal;

  g_return_if_fail (REA_IS_REFUSED_BAR (self));

  rea_refused_bar_drop (self, conversation);
  refusal = g_new0 (Refusal, 1);
  refusal->conversation = conversation;
  refusal->contact = g_strdup (contact);
  refusal->reason = g_strdup (reason);
  g_ptr_array_add (self->refusals, refusal);
  update (self);
}

/**
 * rea_refused_bar_drop:
 * @self: the bar
 * @conversation: the number of a conversation
 *
 * What is said of it is over with.
 */
void
rea_refused_bar_drop (ReaRefusedBar *self, gint64 conversation)
{
  g_return_if_fail (REA_IS_REFUSED_BAR (self));

  for (guint i = self->refusals->len; i > 0; i--)
    if (((const Refusal *) g_ptr_array_index (self->refusals, i - 1))->conversation == conversation)
      g_ptr_array_remove_index (self->refusals, i - 1);

  update (self);
}

/**
 * rea_refused_bar_clear:
 * @self: the bar
 *
 * Says nothing any more.
 */
void
rea_refused_bar_clear (ReaRefusedBar *self)
{
  g_return_if_fail (REA_IS_REFUSED_BAR (self));

  g_ptr_array_set_size (self->refusals, 0);
  update (self);
}

static void
rea_refused_bar_finalize (GObject *object)
{
  g_ptr_array_unref (REA_REFUSED_BAR (object)->refusals);

  G_OBJECT_CLASS (rea_refused_bar_parent_class)->finalize (object);
}

static void
rea_refused_bar_class_init (ReaRefusedBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rea_refused_bar_finalize;

  signals[GO] = g_signal_new ("go", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-refused-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaRefusedBar, label);
  gtk_widget_class_bind_template_child (widget_class, ReaRefusedBar, go_button);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
}

static void
rea_refused_bar_init (ReaRefusedBar *self)
{
  self->refusals = g_ptr_array_new_with_free_func (refusal_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}
