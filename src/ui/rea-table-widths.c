/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-table-widths.h"

/* How wide a letter is of text in its usual size. */
#define USUAL_LETTER 7.0

typedef struct
{
  GtkWidget            *widget;
  GtkColumnView        *view;
  const ReaTableColumn *columns;
  guint                 n_columns;
  const ReaTableWidth  *widths;
  guint                 n_widths;

  GtkAdjustment *adjustment;
  GtkSorter     *sorter;
  GtkSettings   *settings;
  const char    *revealed; /* the one that does not give way */
  int           *now;      /* how wide each was made, which the user may have changed since */
  guint          tick;
} Widths;

static void
widths_free (gpointer data)
{
  Widths *self = data;

  g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_signal_handlers_disconnect_by_data (self->sorter, self);
  g_signal_handlers_disconnect_by_data (self->settings, self);
  g_object_unref (self->adjustment);
  g_object_unref (self->sorter);
  g_free (self->now);
  g_free (self);
}

static double
get_text_scale (Widths *self)
{
  PangoFontMetrics *metrics =
      pango_context_get_metrics (gtk_widget_get_pango_context (self->widget), NULL, NULL);
  double letter = (double) pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);

  return MAX (1, letter / USUAL_LETTER);
}

/* What the table is sorted by is looked at. */
static gboolean
is_looked_at (Widths *self, const char *id)
{
  GtkSortType direction;

  return g_strcmp0 (rea_table_columns_get_sorted (self->view, &direction), id) == 0 ||
         g_strcmp0 (self->revealed, id) == 0;
}

static void
apply (Widths *self)
{
  g_autoptr (GPtrArray) out = g_ptr_array_new ();
  double scale = get_text_scale (self);
  double room = gtk_adjustment_get_page_size (self->adjustment) / scale;

  for (guint i = 0; i < self->n_widths; i++)
    {
      const ReaTableWidth *width = &self->widths[i];
      GtkColumnViewColumn *column = GTK_COLUMN_VIEW_COLUMN (
          gtk_widget_get_template_child (self->widget, G_OBJECT_TYPE (self->widget),
                                         width->column));
      gboolean is_narrow = room > 0 && room < width->below;
      int      wanted = (int) (scale * (is_narrow ? width->narrow : width->wide));

      if (room > 0 && room < width->least && !is_looked_at (self, width->column))
        g_ptr_array_add (out, (gpointer) width->column);

      if (self->now[i] != wanted)
        gtk_column_view_column_set_fixed_width (column, wanted);

      self->now[i] = wanted;
    }

  g_ptr_array_add (out, NULL);
  rea_table_columns_give_way (self->widget, self->view, self->columns, self->n_columns,
                              (const char *const *) out->pdata);
}

static gboolean
apply_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Widths *self = user_data;

  self->tick = 0;
  apply (self);

  return G_SOURCE_REMOVE;
}

/* The table is being allotted its room just now, or given its order. */
static void
apply_later (Widths *self)
{
  if (self->tick == 0 && gtk_widget_get_mapped (self->widget))
    self->tick = gtk_widget_add_tick_callback (self->widget, apply_cb, self, NULL);
}

/**
 * rea_table_widths_follow:
 * @widget: a widget
 * @view: the table in its template, in a scrolled window
 * @columns: (array length=n_columns): the columns of the table, set up
 * @n_columns: how many
 * @widths: (array length=n_widths): how they give way
 * @n_widths: how many do
 *
 * Has columns give way in a narrow window, so that what is looked at first is in sight
 * without scrolling, and grow with the text.
 */
void
rea_table_widths_follow (GtkWidget            *widget,
                         GtkColumnView        *view,
                         const ReaTableColumn *columns,
                         guint                 n_columns,
                         const ReaTableWidth  *widths,
                         guint                 n_widths)
{
  Widths *self = g_new0 (Widths, 1);

  self->widget = widget;
  self->view = view;
  self->columns = columns;
  self->n_columns = n_columns;
  self->widths = widths;
  self->n_widths = n_widths;
  self->adjustment = g_object_ref (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view)));
  self->sorter = g_object_ref (gtk_column_view_get_sorter (view));
  self->settings = gtk_widget_get_settings (widget);
  self->now = g_new0 (int, n_widths);
  g_object_set_data_full (G_OBJECT (view), "rea-widths", self, widths_free);

  g_signal_connect_swapped (self->adjustment, "notify::page-size", G_CALLBACK (apply_later), self);
  g_signal_connect_swapped (self->sorter, "changed", G_CALLBACK (apply_later), self);
  g_signal_connect_swapped (self->settings, "notify::gtk-xft-dpi", G_CALLBACK (apply_later), self);
  g_signal_connect_swapped (self->settings, "notify::gtk-font-name", G_CALLBACK (apply_later),
                            self);
  g_signal_connect_swapped (view, "map", G_CALLBACK (apply_later), self);
  apply (self);
}

/**
 * rea_table_widths_reveal:
 * @view: a table
 * @id: a column
 *
 * Shows a column that has given way, in place of the one that was shown so before.
 */
void
rea_table_widths_reveal (GtkColumnView *view, const char *id)
{
  Widths *self = g_object_get_data (G_OBJECT (view), "rea-widths");

  self->revealed = NULL;
  for (guint i = 0; i < self->n_widths; i++)
    if (g_strcmp0 (self->widths[i].column, id) == 0)
      self->revealed = self->widths[i].column;

  apply (self);
}
