/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign-admin.h"

#include "rea-campaign-dialog.h"
#include "rea-campaign-removal.h"
#include "rea-toasts.h"

#include <glib/gi18n-lib.h>

struct _ReaCampaignAdmin
{
  GObject parent_instance;

  ReaCampaignView  *view; /* which holds the actions, and so outlives what they do */
  ReaService       *service;
  ReaCampaignModel *campaign;
  GHashTable       *dialogs; /* by the number of the campaign */
};

G_DEFINE_FINAL_TYPE (ReaCampaignAdmin, rea_campaign_admin, G_TYPE_OBJECT)

/* The ways from one state to another. Any other is in the properties. */
static const struct
{
  const char *name;
  ReaState    from;
  ReaState    to;
} ways[] = {
  { "launch", REA_STATE_DRAFT, REA_STATE_ACTIVE },
  { "pause", REA_STATE_ACTIVE, REA_STATE_PAUSED },
  { "resume", REA_STATE_PAUSED, REA_STATE_ACTIVE },
  { "close", REA_STATE_ACTIVE, REA_STATE_CLOSED },
  { "reopen", REA_STATE_CLOSED, REA_STATE_ACTIVE },
  { "archive", REA_STATE_CLOSED, REA_STATE_ARCHIVED },
  { "restore", REA_STATE_ARCHIVED, REA_STATE_CLOSED },
};

static void
set_enabled (ReaCampaignAdmin *self, const char *name, gboolean enabled)
{
  GActionMap *actions = G_ACTION_MAP (rea_campaign_view_get_actions (self->view));

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, name)),
                               enabled);
}

static const ReaCampaign *
get_shown (ReaCampaignAdmin *self)
{
  const ReaOverview *overview =
      self->campaign != NULL ? rea_campaign_model_get_overview (self->campaign) : NULL;

  return overview != NULL ? overview->campaign : NULL;
}

static void
update (ReaCampaignAdmin *self)
{
  const ReaCampaign *shown = get_shown (self);
  gboolean may = shown != NULL && rea_role_check (rea_service_get_user (self->service)->role,
                                                  REA_VERB_MANAGE_CAMPAIGN, NULL);

  set_enabled (self, "properties", shown != NULL);
  set_enabled (self, "change-window", shown != NULL);
  set_enabled (self, "write-message", may);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    set_enabled (self, ways[i].name, may && shown->state == ways[i].from);
  set_enabled (self, "remove", may && !shown->is_demo && shown->state == REA_STATE_ARCHIVED);
  set_enabled (self, "remove-demo", may && shown->is_demo);
}

static void
show_toast (ReaCampaignAdmin *self,
            const char       *text,
            gboolean          stays,
            const char       *button,
            const char       *action,
            GVariant         *target)
{
  rea_toasts_show (rea_campaign_view_get_toasts (self->view), text, stays, button, action, target);
}

/* States. */

typedef struct
{
  gint64   campaign;
  ReaState from;
  ReaState to;
} Turn;

static gboolean
turn_change (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  const Turn *turn = user_data;

  campaign->state = turn->to;

  return TRUE;
}

static gpointer
turn_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  Turn *turn = data;

  return rea_session_set_campaign (session, turn->campaign, turn_change, turn, error);
}

static const char *
describe (ReaState state)
{
  switch (state)
    {
    case REA_STATE_DRAFT:
      /* TRANSLATORS: what was done to a campaign; so the four that follow. */
      return _ ("A draft again: nothing is sent.");
    case REA_STATE_ACTIVE:
      return _ ("Active: senders can send now.");
    case REA_STATE_PAUSED:
      return _ ("Paused: nothing is sent until it is resumed.");
    case REA_STATE_CLOSED:
      return _ ("Closed: nothing is sent any more.");
    case REA_STATE_ARCHIVED:
    default:
      return _ ("Archived: nothing in it can be changed.");
    }
}

typedef struct
{
  ReaCampaignAdmin *self;
  Turn              turn;
} Waiting;

static void
waiting_free (Waiting *waiting)
{
  g_object_unref (waiting->self);
  g_free (waiting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static void
turned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Waiting) waiting = user_data;
  ReaCampaignAdmin *self = waiting->self;
  const Turn       *turn = &waiting->turn;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign = rea_service_call_finish (REA_SERVICE (source), result, &error);

  if (self->view == NULL)
    return;

  if (campaign != NULL)
    /* TRANSLATORS: takes back what was done to a campaign. */
    show_toast (self, describe (campaign->state), FALSE, _ ("Undo"), "campaign.turn",
                g_variant_new ("(xii)", turn->campaign, (int) turn->to, (int) turn->from));
  else if (g_error_matches (error, REA_ERROR, REA_ERROR_INVALID))
    /* TRANSLATORS: opens the properties of the campaign, where what is wrong can be mended. */
    show_toast (self, error->message, TRUE, _ ("Properties"), "campaign.write-message", NULL);
  else
    show_toast (self, error->message, TRUE, NULL, NULL, NULL);
}

static void
turn_to (ReaCampaignAdmin *self, gint64 campaign, ReaState from, ReaState to)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->self = g_object_ref (self);
  waiting->turn = (Turn){ campaign, from, to };
  rea_service_call_async (self->service, REA_LANE_WRITE, turn_call,
                          g_memdup2 (&waiting->turn, sizeof waiting->turn), g_free,
                          (GDestroyNotify) rea_campaign_free, NULL, turned_cb, waiting);
}

static void
way_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaCampaignAdmin  *self = user_data;
  const ReaCampaign *shown = get_shown (self);
  const char        *name = g_action_get_name (G_ACTION (action));

  for (guint i = 0; shown != NULL && i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i].name, name))
      turn_to (self, shown->id, shown->state, ways[i].to);
}

static void
turn_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gint64 campaign;
  int    from;
  int    to;

  g_variant_get (parameter, "(xii)", &campaign, &from, &to);
  turn_to (user_data, campaign, from, to);
}

/* Properties. */

static GtkWindow *
get_window (ReaCampaignAdmin *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->view)));
}

static void
saved_cb (ReaCampaignAdmin *self)
{
  /* TRANSLATORS: the properties of a campaign are saved. */
  show_toast (self, _ ("Properties saved"), FALSE, NULL, NULL, NULL);
}

static void
left_cb (ReaCampaignAdmin *self)
{
  /* TRANSLATORS: the properties of a campaign were left before they were saved. */
  show_toast (self, _ ("What you have entered is kept, but not saved yet."), TRUE,
              /* TRANSLATORS: leads back to the properties of a campaign. */
              _ ("Continue"), "campaign.properties", NULL);
}

static void
destroyed_cb (ReaCampaignAdmin *self, ReaCampaignDialog *dialog)
{
  gint64 id = rea_campaign_dialog_get_campaign (dialog);

  g_hash_table_remove (self->dialogs, &id);
}

static void
show_properties (ReaCampaignAdmin *self, ReaCampaignPart part)
{
  gint64     id = rea_campaign_model_get_id (self->campaign);
  GtkWidget *dialog = g_hash_table_lookup (self->dialogs, &id);

  if (dialog == NULL)
    {
      dialog = rea_campaign_dialog_new (get_window (self), self->service, id);
      g_hash_table_insert (self->dialogs, g_memdup2 (&id, sizeof id), dialog);
      g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (dialog, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (dialog, "destroy", G_CALLBACK (destroyed_cb), self,
                               G_CONNECT_SWAPPED);
    }

  rea_campaign_dialog_show_part (REA_CAMPAIGN_DIALOG (dialog), part);
}

static void
properties_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_properties (user_data, REA_PART_TITLE);
}

static void
write_message_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_properties (user_data, REA_PART_MESSAGE);
}

static void
change_window_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_properties (user_data, REA_PART_WINDOW_END);
}

static void
remove_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaCampaignAdmin  *self = user_data;
  const ReaCampaign *shown = get_shown (self);

  if (shown != NULL)
    rea_campaign_removal_ask (self->view, self->service, shown);
}

/**
 * rea_campaign_admin_follow:
 * @self: the admin
 * @service: (nullable): the service
 * @campaign: (nullable): the campaign that is shown now
 *
 * Acts on this campaign from now on.
 */
void
rea_campaign_admin_follow (ReaCampaignAdmin *self, ReaService *service, ReaCampaignModel *campaign)
{
  g_return_if_fail (REA_IS_CAMPAIGN_ADMIN (self));

  if (self->campaign != NULL)
    g_signal_handlers_disconnect_by_data (self->campaign, self);

  g_set_object (&self->service, service);
  g_set_object (&self->campaign, campaign);
  if (campaign != NULL)
    g_signal_connect_object (campaign, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * rea_campaign_admin_new:
 * @view: the view of a campaign
 *
 * Returns: (transfer full): what adds its actions there
 */
ReaCampaignAdmin *
rea_campaign_admin_new (ReaCampaignView *view)
{
  const GActionEntry entries[] = {
    { "properties", properties_action, NULL, NULL, NULL, { 0 } },
    { "change-window", change_window_action, NULL, NULL, NULL, { 0 } },
    { "write-message", write_message_action, NULL, NULL, NULL, { 0 } },
    { "turn", turn_action, "(xii)", NULL, NULL, { 0 } },
    { "remove", remove_action, NULL, NULL, NULL, { 0 } },
    { "remove-demo", remove_action, NULL, NULL, NULL, { 0 } },
  };
  ReaCampaignAdmin *self = g_object_new (REA_TYPE_CAMPAIGN_ADMIN, NULL);
  GActionMap       *actions = G_ACTION_MAP (rea_campaign_view_get_actions (view));

  g_set_weak_pointer (&self->view, view);
  g_action_map_add_action_entries (actions, entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      const GActionEntry way = { ways[i].name, way_action, NULL, NULL, NULL, { 0 } };

      g_action_map_add_action_entries (actions, &way, 1, self);
    }
  update (self);

  return self;
}

static void
rea_campaign_admin_dispose (GObject *object)
{
  ReaCampaignAdmin *self = REA_CAMPAIGN_ADMIN (object);

  g_clear_object (&self->campaign);
  g_clear_object (&self->service);
  g_clear_weak_pointer (&self->view);

  G_OBJECT_CLASS (rea_campaign_admin_parent_class)->dispose (object);
}

static void
rea_campaign_admin_finalize (GObject *object)
{
  ReaCampaignAdmin *self = REA_CAMPAIGN_ADMIN (object);

  g_hash_table_unref (self->dialogs);

  G_OBJECT_CLASS (rea_campaign_admin_parent_class)->finalize (object);
}

static void
rea_campaign_admin_class_init (ReaCampaignAdminClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rea_campaign_admin_dispose;
  G_OBJECT_CLASS (klass)->finalize = rea_campaign_admin_finalize;
}

static void
rea_campaign_admin_init (ReaCampaignAdmin *self)
{
  self->dialogs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}
