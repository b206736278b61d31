/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-senders-page.h"

#include "rea-a11y.h"
#include "rea-calm.h"
#include "rea-campaign-view.h"
#include "rea-clock.h"
#include "rea-column-menu.h"
#include "rea-format.h"
#include "rea-row-clicks.h"
#include "rea-sender-cells.h"
#include "rea-sender-filter.h"
#include "rea-sender-menu.h"
#include "rea-sender-orders.h"
#include "rea-sender-selection-text.h"
#include "rea-sender-selection.h"
#include "rea-settings.h"
#include "rea-tab-stop.h"
#include "rea-table-columns.h"

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

  char               *reason;
  char               *summary;
  ReaSenderList      *senders;
  ReaSenderFilter    *filter;
  GtkSorter          *sorter;
  ReaSenderSelection *ticks;
  ReaCalm            *calm;
  gboolean            can_manage;
};

enum
{
  PROP_SORT = 1,
  PROP_DIRECTION,
  PROP_SUMMARY,
  PROP_REASON,
  PROP_TICKED_TEXT,
  PROP_TICKED_DETAIL,
  PROP_HAS_TICKS,
  PROP_CAN_MANAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const ReaTableColumn columns[] = {
  { "tick", rea_sender_cells_tick, NULL, FALSE },
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

/* Properties are asked for while the template is still being built. */
static const char *
get_sorted (ReaSendersPage *self, GtkSortType *direction)
{
  *direction = GTK_SORT_ASCENDING;

  return self->view != NULL ? rea_table_columns_get_sorted (self->view, direction) : NULL;
}

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

/* Whether any sender is ticked, listed or not. */
static gboolean
has_ticks (gpointer user_data)
{
  ReaSendersPage *self = user_data;

  return self->ticks != NULL && rea_sender_selection_get_n_ticked (self->ticks) > 0;
}

static void
ticks_changed_cb (ReaSendersPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TICKED_TEXT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TICKED_DETAIL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_TICKS]);
}

/* Rows find their new places together, every few seconds, and not while somebody is
 * about to click, or collects some: a table that is read must not jump.
 */
static void
tick_cb (ReaSendersPage *self)
{
  if (self->senders == NULL || has_ticks (self) || rea_calm_is_busy (self->calm))
    return;

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  update_stack (self);
}

/* The state of an order that screen readers cannot see in the titles. */
static void
name_sort_button (ReaSendersPage *self)
{
  GtkSortType      direction;
  const char      *id = get_sorted (self, &direction);
  g_autofree char *title = id != NULL ? rea_table_columns_dup_title (self->view, id) : NULL;
  g_autofree char *label = NULL;

  if (title == NULL)
    {
      /* TRANSLATORS: what a screen reader calls the button of the menu of orders. */
      label = g_strdup (_ ("Sort senders"));
    }
  else if (direction == GTK_SORT_DESCENDING)
    {
      /* TRANSLATORS: what a screen reader calls the button of the menu of orders; %s is the title
       * of a column. */
      label = g_strdup_printf (_ ("Sorted by %s, descending"), title);
    }
  else
    {
      /* TRANSLATORS: what a screen reader calls the button of the menu of orders; %s is the title
       * of a column. */
      label = g_strdup_printf (_ ("Sorted by %s, ascending"), title);
    }

  rea_a11y_set_label (GTK_WIDGET (self->sort_button), label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sort_button), label);
}

static void
sorted_cb (ReaSendersPage *self)
{
  name_sort_button (self);
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

  if (self->senders != NULL)
    g_signal_handlers_disconnect_by_data (self->senders, self);

  g_set_object (&self->senders, senders);
  g_clear_object (&self->ticks);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (senders)),
                                        GTK_FILTER (g_object_ref (self->filter)));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (self->sorter));
  self->ticks = rea_sender_selection_new (G_LIST_MODEL (sorted), senders);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->ticks));
  g_object_unref (sorted);

  g_signal_connect_object (senders, "notify", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (senders, "items-changed", G_CALLBACK (update_stack), self,
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
 * rea_senders_page_focus_table:
 * @self: the page
 *
 * Puts the focus into the table.
 */
void
rea_senders_page_focus_table (ReaSendersPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
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

static char *
dup_ticked_text (ReaSendersPage *self)
{
  return self->ticks != NULL
             ? rea_sender_selection_text (rea_sender_selection_get_n_ticked (self->ticks))
             : NULL;
}

static char *
dup_ticked_detail (ReaSendersPage *self)
{
  ReaCounts counts;

  if (self->ticks == NULL)
    return NULL;

  counts = rea_sender_selection_get_counts (self->ticks);

  return rea_sender_selection_detail (&counts, rea_sender_selection_get_n_hidden (self->ticks));
}

static void
rea_senders_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaSendersPage *self = REA_SENDERS_PAGE (object);
  GtkSortType     direction;
  const char     *sort = get_sorted (self, &direction);

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
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    case PROP_TICKED_TEXT:
      g_value_take_string (value, dup_ticked_text (self));
      break;
    case PROP_TICKED_DETAIL:
      g_value_take_string (value, dup_ticked_detail (self));
      break;
    case PROP_HAS_TICKS:
      g_value_set_boolean (value, has_ticks (self));
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
  GtkSortType     direction;
  const char     *sort = get_sorted (self, &direction);
  const char     *name = G_VALUE_HOLDS_STRING (value) ? g_value_get_string (value) : NULL;

  switch (id)
    {
    case PROP_CAN_MANAGE:
      self->can_manage = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
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

  /* A table that goes away says once more that it is sorted by another column. */
  if (self->sorter != NULL)
    g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (self->view), sorted_cb, self);

  g_clear_object (&self->senders);
  g_clear_object (&self->ticks);
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
clear_ticks_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rea_senders_page_clear_ticks (REA_SENDERS_PAGE (widget));
}

static void
reassign_ticked_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rea_senders_page_reassign_ticked (REA_SENDERS_PAGE (widget));
}

/* Opens the menu of the row that has the focus, or of that under the pointer. */
static gboolean
popup_row (GtkWidget *row, double x, double y)
{
  GtkWidget *cell = row != NULL ? gtk_widget_get_last_child (row) : NULL;
  GtkWidget *menu = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;

  if (menu == NULL || !REA_IS_SENDER_MENU (menu))
    return FALSE;

  gtk_widget_grab_focus (row);
  rea_sender_menu_popup (REA_SENDER_MENU (menu), x, y);

  return TRUE;
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (REA_SENDERS_PAGE (widget)->view));
  GtkWidget *row = gtk_widget_get_focus_child (rows);

  return row != NULL && popup_row (row, gtk_widget_get_width (gtk_widget_get_last_child (row)) - 16,
                                   gtk_widget_get_height (row));
}

static void
menu_pressed_cb (ReaSendersPage *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  GtkWidget *row = rea_row_clicks_find_row (self->view, x, y);
  GtkWidget *cell = row != NULL ? gtk_widget_get_last_child (row) : NULL;
  double     menu_x;
  double     menu_y;

  if (cell != NULL &&
      gtk_widget_translate_coordinates (GTK_WIDGET (self->view), gtk_widget_get_first_child (cell),
                                        x, y, &menu_x, &menu_y))
    popup_row (row, menu_x, menu_y);
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

  /**
   * ReaSendersPage:reason:
   *
   * Why nothing can be moved.
   */
  properties[PROP_REASON] =
      g_param_spec_string ("reason", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * ReaSendersPage:ticked-text:
   *
   * How many senders are ticked, in words, or %NULL for none.
   */
  properties[PROP_TICKED_TEXT] = g_param_spec_string ("ticked-text", NULL, NULL, NULL,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * ReaSendersPage:ticked-detail:
   *
   * What those hold, in words.
   */
  properties[PROP_TICKED_DETAIL] = g_param_spec_string ("ticked-detail", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * ReaSendersPage:has-ticks:
   *
   * Whether any sender is ticked.
   */
  properties[PROP_HAS_TICKS] = g_param_spec_boolean ("has-ticks", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * ReaSendersPage:can-manage:
   *
   * Whether the user may add and remove senders.
   */
  properties[PROP_CAN_MANAGE] =
      g_param_spec_boolean ("can-manage", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (REA_TYPE_TAB_STOP);

  gtk_widget_class_install_property_action (widget_class, "senders.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "senders.direction", "direction");
  gtk_widget_class_install_action (widget_class, "senders.clear-ticks", NULL, clear_ticks_action);
  gtk_widget_class_install_action (widget_class, "senders.reassign-ticked", NULL,
                                   reassign_ticked_action);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);

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
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
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
  self->calm = rea_calm_new (GTK_WIDGET (self->view));
  rea_row_clicks_set_up (self->view, has_ticks, self);

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
  name_sort_button (self);
}
