/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign-form-private.h"

#include "rea-error.h"

#include <glib/gi18n-lib.h>

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaCampaignForm, rea_campaign_form, ADW_TYPE_BIN)

static gboolean
is_list (ReaCampaignPart part)
{
  return part == REA_PART_QUESTIONS || part == REA_PART_CANNED_REPLIES;
}

static void
update (ReaCampaignForm *self)
{
  g_autoptr (GError) error = NULL;
  ReaCampaignPart part;

  rea_campaign_form_clear_notes (self);
  if (self->refusal != NULL)
    rea_campaign_form_note (self, self->refused, self->refusal, TRUE);

  rea_campaign_form_read (self);
  /* What is wrong in a list, the list shows. */
  if (rea_campaign_find_fault (self->edit->values, &part, &error) && !is_list (part))
    rea_campaign_form_note (self, part, error->message, TRUE);
  rea_campaign_form_note_others (self);

  rea_moment_row_set_zone (self->start_row, self->edit->values->time_zone);
  rea_moment_row_set_zone (self->end_row, self->edit->values->time_zone);
  gtk_widget_set_sensitive (self->hours_row, self->edit->values->has_hours);
  gtk_widget_set_sensitive (self->batch_row, self->edit->values->self_assign);
}

static void
changed_cb (ReaCampaignForm *self)
{
  if (self->filling || self->edit == NULL)
    return;

  g_clear_pointer (&self->refusal, g_free);
  /* Where times are meant has to be known before they are read. */
  rea_moment_row_set_zone (self->start_row, rea_place_row_get_code (self->zone_row));
  rea_moment_row_set_zone (self->end_row, rea_place_row_get_code (self->zone_row));
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gpointer
count_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  return rea_session_count_answers (session, *(gint64 *) data, error);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaCampaignForm) self = user_data;
  g_autoptr (GPtrArray) counts = rea_service_call_finish (REA_SERVICE (source), result, NULL);

  /* Without them nothing is said of answers; that the campaign cannot be read is said above. */
  if (self->service != NULL && counts != NULL)
    rea_survey_editor_set_counts (self->survey_editor, counts);
}

static void
count_answers (ReaCampaignForm *self)
{
  rea_service_call_async (self->service, REA_LANE_READ, count_call,
                          g_memdup2 (&self->campaign, sizeof self->campaign), g_free,
                          (GDestroyNotify) g_ptr_array_unref, NULL, counted_cb,
                          g_object_ref (self));
}

/**
 * rea_campaign_form_show:
 * @self: the form
 * @seen: the campaign as it is now
 *
 * Shows what was set meanwhile, except in the fields in which something was entered.
 */
void
rea_campaign_form_show (ReaCampaignForm *self, const ReaCampaign *seen)
{
  guint parts = 0;

  g_return_if_fail (REA_IS_CAMPAIGN_FORM (self));

  count_answers (self);
  if (self->edit == NULL)
    {
      self->edit = rea_campaign_edit_new (seen);
      rea_campaign_form_fill (self, (1u << REA_N_PARTS) - 1);
      rea_message_editor_refresh (self->message_editor);
      update (self);
      return;
    }

  for (guint part = 0; part < REA_N_PARTS; part++)
    if (!rea_campaign_edit_touches (self->edit, part) && !(self->unclear & (1u << part)) &&
        !rea_campaign_part_equal (self->edit->base, seen, part))
      parts |= 1u << part;

  self->both |= rea_campaign_edit_rebase (self->edit, seen);
  rea_campaign_form_fill (self, parts);
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * rea_campaign_form_discard:
 * @self: the form
 *
 * Shows the campaign as it is, and forgets what was entered.
 */
void
rea_campaign_form_discard (ReaCampaignForm *self)
{
  g_autoptr (ReaCampaign) base = NULL;

  g_return_if_fail (REA_IS_CAMPAIGN_FORM (self));

  base = rea_campaign_copy (self->edit->base);
  rea_campaign_edit_free (self->edit);
  self->edit = rea_campaign_edit_new (base);
  self->both = 0;
  g_clear_pointer (&self->refusal, g_free);
  rea_campaign_form_fill (self, (1u << REA_N_PARTS) - 1);
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * rea_campaign_form_get_edit:
 * @self: the form
 *
 * Returns: (transfer none) (nullable): what was entered; %NULL before a campaign is shown
 */
const ReaCampaignEdit *
rea_campaign_form_get_edit (ReaCampaignForm *self)
{
  return self->edit;
}

/**
 * rea_campaign_form_get_touched:
 * @self: the form
 *
 * Returns: whether something was entered that is not in the campaign
 */
gboolean
rea_campaign_form_get_touched (ReaCampaignForm *self)
{
  return self->edit != NULL && (self->unclear != 0 || rea_campaign_edit_touches_any (self->edit));
}

/**
 * rea_campaign_form_check:
 * @self: the form
 *
 * Looks whether all that was entered says something; if not, leads to it.
 *
 * Returns: whether it does
 */
gboolean
rea_campaign_form_check (ReaCampaignForm *self)
{
  for (guint part = 0; part < REA_N_PARTS; part++)
    if (self->unclear & (1u << part))
      {
        rea_campaign_form_focus (self, part);
        return FALSE;
      }

  return TRUE;
}

/* A canned reply, or else the initial message. */
static ReaCampaignPart
find_refused_text (ReaCampaignForm *self, const char *reason)
{
  g_autoptr (ReaVariables) variables = rea_variables_new (NULL, NULL);
  GPtrArray      *fields = rea_message_editor_get_fields (self->message_editor);
  ReaCampaignPart part = REA_PART_MESSAGE;
  guint           reply;

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    rea_variables_add (variables, g_ptr_array_index (fields, i), "");

  if (rea_campaign_check_texts (self->edit->values, variables, &part, &reply, NULL))
    return REA_PART_MESSAGE;

  if (part == REA_PART_CANNED_REPLIES)
    rea_replies_editor_show_refusal (self->replies_editor, reply, reason);

  return part;
}

/**
 * rea_campaign_form_show_refusal:
 * @self: the form
 * @error: why it was not saved
 *
 * Says it beside the field that it is about, and leads there.
 *
 * Returns: whether it is about one
 */
gboolean
rea_campaign_form_show_refusal (ReaCampaignForm *self, const GError *error)
{
  g_autoptr (GError) fault = NULL;
  ReaCampaignPart part;

  if (!g_error_matches (error, REA_ERROR, REA_ERROR_INVALID))
    return FALSE;

  /* What the campaign alone cannot tell is about the variables of its texts. */
  if (!rea_campaign_find_fault (self->edit->values, &part, &fault))
    part = find_refused_text (self, error->message);

  if (!is_list (part))
    {
      g_free (self->refusal);
      self->refusal = g_strdup (error->message);
      self->refused = part;
      update (self);
    }
  rea_campaign_form_focus (self, part);

  return TRUE;
}

/**
 * rea_campaign_form_focus:
 * @self: the form
 * @part: a part
 *
 * Leads to the field of a part.
 */
void
rea_campaign_form_focus (ReaCampaignForm *self, ReaCampaignPart part)
{
  GtkWidget *field = rea_campaign_form_get_field (self, part);

  if (!gtk_widget_grab_focus (field))
    gtk_widget_child_focus (field, GTK_DIR_TAB_FORWARD);
}

/**
 * rea_campaign_form_set_up:
 * @self: the form
 * @service: the service
 * @campaign: the number of a campaign
 *
 * Says whose properties they are.
 */
void
rea_campaign_form_set_up (ReaCampaignForm *self, ReaService *service, gint64 campaign)
{
  g_set_object (&self->service, service);
  self->campaign = campaign;
  rea_message_editor_set_up (self->message_editor, service, campaign);
  rea_replies_editor_set_up (self->replies_editor, service, campaign);
}

static void
rea_campaign_form_dispose (GObject *object)
{
  g_clear_object (&REA_CAMPAIGN_FORM (object)->service);

  G_OBJECT_CLASS (rea_campaign_form_parent_class)->dispose (object);
}

static void
rea_campaign_form_finalize (GObject *object)
{
  ReaCampaignForm *self = REA_CAMPAIGN_FORM (object);

  g_clear_pointer (&self->edit, rea_campaign_edit_free);
  g_free (self->refusal);

  G_OBJECT_CLASS (rea_campaign_form_parent_class)->finalize (object);
}

static void
bind_states (GtkWidgetClass *widget_class)
{
  static const char *const names[REA_N_STATES] = { "draft_button", "active_button", "paused_button",
                                                   "closed_button", "archived_button" };

  for (guint state = 0; state < REA_N_STATES; state++)
    gtk_widget_class_bind_template_child_full (widget_class, names[state], FALSE,
                                               G_STRUCT_OFFSET (ReaCampaignForm, state_buttons) +
                                                   state * sizeof (GtkCheckButton *));
}

static void
rea_campaign_form_class_init (ReaCampaignFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_campaign_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = rea_campaign_form_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (REA_TYPE_MESSAGE_EDITOR);
  g_type_ensure (REA_TYPE_MOMENT_ROW);
  g_type_ensure (REA_TYPE_PLACE_ROW);
  g_type_ensure (REA_TYPE_REPLIES_EDITOR);
  g_type_ensure (REA_TYPE_SURVEY_EDITOR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-campaign-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, title_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, message_editor);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, start_row);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, end_row);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, hours_switch);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, hours_start_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, hours_end_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, hours_row);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, zone_row);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, country_row);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, self_assign_switch);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, batch_row);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, batch_spin);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, title_note);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, message_note);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, survey_editor);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, survey_note);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, replies_editor);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, replies_note);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, window_note);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, hours_note);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, place_note);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, self_assign_note);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignForm, state_note);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  bind_states (widget_class);
}

static void
rea_campaign_form_init (ReaCampaignForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rea_place_row_offer_zones (self->zone_row);
  rea_place_row_offer_countries (self->country_row);
  /* TRANSLATORS: below "Starts" while no date is set. */
  rea_moment_row_set_up (self->start_row, _ ("At once"), "09:00");
  /* TRANSLATORS: below "Ends" while no date is set. */
  rea_moment_row_set_up (self->end_row, _ ("Never"), "21:00");
}
