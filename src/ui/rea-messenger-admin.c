/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-messenger-admin.h"

#include "rea-campaign-moves.h"
#include "rea-focus-return.h"
#include "rea-trail-dialog.h"

struct _ReaMessengerAdmin
{
  GObject parent_instance;

  GtkWidget          *home; /* which owns this, in the end */
  ReaMessengerList   *list;
  GSimpleActionGroup *actions;
  ReaUndoer          *undoer;
  ReaCampaignMoves   *moves;
  ReaService         *service;
  ReaCampaignModel   *campaign;
  ReaSenderList      *senders;
};

G_DEFINE_FINAL_TYPE (ReaMessengerAdmin, rea_messenger_admin, G_TYPE_OBJECT)

static void
reassign_conversation_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaMessengerAdmin *self = user_data;
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64  id = g_variant_get_int64 (parameter);

  g_array_append_val (ids, id);
  rea_filter_take_conversations (filter, ids);
  rea_campaign_moves_open (self->moves, REA_REASSIGN_SELECTED, filter);
}

static void
show_trail_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaMessengerAdmin *self = user_data;
  GtkWidget         *dialog =
      rea_trail_dialog_new (GTK_WINDOW (gtk_widget_get_root (self->home)), self->service,
                            rea_campaign_model_get_id (self->campaign),
                            g_variant_get_int64 (parameter));

  rea_focus_return_to_opener (GTK_WINDOW (dialog), self->home);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
campaign_cb (ReaMessengerAdmin *self)
{
  GAction *action =
      g_action_map_lookup_action (G_ACTION_MAP (self->actions), "reassign-conversation");

  rea_campaign_moves_update (self->moves);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                               g_action_group_get_action_enabled (G_ACTION_GROUP (self->actions),
                                                                  "reassign"));
}

/**
 * rea_messenger_admin_new:
 * @toasts: where the window shows toasts
 * @list: the list of conversations
 *
 * Returns: (transfer full): one without a campaign
 */
ReaMessengerAdmin *
rea_messenger_admin_new (AdwToastOverlay *toasts, ReaMessengerList *list)
{
  ReaMessengerAdmin *self = g_object_new (REA_TYPE_MESSENGER_ADMIN, NULL);

  self->home = GTK_WIDGET (toasts);
  self->list = list;
  self->moves =
      rea_campaign_moves_new (self->home, toasts, G_ACTION_MAP (self->actions), self->undoer);

  return self;
}

/**
 * rea_messenger_admin_get_actions:
 * @self: what admins have
 *
 * Returns: (transfer none): the actions that the window calls campaign
 */
GActionGroup *
rea_messenger_admin_get_actions (ReaMessengerAdmin *self)
{
  g_return_val_if_fail (REA_IS_MESSENGER_ADMIN (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

/**
 * rea_messenger_admin_set_campaign:
 * @self: what admins have
 * @service: the service
 * @campaign: the campaign that is shown
 *
 * Is about another campaign from now on.
 */
void
rea_messenger_admin_set_campaign (ReaMessengerAdmin *self,
                                  ReaService        *service,
                                  ReaCampaignModel  *campaign)
{
  g_return_if_fail (REA_IS_MESSENGER_ADMIN (self));

  if (self->campaign != NULL)
    g_signal_handlers_disconnect_by_data (self->campaign, self);

  g_set_object (&self->service, service);
  g_set_object (&self->campaign, campaign);
  g_clear_object (&self->senders);
  self->senders = rea_sender_list_new (service, rea_campaign_model_get_id (campaign));
  rea_campaign_moves_set_campaign (self->moves, service, campaign, self->senders);
  rea_messenger_filter_set_campaign (rea_messenger_list_get_filter (self->list), campaign,
                                     self->senders);
  g_signal_connect_object (campaign, "notify", G_CALLBACK (campaign_cb), self, G_CONNECT_SWAPPED);
  campaign_cb (self);
}

static void
rea_messenger_admin_finalize (GObject *object)
{
  ReaMessengerAdmin *self = REA_MESSENGER_ADMIN (object);

  g_clear_object (&self->moves);
  g_clear_object (&self->undoer);
  g_clear_object (&self->actions);
  g_clear_object (&self->senders);
  g_clear_object (&self->campaign);
  g_clear_object (&self->service);

  G_OBJECT_CLASS (rea_messenger_admin_parent_class)->finalize (object);
}

static void
rea_messenger_admin_class_init (ReaMessengerAdminClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rea_messenger_admin_finalize;
}

static void
rea_messenger_admin_init (ReaMessengerAdmin *self)
{
  const GActionEntry entries[] = {
    { "reassign-conversation", reassign_conversation_action, "x", NULL, NULL, { 0 } },
    { "show-trail", show_trail_action, "x", NULL, NULL, { 0 } },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  self->undoer = rea_undoer_new (G_ACTION_MAP (self->actions));
}
