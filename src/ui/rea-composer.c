/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-composer.h"

#include "rea-a11y.h"
#include "rea-composer-text.h"
#include "rea-css.h"
#include "rea-sending.h"

#include <glib/gi18n-lib.h>

struct _ReaComposer
{
  AdwBin parent_instance;

  GtkLabel      *line_label;
  GtkTextView   *text_view;
  GtkWidget     *placeholder_label;
  GtkMenuButton *replies_button;
  GtkLabel      *reason_label;
  GtkLabel      *count_label;
  GtkWidget     *send_button;

  GtkTextBuffer *buffer;
  ReaThread     *thread;
  ReaDrafts     *drafts;
  char          *replies; /* the titles that are in the menu, joined */
  gboolean       is_filled;
  gboolean       filling;
  gboolean       may_send;
  gboolean       holds_return;
};

enum
{
  SEND,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaComposer, rea_composer, ADW_TYPE_BIN)

static const ReaThreadState *
get_state (ReaComposer *self)
{
  return self->thread != NULL ? rea_thread_get_state (self->thread) : NULL;
}

static gint64
get_user (ReaComposer *self)
{
  return rea_service_get_user (rea_thread_get_service (self->thread))->id;
}

/* What holds the message up: nothing, or a sentence, which is empty where it is the
 * conversation that does: that stands above its messages.
 */
static char *
dup_reason (ReaComposer *self, const char *text)
{
  const ReaThreadState *state = get_state (self);
  g_autoptr (GError) error = NULL;

  if (state == NULL || rea_thread_get_error (self->thread) != NULL || !state->may_send)
    return g_strdup ("");

  if (*text == '\0')
    {
      /* TRANSLATORS: beside the button that sends, while the message is empty. */
      return g_strdup (_ ("Nothing is written yet."));
    }

  return rea_sending_check_text (text, &error) ? NULL : g_strdup (error->message);
}

static void
update (ReaComposer *self)
{
  const ReaThreadState *state = get_state (self);
  g_autofree char      *text = rea_composer_dup_text (self);
  g_autofree char      *reason = dup_reason (self, text);
  g_autofree char      *count = rea_composer_text_count (text);
  g_autofree char *line = state != NULL ? rea_composer_text_line (state, get_user (self)) : NULL;

  self->may_send = reason == NULL;
  gtk_widget_set_sensitive (self->send_button, self->may_send);
  gtk_label_set_text (self->reason_label, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), reason != NULL && *reason != '\0');
  rea_css_set_class (GTK_WIDGET (self->reason_label), "dim-label", *text == '\0');
  rea_a11y_set_description (GTK_WIDGET (self->text_view), reason != NULL ? reason : "");
  gtk_label_set_text (self->count_label, count);
  gtk_label_set_text (self->line_label, line);
  gtk_widget_set_visible (GTK_WIDGET (self->line_label), line != NULL);
  gtk_widget_set_visible (self->placeholder_label, *text == '\0');
  gtk_text_view_set_editable (self->text_view, state != NULL);
}

/* Canned replies. */

static void
update_replies (ReaComposer *self)
{
  const ReaThreadState *state = get_state (self);
  GPtrArray            *replies = state != NULL ? state->campaign->canned_replies : NULL;
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; replies != NULL && i < replies->len; i++)
    {
      const ReaCannedReply *reply = g_ptr_array_index (replies, i);
      g_auto (GStrv) parts = g_strsplit (reply->title, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "composer.insert", "u", i);
      g_menu_append_item (menu, item);
      g_string_append_printf (joined, "%s\n", reply->title);
    }

  gtk_widget_set_sensitive (GTK_WIDGET (self->replies_button), joined->len > 0);
  if (state == NULL || g_strcmp0 (self->replies, joined->str) == 0)
    return;

  g_free (self->replies);
  self->replies = g_strdup (joined->str);
  gtk_menu_button_set_menu_model (self->replies_button, G_MENU_MODEL (menu));
}

typedef struct
{
  gint64 campaign;
  gint64 conversation;
  char  *text;
} Reply;

static void
reply_free (gpointer data)
{
  Reply *reply = data;

  g_free (reply->text);
  g_free (reply);
}

static gpointer
fill_job (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const Reply *reply = data;

  return rea_session_fill_reply (session, reply->campaign, reply->conversation, reply->text, error);
}

typedef struct
{
  ReaComposer *composer;
  ReaThread   *thread;
} Insertion;

/* It is for this contact only. */
static void
filled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Insertion *insertion = user_data;
  g_autoptr (ReaComposer) self = insertion->composer;
  g_autoptr (ReaThread) thread = insertion->thread;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = rea_service_call_finish (REA_SERVICE (source), result, &error);

  if (self->thread != thread)
    return;

  if (text == NULL)
    {
      gtk_label_set_text (self->reason_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->reason_label), TRUE);
      return;
    }

  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (self->buffer, text, -1);
  gtk_text_view_scroll_mark_onscreen (self->text_view, gtk_text_buffer_get_insert (self->buffer));
}

static void
insert_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaComposer          *self = user_data;
  const ReaThreadState *state = get_state (self);
  guint                 position = g_variant_get_uint32 (parameter);
  Reply                *reply;
  Insertion            *insertion;

  if (state == NULL || position >= state->campaign->canned_replies->len)
    return;

  reply = g_new0 (Reply, 1);
  reply->campaign = state->campaign->id;
  reply->conversation = state->conversation->id;
  reply->text = g_strdup (
      ((const ReaCannedReply *) g_ptr_array_index (state->campaign->canned_replies, position))
          ->text);

  insertion = g_new0 (Insertion, 1);
  insertion->composer = g_object_ref (self);
  insertion->thread = g_object_ref (self->thread);
  rea_service_call_async (rea_thread_get_service (self->thread), REA_LANE_READ, fill_job, reply,
                          reply_free, g_free, NULL, filled_cb, insertion);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/* The text. */

static void
fill (ReaComposer *self, const char *text)
{
  GtkTextIter end;

  self->filling = TRUE;
  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_buffer_place_cursor (self->buffer, &end);
  self->filling = FALSE;
}

/* What was typed last, else what was left here earlier, else how a conversation begins. */
static const char *
find_text (ReaComposer *self, const ReaThreadState *state)
{
  const char *typed = rea_drafts_get (self->drafts, state->conversation->id);

  if (typed != NULL)
    return typed;

  return state->draft != NULL ? state->draft : state->initial_text;
}

static void
thread_changed_cb (ReaComposer *self)
{
  const ReaThreadState *state = get_state (self);

  if (state != NULL && !self->is_filled)
    {
      self->is_filled = TRUE;
      fill (self, find_text (self, state));
    }

  update_replies (self);
  update (self);
}

static void
buffer_changed_cb (ReaComposer *self)
{
  g_autofree char *text = rea_composer_dup_text (self);

  if (!self->filling && self->is_filled)
    rea_drafts_set (self->drafts, rea_thread_get_conversation (self->thread), text);

  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
flush (ReaComposer *self)
{
  if (self->drafts != NULL)
    rea_drafts_flush (self->drafts);
}

static void
left_cb (ReaComposer *self)
{
  self->holds_return = FALSE;
  flush (self);
}

static void
send_cb (ReaComposer *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  if (self->may_send)
    g_signal_emit (self, signals[SEND], 0);
}

static gboolean
is_return (guint key)
{
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
}

/* A Return that is held down sends once, whatever comes after it on screen. */
static gboolean
key_pressed_cb (ReaComposer           *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));

  if (!is_return (key) || gtk_text_view_im_context_filter_keypress (self->text_view, event))
    return FALSE;

  if (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK))
    {
      gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
      gtk_text_buffer_insert_at_cursor (self->buffer, "\n", 1);
      gtk_text_view_scroll_mark_onscreen (self->text_view,
                                          gtk_text_buffer_get_insert (self->buffer));
      return TRUE;
    }

  if (!self->holds_return)
    {
      self->holds_return = TRUE;
      send_cb (self);
    }

  return TRUE;
}

static void
key_released_cb (ReaComposer *self, guint key)
{
  if (is_return (key))
    self->holds_return = FALSE;
}

/**
 * rea_composer_set_thread:
 * @self: the composer
 * @thread: (nullable): a conversation
 * @drafts: (nullable): the drafts of its campaign
 *
 * Begins to write in a conversation. What was being written is saved.
 */
void
rea_composer_set_thread (ReaComposer *self, ReaThread *thread, ReaDrafts *drafts)
{
  g_return_if_fail (REA_IS_COMPOSER (self));

  flush (self);
  if (self->thread != NULL)
    g_signal_handlers_disconnect_by_data (self->thread, self);

  g_set_object (&self->thread, thread);
  g_set_object (&self->drafts, drafts);
  self->is_filled = FALSE;

  if (thread != NULL)
    g_signal_connect_object (thread, "changed", G_CALLBACK (thread_changed_cb), self,
                             G_CONNECT_SWAPPED);
  if (get_state (self) == NULL)
    fill (self, NULL);
  thread_changed_cb (self);
}

/**
 * rea_composer_dup_text:
 * @self: the composer
 *
 * Returns: (transfer full): what stands written
 */
char *
rea_composer_dup_text (ReaComposer *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (REA_IS_COMPOSER (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

/**
 * rea_composer_set_text:
 * @self: the composer
 * @text: (nullable): what is to stand there, which is no draft
 *
 * Replaces what stands written.
 */
void
rea_composer_set_text (ReaComposer *self, const char *text)
{
  g_return_if_fail (REA_IS_COMPOSER (self));

  fill (self, text);
}

/**
 * rea_composer_holds_return:
 * @self: the composer
 *
 * Returns: whether the Return that sent is still held down
 */
gboolean
rea_composer_holds_return (ReaComposer *self)
{
  g_return_val_if_fail (REA_IS_COMPOSER (self), FALSE);

  return self->holds_return;
}

/**
 * rea_composer_open_replies:
 * @self: the composer
 *
 * Opens the menu of canned replies.
 */
void
rea_composer_open_replies (ReaComposer *self)
{
  g_return_if_fail (REA_IS_COMPOSER (self));

  if (gtk_widget_is_sensitive (GTK_WIDGET (self->replies_button)))
    gtk_menu_button_popup (self->replies_button);
}

/**
 * rea_composer_write:
 * @self: a composer
 *
 * Takes the focus to where one writes. (Were this how it grabs the focus, Tab could not
 * leave it backwards.)
 *
 * Returns: whether it could
 */
gboolean
rea_composer_write (ReaComposer *self)
{
  g_return_val_if_fail (REA_IS_COMPOSER (self), FALSE);

  return gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static void
rea_composer_dispose (GObject *object)
{
  ReaComposer *self = REA_COMPOSER (object);

  flush (self);
  g_clear_object (&self->thread);
  g_clear_object (&self->drafts);

  G_OBJECT_CLASS (rea_composer_parent_class)->dispose (object);
}

static void
rea_composer_finalize (GObject *object)
{
  g_free (REA_COMPOSER (object)->replies);

  G_OBJECT_CLASS (rea_composer_parent_class)->finalize (object);
}

static void
rea_composer_class_init (ReaComposerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_composer_dispose;
  G_OBJECT_CLASS (klass)->finalize = rea_composer_finalize;

  signals[SEND] = g_signal_new ("send", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-composer.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaComposer, line_label);
  gtk_widget_class_bind_template_child (widget_class, ReaComposer, text_view);
  gtk_widget_class_bind_template_child (widget_class, ReaComposer, placeholder_label);
  gtk_widget_class_bind_template_child (widget_class, ReaComposer, replies_button);
  gtk_widget_class_bind_template_child (widget_class, ReaComposer, reason_label);
  gtk_widget_class_bind_template_child (widget_class, ReaComposer, count_label);
  gtk_widget_class_bind_template_child (widget_class, ReaComposer, send_button);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_released_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
}

static void
rea_composer_init (ReaComposer *self)
{
  const GActionEntry entries[] = { { "insert", insert_action, "u", NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->buffer = gtk_text_view_get_buffer (self->text_view);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (buffer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "composer", G_ACTION_GROUP (actions));
  update (self);
}
