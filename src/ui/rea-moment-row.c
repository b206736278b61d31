/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-moment-row.h"

#include "rea-a11y.h"
#include "rea-time-text.h"
#include "rea-types.h"

#include <glib/gi18n-lib.h>

struct _ReaMomentRow
{
  AdwActionRow parent_instance;

  GtkEditable   *date_entry;
  GtkEditable   *clock_entry;
  GtkMenuButton *calendar_button;
  GtkPopover    *popover;
  GtkCalendar   *calendar;
  GtkWidget     *clear_button;

  char    *time_zone;
  char    *unset_text;
  char    *usual_clock;
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaMomentRow, rea_moment_row, ADW_TYPE_ACTION_ROW)

/* Below the title stands what was understood, in full. */
static void
update (ReaMomentRow *self)
{
  g_autofree char *text = NULL;
  gint64           time;
  gboolean         understood = rea_moment_row_get_time (self, &time, NULL);

  if (understood && time != REA_TIME_NONE)
    text = rea_time_text_moment (time, self->time_zone);
  else if (understood)
    text = g_strdup (self->unset_text);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text != NULL ? text : "");
  gtk_widget_set_sensitive (self->clear_button, !understood || time != REA_TIME_NONE);
}

static void
changed_cb (ReaMomentRow *self)
{
  if (self->filling)
    return;

  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fill (ReaMomentRow *self, const char *date, const char *clock)
{
  self->filling = TRUE;
  gtk_editable_set_text (self->date_entry, date);
  gtk_editable_set_text (self->clock_entry, clock);
  self->filling = FALSE;
}

/* The calendar opens on the day that is typed, else on today. */
static void
calendar_shown_cb (ReaMomentRow *self)
{
  g_autoptr (GDateTime) shown = NULL;
  GDate date;

  if (rea_time_text_parse_date (gtk_editable_get_text (self->date_entry), &date))
    shown = g_date_time_new_utc (g_date_get_year (&date), (int) g_date_get_month (&date),
                                 g_date_get_day (&date), 12, 0, 0);
  else
    shown = g_date_time_new_now_local ();

  self->filling = TRUE;
  gtk_calendar_select_day (self->calendar, shown);
  self->filling = FALSE;
}

static void
day_selected_cb (ReaMomentRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  const char      *clock = gtk_editable_get_text (self->clock_entry);

  if (self->filling)
    return;

  fill (self, date, *clock != '\0' ? clock : self->usual_clock);
  changed_cb (self);
}

static void
clear_cb (ReaMomentRow *self)
{
  fill (self, "", "");
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->date_entry));
}

static void
title_cb (ReaMomentRow *self)
{
  const char      *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *date = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *calendar = NULL;
  g_autofree char *clear = NULL;

  /* TRANSLATORS: what a screen reader calls a field; %s is like "Starts". So the three below. */
  date = g_strdup_printf (_ ("%s: date"), title);
  clock = g_strdup_printf (_ ("%s: time"), title);
  calendar = g_strdup_printf (_ ("%s: calendar"), title);
  clear = g_strdup_printf (_ ("%s: clear"), title);
  rea_a11y_set_label (GTK_WIDGET (self->date_entry), date);
  rea_a11y_set_label (GTK_WIDGET (self->clock_entry), clock);
  rea_a11y_set_label (GTK_WIDGET (self->calendar_button), calendar);
  rea_a11y_set_label (GTK_WIDGET (self->calendar), calendar);
  rea_a11y_set_label (self->clear_button, clear);
}

/**
 * rea_moment_row_set_up:
 * @self: a row
 * @unset_text: what stands below the title while no moment is set
 * @usual_clock: the time that goes with a day from the calendar
 *
 * Says what the row is for.
 */
void
rea_moment_row_set_up (ReaMomentRow *self, const char *unset_text, const char *usual_clock)
{
  g_return_if_fail (REA_IS_MOMENT_ROW (self));

  self->unset_text = g_strdup (unset_text);
  self->usual_clock = g_strdup (usual_clock);
  title_cb (self);
  update (self);
}

/**
 * rea_moment_row_set_zone:
 * @self: a row
 * @time_zone: an IANA name
 *
 * Says where the date and the time are meant. What is typed stays as it is.
 */
void
rea_moment_row_set_zone (ReaMomentRow *self, const char *time_zone)
{
  g_return_if_fail (REA_IS_MOMENT_ROW (self));

  g_free (self->time_zone);
  self->time_zone = g_strdup (time_zone);
  update (self);
}

/**
 * rea_moment_row_set_time:
 * @self: a row
 * @time: a moment, or %REA_TIME_NONE
 *
 * Shows a moment.
 */
void
rea_moment_row_set_time (ReaMomentRow *self, gint64 time)
{
  g_autofree char *date = NULL;
  g_autofree char *clock = NULL;

  g_return_if_fail (REA_IS_MOMENT_ROW (self));

  date = rea_time_text_date (time, self->time_zone);
  clock = rea_time_text_clock (time, self->time_zone);
  fill (self, date, clock);
  update (self);
}

/**
 * rea_moment_row_get_time:
 * @self: a row
 * @time: (out): the moment, or %REA_TIME_NONE
 * @error: %REA_ERROR_INVALID where what is typed is none
 *
 * Returns: whether it is one, or nothing at all
 */
gboolean
rea_moment_row_get_time (ReaMomentRow *self, gint64 *time, GError **error)
{
  g_return_val_if_fail (REA_IS_MOMENT_ROW (self), FALSE);

  return rea_time_text_parse (gtk_editable_get_text (self->date_entry),
                              gtk_editable_get_text (self->clock_entry), self->time_zone, time,
                              error);
}

static gboolean
rea_moment_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (REA_MOMENT_ROW (widget)->date_entry));
}

static void
rea_moment_row_finalize (GObject *object)
{
  ReaMomentRow *self = REA_MOMENT_ROW (object);

  g_free (self->time_zone);
  g_free (self->unset_text);
  g_free (self->usual_clock);

  G_OBJECT_CLASS (rea_moment_row_parent_class)->finalize (object);
}

static void
rea_moment_row_class_init (ReaMomentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rea_moment_row_finalize;
  widget_class->grab_focus = rea_moment_row_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-moment-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaMomentRow, date_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaMomentRow, clock_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaMomentRow, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, ReaMomentRow, popover);
  gtk_widget_class_bind_template_child (widget_class, ReaMomentRow, calendar);
  gtk_widget_class_bind_template_child (widget_class, ReaMomentRow, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
rea_moment_row_init (ReaMomentRow *self)
{
  self->time_zone = g_strdup ("UTC");
  gtk_widget_init_template (GTK_WIDGET (self));
}
