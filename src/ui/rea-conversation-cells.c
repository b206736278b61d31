/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-conversation-cells.h"

#include "rea-a11y.h"
#include "rea-cells.h"
#include "rea-clock.h"
#include "rea-conversation-list.h"
#include "rea-format.h"

#include <glib/gi18n-lib.h>

/* What a screen reader says of the row. */
static char *
dup_row_label (ReaConversationItem *item, const char *name)
{
  g_autofree char *status = NULL;
  g_autofree char *sender = NULL;
  g_autofree char *held = NULL;
  g_autofree char *waiting = NULL;
  gboolean         online;
  gint64           waiting_since;

  g_object_get (item, "status-text", &status, "sender", &sender, "sender-online", &online,
                "waiting-since", &waiting_since, NULL);

  if (sender == NULL)
    {
      held = g_strdup (_ ("Unassigned"));
    }
  else
    {
      /* TRANSLATORS: said of a row: %1$s is the name of a sender, %2$s "Online" or "Offline". */
      held = g_strdup_printf (_ ("%1$s, %2$s"), sender, rea_format_presence (online));
    }

  if (waiting_since == REA_TIME_NONE)
    {
      /* TRANSLATORS: said of a row: contact, status, sender. */
      return g_strdup_printf (_ ("%1$s, %2$s, %3$s"), name, status, held);
    }

  waiting = rea_format_duration (rea_clock_now () - waiting_since);

  /* TRANSLATORS: said of a row: contact, status, sender, and a time like "2 h 5 min". */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s, waiting %4$s"), name, status, held, waiting);
}

static void
write_contact (GtkWidget *cell, gpointer item)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  gboolean         loaded;

  g_object_get (item, "loaded", &loaded, "name", &name, NULL);
  rea_cell_set_text (cell, loaded ? name : "…");
  rea_cell_set_dim (cell, !loaded);

  /* TRANSLATORS: said of a row of the conversations that is yet to be read. */
  label = loaded ? dup_row_label (item, name) : g_strdup (_ ("Loading"));
  rea_a11y_name_row (cell, label);
}

static void
write_phone (GtkWidget *cell, gpointer item)
{
  gboolean         mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  g_autofree char *phone = NULL;
  g_autofree char *text = NULL;

  g_object_get (item, "phone", &phone, NULL);

  if (phone != NULL)
    text = rea_format_phone (phone, mirrored);

  rea_cell_set_text (cell, text);
}

static void
write_status (GtkWidget *cell, gpointer item)
{
  g_autofree char *text = NULL;
  gboolean         loaded;
  int              status;

  g_object_get (item, "loaded", &loaded, "status", &status, "status-text", &text, NULL);

  if (loaded)
    rea_cell_set_status (cell, status, text);
  else
    rea_cell_set_no_sign (cell, NULL);
}

static void
write_sender (GtkWidget *cell, gpointer item)
{
  g_autofree char *sender = NULL;
  gboolean         loaded;
  gboolean         online;

  g_object_get (item, "loaded", &loaded, "sender", &sender, "sender-online", &online, NULL);

  if (sender != NULL)
    rea_cell_set_presence (cell, online, sender);
  else
    rea_cell_set_no_sign (cell, loaded ? _ ("Unassigned") : NULL);

  rea_cell_set_dim (gtk_widget_get_last_child (cell), sender == NULL);
}

static void
write_message (GtkWidget *cell, gpointer item)
{
  g_autofree char *text = NULL;
  int              status;

  g_object_get (item, "last-text", &text, "status", &status, NULL);
  rea_cell_set_text (cell, text);
  rea_cell_set_dim (cell, status != REA_STATUS_NEEDS_REPLY);
}

static void
write_waiting (GtkWidget *cell, gpointer item)
{
  gint64 waiting_since;

  g_object_get (item, "waiting-since", &waiting_since, NULL);
  rea_cell_set_duration (cell, waiting_since);
}

/* The tick. It follows the row's being selected; the focus stays on the row, where
 * Space does the same as a click on the tick.
 */

static void
tick_selected_cb (GtkListItem *list_item)
{
  GtkCheckButton *tick = GTK_CHECK_BUTTON (gtk_list_item_get_child (list_item));

  gtk_check_button_set_active (tick, gtk_list_item_get_selected (list_item));
}

/* What a screen reader pressed has to become true, and is not if it is refused. */
static void
tick_active_cb (GtkListItem *list_item)
{
  GtkWidget *tick = gtk_list_item_get_child (list_item);

  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)) ==
      gtk_list_item_get_selected (list_item))
    return;

  gtk_widget_activate_action (tick, "listitem.select", "(bb)", TRUE, FALSE);
  tick_selected_cb (list_item);
}

static void
tick_name_cb (GtkListItem *list_item)
{
  GtkWidget       *tick = gtk_list_item_get_child (list_item);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_object_get (gtk_list_item_get_item (list_item), "name", &name, NULL);
  /* TRANSLATORS: what a screen reader calls the tick of a row; %s is the name of a contact. */
  label = name != NULL ? g_strdup_printf (_ ("Select %s"), name) : g_strdup (_ ("Select"));
  rea_a11y_set_label (tick, label);
}

static void
tick_setup_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *tick = gtk_check_button_new ();

  gtk_widget_set_focusable (tick, FALSE);
  /* Else Shift+Tab leads into it, and leaves the window without a focus. */
  gtk_widget_set_can_focus (tick, FALSE);
  gtk_widget_set_can_target (tick, FALSE);
  gtk_list_item_set_child (list_item, tick);
  g_object_set_data (G_OBJECT (tick), "rea-list-item", list_item);
  g_signal_connect (list_item, "notify::selected", G_CALLBACK (tick_selected_cb), NULL);
  g_signal_connect_swapped (tick, "notify::active", G_CALLBACK (tick_active_cb), list_item);
}

static void
tick_bind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_connect_swapped (gtk_list_item_get_item (list_item), "notify::name",
                            G_CALLBACK (tick_name_cb), list_item);
  tick_selected_cb (list_item);
  tick_name_cb (list_item);
}

static void
tick_unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), tick_name_cb,
                                        list_item);
}

/**
 * rea_conversation_cells_tick:
 *
 * Returns: (transfer full): the factory of the column with the ticks
 */
GtkListItemFactory *
rea_conversation_cells_tick (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (tick_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (tick_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (tick_unbind_cb), NULL);

  return factory;
}

/**
 * rea_conversation_cells_find_item:
 * @row: the widget of a row
 *
 * Returns: (transfer none) (nullable): what the row shows, by its tick
 */
GtkListItem *
rea_conversation_cells_find_item (GtkWidget *row)
{
  GtkWidget *cell = gtk_widget_get_first_child (row);
  GtkWidget *tick = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;

  return tick != NULL ? g_object_get_data (G_OBJECT (tick), "rea-list-item") : NULL;
}

static GtkWidget *
make_phone (void)
{
  GtkWidget *cell = rea_cell_make_text ();

  gtk_widget_add_css_class (cell, "numeric");

  return cell;
}

/**
 * rea_conversation_cells_contact:
 *
 * Returns: (transfer full): the factory of the column with the contact's name,
 *   which also says the whole row to screen readers
 */
GtkListItemFactory *
rea_conversation_cells_contact (void)
{
  return rea_cell_factory_new (rea_cell_make_text, write_contact, REA_CELL_COUNTS_TIME);
}

/**
 * rea_conversation_cells_phone:
 *
 * Returns: (transfer full): the factory of the column with the contact's number
 */
GtkListItemFactory *
rea_conversation_cells_phone (void)
{
  return rea_cell_factory_new (make_phone, write_phone, REA_CELL_PLAIN);
}

/**
 * rea_conversation_cells_status:
 *
 * Returns: (transfer full): the factory of the column with the status
 */
GtkListItemFactory *
rea_conversation_cells_status (void)
{
  return rea_cell_factory_new (rea_cell_make_sign, write_status, REA_CELL_PLAIN);
}

/**
 * rea_conversation_cells_sender:
 *
 * Returns: (transfer full): the factory of the column with who holds it
 */
GtkListItemFactory *
rea_conversation_cells_sender (void)
{
  return rea_cell_factory_new (rea_cell_make_sign, write_sender, REA_CELL_PLAIN);
}

/**
 * rea_conversation_cells_message:
 *
 * Returns: (transfer full): the factory of the column with the last message
 */
GtkListItemFactory *
rea_conversation_cells_message (void)
{
  return rea_cell_factory_new (rea_cell_make_text, write_message, REA_CELL_PLAIN);
}

/**
 * rea_conversation_cells_waiting:
 *
 * Returns: (transfer full): the factory of the column that says for how long the
 *   contact has been waiting
 */
GtkListItemFactory *
rea_conversation_cells_waiting (void)
{
  return rea_cell_factory_new (rea_cell_make_number, write_waiting, REA_CELL_COUNTS_TIME);
}
