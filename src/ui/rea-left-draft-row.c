/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-left-draft-row.h"

#include "rea-a11y.h"
#include "rea-format.h"
#include "rea-labels.h"
#include "rea-name.h"

#include <glib/gi18n-lib.h>

struct _ReaLeftDraftRow
{
  GtkListBoxRow parent_instance;

  GtkLabel  *contact_label;
  GtkLabel  *holder_label;
  GtkLabel  *text_label;
  GtkButton *copy_button;
  GtkWidget *discard_button;

  gint64 conversation;
};

enum
{
  DISCARD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaLeftDraftRow, rea_left_draft_row, GTK_TYPE_LIST_BOX_ROW)

static void
copy_cb (ReaLeftDraftRow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_label_get_text (self->text_label));
  /* TRANSLATORS: stands on a button from then on when it was pressed. */
  gtk_button_set_label (self->copy_button, _ ("Copied"));
}

static void
discard_cb (ReaLeftDraftRow *self)
{
  g_signal_emit (self, signals[DISCARD], 0);
}

static char *
dup_contact (ReaLeftDraftRow *self, const ReaLeftDraft *draft)
{
  gboolean         mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autofree char *name = rea_name_dup_full (draft->first_name, draft->last_name);
  g_autofree char *number = rea_phone_dup_label (draft->phone);

  return *name != '\0' ? g_steal_pointer (&name) : rea_format_phone (number, mirrored);
}

static char *
dup_holder (const ReaLeftDraft *draft)
{
  if (draft->holder_name == NULL)
    {
      /* TRANSLATORS: of a conversation that was unassigned. */
      return g_strdup (_ ("Now with nobody"));
    }

  /* TRANSLATORS: of a conversation that was reassigned: %s is a sender. */
  return g_strdup_printf (_ ("Now with %s"), draft->holder_name);
}

/**
 * rea_left_draft_row_get_conversation:
 * @self: a row
 *
 * Returns: the number of the conversation
 */
gint64
rea_left_draft_row_get_conversation (ReaLeftDraftRow *self)
{
  g_return_val_if_fail (REA_IS_LEFT_DRAFT_ROW (self), 0);

  return self->conversation;
}

/**
 * rea_left_draft_row_new:
 * @draft: what was written
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
rea_left_draft_row_new (const ReaLeftDraft *draft)
{
  ReaLeftDraftRow *self = g_object_new (REA_TYPE_LEFT_DRAFT_ROW, NULL);
  g_autofree char *contact = dup_contact (self, draft);
  g_autofree char *holder = dup_holder (draft);
  g_autofree char *label = NULL;

  self->conversation = draft->conversation;
  gtk_label_set_text (self->contact_label, contact);
  gtk_label_set_text (self->holder_label, holder);
  gtk_label_set_text (self->text_label, draft->text);
  /* TRANSLATORS: said of a row: a contact, "Now with" a sender, what was written. */
  label = g_strdup_printf (_ ("%1$s, %2$s: %3$s"), contact, holder, draft->text);
  rea_a11y_set_label (GTK_WIDGET (self), label);
  rea_a11y_set_description (GTK_WIDGET (self->copy_button), label);
  rea_a11y_set_description (self->discard_button, label);

  return GTK_WIDGET (self);
}

static void
rea_left_draft_row_class_init (ReaLeftDraftRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[DISCARD] = g_signal_new ("discard", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-left-draft-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaLeftDraftRow, contact_label);
  gtk_widget_class_bind_template_child (widget_class, ReaLeftDraftRow, holder_label);
  gtk_widget_class_bind_template_child (widget_class, ReaLeftDraftRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, ReaLeftDraftRow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, ReaLeftDraftRow, discard_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
}

static void
rea_left_draft_row_init (ReaLeftDraftRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
