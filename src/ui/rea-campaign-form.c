/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign-form.h"

#include "rea-a11y.h"
#include "rea-css.h"
#include "rea-error.h"
#include "rea-format.h"
#include "rea-message-editor.h"
#include "rea-moment-row.h"
#include "rea-place-row.h"
#include "rea-time-text.h"
#include "rea-time.h"

#include <glib/gi18n-lib.h>

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

  GtkLabel *title_note;
  GtkLabel *message_note;
  GtkLabel *window_note;
  GtkLabel *hours_note;
  GtkLabel *place_note;
  GtkLabel *self_assign_note;
  GtkLabel *state_note;

  ReaCampaignEdit *edit;
  guint            both;    /* parts that somebody else has set too */
  guint            unclear; /* parts where what is typed says nothing */
  ReaCampaignPart  refused; /* the part that the service refused */
  char            *refusal;
  gboolean         filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaCampaignForm, rea_campaign_form, ADW_TYPE_BIN)

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
    case REA_PART_TITLE:
    default:
      return self->title_note;
    }
}

static GtkWidget *
get_field (ReaCampaignForm *self, ReaCampaignPart part)
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
    case REA_PART_TITLE:
    default:
      return GTK_WIDGET (self->title_entry);
    }
}

/* What is wrong goes before what is only worth knowing. */
static void
set_note (ReaCampaignForm *self, ReaCampaignPart part, const char *text, gboolean is_error)
{
  GtkLabel *note = get_note (self, part);

  if (gtk_widget_get_visible (GTK_WIDGET (note)))
    return;

  gtk_label_set_text (note, text);
  rea_css_set_class (GTK_WIDGET (note), "error", is_error);
  gtk_widget_set_visible (GTK_WIDGET (note), TRUE);
  rea_a11y_set_description (get_field (self, part), text);
}

static void
clear_notes (ReaCampaignForm *self)
{
  for (guint part = 0; part < REA_N_PARTS; part++)
    {
      gtk_label_set_text (get_note (self, part), "");
      gtk_widget_set_visible (GTK_WIDGET (get_note (self, part)), FALSE);
      rea_a11y_set_description (get_field (self, part), "");
    }
}

/* Reading what is typed. */

static void
set_string (char **to, const char *value)
{
  g_free (*to);
  *to = g_strdup (value);
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
  set_note (self, part, error->message, TRUE);
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
  set_note (self, REA_PART_HOURS, problem, TRUE);

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

static void
read_fields (ReaCampaignForm *self)
{
  ReaCampaign *values = self->edit->values;

  self->unclear = 0;
  set_string (&values->title, gtk_editable_get_text (self->title_entry));
  g_free (values->initial_message);
  values->initial_message = rea_message_editor_dup_text (self->message_editor);
  set_string (&values->time_zone, rea_place_row_get_code (self->zone_row));
  set_string (&values->country, rea_place_row_get_code (self->country_row));
  read_window (self, REA_PART_WINDOW_START, self->start_row, &values->window_start);
  read_window (self, REA_PART_WINDOW_END, self->end_row, &values->window_end);
  read_hours (self, values);
  read_batch (self, values);

  for (guint state = 0; state < REA_N_STATES; state++)
    if (gtk_check_button_get_active (self->state_buttons[state]))
      values->state = state;
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

static void
note_others (ReaCampaignForm *self)
{
  for (guint part = 0; part < REA_N_PARTS; part++)
    {
      g_autofree char *value = NULL;
      g_autofree char *text = NULL;

      if (!(self->both & (1u << part)) || !rea_campaign_edit_touches (self->edit, part))
        continue;

      value = format_part (self->edit->base, part);
      text = *value == '\0'
                 /* TRANSLATORS: beside a field of the properties of a campaign. */
                 ? g_strdup (_ ("Somebody else has emptied this meanwhile. What you have entered "
                                "is kept; Save puts it in place of theirs."))
                 /* TRANSLATORS: beside a field of the properties; %s is what it was set to. */
                 : g_strdup_printf (_ ("Somebody else has set this to “%s” meanwhile. What you "
                                       "have entered is kept; Save puts it in place of theirs."),
                                    value);
      set_note (self, part, text, FALSE);
    }
}

static void
update (ReaCampaignForm *self)
{
  g_autoptr (GError) error = NULL;
  ReaCampaignPart part;

  clear_notes (self);
  if (self->refusal != NULL)
    set_note (self, self->refused, self->refusal, TRUE);

  read_fields (self);
  if (rea_campaign_find_fault (self->edit->values, &part, &error) && part < REA_N_PARTS)
    set_note (self, part, error->message, TRUE);
  note_others (self);

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

/* Showing. */

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
    case REA_PART_MESSAGE:
    default:
      rea_message_editor_set_text (self->message_editor, values->initial_message);
      break;
    }
}

/* The zone first: it is where the times are. */
static void
fill (ReaCampaignForm *self, guint parts)
{
  self->filling = TRUE;
  if (parts & (1u << REA_PART_TIME_ZONE))
    fill_part (self, self->edit->values, REA_PART_TIME_ZONE);
  for (guint part = 0; part < REA_N_PARTS; part++)
    if (parts & (1u << part))
      fill_part (self, self->edit->values, part);
  self->filling = FALSE;
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

  if (self->edit == NULL)
    {
      self->edit = rea_campaign_edit_new (seen);
      fill (self, (1u << REA_N_PARTS) - 1);
      rea_message_editor_refresh (self->message_editor);
      update (self);
      return;
    }

  for (guint part = 0; part < REA_N_PARTS; part++)
    if (!rea_campaign_edit_touches (self->edit, part) && !(self->unclear & (1u << part)) &&
        !rea_campaign_part_equal (self->edit->base, seen, part))
      parts |= 1u << part;

  self->both |= rea_campaign_edit_rebase (self->edit, seen);
  fill (self, parts);
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
  fill (self, (1u << REA_N_PARTS) - 1);
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

  /* What the campaign alone cannot tell is about its message. */
  if (!rea_campaign_find_fault (self->edit->values, &part, &fault) || part == REA_N_PARTS)
    part = REA_PART_MESSAGE;

  g_free (self->refusal);
  self->refusal = g_strdup (error->message);
  self->refused = part;
  update (self);
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
  GtkWidget *field = get_field (self, part);

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
  rea_message_editor_set_up (self->message_editor, service, campaign);
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

  G_OBJECT_CLASS (klass)->finalize = rea_campaign_form_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (REA_TYPE_MESSAGE_EDITOR);
  g_type_ensure (REA_TYPE_MOMENT_ROW);
  g_type_ensure (REA_TYPE_PLACE_ROW);

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
