/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sender-cells.h"

#include "rea-a11y.h"
#include "rea-cells.h"
#include "rea-clock.h"
#include "rea-format.h"
#include "rea-pace-text.h"
#include "rea-sender-list.h"
#include "rea-sender-menu.h"
#include "rea-tick-cell.h"

#include <glib/gi18n-lib.h>

static gboolean
is_unassigned (ReaSenderItem *item)
{
  return rea_sender_item_get_id (item) == REA_HOLDER_UNASSIGNED;
}

/* "75 of 227", or what stands there where there is no progress. */
static char *
dup_progress (ReaSenderItem *item)
{
  ReaCounts        counts = rea_sender_item_get_counts (item);
  gint64           total = rea_counts_total (&counts);
  gint64           done = total - counts.n[REA_STATUS_NOT_STARTED];
  g_autofree char *total_text = rea_format_number (total);
  g_autofree char *done_text = rea_format_number (done);

  if (is_unassigned (item))
    {
      /* TRANSLATORS: how many conversations nobody holds. */
      return g_strdup_printf (ngettext ("%s conversation", "%s conversations", total), total_text);
    }

  if (total == 0)
    return g_strdup ("—");

  /* TRANSLATORS: progress of a sender: %1$s of %2$s conversations are begun. */
  return g_strdup_printf (_ ("%1$s of %2$s"), done_text, total_text);
}

/* What a screen reader says of the row. */
static char *
dup_row_label (ReaSenderItem *item)
{
  ReaCounts        counts = rea_sender_item_get_counts (item);
  gint64           needs_reply = counts.n[REA_STATUS_NEEDS_REPLY];
  g_autofree char *progress = dup_progress (item);
  g_autofree char *number = rea_format_number (needs_reply);
  /* TRANSLATORS: said of a row: how many conversations of a sender need a reply. */
  g_autofree char *waiting =
      g_strdup_printf (ngettext ("%s needs a reply", "%s need a reply", needs_reply), number);

  if (is_unassigned (item))
    {
      /* TRANSLATORS: said of a row: %1$s is like "638 conversations", %2$s like "73 need a reply".
       */
      return g_strdup_printf (_ ("Unassigned, %1$s, %2$s"), progress, waiting);
    }

  /* TRANSLATORS: said of a row: a sender's name, "Online" or "Offline", progress like "75 of 227",
   * and like "73 need a reply". */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s done, %4$s"), rea_sender_item_get_name (item),
                          rea_format_presence (rea_sender_item_get_online (item)), progress,
                          waiting);
}

static void
write_presence (GtkWidget *cell, gpointer item)
{
  gboolean         online = rea_sender_item_get_online (item);
  g_autofree char *label = dup_row_label (item);

  if (is_unassigned (item))
    rea_cell_set_no_sign (cell, NULL);
  else
    rea_cell_set_presence (cell, online, rea_format_presence (online));

  rea_cell_set_dim (gtk_widget_get_last_child (cell), !online);
  rea_a11y_name_row (cell, label);
}

static void
write_first_name (GtkWidget *cell, gpointer item)
{
  rea_cell_set_text (cell, is_unassigned (item) ? _ ("Unassigned")
                                                : rea_sender_item_get_first_name (item));
  rea_cell_set_bold (cell, is_unassigned (item));
}

static void
write_last_name (GtkWidget *cell, gpointer item)
{
  const char *last_name = is_unassigned (item) ? NULL : rea_sender_item_get_last_name (item);

  /* A sender of whom nobody told the name is known by the e-mail. */
  if (last_name != NULL && *last_name == '\0' && *rea_sender_item_get_first_name (item) == '\0')
    last_name = rea_sender_item_get_email (item);

  rea_cell_set_text (cell, last_name);
}

static GtkWidget *
make_progress (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWidget *label = rea_cell_make_number ();

  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (bar, TRUE);
  rea_cell_set_width (label, 10);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
write_progress (GtkWidget *cell, gpointer item)
{
  GtkWidget       *bar = gtk_widget_get_first_child (cell);
  GtkWidget       *label = gtk_widget_get_last_child (cell);
  ReaCounts        counts = rea_sender_item_get_counts (item);
  gint64           total = rea_counts_total (&counts);
  g_autofree char *text = dup_progress (item);

  gtk_widget_set_visible (bar, !is_unassigned (item));
  gtk_widget_set_hexpand (label, is_unassigned (item));
  gtk_inscription_set_xalign (GTK_INSCRIPTION (label), is_unassigned (item) ? 0 : 1);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar),
                                 total > 0
                                     ? (double) (total - counts.n[REA_STATUS_NOT_STARTED]) / total
                                     : 0);
  rea_a11y_set_label (bar, text);
  rea_cell_set_text (cell, text);
  rea_cell_set_dim (label, is_unassigned (item));
}

static void
write_needs_reply (GtkWidget *cell, gpointer item)
{
  ReaCounts counts = rea_sender_item_get_counts (item);

  rea_cell_set_number (cell, counts.n[REA_STATUS_NEEDS_REPLY]);
}

static void
write_waiting (GtkWidget *cell, gpointer item)
{
  rea_cell_set_duration (cell, rea_sender_item_get_waiting_since (item));
}

/* The column may have given way, or hold no more than a word of it. */
static void
set_pace_tooltip (GtkWidget *cell, gpointer item)
{
  g_autofree char *text = rea_pace_text_sentence (rea_sender_item_get_seconds_left (item));

  gtk_widget_set_tooltip_text (cell, text);
}

static void
write_left (GtkWidget *cell, gpointer item)
{
  gint64           seconds = rea_sender_item_get_seconds_left (item);
  g_autofree char *text = rea_pace_text_left (seconds);

  rea_cell_set_text (cell, text);
  rea_cell_set_dim (cell, seconds == REA_PACE_UNKNOWN);
  set_pace_tooltip (cell, item);
}

static void
write_sent (GtkWidget *cell, gpointer item)
{
  set_pace_tooltip (cell, item);
  rea_cell_set_number (cell, rea_sender_item_get_sent_15_min (item));

  if (is_unassigned (item))
    rea_cell_set_text (cell, "—");
}

static void
write_last_seen (GtkWidget *cell, gpointer item)
{
  gboolean         online = rea_sender_item_get_online (item);
  g_autofree char *text = NULL;

  if (is_unassigned (item))
    text = g_strdup ("—");
  else if (online)
    {
      /* TRANSLATORS: when a sender was last seen: is online. */
      text = g_strdup (_ ("now"));
    }
  else
    text = rea_format_last_seen (rea_sender_item_get_last_seen (item), rea_clock_now ());

  rea_cell_set_text (cell, text);
  rea_cell_set_dim (cell, online || is_unassigned (item));
}

static void
write_menu (GtkWidget *cell, gpointer item)
{
  g_autofree char *row = dup_row_label (item);
  /* TRANSLATORS: what a screen reader calls the button in a row; %s is what the row says. */
  g_autofree char *label = g_strdup_printf (_ ("Reassign, %s"), row);

  rea_sender_menu_set_item (REA_SENDER_MENU (cell), item);
  rea_sender_menu_set_label (REA_SENDER_MENU (cell), label);
}

static const char *
get_tick_name (gpointer item)
{
  return is_unassigned (item) ? NULL : rea_sender_item_get_name (item);
}

/**
 * rea_sender_cells_tick:
 *
 * Returns: (transfer full): the factory of the column of ticks
 */
GtkListItemFactory *
rea_sender_cells_tick (void)
{
  return rea_tick_cell_factory_new (get_tick_name);
}

/**
 * rea_sender_cells_presence:
 *
 * Returns: (transfer full): the factory of the column that says who is online,
 *   and says the whole row to screen readers
 */
GtkListItemFactory *
rea_sender_cells_presence (void)
{
  return rea_cell_factory_new (rea_cell_make_sign, write_presence, REA_CELL_PLAIN);
}

/**
 * rea_sender_cells_first_name:
 *
 * Returns: (transfer full): the factory of the column of first names
 */
GtkListItemFactory *
rea_sender_cells_first_name (void)
{
  return rea_cell_factory_new (rea_cell_make_text, write_first_name, REA_CELL_PLAIN);
}

/**
 * rea_sender_cells_last_name:
 *
 * Returns: (transfer full): the factory of the column of last names
 */
GtkListItemFactory *
rea_sender_cells_last_name (void)
{
  return rea_cell_factory_new (rea_cell_make_text, write_last_name, REA_CELL_PLAIN);
}

/**
 * rea_sender_cells_progress:
 *
 * Returns: (transfer full): the factory of the column of progress
 */
GtkListItemFactory *
rea_sender_cells_progress (void)
{
  return rea_cell_factory_new (make_progress, write_progress, REA_CELL_PLAIN);
}

/**
 * rea_sender_cells_needs_reply:
 *
 * Returns: (transfer full): the factory of the column of replies that are needed
 */
GtkListItemFactory *
rea_sender_cells_needs_reply (void)
{
  return rea_cell_factory_new (rea_cell_make_number, write_needs_reply, REA_CELL_PLAIN);
}

/**
 * rea_sender_cells_waiting:
 *
 * Returns: (transfer full): the factory of the column of the longest wait
 */
GtkListItemFactory *
rea_sender_cells_waiting (void)
{
  return rea_cell_factory_new (rea_cell_make_number, write_waiting, REA_CELL_COUNTS_TIME);
}

/**
 * rea_sender_cells_sent:
 *
 * Returns: (transfer full): the factory of the column of messages of late
 */
GtkListItemFactory *
rea_sender_cells_sent (void)
{
  return rea_cell_factory_new (rea_cell_make_number, write_sent, REA_CELL_PLAIN);
}

/**
 * rea_sender_cells_left:
 *
 * Returns: (transfer full): the factory of the column that says how long a sender's
 *   open work takes at the present pace
 */
GtkListItemFactory *
rea_sender_cells_left (void)
{
  return rea_cell_factory_new (rea_cell_make_number, write_left, REA_CELL_PLAIN);
}

/**
 * rea_sender_cells_last_seen:
 *
 * Returns: (transfer full): the factory of the column that says when a sender
 *   was last seen
 */
GtkListItemFactory *
rea_sender_cells_last_seen (void)
{
  return rea_cell_factory_new (rea_cell_make_number, write_last_seen, REA_CELL_COUNTS_TIME);
}

/**
 * rea_sender_cells_menu:
 *
 * Returns: (transfer full): the factory of the column with each row's menu
 */
GtkListItemFactory *
rea_sender_cells_menu (void)
{
  return rea_cell_factory_new (rea_sender_menu_new, write_menu, REA_CELL_PLAIN);
}
