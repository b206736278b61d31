/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sweep-button.h"

#include "rea-a11y.h"
#include "rea-format.h"
#include "rea-sweep-text.h"

#include <glib/gi18n-lib.h>

struct _ReaSweepButton
{
  GtkButton parent_instance;

  GtkLabel *count_label;

  ReaSweepModel *model;
  gboolean       watches;
};

G_DEFINE_FINAL_TYPE (ReaSweepButton, rea_sweep_button, GTK_TYPE_BUTTON)

static void
update (ReaSweepButton *self)
{
  const ReaSweep  *sweep = self->model != NULL ? rea_sweep_model_get_sweep (self->model) : NULL;
  guint            n = sweep != NULL ? sweep->lines->len : 0;
  g_autofree char *count = rea_format_number (n);
  g_autofree char *heading = sweep != NULL ? rea_sweep_text_heading (sweep) : NULL;
  g_autofree char *name = NULL;

  gtk_label_set_text (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), n > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), heading);

  /* TRANSLATORS: what a screen reader calls the button that opens the sweep; %s is like "5
   * things hold this campaign up". */
  name = heading != NULL ? g_strdup_printf (_ ("Sweep: %s"), heading) : g_strdup (_ ("Sweep"));
  rea_a11y_set_label (GTK_WIDGET (self), name);
}

/* Only while it can be seen it has to be right. */
static void
set_watches (ReaSweepButton *self, gboolean watches)
{
  if (self->watches == watches)
    return;

  self->watches = watches;
  if (watches)
    rea_sweep_model_watch (self->model);
  else
    rea_sweep_model_unwatch (self->model);
}

static void
map_cb (ReaSweepButton *self)
{
  if (self->model != NULL)
    set_watches (self, TRUE);
}

static void
unmap_cb (ReaSweepButton *self)
{
  set_watches (self, FALSE);
}

/**
 * rea_sweep_button_set_model:
 * @self: the button
 * @model: (nullable): what holds the campaign up that is shown
 *
 * Says how many things these are from now on.
 */
void
rea_sweep_button_set_model (ReaSweepButton *self, ReaSweepModel *model)
{
  g_return_if_fail (REA_IS_SWEEP_BUTTON (self));

  if (self->model != NULL)
    {
      set_watches (self, FALSE);
      g_signal_handlers_disconnect_by_data (self->model, self);
    }

  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  update (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    map_cb (self);
}

static void
rea_sweep_button_dispose (GObject *object)
{
  ReaSweepButton *self = REA_SWEEP_BUTTON (object);

  if (self->model != NULL)
    set_watches (self, FALSE);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (rea_sweep_button_parent_class)->dispose (object);
}

static void
rea_sweep_button_class_init (ReaSweepButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_sweep_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-sweep-button.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaSweepButton, count_label);
  gtk_widget_class_bind_template_callback (widget_class, map_cb);
  gtk_widget_class_bind_template_callback (widget_class, unmap_cb);
}

static void
rea_sweep_button_init (ReaSweepButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}
