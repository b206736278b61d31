/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign-button.h"

#include "rea-a11y.h"
#include "rea-campaign-picker.h"
#include "rea-clock.h"
#include "rea-format.h"

#include <glib/gi18n-lib.h>

struct _ReaCampaignButton
{
  AdwBin parent_instance;

  GtkMenuButton     *button;
  ReaCampaignPicker *picker;
  GtkLabel          *title_label;
  GtkLabel          *state_label;

  ReaCampaignModel *campaign;
  char             *heading;
  char             *person;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaCampaignButton, rea_campaign_button, ADW_TYPE_BIN)

static char *
dup_second_line (ReaCampaignButton *self, const ReaCampaign *campaign)
{
  if (self->heading == NULL)
    return rea_format_campaign_state (campaign, rea_clock_now ());

  if (self->person == NULL)
    return g_strdup (campaign->title);

  /* TRANSLATORS: below the title of the Messenger: %1$s is who writes, %2$s a campaign. */
  return g_strdup_printf (_ ("%1$s · %2$s"), self->person, campaign->title);
}

/* Until the campaign is read the title is that of the one before. */
static void
update (ReaCampaignButton *self)
{
  const ReaOverview *overview =
      self->campaign != NULL ? rea_campaign_model_get_overview (self->campaign) : NULL;
  g_autofree char *second = NULL;
  g_autofree char *state = NULL;
  g_autofree char *label = NULL;

  if (overview == NULL)
    return;

  second = dup_second_line (self, overview->campaign);
  state = rea_format_campaign_state (overview->campaign, rea_clock_now ());
  gtk_label_set_text (self->title_label,
                      self->heading != NULL ? self->heading : overview->campaign->title);
  gtk_label_set_text (self->state_label, second);

  /* TRANSLATORS: what a screen reader calls the button with the campaign: title and state. */
  label = g_strdup_printf (_ ("Campaign: %1$s, %2$s"), overview->campaign->title, state);
  rea_a11y_set_label (GTK_WIDGET (self->button), label);
}

/**
 * rea_campaign_button_set_campaign:
 * @self: the button
 * @campaign: (nullable): the campaign that is shown, or %NULL if none is
 *
 * Shows the title and the state of a campaign.
 */
void
rea_campaign_button_set_campaign (ReaCampaignButton *self, ReaCampaignModel *campaign)
{
  g_return_if_fail (REA_IS_CAMPAIGN_BUTTON (self));

  if (self->campaign != NULL)
    g_signal_handlers_disconnect_by_data (self->campaign, self);

  g_set_object (&self->campaign, campaign);

  if (campaign != NULL)
    {
      g_signal_connect_object (campaign, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      update (self);
      return;
    }

  /* TRANSLATORS: on the button of the list of campaigns while none is shown. */
  gtk_label_set_text (self->title_label, self->heading != NULL ? self->heading : _ ("Campaigns"));
  gtk_label_set_text (self->state_label, self->heading != NULL ? _ ("Campaigns") : NULL);
  rea_a11y_set_label (GTK_WIDGET (self->button), _ ("Campaigns"));
}

/**
 * rea_campaign_button_set_heading:
 * @self: the button
 * @heading: the first line
 * @person: (nullable): with whose name the second line begins
 *
 * Calls the window by what it is, and the campaign below that. Before a campaign is set.
 */
void
rea_campaign_button_set_heading (ReaCampaignButton *self, const char *heading, const char *person)
{
  g_return_if_fail (REA_IS_CAMPAIGN_BUTTON (self));

  g_free (self->heading);
  self->heading = g_strdup (heading);
  g_free (self->person);
  self->person = g_strdup (person);
}

/**
 * rea_campaign_button_set_campaigns:
 * @self: the button
 * @campaigns: (element-type ReaCampaign): all that the user may see
 * @current: which of them is shown, or 0
 *
 * Fills the list.
 */
void
rea_campaign_button_set_campaigns (ReaCampaignButton *self, GPtrArray *campaigns, gint64 current)
{
  g_return_if_fail (REA_IS_CAMPAIGN_BUTTON (self));

  rea_campaign_picker_set_campaigns (self->picker, campaigns, current);
}

static void
chosen_cb (ReaCampaignButton *self, gint64 id)
{
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

static void
rea_campaign_button_dispose (GObject *object)
{
  ReaCampaignButton *self = REA_CAMPAIGN_BUTTON (object);

  g_clear_object (&self->campaign);

  G_OBJECT_CLASS (rea_campaign_button_parent_class)->dispose (object);
}

static void
rea_campaign_button_finalize (GObject *object)
{
  ReaCampaignButton *self = REA_CAMPAIGN_BUTTON (object);

  g_free (self->heading);
  g_free (self->person);

  G_OBJECT_CLASS (rea_campaign_button_parent_class)->finalize (object);
}

static void
rea_campaign_button_class_init (ReaCampaignButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_campaign_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = rea_campaign_button_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (REA_TYPE_CAMPAIGN_PICKER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-campaign-button.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignButton, button);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignButton, picker);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignButton, title_label);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignButton, state_label);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
rea_campaign_button_init (ReaCampaignButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (rea_clock_get_default (), "tick", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}
