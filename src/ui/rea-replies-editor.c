/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-replies-editor.h"

#include "rea-item-list.h"
#include "rea-removed-items.h"
#include "rea-reply-fields.h"

#include <glib/gi18n-lib.h>

struct _ReaRepliesEditor
{
  AdwBin parent_instance;

  ReaItemList     *item_list;
  ReaRemovedItems *removed_items;
  GtkWidget       *add_button;

  ReaService  *service;
  gint64       campaign;
  ReaItemCard *refused; /* one whose variables were refused, until something is changed */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaRepliesEditor, rea_replies_editor, ADW_TYPE_BIN)

static ReaReplyFields *
get_fields (ReaItemCard *card)
{
  return REA_REPLY_FIELDS (rea_item_card_get_body (card));
}

/**
 * rea_replies_editor_dup_replies:
 * @self: the editor
 *
 * Returns: (transfer full) (element-type ReaCannedReply): the replies as they are written
 */
GPtrArray *
rea_replies_editor_dup_replies (ReaRepliesEditor *self)
{
  GPtrArray   *replies = rea_canned_replies_new ();
  ReaItemCard *card;

  for (guint i = 0; (card = rea_item_list_get (self->item_list, i)) != NULL; i++)
    g_ptr_array_add (replies, rea_reply_fields_dup_reply (get_fields (card)));

  return replies;
}

static void
update_card (ReaItemCard *card, const ReaCannedReply *reply)
{
  g_autofree char *line = g_strdup (reply->text);

  /* A line is all that there is room for. */
  g_strdelimit (line, "\r\n", ' ');
  rea_item_card_set_title (card,
                           *reply->title != '\0'
                               ? reply->title
                               /* TRANSLATORS: the line of a canned reply without a title yet. */
                               : _ ("New Canned Reply"),
                           line);
  rea_item_card_set_problem (card, NULL);
  rea_reply_fields_set_fault (get_fields (card), NULL, NULL);
}

static void
update (ReaRepliesEditor *self)
{
  g_autoptr (GPtrArray) replies = rea_replies_editor_dup_replies (self);
  g_autoptr (GError) error = NULL;
  ReaCannedReplyFault fault;
  GtkWidget          *removed;

  for (guint i = 0; i < replies->len; i++)
    update_card (rea_item_list_get (self->item_list, i), g_ptr_array_index (replies, i));

  for (guint i = 0; (removed = rea_removed_items_get (self->removed_items, i)) != NULL; i++)
    {
      const ReaCannedReply *origin = rea_reply_fields_get_origin (REA_REPLY_FIELDS (removed));
      g_autofree char      *text =
          /* TRANSLATORS: %s is a question or a canned reply. */
          g_strdup_printf (_ ("“%s” is removed when you save."), origin->title);

      rea_removed_items_set_text (self->removed_items, i, text);
    }

  if (rea_canned_replies_find_fault (replies, &fault, &error))
    {
      ReaItemCard *card = rea_item_list_get (self->item_list, fault.reply);

      rea_item_card_set_problem (card, error->message);
      rea_reply_fields_set_fault (get_fields (card), &fault, error->message);
    }
}

static void
changed_cb (ReaRepliesEditor *self)
{
  self->refused = NULL;
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_fields (ReaRepliesEditor *self, const ReaCannedReply *origin)
{
  GtkWidget *fields = rea_reply_fields_new (self->service, self->campaign, origin);

  g_signal_connect_object (fields, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return fields;
}

static void
add_cb (ReaRepliesEditor *self)
{
  ReaItemCard *card = rea_item_list_add (self->item_list, make_fields (self, NULL));

  rea_item_list_open (self->item_list, card);
  changed_cb (self);
  rea_reply_fields_focus (get_fields (card), FALSE);
}

/* One that was never saved is gone; another waits for that. */
static void
removed_cb (ReaRepliesEditor *self, GtkWidget *fields)
{
  const ReaCannedReply *origin = rea_reply_fields_get_origin (REA_REPLY_FIELDS (fields));

  if (origin != NULL)
    {
      g_object_ref (fields);
      adw_bin_set_child (ADW_BIN (gtk_widget_get_parent (fields)), NULL);
      rea_removed_items_add (self->removed_items, fields, origin->title);
      g_object_unref (fields);
    }

  if (rea_item_list_get_n (self->item_list) == 0)
    gtk_widget_grab_focus (self->add_button);
}

static void
kept_cb (ReaRepliesEditor *self, GtkWidget *fields)
{
  ReaItemCard *card = rea_item_list_add (self->item_list, fields);

  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (card));
}

/**
 * rea_replies_editor_set_up:
 * @self: the editor
 * @service: the service
 * @campaign: the number of a campaign
 *
 * Says whose replies they are.
 */
void
rea_replies_editor_set_up (ReaRepliesEditor *self, ReaService *service, gint64 campaign)
{
  g_return_if_fail (REA_IS_REPLIES_EDITOR (self));

  g_set_object (&self->service, service);
  self->campaign = campaign;
}

/**
 * rea_replies_editor_set_replies:
 * @self: the editor
 * @replies: (element-type ReaCannedReply): the replies as they are saved
 *
 * Shows them in place of what was written.
 */
void
rea_replies_editor_set_replies (ReaRepliesEditor *self, GPtrArray *replies)
{
  g_return_if_fail (REA_IS_REPLIES_EDITOR (self));

  self->refused = NULL;
  rea_item_list_clear (self->item_list);
  rea_removed_items_clear (self->removed_items);
  for (guint i = 0; i < replies->len; i++)
    rea_item_list_add (self->item_list, make_fields (self, g_ptr_array_index (replies, i)));
  update (self);
}

/**
 * rea_replies_editor_show_refusal:
 * @self: the editor
 * @reply: which reply was refused, counted from 0
 * @reason: why
 *
 * Says it beside its text.
 */
void
rea_replies_editor_show_refusal (ReaRepliesEditor *self, guint reply, const char *reason)
{
  ReaItemCard        *card = rea_item_list_get (self->item_list, reply);
  ReaCannedReplyFault fault = { .reply = reply, .in_text = TRUE };

  g_return_if_fail (card != NULL);

  self->refused = card;
  rea_item_card_set_problem (card, reason);
  rea_reply_fields_set_fault (get_fields (card), &fault, reason);
}

/* To what is wrong, else to the first reply. */
static gboolean
rea_replies_editor_grab_focus (GtkWidget *widget)
{
  ReaRepliesEditor *self = REA_REPLIES_EDITOR (widget);
  g_autoptr (GPtrArray) replies = rea_replies_editor_dup_replies (self);
  ReaCannedReplyFault fault;
  ReaItemCard        *card = self->refused;

  if (rea_canned_replies_find_fault (replies, &fault, NULL))
    card = rea_item_list_get (self->item_list, fault.reply);
  else
    fault.in_text = TRUE;

  if (card == NULL)
    return rea_item_list_focus (self->item_list) || gtk_widget_grab_focus (self->add_button);

  rea_item_list_open (self->item_list, card);
  rea_reply_fields_focus (get_fields (card), fault.in_text);

  return TRUE;
}

static void
rea_replies_editor_dispose (GObject *object)
{
  g_clear_object (&REA_REPLIES_EDITOR (object)->service);

  G_OBJECT_CLASS (rea_replies_editor_parent_class)->dispose (object);
}

static void
rea_replies_editor_class_init (ReaRepliesEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_replies_editor_dispose;
  widget_class->grab_focus = rea_replies_editor_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (REA_TYPE_ITEM_LIST);
  g_type_ensure (REA_TYPE_REMOVED_ITEMS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-replies-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaRepliesEditor, item_list);
  gtk_widget_class_bind_template_child (widget_class, ReaRepliesEditor, removed_items);
  gtk_widget_class_bind_template_child (widget_class, ReaRepliesEditor, add_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kept_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
rea_replies_editor_init (ReaRepliesEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
