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
create_popup_cb (GtkMenuButton *button, gpointer user_data)
{
  ReaSenderMenu *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) moves = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  if (rea_sender_item_get_id (self->item) != REA_HOLDER_UNASSIGNED)
    {
      /* TRANSLATORS: in the menu of a sender. */
      append_reassign (self, moves, _ ("Unassign All…"), "unassign");
    }

  /* TRANSLATORS: in the menu of a sender. */
  append_reassign (self, moves, _ ("Reassign Some…"), "some");
  /* TRANSLATORS: in the menu of a sender. */
  append_reassign (self, moves, _ ("Reassign All…"), "all");
  append_show (self, others);

  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
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

static void
rea_sender_menu_dispose (GObject *object)
{
  ReaSenderMenu *self = REA_SENDER_MENU (object);

  g_clear_object (&self->item);

  G_OBJECT_CLASS (rea_sender_menu_parent_class)->dispose (object);
}

static void
rea_sender_menu_class_init (ReaSenderMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rea_sender_menu_dispose;
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
