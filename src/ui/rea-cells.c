/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-cells.h"

#include "rea-a11y.h"
#include "rea-clock.h"
#include "rea-css.h"
#include "rea-format.h"

typedef struct
{
  ReaCellMake  make;
  ReaCellWrite write;
  ReaCellFlags flags;
} Kind;

/* The cells that are to be written anew before the next frame. An item says of each
 * property that it changed, and each of its cells hears all of them: when a page
 * of two hundred rows arrives, writing at once would write every cell ten times.
 */
static GHashTable *outdated;
static guint       outdated_source;

static void
write_cell (GtkListItem *list_item)
{
  Kind *kind = g_object_get_data (G_OBJECT (list_item), "rea-kind");

  kind->write (gtk_list_item_get_child (list_item), gtk_list_item_get_item (list_item));
}

static gboolean
write_outdated_cb (gpointer user_data)
{
  g_autoptr (GHashTable) cells = g_steal_pointer (&outdated);
  GHashTableIter iter;
  gpointer       list_item;

  outdated_source = 0;
  g_hash_table_iter_init (&iter, cells);

  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    write_cell (list_item);

  return G_SOURCE_REMOVE;
}

static void
notify_cb (gpointer item, GParamSpec *pspec, gpointer user_data)
{
  if (outdated == NULL)
    outdated = g_hash_table_new (NULL, NULL);

  g_hash_table_add (outdated, user_data);

  if (outdated_source == 0)
    outdated_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, write_outdated_cb, NULL, NULL);
}

static void
tick_cb (ReaClock *clock, gpointer user_data)
{
  write_cell (user_data);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  Kind *kind = user_data;

  g_object_set_data (G_OBJECT (list_item), "rea-kind", kind);
  gtk_list_item_set_child (list_item, kind->make ());
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  Kind    *kind = user_data;
  GObject *item = gtk_list_item_get_item (list_item);

  g_signal_connect (item, "notify", G_CALLBACK (notify_cb), list_item);

  if (kind->flags == REA_CELL_COUNTS_TIME)
    g_signal_connect (rea_clock_get_default (), "tick", G_CALLBACK (tick_cb), list_item);

  write_cell (list_item);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), notify_cb, list_item);
  g_signal_handlers_disconnect_by_func (rea_clock_get_default (), tick_cb, list_item);

  if (outdated != NULL)
    g_hash_table_remove (outdated, list_item);
}

/**
 * rea_cell_factory_new:
 * @make: makes an empty cell
 * @write: writes what an item says into a cell
 * @flags: whether the cell shows how long something lasts
 *
 * The factory of a column.
 *
 * Returns: (transfer full): a factory
 */
GtkListItemFactory *
rea_cell_factory_new (ReaCellMake make, ReaCellWrite write, ReaCellFlags flags)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Kind               *kind = g_new (Kind, 1);

  kind->make = make;
  kind->write = write;
  kind->flags = flags;
  g_object_set_data_full (G_OBJECT (factory), "rea-kind", kind, g_free);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), kind);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), kind);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), kind);

  return factory;
}

/* There are hundreds of rows, so a cell has no label, which measures its text again
 * and again: an inscription takes the place that the column has for it.
 */
static GtkWidget *
make_inscription (float xalign)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), xalign);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);

  return cell;
}

/**
 * rea_cell_make_text:
 *
 * Returns: (transfer floating): a cell for a text
 */
GtkWidget *
rea_cell_make_text (void)
{
  return make_inscription (0);
}

/**
 * rea_cell_make_number:
 *
 * Returns: (transfer floating): a cell for a number: at the end, with figures
 *   that stand below each other
 */
GtkWidget *
rea_cell_make_number (void)
{
  GtkWidget *cell = make_inscription (1);

  gtk_widget_add_css_class (cell, "numeric");

  return cell;
}

/**
 * rea_cell_make_sign:
 *
 * Returns: (transfer floating): a cell for a sign (a disc, a ring, a square) and
 *   a text
 */
GtkWidget *
rea_cell_make_sign (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = gtk_image_new ();
  GtkWidget *label = rea_cell_make_text ();

  gtk_image_set_pixel_size (GTK_IMAGE (image), 10);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

/**
 * rea_cell_set_text:
 * @cell: a cell for a text or a number, or whose last child is one
 * @text: (nullable): its text
 *
 * Writes a cell's text.
 */
void
rea_cell_set_text (GtkWidget *cell, const char *text)
{
  GtkWidget *inscription = GTK_IS_INSCRIPTION (cell) ? cell : gtk_widget_get_last_child (cell);
  gboolean   mirrored = gtk_widget_get_direction (cell) == GTK_TEXT_DIR_RTL;
  g_autofree char *aligned = text != NULL ? rea_format_aligned (text, mirrored) : NULL;

  gtk_inscription_set_text (GTK_INSCRIPTION (inscription), aligned != NULL ? aligned : "");
}

/**
 * rea_cell_set_width:
 * @cell: a cell for a text or a number
 * @n_chars: how many characters it has place for
 *
 * Sets how wide a cell is that shares its column with others.
 */
void
rea_cell_set_width (GtkWidget *cell, guint n_chars)
{
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), n_chars);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), n_chars);
}

/**
 * rea_cell_set_number:
 * @cell: a cell for a number
 * @number: the number
 *
 * Writes a count. Nought steps back, so that what there is catches the eye.
 */
void
rea_cell_set_number (GtkWidget *cell, gint64 number)
{
  g_autofree char *text = rea_format_number (number);

  rea_cell_set_text (cell, text);
  rea_cell_set_dim (cell, number == 0);
}

/**
 * rea_cell_set_dim:
 * @cell: a cell
 * @dim: whether it steps back
 */
void
rea_cell_set_dim (GtkWidget *cell, gboolean dim)
{
  rea_css_set_class (cell, "dim-label", dim);
}

/**
 * rea_cell_set_bold:
 * @cell: a cell
 * @bold: whether it stands out
 */
void
rea_cell_set_bold (GtkWidget *cell, gboolean bold)
{
  rea_css_set_class (cell, "strong", bold);
}

/**
 * rea_cell_set_duration:
 * @cell: a cell for a number
 * @since: since when a contact waits, or %REA_TIME_NONE
 *
 * Writes how long a contact has been waiting, bold where that is long.
 */
void
rea_cell_set_duration (GtkWidget *cell, gint64 since)
{
  gint64           seconds = rea_clock_now () - since;
  g_autofree char *text = NULL;

  if (since != REA_TIME_NONE)
    text = rea_format_duration (seconds);

  rea_cell_set_text (cell, text);
  rea_cell_set_bold (cell, text != NULL && seconds > REA_LONG_WAIT_MINUTES * 60);
}

static void
set_sign (GtkWidget *cell, const char *icon, const char *css_class)
{
  GtkWidget  *image = gtk_widget_get_first_child (cell);
  const char *classes[] = { "sign", css_class, NULL };

  if (css_class != NULL && gtk_widget_has_css_class (image, css_class))
    return;

  gtk_image_set_from_icon_name (GTK_IMAGE (image), icon);
  gtk_widget_set_css_classes (image, classes);
  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, icon == NULL,
                               -1);
}

/**
 * rea_cell_set_presence:
 * @cell: a cell with a sign
 * @online: whether the sender is online
 * @text: the word or name beside it
 *
 * Shows a sender's presence: a disc or a ring, which differ without colour.
 */
void
rea_cell_set_presence (GtkWidget *cell, gboolean online, const char *text)
{
  set_sign (cell, online ? "rea-online-symbolic" : "rea-offline-symbolic",
            online ? "online" : "offline");
  rea_a11y_set_label (gtk_widget_get_first_child (cell), rea_format_presence (online));
  rea_cell_set_text (cell, text);
}

/**
 * rea_cell_set_status:
 * @cell: a cell with a sign
 * @status: the status of a conversation
 * @text: the word for it
 *
 * Shows a conversation's status.
 */
void
rea_cell_set_status (GtkWidget *cell, int status, const char *text)
{
  set_sign (cell, "rea-status-symbolic", rea_status_to_string (status));
  rea_a11y_set_label (gtk_widget_get_first_child (cell), text);
  rea_cell_set_text (cell, text);
}

/**
 * rea_cell_set_no_sign:
 * @cell: a cell with a sign
 * @text: (nullable): its text
 *
 * Writes a cell without a sign, the text where it stands beside one.
 */
void
rea_cell_set_no_sign (GtkWidget *cell, const char *text)
{
  set_sign (cell, NULL, NULL);
  rea_cell_set_text (cell, text);
}
