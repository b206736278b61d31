/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-progress-pane.h"

#include "rea-a11y.h"
#include "rea-format.h"

#include <glib/gi18n-lib.h>

#define TICK_MILLISECONDS 100

/* Work that is over by then shows nothing. */
#define PATIENT_TICKS 3

struct _ReaProgressShare
{
  GMutex lock;
  gint64 done;
  gint64 total;
};

struct _ReaProgressPane
{
  AdwBin parent_instance;

  GtkLabel       *text_label;
  GtkLabel       *count_label;
  GtkProgressBar *bar;

  ReaProgressShare *share;
  gboolean          counts;
  guint             n_ticks;
  guint             source;
};

G_DEFINE_FINAL_TYPE (ReaProgressPane, rea_progress_pane, ADW_TYPE_BIN)

/**
 * rea_progress_share_new:
 *
 * Returns: (transfer full): what two threads share of work that has not begun
 */
ReaProgressShare *
rea_progress_share_new (void)
{
  ReaProgressShare *self = g_atomic_rc_box_new0 (ReaProgressShare);

  g_mutex_init (&self->lock);
  return self;
}

ReaProgressShare *
rea_progress_share_ref (ReaProgressShare *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_share (gpointer data)
{
  ReaProgressShare *self = data;

  g_mutex_clear (&self->lock);
}

void
rea_progress_share_unref (ReaProgressShare *self)
{
  g_atomic_rc_box_release_full (self, clear_share);
}

/**
 * rea_progress_share_tell:
 * @done: how much is done
 * @total: of how much, or 0 while that is not known
 * @user_data: a #ReaProgressShare
 *
 * A #ReaProgressFunc for the thread that works.
 */
void
rea_progress_share_tell (gint64 done, gint64 total, gpointer user_data)
{
  ReaProgressShare *self = user_data;

  g_mutex_lock (&self->lock);
  self->done = done;
  self->total = total;
  g_mutex_unlock (&self->lock);
}

static void
show_count (ReaProgressPane *self, gint64 done, gint64 total)
{
  g_autofree char *done_text = rea_format_number (done);
  g_autofree char *total_text = rea_format_number (total);
  g_autofree char *text = NULL;

  if (self->counts && total > 0)
    {
      /* TRANSLATORS: beside a progress bar: how many are done, of how many. */
      text = g_strdup_printf (_ ("%s of %s"), done_text, total_text);
    }

  gtk_label_set_text (self->count_label, text != NULL ? text : "");
}

static gboolean
tick_cb (gpointer user_data)
{
  ReaProgressPane *self = user_data;
  gint64           done;
  gint64           total;

  g_mutex_lock (&self->share->lock);
  done = self->share->done;
  total = self->share->total;
  g_mutex_unlock (&self->share->lock);

  if (++self->n_ticks >= PATIENT_TICKS)
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);

  /* What follows the last row takes its time too. */
  if (total > 0 && done < total)
    gtk_progress_bar_set_fraction (self->bar, CLAMP ((double) done / total, 0, 1));
  else
    gtk_progress_bar_pulse (self->bar);

  show_count (self, done, total);

  return G_SOURCE_CONTINUE;
}

/**
 * rea_progress_pane_begin:
 * @self: a pane
 * @text: what is being done
 * @share: what the thread that does it tells
 * @counts: whether that is a number of things, which somebody wants to read
 *
 * Shows work, unless it is over in a moment.
 */
void
rea_progress_pane_begin (ReaProgressPane  *self,
                         const char       *text,
                         ReaProgressShare *share,
                         gboolean          counts)
{
  g_return_if_fail (REA_IS_PROGRESS_PANE (self));

  rea_progress_pane_end (self);
  self->share = rea_progress_share_ref (share);
  self->counts = counts;
  self->n_ticks = 0;
  gtk_label_set_text (self->text_label, text);
  gtk_label_set_text (self->count_label, "");
  gtk_progress_bar_set_fraction (self->bar, 0);
  rea_a11y_set_label (GTK_WIDGET (self->bar), text);
  self->source = g_timeout_add (TICK_MILLISECONDS, tick_cb, self);
}

/**
 * rea_progress_pane_end:
 * @self: a pane
 *
 * Hides what is over.
 */
void
rea_progress_pane_end (ReaProgressPane *self)
{
  g_return_if_fail (REA_IS_PROGRESS_PANE (self));

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->share, rea_progress_share_unref);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
rea_progress_pane_dispose (GObject *object)
{
  ReaProgressPane *self = REA_PROGRESS_PANE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->share, rea_progress_share_unref);

  G_OBJECT_CLASS (rea_progress_pane_parent_class)->dispose (object);
}

static void
rea_progress_pane_class_init (ReaProgressPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_progress_pane_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-progress-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaProgressPane, text_label);
  gtk_widget_class_bind_template_child (widget_class, ReaProgressPane, count_label);
  gtk_widget_class_bind_template_child (widget_class, ReaProgressPane, bar);
}

static void
rea_progress_pane_init (ReaProgressPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
