/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sweep-row.h"

#include "rea-a11y.h"
#include "rea-css.h"
#include "rea-format.h"
#include "rea-labels.h"
#include "rea-sweep-text.h"

struct _ReaSweepRow
{
  GtkListBoxRow parent_instance;

  GtkLabel  *count_label;
  GtkLabel  *title_label;
  GtkLabel  *detail_label;
  GtkButton *button;
};

enum
{
  MEND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaSweepRow, rea_sweep_row, GTK_TYPE_LIST_BOX_ROW)

static void
clicked_cb (ReaSweepRow *self)
{
  g_signal_emit (self, signals[MEND], 0);
}

/**
 * rea_sweep_row_show:
 * @self: a row
 * @sweep: a sweep
 * @line: its line of the row's kind
 * @may_manage: whether who reads it may change the campaign
 *
 * Shows the line.
 */
void
rea_sweep_row_show (ReaSweepRow        *self,
                    const ReaSweep     *sweep,
                    const ReaSweepLine *line,
                    gboolean            may_manage)
{
  g_autofree char *count = NULL;
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *button = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (REA_IS_SWEEP_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  count = rea_format_number (line->count);
  title = rea_sweep_kind_dup_title (line->kind, &sweep->options);
  detail = rea_sweep_text_detail (sweep, line, may_manage);
  button = rea_sweep_text_button (line);
  name = g_strdup_printf ("%s, %s. %s", count, title, detail);

  gtk_label_set_text (self->count_label, count);
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->detail_label, detail);
  gtk_button_set_label (self->button, button);
  gtk_widget_set_visible (GTK_WIDGET (self->button),
                          may_manage ||
                              rea_sweep_kind_get_cure (line->kind) != REA_SWEEP_CHANGE_WINDOW);
  rea_a11y_set_label (GTK_WIDGET (self), name);
  rea_a11y_set_description (GTK_WIDGET (self->button), title);
}

/**
 * rea_sweep_row_set_first:
 * @self: a row
 * @first: whether it is the first that is shown
 *
 * Suggests to begin with the first.
 */
void
rea_sweep_row_set_first (ReaSweepRow *self, gboolean first)
{
  g_return_if_fail (REA_IS_SWEEP_ROW (self));

  rea_css_set_class (GTK_WIDGET (self->button), "suggested-action", first);
}

/* What there is to press. GTK would give the focus to what is hidden, too. */
static gboolean
rea_sweep_row_grab_focus (GtkWidget *widget)
{
  GtkWidget *button = GTK_WIDGET (REA_SWEEP_ROW (widget)->button);

  return gtk_widget_get_visible (button) && gtk_widget_grab_focus (button);
}

static void
rea_sweep_row_class_init (ReaSweepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = rea_sweep_row_grab_focus;

  signals[MEND] = g_signal_new ("mend", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-sweep-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaSweepRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, ReaSweepRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, ReaSweepRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, ReaSweepRow, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
rea_sweep_row_init (ReaSweepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rea_sweep_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
ReaSweepRow *
rea_sweep_row_new (void)
{
  return g_object_new (REA_TYPE_SWEEP_ROW, NULL);
}
