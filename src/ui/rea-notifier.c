/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-notifier.h"

#include "rea-clock.h"
#include "rea-format.h"
#include "rea-notice.h"
#include "rea-role.h"
#include "rea-settings.h"

#include <glib/gi18n-lib.h>

#define SETTING "notifications"

/* GLib forgets a notification that is taken back before the desktop has answered that
 * it shows it, and then it stands there for ever.
 */
#define SETTLE_SECONDS 2

struct _ReaNotifier
{
  GObject parent_instance;

  GtkApplicationWindow *window; /* which owns this */
  ReaService           *service;
  ReaCampaignModel     *campaign;
  char                 *shown; /* the notification that stands there */
  gint64                shown_at;
};

G_DEFINE_FINAL_TYPE (ReaNotifier, rea_notifier, G_TYPE_OBJECT)

/* The campaign, wherever it is shown: what was told there outlasts the window. */
static char *
dup_key (ReaNotifier *self)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, rea_service_get_location (self->service),
                          rea_campaign_model_get_id (self->campaign));
}

static ReaNotice *
get_notice (ReaNotifier *self)
{
  static GHashTable *notices;
  g_autofree char   *key = dup_key (self);
  ReaNotice         *notice;

  if (notices == NULL)
    notices =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) rea_notice_free);

  notice = g_hash_table_lookup (notices, key);
  if (notice == NULL)
    {
      notice = rea_notice_new ();
      g_hash_table_insert (notices, g_steal_pointer (&key), notice);
    }

  return notice;
}

static GApplication *
get_application (ReaNotifier *self)
{
  return G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self->window)));
}

static void
withdraw (ReaNotifier *self)
{
  if (self->shown == NULL)
    return;

  g_application_withdraw_notification (g_application_get_default (), self->shown);
  g_clear_pointer (&self->shown, g_free);
}

/* What it says stands on a screen that others may see, locked or not: a count is all. */
static void
notify (ReaNotifier *self, gint64 n)
{
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *number = rea_format_number (n);
  g_autofree char *title =
      /* TRANSLATORS: a notification of the desktop: replies of contacts that wait. */
      g_strdup_printf (ngettext ("%s reply waits", "%s replies wait", n), number);

  notification = g_notification_new (title);
  g_notification_set_body (notification,
                           /* TRANSLATORS: below "37 replies wait", in a notification. */
                           ngettext ("Its sender is offline.", "Their senders are offline.", n));
  g_notification_set_default_action_and_target (notification, "app.show-offline", "(ux)",
                                                gtk_application_window_get_id (self->window),
                                                rea_campaign_model_get_id (self->campaign));

  withdraw (self);
  /* The name of a notification can be read by others, too: a path has no place in it. */
  self->shown =
      g_strdup_printf ("offline-%u-%" G_GINT64_FORMAT, gtk_application_window_get_id (self->window),
                       rea_campaign_model_get_id (self->campaign));
  g_application_send_notification (get_application (self), self->shown, notification);
}

/* A dialog of the window belongs to it. */
static gboolean
is_looked_at (ReaNotifier *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (get_application (self)));

  if (active == NULL || !gtk_window_is_active (active))
    return FALSE;

  while (active != NULL && active != GTK_WINDOW (self->window))
    active = gtk_window_get_transient_for (active);

  return active != NULL;
}

/* How many replies wait with senders who are offline, where that can be changed: the
 * user may move them, and they may be answered now.
 */
static gint64
count (ReaNotifier *self)
{
  const ReaOverview *overview = rea_campaign_model_get_overview (self->campaign);

  if (overview == NULL ||
      !rea_role_check (rea_service_get_user (self->service)->role, REA_VERB_MOVE, NULL) ||
      !rea_state_allows (overview->campaign->state, REA_VERB_SEND) ||
      !rea_campaign_is_within_hours (overview->campaign, NULL, rea_clock_now ()))
    return 0;

  return overview->offline_needs_reply;
}

/* One that has just come goes at the next tick. */
static void
withdraw_settled (ReaNotifier *self, gint64 clock)
{
  if (clock - self->shown_at >= SETTLE_SECONDS)
    withdraw (self);
}

static void
update (ReaNotifier *self)
{
  gint64     clock = g_get_monotonic_time () / G_USEC_PER_SEC;
  gint64     n;
  ReaNotice *notice;

  if (self->campaign == NULL || rea_campaign_model_get_overview (self->campaign) == NULL ||
      get_application (self) == NULL)
    return;

  n = count (self);
  notice = get_notice (self);

  if (is_looked_at (self))
    {
      rea_notice_see (notice, n, clock);
      withdraw_settled (self, clock);
    }
  else if (!rea_settings_get_switch (SETTING) || n == 0)
    {
      withdraw_settled (self, clock);
      if (n == 0)
        rea_notice_see (notice, 0, clock);
    }
  else if (rea_notice_tell (notice, n, clock))
    {
      notify (self, n);
      self->shown_at = clock;
    }
}

/**
 * rea_notifier_follow:
 * @self: the notifier
 * @service: (nullable): the service
 * @campaign: (nullable): the campaign that the window shows
 *
 * Tells of this campaign from now on.
 */
void
rea_notifier_follow (ReaNotifier *self, ReaService *service, ReaCampaignModel *campaign)
{
  g_return_if_fail (REA_IS_NOTIFIER (self));

  if (self->campaign != NULL)
    g_signal_handlers_disconnect_by_data (self->campaign, self);

  withdraw (self);
  g_set_object (&self->service, service);
  g_set_object (&self->campaign, campaign);

  if (campaign != NULL)
    {
      g_signal_connect_object (campaign, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      update (self);
    }
}

static void
rea_notifier_dispose (GObject *object)
{
  ReaNotifier *self = REA_NOTIFIER (object);

  rea_notifier_follow (self, NULL, NULL);

  G_OBJECT_CLASS (rea_notifier_parent_class)->dispose (object);
}

static void
rea_notifier_class_init (ReaNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rea_notifier_dispose;
}

static void
rea_notifier_init (ReaNotifier *self)
{
}

/**
 * rea_notifier_new:
 * @window: a window, which owns it
 *
 * Returns: (transfer full): a notifier that follows no campaign yet
 */
ReaNotifier *
rea_notifier_new (GtkApplicationWindow *window)
{
  ReaNotifier *self = g_object_new (REA_TYPE_NOTIFIER, NULL);

  self->window = window;
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  /* Ten minutes pass, and the day ends, without anything being changed. */
  g_signal_connect_object (rea_clock_get_default (), "tick", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  rea_settings_watch (SETTING, G_CALLBACK (update), self);

  return self;
}
