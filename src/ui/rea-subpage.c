/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-subpage.h"

#include "rea-trouble-bar.h"

typedef struct
{
  AdwWindowTitle  *title;
  ReaTroubleBar   *trouble_bar;
  AdwToastOverlay *toasts;
} ReaSubpagePrivate;

enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_CONTENT,
  PROP_TROUBLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_TYPE_WITH_PRIVATE (ReaSubpage, rea_subpage, ADW_TYPE_BIN)

/**
 * rea_subpage_get_toasts:
 * @self: a page
 *
 * Returns: (transfer none): where the page shows toasts
 */
AdwToastOverlay *
rea_subpage_get_toasts (ReaSubpage *self)
{
  ReaSubpagePrivate *priv = rea_subpage_get_instance_private (self);

  g_return_val_if_fail (REA_IS_SUBPAGE (self), NULL);

  return priv->toasts;
}

static void
rea_subpage_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaSubpagePrivate *priv = rea_subpage_get_instance_private (REA_SUBPAGE (object));

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, adw_window_title_get_title (priv->title));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, adw_window_title_get_subtitle (priv->title));
      break;
    case PROP_CONTENT:
      g_value_set_object (value, adw_toast_overlay_get_child (priv->toasts));
      break;
    case PROP_TROUBLE:
      g_object_get_property (G_OBJECT (priv->trouble_bar), "trouble", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_subpage_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ReaSubpagePrivate *priv = rea_subpage_get_instance_private (REA_SUBPAGE (object));

  switch (id)
    {
    case PROP_TITLE:
      adw_window_title_set_title (priv->title, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      adw_window_title_set_subtitle (priv->title, g_value_get_string (value));
      break;
    case PROP_CONTENT:
      adw_toast_overlay_set_child (priv->toasts, g_value_get_object (value));
      break;
    case PROP_TROUBLE:
      g_object_set_property (G_OBJECT (priv->trouble_bar), "trouble", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_subpage_class_init (ReaSubpageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rea_subpage_get_property;
  object_class->set_property = rea_subpage_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (REA_TYPE_TROUBLE_BAR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-subpage.ui");
  gtk_widget_class_bind_template_child_private (widget_class, ReaSubpage, title);
  gtk_widget_class_bind_template_child_private (widget_class, ReaSubpage, trouble_bar);
  gtk_widget_class_bind_template_child_private (widget_class, ReaSubpage, toasts);
}

static void
rea_subpage_init (ReaSubpage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
