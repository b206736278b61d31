/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-history-page.h"

#include "rea-a11y.h"
#include "rea-history-row.h"
#include "rea-move-list.h"
#include "rea-move-pane.h"
#include "rea-tab-stop.h"

#include <glib/gi18n-lib.h>

struct _ReaHistoryPage
{
  ReaSubpage parent_instance;

  GtkWidget         *search_entry;
  GtkDropDown       *show_drop_down;
  GtkStack          *list_stack;
  AdwStatusPage     *empty_page;
  GtkLabel          *trouble_label;
  GtkScrolledWindow *scroller;
  GtkListView       *view;
  GtkStack          *move_stack;
  ReaMovePane       *pane;

  ReaService         *service;
  ReaMoveList        *moves;
  GtkSingleSelection *selection;
  gboolean            focus_list; /* as soon as there is something in it */
  gint64              wanted;     /* a move that is to be selected as soon as it is loaded */
};

enum
{
  SHOW_CONVERSATIONS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaHistoryPage, rea_history_page, REA_TYPE_SUBPAGE)

static gboolean
is_filtered (ReaHistoryPage *self)
{
  return gtk_drop_down_get_selected (self->show_drop_down) != REA_MOVES_ALL ||
         *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0';
}

static void
update_list (ReaHistoryPage *self)
{
  const char *error = rea_move_list_get_error (self->moves);
  guint       n = g_list_model_get_n_items (G_LIST_MODEL (self->moves));

  gtk_widget_set_visible (GTK_WIDGET (self->trouble_label), error != NULL);
  gtk_label_set_text (self->trouble_label, error != NULL ? error : "");

  if (n > 0 || !rea_move_list_get_loaded (self->moves))
    {
      gtk_stack_set_visible_child_name (self->list_stack, "moves");
      return;
    }

  if (is_filtered (self))
    {
      /* TRANSLATORS: in place of the history. */
      adw_status_page_set_title (self->empty_page, _ ("No Such Move"));
      adw_status_page_set_description (self->empty_page,
                                       /* TRANSLATORS: in place of the history. */
                                       _ ("Search for somebody else, or show all moves."));
    }
  else
    {
      /* TRANSLATORS: in place of the history. */
      adw_status_page_set_title (self->empty_page, _ ("Nothing Moved Yet"));
      adw_status_page_set_description (self->empty_page,
                                       /* TRANSLATORS: in place of the history. */
                                       _ ("Every reassignment will be listed here, and can be "
                                          "taken back from here."));
    }

  gtk_stack_set_visible_child_name (self->list_stack, "empty");
}

static void
selected_cb (ReaHistoryPage *self)
{
  ReaMoveItem *item = gtk_single_selection_get_selected_item (self->selection);

  rea_move_pane_set_item (self->pane, item);
  gtk_stack_set_visible_child_name (self->move_stack, item != NULL ? "move" : "none");
}

/* While the page that is wanted is read, rows are many and none of them is it. */
static void
select_wanted (ReaHistoryPage *self)
{
  guint position;

  if (self->wanted == 0 || !rea_move_list_get_loaded (self->moves))
    return;

  if (!rea_move_list_find (self->moves, self->wanted, &position))
    {
      rea_move_list_load_down_to (self->moves, self->wanted);
      return;
    }

  self->wanted = 0;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
focus_list (ReaHistoryPage *self)
{
  self->focus_list = g_list_model_get_n_items (G_LIST_MODEL (self->moves)) == 0 &&
                     !rea_move_list_get_loaded (self->moves);

  if (!self->focus_list && !gtk_widget_grab_focus (GTK_WIDGET (self->view)))
    gtk_widget_grab_focus (self->search_entry);
}

static void
moves_changed_cb (ReaHistoryPage *self)
{
  update_list (self);
  select_wanted (self);

  if (self->focus_list)
    focus_list (self);
}

/* Before the end comes in sight. */
static void
scrolled_cb (ReaHistoryPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double         page = gtk_adjustment_get_page_size (adjustment);

  if (self->moves != NULL &&
      gtk_adjustment_get_value (adjustment) + 3 * page > gtk_adjustment_get_upper (adjustment))
    rea_move_list_load_more (self->moves);
}

static void
filter_cb (ReaHistoryPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (self->moves == NULL)
    return;

  self->wanted = 0;
  rea_move_list_set_filter (self->moves, gtk_drop_down_get_selected (self->show_drop_down),
                            *text != '\0' ? text : NULL);
}

/* Escape clears the search; the next one leaves the page. */
static void
stop_search_cb (ReaHistoryPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "pages.back", NULL);
}

static gboolean
search_binding (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  ReaHistoryPage *self = REA_HISTORY_PAGE (widget);

  return gtk_widget_grab_focus (self->search_entry);
}

/* The button can be pressed once: the focus must not get lost with it. */
static void
undo_pressed_cb (ReaHistoryPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
show_conversations_cb (ReaHistoryPage *self, GArray *ids, const char *label)
{
  g_signal_emit (self, signals[SHOW_CONVERSATIONS], 0, ids, label);
}

/**
 * rea_history_page_show_move:
 * @self: the page
 * @move: one of the campaign's moves
 *
 * Selects a move, however long ago it was made.
 */
void
rea_history_page_show_move (ReaHistoryPage *self, gint64 move)
{
  g_return_if_fail (REA_IS_HISTORY_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_drop_down_set_selected (self->show_drop_down, REA_MOVES_ALL);
  filter_cb (self);
  self->wanted = move;
  select_wanted (self);
}

static gboolean
rea_history_page_grab_focus (GtkWidget *widget)
{
  /* GTK asks again where Tab leads out of here, and it is let go then. */
  if (rea_tab_stop_is_within (widget))
    return FALSE;

  focus_list (REA_HISTORY_PAGE (widget));

  return TRUE;
}

/**
 * rea_history_page_new:
 * @service: the service
 * @campaign: the campaign
 * @senders: its senders
 * @undoer: what takes its moves back
 *
 * Returns: (transfer floating): a page that is reading the history
 */
ReaHistoryPage *
rea_history_page_new (ReaService       *service,
                      ReaCampaignModel *campaign,
                      ReaSenderList    *senders,
                      ReaUndoer        *undoer)
{
  ReaHistoryPage *self = g_object_new (REA_TYPE_HISTORY_PAGE, NULL);
  g_autoptr (GtkListItemFactory) factory =
      rea_history_row_factory_new (senders, rea_service_get_user (service)->id);

  self->service = g_object_ref (service);
  rea_move_pane_set_up (self->pane, service, senders, undoer);
  g_object_bind_property (campaign, "title", self, "subtitle", G_BINDING_SYNC_CREATE);

  self->moves = rea_move_list_new (service, rea_campaign_model_get_id (campaign));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->moves)));
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->moves, "items-changed", G_CALLBACK (moves_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->moves, "notify", G_CALLBACK (moves_changed_cb), self,
                           G_CONNECT_SWAPPED);
  selected_cb (self);

  return self;
}

static void
rea_history_page_dispose (GObject *object)
{
  ReaHistoryPage *self = REA_HISTORY_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->moves);
  g_clear_object (&self->service);

  G_OBJECT_CLASS (rea_history_page_parent_class)->dispose (object);
}

static void
rea_history_page_class_init (ReaHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_history_page_dispose;
  widget_class->grab_focus = rea_history_page_grab_focus;

  signals[SHOW_CONVERSATIONS] =
      g_signal_new ("show-conversations", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 2, G_TYPE_ARRAY, G_TYPE_STRING);

  g_type_ensure (REA_TYPE_MOVE_PANE);
  g_type_ensure (REA_TYPE_TAB_STOP);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, search_binding, NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaHistoryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaHistoryPage, show_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ReaHistoryPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, ReaHistoryPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, ReaHistoryPage, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, ReaHistoryPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, ReaHistoryPage, view);
  gtk_widget_class_bind_template_child (widget_class, ReaHistoryPage, move_stack);
  gtk_widget_class_bind_template_child (widget_class, ReaHistoryPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_conversations_cb);
  gtk_widget_class_bind_template_callback (widget_class, rea_history_page_show_move);
}

static void
rea_history_page_init (ReaHistoryPage *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* TRANSLATORS: what a screen reader calls the choice above the history. */
  rea_a11y_name_drop_down (self->show_drop_down, _ ("Show"));
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}
