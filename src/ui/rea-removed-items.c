/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-removed-items.h"

#include "rea-a11y.h"

#include <glib/gi18n-lib.h>

struct _ReaRemovedItems
{
  AdwBin parent_instance;

  GtkWidget *box;
  GPtrArray *widgets; /* what is kept when asked for, in the order of the rows */
};

enum
{
  KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaRemovedItems, rea_removed_items, ADW_TYPE_BIN)

static void
keep_cb (ReaRemovedItems *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_parent (button);
  guint      position = 0;
  g_autoptr (GtkWidget) kept = NULL;

  for (GtkWidget *it = gtk_widget_get_prev_sibling (row); it != NULL;
       it = gtk_widget_get_prev_sibling (it))
    position++;

  kept = g_ptr_array_steal_index (self->widgets, position);
  gtk_box_remove (GTK_BOX (self->box), row);
  gtk_widget_set_visible (GTK_WIDGET (self), self->widgets->len > 0);
  g_signal_emit (self, signals[KEPT], 0, kept);
}

/**
 * rea_removed_items_add:
 * @self: the rows
 * @widget: what was taken out
 * @name: what it is called
 *
 * Shows a row for it.
 */
void
rea_removed_items_add (ReaRemovedItems *self, GtkWidget *widget, const char *name)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  /* TRANSLATORS: beside a question or a canned reply that was removed. */
  GtkWidget *button = gtk_button_new_with_label (_ ("Keep"));
  /* TRANSLATORS: of the button beside something that was removed; %s is what. */
  g_autofree char *button_name = g_strdup_printf (_ ("Keep “%s”"), name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row, "removed-item");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  rea_a11y_set_label (button, button_name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);

  g_ptr_array_add (self->widgets, g_object_ref_sink (widget));
  gtk_box_append (GTK_BOX (self->box), row);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * rea_removed_items_get:
 * @self: the rows
 * @position: counted from 0
 *
 * Returns: (transfer none) (nullable): what was taken out
 */
GtkWidget *
rea_removed_items_get (ReaRemovedItems *self, guint position)
{
  return position < self->widgets->len ? g_ptr_array_index (self->widgets, position) : NULL;
}

/**
 * rea_removed_items_set_text:
 * @self: the rows
 * @position: counted from 0
 * @text: what becomes of it
 */
void
rea_removed_items_set_text (ReaRemovedItems *self, guint position, const char *text)
{
  GtkWidget *row = gtk_widget_get_first_child (self->box);

  while (position-- > 0)
    row = gtk_widget_get_next_sibling (row);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (row)), text);
  rea_a11y_set_description (gtk_widget_get_last_child (row), text);
}

/**
 * rea_removed_items_clear:
 * @self: the rows
 *
 * Forgets all that was taken out.
 */
void
rea_removed_items_clear (ReaRemovedItems *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), row);
  g_ptr_array_set_size (self->widgets, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
rea_removed_items_finalize (GObject *object)
{
  g_ptr_array_unref (REA_REMOVED_ITEMS (object)->widgets);

  G_OBJECT_CLASS (rea_removed_items_parent_class)->finalize (object);
}

static void
rea_removed_items_class_init (ReaRemovedItemsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rea_removed_items_finalize;

  signals[KEPT] = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
}

static void
rea_removed_items_init (ReaRemovedItems *self)
{
  self->widgets = g_ptr_array_new_with_free_func (g_object_unref);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
