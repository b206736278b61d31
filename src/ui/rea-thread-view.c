/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-thread-view.h"

#include "rea-clock.h"
#include "rea-message-bubble.h"
#include "rea-tab-stop.h"

#include <glib/gi18n-lib.h>

struct _ReaThreadView
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled_window;
  GtkWidget         *earlier_button;
  GtkBox            *box;
  GtkWidget         *newest_button;

  ReaThread *thread;
  GPtrArray *bubbles; /* of all messages that are read, in order; not owned */
  gboolean   stays_at_end;
  double     from_end; /* where to stay while there is more above, or less than 0 */
};

G_DEFINE_FINAL_TYPE (ReaThreadView, rea_thread_view, ADW_TYPE_BIN)

/* Scrolling. */

static gboolean
is_at_end (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) >=
         gtk_adjustment_get_upper (adjustment) - 1;
}

static void
go_to_end (ReaThreadView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);

  self->stays_at_end = TRUE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) -
                                            gtk_adjustment_get_page_size (adjustment));
}

static void
update_newest (ReaThreadView *self)
{
  gtk_widget_set_visible (self->newest_button, !self->stays_at_end);
}

/* There is more, or less, room: that is no scrolling. */
static void
resized_cb (ReaThreadView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);

  if (self->from_end >= 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) - self->from_end);
  else if (self->stays_at_end)
    go_to_end (self);
  self->from_end = -1;
}

static void
scrolled_cb (ReaThreadView *self)
{
  self->stays_at_end = is_at_end (gtk_scrolled_window_get_vadjustment (self->scrolled_window));
  update_newest (self);
}

static void
newest_cb (ReaThreadView *self)
{
  go_to_end (self);
  update_newest (self);
}

/* Days. */

static gboolean
is_same_day (GDateTime *a, GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b) &&
         g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

static char *
dup_day (GDateTime *day)
{
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (rea_clock_now ());
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (today, -1);

  if (is_same_day (day, today))
    {
      /* TRANSLATORS: between messages, above those of this day. */
      return g_strdup (_ ("Today"));
    }

  if (is_same_day (day, yesterday))
    {
      /* TRANSLATORS: between messages, above those of that day. */
      return g_strdup (_ ("Yesterday"));
    }

  if (g_date_time_get_year (day) == g_date_time_get_year (today))
    {
      /* TRANSLATORS: between messages: a day of this year, in the format of strftime. */
      return g_date_time_format (day, _ ("%A, %-e %B"));
    }

  /* TRANSLATORS: between messages: a day of another year, in the format of strftime. */
  return g_date_time_format (day, _ ("%A, %-e %B %Y"));
}

/* A day is named where it begins; today is, where what stands above it is older. */
static void
append_day (ReaThreadView *self, gint64 at, gint64 before)
{
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_local (at);
  g_autoptr (GDateTime) other =
      g_date_time_new_from_unix_local (before != REA_TIME_NONE ? before : rea_clock_now ());
  g_autofree char *text = NULL;
  GtkWidget       *label;

  if (day == NULL || other == NULL || is_same_day (day, other))
    return;

  text = dup_day (day);
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "day");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->box, label);
}

/* Messages. */

static void
append (ReaThreadView *self, GPtrArray *messages, guint position)
{
  const ReaMessage *message = g_ptr_array_index (messages, position);
  const ReaMessage *before = position > 0 ? g_ptr_array_index (messages, position - 1) : NULL;
  GtkWidget        *bubble = rea_message_bubble_new ();

  append_day (self, message->at, before != NULL ? before->at : REA_TIME_NONE);
  rea_message_bubble_set_message (REA_MESSAGE_BUBBLE (bubble), message);
  gtk_box_append (self->box, bubble);
  g_ptr_array_add (self->bubbles, bubble);
}

static void
clear (ReaThreadView *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->bubbles, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

/* Whether what is shown is the beginning of what is to be shown. */
static gboolean
continues (ReaThreadView *self, GPtrArray *messages)
{
  if (self->bubbles->len > messages->len)
    return FALSE;

  for (guint i = 0; i < self->bubbles->len; i++)
    if (rea_message_bubble_get_message (g_ptr_array_index (self->bubbles, i)) !=
        ((const ReaMessage *) g_ptr_array_index (messages, i))->id)
      return FALSE;

  return TRUE;
}

/* Where others come above, whoever reads stays at what is being read. */
static void
start_again (ReaThreadView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);

  if (!self->stays_at_end && self->bubbles->len > 0)
    self->from_end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment);
  clear (self);
}

static void
thread_changed_cb (ReaThreadView *self)
{
  const ReaThreadState *state = rea_thread_get_state (self->thread);
  GPtrArray            *messages = state != NULL ? state->messages : NULL;

  gtk_widget_set_visible (self->earlier_button, state != NULL && state->has_earlier);
  if (messages == NULL)
    return;

  if (!continues (self, messages))
    start_again (self);

  for (guint i = 0; i < self->bubbles->len; i++)
    rea_message_bubble_set_message (g_ptr_array_index (self->bubbles, i),
                                    g_ptr_array_index (messages, i));
  for (guint i = self->bubbles->len; i < messages->len; i++)
    append (self, messages, i);
}

static void
earlier_cb (ReaThreadView *self)
{
  rea_thread_show_earlier (self->thread);
}

static void
leave_thread (ReaThreadView *self)
{
  if (self->thread != NULL)
    g_signal_handlers_disconnect_by_data (self->thread, self);

  g_clear_object (&self->thread);
}

/**
 * rea_thread_view_set_thread:
 * @self: the view
 * @thread: (nullable): a conversation
 *
 * Shows the messages of a conversation, and those that come.
 */
void
rea_thread_view_set_thread (ReaThreadView *self, ReaThread *thread)
{
  g_return_if_fail (REA_IS_THREAD_VIEW (self));

  if (self->thread == thread)
    return;

  leave_thread (self);
  clear (self);
  self->from_end = -1;
  gtk_widget_set_visible (self->earlier_button, FALSE);
  if (thread == NULL)
    return;

  self->thread = g_object_ref (thread);
  g_signal_connect_object (thread, "changed", G_CALLBACK (thread_changed_cb), self,
                           G_CONNECT_SWAPPED);
  thread_changed_cb (self);
  newest_cb (self);
}

/**
 * rea_thread_view_scroll:
 * @self: the view
 * @pages: how many pages down, or, negative, up
 *
 * Scrolls, for whoever's focus is elsewhere.
 */
void
rea_thread_view_scroll (ReaThreadView *self, int pages)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (REA_IS_THREAD_VIEW (self));

  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment) +
                                0.9 * pages * gtk_adjustment_get_page_size (adjustment));
}

static void
rea_thread_view_dispose (GObject *object)
{
  leave_thread (REA_THREAD_VIEW (object));

  G_OBJECT_CLASS (rea_thread_view_parent_class)->dispose (object);
}

static void
rea_thread_view_finalize (GObject *object)
{
  g_ptr_array_unref (REA_THREAD_VIEW (object)->bubbles);

  G_OBJECT_CLASS (rea_thread_view_parent_class)->finalize (object);
}

static void
rea_thread_view_class_init (ReaThreadViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_thread_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = rea_thread_view_finalize;

  g_type_ensure (REA_TYPE_TAB_STOP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-thread-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaThreadView, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, ReaThreadView, earlier_button);
  gtk_widget_class_bind_template_child (widget_class, ReaThreadView, box);
  gtk_widget_class_bind_template_child (widget_class, ReaThreadView, newest_button);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, newest_cb);
}

static void
rea_thread_view_init (ReaThreadView *self)
{
  GtkAdjustment *adjustment;

  self->bubbles = g_ptr_array_new ();
  self->stays_at_end = TRUE;
  self->from_end = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}
