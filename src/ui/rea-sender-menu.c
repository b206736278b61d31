/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sender-menu.h"

#include "rea-a11y.h"
#include "rea-senders-page.h"

#include <glib/gi18n-lib.h>

struct _ReaSenderMenu
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  ReaSenderItem *item;
  GtkWidget     *page; /* in which it stands */
  GtkWidget     *context;
};

G_DEFINE_FINAL_TYPE (ReaSenderMenu, rea_sender_menu, ADW_TYPE_BIN)

static void
append_reassign (ReaSenderMenu *self, GMenu *menu, const char *label, const char *verb)
{
  gboolean    unassigned = rea_sender_item_get_id (self->item) == REA_HOLDER_UNASSIGNED;
  const char *holder = unassigned ? "unassigned" : rea_sender_item_get_email (self->item);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "campaign.reassign", "(ss)", holder, verb);
  g_menu_append_item (menu, item);
}

static void
append_show (ReaSenderMenu *self, GMenu *menu)
{
  const char *email = rea_sender_item_get_email (self->item);
  /* TRANSLATORS: in the menu of a sender: list what the sender holds. */
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Show Conversations"), NULL);

  g_menu_item_set_action_and_target (item, "campaign.show-holder", "s", email != NULL ? email : "");
  g_menu_append_item (menu, item);
}

static void
append_messenger (ReaSenderMenu *self, GMenu *menu)
{
  const char *email = rea_sender_item_get_email (self->item);
  /* TRANSLATORS: in the menu of a sender: the window in which what the sender holds is answered. */
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Open Messenger"), NULL);

  g_menu_item_set_action_and_target (item, "campaign.messenger-of", "s",
                                     email != NULL ? email : "");
  g_menu_append_item (menu, item);
}

static void
append_remind (ReaSenderMenu *self, GMenu *menu)
{
  const char *emails[] = { rea_sender_item_get_email (self->item), NULL };
  ReaCounts   counts = rea_sender_item_get_counts (self->item);
  /* TRANSLATORS: in the menu of a sender: copies a text that reminds of what waits. */
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Remind"), NULL);

  if (emails[0] == NULL || rea_counts_open_work (&counts) == 0)
    return;

  g_menu_item_set_action_and_target (item, "campaign.remind", "^as", emails);
  g_menu_append_item (menu, item);
}

static gboolean
is_unassigned (ReaSenderMenu *self)
{
  return rea_sender_item_get_id (self->item) == REA_HOLDER_UNASSIGNED;
}

/* Who may not remove senders is not shown that it can be done: nothing they do here
 * could change it.
 */
static void
append_remove (ReaSenderMenu *self, GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();
  /* TRANSLATORS: in the menu of a sender: is no sender of the campaign any more. */
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Remove from Campaign…"), NULL);
  gboolean can_manage = FALSE;

  g_object_get (self->page, "can-manage", &can_manage, NULL);
  if (!can_manage)
    return;

  g_menu_item_set_action_and_target (item, "campaign.remove-sender", "s",
                                     rea_sender_item_get_email (self->item));
  g_menu_append_item (section, item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenuModel *
make_menu (ReaSenderMenu *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) moves = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  if (!is_unassigned (self))
    {
      /* TRANSLATORS: in the menu of a sender. */
      append_reassign (self, moves, _ ("Unassign All…"), "unassign");
    }

  /* TRANSLATORS: in the menu of a sender. */
  append_reassign (self, moves, _ ("Reassign Some…"), "some");
  /* TRANSLATORS: in the menu of a sender. */
  append_reassign (self, moves, _ ("Reassign All…"), "all");
  append_messenger (self, others);
  append_remind (self, others);
  append_show (self, others);

  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  if (!is_unassigned (self))
    append_remove (self, menu);

  return G_MENU_MODEL (menu);
}

/* While rows are ticked, what is done is done with all of them. */
static GMenuModel *
make_ticked_menu (void)
{
  GMenu *menu = g_menu_new ();

  /* TRANSLATORS: in the menu of a row while senders are ticked: reassign what these hold. */
  g_menu_append (menu, _ ("Reassign Selected…"), "senders.reassign-ticked");
  /* TRANSLATORS: in the menu of a row while senders are ticked: copies a text that reminds these.
   */
  g_menu_append (menu, _ ("Remind Selected"), "senders.remind-ticked");
  /* TRANSLATORS: in the menu of a row while senders are ticked: takes all ticks. */
  g_menu_append (menu, _ ("Clear Selection"), "senders.clear-ticks");

  return G_MENU_MODEL (menu);
}

static void
create_popup_cb (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GMenuModel) menu = make_menu (user_data);

  gtk_menu_button_set_menu_model (button, menu);
}

/**
 * rea_sender_menu_popup:
 * @self: the button of a row
 * @x: where the menu is to appear
 * @y: where the menu is to appear
 *
 * Opens the menu of the row. @x and @y are places in the button.
 */
void
rea_sender_menu_popup (ReaSenderMenu *self, double x, double y)
{
  GdkRectangle place = { (int) x, (int) y, 1, 1 };
  g_autoptr (GMenuModel) menu = NULL;
  gboolean has_ticks = FALSE;

  g_return_if_fail (REA_IS_SENDER_MENU (self));

  g_object_get (self->page, "has-ticks", &has_ticks, NULL);
  menu = has_ticks ? make_ticked_menu () : make_menu (self);

  g_clear_pointer (&self->context, gtk_widget_unparent);
  self->context = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->context, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->context), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context), &place);
  /* The column is the last one: from there on a menu would reach beyond the window. */
  gtk_widget_set_halign (self->context, x < 0 ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_popover_popup (GTK_POPOVER (self->context));
}

/* Why the moves of the menu are insensitive, where they are. */
static gboolean
query_tooltip_cb (GtkWidget  *button,
                  int         x,
                  int         y,
                  gboolean    keyboard_mode,
                  GtkTooltip *tooltip,
                  gpointer    user_data)
{
  GtkWidget  *page = gtk_widget_get_ancestor (button, REA_TYPE_SENDERS_PAGE);
  const char *reason = page != NULL ? rea_senders_page_get_reason (REA_SENDERS_PAGE (page)) : NULL;

  gtk_tooltip_set_text (tooltip, reason);

  return reason != NULL;
}

/**
 * rea_sender_menu_new:
 *
 * Returns: (transfer floating): a button without a sender
 */
GtkWidget *
rea_sender_menu_new (void)
{
  return g_object_new (REA_TYPE_SENDER_MENU, NULL);
}

/**
 * rea_sender_menu_set_item:
 * @self: a button
 * @item: the sender of the row, or what nobody holds
 *
 * Says whose menu it is.
 */
void
rea_sender_menu_set_item (ReaSenderMenu *self, ReaSenderItem *item)
{
  g_return_if_fail (REA_IS_SENDER_MENU (self));

  g_set_object (&self->item, item);
}

/**
 * rea_sender_menu_set_label:
 * @self: a button
 * @label: what a screen reader calls it
 *
 * Names the button, so that each row's is told apart.
 */
void
rea_sender_menu_set_label (ReaSenderMenu *self, const char *label)
{
  g_return_if_fail (REA_IS_SENDER_MENU (self));

  rea_a11y_set_label (GTK_WIDGET (self->button), label);
}

/* While rows are ticked only what is ticked can be reassigned: the button keeps its
 * room, and is not there.
 */
static void
update_shown (ReaSenderMenu *self)
{
  gboolean has_ticks = FALSE;

  if (self->page != NULL)
    g_object_get (self->page, "has-ticks", &has_ticks, NULL);

  if (has_ticks && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (self))));

  gtk_widget_set_opacity (GTK_WIDGET (self->button), has_ticks ? 0 : 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), !has_ticks);
}

static void
rea_sender_menu_root (GtkWidget *widget)
{
  ReaSenderMenu *self = REA_SENDER_MENU (widget);

  GTK_WIDGET_CLASS (rea_sender_menu_parent_class)->root (widget);

  self->page = gtk_widget_get_ancestor (widget, REA_TYPE_SENDERS_PAGE);
  if (self->page != NULL)
    g_signal_connect_object (self->page, "notify::has-ticks", G_CALLBACK (update_shown), self,
                             G_CONNECT_SWAPPED);
  update_shown (self);
}

static void
rea_sender_menu_unroot (GtkWidget *widget)
{
  ReaSenderMenu *self = REA_SENDER_MENU (widget);

  if (self->page != NULL)
    g_signal_handlers_disconnect_by_func (self->page, update_shown, self);
  self->page = NULL;

  GTK_WIDGET_CLASS (rea_sender_menu_parent_class)->unroot (widget);
}

static void
rea_sender_menu_dispose (GObject *object)
{
  ReaSenderMenu *self = REA_SENDER_MENU (object);

  g_clear_pointer (&self->context, gtk_widget_unparent);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (rea_sender_menu_parent_class)->dispose (object);
}

static void
rea_sender_menu_class_init (ReaSenderMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rea_sender_menu_dispose;
  GTK_WIDGET_CLASS (klass)->root = rea_sender_menu_root;
  GTK_WIDGET_CLASS (klass)->unroot = rea_sender_menu_unroot;
}

static void
rea_sender_menu_init (ReaSenderMenu *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());

  /* TRANSLATORS: on the button in the row of a sender, which opens a menu. */
  gtk_menu_button_set_label (self->button, _ ("Reassign"));
  gtk_menu_button_set_has_frame (self->button, FALSE);
  gtk_menu_button_set_create_popup_func (self->button, create_popup_cb, self, NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->button), TRUE);
  g_signal_connect (self->button, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_set_halign (GTK_WIDGET (self->button), GTK_ALIGN_END);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}
