/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign-dialog.h"

#include "rea-a11y.h"
#include "rea-campaign-form.h"

#include <glib/gi18n-lib.h>

struct _ReaCampaignDialog
{
  AdwWindow parent_instance;

  GtkButton       *save_button;
  GtkInfoBar      *info_bar;
  GtkLabel        *info_label;
  ReaCampaignForm *form;
  GtkWidget       *unsaved_bar;

  ReaService     *service;
  gint64          campaign;
  ReaCampaignPart wanted;
  gboolean        may_change;
  gboolean        saving;
  gboolean        gone;
};

enum
{
  SAVED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaCampaignDialog, rea_campaign_dialog, ADW_TYPE_WINDOW)

static void
set_info (ReaCampaignDialog *self, const char *text)
{
  gtk_label_set_text (self->info_label, text != NULL ? text : "");
  rea_a11y_set_label (GTK_WIDGET (self->info_bar), text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->info_bar), text != NULL);
}

static void
update (ReaCampaignDialog *self)
{
  gboolean touched = rea_campaign_form_get_touched (self->form);

  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button),
                            touched && !self->saving && !self->gone);
  gtk_widget_set_visible (self->unsaved_bar, touched && self->may_change);
}

static gpointer
read_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  return rea_session_get_campaign (session, *(gint64 *) data, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaCampaignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign = rea_service_call_finish (REA_SERVICE (source), result, &error);
  gboolean is_first;

  if (self->service == NULL)
    return;

  if (campaign == NULL)
    {
      self->gone = TRUE;
      set_info (self, error->message);
      update (self);
      return;
    }

  is_first = rea_campaign_form_get_edit (self->form) == NULL;
  rea_campaign_form_show (self->form, campaign);
  update (self);

  if (is_first && self->may_change)
    rea_campaign_form_focus (self->form, self->wanted);
}

static void
refresh (ReaCampaignDialog *self)
{
  rea_service_call_async (self->service, REA_LANE_READ, read_call,
                          g_memdup2 (&self->campaign, sizeof self->campaign), g_free,
                          (GDestroyNotify) rea_campaign_free, NULL, read_cb, g_object_ref (self));
}

static void
service_changed_cb (ReaCampaignDialog *self, gint64 campaign)
{
  if (campaign == self->campaign || campaign == 0)
    refresh (self);
}

static void
form_changed_cb (ReaCampaignDialog *self)
{
  if (self->may_change && !self->gone)
    set_info (self, NULL);
  update (self);
}

typedef struct
{
  gint64           campaign;
  ReaCampaignEdit *edit;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  rea_campaign_edit_free (wish->edit);
  g_free (wish);
}

static gpointer
save_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  Wish *wish = data;

  return rea_session_set_campaign (session, wish->campaign, rea_campaign_edit_apply, wish->edit,
                                   error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaCampaignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign = rea_service_call_finish (REA_SERVICE (source), result, &error);

  if (self->service == NULL)
    return;

  self->saving = FALSE;

  if (campaign == NULL)
    {
      if (!rea_campaign_form_show_refusal (self->form, error))
        set_info (self, error->message);
      if (g_error_matches (error, REA_ERROR, REA_ERROR_CHANGED))
        refresh (self);
      update (self);
      return;
    }

  rea_campaign_form_show (self->form, campaign);
  g_signal_emit (self, signals[SAVED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_cb (ReaCampaignDialog *self)
{
  Wish *wish;

  /* A button that is pressed by keyboard clicks a moment later. */
  if (self->saving || !rea_campaign_form_get_touched (self->form) ||
      !rea_campaign_form_check (self->form))
    return;

  wish = g_new0 (Wish, 1);
  wish->campaign = self->campaign;
  wish->edit = rea_campaign_edit_copy (rea_campaign_form_get_edit (self->form));
  self->saving = TRUE;
  set_info (self, NULL);
  update (self);
  rea_service_call_async (self->service, REA_LANE_WRITE, save_call, wish, wish_free,
                          (GDestroyNotify) rea_campaign_free, NULL, saved_cb, g_object_ref (self));
}

static void
discard_cb (ReaCampaignDialog *self)
{
  rea_campaign_form_discard (self->form);
  rea_campaign_form_focus (self->form, REA_PART_TITLE);
}

/* What is not saved is kept, so leaving asks nothing. */
static gboolean
rea_campaign_dialog_close_request (GtkWindow *window)
{
  ReaCampaignDialog *self = REA_CAMPAIGN_DIALOG (window);

  if (!self->may_change || self->gone || !rea_campaign_form_get_touched (self->form))
    return GTK_WINDOW_CLASS (rea_campaign_dialog_parent_class)->close_request (window);

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[LEFT], 0);

  return TRUE;
}

/**
 * rea_campaign_dialog_show_part:
 * @self: the dialog
 * @part: what somebody wants to change
 *
 * Comes forward at a field.
 */
void
rea_campaign_dialog_show_part (ReaCampaignDialog *self, ReaCampaignPart part)
{
  g_return_if_fail (REA_IS_CAMPAIGN_DIALOG (self));

  self->wanted = part;
  gtk_window_present (GTK_WINDOW (self));
  if (rea_campaign_form_get_edit (self->form) != NULL && self->may_change)
    rea_campaign_form_focus (self->form, part);
}

/**
 * rea_campaign_dialog_get_campaign:
 * @self: the dialog
 *
 * Returns: the number of its campaign
 */
gint64
rea_campaign_dialog_get_campaign (ReaCampaignDialog *self)
{
  return self->campaign;
}

/**
 * rea_campaign_dialog_new:
 * @parent: the window
 * @service: the service
 * @campaign: the number of a campaign
 *
 * Returns: (transfer floating): the properties of the campaign
 */
GtkWidget *
rea_campaign_dialog_new (GtkWindow *parent, ReaService *service, gint64 campaign)
{
  ReaCampaignDialog *self = g_object_new (REA_TYPE_CAMPAIGN_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GError) error = NULL;

  self->service = g_object_ref (service);
  self->campaign = campaign;
  self->may_change =
      rea_role_check (rea_service_get_user (service)->role, REA_VERB_MANAGE_CAMPAIGN, &error);
  gtk_widget_set_visible (GTK_WIDGET (self->save_button), self->may_change);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), self->may_change);
  if (error != NULL)
    set_info (self, error->message);

  rea_campaign_form_set_up (self->form, service, campaign);
  g_signal_connect_object (service, "changed", G_CALLBACK (service_changed_cb), self,
                           G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WIDGET (self);
}

static void
rea_campaign_dialog_dispose (GObject *object)
{
  ReaCampaignDialog *self = REA_CAMPAIGN_DIALOG (object);

  g_clear_object (&self->service);

  G_OBJECT_CLASS (rea_campaign_dialog_parent_class)->dispose (object);
}

static void
rea_campaign_dialog_class_init (ReaCampaignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_campaign_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = rea_campaign_dialog_close_request;

  signals[SAVED] =
      g_signal_new ("saved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] =
      g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (REA_TYPE_CAMPAIGN_FORM);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-campaign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignDialog, info_bar);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignDialog, info_label);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignDialog, form);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignDialog, unsaved_bar);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
}

static void
rea_campaign_dialog_init (ReaCampaignDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
