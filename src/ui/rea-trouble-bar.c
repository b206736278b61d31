/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-trouble-bar.h"

#include "rea-a11y.h"

struct _ReaTroubleBar
{
  AdwBin parent_instance;

  GtkInfoBar *bar;
  GtkLabel   *label;

  char *trouble;
};

enum
{
  PROP_TROUBLE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReaTroubleBar, rea_trouble_bar, ADW_TYPE_BIN)

/* What was said stays readable while the bar slides away. */
static void
set_trouble (ReaTroubleBar *self, const char *trouble)
{
  if (g_strcmp0 (self->trouble, trouble) == 0)
    return;

  g_free (self->trouble);
  self->trouble = g_strdup (trouble);

  if (trouble != NULL)
    {
      gtk_label_set_text (self->label, trouble);
      rea_a11y_set_label (GTK_WIDGET (self->bar), trouble);
    }

  gtk_info_bar_set_revealed (self->bar, trouble != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

static void
rea_trouble_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaTroubleBar *self = REA_TROUBLE_BAR (object);

  switch (id)
    {
    case PROP_TROUBLE:
      g_value_set_string (value, self->trouble);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_trouble_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ReaTroubleBar *self = REA_TROUBLE_BAR (object);

  switch (id)
    {
    case PROP_TROUBLE:
      set_trouble (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_trouble_bar_finalize (GObject *object)
{
  ReaTroubleBar *self = REA_TROUBLE_BAR (object);

  g_free (self->trouble);

  G_OBJECT_CLASS (rea_trouble_bar_parent_class)->finalize (object);
}

static void
rea_trouble_bar_class_init (ReaTroubleBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rea_trouble_bar_get_property;
  object_class->set_property = rea_trouble_bar_set_property;
  object_class->finalize = rea_trouble_bar_finalize;

  properties[PROP_TROUBLE] =
      g_param_spec_string ("trouble", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-trouble-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaTroubleBar, bar);
  gtk_widget_class_bind_template_child (widget_class, ReaTroubleBar, label);
}

static void
rea_trouble_bar_init (ReaTroubleBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
