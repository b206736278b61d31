/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-reply-fields.h"

#include "rea-a11y.h"
#include "rea-message-editor.h"

#include <glib/gi18n-lib.h>

struct _ReaReplyFields
{
  AdwBin parent_instance;

  GtkEditable      *title_entry;
  GtkLabel         *title_note;
  ReaMessageEditor *message_editor;
  GtkLabel         *text_note;

  ReaCannedReply *origin; /* NULL: it is new */
  gboolean        filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaReplyFields, rea_reply_fields, ADW_TYPE_BIN)

static void
changed_cb (ReaReplyFields *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* A preview is made of what is seen, and not of each of twenty that are shut. */
static void
map_cb (ReaReplyFields *self)
{
  rea_message_editor_refresh (self->message_editor);
}

static void
show_note (GtkLabel *label, GtkWidget *field, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  rea_a11y_set_description (field, text != NULL ? text : "");
}

/**
 * rea_reply_fields_get_origin:
 * @self: the fields
 *
 * Returns: (transfer none) (nullable): the reply as it was saved; %NULL for a new one
 */
const ReaCannedReply *
rea_reply_fields_get_origin (ReaReplyFields *self)
{
  return self->origin;
}

/**
 * rea_reply_fields_dup_reply:
 * @self: the fields
 *
 * Returns: (transfer full): the reply as it is written
 */
ReaCannedReply *
rea_reply_fields_dup_reply (ReaReplyFields *self)
{
  g_autofree char *text = rea_message_editor_dup_text (self->message_editor);

  return rea_canned_reply_new (gtk_editable_get_text (self->title_entry), text != NULL ? text : "");
}

/**
 * rea_reply_fields_set_fault:
 * @self: the fields
 * @fault: (nullable): where something is wrong
 * @problem: (nullable): what it is
 *
 * Says it beside the field.
 */
void
rea_reply_fields_set_fault (ReaReplyFields            *self,
                            const ReaCannedReplyFault *fault,
                            const char                *problem)
{
  gboolean in_text = fault != NULL && fault->in_text;

  show_note (self->title_note, GTK_WIDGET (self->title_entry),
             fault != NULL && !in_text ? problem : NULL);
  show_note (self->text_note, GTK_WIDGET (self->message_editor), in_text ? problem : NULL);
}

/**
 * rea_reply_fields_focus:
 * @self: the fields
 * @in_text: whether to the text; else to the title
 *
 * Goes there.
 */
void
rea_reply_fields_focus (ReaReplyFields *self, gboolean in_text)
{
  gtk_widget_grab_focus (in_text ? GTK_WIDGET (self->message_editor)
                                 : GTK_WIDGET (self->title_entry));
}

/**
 * rea_reply_fields_new:
 * @service: the service
 * @campaign: the number of a campaign
 * @origin: (nullable): the reply as it was saved; %NULL for a new one
 *
 * Returns: (transfer floating): the fields
 */
GtkWidget *
rea_reply_fields_new (ReaService *service, gint64 campaign, const ReaCannedReply *origin)
{
  ReaReplyFields *self = g_object_new (REA_TYPE_REPLY_FIELDS, NULL);

  if (origin != NULL)
    {
      self->origin = rea_canned_reply_new (origin->title, origin->text);
      self->filling = TRUE;
      gtk_editable_set_text (self->title_entry, origin->title);
      rea_message_editor_set_text (self->message_editor, origin->text);
      self->filling = FALSE;
    }

  rea_message_editor_set_up (self->message_editor, service, campaign);

  return GTK_WIDGET (self);
}

static void
rea_reply_fields_finalize (GObject *object)
{
  g_clear_pointer (&REA_REPLY_FIELDS (object)->origin, rea_canned_reply_free);

  G_OBJECT_CLASS (rea_reply_fields_parent_class)->finalize (object);
}

static void
rea_reply_fields_class_init (ReaReplyFieldsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rea_reply_fields_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (REA_TYPE_MESSAGE_EDITOR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-reply-fields.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaReplyFields, title_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaReplyFields, title_note);
  gtk_widget_class_bind_template_child (widget_class, ReaReplyFields, message_editor);
  gtk_widget_class_bind_template_child (widget_class, ReaReplyFields, text_note);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_cb);
}

static void
rea_reply_fields_init (ReaReplyFields *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* TRANSLATORS: the text of a canned reply, as a screen reader calls it. */
  rea_message_editor_set_label (self->message_editor, _ ("Text of the canned reply"));
}
