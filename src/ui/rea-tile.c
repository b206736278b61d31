/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-tile.h"

#include "rea-a11y.h"
#include "rea-format.h"

struct _ReaTile
{
  GtkToggleButton parent_instance;

  char      *title;
  GtkWidget *number_label;
  GtkWidget *detail_label;
};

enum
{
  PROP_TITLE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReaTile, rea_tile, GTK_TYPE_TOGGLE_BUTTON)

/**
 * rea_tile_set:
 * @self: a tile
 * @number: the number
 * @detail: what is behind it, a few words
 *
 * Writes the tile.
 */
void
rea_tile_set (ReaTile *self, gint64 number, const char *detail)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (REA_IS_TILE (self));

  text = rea_format_number (number);
  name = g_strdup_printf ("%s: %s, %s", self->title, text, detail);

  gtk_label_set_text (GTK_LABEL (self->number_label), text);
  gtk_label_set_text (GTK_LABEL (self->detail_label), detail);
  rea_a11y_set_label (GTK_WIDGET (self), name);
}

static void
rea_tile_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaTile *self = REA_TILE (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_tile_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ReaTile *self = REA_TILE (object);

  switch (id)
    {
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_tile_finalize (GObject *object)
{
  ReaTile *self = REA_TILE (object);

  g_free (self->title);

  G_OBJECT_CLASS (rea_tile_parent_class)->finalize (object);
}

static void
rea_tile_class_init (ReaTileClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rea_tile_get_property;
  object_class->set_property = rea_tile_set_property;
  object_class->finalize = rea_tile_finalize;

  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Reassign/rea-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaTile, number_label);
  gtk_widget_class_bind_template_child (widget_class, ReaTile, detail_label);
}

static void
rea_tile_init (ReaTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
