/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one thing that cannot be taken back, and so the one that asks. */
#include "rea-campaign-removal.h"

#include "rea-format.h"
#include "rea-toasts.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ReaCampaignView *view;
  ReaService      *service;
  gint64           campaign;
} Removal;

static void
removal_free (Removal *removal)
{
  g_object_unref (removal->view);
  g_object_unref (removal->service);
  g_free (removal);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removal, removal_free)

static gpointer
remove_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  return rea_session_remove_campaign (session, *(gint64 *) data, error);
}

/* That it is gone is seen by the campaign that comes in its place. */
static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Removal) removal = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign = rea_service_call_finish (REA_SERVICE (source), result, &error);
  g_autofree char *text = NULL;

  /* TRANSLATORS: %s is the title of a campaign. */
  text = campaign != NULL ? g_strdup_printf (_ ("“%s” is removed."), campaign->title)
                          : g_strdup (error->message);
  rea_toasts_show (rea_campaign_view_get_toasts (removal->view), text, campaign == NULL, NULL, NULL,
                   NULL);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Removal *removal = user_data;

  if (!g_str_equal (response, "remove"))
    {
      removal_free (removal);
      return;
    }

  rea_service_call_async (removal->service, REA_LANE_WRITE, remove_call,
                          g_memdup2 (&removal->campaign, sizeof removal->campaign), g_free,
                          (GDestroyNotify) rea_campaign_free, NULL, removed_cb, removal);
}

static char *
format_body (const ReaCampaign *campaign)
{
  g_autofree char *number = rea_format_number (campaign->total);

  if (campaign->is_demo)
    /* TRANSLATORS: in the question before the demo is removed. */
    return g_strdup_printf (ngettext ("Its %s made-up conversation goes, with its messages and "
                                      "history. Nothing else is touched; the people of the demo "
                                      "stay among the users.",
                                      "Its %s made-up conversations go, with their messages and "
                                      "history. Nothing else is touched; the people of the demo "
                                      "stay among the users.",
                                      campaign->total),
                            number);

  /* TRANSLATORS: in the question before a campaign is removed. */
  return g_strdup_printf (ngettext ("Its %s conversation goes for good, with its messages, "
                                    "answers and history. This cannot be undone. Users and "
                                    "opt-outs stay.",
                                    "Its %s conversations go for good, with their messages, "
                                    "answers and history. This cannot be undone. Users and "
                                    "opt-outs stay.",
                                    campaign->total),
                          number);
}

/**
 * rea_campaign_removal_ask:
 * @view: the view that shows the campaign
 * @service: the service
 * @campaign: a campaign that is archived or a demo
 *
 * Says what goes, and removes it if that is what is wanted.
 */
void
rea_campaign_removal_ask (ReaCampaignView *view, ReaService *service, const ReaCampaign *campaign)
{
  GtkWindow       *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view)));
  Removal         *removal = g_new0 (Removal, 1);
  g_autofree char *body = format_body (campaign);
  /* TRANSLATORS: a question; %s is the title of a campaign. */
  g_autofree char  *heading = g_strdup_printf (_ ("Remove “%s”?"), campaign->title);
  GtkWidget        *widget = adw_message_dialog_new (window, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  removal->view = g_object_ref (view);
  removal->service = g_object_ref (service);
  removal->campaign = campaign->id;

  /* TRANSLATORS: the answers to the question whether to remove a campaign. */
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "remove", _ ("Remove"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), removal);
  gtk_window_present (GTK_WINDOW (dialog));
}
