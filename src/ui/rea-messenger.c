/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-messenger.h"

#include "rea-campaign-button.h"
#include "rea-campaign-finder.h"
#include "rea-contact-pane.h"
#include "rea-connection.h"
#include "rea-contact-pane.h"
#include "rea-database-opener.h"
#include "rea-first-frame.h"
#include "rea-heartbeat.h"
#include "rea-messenger-admin.h"
#include "rea-messenger-desk.h"
#include "rea-messenger-entry.h"
#include "rea-settings.h"
#include "rea-start-page.h"
#include "rea-trouble-bar.h"

#include <glib/gi18n-lib.h>

struct _ReaMessenger
{
  AdwApplicationWindow parent_instance;

  GtkStack          *title_stack;
  AdwWindowTitle    *plain_title;
  ReaCampaignButton *campaign_button;
  ReaTroubleBar     *trouble_bar;
  GtkStack          *stack;
  ReaStartPage      *start_page;
  ReaMessengerList  *list;
  ReaMessengerDesk  *desk;
  AdwFlap           *flap;
  ReaContactPane    *contact_pane;
  AdwToastOverlay   *toasts;

  gboolean           everyone;
  ReaDatabaseOpener *opener;
  char              *wanted;
  ReaFilter         *wanted_filter; /* (nullable): what is to be listed */
  gint64             wanted_conversation;
  ReaService        *service;
  ReaConnection     *connection;
  ReaHeartbeat      *heartbeat;
  ReaCampaignFinder *finder;
  ReaCampaignModel  *campaign;
  ReaMessengerAdmin *admin; /* (nullable): of the window for everyone's conversations */
  guint              n_campaigns;
};

enum
{
  PROP_EVERYONE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaMessenger, rea_messenger, ADW_TYPE_APPLICATION_WINDOW)

/* The title. */

static const char *
get_heading (ReaMessenger *self)
{
  return self->everyone
             /* TRANSLATORS: title of the window in which all conversations can be written in. */
             ? _ ("Admin Messenger")
             /* TRANSLATORS: title of the window in which a sender writes. */
             : _ ("Messenger");
}

/* Whose conversations these are: nobody's own are meant where they are everyone's. */
static char *
dup_person (ReaMessenger *self)
{
  return self->service != NULL && !self->everyone
             ? rea_user_dup_name (rea_service_get_user (self->service))
             : NULL;
}

static void
update_title (ReaMessenger *self)
{
  g_autofree char *person = dup_person (self);
  g_autofree char *campaign = NULL;
  g_autofree char *line = NULL;

  if (self->campaign != NULL)
    g_object_get (self->campaign, "title", &campaign, NULL);

  if (person != NULL && campaign != NULL)
    {
      /* TRANSLATORS: below the title of the Messenger: %1$s is who writes, %2$s a campaign. */
      line = g_strdup_printf (_ ("%1$s · %2$s"), person, campaign);
    }
  else
    {
      line = g_strdup (campaign != NULL ? campaign : person);
    }

  gtk_window_set_title (GTK_WINDOW (self), get_heading (self));
  adw_window_title_set_title (self->plain_title, get_heading (self));
  adw_window_title_set_subtitle (self->plain_title, line != NULL ? line : "");
  gtk_stack_set_visible_child_name (self->title_stack,
                                    self->n_campaigns > (self->campaign != NULL ? 1 : 0)
                                        ? "campaigns"
                                        : "plain");
}

/* Which campaign. */

static void
leave_campaign (ReaMessenger *self)
{
  if (self->campaign != NULL)
    g_signal_handlers_disconnect_by_data (self->campaign, self);
  g_clear_object (&self->campaign);
  rea_messenger_desk_set_campaign (self->desk, NULL, NULL, self->everyone);
  rea_messenger_list_set_campaign (self->list, NULL, 0, self->everyone);
}

static void
show_start (ReaMessenger *self)
{
  leave_campaign (self);
  gtk_stack_set_visible_child_name (self->stack, "start");
  rea_campaign_button_set_campaign (self->campaign_button, NULL);
  update_title (self);
}

/* What somebody asked for beside the campaign. */
static void
show_wanted (ReaMessenger *self)
{
  if (self->wanted_filter != NULL && self->everyone)
    rea_messenger_list_set_filter (self->list, self->wanted_filter);
  if (self->wanted_conversation != 0)
    rea_messenger_list_choose (self->list, self->wanted_conversation);

  g_clear_pointer (&self->wanted_filter, rea_filter_free);
  self->wanted_conversation = 0;
}

static void
show_campaign (ReaMessenger *self, gint64 id)
{
  rea_campaign_finder_set_shown (self->finder, id);
  if (self->campaign == NULL || rea_campaign_model_get_id (self->campaign) != id)
    {
      leave_campaign (self);
      self->campaign = rea_campaign_model_new (self->service, id);
      g_signal_connect_object (self->campaign, "notify::title", G_CALLBACK (update_title), self,
                               G_CONNECT_SWAPPED);
      rea_campaign_button_set_campaign (self->campaign_button, self->campaign);
      rea_messenger_desk_set_campaign (self->desk, self->service, self->campaign, self->everyone);
      rea_messenger_list_set_campaign (self->list, self->service, id, self->everyone);
      if (self->admin != NULL)
        rea_messenger_admin_set_campaign (self->admin, self->service, self->campaign);
    }

  gtk_stack_set_visible_child_name (self->stack, "campaign");
  update_title (self);
  show_wanted (self);
}

static void
unknown_cb (ReaMessenger *self, const char *reason)
{
  rea_campaign_finder_hold (self->finder);
  show_start (self);
  rea_start_page_show_unknown (self->start_page, reason);
}

static void
none_cb (ReaMessenger *self)
{
  show_start (self);
  rea_start_page_show_empty (self->start_page,
                             self->everyone
                                 /* TRANSLATORS: in the Messenger, where there is nothing to do. */
                                 ? _ ("There is no campaign yet.")
                                 /* TRANSLATORS: in the Messenger, where there is nothing to do. */
                                 : _ ("You are not a sender of any campaign. An admin can add you "
                                      "on the Senders tab of one."),
                             FALSE);
}

static void
listed_cb (ReaMessenger *self, GPtrArray *campaigns)
{
  self->n_campaigns = campaigns->len;
  rea_campaign_button_set_campaigns (self->campaign_button, campaigns,
                                     self->campaign != NULL
                                         ? rea_campaign_model_get_id (self->campaign)
                                         : 0);
  update_title (self);
}

static void
campaign_chosen_cb (ReaMessenger *self, gint64 id)
{
  show_campaign (self, id);
  rea_campaign_finder_look (self->finder);
}

/* The database. */

static void
set_service (ReaMessenger *self, ReaService *service)
{
  g_autofree char *person = NULL;

  self->service = g_object_ref (service);
  self->connection = rea_connection_new (GTK_WINDOW (self), service);
  if (!self->everyone)
    self->heartbeat = rea_heartbeat_new (service);
  self->finder = rea_campaign_finder_new (service);
  rea_campaign_finder_set_only_own (self->finder, !self->everyone);
  rea_campaign_finder_want (self->finder, self->wanted);
  g_signal_connect_object (self->finder, "listed", G_CALLBACK (listed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->finder, "found", G_CALLBACK (show_campaign), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->finder, "none", G_CALLBACK (none_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->finder, "unknown", G_CALLBACK (unknown_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (service, "trouble", self->trouble_bar, "trouble", G_BINDING_SYNC_CREATE);

  person = dup_person (self);
  rea_campaign_button_set_heading (self->campaign_button, get_heading (self), person);
}

static void
failed_cb (ReaMessenger *self, const char *reason)
{
  rea_start_page_show_failure (self->start_page, reason);
}

static void
look (ReaMessenger *self)
{
  if (self->everyone && !rea_messenger_is_for_admins (self->service))
    /* TRANSLATORS: in the Admin Messenger, to who was one of these and is not any more. */
    rea_start_page_show_unknown (self->start_page, _ ("The Admin Messenger is for owners, admins "
                                                      "and moderators."));
  else
    rea_campaign_finder_look (self->finder);
}

static void
opened_cb (ReaMessenger *self, ReaService *service)
{
  set_service (self, service);
  g_signal_emit (self, signals[OPENED], 0);

  /* Another window may have taken over. */
  if (self->service != NULL)
    look (self);
}

static void
open_database (ReaMessenger *self)
{
  show_start (self);
  rea_start_page_show_opening (self->start_page, NULL);
  rea_database_opener_open (self->opener, FALSE);
}

static void
try_again_cb (ReaMessenger *self)
{
  open_database (self);
}

static void
shown_cb (GtkWidget *widget)
{
  open_database (REA_MESSENGER (widget));
}

static void
close_database (ReaMessenger *self)
{
  leave_campaign (self);
  g_clear_object (&self->finder);
  if (self->heartbeat != NULL)
    rea_heartbeat_close (self->heartbeat);
  g_clear_object (&self->heartbeat);
  g_clear_pointer (&self->connection, rea_connection_close);
  g_clear_object (&self->service);
}

/* Which window. */

static const char *
get_user (ReaMessenger *self)
{
  return self->service != NULL ? rea_service_get_user (self->service)->email : NULL;
}

static gboolean
is_of (ReaMessenger *self, const char *location, const char *user, gboolean everyone)
{
  return self->everyone == everyone &&
         g_strcmp0 (rea_messenger_get_location (self), location) == 0 &&
         (g_strcmp0 (rea_database_opener_get_user (self->opener), user) == 0 ||
          (user != NULL && g_strcmp0 (get_user (self), user) == 0));
}

static ReaMessenger *
find_window (GtkApplication *application,
             const char     *location,
             const char     *user,
             gboolean        everyone,
             ReaMessenger   *other_than)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (REA_IS_MESSENGER (l->data) && l->data != other_than &&
        is_of (l->data, location, user, everyone))
      return l->data;

  return NULL;
}

/* Only now is it known who is meant where nobody was named: if that user has this
 * window already, that is the one.
 */
static void
known_cb (ReaMessenger *self)
{
  ReaMessenger *other =
      find_window (gtk_window_get_application (GTK_WINDOW (self)),
                   rea_messenger_get_location (self), get_user (self), self->everyone, self);

  if (other == NULL)
    return;

  g_clear_pointer (&other->wanted_filter, rea_filter_free);
  other->wanted_filter = g_steal_pointer (&self->wanted_filter);
  other->wanted_conversation = self->wanted_conversation;
  rea_messenger_show_campaign (other, self->wanted);
  gtk_window_present (GTK_WINDOW (other));
  gtk_window_destroy (GTK_WINDOW (self));
}

static ReaMessenger *
make_window (GtkApplication *application, const char *location, const char *user, gboolean everyone)
{
  ReaMessenger *self =
      g_object_new (REA_TYPE_MESSENGER, "application", application, "everyone", everyone, NULL);

  if (everyone)
    {
      self->admin = rea_messenger_admin_new (self->toasts, self->list);
      gtk_widget_insert_action_group (GTK_WIDGET (self), "campaign",
                                      rea_messenger_admin_get_actions (self->admin));
    }

  self->opener = rea_database_opener_new (location, user);
  g_signal_connect_object (self->opener, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->opener, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "opened", G_CALLBACK (known_cb), NULL);
  show_start (self);
  rea_start_page_show_opening (self->start_page, NULL);
  rea_first_frame_then (GTK_WIDGET (self), shown_cb);

  return self;
}

/**
 * rea_messenger_open:
 * @application: the application
 * @location: where the database is
 * @user: (nullable): the e-mail of who acts; %NULL for the first owner
 * @everyone: whether it is for all conversations, not only the user's own
 *
 * Brings the user's Messenger forward, or opens it.
 *
 * Returns: (transfer none): the window
 */
ReaMessenger *
rea_messenger_open (GtkApplication *application,
                    const char     *location,
                    const char     *user,
                    gboolean        everyone)
{
  ReaMessenger *self = find_window (application, location, user, everyone, NULL);

  if (self == NULL)
    self = make_window (application, location, user, everyone);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}

/**
 * rea_messenger_get_location:
 * @self: a Messenger
 *
 * Returns: where its database is
 */
const char *
rea_messenger_get_location (ReaMessenger *self)
{
  g_return_val_if_fail (REA_IS_MESSENGER (self), NULL);

  return rea_database_opener_get_location (self->opener);
}

/**
 * rea_messenger_show_campaign:
 * @self: a Messenger
 * @campaign: (nullable): a campaign, by its number or title
 *
 * Shows the campaign that was asked for, as soon as it can be found.
 */
void
rea_messenger_show_campaign (ReaMessenger *self, const char *campaign)
{
  g_return_if_fail (REA_IS_MESSENGER (self));

  if (campaign == NULL)
    return;

  g_free (self->wanted);
  self->wanted = g_strdup (campaign);

  if (self->service == NULL)
    return;

  rea_campaign_finder_want (self->finder, campaign);
  look (self);
}

/**
 * rea_messenger_show:
 * @self: a Messenger
 * @campaign: the number of a campaign
 * @filter: (nullable): which of everyone's conversations are listed, or %NULL for those
 *   that were listed before
 * @conversation: the one to show, or 0 for none in particular
 *
 * Shows what was asked for, as soon as the campaign can be found.
 */
void
rea_messenger_show (ReaMessenger    *self,
                    gint64           campaign,
                    const ReaFilter *filter,
                    gint64           conversation)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, campaign);

  g_return_if_fail (REA_IS_MESSENGER (self));

  g_clear_pointer (&self->wanted_filter, rea_filter_free);
  if (filter != NULL)
    self->wanted_filter = rea_filter_copy (filter);
  self->wanted_conversation = conversation;
  rea_messenger_show_campaign (self, number);
}

/* What the keys do. */

static void
view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ReaMessenger *self = REA_MESSENGER (widget);

  rea_messenger_list_show (self->list, (ReaMessengerView) g_variant_get_int32 (parameter));
  rea_messenger_desk_write (self->desk);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rea_messenger_list_step (REA_MESSENGER (widget)->list, g_variant_get_int32 (parameter));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (REA_MESSENGER (widget)->everyone)
    rea_messenger_filter_search (rea_messenger_list_get_filter (REA_MESSENGER (widget)->list));
}

static void
compose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rea_messenger_desk_write (REA_MESSENGER (widget)->desk);
}

static void
reply_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ReaConversationPane *pane = rea_messenger_desk_get_pane (REA_MESSENGER (widget)->desk);

  rea_composer_open_replies (rea_conversation_pane_get_composer (pane));
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rea_conversation_pane_toggle_closed (rea_messenger_desk_get_pane (REA_MESSENGER (widget)->desk));
}

static void
opt_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rea_contact_pane_ask_opt_out (REA_MESSENGER (widget)->contact_pane);
}

static void
scroll_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rea_conversation_pane_scroll (rea_messenger_desk_get_pane (REA_MESSENGER (widget)->desk),
                                g_variant_get_int32 (parameter));
}

/* Who turns to another window may not come back. */
static void
active_cb (ReaMessenger *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    rea_messenger_desk_save (self->desk);
}

static void
map_cb (ReaMessenger *self)
{
  /* Asked for any earlier, GTK 4.8 forgets it on its way to the screen. */
  rea_settings_bind ("messenger-maximized", self, "maximized");
}

static void
rea_messenger_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaMessenger *self = REA_MESSENGER (object);

  switch (id)
    {
    case PROP_EVERYONE:
      g_value_set_boolean (value, self->everyone);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_messenger_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ReaMessenger *self = REA_MESSENGER (object);

  switch (id)
    {
    case PROP_EVERYONE:
      self->everyone = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_messenger_dispose (GObject *object)
{
  ReaMessenger *self = REA_MESSENGER (object);

  if (self->service != NULL)
    close_database (self);
  g_clear_object (&self->admin);

  G_OBJECT_CLASS (rea_messenger_parent_class)->dispose (object);
}

static void
rea_messenger_finalize (GObject *object)
{
  ReaMessenger *self = REA_MESSENGER (object);

  g_clear_object (&self->opener);
  g_clear_pointer (&self->wanted_filter, rea_filter_free);
  g_free (self->wanted);

  G_OBJECT_CLASS (rea_messenger_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "messenger.view", "i", view_action);
  gtk_widget_class_install_action (widget_class, "messenger.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "messenger.search", NULL, search_action);

  gtk_widget_class_install_action (widget_class, "messenger.compose", NULL, compose_action);
  gtk_widget_class_install_action (widget_class, "messenger.reply", NULL, reply_action);
  gtk_widget_class_install_action (widget_class, "messenger.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "messenger.opt-out", NULL, opt_out_action);
  gtk_widget_class_install_action (widget_class, "messenger.scroll", "i", scroll_action);

  for (int view = 0; view < REA_N_MESSENGER_VIEWS; view++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + (guint) view, GDK_CONTROL_MASK,
                                         "messenger.view", "i", view);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "messenger.step",
                                       "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "messenger.step",
                                       "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK,
                                       "messenger.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK,
                                       "messenger.scroll", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK,
                                       "messenger.scroll", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK,
                                       "messenger.compose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "messenger.reply",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "messenger.close",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK,
                                       "messenger.opt-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static void
rea_messenger_class_init (ReaMessengerClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rea_messenger_get_property;
  object_class->set_property = rea_messenger_set_property;
  object_class->dispose = rea_messenger_dispose;
  object_class->finalize = rea_messenger_finalize;

  properties[PROP_EVERYONE] =
      g_param_spec_boolean ("everyone", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (REA_TYPE_CAMPAIGN_BUTTON);
  g_type_ensure (REA_TYPE_CONTACT_PANE);
  g_type_ensure (REA_TYPE_MESSENGER_DESK);
  g_type_ensure (REA_TYPE_MESSENGER_LIST);
  g_type_ensure (REA_TYPE_START_PAGE);
  g_type_ensure (REA_TYPE_TROUBLE_BAR);

  add_keys (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-messenger.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaMessenger, title_stack);
  gtk_widget_class_bind_template_child (widget_class, ReaMessenger, plain_title);
  gtk_widget_class_bind_template_child (widget_class, ReaMessenger, campaign_button);
  gtk_widget_class_bind_template_child (widget_class, ReaMessenger, trouble_bar);
  gtk_widget_class_bind_template_child (widget_class, ReaMessenger, stack);
  gtk_widget_class_bind_template_child (widget_class, ReaMessenger, start_page);
  gtk_widget_class_bind_template_child (widget_class, ReaMessenger, list);
  gtk_widget_class_bind_template_child (widget_class, ReaMessenger, desk);
  gtk_widget_class_bind_template_child (widget_class, ReaMessenger, flap);
  gtk_widget_class_bind_template_child (widget_class, ReaMessenger, contact_pane);
  gtk_widget_class_bind_template_child (widget_class, ReaMessenger, toasts);
  gtk_widget_class_bind_template_callback (widget_class, campaign_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
}

static void
rea_messenger_init (ReaMessenger *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rea_settings_bind ("messenger-width", self, "default-width");
  rea_settings_bind ("messenger-height", self, "default-height");
  rea_messenger_desk_set_list (self->desk, self->list);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}
