/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands beside the fields of a campaign's properties. */
#include "rea-campaign-form-private.h"

#include "rea-a11y.h"
#include "rea-css.h"
#include "rea-format.h"
#include "rea-time-text.h"
#include "rea-time.h"

#include <glib/gi18n-lib.h>

static GtkLabel *
get_note (ReaCampaignForm *self, ReaCampaignPart part)
{
  switch (part)
    {
    case REA_PART_STATE:
      return self->state_note;
    case REA_PART_WINDOW_START:
    case REA_PART_WINDOW_END:
      return self->window_note;
    case REA_PART_TIME_ZONE:
    case REA_PART_COUNTRY:
      return self->place_note;
    case REA_PART_HOURS:
      return self->hours_note;
    case REA_PART_SELF_ASSIGN:
      return self->self_assign_note;
    case REA_PART_MESSAGE:
      return self->message_note;
    case REA_PART_QUESTIONS:
      return self->survey_note;
    case REA_PART_CANNED_REPLIES:
      return self->replies_note;
    case REA_PART_TITLE:
    default:
      return self->title_note;
    }
}

/* Where a part is set. */
GtkWidget *
rea_campaign_form_get_field (ReaCampaignForm *self, ReaCampaignPart part)
{
  switch (part)
    {
    case REA_PART_STATE:
      return GTK_WIDGET (self->state_buttons[self->edit->values->state]);
    case REA_PART_WINDOW_START:
      return GTK_WIDGET (self->start_row);
    case REA_PART_WINDOW_END:
      return GTK_WIDGET (self->end_row);
    case REA_PART_TIME_ZONE:
      return GTK_WIDGET (self->zone_row);
    case REA_PART_COUNTRY:
      return GTK_WIDGET (self->country_row);
    case REA_PART_HOURS:
      return GTK_WIDGET (self->hours_start_entry);
    case REA_PART_SELF_ASSIGN:
      return GTK_WIDGET (self->batch_spin);
    case REA_PART_MESSAGE:
      return GTK_WIDGET (self->message_editor);
    case REA_PART_QUESTIONS:
      return GTK_WIDGET (self->survey_editor);
    case REA_PART_CANNED_REPLIES:
      return GTK_WIDGET (self->replies_editor);
    case REA_PART_TITLE:
    default:
      return GTK_WIDGET (self->title_entry);
    }
}

/* What is wrong goes before what is only worth knowing. */
void
rea_campaign_form_note (ReaCampaignForm *self,
                        ReaCampaignPart  part,
                        const char      *text,
                        gboolean         is_error)
{
  GtkLabel *note = get_note (self, part);

  if (gtk_widget_get_visible (GTK_WIDGET (note)))
    return;

  gtk_label_set_text (note, text);
  rea_css_set_class (GTK_WIDGET (note), "error", is_error);
  gtk_widget_set_visible (GTK_WIDGET (note), TRUE);
  rea_a11y_set_description (rea_campaign_form_get_field (self, part), text);
}

void
rea_campaign_form_clear_notes (ReaCampaignForm *self)
{
  for (guint part = 0; part < REA_N_PARTS; part++)
    {
      gtk_label_set_text (get_note (self, part), "");
      gtk_widget_set_visible (GTK_WIDGET (get_note (self, part)), FALSE);
      rea_a11y_set_description (rea_campaign_form_get_field (self, part), "");
    }
}

/* What somebody else has set meanwhile, in words. */
static char *
format_part (const ReaCampaign *campaign, ReaCampaignPart part)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  switch (part)
    {
    case REA_PART_TITLE:
      return g_strdup (campaign->title);
    case REA_PART_STATE:
      return g_strdup (rea_format_state (campaign->state));
    case REA_PART_WINDOW_START:
      return rea_time_text_short (campaign->window_start, campaign->time_zone);
    case REA_PART_WINDOW_END:
      return rea_time_text_short (campaign->window_end, campaign->time_zone);
    case REA_PART_TIME_ZONE:
      return g_strdup (campaign->time_zone);
    case REA_PART_COUNTRY:
      return g_strdup (campaign->country);
    case REA_PART_HOURS:
      start = rea_time_format_of_day (campaign->hours_start);
      end = rea_time_format_of_day (campaign->hours_end);
      return campaign->has_hours ? g_strdup_printf ("%s–%s", start, end) : g_strdup ("");
    case REA_PART_SELF_ASSIGN:
      return campaign->self_assign ? rea_format_number (campaign->batch) : g_strdup ("");
    case REA_PART_MESSAGE:
    default:
      return g_strdup (campaign->initial_message != NULL ? campaign->initial_message : "");
    }
}

void
rea_campaign_form_note_others (ReaCampaignForm *self)
{
  for (guint part = 0; part < REA_N_PARTS; part++)
    {
      g_autofree char *value = NULL;
      g_autofree char *text = NULL;

      if (!(self->both & (1u << part)) || !rea_campaign_edit_touches (self->edit, part))
        continue;

      if (part == REA_PART_QUESTIONS || part == REA_PART_CANNED_REPLIES)
        {
          rea_campaign_form_note (
              self, part,
              /* TRANSLATORS: below the questions or the canned replies of a campaign. */
              _ ("Somebody else has changed these meanwhile. What you have entered is kept; Save "
                 "puts it in place of theirs."),
              FALSE);
          continue;
        }

      value = format_part (self->edit->base, part);
      text = *value == '\0'
                 /* TRANSLATORS: beside a field of the properties of a campaign. */
                 ? g_strdup (_ ("Somebody else has emptied this meanwhile. What you have entered "
                                "is kept; Save puts it in place of theirs."))
                 /* TRANSLATORS: beside a field of the properties; %s is what it was set to. */
                 : g_strdup_printf (_ ("Somebody else has set this to “%s” meanwhile. What you "
                                       "have entered is kept; Save puts it in place of theirs."),
                                    value);
      rea_campaign_form_note (self, part, text, FALSE);
    }
}
