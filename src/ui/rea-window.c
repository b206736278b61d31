/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-window.h"

#include "rea-a11y.h"
#include "rea-campaign-picker.h"
#include "rea-campaign-view.h"
#include "rea-clock.h"
#include "rea-format.h"
#include "rea-monitor.h"

#include <glib/gi18n-lib.h>

#define DEMO_CONTACTS         5000
#define DEMO_SENDERS          20
#define PROGRESS_MILLISECONDS 100

struct _ReaWindow
{
  AdwApplicationWindow parent_instance;

  GtkWidget         *undo_button;
  GtkStack          *title_stack;
  GtkMenuButton     *campaign_button;
  ReaCampaignPicker *picker;
  GtkLabel          *title_label;
  GtkLabel          *state_label;
  GtkInfoBar        *trouble_bar;
  GtkLabel          *trouble_label;
  GtkStack          *stack;
  GtkLabel          *opening_label;
  GtkProgressBar    *opening_bar;
  AdwStatusPage     *start_page;
  GtkWidget         *demo_button;
  AdwStatusPage     *failed_page;
  AdwStatusPage     *unknown_page;
  ReaCampaignView   *view;

  char       *location;
  char       *asked_user;
  char       *wanted;
  ReaService *service;
  ReaMonitor *monitor;
  gint64      campaign;
  int         demo_percent;
  guint       progress_source;
};

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaWindow, rea_window, ADW_TYPE_APPLICATION_WINDOW)

static void list_campaigns (ReaWindow *self);
static void open_database (ReaWindow *self, gboolean create);

static void
update_title (ReaWindow *self)
{
  ReaCampaignModel  *campaign = rea_campaign_view_get_campaign (self->view);
  const ReaOverview *overview =
      campaign != NULL ? rea_campaign_model_get_overview (campaign) : NULL;
  g_autofree char *state = NULL;
  g_autofree char *label = NULL;

  if (overview == NULL)
    return;

  state = rea_format_campaign_state (overview->campaign, rea_clock_now ());
  gtk_label_set_text (self->title_label, overview->campaign->title);
  gtk_label_set_text (self->state_label, state);
  gtk_window_set_title (GTK_WINDOW (self), overview->campaign->title);

  /* TRANSLATORS: what a screen reader calls the button with the campaign: title and state. */
  label = g_strdup_printf (_ ("Campaign: %1$s, %2$s"), overview->campaign->title, state);
  rea_a11y_set_label (GTK_WIDGET (self->campaign_button), label);
}

static void
show_page (ReaWindow *self, const char *name)
{
  gtk_widget_set_visible (self->undo_button, g_strcmp0 (name, "campaign") == 0);
  gtk_stack_set_visible_child_name (self->stack, name);
}

/* Several campaigns, or none, have no title of their own to press. */
static void
show_choice (ReaWindow *self)
{
  /* TRANSLATORS: on the button of the list of campaigns while none is shown. */
  gtk_label_set_text (self->title_label, _ ("Campaigns"));
  gtk_label_set_text (self->state_label, "");
}

static void
show_campaign (ReaWindow *self, gint64 id)
{
  self->campaign = id;
  rea_campaign_view_show (self->view, self->service, id);
  g_signal_connect_object (rea_campaign_view_get_campaign (self->view), "notify",
                           G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->title_stack, "campaign");
  show_page (self, "campaign");
}

static void
show_start (ReaWindow *self, const char *description)
{
  gboolean may_make =
      self->service == NULL ||
      rea_role_check (rea_service_get_user (self->service)->role, REA_VERB_MANAGE_CAMPAIGN, NULL);

  self->campaign = 0;
  gtk_stack_set_visible_child_name (self->title_stack, "plain");
  adw_status_page_set_description (self->start_page, description);
  gtk_widget_set_visible (self->demo_button, may_make);
  show_page (self, "start");
}

static void
show_unknown (ReaWindow *self, const char *reason)
{
  self->campaign = 0;
  show_choice (self);
  gtk_stack_set_visible_child_name (self->title_stack, "campaign");
  adw_status_page_set_description (self->unknown_page, reason);
  show_page (self, "unknown");
}

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
find_campaign_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 id = rea_session_find_campaign (session, data, error);

  return id != 0 ? rea_session_get_campaign (session, id, error) : NULL;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign = rea_service_call_finish (REA_SERVICE (source), result, &error);

  if (self->service != REA_SERVICE (source))
    return;

  if (campaign != NULL)
    show_campaign (self, campaign->id);
  else
    show_unknown (self, error->message);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) campaigns =
      rea_service_list_campaigns_finish (REA_SERVICE (source), result, &error);

  /* That the database cannot be read is said by the bar of the service's trouble. */
  if (self->service != REA_SERVICE (source) || campaigns == NULL)
    return;

  if (self->wanted != NULL)
    {
      rea_service_call_async (self->service, REA_LANE_READ, find_campaign_call,
                              g_steal_pointer (&self->wanted), g_free,
                              (GDestroyNotify) rea_campaign_free, NULL, found_cb,
                              g_object_ref (self));
    }
  else if (campaigns->len == 0)
    {
      show_start (self, rea_role_check (rea_service_get_user (self->service)->role,
                                        REA_VERB_MANAGE_CAMPAIGN, NULL)
                            /* TRANSLATORS: on the first page. */
                            ? _ ("The demo campaign has contacts, senders and a history of its "
                                 "own. It can be removed again.")
                            /* TRANSLATORS: on the first page. */
                            : _ ("You are in no campaign yet. Ask an admin to add you to one."));
    }
  else if (!has_campaign (campaigns, self->campaign))
    show_campaign (self, find_best (campaigns));

  rea_campaign_picker_set_campaigns (self->picker, campaigns, self->campaign);
}

static void
list_campaigns (ReaWindow *self)
{
  rea_service_list_campaigns_async (self->service, NULL, listed_cb, g_object_ref (self));
}

static void
campaign_chosen_cb (ReaWindow *self, gint64 id)
{
  show_campaign (self, id);
  list_campaigns (self);
}

/* The numbers and states of the list follow every change, whatever it is of. */
static void
changed_cb (ReaWindow *self, gint64 campaign)
{
  list_campaigns (self);
}

static void
trouble_cb (ReaWindow *self)
{
  const char *trouble = rea_service_get_trouble (self->service);

  if (trouble != NULL)
    {
      gtk_label_set_text (self->trouble_label, trouble);
      rea_a11y_set_label (GTK_WIDGET (self->trouble_bar), trouble);
    }

  gtk_info_bar_set_revealed (self->trouble_bar, trouble != NULL);
}

static void
update_visible (ReaWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  gboolean    visible =
      gtk_widget_get_mapped (GTK_WIDGET (self)) && GDK_IS_TOPLEVEL (surface) &&
      !(gdk_toplevel_get_state (GDK_TOPLEVEL (surface)) & GDK_TOPLEVEL_STATE_MINIMIZED);

  if (self->monitor != NULL)
    rea_monitor_set_visible (self->monitor, visible);
}

static gboolean
progress_cb (gpointer user_data)
{
  ReaWindow *self = user_data;
  int        percent = g_atomic_int_get (&self->demo_percent);

  gtk_widget_set_visible (GTK_WIDGET (self->opening_bar), TRUE);
  gtk_progress_bar_set_fraction (self->opening_bar, percent / 100.0);

  return G_SOURCE_CONTINUE;
}

static void
demo_progress (gint64 done, gint64 total, gpointer user_data)
{
  ReaWindow *self = user_data;

  if (total > 0)
    g_atomic_int_set (&self->demo_percent, (int) (done * 100 / total));
}

/* The window lives until this has come back: its callback holds it. */
static gpointer
demo_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  return rea_session_add_demo (session, DEMO_CONTACTS, DEMO_SENDERS, (guint32) g_get_real_time (),
                               demo_progress, data, cancellable, error);
}

static void
demo_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign = rea_service_call_finish (REA_SERVICE (source), result, &error);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->opening_bar), FALSE);

  if (self->service != REA_SERVICE (source))
    return;

  if (campaign == NULL)
    {
      show_start (self, error->message);
      return;
    }

  show_campaign (self, campaign->id);
  list_campaigns (self);
}

static void
make_demo (ReaWindow *self)
{
  show_page (self, "opening");
  /* TRANSLATORS: while the demo campaign is being made. */
  gtk_label_set_text (self->opening_label, _ ("Making the demo campaign…"));
  self->progress_source = g_timeout_add (PROGRESS_MILLISECONDS, progress_cb, self);
  rea_service_call_async (self->service, REA_LANE_WRITE, demo_call, self, NULL,
                          (GDestroyNotify) rea_campaign_free, NULL, demo_made_cb,
                          g_object_ref (self));
}

static void
demo_cb (ReaWindow *self)
{
  if (self->service != NULL)
    make_demo (self);
  else
    open_database (self, TRUE);
}

static void
set_service (ReaWindow *self, ReaService *service)
{
  self->service = g_object_ref (service);
  self->monitor = rea_monitor_new (service);
  update_visible (self);
  g_signal_connect_object (service, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "notify::trouble", G_CALLBACK (trouble_cb), self,
                           G_CONNECT_SWAPPED);
  trouble_cb (self);
}

/* Where no file is there is nothing wrong: it is the first start. */
static gboolean
is_missing (ReaWindow *self, const GError *error)
{
  const char *path = g_str_has_prefix (self->location, "sqlite:")
                         ? self->location + strlen ("sqlite:")
                         : self->location;

  return g_error_matches (error, REA_ERROR, REA_ERROR_NOT_FOUND) &&
         !g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
show_failure (ReaWindow *self, const GError *error)
{
  if (is_missing (self, error))
    {
      show_start (self, error->message);
      return;
    }

  adw_status_page_set_description (self->failed_page, error->message);
  show_page (self, "failed");
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaService) service = rea_service_open_finish (result, &error);

  if (service == NULL)
    {
      show_failure (self, error);
      return;
    }

  set_service (self, service);
  g_signal_emit (self, signals[OPENED], 0);

  /* Another window may have taken over. */
  if (self->service != NULL)
    list_campaigns (self);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaService) service = rea_service_open_finish (result, &error);

  if (service == NULL)
    {
      show_failure (self, error);
      return;
    }

  set_service (self, service);
  make_demo (self);
  g_signal_emit (self, signals[OPENED], 0);
}

static void
open_database (ReaWindow *self, gboolean create)
{
  show_page (self, "opening");
  gtk_label_set_text (self->opening_label, "");
  rea_service_open_async (self->location, self->asked_user, create, create ? created_cb : opened_cb,
                          g_object_ref (self));
}

static void
try_again_cb (ReaWindow *self)
{
  open_database (self, FALSE);
}

/**
 * rea_window_new:
 * @application: the application
 * @location: where the database is
 * @user: (nullable): the e-mail of who acts; %NULL for the first owner
 * @campaign: (nullable): the campaign to show, by its number or title
 *
 * Returns: (transfer floating): a window that is opening the database
 */
ReaWindow *
rea_window_new (GtkApplication *application,
                const char     *location,
                const char     *user,
                const char     *campaign)
{
  ReaWindow *self = g_object_new (REA_TYPE_WINDOW, "application", application, NULL);

  self->location = g_strdup (location);
  self->asked_user = g_strdup (user);
  self->wanted = g_strdup (campaign);
  open_database (self, FALSE);

  return self;
}

/**
 * rea_window_is_of:
 * @self: a window
 * @location: where a database is
 * @user: (nullable): the e-mail of who acts there
 *
 * Returns: whether the window is that user's at that database, as far as is known
 */
gboolean
rea_window_is_of (ReaWindow *self, const char *location, const char *user)
{
  return g_strcmp0 (self->location, location) == 0 &&
         (g_strcmp0 (self->asked_user, user) == 0 ||
          (user != NULL && g_strcmp0 (rea_window_get_user (self), user) == 0));
}

/**
 * rea_window_get_location:
 * @self: a window
 *
 * Returns: where its database is
 */
const char *
rea_window_get_location (ReaWindow *self)
{
  return self->location;
}

/**
 * rea_window_get_user:
 * @self: a window
 *
 * Returns: (nullable): the e-mail of who acts, %NULL before the database is open
 */
const char *
rea_window_get_user (ReaWindow *self)
{
  return self->service != NULL ? rea_service_get_user (self->service)->email : NULL;
}

/**
 * rea_window_get_wanted:
 * @self: a window
 *
 * Returns: (nullable): the campaign that it is yet to show
 */
const char *
rea_window_get_wanted (ReaWindow *self)
{
  return self->wanted;
}

/**
 * rea_window_show_campaign:
 * @self: a window
 * @campaign: (nullable): a campaign, by its number or title
 *
 * Shows the campaign that was asked for, as soon as it can be found.
 */
void
rea_window_show_campaign (ReaWindow *self, const char *campaign)
{
  if (campaign == NULL)
    return;

  g_free (self->wanted);
  self->wanted = g_strdup (campaign);

  if (self->service != NULL)
    list_campaigns (self);
}

static void
map_cb (ReaWindow *self)
{
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (self)), "notify::state",
                           G_CALLBACK (update_visible), self, G_CONNECT_SWAPPED);
  update_visible (self);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GApplication) application = user_data;

  rea_service_close_finish (REA_SERVICE (source), result);
  g_application_release (application);
}

/* The application lives on until the database is closed as it should be. */
static void
close_database (ReaWindow *self)
{
  GApplication *application = g_application_get_default ();

  g_clear_object (&self->monitor);

  if (self->service == NULL)
    return;

  g_application_hold (application);
  rea_service_close_async (self->service, closed_cb, g_object_ref (application));
  g_clear_object (&self->service);
}

static void
rea_window_dispose (GObject *object)
{
  ReaWindow *self = REA_WINDOW (object);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  close_database (self);

  G_OBJECT_CLASS (rea_window_parent_class)->dispose (object);
}

static void
rea_window_finalize (GObject *object)
{
  ReaWindow *self = REA_WINDOW (object);

  g_free (self->location);
  g_free (self->asked_user);
  g_free (self->wanted);

  G_OBJECT_CLASS (rea_window_parent_class)->finalize (object);
}

static void
rea_window_class_init (ReaWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rea_window_dispose;
  object_class->finalize = rea_window_finalize;

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (REA_TYPE_CAMPAIGN_PICKER);
  g_type_ensure (REA_TYPE_CAMPAIGN_VIEW);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "campaign.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "campaign.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, GDK_CONTROL_MASK, "campaign.tab",
                                       "i", 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, GDK_CONTROL_MASK, "campaign.tab",
                                       "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Reassign/rea-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, campaign_button);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, picker);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, state_label);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, trouble_bar);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, opening_label);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, opening_bar);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, demo_button);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, unknown_page);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, campaign_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, demo_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
}

static void
rea_window_init (ReaWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "campaign",
                                  rea_campaign_view_get_actions (self->view));
  g_object_bind_property (self->view, "undo-text", self->undo_button, "tooltip-text",
                          G_BINDING_DEFAULT);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (update_visible), NULL);
  g_signal_connect_object (rea_clock_get_default (), "tick", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
}
