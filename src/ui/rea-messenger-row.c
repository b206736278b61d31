/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-messenger-row.h"

#include "rea-a11y.h"
#include "rea-cells.h"
#include "rea-clock.h"
#include "rea-conversation-list.h"
#include "rea-css.h"
#include "rea-format.h"

#include <glib/gi18n-lib.h>

/* The parts of a row: a line of name and time, the text below, and, where they are not
 * the reader's own, a line of status and holder.
 */

static GtkWidget *
get_name (GtkWidget *row)
{
  return gtk_widget_get_first_child (gtk_widget_get_first_child (row));
}

static GtkWidget *
get_waiting (GtkWidget *row)
{
  return gtk_widget_get_last_child (gtk_widget_get_first_child (row));
}

static GtkWidget *
get_text (GtkWidget *row)
{
  return gtk_widget_get_next_sibling (gtk_widget_get_first_child (row));
}

static GtkWidget *
get_signs (GtkWidget *row)
{
  return gtk_widget_get_next_sibling (get_text (row));
}

/* Few rows are on screen, so they may measure their texts: letters of other scripts stand
 * higher and deeper than the line of the font, and would be cut in an inscription.
 */
static GtkWidget *
make_text (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static void
set_text (GtkWidget *label, const char *text)
{
  gboolean         mirrored = gtk_widget_get_direction (label) == GTK_TEXT_DIR_RTL;
  g_autofree char *aligned = text != NULL ? rea_format_aligned (text, mirrored) : NULL;

  gtk_label_set_text (GTK_LABEL (label), aligned);
}

static GtkWidget *
make_row (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = make_text ();
  GtkWidget *waiting = gtk_label_new (NULL);
  GtkWidget *text = make_text ();

  gtk_widget_add_css_class (row, "messenger-row");
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (waiting, "numeric");
  gtk_widget_add_css_class (waiting, "waiting");
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), waiting);
  gtk_box_append (GTK_BOX (row), line);
  gtk_box_append (GTK_BOX (row), text);

  return row;
}

static GtkWidget *
make_row_with_signs (void)
{
  GtkWidget *row = make_row ();
  GtkWidget *signs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *status = rea_cell_make_sign ();
  GtkWidget *holder = rea_cell_make_sign ();

  gtk_widget_add_css_class (signs, "signs");
  gtk_widget_set_hexpand (status, FALSE);
  gtk_widget_set_hexpand (holder, TRUE);
  gtk_box_append (GTK_BOX (signs), status);
  gtk_box_append (GTK_BOX (signs), holder);
  gtk_box_append (GTK_BOX (row), signs);

  return row;
}

static void
write_waiting (GtkWidget *label, gint64 since)
{
  gint64           seconds = rea_clock_now () - since;
  g_autofree char *text = since != REA_TIME_NONE ? rea_format_duration (seconds) : NULL;
  gboolean         is_long = text != NULL && seconds > REA_LONG_WAIT_MINUTES * 60;

  gtk_label_set_text (GTK_LABEL (label), text);
  rea_cell_set_bold (label, is_long);
  rea_cell_set_dim (label, !is_long);
}

/* What a screen reader says of the row. */
static char *
dup_label (const char *name, const char *status, gint64 waiting_since, const char *text)
{
  g_autofree char *waiting = NULL;

  if (waiting_since == REA_TIME_NONE)
    {
      /* TRANSLATORS: said of a row of the Messenger: contact, status, last message. */
      return g_strdup_printf (_ ("%1$s, %2$s: %3$s"), name, status, text);
    }

  waiting = rea_format_duration (rea_clock_now () - waiting_since);

  /* TRANSLATORS: said of a row of the Messenger: contact, a time like "24 min", last message. */
  return g_strdup_printf (_ ("%1$s, waiting %2$s: %3$s"), name, waiting, text);
}

/* The message on one line. */
static char *
dup_line (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\r\t", ' ');

  return g_strdup (g_strstrip (line));
}

/* What was begun goes before what was said last, and the number tells namesakes apart
 * where nothing was.
 */
static char *
dup_text (const char *draft, const char *last, const char *phone, gboolean mirrored)
{
  g_autofree char *line = draft != NULL ? dup_line (draft) : NULL;

  if (line != NULL && *line != '\0')
    {
      /* TRANSLATORS: in a row of the Messenger: %s is what was written and not sent yet. */
      return g_strdup_printf (_ ("Draft: %s"), line);
    }

  return last != NULL ? dup_line (last) : rea_format_phone (phone, mirrored);
}

static void
write_loading (GtkWidget *row)
{
  set_text (get_name (row), "…");
  rea_cell_set_dim (get_name (row), TRUE);
  rea_cell_set_bold (get_name (row), FALSE);
  write_waiting (get_waiting (row), REA_TIME_NONE);
  set_text (get_text (row), NULL);
  rea_css_set_class (get_text (row), "draft", FALSE);
  /* TRANSLATORS: said of a row of the conversations that is yet to be read. */
  rea_a11y_set_label (gtk_widget_get_parent (row), _ ("Loading"));
}

static void
write_row (GtkWidget *row, gpointer item)
{
  gboolean         mirrored = gtk_widget_get_direction (row) == GTK_TEXT_DIR_RTL;
  g_autofree char *name = NULL;
  g_autofree char *phone = NULL;
  g_autofree char *status = NULL;
  g_autofree char *last = NULL;
  g_autofree char *draft = NULL;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  gboolean         loaded;
  gint64           waiting_since;

  g_object_get (item, "loaded", &loaded, "name", &name, "phone", &phone, "status-text", &status,
                "last-text", &last, "draft", &draft, "waiting-since", &waiting_since, NULL);
  if (!loaded)
    {
      write_loading (row);
      return;
    }

  if (*name == '\0')
    {
      g_free (name);
      name = rea_format_phone (phone, mirrored);
    }

  text = dup_text (draft, last, phone, mirrored);
  label = dup_label (name, status, waiting_since, text);

  set_text (get_name (row), name);
  rea_cell_set_dim (get_name (row), FALSE);
  rea_cell_set_bold (get_name (row), waiting_since != REA_TIME_NONE);
  write_waiting (get_waiting (row), waiting_since);
  set_text (get_text (row), text);
  rea_css_set_class (get_text (row), "draft", draft != NULL);
  rea_cell_set_dim (get_text (row), waiting_since == REA_TIME_NONE && draft == NULL);
  rea_a11y_set_label (gtk_widget_get_parent (row), label);
}

static void
write_holder (GtkWidget *cell, const char *holder, gboolean online, gboolean loaded)
{
  if (holder != NULL)
    rea_cell_set_presence (cell, online, holder);
  else
    rea_cell_set_no_sign (cell, loaded ? _ ("Unassigned") : NULL);
}

static void
add_to_label (GtkWidget *row, const char *status, const char *holder, gboolean online)
{
  g_autofree char *name = NULL;
  g_autofree char *last = NULL;
  g_autofree char *held = NULL;
  g_autofree char *label = NULL;

  if (holder != NULL)
    {
      /* TRANSLATORS: said of a row: %1$s is the name of a sender, %2$s "Online" or "Offline". */
      held = g_strdup_printf (_ ("%1$s, %2$s"), holder, rea_format_presence (online));
    }

  name = g_strdup (gtk_label_get_text (GTK_LABEL (get_name (row))));
  last = g_strdup (gtk_label_get_text (GTK_LABEL (get_text (row))));
  /* TRANSLATORS: said of a row of the Messenger: contact, status, sender, last message. */
  label = g_strdup_printf (_ ("%1$s, %2$s, %3$s: %4$s"), name, status,
                           held != NULL ? held : _ ("Unassigned"), last);
  rea_a11y_set_label (gtk_widget_get_parent (row), label);
}

static void
write_row_with_signs (GtkWidget *row, gpointer item)
{
  GtkWidget       *status_cell = gtk_widget_get_first_child (get_signs (row));
  GtkWidget       *holder_cell = gtk_widget_get_last_child (get_signs (row));
  g_autofree char *status = NULL;
  g_autofree char *holder = NULL;
  gboolean         loaded;
  gboolean         online;
  int              number;

  write_row (row, item);
  g_object_get (item, "loaded", &loaded, "status", &number, "status-text", &status, "sender",
                &holder, "sender-online", &online, NULL);

  if (loaded)
    rea_cell_set_status (status_cell, number, status);
  else
    rea_cell_set_no_sign (status_cell, NULL);
  rea_cell_set_width (gtk_widget_get_last_child (status_cell),
                      loaded ? (guint) g_utf8_strlen (status, -1) : 1);
  write_holder (holder_cell, holder, online, loaded);
  if (loaded)
    add_to_label (row, status, holder, online);
}

/**
 * rea_messenger_row_factory_new:
 * @everyone: whether they are everyone's conversations: then a row says who holds it
 *
 * Returns: (transfer full): a factory of rows
 */
GtkListItemFactory *
rea_messenger_row_factory_new (gboolean everyone)
{
  if (everyone)
    return rea_cell_factory_new (make_row_with_signs, write_row_with_signs, REA_CELL_COUNTS_TIME);

  return rea_cell_factory_new (make_row, write_row, REA_CELL_COUNTS_TIME);
}
