/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign-maker.h"

#include "rea-demo-maker.h"
#include "rea-new-campaign-dialog.h"

#include <glib/gi18n-lib.h>

struct _ReaCampaignMaker
{
  GObject parent_instance;

  GtkWindow    *window; /* which owns the actions, and so outlives what they do */
  ReaStartPage *page;
  ReaService   *service;
  GPtrArray    *campaigns;
  gboolean      waits; /* a new one was asked for before there was a database */
};

enum
{
  MADE,
  NEEDS_DATABASE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaCampaignMaker, rea_campaign_maker, G_TYPE_OBJECT)

/* The demo. */

static void
progress_cb (double fraction, gpointer user_data)
{
  ReaCampaignMaker *self = user_data;

  rea_start_page_set_progress (self->page, fraction);
}

static void
demo_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaCampaignMaker) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign =
      rea_demo_maker_make_finish (REA_SERVICE (source), result, &error);

  /* The window was closed meanwhile. */
  if (self->service != REA_SERVICE (source))
    return;

  if (campaign != NULL)
    g_signal_emit (self, signals[MADE], 0, campaign->id);
  else
    rea_start_page_show_empty (self->page, error->message, TRUE);
}

/**
 * rea_campaign_maker_make_demo:
 * @self: the maker
 *
 * Makes the demo campaign; the start page tells how far it is.
 */
void
rea_campaign_maker_make_demo (ReaCampaignMaker *self)
{
  g_return_if_fail (REA_IS_CAMPAIGN_MAKER (self));

  /* TRANSLATORS: while the demo campaign is being made. */
  rea_start_page_show_opening (self->page, _ ("Making the demo campaign…"));
  rea_demo_maker_make_async (self->service, progress_cb, self, demo_made_cb, g_object_ref (self));
}

/* A new one. */

static void
created_cb (ReaCampaignMaker *self, gint64 id)
{
  g_signal_emit (self, signals[MADE], 0, id);
}

static void
new_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaCampaignMaker *self = user_data;
  GtkWidget        *dialog;

  if (self->service == NULL)
    {
      self->waits = TRUE;
      g_signal_emit (self, signals[NEEDS_DATABASE], 0);
      return;
    }

  dialog = rea_new_campaign_dialog_new (self->window, self->service, self->campaigns);
  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * rea_campaign_maker_resume:
 * @self: the maker
 *
 * Asks for the new campaign that had to wait for the database.
 *
 * Returns: whether one had
 */
gboolean
rea_campaign_maker_resume (ReaCampaignMaker *self)
{
  g_return_val_if_fail (REA_IS_CAMPAIGN_MAKER (self), FALSE);

  if (!self->waits)
    return FALSE;

  self->waits = FALSE;
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "new-campaign", NULL);

  return TRUE;
}

/**
 * rea_campaign_maker_may_make:
 * @self: the maker
 *
 * Returns: whether the user may make a campaign, as far as is known
 */
gboolean
rea_campaign_maker_may_make (ReaCampaignMaker *self)
{
  g_return_val_if_fail (REA_IS_CAMPAIGN_MAKER (self), FALSE);

  return self->service == NULL || rea_role_check (rea_service_get_user (self->service)->role,
                                                  REA_VERB_MANAGE_CAMPAIGN, NULL);
}

/**
 * rea_campaign_maker_set_service:
 * @self: the maker
 * @service: (nullable): the service; %NULL when the window goes
 *
 * Makes them there from now on.
 */
void
rea_campaign_maker_set_service (ReaCampaignMaker *self, ReaService *service)
{
  GAction *action;

  g_return_if_fail (REA_IS_CAMPAIGN_MAKER (self));

  g_set_object (&self->service, service);
  if (service == NULL)
    return;

  action = g_action_map_lookup_action (G_ACTION_MAP (self->window), "new-campaign");
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), rea_campaign_maker_may_make (self));
}

/**
 * rea_campaign_maker_set_campaigns:
 * @self: the maker
 * @campaigns: (element-type ReaCampaign): the campaigns that there are
 *
 * Says which titles are taken.
 */
void
rea_campaign_maker_set_campaigns (ReaCampaignMaker *self, GPtrArray *campaigns)
{
  g_return_if_fail (REA_IS_CAMPAIGN_MAKER (self));

  g_ptr_array_ref (campaigns);
  g_clear_pointer (&self->campaigns, g_ptr_array_unref);
  self->campaigns = campaigns;
}

/**
 * rea_campaign_maker_new:
 * @window: the window
 * @page: its start page
 *
 * Returns: (transfer full): what makes campaigns for it
 */
ReaCampaignMaker *
rea_campaign_maker_new (GtkWindow *window, ReaStartPage *page)
{
  const GActionEntry entries[] = { { "new-campaign", new_action, NULL, NULL, NULL, { 0 } } };
  ReaCampaignMaker  *self = g_object_new (REA_TYPE_CAMPAIGN_MAKER, NULL);

  self->window = window;
  self->page = g_object_ref (page);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);

  return self;
}

static void
rea_campaign_maker_finalize (GObject *object)
{
  ReaCampaignMaker *self = REA_CAMPAIGN_MAKER (object);

  g_clear_object (&self->page);
  g_clear_object (&self->service);
  g_clear_pointer (&self->campaigns, g_ptr_array_unref);

  G_OBJECT_CLASS (rea_campaign_maker_parent_class)->finalize (object);
}

static void
rea_campaign_maker_class_init (ReaCampaignMakerClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rea_campaign_maker_finalize;

  signals[MADE] = g_signal_new ("made", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_INT64);
  signals[NEEDS_DATABASE] =
      g_signal_new ("needs-database", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rea_campaign_maker_init (ReaCampaignMaker *self)
{
}
