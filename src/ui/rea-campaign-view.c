/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign-view.h"

#include "rea-a11y.h"
#include "rea-clock.h"
#include "rea-conversations-page.h"
#include "rea-pages.h"
#include "rea-reassign-dialog.h"
#include "rea-senders-page.h"
#include "rea-undo-text.h"

#include <glib/gi18n-lib.h>

#define TOAST_SECONDS 10

struct _ReaCampaignView
{
  AdwBin parent_instance;

  GtkInfoBar           *status_bar;
  GtkLabel             *status_label;
  AdwToastOverlay      *toasts;
  GtkNotebook          *notebook;
  ReaConversationsPage *conversations;
  ReaSendersPage       *senders_page;
  GtkLabel             *summary_label;
  GtkLabel             *last_move_label;

  ReaService         *service;
  ReaCampaignModel   *campaign;
  ReaSenderList      *senders;
  GSimpleActionGroup *actions;
  gboolean            undoing;
  char               *undo_text;
};

enum
{
  PROP_UNDO_TEXT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReaCampaignView, rea_campaign_view, ADW_TYPE_BIN)

static void
set_enabled (ReaCampaignView *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Why nothing can be moved: the sentence with which the service would refuse it. */
static char *
dup_reason (ReaCampaignView *self)
{
  const ReaOverview *overview = rea_campaign_model_get_overview (self->campaign);
  g_autoptr (GError) error = NULL;

  if (rea_role_check (rea_service_get_user (self->service)->role, REA_VERB_MOVE, &error) &&
      overview != NULL)
    rea_state_check (overview->campaign->state, REA_VERB_MOVE, &error);

  return error != NULL ? g_strdup (error->message) : NULL;
}

/* The line at the bottom belongs to the tab. */
static void
update_summary (ReaCampaignView *self)
{
  GtkWidget *page =
      gtk_notebook_get_nth_page (self->notebook, gtk_notebook_get_current_page (self->notebook));
  g_autofree char *summary = NULL;

  if (self->campaign == NULL)
    return;

  g_object_get (page, "summary", &summary, NULL);
  gtk_label_set_text (self->summary_label, summary != NULL ? summary : "");
}

static void
campaign_cb (ReaCampaignView *self)
{
  const ReaMove   *move = rea_campaign_model_get_last_own_move (self->campaign);
  gboolean         loaded = rea_campaign_model_get_overview (self->campaign) != NULL;
  g_autofree char *status = NULL;
  g_autofree char *last_move = NULL;
  g_autofree char *reason = dup_reason (self);

  g_object_get (self->campaign, "status-text", &status, "last-move-text", &last_move, NULL);
  gtk_label_set_text (self->last_move_label, last_move != NULL ? last_move : "");
  gtk_label_set_text (self->status_label, status != NULL ? status : "");
  rea_a11y_set_label (GTK_WIDGET (self->status_bar), status != NULL ? status : "");
  gtk_info_bar_set_revealed (self->status_bar, status != NULL);

  set_enabled (self, "reassign", loaded && reason == NULL);
  set_enabled (self, "undo", move != NULL && reason == NULL && !self->undoing);
  rea_conversations_page_set_reason (self->conversations, reason);
  rea_senders_page_set_reason (self->senders_page, reason);

  g_free (self->undo_text);
  if (reason != NULL)
    self->undo_text = g_steal_pointer (&reason);
  else if (move != NULL)
    self->undo_text = rea_undo_text_offer (move, rea_clock_now ());
  else
    {
      /* TRANSLATORS: the tooltip of Undo. */
      self->undo_text = g_strdup (_ ("Undo: You have moved nothing that could be taken back"));
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_TEXT]);
}

/* What somebody must have read stays until it is dismissed. */
static AdwToast *
make_toast (const char *text, gboolean stays)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_timeout (toast, stays ? 0 : TOAST_SECONDS);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);

  return toast;
}

/* A page on top shows what was done from there. */
static void
add_toast (ReaCampaignView *self, AdwToast *toast)
{
  ReaPages        *pages = rea_pages_of (GTK_WIDGET (self));
  ReaSubpage      *page = pages != NULL ? rea_pages_get_page (pages) : NULL;
  AdwToastOverlay *toasts = page != NULL ? rea_subpage_get_toasts (page) : self->toasts;

  adw_toast_overlay_add_toast (toasts, toast);
  rea_a11y_name_toasts (GTK_WIDGET (toasts));
}

static void
set_toast_undo (ReaCampaignView *self, AdwToast *toast, const char *label, gint64 move)
{
  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, "campaign.undo-move");
  adw_toast_set_action_target_value (toast,
                                     g_variant_new ("(xx)",
                                                    rea_campaign_model_get_id (self->campaign),
                                                    move));
}

static void
undone_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (ReaCampaignView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result =
      rea_service_undo_finish (REA_SERVICE (source), async_result, &error);
  g_autofree char *text = NULL;
  AdwToast        *toast;
  gint64           left;

  self->undoing = FALSE;

  if (self->campaign == NULL)
    return;

  campaign_cb (self);

  if (result == NULL)
    {
      add_toast (self, make_toast (error->message, TRUE));
      return;
    }

  left = result->left.moved_since + result->left.answered_since + result->left.no_longer_sender;
  text = rea_undo_text_done (result);
  toast = make_toast (text, left > 0);

  if (result->move != 0)
    {
      /* TRANSLATORS: takes an undo back. */
      set_toast_undo (self, toast, _ ("Redo"), result->move);
    }

  add_toast (self, toast);
}

static void
undo (ReaCampaignView *self, gint64 campaign, gint64 move)
{
  if (self->undoing)
    return;

  self->undoing = TRUE;
  campaign_cb (self);
  rea_service_undo_async (self->service, campaign, move, NULL, undone_cb, g_object_ref (self));
}

static void
undo_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaCampaignView *self = user_data;
  const ReaMove   *move = rea_campaign_model_get_last_own_move (self->campaign);

  if (move != NULL)
    undo (self, rea_campaign_model_get_id (self->campaign), move->id);
}

static void
undo_move_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gint64 campaign;
  gint64 move;

  g_variant_get (parameter, "(xx)", &campaign, &move);
  undo (user_data, campaign, move);
}

static void
moved_cb (ReaReassignDialog *dialog,
          const char        *text,
          gint64             move,
          gboolean           differs,
          gpointer           user_data)
{
  ReaCampaignView *self = user_data;
  AdwToast        *toast = make_toast (text, differs);

  if (move != 0)
    {
      /* TRANSLATORS: takes a move back. */
      set_toast_undo (self, toast, _ ("Undo"), move);
    }

  add_toast (self, toast);
}

/* Whose row a menu stood in; what nobody holds is the first of the list. */
static ReaSenderItem *
dup_holder (ReaCampaignView *self, const char *holder)
{
  ReaSenderItem *sender;

  if (g_strcmp0 (holder, "unassigned") == 0)
    return g_list_model_get_item (G_LIST_MODEL (self->senders), 0);

  sender = rea_sender_list_find (self->senders, holder);

  return sender != NULL ? g_object_ref (sender) : NULL;
}

static void
reassign_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaCampaignView *self = user_data;
  g_autoptr (ReaSenderItem) from = NULL;
  ReaReassignVerb verb = REA_REASSIGN_ALL;
  GtkWindow      *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget      *dialog;
  const char     *holder;
  const char     *name;

  g_variant_get (parameter, "(&s&s)", &holder, &name);

  if (g_strcmp0 (name, "unassign") == 0)
    verb = REA_REASSIGN_UNASSIGN;
  else if (g_strcmp0 (name, "some") == 0)
    verb = REA_REASSIGN_SOME;

  if (g_strcmp0 (holder, "any") != 0)
    {
      from = dup_holder (self, holder);

      /* The sender was removed while the menu stood open. */
      if (from == NULL)
        return;
    }

  dialog =
      rea_reassign_dialog_new (parent, self->service, self->campaign, self->senders, verb, from);
  g_signal_connect_object (dialog, "moved", G_CALLBACK (moved_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_holder_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaCampaignView *self = user_data;
  const char      *email = g_variant_get_string (parameter, NULL);

  rea_pages_go_home (rea_pages_of (GTK_WIDGET (self)));
  rea_conversations_page_show_holder (self->conversations, *email != '\0' ? email : NULL);
  gtk_notebook_set_current_page (self->notebook, 0);
}

static void
search_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaCampaignView *self = user_data;

  if (gtk_notebook_get_current_page (self->notebook) == 0)
    rea_conversations_page_search (self->conversations);
  else
    rea_senders_page_search (self->senders_page);
}

static void
tab_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaCampaignView *self = user_data;

  rea_pages_go_home (rea_pages_of (GTK_WIDGET (self)));
  gtk_notebook_set_current_page (self->notebook, g_variant_get_int32 (parameter));
}

/**
 * rea_campaign_view_show:
 * @self: the view
 * @service: the service
 * @id: a campaign
 *
 * Shows a campaign.
 */
void
rea_campaign_view_show (ReaCampaignView *self, ReaService *service, gint64 id)
{
  g_return_if_fail (REA_IS_CAMPAIGN_VIEW (self));

  if (self->campaign != NULL)
    g_signal_handlers_disconnect_by_data (self->campaign, self);

  g_clear_object (&self->campaign);
  g_clear_object (&self->senders);
  g_set_object (&self->service, service);
  self->campaign = rea_campaign_model_new (service, id);
  self->senders = rea_sender_list_new (service, id);
  rea_conversations_page_set_campaign (self->conversations, service, self->campaign, self->senders);
  rea_senders_page_set_senders (self->senders_page, self->senders);

  g_signal_connect_object (self->campaign, "notify", G_CALLBACK (campaign_cb), self,
                           G_CONNECT_SWAPPED);
  campaign_cb (self);

  if (gtk_notebook_get_current_page (self->notebook) == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->conversations));
}

/**
 * rea_campaign_view_get_campaign:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): the campaign that is shown
 */
ReaCampaignModel *
rea_campaign_view_get_campaign (ReaCampaignView *self)
{
  g_return_val_if_fail (REA_IS_CAMPAIGN_VIEW (self), NULL);

  return self->campaign;
}

/**
 * rea_campaign_view_get_actions:
 * @self: the view
 *
 * Returns: (transfer none): the actions that the window calls campaign
 */
GActionGroup *
rea_campaign_view_get_actions (ReaCampaignView *self)
{
  g_return_val_if_fail (REA_IS_CAMPAIGN_VIEW (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

static void
rea_campaign_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaCampaignView *self = REA_CAMPAIGN_VIEW (object);

  switch (id)
    {
    case PROP_UNDO_TEXT:
      g_value_set_string (value, self->undo_text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_campaign_view_dispose (GObject *object)
{
  ReaCampaignView *self = REA_CAMPAIGN_VIEW (object);

  g_clear_object (&self->campaign);
  g_clear_object (&self->senders);
  g_clear_object (&self->service);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (rea_campaign_view_parent_class)->dispose (object);
}

static void
rea_campaign_view_finalize (GObject *object)
{
  ReaCampaignView *self = REA_CAMPAIGN_VIEW (object);

  g_free (self->undo_text);

  G_OBJECT_CLASS (rea_campaign_view_parent_class)->finalize (object);
}

static void
rea_campaign_view_class_init (ReaCampaignViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rea_campaign_view_get_property;
  object_class->dispose = rea_campaign_view_dispose;
  object_class->finalize = rea_campaign_view_finalize;

  properties[PROP_UNDO_TEXT] = g_param_spec_string ("undo-text", NULL, NULL, NULL,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (REA_TYPE_CONVERSATIONS_PAGE);
  g_type_ensure (REA_TYPE_SENDERS_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-campaign-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignView, status_bar);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignView, status_label);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignView, toasts);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignView, notebook);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignView, conversations);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignView, senders_page);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignView, summary_label);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignView, last_move_label);
  gtk_widget_class_bind_template_callback (widget_class, update_summary);
}

static void
rea_campaign_view_init (ReaCampaignView *self)
{
  const GActionEntry entries[] = {
    { "undo", undo_action, NULL, NULL, NULL, { 0 } },
    { "undo-move", undo_move_action, "(xx)", NULL, NULL, { 0 } },
    { "reassign", reassign_action, "(ss)", NULL, NULL, { 0 } },
    { "show-holder", show_holder_action, "s", NULL, NULL, { 0 } },
    { "search", search_action, NULL, NULL, NULL, { 0 } },
    { "tab", tab_action, "i", NULL, NULL, { 0 } },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  rea_a11y_name_tab (self->notebook, GTK_WIDGET (self->conversations));
  rea_a11y_name_tab (self->notebook, GTK_WIDGET (self->senders_page));
}
