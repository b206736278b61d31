/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign-form.h"
#include "rea-message-editor.h"
#include "rea-moment-row.h"
#include "rea-place-row.h"
#include "rea-replies-editor.h"
#include "rea-survey-editor.h"

G_BEGIN_DECLS

/* The form's own files: what is typed is read by one, what is so is shown by another,
 * what is wrong stands beside its field by the third.
 */
struct _ReaCampaignForm
{
  AdwBin parent_instance;

  GtkEditable      *title_entry;
  ReaMessageEditor *message_editor;
  ReaMomentRow     *start_row;
  ReaMomentRow     *end_row;
  GtkSwitch        *hours_switch;
  GtkEditable      *hours_start_entry;
  GtkEditable      *hours_end_entry;
  GtkWidget        *hours_row;
  ReaPlaceRow      *zone_row;
  ReaPlaceRow      *country_row;
  GtkSwitch        *self_assign_switch;
  GtkWidget        *batch_row;
  GtkEditable      *batch_spin;
  GtkCheckButton   *state_buttons[REA_N_STATES];

  ReaSurveyEditor  *survey_editor;
  ReaRepliesEditor *replies_editor;

  GtkLabel *title_note;
  GtkLabel *message_note;
  GtkLabel *survey_note;
  GtkLabel *replies_note;
  GtkLabel *window_note;
  GtkLabel *hours_note;
  GtkLabel *place_note;
  GtkLabel *self_assign_note;
  GtkLabel *state_note;

  ReaService      *service;
  gint64           campaign;
  ReaCampaignEdit *edit;
  guint            both;    /* parts that somebody else has set too */
  guint            unclear; /* parts where what is typed says nothing */
  ReaCampaignPart  refused; /* the part that the service refused */
  char            *refusal;
  gboolean         filling;
};

void rea_campaign_form_read (ReaCampaignForm *self);
void rea_campaign_form_fill (ReaCampaignForm *self, guint parts);

GtkWidget *rea_campaign_form_get_field (ReaCampaignForm *self, ReaCampaignPart part);
void       rea_campaign_form_note (ReaCampaignForm *self,
                                   ReaCampaignPart  part,
                                   const char      *text,
                                   gboolean         is_error);
void       rea_campaign_form_clear_notes (ReaCampaignForm *self);
void       rea_campaign_form_note_others (ReaCampaignForm *self);

G_END_DECLS
