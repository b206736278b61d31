/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-gateway-form.h"

#include <glib/gi18n-lib.h>

/* What was entered and not saved stays with the service, as long as the window. */
#define DRAFT "rea-gateway-draft"

struct _ReaGatewayForm
{
  AdwBin parent_instance;

  GtkEditable *send_url_entry;
  GtkEditable *login_entry;
  GtkEditable *phone_entry;
  GtkEditable *listen_entry;
  GtkLabel    *note_label;
  GtkWidget   *unsaved_box;
  GtkWidget   *save_button;

  ReaService         *service;
  ReaGatewaySettings *saved;
  gboolean            is_filling;
  gboolean            is_saving;
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaGatewayForm, rea_gateway_form, ADW_TYPE_BIN)

static char *
dup_entered (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static ReaGatewaySettings *
get_entered (ReaGatewayForm *self)
{
  g_autofree char *send_url = dup_entered (self->send_url_entry);
  g_autofree char *login = dup_entered (self->login_entry);
  g_autofree char *phone = dup_entered (self->phone_entry);
  g_autofree char *listen = dup_entered (self->listen_entry);

  return rea_gateway_settings_new (send_url, login, phone, listen, NULL);
}

static gboolean
is_equal (const ReaGatewaySettings *a, const ReaGatewaySettings *b)
{
  return g_str_equal (a->send_url, b->send_url) && g_str_equal (a->login, b->login) &&
         g_str_equal (a->phone, b->phone) && g_str_equal (a->listen, b->listen);
}

static void
set_note (ReaGatewayForm *self, const char *note)
{
  gtk_label_set_text (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL);
}

static void
fill (ReaGatewayForm *self, const ReaGatewaySettings *settings)
{
  self->is_filling = TRUE;
  gtk_editable_set_text (self->send_url_entry, settings->send_url);
  gtk_editable_set_text (self->login_entry, settings->login);
  gtk_editable_set_text (self->phone_entry, settings->phone);
  gtk_editable_set_text (self->listen_entry, settings->listen);
  self->is_filling = FALSE;
}

static gboolean
is_touched (ReaGatewayForm *self)
{
  return g_object_get_data (G_OBJECT (self->service), DRAFT) != NULL;
}

static void
set_draft (ReaGatewayForm *self, ReaGatewaySettings *draft)
{
  g_object_set_data_full (G_OBJECT (self->service), DRAFT, draft,
                          (GDestroyNotify) rea_gateway_settings_free);
}

static void
update (ReaGatewayForm *self)
{
  gtk_widget_set_visible (self->unsaved_box, is_touched (self));
  gtk_widget_set_sensitive (self->save_button, !self->is_saving);
}

static void
changed_cb (ReaGatewayForm *self)
{
  g_autoptr (ReaGatewaySettings) entered = NULL;

  if (self->is_filling || self->saved == NULL)
    return;

  entered = get_entered (self);
  set_note (self, NULL);
  set_draft (self, is_equal (entered, self->saved) ? NULL : g_steal_pointer (&entered));
  update (self);
}

static void
discard_cb (ReaGatewayForm *self)
{
  /* The button goes, and the focus must not go with it. */
  gtk_widget_grab_focus (GTK_WIDGET (self->send_url_entry));
  set_draft (self, NULL);
  fill (self, self->saved);
  set_note (self, NULL);
  update (self);
}

static gpointer
save_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  return rea_session_set_gateway (session, data, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaGatewayForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaGatewayStatus) status =
      rea_service_call_finish (REA_SERVICE (source), result, &error);

  self->is_saving = FALSE;
  if (self->service == NULL)
    return;

  if (status == NULL)
    {
      set_note (self, error->message);
      update (self);
      return;
    }

  gtk_widget_grab_focus (GTK_WIDGET (self->send_url_entry));
  set_draft (self, NULL);
  rea_gateway_form_show (self, status->settings);
  g_signal_emit (self, signals[SAVED], 0);
}

static void
save_cb (ReaGatewayForm *self)
{
  g_autoptr (ReaGatewaySettings) entered = NULL;
  g_autoptr (GError) error = NULL;

  if (self->saved == NULL || self->is_saving || !is_touched (self))
    return;

  entered = get_entered (self);
  if (!rea_gateway_settings_validate (entered, &error))
    {
      set_note (self, error->message);
      return;
    }

  self->is_saving = TRUE;
  set_note (self, NULL);
  update (self);
  rea_service_call_async (self->service, REA_LANE_WRITE, save_call, g_steal_pointer (&entered),
                          (GDestroyNotify) rea_gateway_settings_free,
                          (GDestroyNotify) rea_gateway_status_free, NULL, saved_cb,
                          g_object_ref (self));
}

/**
 * rea_gateway_form_set_service:
 * @self: the form
 * @service: the service
 *
 * Says where to save, once.
 */
void
rea_gateway_form_set_service (ReaGatewayForm *self, ReaService *service)
{
  g_return_if_fail (REA_IS_GATEWAY_FORM (self));

  self->service = g_object_ref (service);
}

/**
 * rea_gateway_form_show:
 * @self: the form
 * @settings: (nullable): the gateway that is set, %NULL for none
 *
 * Takes over what is saved, except where somebody has entered something else.
 */
void
rea_gateway_form_show (ReaGatewayForm *self, const ReaGatewaySettings *settings)
{
  ReaGatewaySettings       *saved = settings != NULL ? rea_gateway_settings_copy (settings)
                                                     : rea_gateway_settings_new ("", "", "", "", NULL);
  const ReaGatewaySettings *draft;
  gboolean                  is_new;

  g_return_if_fail (REA_IS_GATEWAY_FORM (self));

  is_new = self->saved == NULL || !is_equal (saved, self->saved);
  g_clear_pointer (&self->saved, rea_gateway_settings_free);
  self->saved = saved;

  draft = g_object_get_data (G_OBJECT (self->service), DRAFT);
  if (is_new)
    fill (self, draft != NULL ? draft : saved);
  update (self);
}

static void
rea_gateway_form_dispose (GObject *object)
{
  ReaGatewayForm *self = REA_GATEWAY_FORM (object);

  g_clear_object (&self->service);
  g_clear_pointer (&self->saved, rea_gateway_settings_free);

  G_OBJECT_CLASS (rea_gateway_form_parent_class)->dispose (object);
}

static void
rea_gateway_form_class_init (ReaGatewayFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_gateway_form_dispose;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-gateway-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayForm, send_url_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayForm, login_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayForm, phone_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayForm, listen_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayForm, note_label);
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayForm, unsaved_box);
  gtk_widget_class_bind_template_child (widget_class, ReaGatewayForm, save_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
rea_gateway_form_init (ReaGatewayForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
