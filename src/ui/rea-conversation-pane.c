/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-conversation-pane.h"

#include "rea-a11y.h"
#include "rea-clock.h"
#include "rea-css.h"
#include "rea-format.h"
#include "rea-labels.h"
#include "rea-name.h"
#include "rea-thread-act.h"
#include "rea-thread-notice.h"
#include "rea-thread-view.h"

#include <glib/gi18n-lib.h>

struct _ReaConversationPane
{
  AdwBin parent_instance;

  GtkLabel        *name_label;
  GtkLabel        *phone_label;
  GtkLabel        *waiting_label;
  GtkButton       *close_button;
  ReaThreadNotice *notice;
  GtkLabel        *trouble_label;
  ReaThreadView   *view;
  ReaComposer     *composer;

  ReaThread *thread;
  ReaDrafts *drafts;
  char      *refusal; /* why closing did not go */
  gboolean   acting;
};

enum
{
  SEND,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaConversationPane, rea_conversation_pane, ADW_TYPE_BIN)

static const ReaThreadState *
get_state (ReaConversationPane *self)
{
  return self->thread != NULL ? rea_thread_get_state (self->thread) : NULL;
}

static gboolean
is_closed (ReaConversationPane *self)
{
  const ReaThreadState *state = get_state (self);

  return state != NULL && state->conversation->status == REA_STATUS_CLOSED;
}

static void
update_waiting (ReaConversationPane *self)
{
  const ReaThreadState *state = get_state (self);
  gint64                since =
      state != NULL ? rea_conversation_get_waiting_since (state->conversation) : REA_TIME_NONE;
  gint64           seconds = rea_clock_now () - since;
  gboolean         is_long = since != REA_TIME_NONE && seconds > REA_LONG_WAIT_MINUTES * 60;
  g_autofree char *duration = NULL;
  g_autofree char *text = NULL;

  if (since != REA_TIME_NONE)
    {
      duration = rea_format_duration (seconds);
      /* TRANSLATORS: above a conversation; %s is a time like "24 min". */
      text = g_strdup_printf (_ ("Waiting %s"), duration);
    }

  /* Said in full it would not fit beside the button of a small window. */
  gtk_label_set_text (self->waiting_label, duration);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->waiting_label), text);
  gtk_widget_set_visible (GTK_WIDGET (self->waiting_label), text != NULL);
  if (text != NULL)
    rea_a11y_set_label (GTK_WIDGET (self->waiting_label), text);
  rea_css_set_class (GTK_WIDGET (self->waiting_label), "strong", is_long);
  rea_css_set_class (GTK_WIDGET (self->waiting_label), "dim-label", !is_long);
}

static void
update_contact (ReaConversationPane *self)
{
  const ReaThreadState *state = get_state (self);
  gboolean              mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autofree char      *name = NULL;
  g_autofree char      *number = NULL;
  g_autofree char      *phone = NULL;
  gboolean              is_named;

  if (state != NULL)
    {
      name = rea_name_dup_full (state->conversation->first_name, state->conversation->last_name);
      number = rea_phone_dup_label (state->conversation->phone);
      phone = rea_format_phone (number, mirrored);
    }

  is_named = name != NULL && *name != '\0';
  gtk_label_set_text (self->name_label, is_named ? name : phone);
  gtk_label_set_text (self->phone_label, phone);
  gtk_widget_set_visible (GTK_WIDGET (self->phone_label), is_named);
}

static void
update_trouble (ReaConversationPane *self)
{
  g_autofree char *unsaved = NULL;
  g_autofree char *text = NULL;

  if (self->drafts != NULL)
    g_object_get (self->drafts, "error", &unsaved, NULL);

  if (self->refusal != NULL)
    {
      text = g_strdup (self->refusal);
    }
  else if (unsaved != NULL)
    {
      /* TRANSLATORS: above a conversation; %s is a sentence. */
      text = g_strdup_printf (_ ("What you write is not saved: %s"), unsaved);
    }

  gtk_label_set_text (self->trouble_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble_label), text != NULL);
}

/* Whose contact has opted out stays closed. */
static void
update (ReaConversationPane *self)
{
  const ReaThreadState *state = get_state (self);
  gboolean              can_close = state != NULL && rea_thread_get_error (self->thread) == NULL &&
                       !self->acting && (state->conversation->flags & REA_FLAG_OPTED_OUT) == 0;

  update_contact (self);
  update_waiting (self);
  update_trouble (self);
  gtk_button_set_label (self->close_button,
                        is_closed (self)
                            /* TRANSLATORS: a button: a closed conversation goes on. */
                            ? _ ("Reopen Conversation")
                            /* TRANSLATORS: a button: a conversation is done with. */
                            : _ ("Close Conversation"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->close_button), can_close);
}

static void
set_refusal (ReaConversationPane *self, const char *refusal)
{
  g_free (self->refusal);
  self->refusal = g_strdup (refusal);
}

/* Closing. */

typedef struct
{
  ReaConversationPane *pane;
  ReaThread           *thread;
  gboolean             closing;
} Closing;

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Closing *closing = user_data;
  g_autoptr (ReaConversationPane) self = closing->pane;
  g_autoptr (ReaThread) thread = closing->thread;
  g_autoptr (GError) error = NULL;
  gboolean done = rea_thread_act_finish (source, result, &error);

  self->acting = FALSE;
  if (self->thread == thread)
    set_refusal (self, error != NULL ? error->message : NULL);
  update (self);

  if (done && closing->closing && self->thread == thread)
    g_signal_emit (self, signals[CLOSED], 0);
}

/**
 * rea_conversation_pane_toggle_closed:
 * @self: the pane
 *
 * Closes the conversation, or reopens it, where that can be done.
 */
void
rea_conversation_pane_toggle_closed (ReaConversationPane *self)
{
  Closing *closing;

  g_return_if_fail (REA_IS_CONVERSATION_PANE (self));

  if (self->thread == NULL || !gtk_widget_is_sensitive (GTK_WIDGET (self->close_button)))
    return;

  closing = g_new0 (Closing, 1);
  closing->pane = g_object_ref (self);
  closing->thread = g_object_ref (self->thread);
  closing->closing = !is_closed (self);
  self->acting = TRUE;
  update (self);
  rea_thread_act_async (self->thread,
                        closing->closing ? rea_session_close_conversation
                                         : rea_session_reopen_conversation,
                        closed_cb, closing);
}

/* What stands written. */

static void
update_draft (ReaConversationPane *self)
{
  g_autofree char *text = rea_composer_dup_text (self->composer);

  g_object_set (self->notice, "has-draft", *text != '\0', NULL);
}

static void
copy_cb (ReaConversationPane *self)
{
  g_autofree char *text = rea_composer_dup_text (self->composer);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
send_cb (ReaConversationPane *self)
{
  g_signal_emit (self, signals[SEND], 0);
}

static void
leave (ReaConversationPane *self)
{
  if (self->thread != NULL)
    g_signal_handlers_disconnect_by_data (self->thread, self);
  if (self->drafts != NULL)
    g_signal_handlers_disconnect_by_data (self->drafts, self);
  g_clear_object (&self->thread);
  g_clear_object (&self->drafts);
}

/**
 * rea_conversation_pane_set_thread:
 * @self: the pane
 * @thread: (nullable): a conversation
 * @drafts: (nullable): the drafts of its campaign
 *
 * Shows a conversation.
 */
void
rea_conversation_pane_set_thread (ReaConversationPane *self, ReaThread *thread, ReaDrafts *drafts)
{
  g_return_if_fail (REA_IS_CONVERSATION_PANE (self));

  leave (self);
  set_refusal (self, NULL);

  if (thread != NULL)
    {
      self->thread = g_object_ref (thread);
      self->drafts = g_object_ref (drafts);
      g_signal_connect_object (thread, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (drafts, "notify::error", G_CALLBACK (update_trouble), self,
                               G_CONNECT_SWAPPED);
    }

  g_object_set (self->notice, "thread", thread, NULL);
  rea_composer_set_thread (self->composer, thread, drafts);
  rea_thread_view_set_thread (self->view, thread);
  update (self);
}

/**
 * rea_conversation_pane_get_thread:
 * @self: the pane
 *
 * Returns: (transfer none) (nullable): the conversation
 */
ReaThread *
rea_conversation_pane_get_thread (ReaConversationPane *self)
{
  g_return_val_if_fail (REA_IS_CONVERSATION_PANE (self), NULL);

  return self->thread;
}

/**
 * rea_conversation_pane_get_composer:
 * @self: the pane
 *
 * Returns: (transfer none): where one writes
 */
ReaComposer *
rea_conversation_pane_get_composer (ReaConversationPane *self)
{
  g_return_val_if_fail (REA_IS_CONVERSATION_PANE (self), NULL);

  return self->composer;
}

/**
 * rea_conversation_pane_scroll:
 * @self: the pane
 * @pages: how many pages down, or, negative, up
 *
 * Scrolls the messages.
 */
void
rea_conversation_pane_scroll (ReaConversationPane *self, int pages)
{
  g_return_if_fail (REA_IS_CONVERSATION_PANE (self));

  rea_thread_view_scroll (self->view, pages);
}

static void
rea_conversation_pane_dispose (GObject *object)
{
  leave (REA_CONVERSATION_PANE (object));

  G_OBJECT_CLASS (rea_conversation_pane_parent_class)->dispose (object);
}

static void
rea_conversation_pane_finalize (GObject *object)
{
  g_free (REA_CONVERSATION_PANE (object)->refusal);

  G_OBJECT_CLASS (rea_conversation_pane_parent_class)->finalize (object);
}

static void
rea_conversation_pane_class_init (ReaConversationPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_conversation_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = rea_conversation_pane_finalize;

  signals[SEND] =
      g_signal_new ("send", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSED] =
      g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (REA_TYPE_COMPOSER);
  g_type_ensure (REA_TYPE_THREAD_NOTICE);
  g_type_ensure (REA_TYPE_THREAD_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-conversation-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaConversationPane, name_label);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationPane, phone_label);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationPane, waiting_label);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationPane, close_button);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationPane, notice);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationPane, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationPane, view);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationPane, composer);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, rea_conversation_pane_toggle_closed);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_draft);
}

static void
rea_conversation_pane_init (ReaConversationPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (rea_clock_get_default (), "tick", G_CALLBACK (update_waiting), self,
                           G_CONNECT_SWAPPED);
}
