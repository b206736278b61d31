/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-bar.h"

#include <math.h>
#include <string.h>

/* What little there is of something has to be seen all the same. */
#define MIN_PART_WIDTH 2

struct _ReaBar
{
  GtkWidget parent_instance;

  int        height;
  gint64     whole;
  guint      n_parts;
  ReaBarPart parts[REA_BAR_MAX_PARTS];
};

G_DEFINE_FINAL_TYPE (ReaBar, rea_bar, GTK_TYPE_WIDGET)

/**
 * rea_bar_new:
 * @height: how high it is, in pixels
 *
 * Returns: (transfer floating): an empty bar
 */
GtkWidget *
rea_bar_new (int height)
{
  ReaBar *self = g_object_new (REA_TYPE_BAR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                               "valign", GTK_ALIGN_CENTER, NULL);

  self->height = height;

  return GTK_WIDGET (self);
}

/**
 * rea_bar_set_parts:
 * @self: a bar
 * @parts: (array length=n_parts): its parts, from the beginning of the line
 * @n_parts: how many, %REA_BAR_MAX_PARTS at most
 * @whole: the amount that fills the whole width
 *
 * Sets what is drawn.
 */
void
rea_bar_set_parts (ReaBar *self, const ReaBarPart *parts, guint n_parts, gint64 whole)
{
  g_return_if_fail (REA_IS_BAR (self));
  g_return_if_fail (n_parts <= REA_BAR_MAX_PARTS);

  if (self->whole == whole && self->n_parts == n_parts &&
      memcmp (self->parts, parts, n_parts * sizeof *parts) == 0)
    return;

  memcpy (self->parts, parts, n_parts * sizeof *parts);
  self->n_parts = n_parts;
  self->whole = whole;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
draw_part (GtkSnapshot           *snapshot,
           const graphene_rect_t *area,
           const GdkRGBA         *color,
           gboolean               hollow)
{
  GskRoundedRect outline;

  if (!hollow)
    {
      gtk_snapshot_append_color (snapshot, color, area);
      return;
    }

  gsk_rounded_rect_init_from_rect (&outline, area, 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ *color, *color, *color, *color });
}

static void
rea_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ReaBar          *self = REA_BAR (widget);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  int              width = gtk_widget_get_width (widget);
  gboolean         mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gint64           begin = 0;

  if (self->whole <= 0)
    return;

  for (guint i = 0; i < self->n_parts; i++)
    {
      const ReaBarPart *part = &self->parts[i];
      double            from = round ((double) width * begin / self->whole);
      double            to = round ((double) width * (begin + part->amount) / self->whole);
      GdkRGBA           color;
      graphene_rect_t   area;

      if (part->amount == 0 || !gtk_style_context_lookup_color (context, part->color, &color))
        continue;

      begin += part->amount;
      to = MAX (to, from + MIN_PART_WIDTH);
      area = GRAPHENE_RECT_INIT (mirrored ? width - to : from, 0, to - from,
                                 gtk_widget_get_height (widget));
      draw_part (snapshot, &area, &color, part->hollow);
    }
}

static void
rea_bar_measure (GtkWidget     *widget,
                 GtkOrientation orientation,
                 int            for_size,
                 int           *minimum,
                 int           *natural,
                 int           *minimum_baseline,
                 int           *natural_baseline)
{
  ReaBar *self = REA_BAR (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? self->height : 0;
}

static void
rea_bar_class_init (ReaBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = rea_bar_snapshot;
  widget_class->measure = rea_bar_measure;
}

static void
rea_bar_init (ReaBar *self)
{
}
