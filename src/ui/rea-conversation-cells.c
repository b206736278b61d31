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
