/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-conversations-page.h"

#include "rea-a11y.h"
#include "rea-clock.h"
#include "rea-conversation-actions.h"
#include "rea-conversation-filters.h"
#include "rea-conversations-foot.h"
#include "rea-format.h"
#include "rea-holder-choices.h"
#include "rea-overview-strip.h"
#include "rea-settings.h"
#include "rea-tab-stop.h"

#include <glib/gi18n-lib.h>

struct _ReaConversationsPage
{
  AdwBin parent_instance;

  ReaOverviewStrip       *overview_strip;
  GtkMenuButton          *bulk_button;
  ReaConversationFilters *filters;
  GtkMenuButton          *sort_button;
  GtkEditable            *search_entry;
  GtkStack               *stack;
  ReaConversationsTable  *table;
  AdwStatusPage          *error_page;
  ReaConversationsFoot   *foot;

  ReaCampaignModel    *campaign;
  ReaSenderList       *senders;
  ReaConversationList *list;
  gboolean             setting;
  gboolean             can_move;
};

enum
{
  PROP_TILE = 1,
  PROP_SORT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReaConversationsPage, rea_conversations_page, ADW_TYPE_BIN)

static void
update_overview (ReaConversationsPage *self)
{
  const ReaOverview *overview = rea_campaign_model_get_overview (self->campaign);

  g_autofree char *last_move = NULL;

  if (overview != NULL)
    rea_overview_strip_set_overview (self->overview_strip, overview);

  g_object_get (self->campaign, "last-move-text", &last_move, NULL);
  rea_conversations_foot_set_last_move (self->foot, last_move);
}

/* When it will be done is told from now. */
static void
tick_cb (ReaConversationsPage *self)
{
  if (self->campaign != NULL)
    update_overview (self);
}

static gboolean
is_filtered (ReaConversationsPage *self)
{
  g_autoptr (ReaFilter) all = rea_filter_new ();

  return !rea_filter_equal (rea_conversation_list_get_filter (self->list), all);
}

static char *
dup_summary (ReaConversationsPage *self, guint n, gboolean late)
{
  g_autofree char *number = rea_format_number (n);

  if (late)
    {
      /* TRANSLATORS: in place of how many conversations are listed, while they are counted. */
      return g_strdup (_ ("Counting…"));
    }

  if (is_filtered (self))
    {
      /* TRANSLATORS: how many conversations pass the filters. */
      return g_strdup_printf (ngettext ("%s conversation listed", "%s conversations listed", n),
                              number);
    }

  /* TRANSLATORS: how many conversations the campaign has. */
  return g_strdup_printf (ngettext ("%s conversation", "%s conversations", n), number);
}

static void
update_stack (ReaConversationsPage *self)
{
  guint            n;
  gboolean         loading;
  gboolean         late;
  g_autofree char *error = NULL;
  g_autofree char *summary = NULL;

  if (self->list == NULL)
    return;

  n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_object_get (self->list, "loading", &loading, "error", &error, NULL);
  g_object_get (self->table, "late", &late, NULL);

  if (error != NULL)
    {
      adw_status_page_set_description (self->error_page, error);
      gtk_stack_set_visible_child_name (self->stack, "error");
    }
  else if (n > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (!loading)
    gtk_stack_set_visible_child_name (self->stack, is_filtered (self) ? "no-hit" : "empty");

  /* What was counted last stays until it is late; a number that comes at once does not flicker. */
  if (loading && !late)
    return;

  summary = dup_summary (self, n, late);
  rea_conversations_foot_set_listed (self->foot, summary, n, is_filtered (self), loading);
}

/* A single sender is not remembered: the next evening has other ones. */
static void
remember_filter (ReaConversationsPage *self)
{
  guint holder = rea_conversation_filters_get_holder (self->filters);

  rea_settings_set_choice ("conversations-status",
                           (guint) (rea_conversation_filters_get_status (self->filters) + 1));
  rea_settings_set_choice ("conversations-holder",
                           holder <= REA_HOLDER_CHOICE_UNASSIGNED ? holder : REA_HOLDER_CHOICE_ANY);
}

static void
filter_changed_cb (ReaConversationsPage *self)
{
  g_autoptr (ReaFilter) filter = NULL;

  if (self->list == NULL || self->setting)
    return;

  filter = rea_conversation_filters_dup (self->filters);
  if (*gtk_editable_get_text (self->search_entry) != '\0')
    rea_filter_set_search (filter, gtk_editable_get_text (self->search_entry));

  rea_conversation_list_set_filter (self->list, filter);
  remember_filter (self);
  update_stack (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TILE]);
}

/* All that is set at once makes one change of the filter. */
static void
set_filter (ReaConversationsPage *self, ReaStatus status, guint holder)
{
  self->setting = TRUE;
  rea_conversation_filters_set (self->filters, status, holder);
  gtk_editable_set_text (self->search_entry, "");
  self->setting = FALSE;
  filter_changed_cb (self);
}

static void
stop_search_cb (ReaConversationsPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static const char *
get_tile (ReaConversationsPage *self)
{
  ReaStatus status = rea_conversation_filters_get_status (self->filters);
  guint     holder = rea_conversation_filters_get_holder (self->filters);

  if (status == REA_STATUS_NOT_STARTED)
    return "not-started";
  if (status == REA_STATUS_NEEDS_REPLY)
    return "needs-reply";
  if (status == REA_STATUS_ANY && holder == REA_HOLDER_CHOICE_UNASSIGNED)
    return "unassigned";
  if (self->list == NULL || !is_filtered (self))
    return "total";

  return "";
}

static void
set_tile (ReaConversationsPage *self, const char *tile)
{
  if (g_strcmp0 (tile, "not-started") == 0)
    set_filter (self, REA_STATUS_NOT_STARTED, REA_HOLDER_CHOICE_ANY);
  else if (g_strcmp0 (tile, "needs-reply") == 0)
    set_filter (self, REA_STATUS_NEEDS_REPLY, REA_HOLDER_CHOICE_ANY);
  else if (g_strcmp0 (tile, "unassigned") == 0)
    set_filter (self, REA_STATUS_ANY, REA_HOLDER_CHOICE_UNASSIGNED);
  else
    set_filter (self, REA_STATUS_ANY, REA_HOLDER_CHOICE_ANY);
}

static void
sort_cb (ReaConversationsPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

/* Moves. */

static void
busy_cb (ReaConversationsPage *self)
{
  gboolean busy;

  if (self->list == NULL)
    return;

  g_object_get (rea_conversations_table_get_selection (self->table), "busy", &busy, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conversations.reassign-selected",
                                 self->can_move && !busy);
}

/**
 * rea_conversations_page_set_campaign:
 * @self: the page
 * @service: the service
 * @campaign: the campaign that is shown
 * @senders: its senders
 *
 * Shows a campaign.
 */
void
rea_conversations_page_set_campaign (ReaConversationsPage *self,
                                     ReaService           *service,
                                     ReaCampaignModel     *campaign,
                                     ReaSenderList        *senders)
{
  ReaConversationSelection *selection;

  if (self->campaign != NULL)
    g_signal_handlers_disconnect_by_data (self->campaign, self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);

  g_set_object (&self->campaign, campaign);
  g_set_object (&self->senders, senders);
  g_clear_object (&self->list);
  self->list = rea_conversation_list_new (service, rea_campaign_model_get_id (campaign));
  rea_conversations_table_set_list (self->table, self->list);
  selection = rea_conversations_table_get_selection (self->table);
  rea_conversations_foot_set_selection (self->foot, selection);
  g_signal_connect_object (selection, "notify::busy", G_CALLBACK (busy_cb), self,
                           G_CONNECT_SWAPPED);
  rea_conversation_filters_set_senders (self->filters, senders);

  g_signal_connect_object (campaign, "notify", G_CALLBACK (update_overview), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED);

  update_overview (self);
  set_filter (self, (int) rea_settings_get_choice ("conversations-status") - 1,
              rea_settings_get_choice ("conversations-holder"));
}

/**
 * rea_conversations_page_set_reason:
 * @self: the page
 * @reason: (nullable): why nothing can be moved, or %NULL if it can
 *
 * Says why the moves are not offered.
 */
void
rea_conversations_page_set_reason (ReaConversationsPage *self, const char *reason)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->bulk_button), reason == NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->bulk_button), reason);
  rea_conversations_foot_set_reason (self->foot, reason);
  self->can_move = reason == NULL;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conversations.reassign-one", self->can_move);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conversations.reassign-listed",
                                 self->can_move);
  busy_cb (self);
}

/**
 * rea_conversations_page_show_holder:
 * @self: the page
 * @email: (nullable): a sender's e-mail, or %NULL for unassigned
 *
 * Lists what one sender holds, or nobody.
 */
void
rea_conversations_page_show_holder (ReaConversationsPage *self, const char *email)
{
  set_filter (self, REA_STATUS_ANY, rea_holder_choices_find (self->senders, email));
}

/**
 * rea_conversations_page_show_named:
 * @self: the page
 * @ids: (transfer full) (element-type gint64): conversations, ascending
 * @label: what they are, in a few words
 *
 * Lists these conversations.
 */
void
rea_conversations_page_show_named (ReaConversationsPage *self, GArray *ids, const char *label)
{
  self->setting = TRUE;
  rea_conversation_filters_set_named (self->filters, ids, label);
  gtk_editable_set_text (self->search_entry, "");
  self->setting = FALSE;
  filter_changed_cb (self);
}

static gboolean
rea_conversations_page_grab_focus (GtkWidget *widget)
{
  /* GTK asks again where Tab leads out of here, and it is let go then. */
  if (rea_tab_stop_is_within (widget))
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (REA_CONVERSATIONS_PAGE (widget)->overview_strip));
}

/**
 * rea_conversations_page_get_list:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): what is listed
 */
ReaConversationList *
rea_conversations_page_get_list (ReaConversationsPage *self)
{
  g_return_val_if_fail (REA_IS_CONVERSATIONS_PAGE (self), NULL);

  return self->list;
}

/**
 * rea_conversations_page_get_table:
 * @self: the page
 *
 * Returns: (transfer none): the table, where ticks are set
 */
ReaConversationsTable *
rea_conversations_page_get_table (ReaConversationsPage *self)
{
  g_return_val_if_fail (REA_IS_CONVERSATIONS_PAGE (self), NULL);

  return self->table;
}

/**
 * rea_conversations_page_search:
 * @self: the page
 *
 * Puts the focus into the search.
 */
void
rea_conversations_page_search (ReaConversationsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
rea_conversations_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaConversationsPage *self = REA_CONVERSATIONS_PAGE (object);

  switch (id)
    {
    case PROP_TILE:
      g_value_set_string (value, get_tile (self));
      break;
    case PROP_SORT:
      g_object_get_property (G_OBJECT (self->table), "sort", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_conversations_page_set_property (GObject      *object,
                                     guint         id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  ReaConversationsPage *self = REA_CONVERSATIONS_PAGE (object);

  switch (id)
    {
    case PROP_TILE:
      set_tile (self, g_value_get_string (value));
      break;
    case PROP_SORT:
      g_object_set_property (G_OBJECT (self->table), "sort", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_conversations_page_dispose (GObject *object)
{
  ReaConversationsPage *self = REA_CONVERSATIONS_PAGE (object);

  g_clear_object (&self->list);
  g_clear_object (&self->campaign);
  g_clear_object (&self->senders);

  G_OBJECT_CLASS (rea_conversations_page_parent_class)->dispose (object);
}

static void
rea_conversations_page_class_init (ReaConversationsPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rea_conversations_page_get_property;
  object_class->set_property = rea_conversations_page_set_property;
  object_class->dispose = rea_conversations_page_dispose;
  widget_class->grab_focus = rea_conversations_page_grab_focus;

  /**
   * ReaConversationsPage:tile:
   *
   * The tile that is the filter of the list: total, not-started, needs-reply,
   * unassigned, or empty where none of them says it.
   */
  properties[PROP_TILE] =
      g_param_spec_string ("tile", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * ReaConversationsPage:sort:
   *
   * How the list is sorted: id, name or waiting.
   */
  properties[PROP_SORT] =
      g_param_spec_string ("sort", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (REA_TYPE_OVERVIEW_STRIP);
  g_type_ensure (REA_TYPE_CONVERSATION_FILTERS);
  g_type_ensure (REA_TYPE_CONVERSATIONS_FOOT);
  g_type_ensure (REA_TYPE_CONVERSATIONS_TABLE);

  gtk_widget_class_install_property_action (widget_class, "conversations.tile", "tile");
  gtk_widget_class_install_property_action (widget_class, "conversations.sort", "sort");
  rea_conversation_actions_install (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-conversations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsPage, overview_strip);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsPage, bulk_button);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsPage, sort_button);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsPage, table);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsPage, foot);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_stack);
}

static void
rea_conversations_page_init (ReaConversationsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (rea_clock_get_default (), "tick", G_CALLBACK (tick_cb), self,
                           G_CONNECT_SWAPPED);
  rea_conversations_table_set_column_menu (self->table, self->sort_button);
  rea_settings_bind ("conversations-sort", self->table, "sort");

  /* TRANSLATORS: what a screen reader calls the button of the menu of orders. */
  rea_a11y_set_label (GTK_WIDGET (self->sort_button), _ ("Sort conversations"));
}
