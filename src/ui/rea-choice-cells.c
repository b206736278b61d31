/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-choice-cells.h"

#include "rea-a11y.h"
#include "rea-bar.h"
#include "rea-cells.h"
#include "rea-css.h"
#include "rea-format.h"
#include "rea-sender-choice.h"

#include <glib/gi18n-lib.h>

#define NAME_CHARS 13

/* Sums one or several statuses. */
typedef gint64 (*Measure) (const ReaCounts *counts);

static gint64
measure_needs_reply (const ReaCounts *counts)
{
  return counts->n[REA_STATUS_NEEDS_REPLY];
}

static gint64
measure_not_started (const ReaCounts *counts)
{
  return counts->n[REA_STATUS_NOT_STARTED];
}

static gint64
measure_other (const ReaCounts *counts)
{
  return rea_counts_total (counts) - rea_counts_open_work (counts);
}

static const char *
get_name (ReaSenderChoice *choice)
{
  return rea_sender_choice_is_unassigned (choice)
             ? _ ("Unassigned")
             : rea_sender_item_get_name (rea_sender_choice_get_item (choice));
}

/* What a screen reader says of the row. */
static char *
dup_row_label (ReaSenderChoice *choice)
{
  ReaCounts        before = rea_sender_choice_get_before (choice);
  gboolean         online = rea_sender_item_get_online (rea_sender_choice_get_item (choice));
  g_autofree char *open = rea_format_number (rea_counts_open_work (&before));
  g_autofree char *change = rea_format_change (rea_sender_choice_get_change (choice));

  if (rea_sender_choice_is_unassigned (choice))
    {
      /* TRANSLATORS: said of a row of the preview: open work, and a change like "+30". */
      return g_strdup_printf (_ ("Unassigned, %1$s open, change %2$s"), open, change);
    }

  /* TRANSLATORS: said of a row of the preview: a sender's name, "Online" or "Offline", open work,
   * and a change like "+30". */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s open, change %4$s"), get_name (choice),
                          rea_format_presence (online), open, change);
}

static void
toggled_cb (GtkCheckButton *button, gpointer user_data)
{
  ReaSenderChoice *choice = g_object_get_data (G_OBJECT (button), "rea-choice");

  if (choice != NULL)
    rea_sender_choice_set_chosen (choice, gtk_check_button_get_active (button));
}

static GtkWidget *
make_tick (void)
{
  GtkWidget *button = gtk_check_button_new ();

  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), NULL);

  return button;
}

static void
write_tick (GtkWidget *cell, gpointer item)
{
  /* The row comes first: otherwise the tick would be written into the row from before. */
  g_object_set_data (G_OBJECT (cell), "rea-choice", item);
  /* GTK 4.8 would give the focus to a tick that is hidden, and lose it there. */
  gtk_widget_set_sensitive (cell, rea_sender_choice_get_can_choose (item));
  gtk_widget_set_opacity (cell, rea_sender_choice_get_can_choose (item) ? 1 : 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (cell), rea_sender_choice_get_chosen (item));
  rea_a11y_set_label (cell, get_name (item));
}

/* However wide the numbers are, a name is told from others. */
static GtkWidget *
make_sender (void)
{
  GtkWidget *cell = rea_cell_make_sign ();

  rea_cell_set_width (gtk_widget_get_last_child (cell), NAME_CHARS);

  return cell;
}

static void
write_sender (GtkWidget *cell, gpointer item)
{
  ReaSenderItem   *sender = rea_sender_choice_get_item (item);
  gboolean         is_unassigned = rea_sender_choice_is_unassigned (item);
  g_autofree char *label = dup_row_label (item);

  if (is_unassigned)
    rea_cell_set_no_sign (cell, get_name (item));
  else
    rea_cell_set_presence (cell, rea_sender_item_get_online (sender), get_name (item));

  rea_cell_set_bold (gtk_widget_get_last_child (cell), is_unassigned);
  rea_a11y_name_row (cell, label);
}

/* A name stays readable, however narrow the table. */
static GtkWidget *
make_name (void)
{
  GtkWidget *label = rea_cell_make_text ();

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (label), 11);

  return label;
}

/* What a row was before a move of the past; who is online now says nothing of it. */
static void
write_sender_then (GtkWidget *cell, gpointer item)
{
  ReaCounts        before = rea_sender_choice_get_before (item);
  g_autofree char *open = rea_format_number (rea_counts_open_work (&before));
  g_autofree char *change = rea_format_change (rea_sender_choice_get_change (item));
  g_autofree char *label = NULL;

  /* TRANSLATORS: said of a row of a move in the history: a sender's name or "Unassigned", open
   * work before, and a change like "+30". */
  label = g_strdup_printf (_ ("%1$s, %2$s open, change %3$s"), get_name (item), open, change);
  rea_cell_set_text (cell, get_name (item));
  rea_cell_set_bold (cell, rea_sender_choice_is_unassigned (item));
  rea_a11y_name_row (cell, label);
}

static GtkWidget *
make_bar (void)
{
  return rea_bar_new (8);
}

static void
write_bar (GtkWidget *cell, gpointer item)
{
  ReaCounts  before = rea_sender_choice_get_before (item);
  ReaCounts  gave = rea_sender_choice_get_gave (item);
  ReaCounts  received = rea_sender_choice_get_received (item);
  gint64     given = rea_counts_open_work (&gave);
  ReaBarPart parts[] = {
    { rea_counts_open_work (&before) - given, "not_started_color", FALSE },
    { rea_counts_open_work (&received), "accent_bg_color", FALSE },
    { given, "not_started_color", TRUE },
  };

  /* What nobody holds is not compared with what one sender holds. */
  rea_bar_set_parts (REA_BAR (cell), parts, G_N_ELEMENTS (parts),
                     rea_sender_choice_is_unassigned (item) ? 0
                                                            : rea_sender_choice_get_scale (item));
}

static GtkWidget *
make_now_after (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *now = rea_cell_make_number ();
  GtkWidget *arrow = rea_cell_make_text ();
  GtkWidget *after = rea_cell_make_number ();

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  rea_cell_set_width (arrow, 2);
  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_widget_add_css_class (after, "strong");
  gtk_box_append (GTK_BOX (box), now);
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_box_append (GTK_BOX (box), after);

  return box;
}

/* How wide a number can become. */
static int
count_chars (gint64 largest)
{
  g_autofree char *text = rea_format_number (largest);

  return g_utf8_strlen (text, -1);
}

static void
write_now_after (GtkWidget *cell, ReaSenderChoice *choice, Measure measure)
{
  GtkWidget       *now = gtk_widget_get_first_child (cell);
  GtkWidget       *arrow = gtk_widget_get_next_sibling (now);
  GtkWidget       *after = gtk_widget_get_last_child (cell);
  ReaCounts        before = rea_sender_choice_get_before (choice);
  ReaCounts        gave = rea_sender_choice_get_gave (choice);
  ReaCounts        received = rea_sender_choice_get_received (choice);
  ReaCounts        largest = rea_sender_choice_get_largest (choice);
  int              n_chars = count_chars (measure (&largest));
  gint64           from = measure (&before);
  gint64           to = from - measure (&gave) + measure (&received);
  g_autofree char *from_text = rea_format_number (from);
  g_autofree char *to_text = rea_format_number (to);
  gboolean         mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  rea_cell_set_width (now, n_chars);
  rea_cell_set_width (after, n_chars);
  rea_cell_set_text (now, from_text);
  rea_cell_set_dim (now, from == to);
  rea_cell_set_text (arrow, from == to ? NULL : mirrored ? "←" : "→");
  rea_cell_set_text (after, from == to ? NULL : to_text);
}

static void
write_open_work (GtkWidget *cell, gpointer item)
{
  write_now_after (cell, item, rea_counts_open_work);
}

static void
write_needs_reply (GtkWidget *cell, gpointer item)
{
  write_now_after (cell, item, measure_needs_reply);
}

static void
write_not_started (GtkWidget *cell, gpointer item)
{
  write_now_after (cell, item, measure_not_started);
}

static void
write_other (GtkWidget *cell, gpointer item)
{
  write_now_after (cell, item, measure_other);
}

static void
write_change (GtkWidget *cell, gpointer item)
{
  gint64           change = rea_sender_choice_get_change (item);
  ReaCounts        largest = rea_sender_choice_get_largest (item);
  gboolean         mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  rea_cell_set_width (cell, count_chars (rea_counts_total (&largest)) + 1);

  /* As of a phone number, the sign comes before the figures. */
  if (rea_sender_choice_changes (item))
    {
      number = rea_format_change (change);
      text = rea_format_phone (number, mirrored);
    }

  rea_cell_set_text (cell, text);

  rea_css_set_class (cell, "received", change > 0);
  rea_cell_set_bold (cell, TRUE);
}

/**
 * rea_choice_cells_tick:
 *
 * Returns: (transfer full): the factory of the column in which senders are chosen
 */
GtkListItemFactory *
rea_choice_cells_tick (void)
{
  return rea_cell_factory_new (make_tick, write_tick, REA_CELL_PLAIN);
}

/**
 * rea_choice_cells_sender:
 *
 * Returns: (transfer full): the factory of the column with presence and name,
 *   which also says the whole row to screen readers
 */
GtkListItemFactory *
rea_choice_cells_sender (void)
{
  return rea_cell_factory_new (make_sender, write_sender, REA_CELL_PLAIN);
}

/**
 * rea_choice_cells_sender_then:
 *
 * Returns: (transfer full): the factory of the column with the name alone, for a
 *   move of the past
 */
GtkListItemFactory *
rea_choice_cells_sender_then (void)
{
  return rea_cell_factory_new (make_name, write_sender_then, REA_CELL_PLAIN);
}

/**
 * rea_choice_cells_bar:
 *
 * Returns: (transfer full): the factory of the column that draws the open work:
 *   what stays, what is received, and hollow what is given away
 */
GtkListItemFactory *
rea_choice_cells_bar (void)
{
  return rea_cell_factory_new (make_bar, write_bar, REA_CELL_PLAIN);
}

/**
 * rea_choice_cells_open_work:
 *
 * Returns: (transfer full): the factory of the column of open work, now and after
 */
GtkListItemFactory *
rea_choice_cells_open_work (void)
{
  return rea_cell_factory_new (make_now_after, write_open_work, REA_CELL_PLAIN);
}

/**
 * rea_choice_cells_needs_reply:
 *
 * Returns: (transfer full): the factory of the column of replies that are needed,
 *   now and after
 */
GtkListItemFactory *
rea_choice_cells_needs_reply (void)
{
  return rea_cell_factory_new (make_now_after, write_needs_reply, REA_CELL_PLAIN);
}

/**
 * rea_choice_cells_not_started:
 *
 * Returns: (transfer full): the factory of the column of what is not started, now
 *   and after
 */
GtkListItemFactory *
rea_choice_cells_not_started (void)
{
  return rea_cell_factory_new (make_now_after, write_not_started, REA_CELL_PLAIN);
}

/**
 * rea_choice_cells_other:
 *
 * Returns: (transfer full): the factory of the column of all other statuses, now
 *   and after
 */
GtkListItemFactory *
rea_choice_cells_other (void)
{
  return rea_cell_factory_new (make_now_after, write_other, REA_CELL_PLAIN);
}

/**
 * rea_choice_cells_change:
 *
 * Returns: (transfer full): the factory of the column that says how many more or
 *   fewer
 */
GtkListItemFactory *
rea_choice_cells_change (void)
{
  return rea_cell_factory_new (rea_cell_make_number, write_change, REA_CELL_PLAIN);
}
