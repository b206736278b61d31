/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-import-column.h"

#include "rea-a11y.h"
#include "rea-css.h"

#include <glib/gi18n-lib.h>

/* What the drop-down offers: the columns that contacts have, in the order of
 * ReaColumn, then a field, then nothing.
 */
#define PLACE_OF_FIELD REA_N_CONTACT_COLUMNS
#define PLACE_OF_NONE  (REA_N_CONTACT_COLUMNS + 1)

struct _ReaImportColumn
{
  AdwBin parent_instance;

  GtkLabel    *name_label;
  GtkDropDown *meaning_drop_down;
  GtkBox      *cells;

  guint    place;
  gboolean is_setting;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaImportColumn, rea_import_column, ADW_TYPE_BIN)

static void
update_dim (ReaImportColumn *self)
{
  rea_css_set_class (GTK_WIDGET (self->cells), "dim-label",
                     gtk_drop_down_get_selected (self->meaning_drop_down) == PLACE_OF_NONE);
}

static void
selected_cb (ReaImportColumn *self)
{
  guint selected = gtk_drop_down_get_selected (self->meaning_drop_down);

  update_dim (self);
  if (self->is_setting || selected == GTK_INVALID_LIST_POSITION)
    return;

  g_signal_emit (self, signals[CHOSEN], 0,
                 selected == PLACE_OF_FIELD  ? REA_COLUMN_FIELD
                 : selected == PLACE_OF_NONE ? REA_COLUMN_NONE
                                             : selected);
}

static GtkStringList *
make_meanings (const char *name)
{
  GtkStringList   *meanings = gtk_string_list_new (NULL);
  g_autofree char *field = NULL;

  /* TRANSLATORS: what a column of a file is taken for. */
  gtk_string_list_append (meanings, _ ("Phone"));
  /* TRANSLATORS: what a column of a file is taken for. */
  gtk_string_list_append (meanings, _ ("First Name"));
  /* TRANSLATORS: what a column of a file is taken for. */
  gtk_string_list_append (meanings, _ ("Last Name"));
  /* TRANSLATORS: what a column of a file is taken for: whose conversation it is. */
  gtk_string_list_append (meanings, _ ("Sender’s E-mail"));
  /* TRANSLATORS: what a column of a file is taken for. */
  gtk_string_list_append (meanings, _ ("Status"));
  /* TRANSLATORS: what a column of a file is taken for: yes or no. */
  gtk_string_list_append (meanings, _ ("Opted Out"));
  /* TRANSLATORS: what a column of a file is taken for: a time. */
  gtk_string_list_append (meanings, _ ("Last Message At"));
  /* TRANSLATORS: what a column of a file is taken for: the contact's. */
  gtk_string_list_append (meanings, _ ("Time Zone"));
  /* TRANSLATORS: what a column of a file is taken for; %s is the name of the field. */
  field = g_strdup_printf (_ ("Field: %s"), name);
  gtk_string_list_append (meanings, field);
  /* TRANSLATORS: what a column of a file is taken for: it is left out. */
  gtk_string_list_append (meanings, _ ("Not imported"));

  return meanings;
}

static void
add_cell (ReaImportColumn *self, const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n\t", ' ');
  /* It has the direction of its own letters; a phone number has none, and goes to the right. */
  g_autofree char *isolated = g_strconcat ("\u2068", line, "\u2069", NULL);
  gboolean         mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  GtkWidget       *label = gtk_label_new (mirrored ? isolated : line);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_box_append (self->cells, label);
}

/**
 * rea_import_column_new:
 * @file: a file
 * @place: which of its columns
 *
 * Returns: (transfer floating): the column
 */
GtkWidget *
rea_import_column_new (const ReaContactsFile *file, guint place)
{
  ReaImportColumn *self = g_object_new (REA_TYPE_IMPORT_COLUMN, NULL);
  g_autoptr (GtkStringList) meanings = make_meanings (file->names[place]);
  g_autofree char *label = NULL;

  self->place = place;
  self->is_setting = TRUE;
  gtk_label_set_text (self->name_label, file->names[place]);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name_label), file->names[place]);
  gtk_drop_down_set_model (self->meaning_drop_down, G_LIST_MODEL (meanings));
  /* TRANSLATORS: what a screen reader calls a drop-down; %s is the name of a column. */
  label = g_strdup_printf (_ ("Column %s"), file->names[place]);
  rea_a11y_name_drop_down (self->meaning_drop_down, label);

  for (guint i = 0; i < file->rows->len; i++)
    add_cell (self, ((const GStrv) g_ptr_array_index (file->rows, i))[place]);

  self->is_setting = FALSE;
  rea_import_column_set_meaning (self, file->meanings[place]);

  return GTK_WIDGET (self);
}

/**
 * rea_import_column_get_place:
 * @self: a column
 *
 * Returns: which of the file's columns it is
 */
guint
rea_import_column_get_place (ReaImportColumn *self)
{
  return self->place;
}

/**
 * rea_import_column_set_meaning:
 * @self: a column
 * @meaning: what it is taken for
 *
 * Shows what the column is taken for.
 */
void
rea_import_column_set_meaning (ReaImportColumn *self, ReaColumn meaning)
{
  g_return_if_fail (REA_IS_IMPORT_COLUMN (self));

  self->is_setting = TRUE;
  gtk_drop_down_set_selected (self->meaning_drop_down, meaning == REA_COLUMN_FIELD  ? PLACE_OF_FIELD
                                                       : meaning == REA_COLUMN_NONE ? PLACE_OF_NONE
                                                                                    : meaning);
  self->is_setting = FALSE;
  update_dim (self);
}

static void
rea_import_column_class_init (ReaImportColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-import-column.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaImportColumn, name_label);
  gtk_widget_class_bind_template_child (widget_class, ReaImportColumn, meaning_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ReaImportColumn, cells);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
rea_import_column_init (ReaImportColumn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
