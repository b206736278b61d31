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
  GtkWidget *pace_label;
};

enum
{
  PROP_TITLE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReaTile, rea_tile, GTK_TYPE_TOGGLE_BUTTON)

static void
update_name (ReaTile *self)
{
  const char      *number = gtk_label_get_text (GTK_LABEL (self->number_label));
  const char      *detail = gtk_label_get_text (GTK_LABEL (self->detail_label));
  const char      *pace = gtk_label_get_text (GTK_LABEL (self->pace_label));
  g_autofree char *name = NULL;

  if (*pace != '\0')
    name = g_strdup_printf ("%s: %s, %s, %s", self->title, number, detail, pace);
  else
    name = g_strdup_printf ("%s: %s, %s", self->title, number, detail);

  rea_a11y_set_label (GTK_WIDGET (self), name);
}

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

  g_return_if_fail (REA_IS_TILE (self));

  text = rea_format_number (number);

  gtk_label_set_text (GTK_LABEL (self->number_label), text);
  gtk_label_set_text (GTK_LABEL (self->detail_label), detail);
  update_name (self);
}

/**
 * rea_tile_set_pace:
 * @self: a tile
 * @pace: (nullable): how fast it goes, a few words
 * @tooltip: (nullable): the same in full
 *
 * Writes the tile's last line.
 */
void
rea_tile_set_pace (ReaTile *self, const char *pace, const char *tooltip)
{
  g_return_if_fail (REA_IS_TILE (self));

  gtk_label_set_text (GTK_LABEL (self->pace_label), pace != NULL ? pace : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  update_name (self);
}

/**
 * rea_tile_set_has_pace:
 * @self: a tile
 * @has_pace: whether there may be something to say in the last line
 *
 * Keeps room for the last line, so that nothing jumps when the first message is sent.
 */
void
rea_tile_set_has_pace (ReaTile *self, gboolean has_pace)
{
  g_return_if_fail (REA_IS_TILE (self));

  gtk_widget_set_visible (self->pace_label, has_pace);
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
  gtk_widget_class_bind_template_child (widget_class, ReaTile, pace_label);
}

static void
rea_tile_init (ReaTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
