/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-holder-pane.h"

#include "rea-a11y.h"
#include "rea-clock.h"
#include "rea-format.h"
#include "rea-trail-text.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* What came before is told in a dialog of its own. */
#define SHOWN_ENTRIES 3

struct _ReaHolderPane
{
  AdwBin parent_instance;

  GtkImage  *presence_image;
  GtkLabel  *holder_label;
  GtkLabel  *seen_label;
  GtkWidget *reassign_button;
  GtkBox    *trail;
  GtkButton *all_button;

  ReaThread *thread;
};

G_DEFINE_FINAL_TYPE (ReaHolderPane, rea_holder_pane, ADW_TYPE_BIN)

static void
write_presence (ReaHolderPane *self, const ReaUser *holder, gboolean online)
{
  const char      *classes[] = { "sign", online ? "online" : "offline", NULL };
  g_autofree char *seen = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->presence_image), holder != NULL);
  gtk_image_set_from_icon_name (self->presence_image,
                                online ? "rea-online-symbolic" : "rea-offline-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->presence_image), classes);
  rea_a11y_set_label (GTK_WIDGET (self->presence_image), rea_format_presence (online));

  if (holder != NULL && !online)
    seen = rea_format_last_seen (holder->last_seen, rea_clock_now ());
  gtk_label_set_text (self->seen_label, online ? rea_format_presence (TRUE) : seen);
}

static void
write_holder (ReaHolderPane *self)
{
  const ReaThreadState *state = self->thread != NULL ? rea_thread_get_state (self->thread) : NULL;
  g_autofree char      *name = NULL;

  if (state == NULL)
    return;

  write_presence (self, state->holder, state->holder_online);
  name = state->holder != NULL ? rea_user_dup_name (state->holder) : NULL;
  /* TRANSLATORS: in place of the name of a sender. */
  gtk_label_set_text (self->holder_label, name != NULL ? name : _ ("Nobody"));
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
append_entry (ReaHolderPane *self, const ReaTrailEntry *entry, const ReaTrailEntry *next)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *span = rea_trail_text_span (entry, next, rea_clock_now ());
  GtkWidget       *holder_label = make_label (rea_trail_text_holder (entry), "strong");
  GtkWidget       *span_label = make_label (span, "dim-label");

  gtk_widget_add_css_class (holder_label, "small");
  gtk_widget_add_css_class (span_label, "small");
  gtk_box_append (GTK_BOX (box), holder_label);
  gtk_box_append (GTK_BOX (box), span_label);
  gtk_box_append (self->trail, box);
}

static void
write_all_button (ReaHolderPane *self, guint n)
{
  g_autofree char *number = rea_format_number (n);
  g_autofree char *label = NULL;

  /* TRANSLATORS: a button below the last of who held a conversation: shows all of them. */
  label = g_strdup_printf (ngettext ("Show All %s…", "Show All %s…", n), number);
  gtk_button_set_label (self->all_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), n > SHOWN_ENTRIES);
}

/* The last one first. */
static void
write_trail (ReaHolderPane *self, GPtrArray *trail)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->trail))) != NULL)
    gtk_box_remove (self->trail, child);

  for (guint i = 0; i < MIN (trail->len, SHOWN_ENTRIES); i++)
    append_entry (self, g_ptr_array_index (trail, trail->len - 1 - i),
                  i > 0 ? g_ptr_array_index (trail, trail->len - i) : NULL);

  write_all_button (self, trail->len);
}

/**
 * rea_holder_pane_show:
 * @self: the pane
 * @thread: (nullable): a conversation, or %NULL for none
 *
 * Shows who holds it now.
 */
void
rea_holder_pane_show (ReaHolderPane *self, ReaThread *thread)
{
  const ReaThreadState *state = thread != NULL ? rea_thread_get_state (thread) : NULL;

  g_return_if_fail (REA_IS_HOLDER_PANE (self));

  g_set_object (&self->thread, thread);
  if (state == NULL)
    return;

  write_holder (self);
  write_trail (self, state->trail);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->reassign_button), "x",
                                    state->conversation->id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->all_button), "x",
                                    state->conversation->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->reassign_button),
                                  "campaign.reassign-conversation");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->all_button), "campaign.show-trail");
}

static void
rea_holder_pane_dispose (GObject *object)
{
  g_clear_object (&REA_HOLDER_PANE (object)->thread);

  G_OBJECT_CLASS (rea_holder_pane_parent_class)->dispose (object);
}

static void
rea_holder_pane_class_init (ReaHolderPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_holder_pane_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-holder-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaHolderPane, presence_image);
  gtk_widget_class_bind_template_child (widget_class, ReaHolderPane, holder_label);
  gtk_widget_class_bind_template_child (widget_class, ReaHolderPane, seen_label);
  gtk_widget_class_bind_template_child (widget_class, ReaHolderPane, reassign_button);
  gtk_widget_class_bind_template_child (widget_class, ReaHolderPane, trail);
  gtk_widget_class_bind_template_child (widget_class, ReaHolderPane, all_button);
}

static void
rea_holder_pane_init (ReaHolderPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (rea_clock_get_default (), "tick", G_CALLBACK (write_holder), self,
                           G_CONNECT_SWAPPED);
}
