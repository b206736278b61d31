/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-thread-notice.h"

#include "rea-clock.h"
#include "rea-notice-text.h"
#include "rea-thread-act.h"

struct _ReaThreadNotice
{
  AdwBin parent_instance;

  GtkWidget *what_box;
  GtkImage  *what_image;
  GtkLabel  *what_label;
  GtkWidget *none_button;
  GtkWidget *record_button;
  GtkWidget *copy_button;
  GtkWidget *refusal_box;
  GtkLabel  *refusal_label;
  GtkLabel  *error_label;

  ReaThread *thread;
  gboolean   has_draft;
  gboolean   acting;
};

enum
{
  PROP_THREAD = 1,
  PROP_HAS_DRAFT,
  N_PROPS
};

enum
{
  COPY_DRAFT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaThreadNotice, rea_thread_notice, ADW_TYPE_BIN)

static void
set_text (GtkLabel *label, GtkWidget *box, const char *text)
{
  /* Written only when it changed, so that nobody hears it again and again. */
  if (g_strcmp0 (gtk_label_get_text (label), text != NULL ? text : "") != 0)
    gtk_label_set_text (label, text);
  gtk_widget_set_visible (box, text != NULL);
}

/* Who pressed a button that goes, goes on behind it. */
static void
set_button (ReaThreadNotice *self, GtkWidget *button, gboolean visible)
{
  GtkRoot *root = gtk_widget_get_root (button);

  if (!visible && root != NULL && gtk_root_get_focus (root) == button)
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);

  gtk_widget_set_visible (button, visible);
}

static const char *
get_icon (const GError *error, ReaNotice notice)
{
  if (error != NULL)
    return "dialog-information-symbolic";

  return notice == REA_NOTICE_CLOSED ? "object-select-symbolic" : "dialog-warning-symbolic";
}

static char *
dup_refusal (const ReaThreadState *state, const GError *error, ReaNotice notice)
{
  /* That nothing can be sent here any more is said already. */
  if (state == NULL || error != NULL || state->refusal == NULL || notice == REA_NOTICE_OPTED_OUT ||
      notice == REA_NOTICE_WROTE_AFTER)
    return NULL;

  return rea_notice_text_refusal (state->refusal, state->possible_at, rea_clock_now ());
}

static void
update (ReaThreadNotice *self)
{
  const ReaThreadState *state = self->thread != NULL ? rea_thread_get_state (self->thread) : NULL;
  const GError         *error = self->thread != NULL ? rea_thread_get_error (self->thread) : NULL;
  ReaNotice        notice = state != NULL ? rea_notice_of (state->conversation) : REA_NOTICE_NONE;
  gboolean         marked = error == NULL && notice == REA_NOTICE_MARKED;
  g_autofree char *refusal = dup_refusal (state, error, notice);

  gtk_image_set_from_icon_name (self->what_image, get_icon (error, notice));
  set_button (self, self->none_button, marked);
  set_button (self, self->record_button, marked);
  set_button (self, self->copy_button, error != NULL && self->has_draft);
  set_text (self->what_label, self->what_box,
            error != NULL ? error->message : rea_notice_text (notice));
  set_text (self->refusal_label, self->refusal_box, refusal);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_visible (self->what_box) ||
                              gtk_widget_get_visible (self->refusal_box) ||
                              gtk_widget_get_visible (GTK_WIDGET (self->error_label)));
}

static void
set_acting (ReaThreadNotice *self, gboolean acting)
{
  self->acting = acting;
  gtk_widget_set_sensitive (self->none_button, !acting);
  gtk_widget_set_sensitive (self->record_button, !acting);
}

static void
set_error (ReaThreadNotice *self, const char *reason)
{
  set_text (self->error_label, GTK_WIDGET (self->error_label), reason);
  update (self);
}

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaThreadNotice) self = user_data;
  g_autoptr (GError) error = NULL;

  rea_thread_act_finish (source, result, &error);
  set_acting (self, FALSE);
  set_error (self, error != NULL ? error->message : NULL);
}

static void
act (ReaThreadNotice *self, ReaThreadVerb verb)
{
  if (self->thread == NULL || self->acting)
    return;

  set_acting (self, TRUE);
  rea_thread_act_async (self->thread, verb, acted_cb, g_object_ref (self));
}

static void
none_cb (ReaThreadNotice *self)
{
  act (self, rea_session_dismiss_mark);
}

static void
record_cb (ReaThreadNotice *self)
{
  act (self, rea_session_opt_out);
}

static void
copy_cb (ReaThreadNotice *self)
{
  g_signal_emit (self, signals[COPY_DRAFT], 0);
}

static void
set_thread (ReaThreadNotice *self, ReaThread *thread)
{
  if (self->thread == thread)
    return;

  if (self->thread != NULL)
    g_signal_handlers_disconnect_by_func (self->thread, update, self);
  g_set_object (&self->thread, thread);
  if (thread != NULL)
    g_signal_connect_object (thread, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  set_error (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THREAD]);
}

static void
rea_thread_notice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaThreadNotice *self = REA_THREAD_NOTICE (object);

  switch (id)
    {
    case PROP_THREAD:
      g_value_set_object (value, self->thread);
      break;
    case PROP_HAS_DRAFT:
      g_value_set_boolean (value, self->has_draft);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_thread_notice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ReaThreadNotice *self = REA_THREAD_NOTICE (object);

  switch (id)
    {
    case PROP_THREAD:
      set_thread (self, g_value_get_object (value));
      break;
    case PROP_HAS_DRAFT:
      self->has_draft = g_value_get_boolean (value);
      update (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_thread_notice_dispose (GObject *object)
{
  ReaThreadNotice *self = REA_THREAD_NOTICE (object);

  if (self->thread != NULL)
    g_signal_handlers_disconnect_by_func (self->thread, update, self);
  g_clear_object (&self->thread);

  G_OBJECT_CLASS (rea_thread_notice_parent_class)->dispose (object);
}

static void
rea_thread_notice_class_init (ReaThreadNoticeClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rea_thread_notice_get_property;
  object_class->set_property = rea_thread_notice_set_property;
  object_class->dispose = rea_thread_notice_dispose;

  properties[PROP_THREAD] = g_param_spec_object ("thread", NULL, NULL, REA_TYPE_THREAD, flags);
  properties[PROP_HAS_DRAFT] = g_param_spec_boolean ("has-draft", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[COPY_DRAFT] = g_signal_new ("copy-draft", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-thread-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaThreadNotice, what_box);
  gtk_widget_class_bind_template_child (widget_class, ReaThreadNotice, what_image);
  gtk_widget_class_bind_template_child (widget_class, ReaThreadNotice, what_label);
  gtk_widget_class_bind_template_child (widget_class, ReaThreadNotice, none_button);
  gtk_widget_class_bind_template_child (widget_class, ReaThreadNotice, record_button);
  gtk_widget_class_bind_template_child (widget_class, ReaThreadNotice, copy_button);
  gtk_widget_class_bind_template_child (widget_class, ReaThreadNotice, refusal_box);
  gtk_widget_class_bind_template_child (widget_class, ReaThreadNotice, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, ReaThreadNotice, error_label);
  gtk_widget_class_bind_template_callback (widget_class, none_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
rea_thread_notice_init (ReaThreadNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (rea_clock_get_default (), "tick", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}
