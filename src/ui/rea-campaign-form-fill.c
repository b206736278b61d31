/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A campaign's properties, shown as they are. */
#include "rea-campaign-form-private.h"

#include "rea-time.h"

static void
set_text (GtkEditable *entry, const char *text)
{
  /* Setting what is there already would move the cursor. */
  if (g_strcmp0 (gtk_editable_get_text (entry), text) != 0)
    gtk_editable_set_text (entry, text);
}

static void
fill_part (ReaCampaignForm *self, const ReaCampaign *values, ReaCampaignPart part)
{
  g_autofree char *start = rea_time_format_of_day (values->hours_start);
  g_autofree char *end = rea_time_format_of_day (values->hours_end);
  g_autofree char *batch = g_strdup_printf ("%d", values->batch);

  switch (part)
    {
    case REA_PART_TITLE:
      set_text (self->title_entry, values->title);
      break;
    case REA_PART_STATE:
      gtk_check_button_set_active (self->state_buttons[values->state], TRUE);
      break;
    case REA_PART_WINDOW_START:
      rea_moment_row_set_time (self->start_row, values->window_start);
      break;
    case REA_PART_WINDOW_END:
      rea_moment_row_set_time (self->end_row, values->window_end);
      break;
    case REA_PART_TIME_ZONE:
      rea_place_row_set_code (self->zone_row, values->time_zone);
      rea_moment_row_set_zone (self->start_row, values->time_zone);
      rea_moment_row_set_zone (self->end_row, values->time_zone);
      break;
    case REA_PART_HOURS:
      gtk_switch_set_active (self->hours_switch, values->has_hours);
      set_text (self->hours_start_entry, start);
      set_text (self->hours_end_entry, end);
      break;
    case REA_PART_SELF_ASSIGN:
      gtk_switch_set_active (self->self_assign_switch, values->self_assign);
      set_text (self->batch_spin, batch);
      break;
    case REA_PART_COUNTRY:
      rea_place_row_set_code (self->country_row, values->country);
      break;
    case REA_PART_QUESTIONS:
      rea_survey_editor_set_questions (self->survey_editor, values->questions);
      break;
    case REA_PART_CANNED_REPLIES:
      rea_replies_editor_set_replies (self->replies_editor, values->canned_replies);
      break;
    case REA_PART_MESSAGE:
    default:
      rea_message_editor_set_text (self->message_editor, values->initial_message);
      break;
    }
}

/* Shows parts, as bits. The zone first: it is where the times are. */
void
rea_campaign_form_fill (ReaCampaignForm *self, guint parts)
{
  self->filling = TRUE;
  if (parts & (1u << REA_PART_TIME_ZONE))
    fill_part (self, self->edit->values, REA_PART_TIME_ZONE);
  for (guint part = 0; part < REA_N_PARTS; part++)
    if (parts & (1u << part))
      fill_part (self, self->edit->values, part);
  self->filling = FALSE;
}
