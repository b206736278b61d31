/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-message-editor.h"

#include "rea-a11y.h"
#include "rea-sample.h"

#include <glib/gi18n-lib.h>

/* A preview follows each pause in typing. */
#define PAUSE_MILLISECONDS 150

struct _ReaMessageEditor
{
  AdwBin parent_instance;

  GtkTextView   *text_view;
  GtkMenuButton *insert_button;
  GtkLabel      *segments_label;
  GtkLabel      *preview_title;
  GtkWidget     *next_button;
  GtkLabel      *preview_label;
  GtkLabel      *problem_label;

  ReaService    *service;
  gint64         campaign;
  GtkTextBuffer *buffer;
  GPtrArray     *names;  /* the fields of the contacts; NULL before they are known */
  char          *fields; /* those that are in the menu, joined */
  guint64        nth;
  guint          pause_source;
  GCancellable  *sampling;
  gboolean       filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaMessageEditor, rea_message_editor, ADW_TYPE_BIN)

typedef struct
{
  gint64  campaign;
  guint64 nth;
  char   *text;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->text);
  g_free (wish);
}

static gpointer
sample_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wish *wish = data;

  return rea_session_sample_message (session, wish->campaign, wish->text, wish->nth, cancellable,
                                     error);
}

static void
append_variable (GMenu *menu, const char *name)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);
  g_autofree char *variable = g_strdup_printf ("%%%s%%", name);

  g_menu_item_set_label (item, label);
  g_menu_item_set_action_and_target (item, "message.insert", "s", variable);
  g_menu_append_item (menu, item);
}

/* The fields are those that the contacts have been imported with. */
static void
update_menu (ReaMessageEditor *self, GPtrArray *fields)
{
  static const char *const people[] = { "FirstName", "LastName", "SenderFirstName",
                                        "SenderLastName" };
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) people_menu = g_menu_new ();
  g_autoptr (GMenu) fields_menu = g_menu_new ();
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    g_string_append_printf (joined, "%s\n", (const char *) g_ptr_array_index (fields, i));

  if (g_strcmp0 (self->fields, joined->str) == 0)
    return;

  g_free (self->fields);
  self->fields = g_strdup (joined->str);

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    append_variable (people_menu, people[i]);
  for (guint i = 0; i < fields->len; i++)
    append_variable (fields_menu, g_ptr_array_index (fields, i));

  g_menu_append_section (menu, NULL, G_MENU_MODEL (people_menu));
  if (fields->len > 0)
    {
      /* TRANSLATORS: above the fields of the contacts, in a menu of variables. */
      g_menu_append_section (menu, _ ("Fields of the Contacts"), G_MENU_MODEL (fields_menu));
    }

  gtk_menu_button_set_menu_model (self->insert_button, G_MENU_MODEL (menu));
}

static char *
format_title (const ReaSample *sample)
{
  if (sample->contact == NULL)
    {
      /* TRANSLATORS: where a preview of the message will be. */
      return g_strdup (_ ("The preview needs contacts: import some."));
    }

  /* TRANSLATORS: above a message: %1$s is a contact, %2$s a sender. */
  return g_strdup_printf (_ ("To %1$s, from %2$s"), sample->contact, sample->sender);
}

static void
show_sample (ReaMessageEditor *self, const ReaSample *sample, gboolean is_empty)
{
  g_autofree char *title = format_title (sample);
  g_autofree char *segments = NULL;
  const char      *problem = is_empty ? NULL : sample->problem;
  gboolean         shown = !is_empty && sample->contact != NULL && sample->text != NULL;

  g_clear_pointer (&self->names, g_ptr_array_unref);
  self->names = g_ptr_array_ref (sample->fields);
  update_menu (self, sample->fields);

  /* TRANSLATORS: how many text messages a message is sent as. */
  segments = g_strdup_printf (ngettext ("%u segment", "%u segments", sample->n_segments),
                              sample->n_segments);
  gtk_label_set_text (self->segments_label, shown ? segments : "");
  gtk_label_set_text (self->preview_title, title);
  gtk_widget_set_visible (self->next_button, sample->contact != NULL);
  gtk_label_set_text (self->preview_label, shown ? sample->text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->preview_label), shown);
  gtk_label_set_text (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  rea_a11y_set_description (GTK_WIDGET (self->text_view), problem != NULL ? problem : "");
}

static void
sampled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaMessageEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaSample) sample = rea_service_call_finish (REA_SERVICE (source), result, &error);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->service == NULL)
    return;

  if (sample == NULL)
    {
      gtk_label_set_text (self->preview_title, error->message);
      return;
    }

  text = rea_message_editor_dup_text (self);
  show_sample (self, sample, text == NULL);
}

/**
 * rea_message_editor_refresh:
 * @self: the editor
 *
 * Makes the preview again, of the contacts that there are now.
 */
void
rea_message_editor_refresh (ReaMessageEditor *self)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->campaign = self->campaign;
  wish->nth = self->nth;
  wish->text = rea_message_editor_dup_text (self);
  if (wish->text == NULL)
    wish->text = g_strdup ("");

  g_cancellable_cancel (self->sampling);
  g_clear_object (&self->sampling);
  self->sampling = g_cancellable_new ();
  rea_service_call_async (self->service, REA_LANE_READ, sample_call, wish, wish_free,
                          (GDestroyNotify) rea_sample_free, self->sampling, sampled_cb,
                          g_object_ref (self));
}

static gboolean
pause_cb (gpointer user_data)
{
  ReaMessageEditor *self = user_data;

  self->pause_source = 0;
  rea_message_editor_refresh (self);

  return G_SOURCE_REMOVE;
}

static void
buffer_changed_cb (ReaMessageEditor *self)
{
  if (self->service == NULL)
    return;

  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE_MILLISECONDS, pause_cb, self);

  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
next_cb (ReaMessageEditor *self)
{
  self->nth++;
  rea_message_editor_refresh (self);
}

static void
insert_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaMessageEditor *self = user_data;

  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (self->buffer, g_variant_get_string (parameter, NULL), -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/**
 * rea_message_editor_set_up:
 * @self: the editor
 * @service: the service
 * @campaign: the number of a campaign
 *
 * Says whose message it is.
 */
void
rea_message_editor_set_up (ReaMessageEditor *self, ReaService *service, gint64 campaign)
{
  g_return_if_fail (REA_IS_MESSAGE_EDITOR (self));

  g_set_object (&self->service, service);
  self->campaign = campaign;
}

/**
 * rea_message_editor_set_label:
 * @self: the editor
 * @label: what a screen reader calls it
 *
 * Names the text and the buttons about it; unless told it is the initial message.
 */
void
rea_message_editor_set_label (ReaMessageEditor *self, const char *label)
{
  g_autofree char *insert = NULL;
  g_autofree char *next = NULL;

  g_return_if_fail (REA_IS_MESSAGE_EDITOR (self));

  /* TRANSLATORS: what a screen reader calls the button Insert Variable; %s is the field
   * that it is inserted into. */
  insert = g_strdup_printf (_ ("Insert Variable, %s"), label);
  /* TRANSLATORS: what a screen reader calls the button Another Contact; %s is the field
   * whose text is shown as the next contact would get it. */
  next = g_strdup_printf (_ ("Another Contact, %s"), label);
  rea_a11y_set_label (GTK_WIDGET (self->text_view), label);
  rea_a11y_set_label (GTK_WIDGET (self->insert_button), insert);
  rea_a11y_set_label (gtk_widget_get_first_child (GTK_WIDGET (self->insert_button)), insert);
  rea_a11y_set_label (self->next_button, next);
}

/**
 * rea_message_editor_get_fields:
 * @self: the editor
 *
 * Returns: (transfer none) (nullable) (element-type utf8): the fields that contacts of
 *   the campaign have; %NULL while they are not known
 */
GPtrArray *
rea_message_editor_get_fields (ReaMessageEditor *self)
{
  g_return_val_if_fail (REA_IS_MESSAGE_EDITOR (self), NULL);

  return self->names;
}

/**
 * rea_message_editor_set_text:
 * @self: the editor
 * @text: (nullable): a message
 *
 * Shows a message.
 */
void
rea_message_editor_set_text (ReaMessageEditor *self, const char *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (REA_IS_MESSAGE_EDITOR (self));

  shown = rea_message_editor_dup_text (self);
  if (shown != NULL && g_strcmp0 (shown, text) == 0)
    return;

  self->filling = TRUE;
  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
  self->filling = FALSE;
}

/**
 * rea_message_editor_dup_text:
 * @self: the editor
 *
 * Returns: (transfer full) (nullable): the message; %NULL for none
 */
char *
rea_message_editor_dup_text (ReaMessageEditor *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (REA_IS_MESSAGE_EDITOR (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  if (gtk_text_iter_equal (&start, &end))
    return NULL;

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static gboolean
rea_message_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (REA_MESSAGE_EDITOR (widget)->text_view));
}

static void
rea_message_editor_dispose (GObject *object)
{
  ReaMessageEditor *self = REA_MESSAGE_EDITOR (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_cancellable_cancel (self->sampling);
  g_clear_object (&self->sampling);
  g_clear_object (&self->service);

  G_OBJECT_CLASS (rea_message_editor_parent_class)->dispose (object);
}

static void
rea_message_editor_finalize (GObject *object)
{
  ReaMessageEditor *self = REA_MESSAGE_EDITOR (object);

  g_free (self->fields);
  g_clear_pointer (&self->names, g_ptr_array_unref);

  G_OBJECT_CLASS (rea_message_editor_parent_class)->finalize (object);
}

static void
rea_message_editor_class_init (ReaMessageEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_message_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = rea_message_editor_finalize;
  widget_class->grab_focus = rea_message_editor_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-message-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaMessageEditor, text_view);
  gtk_widget_class_bind_template_child (widget_class, ReaMessageEditor, insert_button);
  gtk_widget_class_bind_template_child (widget_class, ReaMessageEditor, segments_label);
  gtk_widget_class_bind_template_child (widget_class, ReaMessageEditor, preview_title);
  gtk_widget_class_bind_template_child (widget_class, ReaMessageEditor, next_button);
  gtk_widget_class_bind_template_child (widget_class, ReaMessageEditor, preview_label);
  gtk_widget_class_bind_template_child (widget_class, ReaMessageEditor, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
rea_message_editor_init (ReaMessageEditor *self)
{
  const GActionEntry entries[] = { { "insert", insert_action, "s", NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->buffer = gtk_text_view_get_buffer (self->text_view);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (buffer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "message", G_ACTION_GROUP (actions));
}
