/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-messenger-entry.h"

#include "rea-role.h"

/* Who closes the Messenger goes on where it was opened. What had the focus there has it
 * still.
 */
static void
closed_cb (GtkWidget *opener)
{
  if (gtk_widget_get_mapped (opener))
    gtk_window_present (GTK_WINDOW (opener));
}

static ReaMessenger *
open_messenger (GtkWidget *from, ReaService *service, gboolean everyone)
{
  GtkWindow    *opener = GTK_WINDOW (gtk_widget_get_root (from));
  ReaMessenger *messenger;

  /* A dialog closes before the Messenger does. */
  while (gtk_window_get_transient_for (opener) != NULL)
    opener = gtk_window_get_transient_for (opener);

  messenger =
      rea_messenger_open (gtk_window_get_application (opener), rea_service_get_location (service),
                          rea_service_get_user (service)->email, everyone);
  if (GTK_WINDOW (messenger) == opener)
    return messenger;

  g_signal_handlers_disconnect_by_func (messenger, closed_cb, opener);
  g_signal_connect_object (messenger, "destroy", G_CALLBACK (closed_cb), opener, G_CONNECT_SWAPPED);

  return messenger;
}

/**
 * rea_messenger_is_for_admins:
 * @service: the service
 *
 * Returns: whether the acting user sees all conversations, as the Admin Messenger shows
 *   them
 */
gboolean
rea_messenger_is_for_admins (ReaService *service)
{
  g_return_val_if_fail (REA_IS_SERVICE (service), FALSE);

  return rea_role_get_reach (rea_service_get_user (service)->role, REA_VERB_SEE_CONVERSATIONS) ==
         REA_REACH_ALL;
}

/**
 * rea_messenger_open_admin:
 * @from: a widget in the window that has the focus back afterwards
 * @service: the service
 * @campaign: the number of a campaign
 * @filter: (nullable): which of its conversations are listed, or %NULL for those that
 *   were listed before
 * @conversation: the one to show, or 0 for the first that is listed
 *
 * Brings the Admin Messenger forward, or opens it, with this campaign. Who does not see
 * all conversations is not led there.
 */
void
rea_messenger_open_admin (GtkWidget       *from,
                          ReaService      *service,
                          gint64           campaign,
                          const ReaFilter *filter,
                          gint64           conversation)
{
  g_return_if_fail (GTK_IS_WIDGET (from));

  if (rea_messenger_is_for_admins (service))
    rea_messenger_show (open_messenger (from, service, TRUE), campaign, filter, conversation);
}

/**
 * rea_messenger_open_own:
 * @from: a widget in the window that has the focus back afterwards
 * @service: the service
 * @campaign: the number of a campaign
 * @conversation: the one to show, or 0 for the first in which there is something to do
 *
 * Brings the acting user's own Messenger forward, or opens it, with this campaign.
 */
void
rea_messenger_open_own (GtkWidget *from, ReaService *service, gint64 campaign, gint64 conversation)
{
  g_return_if_fail (GTK_IS_WIDGET (from));

  rea_messenger_show (open_messenger (from, service, FALSE), campaign, NULL, conversation);
}
