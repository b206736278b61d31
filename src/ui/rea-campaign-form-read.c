/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody types into a campaign's properties. */
#include "rea-campaign-form-private.h"

#include "rea-time-text.h"

#include <glib/gi18n-lib.h>

static void
set_string (char **to, const char *value)
{
  g_free (*to);
  *to = g_strdup (value);
}

static void
set_list (GPtrArray **to, GPtrArray *list)
{
  g_ptr_array_unref (*to);
  *to = list;
}

static void
read_window (ReaCampaignForm *self, ReaCampaignPart part, ReaMomentRow *row, gint64 *time)
{
  g_autoptr (GError) error = NULL;
  gint64 typed;

  if (rea_moment_row_get_time (row, &typed, &error))
    {
      *time = typed;
      return;
    }

  self->unclear |= 1u << part;
  rea_campaign_form_note (self, part, error->message, TRUE);
}

static gboolean
read_clock (ReaCampaignForm *self, GtkEditable *entry, int *minutes)
{
  const char      *text = gtk_editable_get_text (entry);
  g_autofree char *problem = NULL;

  if (rea_time_text_parse_clock (text, minutes))
    return TRUE;

  problem = *text == '\0'
                /* TRANSLATORS: beside the opening hours. */
                ? g_strdup (_ ("Enter both a start and an end, as in 09:00."))
                /* TRANSLATORS: beside a field of a time. */
                : g_strdup_printf (_ ("“%s” is no time of the day; write it as in 18:00."), text);
  self->unclear |= 1u << REA_PART_HOURS;
  rea_campaign_form_note (self, REA_PART_HOURS, problem, TRUE);

  return FALSE;
}

static void
read_hours (ReaCampaignForm *self, ReaCampaign *values)
{
  int start;
  int end;

  values->has_hours = gtk_switch_get_active (self->hours_switch);
  if (!values->has_hours || !read_clock (self, self->hours_start_entry, &start) ||
      !read_clock (self, self->hours_end_entry, &end))
    return;

  values->hours_start = start;
  values->hours_end = end;
}

static void
read_batch (ReaCampaignForm *self, ReaCampaign *values)
{
  gint64 batch = 0;

  values->self_assign = gtk_switch_get_active (self->self_assign_switch);
  g_ascii_string_to_signed (gtk_editable_get_text (self->batch_spin), 10, 0, G_MAXINT, &batch,
                            NULL);
  values->batch = (int) batch;
}

/* Reads all that is typed into the edit; what says nothing is noted, and leaves its part. */
void
rea_campaign_form_read (ReaCampaignForm *self)
{
  ReaCampaign *values = self->edit->values;

  self->unclear = 0;
  set_string (&values->title, gtk_editable_get_text (self->title_entry));
  g_free (values->initial_message);
  values->initial_message = rea_message_editor_dup_text (self->message_editor);
  set_string (&values->time_zone, rea_place_row_get_code (self->zone_row));
  set_string (&values->country, rea_place_row_get_code (self->country_row));
  set_list (&values->questions, rea_survey_editor_dup_questions (self->survey_editor));
  set_list (&values->canned_replies, rea_replies_editor_dup_replies (self->replies_editor));
  read_window (self, REA_PART_WINDOW_START, self->start_row, &values->window_start);
  read_window (self, REA_PART_WINDOW_END, self->end_row, &values->window_end);
  read_hours (self, values);
  read_batch (self, values);

  for (guint state = 0; state < REA_N_STATES; state++)
    if (gtk_check_button_get_active (self->state_buttons[state]))
      values->state = state;
}
