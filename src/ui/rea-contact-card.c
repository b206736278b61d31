/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-contact-card.h"

#include "rea-clock.h"
#include "rea-contact-fields.h"
#include "rea-time-text.h"
#include "rea-time.h"

#include <glib/gi18n-lib.h>

/* A name stands on one line where it can, and leaves the value its place. */
#define NAME_CHARS 13

struct _ReaContactCard
{
  AdwBin parent_instance;

  GtkGrid  *grid;
  GtkLabel *clock_label;

  char *fields; /* what is shown */
  char *time_zone;
  int   n_rows;
};

G_DEFINE_FINAL_TYPE (ReaContactCard, rea_contact_card, ADW_TYPE_BIN)

static GtkLabel *
make_label (const char *text)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (GTK_WIDGET (label), GTK_ALIGN_BASELINE);

  return label;
}

static GtkLabel *
append_row (ReaContactCard *self, const char *name, const char *value)
{
  GtkLabel *name_label = make_label (name);
  GtkLabel *value_label = make_label (value);

  gtk_label_set_width_chars (name_label, MIN (g_utf8_strlen (name, -1), NAME_CHARS));
  gtk_label_set_max_width_chars (name_label, NAME_CHARS);
  gtk_widget_add_css_class (GTK_WIDGET (name_label), "dim-label");
  gtk_widget_set_hexpand (GTK_WIDGET (value_label), TRUE);
  /* A value can be copied with the mouse; it is no stop on the way of the Tab key. */
  gtk_label_set_selectable (value_label, TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (value_label), FALSE);
  gtk_grid_attach (self->grid, GTK_WIDGET (name_label), 0, self->n_rows, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (value_label), 1, self->n_rows, 1, 1);
  self->n_rows++;

  return value_label;
}

/* Whether the clocks there show what they show here. */
static gboolean
is_like_here (const char *time_zone)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (time_zone);
  g_autoptr (GDateTime) here = g_date_time_new_from_unix_local (rea_clock_now ());
  g_autoptr (GDateTime) there = zone != NULL ? g_date_time_to_timezone (here, zone) : NULL;

  return there == NULL || g_date_time_get_utc_offset (there) == g_date_time_get_utc_offset (here);
}

static void
write_clock (ReaContactCard *self)
{
  g_autofree char *place = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *text = NULL;

  if (self->clock_label == NULL)
    return;

  place = rea_time_text_zone (self->time_zone);
  clock = rea_time_text_clock (rea_clock_now (), self->time_zone);
  /* TRANSLATORS: what time it is where a contact lives: %1$s is a time, %2$s a city. */
  text = g_strdup_printf (_ ("%1$s in %2$s"), clock, place);
  gtk_label_set_text (self->clock_label, text);
}

static void
empty (ReaContactCard *self)
{
  for (; self->n_rows > 0; self->n_rows--)
    gtk_grid_remove_row (self->grid, self->n_rows - 1);

  self->clock_label = NULL;
}

static void
fill (ReaContactCard *self)
{
  g_autoptr (GPtrArray) fields = rea_contact_fields_list (self->fields);

  if (self->time_zone != NULL && !is_like_here (self->time_zone))
    {
      /* TRANSLATORS: what time it is where a contact lives, beside the time. */
      self->clock_label = append_row (self, _ ("Local time"), "");
      write_clock (self);
    }

  for (guint i = 0; i < fields->len; i++)
    {
      const ReaContactField *field = g_ptr_array_index (fields, i);

      append_row (self, field->name, field->value);
    }
}

/**
 * rea_contact_card_show:
 * @self: the card
 * @contact: (nullable): a conversation, or %NULL for none
 *
 * Shows what is known of a contact. What is shown already stays, with what is marked in it.
 */
void
rea_contact_card_show (ReaContactCard *self, const ReaConversation *contact)
{
  const char *fields = contact != NULL ? contact->fields : NULL;
  const char *time_zone = contact != NULL ? contact->time_zone : NULL;

  g_return_if_fail (REA_IS_CONTACT_CARD (self));

  if (g_strcmp0 (self->fields, fields) == 0 && g_strcmp0 (self->time_zone, time_zone) == 0)
    return;

  empty (self);
  g_free (self->fields);
  self->fields = g_strdup (fields);
  g_free (self->time_zone);
  self->time_zone = g_strdup (time_zone);
  fill (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->n_rows > 0);
}

static void
rea_contact_card_finalize (GObject *object)
{
  ReaContactCard *self = REA_CONTACT_CARD (object);

  g_free (self->fields);
  g_free (self->time_zone);

  G_OBJECT_CLASS (rea_contact_card_parent_class)->finalize (object);
}

static void
rea_contact_card_class_init (ReaContactCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rea_contact_card_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-contact-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaContactCard, grid);
}

static void
rea_contact_card_init (ReaContactCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (rea_clock_get_default (), "tick", G_CALLBACK (write_clock), self,
                           G_CONNECT_SWAPPED);
}
