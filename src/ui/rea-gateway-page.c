/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-gateway-page.h"

#include "rea-gateway-form.h"
#include "rea-gateway-text.h"
#include "rea-kannel-words.h"
#include "rea-tab-stop.h"
#include "rea-toasts.h"
#include "rea-unknown-row.h"

#include <glib/gi18n-lib.h>

struct _ReaGatewayPage
{
  ReaSubpage parent_instance;

  GtkWidget      *content;
  GtkImage       *state_image;
  AdwActionRow   *state_row;
  AdwActionRow   *waiting_row;
  AdwActionRow   *sent_row;
  AdwActionRow   *repeated_row;
  AdwActionRow   *received_row;
  GtkLabel       *trouble_label;
  ReaGatewayForm *form;
  GtkWidget      *kannel_group;
  GtkLabel       *get_url_label;
  GtkLabel       *command_label;
  GtkLabel       *unknown_label;
  GtkListBox     *unknown_list;

  ReaService *service;
  gboolean    is_reading;
  gboolean    is_read; /* what is shown was read */
  gboolean    wants_focus;
};

G_DEFINE_FINAL_TYPE (ReaGatewayPage, rea_gateway_page, REA_TYPE_SUBPAGE)

static void
copy (ReaGatewayPage *self, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  /* TRANSLATORS: a text was copied to the clipboard. */
  rea_toasts_show (rea_subpage_get_toasts (REA_SUBPAGE (self)), _ ("Copied"), FALSE, NULL, NULL,
                   NULL);
}

static void
copy_get_url_cb (ReaGatewayPage *self)
{
  copy (self, gtk_label_get_text (self->get_url_label));
}

static void
copy_command_cb (ReaGatewayPage *self)
{
  copy (self, gtk_label_get_text (self->command_label));
}

static void
show_state (ReaGatewayPage *self, const ReaGatewayStatus *status)
{
  gboolean is_well =
      status->settings != NULL && status->is_run && status->settings->trouble == NULL;
  g_autofree char *advice = rea_gateway_text_advice (status);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state_row),
                                 rea_gateway_text_state (status));
  adw_action_row_set_subtitle (self->state_row, advice);
  gtk_image_set_from_icon_name (self->state_image, is_well ? "emblem-ok-symbolic"
                                                   : status->settings == NULL
                                                       ? "dialog-information-symbolic"
                                                       : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->state_image), "success");
  gtk_widget_remove_css_class (GTK_WIDGET (self->state_image), "warning");
  if (is_well)
    gtk_widget_add_css_class (GTK_WIDGET (self->state_image), "success");
  else if (status->settings != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->state_image), "warning");
}

static void
show_counts (ReaGatewayPage *self, const ReaGatewayStatus *status)
{
  g_autofree char *waiting = rea_gateway_text_waiting (status);
  g_autofree char *sent = rea_gateway_text_sent (status);
  g_autofree char *repeated = rea_gateway_text_repeated (status);
  g_autofree char *received = rea_gateway_text_received (status);

  adw_action_row_set_subtitle (self->waiting_row, waiting);
  adw_action_row_set_subtitle (self->sent_row, sent);
  adw_action_row_set_subtitle (self->repeated_row, repeated);
  adw_action_row_set_subtitle (self->received_row, received);
  gtk_widget_set_visible (GTK_WIDGET (self->repeated_row), status->resent > 0 || status->twice > 0);
}

/* The newest is first, and what is known already stays as it is. */
static gboolean
is_shown (ReaGatewayPage *self, const GPtrArray *unknown)
{
  for (guint i = 0; i < unknown->len; i++)
    {
      const ReaIncoming *incoming = g_ptr_array_index (unknown, i);
      GtkListBoxRow     *row = gtk_list_box_get_row_at_index (self->unknown_list, i);

      if (row == NULL ||
          !g_str_equal (rea_unknown_row_get_id (REA_UNKNOWN_ROW (row)), incoming->id))
        return FALSE;
    }

  return gtk_list_box_get_row_at_index (self->unknown_list, unknown->len) == NULL;
}

static void
show_unknown (ReaGatewayPage *self, const ReaGatewayStatus *status)
{
  g_autofree char *text = rea_gateway_text_unknown (status);
  gint64           now = g_get_real_time () / G_USEC_PER_SEC;
  GtkListBoxRow   *row;

  gtk_label_set_text (self->unknown_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->unknown_list), status->unknown->len > 0);
  if (is_shown (self, status->unknown))
    return;

  while ((row = gtk_list_box_get_row_at_index (self->unknown_list, 0)) != NULL)
    gtk_list_box_remove (self->unknown_list, GTK_WIDGET (row));

  for (guint i = 0; i < status->unknown->len; i++)
    {
      GtkWidget *added = rea_unknown_row_new (g_ptr_array_index (status->unknown, i), now);

      g_signal_connect_object (added, "copy", G_CALLBACK (copy), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->unknown_list, added);
    }
}

static void
show (ReaGatewayPage *self, const ReaGatewayStatus *status)
{
  g_autofree char *get_url =
      status->settings != NULL ? rea_kannel_dup_get_url (status->settings) : NULL;

  show_state (self, status);
  show_counts (self, status);
  show_unknown (self, status);
  rea_gateway_form_show (self->form, status->settings);
  gtk_widget_set_visible (self->kannel_group, status->settings != NULL);
  if (get_url != NULL && !g_str_equal (get_url, gtk_label_get_text (self->get_url_label)))
    gtk_label_set_text (self->get_url_label, get_url);
  gtk_widget_set_visible (self->content, TRUE);
}

static gpointer
read_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  return rea_session_get_gateway_status (session, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaGatewayPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaGatewayStatus) status =
      rea_service_call_finish (REA_SERVICE (source), result, &error);

  self->is_reading = FALSE;
  if (self->service == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->trouble_label), status == NULL);
  gtk_label_set_text (self->trouble_label, status == NULL ? error->message : "");
  if (status == NULL)
    return;

  self->is_read = TRUE;
  show (self, status);
  if (self->wants_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
refresh (ReaGatewayPage *self)
{
  if (self->is_reading || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->is_reading = TRUE;
  rea_service_call_async (self->service, REA_LANE_READ, read_call, NULL, NULL,
                          (GDestroyNotify) rea_gateway_status_free, NULL, read_cb,
                          g_object_ref (self));
}

static void
form_saved_cb (ReaGatewayPage *self)
{
  /* TRANSLATORS: the settings of the gateway are saved. */
  rea_toasts_show (rea_subpage_get_toasts (REA_SUBPAGE (self)), _ ("Saved"), FALSE, NULL, NULL,
                   NULL);
  refresh (self);
}

static gboolean
rea_gateway_page_grab_focus (GtkWidget *widget)
{
  ReaGatewayPage *self = REA_GATEWAY_PAGE (widget);

  /* GTK asks again where Tab leads out of here, and it is let go then. */
  if (rea_tab_stop_is_within (widget))
    return FALSE;

  self->wants_focus = !self->is_read;

  return !self->is_read || gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

/**
 * rea_gateway_page_new:
 * @service: the service
 *
 * Returns: (transfer floating): a page that is reading how the gateway is
 */
ReaGatewayPage *
rea_gateway_page_new (ReaService *service)
{
  ReaGatewayPage *self = g_object_new (REA_TYPE_GATEWAY_PAGE, NULL);

  self->service = g_object_ref (service);
  rea_gateway_form_set_service (self->form, service);
  g_signal_connect_object (service, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "presence", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "map", G_CALLBACK (refresh), self, 0);

  return self;
}

static void
gateway_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaPages       *pages = user_data;
  ReaService     *service = g_object_get_data (G_OBJECT (action), "service");
  ReaSubpage     *top = rea_pages_get_page (pages);
  ReaGatewayPage *page;

  if (top != NULL && REA_IS_GATEWAY_PAGE (top))
    return;

  page = rea_gateway_page_new (service);
  rea_pages_open (pages, REA_SUBPAGE (page));
  gtk_widget_grab_focus (GTK_WIDGET (page));
}

/**
 * rea_gateway_page_add_action:
 * @actions: the window's
 * @pages: where the page is shown
 * @service: the service
 *
 * Adds the action gateway, which opens the page, where the user may see it.
 */
void
rea_gateway_page_add_action (GActionMap *actions, ReaPages *pages, ReaService *service)
{
  g_autoptr (GSimpleAction) action = NULL;

  if (!rea_role_check (rea_service_get_user (service)->role, REA_VERB_MAINTAIN, NULL))
    return;

  action = g_simple_action_new ("gateway", NULL);
  g_object_set_data_full (G_OBJECT (action), "service", g_object_ref (service), g_object_unref);
  g_signal_connect_object (action, "activate", G_CALLBACK (gateway_action), pages, 0);
  g_action_map_add_action (actions, G_ACTION (action));
}

static void
rea_gateway_page_dispose (GObject *object)
{
  ReaGatewayPage *self = REA_GATEWAY_PAGE (object);

  g_clear_object (&self->service);

  G_OBJECT_CLASS (rea_gateway_page_parent_class)->dispose (object);
}

static void
rea_gateway_page_class_init (ReaGatewayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_gateway_page_dispose;
  widget_class->grab_focus = rea_gateway_page_grab_focus;

  g_type_ensure (REA_TYPE_GATEWAY_FORM);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-gateway-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayPage, content);
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayPage, state_image);
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayPage, state_row);
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayPage, waiting_row);
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayPage, sent_row);
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayPage, repeated_row);
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayPage, received_row);
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayPage, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayPage, form);
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayPage, kannel_group);
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayPage, get_url_label);
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayPage, command_label);
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayPage, unknown_label);
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayPage, unknown_list);
  gtk_widget_class_bind_template_callback (widget_class, copy_get_url_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_command_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_saved_cb);
}

static void
rea_gateway_page_init (ReaGatewayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
