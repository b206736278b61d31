/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-place-row.h"

#include "rea-a11y.h"
#include "rea-phone.h"
#include "rea-pick-list.h"
#include "rea-places.h"

#include <glib/gi18n-lib.h>

struct _ReaPlaceRow
{
  AdwActionRow parent_instance;

  GtkMenuButton *button;
  GtkLabel      *button_label;
  GtkPopover    *popover;
  ReaPickList   *list;

  GPtrArray *places; /* of ReaPickItem */
  char      *code;
  gboolean   countries;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaPlaceRow, rea_place_row, ADW_TYPE_ACTION_ROW)

/* The name of a country in the user's language, where the system knows it. */
static const char *
translate (const char *country)
{
  return *country != '\0' ? g_dgettext ("iso_3166", country) : country;
}

static const char *
find_title (ReaPlaceRow *self)
{
  for (guint i = 0; self->countries && i < self->places->len; i++)
    {
      ReaPickItem *item = g_ptr_array_index (self->places, i);

      if (g_strcmp0 (rea_pick_item_get_key (item), self->code) == 0)
        return rea_pick_item_get_title (item);
    }

  /* Another machine may know more of them; then the code has to do. */
  return self->code;
}

static void
update (ReaPlaceRow *self)
{
  g_autofree char *label = NULL;
  const char      *title = find_title (self);

  gtk_label_set_text (self->button_label, title);
  label =
      g_strdup_printf ("%s: %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), title);
  rea_a11y_set_label (GTK_WIDGET (self->button), label);
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (rea_pick_item_get_title (*(ReaPickItem *const *) a),
                         rea_pick_item_get_title (*(ReaPickItem *const *) b));
}

/**
 * rea_place_row_offer_zones:
 * @self: a row
 *
 * Lets a time zone be chosen.
 */
void
rea_place_row_offer_zones (ReaPlaceRow *self)
{
  g_autoptr (GPtrArray) zones = rea_places_list_zones ();

  for (guint i = 0; i < zones->len; i++)
    {
      const ReaPlace  *zone = g_ptr_array_index (zones, i);
      const char      *country = translate (zone->country);
      g_autofree char *detail =
          zone->detail != NULL
              /* TRANSLATORS: where a time zone is: a country and a part of it. */
              ? g_strdup_printf (_ ("%1$s, %2$s"), country, zone->detail)
              : g_strdup (country);

      g_ptr_array_add (self->places, rea_pick_item_new (zone->code, zone->code, detail, FALSE));
    }

  /* TRANSLATORS: above the list of time zones, and what a screen reader calls the list. */
  rea_pick_list_set_labels (self->list, _ ("Search by city or country"), _ ("Time zones"));
}

/**
 * rea_place_row_offer_countries:
 * @self: a row
 *
 * Lets a country be chosen whose phone numbers can be read.
 */
void
rea_place_row_offer_countries (ReaPlaceRow *self)
{
  g_autoptr (GPtrArray) countries = rea_places_list_countries ();

  self->countries = TRUE;
  for (guint i = 0; i < countries->len; i++)
    {
      const ReaPlace *country = g_ptr_array_index (countries, i);

      if (rea_phone_knows_country (country->code))
        g_ptr_array_add (self->places,
                         rea_pick_item_new (country->code, translate (country->country),
                                            country->code, FALSE));
    }

  g_ptr_array_sort (self->places, compare_titles);
  /* TRANSLATORS: above the list of countries, and what a screen reader calls the list. */
  rea_pick_list_set_labels (self->list, _ ("Search by name or code"), _ ("Countries"));
}

/**
 * rea_place_row_set_code:
 * @self: a row
 * @code: the code of a place
 *
 * Shows a place.
 */
void
rea_place_row_set_code (ReaPlaceRow *self, const char *code)
{
  g_return_if_fail (REA_IS_PLACE_ROW (self));

  if (code != self->code)
    {
      g_free (self->code);
      self->code = g_strdup (code);
    }

  update (self);
}

const char *
rea_place_row_get_code (ReaPlaceRow *self)
{
  g_return_val_if_fail (REA_IS_PLACE_ROW (self), NULL);

  return self->code;
}

/* Filled when it opens: only then is it known what is chosen. */
static void
shown_cb (ReaPlaceRow *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->places->len; i++)
    {
      ReaPickItem *item = g_ptr_array_index (self->places, i);
      const char  *key = rea_pick_item_get_key (item);

      g_ptr_array_add (items, rea_pick_item_new (key, rea_pick_item_get_title (item),
                                                 rea_pick_item_get_detail (item),
                                                 g_strcmp0 (key, self->code) == 0));
    }

  rea_pick_list_set_items (self->list, items);
  rea_pick_list_start (self->list);
}

static void
picked_cb (ReaPlaceRow *self, const char *key)
{
  gtk_popover_popdown (self->popover);

  if (g_strcmp0 (key, self->code) == 0)
    return;

  rea_place_row_set_code (self, key);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
rea_place_row_finalize (GObject *object)
{
  ReaPlaceRow *self = REA_PLACE_ROW (object);

  g_ptr_array_unref (self->places);
  g_free (self->code);

  G_OBJECT_CLASS (rea_place_row_parent_class)->finalize (object);
}

static void
rea_place_row_class_init (ReaPlaceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rea_place_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (REA_TYPE_PICK_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-place-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaPlaceRow, button);
  gtk_widget_class_bind_template_child (widget_class, ReaPlaceRow, button_label);
  gtk_widget_class_bind_template_child (widget_class, ReaPlaceRow, popover);
  gtk_widget_class_bind_template_child (widget_class, ReaPlaceRow, list);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
}

static void
rea_place_row_init (ReaPlaceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->places = g_ptr_array_new_with_free_func (g_object_unref);
}
