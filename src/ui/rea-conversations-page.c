/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-conversations-page.h"

#include "rea-a11y.h"
#include "rea-column-menu.h"
#include "rea-table-columns.h"
#include "rea-conversation-cells.h"
#include "rea-conversation-list.h"
#include "rea-format.h"
#include "rea-holder-choices.h"
#include "rea-overview-strip.h"
#include "rea-settings.h"
#include "rea-tab-stop.h"

#include <glib/gi18n-lib.h>

/* The drop-down begins with Any Status; the statuses follow in their order. */
#define STATUS_POSITION(status) ((guint) (status) + 1)

struct _ReaConversationsPage
{
  AdwBin parent_instance;

  ReaOverviewStrip *overview_strip;
  GtkMenuButton    *bulk_button;
  GtkDropDown      *status_drop_down;
  GtkDropDown      *holder_drop_down;
  GtkMenuButton    *sort_button;
  GtkEditable      *search_entry;
  GtkStack         *stack;
  GtkColumnView    *view;
  AdwStatusPage    *error_page;

  ReaCampaignModel    *campaign;
  ReaSenderList       *senders;
  ReaConversationList *list;
  ReaSort              sort;
  gboolean             setting;
  char                *summary;
};

enum
{
  PROP_TILE = 1,
  PROP_SORT,
  PROP_SUMMARY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReaConversationsPage, rea_conversations_page, ADW_TYPE_BIN)

static const ReaTableColumn columns[] = {
  { "contact", rea_conversation_cells_contact, NULL, FALSE },
  { "phone", rea_conversation_cells_phone, NULL, FALSE },
  { "status", rea_conversation_cells_status, NULL, FALSE },
  { "sender", rea_conversation_cells_sender, NULL, FALSE },
  { "message", rea_conversation_cells_message, NULL, FALSE },
  { "waiting", rea_conversation_cells_waiting, NULL, TRUE },
};

static const char *const sorts[] = {
  [REA_SORT_ID] = "id",
  [REA_SORT_NAME] = "name",
  [REA_SORT_WAITING] = "waiting",
};

static void
update_overview (ReaConversationsPage *self)
{
  const ReaOverview *overview = rea_campaign_model_get_overview (self->campaign);

  if (overview != NULL)
    rea_overview_strip_set_overview (self->overview_strip, overview);
}

static gboolean
is_filtered (ReaConversationsPage *self)
{
  return gtk_drop_down_get_selected (self->status_drop_down) != 0 ||
         gtk_drop_down_get_selected (self->holder_drop_down) != REA_HOLDER_CHOICE_ANY ||
         *gtk_editable_get_text (self->search_entry) != '\0';
}

static void
update_stack (ReaConversationsPage *self)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  gboolean         loading;
  g_autofree char *error = NULL;
  g_autofree char *number = rea_format_number (n);

  g_object_get (self->list, "loading", &loading, "error", &error, NULL);

  if (error != NULL)
    {
      adw_status_page_set_description (self->error_page, error);
      gtk_stack_set_visible_child_name (self->stack, "error");
    }
  else if (n > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (!loading)
    gtk_stack_set_visible_child_name (self->stack, is_filtered (self) ? "no-hit" : "empty");

  g_free (self->summary);
  if (is_filtered (self))
    {
      /* TRANSLATORS: how many conversations pass the filters. */
      self->summary =
          g_strdup_printf (ngettext ("%s conversation listed", "%s conversations listed", n),
                           number);
    }
  else
    {
      /* TRANSLATORS: how many conversations the campaign has. */
      self->summary = g_strdup_printf (ngettext ("%s conversation", "%s conversations", n), number);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

/* A single sender is not remembered: the next evening has other ones. */
static void
remember_filter (ReaConversationsPage *self)
{
  guint holder = gtk_drop_down_get_selected (self->holder_drop_down);

  rea_settings_set_choice ("conversations-status",
                           gtk_drop_down_get_selected (self->status_drop_down));
  rea_settings_set_choice ("conversations-holder",
                           holder <= REA_HOLDER_CHOICE_UNASSIGNED ? holder : REA_HOLDER_CHOICE_ANY);
}

static void
filter_changed_cb (ReaConversationsPage *self)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();

  if (self->list == NULL || self->setting)
    return;

  filter->status = (int) gtk_drop_down_get_selected (self->status_drop_down) - 1;
  rea_holder_choices_apply (self->senders, gtk_drop_down_get_selected (self->holder_drop_down),
                            filter);

  if (*gtk_editable_get_text (self->search_entry) != '\0')
    rea_filter_set_search (filter, gtk_editable_get_text (self->search_entry));

  rea_conversation_list_set_filter (self->list, filter);
  remember_filter (self);
  update_stack (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TILE]);
}

/* Several drop-downs at once make one change of the filter. */
static void
set_filter (ReaConversationsPage *self, ReaStatus status, guint holder)
{
  self->setting = TRUE;
  gtk_drop_down_set_selected (self->status_drop_down, STATUS_POSITION (status));
  gtk_drop_down_set_selected (self->holder_drop_down, holder);
  gtk_editable_set_text (self->search_entry, "");
  self->setting = FALSE;
  filter_changed_cb (self);
}

static void
stop_search_cb (ReaConversationsPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static const char *
get_tile (ReaConversationsPage *self)
{
  guint status = gtk_drop_down_get_selected (self->status_drop_down);
  guint holder = gtk_drop_down_get_selected (self->holder_drop_down);

  if (status == STATUS_POSITION (REA_STATUS_NOT_STARTED))
    return "not-started";
  if (status == STATUS_POSITION (REA_STATUS_NEEDS_REPLY))
    return "needs-reply";
  if (status == STATUS_POSITION (REA_STATUS_ANY) && holder == REA_HOLDER_CHOICE_UNASSIGNED)
    return "unassigned";
  if (!is_filtered (self))
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
set_sort (ReaConversationsPage *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_strcmp0 (sorts[i], name) == 0)
      self->sort = i;

  if (self->list != NULL)
    rea_conversation_list_set_sort (self->list, self->sort);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
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
  g_autoptr (GListModel) holders = rea_holder_choices_new (senders);
  g_autoptr (GtkSelectionModel) rows = NULL;

  if (self->campaign != NULL)
    g_signal_handlers_disconnect_by_data (self->campaign, self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);

  g_set_object (&self->campaign, campaign);
  g_set_object (&self->senders, senders);
  g_clear_object (&self->list);
  self->list = rea_conversation_list_new (service, rea_campaign_model_get_id (campaign));
  rea_conversation_list_set_sort (self->list, self->sort);

  rows = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->list))));
  gtk_column_view_set_model (self->view, rows);

  self->setting = TRUE;
  gtk_drop_down_set_model (self->holder_drop_down, holders);
  self->setting = FALSE;

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

static gboolean
rea_conversations_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (REA_CONVERSATIONS_PAGE (widget)->overview_strip));
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
      g_value_set_string (value, sorts[self->sort]);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
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
      set_sort (self, g_value_get_string (value));
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
rea_conversations_page_finalize (GObject *object)
{
  ReaConversationsPage *self = REA_CONVERSATIONS_PAGE (object);

  g_free (self->summary);

  G_OBJECT_CLASS (rea_conversations_page_parent_class)->finalize (object);
}

static void
rea_conversations_page_class_init (ReaConversationsPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rea_conversations_page_get_property;
  object_class->set_property = rea_conversations_page_set_property;
  object_class->dispose = rea_conversations_page_dispose;
  object_class->finalize = rea_conversations_page_finalize;
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

  /**
   * ReaConversationsPage:summary:
   *
   * How much is listed, in a few words.
   */
  properties[PROP_SUMMARY] =
      g_param_spec_string ("summary", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (REA_TYPE_OVERVIEW_STRIP);
  g_type_ensure (REA_TYPE_TAB_STOP);

  gtk_widget_class_install_property_action (widget_class, "conversations.tile", "tile");
  gtk_widget_class_install_property_action (widget_class, "conversations.sort", "sort");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-conversations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsPage, overview_strip);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsPage, bulk_button);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsPage, status_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsPage, holder_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsPage, sort_button);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsPage, view);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsPage, error_page);
  rea_table_columns_declare (widget_class, columns, G_N_ELEMENTS (columns));
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
rea_conversations_page_init (ReaConversationsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  rea_table_columns_set_up (GTK_WIDGET (self), self->view, columns, G_N_ELEMENTS (columns));
  rea_column_menu_set_up (GTK_WIDGET (self), self->view, columns, G_N_ELEMENTS (columns), "contact",
                          self->sort_button, "conversations-hidden-columns");

  self->sort = REA_SORT_WAITING;
  rea_settings_bind ("conversations-sort", self, "sort");

  /* TRANSLATORS: what a screen reader calls the table. */
  rea_a11y_name_column_view (self->view, _ ("Conversations"));
  /* TRANSLATORS: what a screen reader calls a drop-down. */
  rea_a11y_name_drop_down (self->status_drop_down, _ ("Status"));
  /* TRANSLATORS: what a screen reader calls a drop-down. */
  rea_a11y_name_drop_down (self->holder_drop_down, _ ("Sender"));
  /* TRANSLATORS: what a screen reader calls the button of the menu of orders. */
  rea_a11y_set_label (GTK_WIDGET (self->sort_button), _ ("Sort conversations"));
}
