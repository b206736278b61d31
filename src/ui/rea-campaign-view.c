/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign-view.h"

#include "rea-a11y.h"
#include "rea-campaign-moves.h"
#include "rea-conversations-page.h"
#include "rea-css.h"
#include "rea-draft-bar.h"
#include "rea-history-page.h"
#include "rea-pages.h"
#include "rea-reminder.h"
#include "rea-selection-bar.h"
#include "rea-senders-page.h"
#include "rea-settings.h"
#include "rea-sweep-page.h"
#include "rea-trail-dialog.h"

#include <glib/gi18n-lib.h>

struct _ReaCampaignView
{
  AdwBin parent_instance;

  GtkInfoBar           *status_bar;
  GtkLabel             *status_label;
  ReaDraftBar          *draft_bar;
  AdwToastOverlay      *toasts;
  GtkNotebook          *notebook;
  ReaConversationsPage *conversations;
  ReaSendersPage       *senders_page;
  GtkStack             *foot;
  GtkWidget            *summary_box;
  GtkLabel             *summary_label;
  GtkLabel             *last_move_label;
  ReaSelectionBar      *senders_bar;

  ReaService         *service;
  ReaCampaignModel   *campaign;
  ReaSenderList      *senders;
  ReaSweepModel      *sweep;
  GSimpleActionGroup *actions;
  ReaUndoer          *undoer;
  ReaCampaignMoves   *moves;
  ReaReminder        *reminder;
};

G_DEFINE_FINAL_TYPE (ReaCampaignView, rea_campaign_view, ADW_TYPE_BIN)

/* While rows of the tab are ticked, what can be done with them stands at the bottom. */
static void
update_foot (ReaCampaignView *self)
{
  gboolean   has_ticks = rea_selection_bar_get_text (self->senders_bar) != NULL;
  GtkWidget *shown = has_ticks ? GTK_WIDGET (self->senders_bar) : self->summary_box;
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->foot));

  /* Who pressed Clear goes on in the table. */
  if (focus != NULL && focus != shown)
    rea_senders_page_focus_table (self->senders_page);

  gtk_stack_set_visible_child (self->foot, shown);
}

/* The line at the bottom is that of the senders; the conversations have a bar of their
 * own, which the toasts leave free.
 */
static void
update_summary (ReaCampaignView *self)
{
  gboolean         is_senders = gtk_notebook_get_current_page (self->notebook) != 0;
  g_autofree char *summary = NULL;

  rea_css_set_class (GTK_WIDGET (self->toasts), "above-foot", !is_senders);
  gtk_widget_set_visible (GTK_WIDGET (self->foot), is_senders);
  g_object_get (self->senders_page, "summary", &summary, NULL);
  gtk_label_set_text (self->summary_label, summary != NULL ? summary : "");
  update_foot (self);
}

/* Whether there can be anything to sweep, and it is for this user to do. */
static void
update_sweep (ReaCampaignView *self)
{
  const ReaOverview *overview = rea_campaign_model_get_overview (self->campaign);
  GAction           *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "sweep");
  gboolean           may = overview != NULL &&
                 rea_role_check (rea_service_get_user (self->service)->role, REA_VERB_MOVE, NULL) &&
                 rea_state_allows (overview->campaign->state, REA_VERB_MOVE);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                               may && overview->campaign->state != REA_STATE_DRAFT);
}

static void
campaign_cb (ReaCampaignView *self)
{
  const char      *reason = rea_undoer_get_reason (self->undoer);
  g_autofree char *status = NULL;
  g_autofree char *last_move = NULL;

  g_object_get (self->campaign, "status-text", &status, "last-move-text", &last_move, NULL);
  gtk_label_set_text (self->last_move_label, last_move != NULL ? last_move : "");
  gtk_label_set_text (self->status_label, status != NULL ? status : "");
  rea_a11y_set_label (GTK_WIDGET (self->status_bar), status != NULL ? status : "");
  gtk_info_bar_set_revealed (self->status_bar, status != NULL);

  rea_draft_bar_show (self->draft_bar, self->campaign,
                      rea_role_check (rea_service_get_user (self->service)->role,
                                      REA_VERB_MANAGE_CAMPAIGN, NULL));

  update_sweep (self);
  rea_campaign_moves_update (self->moves);
  rea_reminder_set_allowed (self->reminder, reason == NULL);
  g_object_set (self->senders_page, "can-manage",
                rea_role_check (rea_service_get_user (self->service)->role, REA_VERB_MANAGE_SENDERS,
                                NULL),
                NULL);
  rea_conversations_page_set_reason (self->conversations, reason);
  rea_senders_page_set_reason (self->senders_page, reason);
}

static void
show_named_cb (ReaCampaignView *self, GArray *ids, const char *label)
{
  rea_pages_go_home (rea_pages_of (GTK_WIDGET (self)));
  rea_conversations_page_show_named (self->conversations, g_array_ref (ids), label);
  gtk_notebook_set_current_page (self->notebook, 0);
}

/* The one that is on top, or a new one. */
static ReaHistoryPage *
open_history (ReaCampaignView *self)
{
  ReaPages       *pages = rea_pages_of (GTK_WIDGET (self));
  ReaSubpage     *top = rea_pages_get_page (pages);
  ReaHistoryPage *page;

  if (top != NULL && REA_IS_HISTORY_PAGE (top))
    return REA_HISTORY_PAGE (top);

  page = rea_history_page_new (self->service, self->campaign, self->senders, self->undoer);
  g_signal_connect_object (page, "show-conversations", G_CALLBACK (show_named_cb), self,
                           G_CONNECT_SWAPPED);
  rea_pages_open (pages, REA_SUBPAGE (page));
  gtk_widget_grab_focus (GTK_WIDGET (page));

  return page;
}

static void
history_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_history (user_data);
}

static void
sweep_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaCampaignView *self = user_data;
  ReaPages        *pages = rea_pages_of (GTK_WIDGET (self));
  ReaSubpage      *top = rea_pages_get_page (pages);
  ReaSweepPage    *page;

  if (top != NULL && REA_IS_SWEEP_PAGE (top))
    return;

  page = rea_sweep_page_new (self->service, self->campaign, self->sweep, self->moves);
  rea_pages_open (pages, REA_SUBPAGE (page));
  gtk_widget_grab_focus (GTK_WIDGET (page));
}

static void
show_move (ReaCampaignView *self, gint64 move)
{
  rea_history_page_show_move (open_history (self), move);
}

static void
show_move_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_move (user_data, g_variant_get_int64 (parameter));
}

static void
show_trail_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaCampaignView *self = user_data;
  GtkWidget       *dialog =
      rea_trail_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->service,
                            rea_campaign_model_get_id (self->campaign),
                            g_variant_get_int64 (parameter));

  g_signal_connect_object (dialog, "show-move", G_CALLBACK (show_move), self, G_CONNECT_SWAPPED);
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
  g_clear_object (&self->sweep);
  self->sweep = rea_sweep_model_new (service, id);
  rea_settings_bind ("sweep-minutes", self->sweep, "minutes");
  rea_conversations_page_set_campaign (self->conversations, service, self->campaign, self->senders);
  rea_senders_page_set_senders (self->senders_page, self->senders);

  rea_campaign_moves_set_campaign (self->moves, service, self->campaign, self->senders);
  rea_reminder_set_campaign (self->reminder, self->campaign, self->senders);

  g_signal_connect_object (self->campaign, "notify", G_CALLBACK (campaign_cb), self,
                           G_CONNECT_SWAPPED);
  campaign_cb (self);

  if (gtk_notebook_get_current_page (self->notebook) == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->conversations));
}

/**
 * rea_campaign_view_show_offline:
 * @self: the view
 *
 * Shows the senders who are offline and have open work.
 */
void
rea_campaign_view_show_offline (ReaCampaignView *self)
{
  g_return_if_fail (REA_IS_CAMPAIGN_VIEW (self));

  rea_pages_go_home (rea_pages_of (GTK_WIDGET (self)));
  gtk_notebook_set_current_page (self->notebook, 1);
  rea_senders_page_show (self->senders_page, REA_SENDERS_OFFLINE_OPEN);
}

/**
 * rea_campaign_view_say:
 * @self: the view
 * @text: what was done
 *
 * Says for a while what was done.
 */
void
rea_campaign_view_say (ReaCampaignView *self, const char *text)
{
  g_return_if_fail (REA_IS_CAMPAIGN_VIEW (self));

  rea_campaign_moves_say (self->moves, text);
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
 * rea_campaign_view_get_senders:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): the senders of the campaign that is shown
 */
ReaSenderList *
rea_campaign_view_get_senders (ReaCampaignView *self)
{
  g_return_val_if_fail (REA_IS_CAMPAIGN_VIEW (self), NULL);

  return self->senders;
}

/**
 * rea_campaign_view_get_toasts:
 * @self: the view
 *
 * Returns: (transfer none): where the campaign shows toasts
 */
AdwToastOverlay *
rea_campaign_view_get_toasts (ReaCampaignView *self)
{
  g_return_val_if_fail (REA_IS_CAMPAIGN_VIEW (self), NULL);

  return self->toasts;
}

/**
 * rea_campaign_view_get_undoer:
 * @self: the view
 *
 * Returns: (transfer none): what takes moves back
 */
ReaUndoer *
rea_campaign_view_get_undoer (ReaCampaignView *self)
{
  g_return_val_if_fail (REA_IS_CAMPAIGN_VIEW (self), NULL);

  return self->undoer;
}

/**
 * rea_campaign_view_get_sweep:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): what holds the campaign up that is shown
 */
ReaSweepModel *
rea_campaign_view_get_sweep (ReaCampaignView *self)
{
  g_return_val_if_fail (REA_IS_CAMPAIGN_VIEW (self), NULL);

  return self->sweep;
}

/**
 * rea_campaign_view_reassign:
 * @widget: a widget within a campaign's view, such as one of its pages
 * @verb: which drop-down
 * @from: (nullable): what it fixes of the filter, or %NULL for everyone's
 *   conversations
 *
 * Opens the dialog that reassigns, where that is allowed now.
 *
 * A page calls it with what is chosen on it: %REA_REASSIGN_SELECTED and a filter
 * that names conversations, %REA_REASSIGN_LISTED and the filter of its list as it
 * is, %REA_REASSIGN_SENDERS and a filter that names several senders, or
 * %REA_REASSIGN_REMOVE and one that names the one. Menus reach the same with the
 * actions campaign.reassign (who, verb) and campaign.remove-sender (e-mail).
 *
 * Returns: (transfer none) (nullable): the dialog, a #ReaReassignDialog, whose signal
 *   moved tells the page that it was done
 */
GtkWidget *
rea_campaign_view_reassign (GtkWidget *widget, ReaReassignVerb verb, const ReaFilter *from)
{
  GtkWidget *view = gtk_widget_get_ancestor (widget, REA_TYPE_CAMPAIGN_VIEW);

  g_return_val_if_fail (REA_IS_CAMPAIGN_VIEW (view), NULL);

  return rea_campaign_moves_open (REA_CAMPAIGN_VIEW (view)->moves, verb, from);
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
rea_campaign_view_dispose (GObject *object)
{
  ReaCampaignView *self = REA_CAMPAIGN_VIEW (object);

  g_clear_object (&self->campaign);
  g_clear_object (&self->senders);
  g_clear_object (&self->sweep);
  g_clear_object (&self->service);
  g_clear_object (&self->actions);
  g_clear_object (&self->moves);
  g_clear_object (&self->reminder);
  g_clear_object (&self->undoer);

  G_OBJECT_CLASS (rea_campaign_view_parent_class)->dispose (object);
}

static void
rea_campaign_view_class_init (ReaCampaignViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rea_campaign_view_dispose;

  g_type_ensure (REA_TYPE_CONVERSATIONS_PAGE);
  g_type_ensure (REA_TYPE_DRAFT_BAR);
  g_type_ensure (REA_TYPE_SELECTION_BAR);
  g_type_ensure (REA_TYPE_SENDERS_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-campaign-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignView, status_bar);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignView, status_label);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignView, draft_bar);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignView, toasts);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignView, notebook);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignView, conversations);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignView, senders_page);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignView, foot);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignView, summary_box);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignView, summary_label);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignView, last_move_label);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignView, senders_bar);
  gtk_widget_class_bind_template_callback (widget_class, update_summary);
  gtk_widget_class_bind_template_callback (widget_class, update_foot);
  gtk_widget_class_bind_template_callback (widget_class, rea_senders_page_clear_ticks);
  gtk_widget_class_bind_template_callback (widget_class, rea_senders_page_reassign_ticked);
  gtk_widget_class_bind_template_callback (widget_class, rea_senders_page_remind_ticked);
}

static void
rea_campaign_view_init (ReaCampaignView *self)
{
  const GActionEntry entries[] = {
    { "show-holder", show_holder_action, "s", NULL, NULL, { 0 } },
    { "sweep", sweep_action, NULL, NULL, NULL, { 0 } },
    { "history", history_action, NULL, NULL, NULL, { 0 } },
    { "show-trail", show_trail_action, "x", NULL, NULL, { 0 } },
    { "show-move", show_move_action, "x", NULL, NULL, { 0 } },
    { "search", search_action, NULL, NULL, NULL, { 0 } },
    { "tab", tab_action, "i", NULL, NULL, { 0 } },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  self->undoer = rea_undoer_new (G_ACTION_MAP (self->actions));
  self->moves = rea_campaign_moves_new (GTK_WIDGET (self), self->toasts,
                                        G_ACTION_MAP (self->actions), self->undoer);
  self->reminder = rea_reminder_new (GTK_WIDGET (self), self->toasts, G_ACTION_MAP (self->actions));
  rea_a11y_name_notebook (self->notebook);
  update_summary (self);
}
