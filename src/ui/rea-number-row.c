/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-number-row.h"

#include "rea-format.h"

#include <glib/gi18n-lib.h>

struct _ReaNumberRow
{
  AdwBin parent_instance;

  GtkWidget      *how_many;
  GtkCheckButton *all_radio;
  GtkLabel       *all_count;
  GtkWidget      *number_box;
  GtkSpinButton  *number_spin;
  GtkLabel       *of_label;
  GtkButton      *all_button;
  GtkLabel       *note_label;
  GtkLabel       *error_label;

  gboolean offers_all;
  gint64   matched;
  gboolean setting;
  gboolean edited;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaNumberRow, rea_number_row, ADW_TYPE_BIN)

/**
 * rea_number_row_set_offers_all:
 * @self: the row
 * @offers_all: whether all can be chosen instead of a number
 *
 * Says what there is to choose; all is chosen where it can be.
 */
void
rea_number_row_set_offers_all (ReaNumberRow *self, gboolean offers_all)
{
  g_return_if_fail (REA_IS_NUMBER_ROW (self));

  self->offers_all = offers_all;
  gtk_widget_set_visible (self->how_many, offers_all);
  gtk_widget_set_sensitive (self->number_box, !rea_number_row_takes_all (self));
}

/**
 * rea_number_row_takes_all:
 * @self: the row
 *
 * Returns: whether all is chosen instead of a number
 */
gboolean
rea_number_row_takes_all (ReaNumberRow *self)
{
  g_return_val_if_fail (REA_IS_NUMBER_ROW (self), FALSE);

  return self->offers_all && gtk_check_button_get_active (self->all_radio);
}

/**
 * rea_number_row_get_number:
 * @self: the row
 *
 * The number as it stands in the field, which the spin button itself only takes
 * over as the focus leaves it.
 *
 * Returns: the number; 0 if there is none, or %REA_NUMBER_ALL, which is 0 too,
 *   where all is chosen
 */
gint64
rea_number_row_get_number (ReaNumberRow *self)
{
  const char *text;

  g_return_val_if_fail (REA_IS_NUMBER_ROW (self), 0);

  if (rea_number_row_takes_all (self))
    return REA_NUMBER_ALL;

  text = gtk_editable_get_text (GTK_EDITABLE (self->number_spin));

  return MAX (g_ascii_strtoll (text, NULL, 10), 0);
}

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static char *
dup_note (gint64 total, gint64 held, gint64 unassigned, ReaTo to)
{
  g_autofree char *held_text = rea_format_number (held);
  g_autofree char *total_text = rea_format_number (total);
  g_autofree char *unassigned_text = rea_format_number (unassigned);

  if (to == REA_TO_UNASSIGNED)
    {
      if (held == 0)
        return NULL;

      /* TRANSLATORS: below the number: %1$s of %2$s conversations. */
      return g_strdup_printf (ngettext ("%1$s of the %2$s is unassigned already.",
                                        "%1$s of the %2$s are unassigned already.", held),
                              held_text, total_text);
    }

  if (held > 0)
    {
      /* TRANSLATORS: below the number: %1$s of %2$s conversations. */
      return g_strdup_printf (ngettext ("%1$s of the %2$s is with the chosen senders already.",
                                        "%1$s of the %2$s are with the chosen senders already.",
                                        held),
                              held_text, total_text);
    }

  if (unassigned > 0 && unassigned < total)
    {
      /* TRANSLATORS: below the number of conversations to move. */
      return g_strdup_printf (ngettext ("%s of them is unassigned and goes first.",
                                        "%s of them are unassigned and go first.", unassigned),
                              unassigned_text);
    }

  return NULL;
}

/**
 * rea_number_row_update:
 * @self: the row
 * @total: how many conversations there are
 * @held: how many of them are already where a number would go, and are not moved
 * @unassigned: how many of them nobody holds
 * @to: where they go
 *
 * Says what the number is a part of. The number that is suggested is that of the
 * unassigned ones; where there are none, of all.
 */
void
rea_number_row_update (ReaNumberRow *self, gint64 total, gint64 held, gint64 unassigned, ReaTo to)
{
  g_autofree char *matched_text = rea_format_number (total - held);
  g_autofree char *total_text = rea_format_number (total);
  g_autofree char *note =
      rea_number_row_takes_all (self) ? NULL : dup_note (total, held, unassigned, to);
  g_autofree char *of = NULL;
  g_autofree char *all = NULL;

  g_return_if_fail (REA_IS_NUMBER_ROW (self));

  self->matched = total - held;
  gtk_label_set_text (self->all_count, total_text);

  if (!self->edited)
    {
      gboolean first = unassigned > 0 && to != REA_TO_UNASSIGNED;

      self->setting = TRUE;
      gtk_spin_button_set_value (self->number_spin, first ? unassigned : self->matched);
      self->setting = FALSE;
    }

  /* TRANSLATORS: after the number of conversations to move: so many there are. */
  of = g_strdup_printf (_ ("of %s"), matched_text);
  /* TRANSLATORS: a button that takes them all. */
  all = g_strdup_printf (_ ("All %s"), matched_text);

  gtk_label_set_text (self->of_label, of);
  gtk_button_set_label (self->all_button, all);
  gtk_widget_set_sensitive (GTK_WIDGET (self->all_button), self->matched > 0);
  set_label (self->note_label, note);
}

/**
 * rea_number_row_set_error:
 * @self: the row
 * @error: (nullable): what is wrong with the number
 *
 * Says what is wrong, or nothing.
 */
void
rea_number_row_set_error (ReaNumberRow *self, const char *error)
{
  g_return_if_fail (REA_IS_NUMBER_ROW (self));

  set_label (self->error_label, error);
}

/* Of two radio buttons that change, one speaks: the one that is chosen now. */
static void
radio_cb (ReaNumberRow *self, GtkCheckButton *button)
{
  if (self->setting || !gtk_check_button_get_active (button))
    return;

  gtk_widget_set_sensitive (self->number_box, !rea_number_row_takes_all (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
changed_cb (ReaNumberRow *self)
{
  if (self->setting)
    return;

  self->edited = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
all_cb (ReaNumberRow *self)
{
  gtk_spin_button_set_value (self->number_spin, self->matched);
}

static void
rea_number_row_class_init (ReaNumberRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-number-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaNumberRow, how_many);
  gtk_widget_class_bind_template_child (widget_class, ReaNumberRow, all_radio);
  gtk_widget_class_bind_template_child (widget_class, ReaNumberRow, all_count);
  gtk_widget_class_bind_template_child (widget_class, ReaNumberRow, number_box);
  gtk_widget_class_bind_template_child (widget_class, ReaNumberRow, number_spin);
  gtk_widget_class_bind_template_child (widget_class, ReaNumberRow, of_label);
  gtk_widget_class_bind_template_child (widget_class, ReaNumberRow, all_button);
  gtk_widget_class_bind_template_child (widget_class, ReaNumberRow, note_label);
  gtk_widget_class_bind_template_child (widget_class, ReaNumberRow, error_label);
  gtk_widget_class_bind_template_callback (widget_class, radio_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
}

static void
rea_number_row_init (ReaNumberRow *self)
{
  self->setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_check_button_set_active (self->all_radio, TRUE);
  self->setting = FALSE;
}
