/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-draft-bar.h"

#include "rea-css.h"
#include "rea-launch-text.h"

struct _ReaDraftBar
{
  AdwBin parent_instance;

  GtkLabel  *label;
  GtkWidget *import_button;
  GtkWidget *senders_button;
  GtkWidget *message_button;
  GtkWidget *share_button;
  GtkWidget *launch_button;
};

G_DEFINE_FINAL_TYPE (ReaDraftBar, rea_draft_bar, ADW_TYPE_BIN)

/**
 * rea_draft_bar_show:
 * @self: the bar
 * @campaign: the campaign that is shown
 * @may_prepare: whether the user may do anything about it
 *
 * Shows what the campaign needs now.
 */
void
rea_draft_bar_show (ReaDraftBar *self, ReaCampaignModel *campaign, gboolean may_prepare)
{
  const ReaOverview *overview = rea_campaign_model_get_overview (campaign);
  gboolean           shown = overview != NULL && overview->campaign->state == REA_STATE_DRAFT;
  gboolean           can_launch;
  ReaLaunchStep      step;
  g_autofree char   *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (!shown)
    return;

  step = rea_launch_text_get_step (overview);
  can_launch = step == REA_LAUNCH_SHARE_OUT || step == REA_LAUNCH_READY;
  text = rea_launch_text_say (overview);
  gtk_label_set_text (self->label, text);
  gtk_widget_set_visible (self->import_button, may_prepare && step == REA_LAUNCH_IMPORT);
  gtk_widget_set_visible (self->senders_button, may_prepare && step == REA_LAUNCH_ADD_SENDERS);
  gtk_widget_set_visible (self->message_button, may_prepare && step == REA_LAUNCH_WRITE);
  gtk_widget_set_visible (self->share_button, may_prepare && step == REA_LAUNCH_SHARE_OUT);
  gtk_widget_set_visible (self->launch_button, may_prepare && can_launch);
  rea_css_set_class (self->launch_button, "suggested-action", step == REA_LAUNCH_READY);
}

static void
rea_draft_bar_class_init (ReaDraftBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-draft-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaDraftBar, label);
  gtk_widget_class_bind_template_child (widget_class, ReaDraftBar, import_button);
  gtk_widget_class_bind_template_child (widget_class, ReaDraftBar, senders_button);
  gtk_widget_class_bind_template_child (widget_class, ReaDraftBar, message_button);
  gtk_widget_class_bind_template_child (widget_class, ReaDraftBar, share_button);
  gtk_widget_class_bind_template_child (widget_class, ReaDraftBar, launch_button);
}

static void
rea_draft_bar_init (ReaDraftBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
