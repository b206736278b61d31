/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-conversations-table.h"

#include "rea-a11y.h"
#include "rea-column-menu.h"
#include "rea-conversation-cells.h"
#include "rea-conversation-menu.h"
#include "rea-css.h"
#include "rea-tab-stop.h"
#include "rea-table-columns.h"
#include "rea-table-widths.h"

#include <glib/gi18n-lib.h>

/* What is replaced sooner than that does not step back before: it would flicker. */
#define LATE_MILLISECONDS 150

struct _ReaConversationsTable
{
  AdwBin parent_instance;

  GtkColumnView *view;
  GtkWidget     *menu;

  ReaConversationList      *list;
  ReaConversationSelection *selection;
  ReaSort                   sort;
  gboolean                  setting;
  gboolean                  had_focus;
  guint                     late_source;
  gboolean                  late;
};

enum
{
  PROP_SORT = 1,
  PROP_LATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReaConversationsTable, rea_conversations_table, ADW_TYPE_BIN)

/* The store sorts; the titles only show by what, and say when another is chosen. */
static int
in_no_order (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return 0;
}

static const ReaTableColumn columns[] = {
  { "tick", rea_conversation_cells_tick, NULL, FALSE },
  { "contact", rea_conversation_cells_contact, in_no_order, FALSE },
  { "phone", rea_conversation_cells_phone, NULL, FALSE },
  { "status", rea_conversation_cells_status, NULL, FALSE },
  { "sender", rea_conversation_cells_sender, NULL, FALSE },
  { "message", rea_conversation_cells_message, NULL, FALSE },
  { "waiting", rea_conversation_cells_waiting, in_no_order, TRUE },
};

/* In a narrow window the longest names give way, so that how long somebody has been
 * waiting is in sight.
 */
static const ReaTableWidth widths[] = {
  { "contact", 150, 132, 800, 0 }, { "phone", 132, 118, 800, 620 }, { "status", 124, 114, 800, 0 },
  { "sender", 150, 132, 800, 0 },  { "waiting", 110, 92, 800, 0 },
};

/* By what can be sorted, by which title, and which way its arrow points. */
static const struct
{
  const char *name;
  const char *column;
  GtkSortType direction;
} sorts[] = {
  [REA_SORT_ID] = { "id", NULL, GTK_SORT_ASCENDING },
  [REA_SORT_NAME] = { "name", "contact", GTK_SORT_ASCENDING },
  [REA_SORT_WAITING] = { "waiting", "waiting", GTK_SORT_DESCENDING },
};

static void
show_sort (ReaConversationsTable *self)
{
  self->setting = TRUE;
  if (sorts[self->sort].column != NULL)
    rea_table_columns_sort (self->view, sorts[self->sort].column, sorts[self->sort].direction);
  else
    gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  self->setting = FALSE;
}

static void
set_sort (ReaConversationsTable *self, ReaSort sort)
{
  self->sort = sort;
  show_sort (self);
  if (self->list != NULL)
    rea_conversation_list_set_sort (self->list, sort);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

/* Somebody pressed a title. The store sorts each column in the one way that makes
 * sense of it, so a title that is pressed again keeps its arrow.
 */
static void
sorted_cb (ReaConversationsTable *self)
{
  GtkSortType direction;
  const char *column;

  if (self->setting)
    return;

  column = rea_table_columns_get_sorted (self->view, &direction);
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (column != NULL && g_strcmp0 (sorts[i].column, column) == 0)
      set_sort (self, i);
}

/* Rows. */

static GtkWidget *
find_row (ReaConversationsTable *self, double x, double y, GtkWidget **cell)
{
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);

  *cell = NULL;
  while (widget != NULL && widget != GTK_WIDGET (self->view))
    {
      GtkWidget *parent = gtk_widget_get_parent (widget);

      if (parent == rows)
        return widget;

      *cell = widget;
      widget = parent;
    }

  return NULL;
}

static GtkWidget *
find_focused_row (ReaConversationsTable *self)
{
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  return gtk_widget_get_focus_child (rows);
}

/* A plain click toggles the tick while anything is ticked, and at the tick always. The
 * arrow keys and what the table takes a click for leave ticks alone by themselves.
 */
static void
pressed_cb (ReaConversationsTable *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *cell;
  GtkWidget *row = find_row (self, x, y, &cell);

  if (row == NULL || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    return;

  if (cell != gtk_widget_get_first_child (row) &&
      rea_conversation_selection_get_n_selected (self->selection) == 0)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (row);
  gtk_widget_activate_action (row, "listitem.select", "(bb)", TRUE, FALSE);
}

static void
popup (ReaConversationsTable *self, GtkWidget *row, double x, double y)
{
  GtkListItem         *list_item = rea_conversation_cells_find_item (row);
  ReaConversationItem *item = list_item != NULL ? gtk_list_item_get_item (list_item) : NULL;
  GdkRectangle         place = { (int) x, (int) y, 1, 1 };
  g_autoptr (GMenuModel) menu = NULL;

  if (item == NULL || rea_conversation_item_get_id (item) == 0)
    return;

  menu = rea_conversation_menu_new (item, self->selection);
  gtk_widget_grab_focus (row);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (ReaConversationsTable *self, int n_press, double x, double y)
{
  GtkWidget *cell;
  GtkWidget *row = find_row (self, x, y, &cell);
  double     menu_x;
  double     menu_y;

  if (row != NULL && gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self),
                                                       x, y, &menu_x, &menu_y))
    popup (self, row, menu_x, menu_y);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  ReaConversationsTable *self = REA_CONVERSATIONS_TABLE (widget);
  GtkWidget             *row = find_focused_row (self);
  double                 x;
  double                 y;

  if (row == NULL ||
      !gtk_widget_translate_coordinates (row, GTK_WIDGET (self), gtk_widget_get_width (row) / 2.0,
                                         gtk_widget_get_height (row), &x, &y))
    return FALSE;

  popup (self, row, x, y);

  return TRUE;
}

static gboolean
clear_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  ReaConversationsTable *self = REA_CONVERSATIONS_TABLE (widget);

  if (self->selection == NULL || rea_conversation_selection_get_n_selected (self->selection) == 0)
    return FALSE;

  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));

  return TRUE;
}

static void
activate_cb (ReaConversationsTable *self, guint position)
{
  g_autoptr (ReaConversationItem) item =
      g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (item != NULL && rea_conversation_item_get_id (item) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "campaign.open-messenger", "x",
                                rea_conversation_item_get_id (item));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          g_variant_get_string (parameter, NULL));
}

/* Loading. */

static void
set_late (ReaConversationsTable *self, gboolean late)
{
  if (self->late == late)
    return;

  self->late = late;
  rea_css_set_class (GTK_WIDGET (self->view), "stale", late);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LATE]);
}

static gboolean
late_cb (gpointer user_data)
{
  ReaConversationsTable *self = user_data;

  self->late_source = 0;
  set_late (self, TRUE);

  return G_SOURCE_REMOVE;
}

static GtkWidget *
get_focus (ReaConversationsTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static gboolean
has_focus (ReaConversationsTable *self)
{
  GtkWidget *focus = get_focus (self);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view));
}

/* Another filter or order is looked at from its beginning. */
static void
turning_cb (ReaConversationsTable *self)
{
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", 0);
}

/* Who was in the table goes on there, unless he has gone elsewhere meanwhile. */
static void
return_focus (ReaConversationsTable *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0 && self->had_focus &&
      (get_focus (self) == NULL || has_focus (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
loading_cb (ReaConversationsTable *self)
{
  gboolean loading;

  g_object_get (self->list, "loading", &loading, NULL);
  if (!loading)
    {
      g_clear_handle_id (&self->late_source, g_source_remove);
      set_late (self, FALSE);
      return_focus (self);
      return;
    }

  self->had_focus = has_focus (self);
  if (self->late_source == 0 && !self->late)
    self->late_source = g_timeout_add (LATE_MILLISECONDS, late_cb, self);
}

/**
 * rea_conversations_table_set_column_menu:
 * @self: the table
 * @button: the button of a menu
 *
 * Adds to the menu which columns are shown.
 */
void
rea_conversations_table_set_column_menu (ReaConversationsTable *self, GtkMenuButton *button)
{
  g_return_if_fail (REA_IS_CONVERSATIONS_TABLE (self));

  self->setting = TRUE;
  rea_column_menu_set_up (GTK_WIDGET (self), self->view, columns, G_N_ELEMENTS (columns), "contact",
                          button, "conversations-hidden-columns");
  self->setting = FALSE;
}

/**
 * rea_conversations_table_set_list:
 * @self: the table
 * @list: the conversations of a campaign
 *
 * Shows a list, with no tick.
 */
void
rea_conversations_table_set_list (ReaConversationsTable *self, ReaConversationList *list)
{
  g_return_if_fail (REA_IS_CONVERSATIONS_TABLE (self));

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);

  g_set_object (&self->list, list);
  g_clear_object (&self->selection);
  self->selection = rea_conversation_selection_new (list);
  rea_conversation_list_set_sort (list, self->sort);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (list, "turning", G_CALLBACK (turning_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);
  loading_cb (self);
}

/**
 * rea_conversations_table_get_selection:
 * @self: the table
 *
 * Returns: (transfer none) (nullable): what is ticked
 */
ReaConversationSelection *
rea_conversations_table_get_selection (ReaConversationsTable *self)
{
  g_return_val_if_fail (REA_IS_CONVERSATIONS_TABLE (self), NULL);

  return self->selection;
}

static gboolean
rea_conversations_table_grab_focus (GtkWidget *widget)
{
  GtkWidget *view = GTK_WIDGET (REA_CONVERSATIONS_TABLE (widget)->view);

  /* GTK asks again where Tab leads out of the rows, and it is let go then; and it asks
   * when the menu of a row closes, from which the row has it back.
   */
  if (rea_tab_stop_is_within (view))
    return FALSE;

  return gtk_widget_grab_focus (view);
}

static void
rea_conversations_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaConversationsTable *self = REA_CONVERSATIONS_TABLE (object);

  switch (id)
    {
    case PROP_SORT:
      g_value_set_string (value, sorts[self->sort].name);
      break;
    case PROP_LATE:
      g_value_set_boolean (value, self->late);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_conversations_table_set_property (GObject      *object,
                                      guint         id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  ReaConversationsTable *self = REA_CONVERSATIONS_TABLE (object);

  switch (id)
    {
    case PROP_SORT:
      for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
        if (g_strcmp0 (sorts[i].name, g_value_get_string (value)) == 0)
          set_sort (self, i);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_conversations_table_dispose (GObject *object)
{
  ReaConversationsTable *self = REA_CONVERSATIONS_TABLE (object);

  /* A table that goes away says once more that it is sorted by another column. */
  if (self->menu != NULL)
    g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (self->view), sorted_cb, self);

  g_clear_handle_id (&self->late_source, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->list);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (rea_conversations_table_parent_class)->dispose (object);
}

static void
rea_conversations_table_class_init (ReaConversationsTableClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rea_conversations_table_get_property;
  object_class->set_property = rea_conversations_table_set_property;
  object_class->dispose = rea_conversations_table_dispose;
  widget_class->grab_focus = rea_conversations_table_grab_focus;

  properties[PROP_SORT] =
      g_param_spec_string ("sort", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LATE] =
      g_param_spec_boolean ("late", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (REA_TYPE_TAB_STOP);

  gtk_widget_class_install_action (widget_class, "conversations.copy", "s", copy_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, clear_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-conversations-table.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsTable, view);
  rea_table_columns_declare (widget_class, columns, G_N_ELEMENTS (columns));
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
rea_conversations_table_init (ReaConversationsTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  self->sort = REA_SORT_WAITING;
  rea_table_columns_set_up (GTK_WIDGET (self), self->view, columns, G_N_ELEMENTS (columns));
  show_sort (self);
  rea_table_widths_follow (GTK_WIDGET (self), self->view, columns, G_N_ELEMENTS (columns), widths,
                           G_N_ELEMENTS (widths));
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED);

  /* TRANSLATORS: what a screen reader calls the table. */
  rea_a11y_name_column_view (self->view, _ ("Conversations"));
}
