/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-senders-page.h"

#include "rea-a11y.h"
#include "rea-campaign-view.h"
#include "rea-format.h"
#include "rea-sender-selection-text.h"
#include "rea-senders-table.h"
#include "rea-settings.h"

#include <glib/gi18n-lib.h>

struct _ReaSendersPage
{
  AdwBin parent_instance;

  GtkMenuButton   *sort_button;
  GtkDropDown     *filter_drop_down;
  GtkEditable     *search_entry;
  GtkStack        *stack;
  ReaSendersTable *table;
  AdwStatusPage   *error_page;

  char               *reason;
  char               *summary;
  ReaSenderList      *senders;
  ReaSenderSelection *ticks;
  gboolean            can_manage;
};

enum
{
  PROP_SUMMARY = 1,
  PROP_REASON,
  PROP_TICKED_TEXT,
  PROP_TICKED_DETAIL,
  PROP_HAS_TICKS,
  PROP_CAN_MANAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReaSendersPage, rea_senders_page, ADW_TYPE_BIN)

static void
update_stack (ReaSendersPage *self)
{
  guint            n_shown;
  gint64           n_senders;
  gint64           n_online;
  gboolean         loaded;
  g_autofree char *error = NULL;
  g_autofree char *senders = NULL;
  g_autofree char *online = NULL;

  g_object_get (self->senders, "loaded", &loaded, "error", &error, "n-senders", &n_senders,
                "n-online", &n_online, NULL);
  n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->ticks));

  if (error != NULL)
    {
      adw_status_page_set_description (self->error_page, error);
      gtk_stack_set_visible_child_name (self->stack, "error");
    }
  else if (loaded && n_senders == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else if (loaded && n_shown <= 1)
    gtk_stack_set_visible_child_name (self->stack, "no-hit");
  else
    gtk_stack_set_visible_child_name (self->stack, "list");

  senders = rea_format_number (n_senders);
  online = rea_format_number (n_online);
  /* TRANSLATORS: below the table of senders: how many, and how many of them are online. */
  g_free (self->summary);
  self->summary = g_strdup_printf (ngettext ("%1$s sender, %2$s online",
                                             "%1$s senders, %2$s online", n_senders),
                                   senders, online);
  self->summary = rea_sender_selection_removed (self->summary,
                                                rea_sender_selection_get_n_removed (self->ticks));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

static void
filter_changed_cb (ReaSendersPage *self)
{
  if (self->senders == NULL)
    return;

  rea_senders_table_set_filter (self->table, gtk_drop_down_get_selected (self->filter_drop_down),
                                gtk_editable_get_text (self->search_entry));
  rea_settings_set_choice ("senders-shown", gtk_drop_down_get_selected (self->filter_drop_down));
  update_stack (self);
}

static void
show_all_cb (ReaSendersPage *self)
{
  gtk_drop_down_set_selected (self->filter_drop_down, REA_SENDERS_ALL);
  gtk_editable_set_text (self->search_entry, "");
  filter_changed_cb (self);
}

static void
stop_search_cb (ReaSendersPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
ticks_changed_cb (ReaSendersPage *self)
{
  update_stack (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TICKED_TEXT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TICKED_DETAIL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_TICKS]);
}

/**
 * rea_senders_page_set_senders:
 * @self: the page
 * @senders: the senders of a campaign
 *
 * Shows the senders of a campaign.
 */
void
rea_senders_page_set_senders (ReaSendersPage *self, ReaSenderList *senders)
{
  if (self->senders != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->senders, self);
      g_signal_handlers_disconnect_by_data (self->ticks, self);
    }

  g_set_object (&self->senders, senders);
  rea_senders_table_set_senders (self->table, senders);
  g_set_object (&self->ticks, rea_senders_table_get_selection (self->table));

  g_signal_connect_object (senders, "notify", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ticks, "items-changed", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->ticks, "changed", G_CALLBACK (ticks_changed_cb), self,
                           G_CONNECT_SWAPPED);
  ticks_changed_cb (self);
  gtk_drop_down_set_selected (self->filter_drop_down, rea_settings_get_choice ("senders-shown"));
  gtk_editable_set_text (self->search_entry, "");
  filter_changed_cb (self);
}

/**
 * rea_senders_page_set_reason:
 * @self: the page
 * @reason: (nullable): why nothing can be moved, or %NULL if it can
 *
 * Says why the moves are not offered.
 */
void
rea_senders_page_set_reason (ReaSendersPage *self, const char *reason)
{
  g_free (self->reason);
  self->reason = g_strdup (reason);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REASON]);
}

/**
 * rea_senders_page_get_reason:
 * @self: the page
 *
 * Returns: (nullable): why nothing can be moved
 */
const char *
rea_senders_page_get_reason (ReaSendersPage *self)
{
  return self->reason;
}

/**
 * rea_senders_page_clear_ticks:
 * @self: the page
 *
 * Takes all ticks.
 */
void
rea_senders_page_clear_ticks (ReaSendersPage *self)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->ticks));
}

/**
 * rea_senders_page_reassign_ticked:
 * @self: the page
 *
 * Opens the dialog for what all who are ticked hold.
 */
void
rea_senders_page_reassign_ticked (ReaSendersPage *self)
{
  g_auto (GStrv) emails = rea_sender_selection_dup_emails (self->ticks);
  g_autoptr (ReaFilter) from = rea_filter_new ();

  rea_filter_set_senders (from, (const char *const *) emails);
  rea_campaign_view_reassign (GTK_WIDGET (self), REA_REASSIGN_SENDERS, from);
}

/**
 * rea_senders_page_remind_ticked:
 * @self: the page
 *
 * Copies a text that reminds all who are ticked.
 */
void
rea_senders_page_remind_ticked (ReaSendersPage *self)
{
  g_auto (GStrv) emails = rea_sender_selection_dup_emails (self->ticks);

  gtk_widget_activate_action (GTK_WIDGET (self), "campaign.remind", "^as", emails);
}

/**
 * rea_senders_page_show:
 * @self: the page
 * @which: which senders
 *
 * Lists these senders, whatever was searched for.
 */
void
rea_senders_page_show (ReaSendersPage *self, ReaSenders which)
{
  gtk_drop_down_set_selected (self->filter_drop_down, which);
  gtk_editable_set_text (self->search_entry, "");
  filter_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/**
 * rea_senders_page_focus_table:
 * @self: the page
 *
 * Puts the focus into the table.
 */
void
rea_senders_page_focus_table (ReaSendersPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/**
 * rea_senders_page_search:
 * @self: the page
 *
 * Puts the focus into the search.
 */
void
rea_senders_page_search (ReaSendersPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
rea_senders_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaSendersPage *self = REA_SENDERS_PAGE (object);

  switch (id)
    {
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    case PROP_TICKED_TEXT:
      g_value_take_string (value, rea_sender_selection_text (self->ticks));
      break;
    case PROP_TICKED_DETAIL:
      g_value_take_string (value, rea_sender_selection_detail (self->ticks));
      break;
    case PROP_HAS_TICKS:
      g_value_set_boolean (value, rea_senders_table_has_ticks (self->table));
      break;
    case PROP_CAN_MANAGE:
      g_value_set_boolean (value, self->can_manage);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_senders_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ReaSendersPage *self = REA_SENDERS_PAGE (object);

  switch (id)
    {
    case PROP_CAN_MANAGE:
      self->can_manage = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_senders_page_dispose (GObject *object)
{
  ReaSendersPage *self = REA_SENDERS_PAGE (object);

  /* A table that goes away is in another order once more. */
  if (self->ticks != NULL)
    g_signal_handlers_disconnect_by_data (self->ticks, self);

  g_clear_object (&self->senders);
  g_clear_object (&self->ticks);

  G_OBJECT_CLASS (rea_senders_page_parent_class)->dispose (object);
}

static void
rea_senders_page_finalize (GObject *object)
{
  ReaSendersPage *self = REA_SENDERS_PAGE (object);

  g_free (self->reason);
  g_free (self->summary);

  G_OBJECT_CLASS (rea_senders_page_parent_class)->finalize (object);
}

static void
clear_ticks_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rea_senders_page_clear_ticks (REA_SENDERS_PAGE (widget));
}

static void
reassign_ticked_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rea_senders_page_reassign_ticked (REA_SENDERS_PAGE (widget));
}

static void
remind_ticked_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rea_senders_page_remind_ticked (REA_SENDERS_PAGE (widget));
}

static void
rea_senders_page_class_init (ReaSendersPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rea_senders_page_get_property;
  object_class->set_property = rea_senders_page_set_property;
  object_class->dispose = rea_senders_page_dispose;
  object_class->finalize = rea_senders_page_finalize;

  properties[PROP_SUMMARY] =
      g_param_spec_string ("summary", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REASON] =
      g_param_spec_string ("reason", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TICKED_TEXT] = g_param_spec_string ("ticked-text", NULL, NULL, NULL,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TICKED_DETAIL] = g_param_spec_string ("ticked-detail", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HAS_TICKS] = g_param_spec_boolean ("has-ticks", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_MANAGE] =
      g_param_spec_boolean ("can-manage", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (REA_TYPE_SENDERS_TABLE);

  gtk_widget_class_install_action (widget_class, "senders.clear-ticks", NULL, clear_ticks_action);
  gtk_widget_class_install_action (widget_class, "senders.reassign-ticked", NULL,
                                   reassign_ticked_action);
  gtk_widget_class_install_action (widget_class, "senders.remind-ticked", NULL,
                                   remind_ticked_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-senders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaSendersPage, sort_button);
  gtk_widget_class_bind_template_child (widget_class, ReaSendersPage, filter_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ReaSendersPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaSendersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ReaSendersPage, table);
  gtk_widget_class_bind_template_child (widget_class, ReaSendersPage, error_page);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
add_order (GActionMap *orders, ReaSendersPage *self, const char *name)
{
  g_autoptr (GAction) action = G_ACTION (g_property_action_new (name, self->table, name));

  g_action_map_add_action (orders, action);
}

static void
rea_senders_page_init (ReaSendersPage *self)
{
  g_autoptr (GSimpleActionGroup) orders = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  rea_senders_table_set_sort_button (self->table, self->sort_button);
  add_order (G_ACTION_MAP (orders), self, "sort");
  add_order (G_ACTION_MAP (orders), self, "direction");
  gtk_widget_insert_action_group (GTK_WIDGET (self), "order", G_ACTION_GROUP (orders));

  /* TRANSLATORS: what a screen reader calls a drop-down. */
  rea_a11y_name_drop_down (self->filter_drop_down, _ ("Show"));
}
