/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign-messengers.h"

#include "rea-messenger-entry.h"

#include <glib/gi18n-lib.h>

struct _ReaCampaignMessengers
{
  GObject parent_instance;

  ReaCampaignView  *view; /* which holds the actions, and so outlives what they do */
  ReaService       *service;
  ReaCampaignModel *campaign;
  ReaSenderList    *senders;
};

enum
{
  PROP_TEXT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReaCampaignMessengers, rea_campaign_messengers, G_TYPE_OBJECT)

static gboolean
is_sender (ReaCampaignMessengers *self)
{
  return self->senders != NULL &&
         rea_sender_list_find (self->senders, rea_service_get_user (self->service)->email) != NULL;
}

static gboolean
is_admin (ReaCampaignMessengers *self)
{
  return self->campaign != NULL && rea_messenger_is_for_admins (self->service);
}

static const char *
get_text (ReaCampaignMessengers *self)
{
  if (is_sender (self))
    {
      /* TRANSLATORS: the tooltip of the button Messenger, for who is a sender of the campaign. */
      return _ ("Read and answer your own conversations");
    }

  /* TRANSLATORS: the tooltip of the button Messenger, for who is no sender of the campaign. */
  return _ ("Read and answer in any conversation");
}

static void
set_enabled (ReaCampaignMessengers *self, const char *name, gboolean enabled)
{
  GActionMap *actions = G_ACTION_MAP (rea_campaign_view_get_actions (self->view));

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, name)),
                               enabled);
}

static void
update (ReaCampaignMessengers *self)
{
  gboolean own = is_sender (self);
  gboolean all = is_admin (self);

  if (self->view == NULL)
    return;

  set_enabled (self, "messenger", own || all);
  set_enabled (self, "open-messenger", own || all);
  set_enabled (self, "own-messenger", own);
  set_enabled (self, "admin-messenger", all);
  set_enabled (self, "messenger-of", all);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
open_own (ReaCampaignMessengers *self, gint64 conversation)
{
  rea_messenger_open_own (GTK_WIDGET (self->view), self->service,
                          rea_campaign_model_get_id (self->campaign), conversation);
}

static void
open_admin (ReaCampaignMessengers *self, const ReaFilter *filter, gint64 conversation)
{
  rea_messenger_open_admin (GTK_WIDGET (self->view), self->service,
                            rea_campaign_model_get_id (self->campaign), filter, conversation);
}

static void
messenger_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (is_sender (user_data))
    open_own (user_data, 0);
  else
    open_admin (user_data, NULL, 0);
}

static void
own_messenger_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_own (user_data, 0);
}

static void
admin_messenger_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_admin (user_data, NULL, 0);
}

/* Who sees all conversations may be no sender, or not the one who holds this one. */
static void
open_messenger_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gint64 conversation = g_variant_get_int64 (parameter);

  if (is_admin (user_data))
    open_admin (user_data, NULL, conversation);
  else
    open_own (user_data, conversation);
}

static void
messenger_of_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *email = g_variant_get_string (parameter, NULL);
  g_autoptr (ReaFilter) filter = rea_filter_new ();

  if (*email != '\0')
    rea_filter_set_senders (filter, (const char *const[]){ email, NULL });
  else
    filter->holder = REA_HOLDER_NOBODY;

  open_admin (user_data, filter, 0);
}

/**
 * rea_campaign_messengers_follow:
 * @self: the ways
 * @service: (nullable): the service
 * @campaign: (nullable): the campaign that the view shows now
 *
 * Leads to this campaign's conversations from now on.
 */
void
rea_campaign_messengers_follow (ReaCampaignMessengers *self,
                                ReaService            *service,
                                ReaCampaignModel      *campaign)
{
  ReaSenderList *senders = campaign != NULL ? rea_campaign_view_get_senders (self->view) : NULL;

  g_return_if_fail (REA_IS_CAMPAIGN_MESSENGERS (self));

  if (self->senders != NULL)
    g_signal_handlers_disconnect_by_data (self->senders, self);

  g_set_object (&self->service, service);
  g_set_object (&self->campaign, campaign);
  g_set_object (&self->senders, senders);
  if (senders != NULL)
    g_signal_connect_object (senders, "refreshed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * rea_campaign_messengers_new:
 * @view: the view of a campaign
 *
 * Returns: (transfer full): what adds its actions there
 */
ReaCampaignMessengers *
rea_campaign_messengers_new (ReaCampaignView *view)
{
  const GActionEntry entries[] = {
    { "messenger", messenger_action, NULL, NULL, NULL, { 0 } },
    { "own-messenger", own_messenger_action, NULL, NULL, NULL, { 0 } },
    { "admin-messenger", admin_messenger_action, NULL, NULL, NULL, { 0 } },
    { "open-messenger", open_messenger_action, "x", NULL, NULL, { 0 } },
    { "messenger-of", messenger_of_action, "s", NULL, NULL, { 0 } },
  };
  ReaCampaignMessengers *self = g_object_new (REA_TYPE_CAMPAIGN_MESSENGERS, NULL);

  g_set_weak_pointer (&self->view, view);
  g_action_map_add_action_entries (G_ACTION_MAP (rea_campaign_view_get_actions (view)), entries,
                                   G_N_ELEMENTS (entries), self);
  update (self);

  return self;
}

static void
rea_campaign_messengers_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TEXT:
      g_value_set_string (value, get_text (REA_CAMPAIGN_MESSENGERS (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_campaign_messengers_dispose (GObject *object)
{
  ReaCampaignMessengers *self = REA_CAMPAIGN_MESSENGERS (object);

  g_clear_object (&self->senders);
  g_clear_object (&self->campaign);
  g_clear_object (&self->service);
  g_clear_weak_pointer (&self->view);

  G_OBJECT_CLASS (rea_campaign_messengers_parent_class)->dispose (object);
}

static void
rea_campaign_messengers_class_init (ReaCampaignMessengersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rea_campaign_messengers_get_property;
  object_class->dispose = rea_campaign_messengers_dispose;

  properties[PROP_TEXT] =
      g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rea_campaign_messengers_init (ReaCampaignMessengers *self)
{
}
