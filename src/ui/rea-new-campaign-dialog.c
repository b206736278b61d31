/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-new-campaign-dialog.h"

#include "rea-a11y.h"
#include "rea-phone.h"
#include "rea-place-row.h"
#include "rea-time.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

struct _ReaNewCampaignDialog
{
  AdwWindow parent_instance;

  GtkWidget   *save_button;
  GtkInfoBar  *info_bar;
  GtkLabel    *info_label;
  GtkEditable *title_entry;
  GtkWidget   *title_note;
  ReaPlaceRow *zone_row;
  ReaPlaceRow *country_row;

  ReaService *service;
  GPtrArray  *titles;
  gboolean    creating;
};

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaNewCampaignDialog, rea_new_campaign_dialog, ADW_TYPE_WINDOW)

static gboolean
is_taken (ReaNewCampaignDialog *self, const char *title)
{
  for (guint i = 0; i < self->titles->len; i++)
    if (g_str_equal (g_ptr_array_index (self->titles, i), title))
      return TRUE;

  return FALSE;
}

static char *
dup_title (ReaNewCampaignDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->title_entry)));
}

static void
title_changed_cb (ReaNewCampaignDialog *self)
{
  g_autofree char *title = dup_title (self);

  gtk_widget_set_sensitive (self->save_button, *title != '\0' && !self->creating);
  gtk_widget_set_visible (self->title_note, is_taken (self, title));
}

static gpointer
create_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  return rea_session_create_campaign (session, data, error);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaNewCampaignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign = rea_service_call_finish (REA_SERVICE (source), result, &error);

  if (self->service == NULL)
    return;

  self->creating = FALSE;
  if (campaign == NULL)
    {
      gtk_label_set_text (self->info_label, error->message);
      rea_a11y_set_label (GTK_WIDGET (self->info_bar), error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->info_bar), TRUE);
      title_changed_cb (self);
      return;
    }

  g_signal_emit (self, signals[CREATED], 0, campaign->id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_cb (ReaNewCampaignDialog *self)
{
  g_autofree char *title = dup_title (self);
  ReaCampaign     *campaign = rea_campaign_new (title);

  g_free (campaign->time_zone);
  g_free (campaign->country);
  campaign->time_zone = g_strdup (rea_place_row_get_code (self->zone_row));
  campaign->country = g_strdup (rea_place_row_get_code (self->country_row));

  self->creating = TRUE;
  gtk_widget_set_sensitive (self->save_button, FALSE);
  rea_service_call_async (self->service, REA_LANE_WRITE, create_call, campaign,
                          (GDestroyNotify) rea_campaign_free, (GDestroyNotify) rea_campaign_free,
                          NULL, created_cb, g_object_ref (self));
}

/* As in de_DE.UTF-8; where the locale names no country it is the one that reassignctl takes. */
static char *
dup_own_country (void)
{
  const char      *locale = setlocale (LC_MESSAGES, NULL);
  const char      *underscore = locale != NULL ? strchr (locale, '_') : NULL;
  g_autofree char *country = underscore != NULL ? g_strndup (underscore + 1, 2) : NULL;

  return country != NULL && rea_phone_knows_country (country) ? g_steal_pointer (&country)
                                                              : g_strdup ("US");
}

/**
 * rea_new_campaign_dialog_new:
 * @parent: the window
 * @service: the service
 * @campaigns: (nullable) (element-type ReaCampaign): those that there are
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
rea_new_campaign_dialog_new (GtkWindow *parent, ReaService *service, GPtrArray *campaigns)
{
  ReaNewCampaignDialog *self =
      g_object_new (REA_TYPE_NEW_CAMPAIGN_DIALOG, "transient-for", parent, NULL);

  self->service = g_object_ref (service);
  for (guint i = 0; campaigns != NULL && i < campaigns->len; i++)
    g_ptr_array_add (self->titles,
                     g_strdup (((ReaCampaign *) g_ptr_array_index (campaigns, i))->title));

  return GTK_WIDGET (self);
}

static void
rea_new_campaign_dialog_dispose (GObject *object)
{
  ReaNewCampaignDialog *self = REA_NEW_CAMPAIGN_DIALOG (object);

  g_clear_object (&self->service);

  G_OBJECT_CLASS (rea_new_campaign_dialog_parent_class)->dispose (object);
}

static void
rea_new_campaign_dialog_finalize (GObject *object)
{
  ReaNewCampaignDialog *self = REA_NEW_CAMPAIGN_DIALOG (object);

  g_ptr_array_unref (self->titles);

  G_OBJECT_CLASS (rea_new_campaign_dialog_parent_class)->finalize (object);
}

static void
rea_new_campaign_dialog_class_init (ReaNewCampaignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_new_campaign_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = rea_new_campaign_dialog_finalize;

  signals[CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (REA_TYPE_PLACE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-new-campaign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaNewCampaignDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, ReaNewCampaignDialog, info_bar);
  gtk_widget_class_bind_template_child (widget_class, ReaNewCampaignDialog, info_label);
  gtk_widget_class_bind_template_child (widget_class, ReaNewCampaignDialog, title_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaNewCampaignDialog, title_note);
  gtk_widget_class_bind_template_child (widget_class, ReaNewCampaignDialog, zone_row);
  gtk_widget_class_bind_template_child (widget_class, ReaNewCampaignDialog, country_row);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
}

static void
rea_new_campaign_dialog_init (ReaNewCampaignDialog *self)
{
  g_autofree char *zone = rea_time_zone_dup_local ();
  g_autofree char *country = dup_own_country ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->titles = g_ptr_array_new_with_free_func (g_free);
  rea_place_row_offer_zones (self->zone_row);
  rea_place_row_offer_countries (self->country_row);
  rea_place_row_set_code (self->zone_row, zone);
  rea_place_row_set_code (self->country_row, country);
  gtk_label_set_text (GTK_LABEL (self->title_note),
                      /* TRANSLATORS: in the dialog New Campaign. */
                      _ ("Another campaign has this title too; a different one tells them apart."));
  gtk_widget_grab_focus (GTK_WIDGET (self->title_entry));
}
