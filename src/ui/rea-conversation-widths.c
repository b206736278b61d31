/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-conversation-widths.h"

#define NARROW 800

/* How wide the columns are, and how wide they are in a narrow window. */
static const struct
{
  const char *column;
  int         wide;
  int         narrow;
} widths[] = {
  { "contact", 150, 132 }, { "phone", 132, 118 },  { "status", 124, 114 },
  { "sender", 150, 132 },  { "waiting", 110, 92 },
};

typedef struct
{
  GtkWidget     *table;
  GtkAdjustment *adjustment;
  gboolean       is_narrow;
} Widths;

static void
widths_free (gpointer data)
{
  Widths *self = data;

  g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_object_unref (self->adjustment);
  g_free (self);
}

static gboolean
set_widths_cb (GtkWidget *table, GdkFrameClock *clock, gpointer user_data)
{
  const Widths *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkColumnViewColumn *column = GTK_COLUMN_VIEW_COLUMN (
          gtk_widget_get_template_child (table, G_OBJECT_TYPE (table), widths[i].column));

      gtk_column_view_column_set_fixed_width (column,
                                              self->is_narrow ? widths[i].narrow : widths[i].wide);
    }

  return G_SOURCE_REMOVE;
}

static void
page_size_cb (GtkAdjustment *adjustment, GParamSpec *pspec, gpointer user_data)
{
  Widths  *self = user_data;
  gboolean is_narrow = gtk_adjustment_get_page_size (adjustment) < NARROW;

  if (self->is_narrow == is_narrow)
    return;

  /* The table is being allotted its room just now. */
  self->is_narrow = is_narrow;
  gtk_widget_add_tick_callback (self->table, set_widths_cb, self, NULL);
}

/**
 * rea_conversation_widths_follow:
 * @table: a widget
 * @view: the table of conversations in its template, in a scrolled window
 *
 * Has the longest names give way in a narrow window, so that how long somebody has
 * been waiting is in sight without scrolling.
 */
void
rea_conversation_widths_follow (GtkWidget *table, GtkColumnView *view)
{
  Widths *self = g_new0 (Widths, 1);

  self->table = table;
  self->adjustment = g_object_ref (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view)));
  g_signal_connect (self->adjustment, "notify::page-size", G_CALLBACK (page_size_cb), self);
  g_object_set_data_full (G_OBJECT (view), "rea-widths", self, widths_free);
}
