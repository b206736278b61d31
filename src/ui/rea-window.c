/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-window.h"

#include "rea-campaign-admin.h"
#include "rea-campaign-button.h"
#include "rea-campaign-finder.h"
#include "rea-campaign-maker.h"
#include "rea-campaign-messengers.h"
#include "rea-campaign-view.h"
#include "rea-connection.h"
#include "rea-database-opener.h"
#include "rea-file-actions.h"
#include "rea-first-frame.h"
#include "rea-gateway-page.h"
#include "rea-notifier.h"
#include "rea-pages.h"
#include "rea-settings.h"
#include "rea-start-page.h"
#include "rea-sweep-button.h"
#include "rea-trouble-bar.h"

#include <glib/gi18n-lib.h>

struct _ReaWindow
{
  AdwApplicationWindow parent_instance;

  ReaPages          *pages;
  GtkWidget         *undo_button;
  GtkWidget         *messenger_button;
  ReaSweepButton    *sweep_button;
  GtkStack          *title_stack;
  ReaCampaignButton *campaign_button;
  GtkStack          *stack;
  ReaStartPage      *start_page;
  ReaCampaignView   *view;

  ReaDatabaseOpener     *opener;
  char                  *wanted;
  ReaService            *service;
  ReaConnection         *connection;
  ReaCampaignFinder     *finder;
  ReaFileActions        *files;
  ReaCampaignAdmin      *admin;
  ReaCampaignMessengers *messengers;
  ReaCampaignMaker      *maker;
  ReaNotifier           *notifier;
};

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaWindow, rea_window, ADW_TYPE_APPLICATION_WINDOW)

static void open_database (ReaWindow *self, gboolean create);

/* Where there can be nothing to sweep, or for who may not, there is no button. */
static void
update_sweep (ReaWindow *self)
{
  ReaSweepModel *sweep = rea_campaign_view_get_sweep (self->view);
  GActionGroup  *actions = rea_campaign_view_get_actions (self->view);
  gboolean       shown = gtk_widget_get_visible (self->undo_button);

  rea_sweep_button_set_model (self->sweep_button, shown ? sweep : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->sweep_button),
                          shown && g_action_group_get_action_enabled (actions, "sweep"));
}

static void
show_campaign (ReaWindow *self, gint64 id)
{
  rea_campaign_finder_set_shown (self->finder, id);
  rea_campaign_view_show (self->view, self->service, id);
  rea_campaign_button_set_campaign (self->campaign_button,
                                    rea_campaign_view_get_campaign (self->view));
  rea_campaign_admin_follow (self->admin, self->service,
                             rea_campaign_view_get_campaign (self->view));
  rea_campaign_messengers_follow (self->messengers, self->service,
                                  rea_campaign_view_get_campaign (self->view));
  g_object_bind_property (rea_campaign_view_get_campaign (self->view), "title", self, "title",
                          G_BINDING_DEFAULT);
  gtk_stack_set_visible_child_name (self->title_stack, "campaign");
  gtk_stack_set_visible_child_name (self->stack, "campaign");
  gtk_widget_set_visible (self->undo_button, TRUE);
  gtk_widget_set_visible (self->messenger_button, TRUE);
  update_sweep (self);
  rea_file_actions_set_campaign (self->files, id);
  rea_notifier_follow (self->notifier, self->service, rea_campaign_view_get_campaign (self->view));
}

static void
show_start (ReaWindow *self)
{
  rea_campaign_admin_follow (self->admin, self->service, NULL);
  rea_campaign_messengers_follow (self->messengers, self->service, NULL);
  rea_notifier_follow (self->notifier, NULL, NULL);
  gtk_stack_set_visible_child_name (self->title_stack, "plain");
  gtk_stack_set_visible_child_name (self->stack, "start");
  gtk_widget_set_visible (self->undo_button, FALSE);
  gtk_widget_set_visible (self->messenger_button, FALSE);
  update_sweep (self);
}

/* The campaigns that there are can be chosen from the title. */
static void
unknown_cb (ReaWindow *self, const char *reason)
{
  rea_campaign_finder_hold (self->finder);
  show_start (self);
  rea_campaign_button_set_campaign (self->campaign_button, NULL);
  gtk_stack_set_visible_child_name (self->title_stack, "campaign");
  rea_start_page_show_unknown (self->start_page, reason);
  rea_file_actions_set_campaign (self->files, 0);
}

static void
none_cb (ReaWindow *self)
{
  show_start (self);
  rea_start_page_show_none (self->start_page, rea_campaign_maker_may_make (self->maker));
  rea_file_actions_set_campaign (self->files, 0);
}

static void
listed_cb (ReaWindow *self, GPtrArray *campaigns)
{
  ReaCampaignModel *shown = rea_campaign_view_get_campaign (self->view);

  rea_campaign_maker_set_campaigns (self->maker, campaigns);
  rea_campaign_button_set_campaigns (self->campaign_button, campaigns,
                                     shown != NULL ? rea_campaign_model_get_id (shown) : 0);
}

static void
campaign_chosen_cb (ReaWindow *self, gint64 id)
{
  show_campaign (self, id);
  rea_campaign_finder_look (self->finder);
}

static void
make_demo (ReaWindow *self)
{
  rea_campaign_finder_hold (self->finder);
  show_start (self);
  rea_campaign_maker_make_demo (self->maker);
}

static void
open_demo_cb (ReaWindow *self)
{
  if (self->service != NULL)
    make_demo (self);
  else
    open_database (self, TRUE);
}

static void
needs_database_cb (ReaWindow *self)
{
  open_database (self, TRUE);
}

static void
set_service (ReaWindow *self, ReaService *service)
{
  self->service = g_object_ref (service);
  self->connection = rea_connection_new (GTK_WINDOW (self), service);
  self->finder = rea_campaign_finder_new (service);
  rea_campaign_finder_want (self->finder, self->wanted);
  g_signal_connect_object (self->finder, "listed", G_CALLBACK (listed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->finder, "found", G_CALLBACK (show_campaign), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->finder, "none", G_CALLBACK (none_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->finder, "unknown", G_CALLBACK (unknown_cb), self,
                           G_CONNECT_SWAPPED);
  rea_campaign_maker_set_service (self->maker, service);
  rea_gateway_page_add_action (G_ACTION_MAP (self), self->pages, service);
  g_object_bind_property (service, "trouble", self->pages, "trouble", G_BINDING_SYNC_CREATE);
}

static void
failed_cb (ReaWindow *self, const char *reason, gboolean missing)
{
  rea_file_actions_set_may_create (self->files, missing);
  if (missing)
    rea_start_page_show_missing (self->start_page, reason);
  else
    rea_start_page_show_failure (self->start_page, reason);
}

static void
opened_cb (ReaWindow *self, ReaService *service, gboolean created)
{
  set_service (self, service);
  g_signal_emit (self, signals[OPENED], 0);

  /* Another window may have taken over. */
  if (self->service == NULL)
    return;

  rea_file_actions_set_service (self->files, service);
  if (rea_campaign_maker_resume (self->maker) || rea_file_actions_is_waiting (self->files) ||
      !created)
    rea_campaign_finder_look (self->finder);
  else
    make_demo (self);
}

static void
open_database (ReaWindow *self, gboolean create)
{
  show_start (self);
  rea_start_page_show_opening (self->start_page, NULL);
  rea_database_opener_open (self->opener, create);
}

static void
try_again_cb (ReaWindow *self)
{
  open_database (self, FALSE);
}

static void
shown_cb (GtkWidget *widget)
{
  open_database (REA_WINDOW (widget), FALSE);
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

  self->opener = rea_database_opener_new (location, user);
  g_signal_connect_object (self->opener, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->opener, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  self->wanted = g_strdup (campaign);
  show_start (self);
  rea_start_page_show_opening (self->start_page, NULL);
  rea_first_frame_then (GTK_WIDGET (self), shown_cb);

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
  return g_strcmp0 (rea_window_get_location (self), location) == 0 &&
         (g_strcmp0 (rea_database_opener_get_user (self->opener), user) == 0 ||
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
  return rea_database_opener_get_location (self->opener);
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

  if (self->service == NULL)
    return;

  rea_campaign_finder_want (self->finder, campaign);
  rea_campaign_finder_look (self->finder);
}

/**
 * rea_window_show_offline:
 * @self: a window
 * @campaign: the number of a campaign that it has shown
 *
 * Shows what is to be done about replies that wait with senders who are offline.
 */
void
rea_window_show_offline (ReaWindow *self, gint64 campaign)
{
  ReaCampaignModel *shown = rea_campaign_view_get_campaign (self->view);

  if (self->service == NULL)
    return;

  if (shown == NULL || rea_campaign_model_get_id (shown) != campaign)
    campaign_chosen_cb (self, campaign);

  rea_campaign_view_show_offline (self->view);
}

/**
 * rea_window_import:
 * @self: a window
 * @path: (nullable): a file of contacts
 *
 * Shows what the file would become, as soon as the database is open.
 */
void
rea_window_import (ReaWindow *self, const char *path)
{
  if (path != NULL)
    rea_file_actions_import (self->files, path);
}

/**
 * rea_window_get_file:
 * @self: a window
 *
 * Returns: (nullable): the file that it is yet to import
 */
const char *
rea_window_get_file (ReaWindow *self)
{
  return rea_file_actions_get_pending (self->files);
}

static void
map_cb (ReaWindow *self)
{
  /* Asked for any earlier, GTK 4.8 forgets it on its way to the screen. */
  rea_settings_bind ("window-maximized", self, "maximized");
}

static void
close_database (ReaWindow *self)
{
  g_clear_object (&self->finder);
  rea_file_actions_set_service (self->files, NULL);
  rea_campaign_maker_set_service (self->maker, NULL);
  g_clear_pointer (&self->connection, rea_connection_close);
  g_clear_object (&self->service);
}

static void
rea_window_dispose (GObject *object)
{
  ReaWindow *self = REA_WINDOW (object);

  g_clear_object (&self->notifier);
  close_database (self);
  g_clear_object (&self->admin);
  g_clear_object (&self->messengers);

  G_OBJECT_CLASS (rea_window_parent_class)->dispose (object);
}

static void
rea_window_finalize (GObject *object)
{
  ReaWindow *self = REA_WINDOW (object);

  g_object_unref (self->opener);
  g_object_unref (self->files);
  g_object_unref (self->maker);
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

  g_type_ensure (REA_TYPE_CAMPAIGN_BUTTON);
  g_type_ensure (REA_TYPE_CAMPAIGN_VIEW);
  g_type_ensure (REA_TYPE_PAGES);
  g_type_ensure (REA_TYPE_START_PAGE);
  g_type_ensure (REA_TYPE_SWEEP_BUTTON);
  g_type_ensure (REA_TYPE_TROUBLE_BAR);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "campaign.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "campaign.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK,
                                       "campaign.history", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK,
                                       "campaign.messenger", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "campaign.admin-messenger", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "campaign.sweep",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, GDK_CONTROL_MASK, "campaign.tab",
                                       "i", 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, GDK_CONTROL_MASK, "campaign.tab",
                                       "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Reassign/rea-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, messenger_button);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, sweep_button);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, campaign_button);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, ReaWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, campaign_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_demo_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
}

static void
rea_window_init (ReaWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->admin = rea_campaign_admin_new (self->view);
  self->messengers = rea_campaign_messengers_new (self->view);
  g_object_bind_property (self->messengers, "text", self->messenger_button, "tooltip-text",
                          G_BINDING_SYNC_CREATE);
  self->notifier = rea_notifier_new (GTK_APPLICATION_WINDOW (self));
  self->maker = rea_campaign_maker_new (GTK_WINDOW (self), self->start_page);
  g_signal_connect_object (self->maker, "made", G_CALLBACK (campaign_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->maker, "needs-database", G_CALLBACK (needs_database_cb), self,
                           G_CONNECT_SWAPPED);
  rea_settings_bind ("window-width", self, "default-width");
  rea_settings_bind ("window-height", self, "default-height");
  gtk_widget_insert_action_group (GTK_WIDGET (self), "campaign",
                                  rea_campaign_view_get_actions (self->view));
  g_signal_connect_object (rea_campaign_view_get_actions (self->view),
                           "action-enabled-changed::sweep", G_CALLBACK (update_sweep), self,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (rea_campaign_view_get_undoer (self->view), "text", self->undo_button,
                          "tooltip-text", G_BINDING_DEFAULT);
  self->files = rea_file_actions_new (GTK_WINDOW (self),
                                      G_ACTION_MAP (rea_campaign_view_get_actions (self->view)));
  g_signal_connect_object (self->files, "needs-database", G_CALLBACK (needs_database_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->files, "show-campaign", G_CALLBACK (campaign_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->files, "say", G_CALLBACK (rea_campaign_view_say), self->view,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}
