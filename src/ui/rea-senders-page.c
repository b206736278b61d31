/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-senders-page.h"

#include "rea-a11y.h"
#include "rea-clock.h"
#include "rea-column-menu.h"
#include "rea-table-columns.h"
#include "rea-format.h"
#include "rea-sender-cells.h"
#include "rea-sender-filter.h"
#include "rea-sender-orders.h"
#include "rea-settings.h"
#include "rea-tab-stop.h"

#include <glib/gi18n-lib.h>

struct _ReaSendersPage
{
  AdwBin parent_instance;

  GtkMenuButton *sort_button;
  GtkDropDown   *filter_drop_down;
  GtkEditable   *search_entry;
  GtkStack      *stack;
  GtkColumnView *view;
  AdwStatusPage *error_page;

  char            *reason;
  char            *summary;
  ReaSenderList   *senders;
  ReaSenderFilter *filter;
  GtkSorter       *sorter;
};

enum
{
  PROP_SORT = 1,
  PROP_DIRECTION,
  PROP_SUMMARY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const ReaTableColumn columns[] = {
  { "presence", rea_sender_cells_presence, rea_sender_orders_presence, FALSE },
  { "first-name", rea_sender_cells_first_name, rea_sender_orders_first_name, FALSE },
  { "last-name", rea_sender_cells_last_name, rea_sender_orders_last_name, FALSE },
  { "progress", rea_sender_cells_progress, rea_sender_orders_progress, FALSE },
  { "needs-reply", rea_sender_cells_needs_reply, rea_sender_orders_needs_reply, TRUE },
  { "waiting", rea_sender_cells_waiting, rea_sender_orders_waiting, TRUE },
  { "sent", rea_sender_cells_sent, rea_sender_orders_sent, TRUE },
  { "last-seen", rea_sender_cells_last_seen, rea_sender_orders_last_seen, TRUE },
  { "menu", rea_sender_cells_menu, NULL, FALSE },
};

static const char *const directions[] = {
  [GTK_SORT_ASCENDING] = "ascending",
  [GTK_SORT_DESCENDING] = "descending",
};

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
  n_shown = g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (self->view)));

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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

static void
filter_changed_cb (ReaSendersPage *self)
{
  if (self->senders == NULL)
    return;

  rea_sender_filter_set (self->filter, gtk_drop_down_get_selected (self->filter_drop_down),
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
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
activate_cb (ReaSendersPage *self, guint position)
{
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (self->view));
  g_autoptr (ReaSenderItem) item = g_list_model_get_item (rows, position);
  const char *email = rea_sender_item_get_email (item);

  gtk_widget_activate_action (GTK_WIDGET (self), "campaign.show-holder", "s",
                              email != NULL ? email : "");
}

/* Rows find their new places together, every few seconds, and never under an open
 * menu or while one of them is pressed: a table that is read must not jump.
 */
static void
tick_cb (ReaSendersPage *self)
{
  GtkWidget *focus = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus != NULL)
    focus = gtk_root_get_focus (GTK_ROOT (focus));

  if (self->senders == NULL ||
      (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL))
    return;

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  update_stack (self);
}

static void
sorted_cb (ReaSendersPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRECTION]);
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
  GtkFilterListModel *filtered;
  GtkSortListModel   *sorted;
  g_autoptr (GtkSelectionModel) rows = NULL;

  if (self->senders != NULL)
    g_signal_handlers_disconnect_by_data (self->senders, self);

  g_set_object (&self->senders, senders);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (senders)),
                                        GTK_FILTER (g_object_ref (self->filter)));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (self->sorter));
  rows = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (self->view, rows);

  g_signal_connect_object (senders, "notify", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (senders, "items-changed", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
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
  GtkSortType     direction;
  const char     *sort = rea_table_columns_get_sorted (self->view, &direction);

  switch (id)
    {
    case PROP_SORT:
      g_value_set_string (value, sort != NULL ? sort : "");
      break;
    case PROP_DIRECTION:
      g_value_set_string (value, directions[direction]);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_senders_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ReaSendersPage *self = REA_SENDERS_PAGE (object);
  GtkSortType     direction;
  const char     *sort = rea_table_columns_get_sorted (self->view, &direction);
  const char     *name = g_value_get_string (value);

  switch (id)
    {
    case PROP_SORT:
      rea_column_menu_reveal (self->view, name);
      rea_table_columns_sort (self->view, name, direction);
      break;
    case PROP_DIRECTION:
      direction = g_strcmp0 (name, directions[GTK_SORT_DESCENDING]) == 0;
      rea_table_columns_sort (self->view, sort, direction);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_senders_page_dispose (GObject *object)
{
  ReaSendersPage *self = REA_SENDERS_PAGE (object);

  g_clear_object (&self->senders);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);

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
rea_senders_page_class_init (ReaSendersPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rea_senders_page_get_property;
  object_class->set_property = rea_senders_page_set_property;
  object_class->dispose = rea_senders_page_dispose;
  object_class->finalize = rea_senders_page_finalize;

  /**
   * ReaSendersPage:sort:
   *
   * The column by which the senders are sorted.
   */
  properties[PROP_SORT] =
      g_param_spec_string ("sort", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * ReaSendersPage:direction:
   *
   * The direction in which they are: ascending or descending.
   */
  properties[PROP_DIRECTION] =
      g_param_spec_string ("direction", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * ReaSendersPage:summary:
   *
   * How much is listed, in a few words.
   */
  properties[PROP_SUMMARY] =
      g_param_spec_string ("summary", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (REA_TYPE_TAB_STOP);

  gtk_widget_class_install_property_action (widget_class, "senders.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "senders.direction", "direction");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-senders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaSendersPage, sort_button);
  gtk_widget_class_bind_template_child (widget_class, ReaSendersPage, filter_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ReaSendersPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaSendersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ReaSendersPage, view);
  gtk_widget_class_bind_template_child (widget_class, ReaSendersPage, error_page);
  rea_table_columns_declare (widget_class, columns, G_N_ELEMENTS (columns));
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
rea_senders_page_init (ReaSendersPage *self)
{
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  rea_table_columns_set_up (GTK_WIDGET (self), self->view, columns, G_N_ELEMENTS (columns));
  rea_column_menu_set_up (GTK_WIDGET (self), self->view, columns, G_N_ELEMENTS (columns),
                          "first-name", self->sort_button, "senders-hidden-columns");

  gtk_multi_sorter_append (sorter,
                           GTK_SORTER (gtk_custom_sorter_new (rea_sender_orders_unassigned_first,
                                                              NULL, NULL)));
  gtk_multi_sorter_append (sorter, g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->sorter = GTK_SORTER (sorter);
  self->filter = rea_sender_filter_new ();

  rea_table_columns_sort (self->view, "needs-reply", GTK_SORT_DESCENDING);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED);
  rea_settings_bind ("senders-sort", self, "sort");
  rea_settings_bind ("senders-direction", self, "direction");
  g_signal_connect_object (rea_clock_get_default (), "tick", G_CALLBACK (tick_cb), self,
                           G_CONNECT_SWAPPED);

  /* TRANSLATORS: what a screen reader calls the table. */
  rea_a11y_name_column_view (self->view, _ ("Senders"));
  /* TRANSLATORS: what a screen reader calls a drop-down. */
  rea_a11y_name_drop_down (self->filter_drop_down, _ ("Show"));
  /* TRANSLATORS: what a screen reader calls the button of the menu of orders. */
  rea_a11y_set_label (GTK_WIDGET (self->sort_button), _ ("Sort senders"));
}
