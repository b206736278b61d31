/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-selection-bar.h"

enum
{
  PROP_TEXT = 1,
  PROP_DETAIL,
  PROP_REASSIGN_LABEL,
  PROP_REMIND_LABEL,
  PROP_REASON,
  N_PROPS
};

struct _ReaSelectionBar
{
  AdwBin parent_instance;

  GtkLabel  *text_label;
  GtkLabel  *detail_label;
  GtkButton *reassign_button;
  GtkButton *remind_button;

  char *texts[N_PROPS]; /* by property */
};

enum
{
  CLEAR,
  REASSIGN,
  REMIND,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaSelectionBar, rea_selection_bar, ADW_TYPE_BIN)

static void
clear_cb (ReaSelectionBar *self)
{
  g_signal_emit (self, signals[CLEAR], 0);
}

static void
reassign_cb (ReaSelectionBar *self)
{
  g_signal_emit (self, signals[REASSIGN], 0);
}

static void
remind_cb (ReaSelectionBar *self)
{
  g_signal_emit (self, signals[REMIND], 0);
}

static void
write_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
update (ReaSelectionBar *self)
{
  const char *reason = self->texts[PROP_REASON];
  const char *reassign_label = self->texts[PROP_REASSIGN_LABEL];
  const char *remind_label = self->texts[PROP_REMIND_LABEL];

  write_label (self->text_label, self->texts[PROP_TEXT]);
  write_label (self->detail_label, self->texts[PROP_DETAIL]);
  gtk_button_set_label (self->reassign_button, reassign_label != NULL ? reassign_label : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->reassign_button), reason == NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reassign_button), reason);
  gtk_button_set_label (self->remind_button, remind_label != NULL ? remind_label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remind_button), remind_label != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->remind_button), reason == NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->remind_button), reason);
}

/**
 * rea_selection_bar_get_text:
 * @self: a bar
 *
 * Returns: (nullable): how many are ticked, in words, or %NULL for none
 */
const char *
rea_selection_bar_get_text (ReaSelectionBar *self)
{
  g_return_val_if_fail (REA_IS_SELECTION_BAR (self), NULL);

  return self->texts[PROP_TEXT];
}

static void
rea_selection_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, REA_SELECTION_BAR (object)->texts[id]);
}

static void
rea_selection_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ReaSelectionBar *self = REA_SELECTION_BAR (object);
  const char      *text = g_value_get_string (value);

  if (g_strcmp0 (self->texts[id], text) == 0)
    return;

  g_free (self->texts[id]);
  self->texts[id] = g_strdup (text);
  update (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
rea_selection_bar_finalize (GObject *object)
{
  ReaSelectionBar *self = REA_SELECTION_BAR (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (rea_selection_bar_parent_class)->finalize (object);
}

static void
rea_selection_bar_class_init (ReaSelectionBarClass *klass)
{
  static const char *const names[N_PROPS] = {
    [PROP_TEXT] = "text",
    [PROP_DETAIL] = "detail",
    [PROP_REASSIGN_LABEL] = "reassign-label",
    [PROP_REMIND_LABEL] = "remind-label",
    [PROP_REASON] = "reason",
  };
  static const char *const signal_names[N_SIGNALS] = {
    [CLEAR] = "clear",
    [REASSIGN] = "reassign",
    [REMIND] = "remind",
  };
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rea_selection_bar_get_property;
  object_class->set_property = rea_selection_bar_set_property;
  object_class->finalize = rea_selection_bar_finalize;

  for (guint i = 1; i < N_PROPS; i++)
    properties[i] =
        g_param_spec_string (names[i], NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (signal_names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                               NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaSelectionBar, text_label);
  gtk_widget_class_bind_template_child (widget_class, ReaSelectionBar, detail_label);
  gtk_widget_class_bind_template_child (widget_class, ReaSelectionBar, reassign_button);
  gtk_widget_class_bind_template_child (widget_class, ReaSelectionBar, remind_button);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, reassign_cb);
  gtk_widget_class_bind_template_callback (widget_class, remind_cb);
}

static void
rea_selection_bar_init (ReaSelectionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}
