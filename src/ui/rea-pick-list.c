/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-pick-list.h"

#include "rea-a11y.h"
#include "rea-name.h"
#include "rea-tab-stop.h"

#include <glib/gi18n-lib.h>

struct _ReaPickList
{
  AdwBin parent_instance;

  GtkSearchEntry *search_entry;
  GtkStack       *stack;
  GtkListView    *list_view;

  GListStore         *items;
  GtkFilter          *filter;
  GtkSingleSelection *selection;
  char              **words;
};

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaPickList, rea_pick_list, ADW_TYPE_BIN)

static gboolean
filter_cb (gpointer item, gpointer user_data)
{
  ReaPickList *self = user_data;

  return self->words == NULL || rea_pick_item_matches (item, (const char *const *) self->words);
}

static void
update_empty (ReaPickList *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "nothing");
}

static void
search_changed_cb (ReaPickList *self)
{
  g_autofree char *text = rea_name_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  g_strfreev (self->words);
  self->words = g_strsplit (text, " ", -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_empty (self);
}

static void
pick (ReaPickList *self, guint position)
{
  g_autoptr (ReaPickItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    g_signal_emit (self, signals[PICKED], 0, rea_pick_item_get_key (item));
}

/* The entry takes Escape for itself; it is meant for what the list stands in. */
static void
stop_search_cb (ReaPickList *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
search_activate_cb (ReaPickList *self)
{
  /* What was typed last may not be sought yet. */
  search_changed_cb (self);
  pick (self, 0);
}

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint                  keyval,
               guint                  keycode,
               GdkModifierType        state,
               gpointer               user_data)
{
  ReaPickList *self = user_data;

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;

  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* A row. Its words are the item's. */

static void
update_row (GtkListItem *row)
{
  ReaPickItem     *item = gtk_list_item_get_item (row);
  GtkWidget       *box = gtk_list_item_get_child (row);
  GtkWidget       *texts = gtk_widget_get_first_child (box);
  GtkWidget       *title = gtk_widget_get_first_child (texts);
  GtkWidget       *detail = gtk_widget_get_last_child (texts);
  GtkWidget       *check = gtk_widget_get_last_child (box);
  gboolean         current = rea_pick_item_get_current (item);
  g_autofree char *label = NULL;

  gtk_label_set_text (GTK_LABEL (title), rea_pick_item_get_title (item));
  gtk_label_set_text (GTK_LABEL (detail), rea_pick_item_get_detail (item));
  gtk_widget_set_visible (detail, *rea_pick_item_get_detail (item) != '\0');
  /* Invisible it would leave its place to the words. */
  gtk_widget_set_opacity (check, current ? 1 : 0);
  label = g_strdup_printf (
      /* TRANSLATORS: what a screen reader says of a row of a list: title and details. */
      current ? _ ("%1$s, %2$s, chosen") : _ ("%1$s, %2$s"), rea_pick_item_get_title (item),
      rea_pick_item_get_detail (item));
  rea_a11y_set_label (gtk_widget_get_parent (box), label);
}

static void
changed_cb (GtkListItem *row)
{
  if (gtk_list_item_get_item (row) != NULL)
    update_row (row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  g_signal_connect_object (gtk_list_item_get_item (row), "changed", G_CALLBACK (changed_cb), row,
                           G_CONNECT_SWAPPED);
  update_row (row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (row), changed_cb, row);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/org/example/Reassign/rea-pick-row.ui");

  gtk_list_item_set_child (row, GTK_WIDGET (gtk_builder_get_object (builder, "row")));
}

static void
activate_cb (ReaPickList *self, guint position)
{
  pick (self, position);
}

/**
 * rea_pick_list_set_labels:
 * @self: the list
 * @search: what its search is called
 * @list: what it lists
 *
 * Names the list.
 */
void
rea_pick_list_set_labels (ReaPickList *self, const char *search, const char *list)
{
  g_return_if_fail (REA_IS_PICK_LIST (self));

  g_object_set (self->search_entry, "placeholder-text", search, NULL);
  rea_a11y_set_label (GTK_WIDGET (self->search_entry), search);
  rea_a11y_set_label (GTK_WIDGET (self->list_view), list);
}

static gboolean
is_same (ReaPickList *self, guint position, GPtrArray *items, guint index)
{
  g_autoptr (ReaPickItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return g_str_equal (rea_pick_item_get_key (item),
                      rea_pick_item_get_key (g_ptr_array_index (items, index)));
}

static void
update_item (ReaPickList *self, guint position, ReaPickItem *from)
{
  g_autoptr (ReaPickItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  rea_pick_item_update (item, from);
}

/**
 * rea_pick_list_set_items:
 * @self: the list
 * @items: (element-type ReaPickItem): what there is to pick
 *
 * Fills the list. Rows whose place among the others is the same stay where they are,
 * so that nothing jumps while somebody chooses.
 */
void
rea_pick_list_set_items (ReaPickList *self, GPtrArray *items)
{
  guint before = 0;
  guint old;
  guint head = 0;
  guint tail = 0;

  g_return_if_fail (REA_IS_PICK_LIST (self));

  before = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  old = before;

  for (; head < MIN (old, items->len) && is_same (self, head, items, head); head++)
    update_item (self, head, g_ptr_array_index (items, head));

  for (; tail < MIN (old, items->len) - head &&
         is_same (self, old - 1 - tail, items, items->len - 1 - tail);
       tail++)
    update_item (self, old - 1 - tail, g_ptr_array_index (items, items->len - 1 - tail));

  if (head + tail < old || head + tail < items->len)
    g_list_store_splice (self->items, head, old - head - tail,
                         items->pdata != NULL ? items->pdata + head : NULL,
                         items->len - head - tail);

  update_empty (self);
}

/**
 * rea_pick_list_start:
 * @self: the list
 *
 * Begins from the top, with nothing sought: for when the popover opens.
 */
void
rea_pick_list_start (ReaPickList *self)
{
  g_return_if_fail (REA_IS_PICK_LIST (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search_changed_cb (self);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
rea_pick_list_dispose (GObject *object)
{
  ReaPickList *self = REA_PICK_LIST (object);

  g_clear_object (&self->items);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (rea_pick_list_parent_class)->dispose (object);
}

static void
rea_pick_list_finalize (GObject *object)
{
  ReaPickList *self = REA_PICK_LIST (object);

  g_strfreev (self->words);

  G_OBJECT_CLASS (rea_pick_list_parent_class)->finalize (object);
}

static void
rea_pick_list_class_init (ReaPickListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_pick_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = rea_pick_list_finalize;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (REA_TYPE_TAB_STOP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-pick-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaPickList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaPickList, stack);
  gtk_widget_class_bind_template_child (widget_class, ReaPickList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
rea_pick_list_init (ReaPickList *self)
{
  GtkFilterListModel *filtered;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (REA_TYPE_PICK_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), self->filter);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}
