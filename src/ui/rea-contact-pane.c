/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-contact-pane.h"

#include "rea-contact-card.h"
#include "rea-holder-pane.h"
#include "rea-opt-out-question.h"
#include "rea-survey-pane.h"

struct _ReaContactPane
{
  AdwBin parent_instance;

  GtkWidget      *content;
  ReaHolderPane  *holder_pane;
  ReaContactCard *card;
  ReaSurveyPane  *survey;
  GtkWidget      *opt_out_box;
  GtkLabel       *error_label;
  GtkWidget      *opt_out_button;

  ReaThread *thread;
  gboolean   admin;
};

enum
{
  PROP_THREAD = 1,
  PROP_ADMIN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReaContactPane, rea_contact_pane, ADW_TYPE_BIN)

static void
set_error (ReaContactPane *self, const char *reason)
{
  gtk_label_set_text (self->error_label, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), reason != NULL);
}

/* Who opted out cannot do so again; the bar above the messages says it. */
static void
update_opt_out (ReaContactPane *self, const ReaConversation *contact)
{
  gboolean offered = !(contact->flags & REA_FLAG_OPTED_OUT);

  if (!offered && gtk_widget_has_focus (self->opt_out_button))
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (self->opt_out_button)),
                            GTK_DIR_TAB_BACKWARD);

  gtk_widget_set_visible (self->opt_out_box, offered);
}

static void
update (ReaContactPane *self)
{
  const ReaThreadState *state = self->thread != NULL ? rea_thread_get_state (self->thread) : NULL;

  gtk_widget_set_visible (self->content, state != NULL);
  if (state == NULL)
    return;

  if (self->admin)
    rea_holder_pane_show (self->holder_pane, self->thread);
  rea_contact_card_show (self->card, state->conversation);
  rea_survey_pane_show (self->survey, self->thread);
  update_opt_out (self, state->conversation);
  /* In a conversation that has moved away nothing can be done any more. */
  gtk_widget_set_sensitive (self->content, rea_thread_get_error (self->thread) == NULL);
}

static void
refused_cb (GtkWidget *opener, ReaThread *thread, const char *reason)
{
  GtkWidget *pane = gtk_widget_get_ancestor (opener, REA_TYPE_CONTACT_PANE);

  if (pane != NULL && REA_CONTACT_PANE (pane)->thread == thread)
    set_error (REA_CONTACT_PANE (pane), reason);
}

/**
 * rea_contact_pane_ask_opt_out:
 * @self: the pane
 *
 * Asks whether to opt the contact out, where that can be done.
 */
void
rea_contact_pane_ask_opt_out (ReaContactPane *self)
{
  g_return_if_fail (REA_IS_CONTACT_PANE (self));

  if (self->thread == NULL || !gtk_widget_is_sensitive (self->opt_out_button) ||
      !gtk_widget_get_visible (self->opt_out_box))
    return;

  set_error (self, NULL);
  rea_opt_out_question_ask (self->opt_out_button, self->thread, refused_cb);
}

static void
set_thread (ReaContactPane *self, ReaThread *thread)
{
  if (self->thread == thread)
    return;

  if (self->thread != NULL)
    g_signal_handlers_disconnect_by_func (self->thread, update, self);
  g_set_object (&self->thread, thread);
  if (thread != NULL)
    g_signal_connect_object (thread, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  set_error (self, NULL);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THREAD]);
}

static void
rea_contact_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaContactPane *self = REA_CONTACT_PANE (object);

  switch (id)
    {
    case PROP_THREAD:
      g_value_set_object (value, self->thread);
      break;
    case PROP_ADMIN:
      g_value_set_boolean (value, self->admin);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_contact_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ReaContactPane *self = REA_CONTACT_PANE (object);

  switch (id)
    {
    case PROP_THREAD:
      set_thread (self, g_value_get_object (value));
      break;
    case PROP_ADMIN:
      self->admin = g_value_get_boolean (value);
      update (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_contact_pane_dispose (GObject *object)
{
  ReaContactPane *self = REA_CONTACT_PANE (object);

  if (self->thread != NULL)
    g_signal_handlers_disconnect_by_func (self->thread, update, self);
  g_clear_object (&self->thread);

  G_OBJECT_CLASS (rea_contact_pane_parent_class)->dispose (object);
}

static void
rea_contact_pane_class_init (ReaContactPaneClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rea_contact_pane_get_property;
  object_class->set_property = rea_contact_pane_set_property;
  object_class->dispose = rea_contact_pane_dispose;

  properties[PROP_THREAD] = g_param_spec_object ("thread", NULL, NULL, REA_TYPE_THREAD, flags);
  properties[PROP_ADMIN] = g_param_spec_boolean ("admin", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (REA_TYPE_CONTACT_CARD);
  g_type_ensure (REA_TYPE_HOLDER_PANE);
  g_type_ensure (REA_TYPE_SURVEY_PANE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-contact-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaContactPane, content);
  gtk_widget_class_bind_template_child (widget_class, ReaContactPane, holder_pane);
  gtk_widget_class_bind_template_child (widget_class, ReaContactPane, card);
  gtk_widget_class_bind_template_child (widget_class, ReaContactPane, survey);
  gtk_widget_class_bind_template_child (widget_class, ReaContactPane, opt_out_box);
  gtk_widget_class_bind_template_child (widget_class, ReaContactPane, error_label);
  gtk_widget_class_bind_template_child (widget_class, ReaContactPane, opt_out_button);
  gtk_widget_class_bind_template_callback (widget_class, rea_contact_pane_ask_opt_out);
}

static void
rea_contact_pane_init (ReaContactPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
