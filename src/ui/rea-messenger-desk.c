/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Promises of the desk:
 *  1. What was sent is off the screen at once, and the next conversation on it: it was
 *     read before, and nobody waits for the sending.
 *  2. A message is sent once. Who comes back to a conversation while its message is under
 *     way finds nothing written.
 *  3. What is refused is told, and stays written where it was.
 */
#include "rea-messenger-desk.h"

#include "rea-labels.h"
#include "rea-messenger-done.h"
#include "rea-name.h"
#include "rea-outbox.h"
#include "rea-refused-bar.h"

#include <glib/gi18n-lib.h>

/* Who only presses Return is not faster than this many are read. */
#define N_NEXT 3

struct _ReaMessengerDesk
{
  AdwBin parent_instance;

  ReaRefusedBar       *refused_bar;
  GtkStack            *stack;
  ReaMessengerDone    *done;
  ReaConversationPane *pane;

  ReaMessengerList *list;
  ReaService       *service;
  ReaCampaignModel *campaign;
  gboolean          everyone;
  ReaDrafts        *drafts;
  ReaOutbox        *outbox;
  GPtrArray        *next; /* conversations that are read before they are current */
  GPtrArray        *sent; /* those whose message is under way, or was refused */
  gboolean          wants_focus;
};

enum
{
  PROP_THREAD = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReaMessengerDesk, rea_messenger_desk, ADW_TYPE_BIN)

/* What is read. */

static ReaThread *
find_thread (GPtrArray *threads, gint64 conversation)
{
  for (guint i = 0; i < threads->len; i++)
    if (rea_thread_get_conversation (g_ptr_array_index (threads, i)) == conversation)
      return g_ptr_array_index (threads, i);

  return NULL;
}

static ReaThread *
make_thread (ReaMessengerDesk *self, gint64 conversation)
{
  ReaThread *thread = find_thread (self->next, conversation);

  /* Of what has moved away no more can be read than was. */
  if (thread == NULL)
    thread = find_thread (self->sent, conversation);
  if (thread != NULL)
    return g_object_ref (thread);

  return rea_thread_new (self->service, rea_campaign_model_get_id (self->campaign), conversation);
}

static void
read_next (ReaMessengerDesk *self)
{
  gint64 conversations[N_NEXT];
  guint  n = rea_messenger_list_find_next (self->list, conversations, N_NEXT);
  g_autoptr (GPtrArray) next = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (next, make_thread (self, conversations[i]));

  g_clear_pointer (&self->next, g_ptr_array_unref);
  self->next = g_steal_pointer (&next);
}

/* What is shown. */

static void
update_done (ReaMessengerDesk *self)
{
  const ReaCounts   *counts = rea_messenger_list_get_counts (self->list);
  const ReaOverview *overview = rea_campaign_model_get_overview (self->campaign);
  gboolean           is_known =
      counts != NULL && overview != NULL && !rea_messenger_list_get_loading (self->list);

  if (is_known && self->everyone &&
      rea_messenger_filter_narrows (rea_messenger_list_get_filter (self->list)))
    rea_messenger_done_show_narrowed (self->done);
  else if (is_known)
    rea_messenger_done_update (self->done, rea_messenger_list_get_view (self->list), counts,
                               overview->campaign, self->everyone);
  if (rea_conversation_pane_get_thread (self->pane) == NULL)
    gtk_stack_set_visible_child_name (self->stack, is_known ? "done" : "nothing");
}

static void
focus_wanted (ReaMessengerDesk *self)
{
  if (self->wants_focus && rea_composer_write (rea_conversation_pane_get_composer (self->pane)))
    self->wants_focus = FALSE;
}

static void
show_thread (ReaMessengerDesk *self, ReaThread *thread)
{
  rea_conversation_pane_set_thread (self->pane, thread, self->drafts);
  gtk_stack_set_visible_child_name (self->stack, thread != NULL ? "conversation" : "nothing");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THREAD]);
}

static void
current_cb (ReaMessengerDesk *self, gint64 conversation)
{
  g_autoptr (ReaThread) thread = NULL;

  if (self->campaign == NULL)
    return;

  if (conversation == 0)
    {
      show_thread (self, NULL);
      update_done (self);
      return;
    }

  thread = make_thread (self, conversation);
  show_thread (self, thread);
  focus_wanted (self);
  read_next (self);
}

static void
list_changed_cb (ReaMessengerDesk *self)
{
  if (self->campaign == NULL)
    return;

  read_next (self);
  update_done (self);
}

/* Sending. */

/* Whoever works through a list goes on to the next; in the list of all, and in what is
 * not listed, one stays.
 */
static void
go_on (ReaMessengerDesk *self, gint64 conversation)
{
  gboolean holds_return;

  if (rea_messenger_list_get_view (self->list) == REA_MESSENGER_ALL ||
      !rea_messenger_list_has_current (self->list))
    return;

  holds_return = rea_composer_holds_return (rea_conversation_pane_get_composer (self->pane));
  rea_messenger_list_finish (self->list, conversation);
  rea_messenger_list_advance (self->list);
  if (rea_messenger_list_get_current (self->list) == 0)
    rea_messenger_done_grab (self->done, holds_return);
}

static char *
dup_contact (const ReaConversation *conversation)
{
  g_autofree char *name = rea_name_dup_full (conversation->first_name, conversation->last_name);

  return *name != '\0' ? g_steal_pointer (&name) : rea_phone_dup_label (conversation->phone);
}

static void
send_cb (ReaMessengerDesk *self)
{
  ReaThread            *thread = rea_conversation_pane_get_thread (self->pane);
  ReaComposer          *composer = rea_conversation_pane_get_composer (self->pane);
  const ReaThreadState *state = rea_thread_get_state (thread);
  gint64                conversation = rea_thread_get_conversation (thread);
  g_autofree char      *text = rea_composer_dup_text (composer);
  g_autofree char      *name = dup_contact (state->conversation);

  if (find_thread (self->sent, conversation) == NULL)
    g_ptr_array_add (self->sent, g_object_ref (thread));
  rea_composer_set_text (composer, NULL);
  rea_outbox_send (self->outbox, conversation, name, text, state->last_message_id);
  go_on (self, conversation);
}

static void
sent_cb (ReaMessengerDesk *self, gint64 conversation)
{
  if (!rea_outbox_is_sending (self->outbox, conversation))
    g_ptr_array_remove (self->sent, find_thread (self->sent, conversation));
  rea_refused_bar_drop (self->refused_bar, conversation);
  rea_messenger_list_settle (self->list, conversation);
}

static void
refused_cb (ReaMessengerDesk *self, gint64 conversation, const char *contact, const char *reason)
{
  ReaThread       *thread = rea_conversation_pane_get_thread (self->pane);
  ReaComposer     *composer = rea_conversation_pane_get_composer (self->pane);
  g_autofree char *text = rea_composer_dup_text (composer);

  rea_messenger_list_resume (self->list, conversation);
  rea_refused_bar_add (self->refused_bar, conversation, contact, reason);
  if (thread != NULL && rea_thread_get_conversation (thread) == conversation && *text == '\0')
    rea_composer_set_text (composer, rea_drafts_get (self->drafts, conversation));
}

static void
go_cb (ReaMessengerDesk *self, gint64 conversation)
{
  rea_messenger_list_choose (self->list, conversation);
  rea_messenger_desk_write (self);
}

static void
closed_cb (ReaMessengerDesk *self)
{
  gint64 conversation = rea_messenger_list_get_current (self->list);

  go_on (self, conversation);
  rea_messenger_list_settle (self->list, conversation);
}

/* What was written where one writes no more. */

static void
discard_cb (ReaMessengerDesk *self, gint64 conversation)
{
  ReaThread *thread = rea_conversation_pane_get_thread (self->pane);

  if (self->drafts == NULL)
    return;

  if (thread != NULL && rea_thread_get_conversation (thread) == conversation)
    rea_composer_set_text (rea_conversation_pane_get_composer (self->pane), NULL);
  rea_drafts_set (self->drafts, conversation, "");
  rea_drafts_flush (self->drafts);
}

static void
draft_changed_cb (ReaMessengerDesk *self, gint64 conversation)
{
  rea_messenger_list_set_draft (self->list, conversation,
                                rea_drafts_get (self->drafts, conversation));
  rea_left_drafts_refresh (rea_messenger_list_get_left_drafts (self->list));
}

/* Where nothing is left to do. */

static void
show_view_cb (ReaMessengerDesk *self, ReaMessengerView view)
{
  rea_messenger_list_show (self->list, view);
  rea_messenger_desk_write (self);
}

static gpointer
more_job (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  return rea_session_self_assign (session, *(const gint64 *) data, error);
}

static void
more_came_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaMessengerDesk) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) more = rea_service_call_finish (REA_SERVICE (source), result, &error);
  const ReaPlanRow *nobody;

  rea_messenger_done_set_asking (self->done, FALSE);
  if (self->campaign == NULL)
    return;

  if (more == NULL)
    {
      rea_messenger_done_say (self->done, error->message);
      return;
    }

  if (more->move == 0)
    {
      /* TRANSLATORS: in the Messenger, to whoever asked for more conversations. */
      rea_messenger_done_say (self->done, _ ("There are no unassigned conversations left. Ask "
                                             "again later."));
      return;
    }

  nobody = rea_plan_find (more->plan, REA_HOLDER_UNASSIGNED);
  rea_messenger_list_show (self->list, nobody != NULL && nobody->gave.n[REA_STATUS_NEEDS_REPLY] > 0
                                           ? REA_MESSENGER_NEEDS_REPLY
                                           : REA_MESSENGER_INITIAL);
  rea_messenger_desk_write (self);
}

static void
more_cb (ReaMessengerDesk *self)
{
  gint64 campaign = rea_campaign_model_get_id (self->campaign);

  rea_messenger_done_say (self->done, NULL);
  rea_messenger_done_set_asking (self->done, TRUE);
  rea_service_call_async (self->service, REA_LANE_WRITE, more_job,
                          g_memdup2 (&campaign, sizeof campaign), g_free,
                          (GDestroyNotify) rea_result_free, NULL, more_came_cb,
                          g_object_ref (self));
}

/**
 * rea_messenger_desk_write:
 * @self: the desk
 *
 * Takes the focus to where one writes, as soon as a conversation is current.
 */
void
rea_messenger_desk_write (ReaMessengerDesk *self)
{
  g_return_if_fail (REA_IS_MESSENGER_DESK (self));

  self->wants_focus = TRUE;
  if (rea_conversation_pane_get_thread (self->pane) != NULL)
    focus_wanted (self);
}

/**
 * rea_messenger_desk_save:
 * @self: the desk
 *
 * Saves what is written and not sent, without waiting for a pause.
 */
void
rea_messenger_desk_save (ReaMessengerDesk *self)
{
  g_return_if_fail (REA_IS_MESSENGER_DESK (self));

  if (self->drafts != NULL)
    rea_drafts_flush (self->drafts);
}

/**
 * rea_messenger_desk_get_pane:
 * @self: the desk
 *
 * Returns: (transfer none): where the current conversation is shown
 */
ReaConversationPane *
rea_messenger_desk_get_pane (ReaMessengerDesk *self)
{
  g_return_val_if_fail (REA_IS_MESSENGER_DESK (self), NULL);

  return self->pane;
}

/**
 * rea_messenger_desk_set_list:
 * @self: the desk
 * @list: (transfer none): the list beside it
 *
 * Says of what the current conversation is shown; once.
 */
void
rea_messenger_desk_set_list (ReaMessengerDesk *self, ReaMessengerList *list)
{
  g_return_if_fail (REA_IS_MESSENGER_DESK (self));

  self->list = list;
  g_signal_connect_object (list, "current", G_CALLBACK (current_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "changed", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rea_messenger_list_get_left_drafts (list), "discard",
                           G_CALLBACK (discard_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "entered", G_CALLBACK (rea_messenger_desk_write), self,
                           G_CONNECT_SWAPPED);
}

static void
leave_campaign (ReaMessengerDesk *self)
{
  rea_messenger_desk_save (self);
  show_thread (self, NULL);
  rea_refused_bar_clear (self->refused_bar);
  rea_messenger_done_say (self->done, NULL);
  g_ptr_array_set_size (self->next, 0);
  g_ptr_array_set_size (self->sent, 0);
  if (self->campaign != NULL)
    g_signal_handlers_disconnect_by_data (self->campaign, self);
  if (self->outbox != NULL)
    g_signal_handlers_disconnect_by_data (self->outbox, self);
  if (self->drafts != NULL)
    g_signal_handlers_disconnect_by_data (self->drafts, self);
  g_clear_object (&self->outbox);
  g_clear_object (&self->drafts);
  g_clear_object (&self->campaign);
  g_clear_object (&self->service);
}

/**
 * rea_messenger_desk_set_campaign:
 * @self: the desk
 * @service: (nullable): the service
 * @campaign: (nullable): a campaign, or %NULL for none
 * @everyone: whether one writes in everyone's conversations
 *
 * Works in another campaign. Before the list lists it.
 */
void
rea_messenger_desk_set_campaign (ReaMessengerDesk *self,
                                 ReaService       *service,
                                 ReaCampaignModel *campaign,
                                 gboolean          everyone)
{
  g_return_if_fail (REA_IS_MESSENGER_DESK (self));

  leave_campaign (self);
  self->everyone = everyone;
  if (campaign == NULL)
    return;

  self->service = g_object_ref (service);
  self->campaign = g_object_ref (campaign);
  self->drafts = rea_drafts_new (service, rea_campaign_model_get_id (campaign));
  g_signal_connect_object (self->drafts, "changed", G_CALLBACK (draft_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->outbox = rea_outbox_new (service, rea_campaign_model_get_id (campaign), self->drafts);
  self->wants_focus = TRUE;
  g_signal_connect_object (campaign, "notify", G_CALLBACK (update_done), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outbox, "sent", G_CALLBACK (sent_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outbox, "refused", G_CALLBACK (refused_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
rea_messenger_desk_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaMessengerDesk *self = REA_MESSENGER_DESK (object);

  switch (id)
    {
    case PROP_THREAD:
      g_value_set_object (value, rea_conversation_pane_get_thread (self->pane));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_messenger_desk_dispose (GObject *object)
{
  ReaMessengerDesk *self = REA_MESSENGER_DESK (object);

  if (self->campaign != NULL)
    leave_campaign (self);

  G_OBJECT_CLASS (rea_messenger_desk_parent_class)->dispose (object);
}

static void
rea_messenger_desk_finalize (GObject *object)
{
  g_ptr_array_unref (REA_MESSENGER_DESK (object)->next);
  g_ptr_array_unref (REA_MESSENGER_DESK (object)->sent);

  G_OBJECT_CLASS (rea_messenger_desk_parent_class)->finalize (object);
}

static void
rea_messenger_desk_class_init (ReaMessengerDeskClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rea_messenger_desk_get_property;
  object_class->dispose = rea_messenger_desk_dispose;
  object_class->finalize = rea_messenger_desk_finalize;

  properties[PROP_THREAD] = g_param_spec_object ("thread", NULL, NULL, REA_TYPE_THREAD,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (REA_TYPE_CONVERSATION_PANE);
  g_type_ensure (REA_TYPE_MESSENGER_DONE);
  g_type_ensure (REA_TYPE_REFUSED_BAR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-messenger-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerDesk, refused_bar);
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerDesk, stack);
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerDesk, done);
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerDesk, pane);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_view_cb);
}

static void
rea_messenger_desk_init (ReaMessengerDesk *self)
{
  self->next = g_ptr_array_new_with_free_func (g_object_unref);
  self->sent = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}
