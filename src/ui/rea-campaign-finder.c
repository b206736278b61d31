/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign-finder.h"

#include <glib/gi18n-lib.h>

struct _ReaCampaignFinder
{
  GObject parent_instance;

  ReaService *service;
  char       *wanted;
  gint64      shown;
  gboolean    held;
  gboolean    only_own;
};

enum
{
  LISTED,
  FOUND,
  NONE,
  UNKNOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaCampaignFinder, rea_campaign_finder, G_TYPE_OBJECT)

/* Of several campaigns the one that is worked on: active, and the latest. */
static gint64
find_best (GPtrArray *campaigns)
{
  gint64 best = 0;
  gint64 active = 0;

  for (guint i = 0; i < campaigns->len; i++)
    {
      const ReaCampaign *campaign = g_ptr_array_index (campaigns, i);

      best = MAX (best, campaign->id);

      if (campaign->state == REA_STATE_ACTIVE)
        active = MAX (active, campaign->id);
    }

  return active != 0 ? active : best;
}

static gboolean
has_campaign (GPtrArray *campaigns, gint64 id)
{
  for (guint i = 0; i < campaigns->len; i++)
    if (((const ReaCampaign *) g_ptr_array_index (campaigns, i))->id == id)
      return TRUE;

  return FALSE;
}

static gpointer
list_job (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  return rea_session_list_campaigns (session, error);
}

static gpointer
list_own_job (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  return rea_session_list_own_campaigns (session, error);
}

/* Whoever may not see it, is told so. */
static gpointer
find_job (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 id = rea_session_find_campaign (session, data, error);

  return id != 0 ? rea_session_get_campaign (session, id, error) : NULL;
}

static gpointer
find_own_job (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (ReaCampaign) campaign = find_job (session, data, cancellable, error);
  g_autoptr (GPtrArray) own =
      campaign != NULL ? rea_session_list_own_campaigns (session, error) : NULL;

  if (own == NULL || has_campaign (own, campaign->id))
    return own != NULL ? g_steal_pointer (&campaign) : NULL;

  /* TRANSLATORS: in the Messenger, of a campaign that was asked for; %s is its title. */
  g_set_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED, _ ("You are not a sender of “%s”."),
               campaign->title);

  return NULL;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaCampaignFinder) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign = rea_service_call_finish (REA_SERVICE (source), result, &error);

  if (campaign != NULL)
    g_signal_emit (self, signals[FOUND], 0, campaign->id);
  else
    g_signal_emit (self, signals[UNKNOWN], 0, error->message);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaCampaignFinder) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) campaigns = rea_service_call_finish (REA_SERVICE (source), result, &error);

  /* That the database cannot be read, the service says itself. */
  if (campaigns == NULL)
    return;

  if (self->wanted != NULL)
    rea_service_call_async (self->service, REA_LANE_READ, self->only_own ? find_own_job : find_job,
                            g_steal_pointer (&self->wanted), g_free,
                            (GDestroyNotify) rea_campaign_free, NULL, found_cb,
                            g_object_ref (self));
  else if (self->held || has_campaign (campaigns, self->shown))
    ;
  else if (campaigns->len == 0)
    g_signal_emit (self, signals[NONE], 0);
  else
    g_signal_emit (self, signals[FOUND], 0, find_best (campaigns));

  g_signal_emit (self, signals[LISTED], 0, campaigns);
}

/**
 * rea_campaign_finder_new:
 * @service: the service
 *
 * Returns: (transfer full): one that looks after every change
 */
ReaCampaignFinder *
rea_campaign_finder_new (ReaService *service)
{
  ReaCampaignFinder *self = g_object_new (REA_TYPE_CAMPAIGN_FINDER, NULL);

  self->service = g_object_ref (service);
  g_signal_connect_object (service, "changed", G_CALLBACK (rea_campaign_finder_look), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * rea_campaign_finder_set_only_own:
 * @self: a finder
 * @only_own: whether only those count that the acting user is a sender of
 *
 * Says which campaigns it looks at.
 */
void
rea_campaign_finder_set_only_own (ReaCampaignFinder *self, gboolean only_own)
{
  self->only_own = only_own;
}

/**
 * rea_campaign_finder_want:
 * @self: a finder
 * @name: (nullable): the number of a campaign, or its exact title
 *
 * Says which campaign is to be shown next.
 */
void
rea_campaign_finder_want (ReaCampaignFinder *self, const char *name)
{
  g_free (self->wanted);
  self->wanted = g_strdup (name);
}

/**
 * rea_campaign_finder_set_shown:
 * @self: a finder
 * @id: the number of the campaign that is shown
 *
 * As long as there is this campaign, no other one is shown by itself.
 */
void
rea_campaign_finder_set_shown (ReaCampaignFinder *self, gint64 id)
{
  self->shown = id;
  self->held = FALSE;
}

/**
 * rea_campaign_finder_hold:
 * @self: a finder
 *
 * Until a campaign is shown, none is by itself: somebody has to read, or to wait for,
 * what is on screen.
 */
void
rea_campaign_finder_hold (ReaCampaignFinder *self)
{
  self->held = TRUE;
}

/**
 * rea_campaign_finder_look:
 * @self: a finder
 *
 * Looks which campaigns there are.
 */
void
rea_campaign_finder_look (ReaCampaignFinder *self)
{
  rea_service_call_async (self->service, REA_LANE_READ, self->only_own ? list_own_job : list_job,
                          NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, listed_cb,
                          g_object_ref (self));
}

static void
rea_campaign_finder_dispose (GObject *object)
{
  ReaCampaignFinder *self = REA_CAMPAIGN_FINDER (object);

  g_clear_object (&self->service);

  G_OBJECT_CLASS (rea_campaign_finder_parent_class)->dispose (object);
}

static void
rea_campaign_finder_finalize (GObject *object)
{
  ReaCampaignFinder *self = REA_CAMPAIGN_FINDER (object);

  g_free (self->wanted);

  G_OBJECT_CLASS (rea_campaign_finder_parent_class)->finalize (object);
}

static void
rea_campaign_finder_class_init (ReaCampaignFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType         type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = rea_campaign_finder_dispose;
  object_class->finalize = rea_campaign_finder_finalize;

  signals[LISTED] = g_signal_new ("listed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FOUND] = g_signal_new ("found", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_INT64);
  signals[NONE] =
      g_signal_new ("none", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[UNKNOWN] = g_signal_new ("unknown", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rea_campaign_finder_init (ReaCampaignFinder *self)
{
}
