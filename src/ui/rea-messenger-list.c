/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-messenger-list-private.h"

#include "rea-a11y.h"
#include "rea-format.h"
#include "rea-messenger-row.h"
#include "rea-tab-stop.h"

#include <glib/gi18n-lib.h>

enum
{
  CURRENT,
  ENTERED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaMessengerList, rea_messenger_list, ADW_TYPE_BIN)

/* Counts. */

static void
write_count (GtkToggleButton *button, GtkLabel *label, const char *title, gint64 n)
{
  g_autofree char *number = rea_format_number (n);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, number);

  gtk_label_set_text (label, number);
  rea_a11y_set_label (GTK_WIDGET (button), name);
}

static void
show_counts (ReaMessengerList *self)
{
  const ReaCounts *counts = rea_messenger_list_get_counts (self);
  g_autofree char *error = NULL;

  if (self->counts != NULL)
    g_object_get (self->counts, "error", &error, NULL);
  gtk_label_set_text (self->error_label, error);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), error != NULL);

  if (counts == NULL)
    return;

  /* TRANSLATORS: in the Messenger: conversations to which nothing was written yet. */
  write_count (self->initial_button, self->initial_count, _ ("Initial Messages"),
               counts->n[REA_STATUS_NOT_STARTED]);
  /* TRANSLATORS: in the Messenger: conversations in which the contact wrote last. */
  write_count (self->needs_reply_button, self->needs_reply_count, _ ("Needs Reply"),
               counts->n[REA_STATUS_NEEDS_REPLY]);
  /* TRANSLATORS: in the Messenger: all conversations. */
  write_count (self->all_button, self->all_count, C_ ("conversations", "All"),
               rea_counts_total (counts));
}

/* Who waits comes first, then who was not written to. */
static ReaMessengerView
find_first_view (const ReaCounts *counts)
{
  if (counts->n[REA_STATUS_NEEDS_REPLY] > 0)
    return REA_MESSENGER_NEEDS_REPLY;

  return counts->n[REA_STATUS_NOT_STARTED] > 0 ? REA_MESSENGER_INITIAL : REA_MESSENGER_ALL;
}

static void
counted_cb (ReaMessengerList *self)
{
  show_counts (self);
  if (!self->has_begun)
    rea_messenger_list_show (self, find_first_view (rea_messenger_list_get_counts (self)));

  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is listed. */

static ReaFilter *
make_filter (ReaMessengerList *self)
{
  const char *emails[] = { rea_service_get_user (self->service)->email, NULL };
  ReaFilter  *filter = rea_filter_new ();

  if (!self->everyone)
    rea_filter_set_senders (filter, emails);
  if (self->shown == REA_MESSENGER_INITIAL)
    filter->status = REA_STATUS_NOT_STARTED;
  if (self->shown == REA_MESSENGER_NEEDS_REPLY)
    filter->status = REA_STATUS_NEEDS_REPLY;
  if (self->everyone)
    rea_messenger_filter_apply (self->filter, filter);

  return filter;
}

static void
set_up_list (ReaMessengerList *self)
{
  g_autoptr (ReaFilter) filter = make_filter (self);

  g_hash_table_remove_all (self->finished);
  g_hash_table_remove_all (self->settled);
  rea_conversation_list_set_sort (self->list, self->shown == REA_MESSENGER_INITIAL
                                                  ? REA_SORT_ID
                                                  : REA_SORT_WAITING);
  rea_conversation_list_set_filter (self->list, filter);
}

static GtkToggleButton *
get_button (ReaMessengerList *self, ReaMessengerView view)
{
  GtkToggleButton *buttons[] = { self->initial_button, self->needs_reply_button, self->all_button };

  return buttons[view];
}

static void
toggled_cb (ReaMessengerList *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;

  for (ReaMessengerView view = 0; view < REA_N_MESSENGER_VIEWS; view++)
    if (button == get_button (self, view))
      self->shown = view;

  self->has_begun = TRUE;
  self->asked_for = 0;
  /* What is not finished is looked for in all of them. */
  if (self->shown != REA_MESSENGER_ALL)
    rea_messenger_filter_show_everything (self->filter);
  if (self->list != NULL)
    set_up_list (self);
}

static void
filtered_cb (ReaMessengerList *self)
{
  self->asked_for = 0;
  if (self->shown != REA_MESSENGER_ALL && !rea_messenger_filter_is_everything (self->filter))
    rea_messenger_list_show (self, REA_MESSENGER_ALL);
  else if (self->list != NULL)
    set_up_list (self);
}

static void
search_stopped_cb (ReaMessengerList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
activate_cb (ReaMessengerList *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

/* Who points at a conversation means to write in it; who goes by the arrows reads. */
static void
released_cb (ReaMessengerList *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
leave_campaign (ReaMessengerList *self)
{
  rea_messenger_list_leave_current (self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->counts != NULL)
    g_signal_handlers_disconnect_by_data (self->counts, self);
  gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->counts);
  g_clear_object (&self->service);
  g_hash_table_remove_all (self->finished);
  g_hash_table_remove_all (self->settled);
  self->has_begun = FALSE;
  self->place = 0;
}

static void
enter_campaign (ReaMessengerList *self, gint64 campaign)
{
  self->counts = rea_messenger_counts_new (self->service, campaign, self->everyone);
  g_signal_connect_object (self->counts, "changed", G_CALLBACK (counted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->counts, "notify::error", G_CALLBACK (show_counts), self,
                           G_CONNECT_SWAPPED);

  self->list = rea_conversation_list_new (self->service, campaign);
  set_up_list (self);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  rea_messenger_list_begin_current (self);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static void
set_factory (ReaMessengerList *self)
{
  g_autoptr (GtkListItemFactory) factory = rea_messenger_row_factory_new (self->everyone);

  gtk_list_view_set_factory (self->view, factory);
}

/**
 * rea_messenger_list_set_campaign:
 * @self: the list
 * @service: (nullable): the service
 * @campaign: the number of a campaign, or 0 for none
 * @everyone: whether all of its conversations are listed, not only the acting user's
 *
 * Lists the conversations of another campaign, and makes the first one current.
 */
void
rea_messenger_list_set_campaign (ReaMessengerList *self,
                                 ReaService       *service,
                                 gint64            campaign,
                                 gboolean          everyone)
{
  g_return_if_fail (REA_IS_MESSENGER_LIST (self));

  leave_campaign (self);
  rea_messenger_list_set_current (self, 0);
  self->everyone = everyone;
  gtk_widget_set_visible (GTK_WIDGET (self->filter), everyone);
  rea_left_drafts_set_campaign (self->left_drafts, service, everyone ? 0 : campaign);
  set_factory (self);

  if (service == NULL || campaign == 0)
    return;

  self->service = g_object_ref (service);
  enter_campaign (self, campaign);
}

/**
 * rea_messenger_list_show:
 * @self: the list
 * @view: which conversations
 *
 * Lists others of the conversations.
 */
void
rea_messenger_list_show (ReaMessengerList *self, ReaMessengerView view)
{
  g_return_if_fail (REA_IS_MESSENGER_LIST (self));

  self->has_begun = TRUE;
  gtk_toggle_button_set_active (get_button (self, view), TRUE);
}

/**
 * rea_messenger_list_get_filter:
 * @self: the list
 *
 * Returns: (transfer none): what narrows the list where it is of everyone's conversations
 */
ReaMessengerFilter *
rea_messenger_list_get_filter (ReaMessengerList *self)
{
  g_return_val_if_fail (REA_IS_MESSENGER_LIST (self), NULL);

  return self->filter;
}

/**
 * rea_messenger_list_get_left_drafts:
 * @self: the list
 *
 * Returns: (transfer none): what was written in conversations that have gone to others
 */
ReaLeftDrafts *
rea_messenger_list_get_left_drafts (ReaMessengerList *self)
{
  g_return_val_if_fail (REA_IS_MESSENGER_LIST (self), NULL);

  return self->left_drafts;
}

/**
 * rea_messenger_list_set_filter:
 * @self: the list, of everyone's conversations
 * @filter: which of them
 *
 * Lists these.
 */
void
rea_messenger_list_set_filter (ReaMessengerList *self, const ReaFilter *filter)
{
  ReaMessengerView view =
      filter->status == REA_STATUS_NOT_STARTED ? REA_MESSENGER_INITIAL : REA_MESSENGER_ALL;

  g_return_if_fail (REA_IS_MESSENGER_LIST (self));

  self->has_begun = TRUE;
  self->asked_for = 0;
  rea_messenger_filter_set (self->filter, filter);
  if (self->shown != view)
    rea_messenger_list_show (self, view);
  else if (self->list != NULL)
    set_up_list (self);
}

/**
 * rea_messenger_list_get_view:
 * @self: the list
 *
 * Returns: which conversations are listed
 */
ReaMessengerView
rea_messenger_list_get_view (ReaMessengerList *self)
{
  return self->shown;
}

/**
 * rea_messenger_list_get_counts:
 * @self: the list
 *
 * Returns: (transfer none) (nullable): how many conversations there are by status;
 *   %NULL until they are read
 */
const ReaCounts *
rea_messenger_list_get_counts (ReaMessengerList *self)
{
  return self->counts != NULL ? rea_messenger_counts_get (self->counts) : NULL;
}

/**
 * rea_messenger_list_get_loading:
 * @self: the list
 *
 * Returns: whether what is to be listed is not known yet
 */
gboolean
rea_messenger_list_get_loading (ReaMessengerList *self)
{
  gboolean loading = TRUE;

  if (self->list != NULL)
    g_object_get (self->list, "loading", &loading, NULL);

  return loading;
}

/**
 * rea_messenger_list_set_draft:
 * @self: the list
 * @conversation: the number of a conversation
 * @text: what is written there and not sent, be it nothing
 *
 * Shows it in its row.
 */
void
rea_messenger_list_set_draft (ReaMessengerList *self, gint64 conversation, const char *text)
{
  g_return_if_fail (REA_IS_MESSENGER_LIST (self));

  if (self->list != NULL)
    rea_conversation_list_set_draft (self->list, conversation, text);
}

static void
rea_messenger_list_dispose (GObject *object)
{
  ReaMessengerList *self = REA_MESSENGER_LIST (object);

  if (self->list != NULL)
    leave_campaign (self);

  G_OBJECT_CLASS (rea_messenger_list_parent_class)->dispose (object);
}

static void
rea_messenger_list_finalize (GObject *object)
{
  g_hash_table_unref (REA_MESSENGER_LIST (object)->finished);
  g_hash_table_unref (REA_MESSENGER_LIST (object)->settled);

  G_OBJECT_CLASS (rea_messenger_list_parent_class)->finalize (object);
}

static void
rea_messenger_list_class_init (ReaMessengerListClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = rea_messenger_list_dispose;
  object_class->finalize = rea_messenger_list_finalize;

  signals[CURRENT] = g_signal_new ("current", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ENTERED] =
      g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] =
      g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (REA_TYPE_LEFT_DRAFTS);
  g_type_ensure (REA_TYPE_MESSENGER_FILTER);
  g_type_ensure (REA_TYPE_TAB_STOP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-messenger-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerList, initial_button);
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerList, needs_reply_button);
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerList, all_button);
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerList, initial_count);
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerList, needs_reply_count);
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerList, all_count);
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerList, filter);
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerList, left_drafts);
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerList, error_label);
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerList, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, filtered_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
rea_messenger_list_init (ReaMessengerList *self)
{
  self->finished = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->settled = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->shown = REA_MESSENGER_NEEDS_REPLY;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_factory (self);
}
