/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-trail-dialog.h"

#include "rea-a11y.h"
#include "rea-clock.h"
#include "rea-format.h"
#include "rea-labels.h"
#include "rea-name.h"
#include "rea-trail-text.h"

#include <glib/gi18n-lib.h>

struct _ReaTrailDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkStack       *stack;
  GtkLabel       *trouble_label;
  GtkLabel       *contact_label;
  GtkLabel       *phone_label;
  GtkLabel       *status_label;
  GtkLabel       *holder_label;
  GtkListBox     *list;

  ReaService *service;
  gint64      campaign;
  gint64      conversation;
  guint       n_entries;
  gboolean    reading;
  gboolean    again;
};

enum
{
  SHOW_MOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaTrailDialog, rea_trail_dialog, ADW_TYPE_WINDOW)

/* Reading, on the thread. */

typedef struct
{
  gint64 campaign;
  gint64 conversation;
} Which;

typedef struct
{
  ReaConversation *conversation;
  GPtrArray       *trail;
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->conversation, rea_conversation_free);
  g_clear_pointer (&reading->trail, g_ptr_array_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static gpointer
read_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const Which *which = data;
  g_autoptr (Reading) reading = g_new0 (Reading, 1);

  reading->conversation =
      rea_session_get_conversation (session, which->campaign, which->conversation, error);
  if (reading->conversation == NULL)
    return NULL;

  reading->trail = rea_session_list_trail (session, which->campaign, which->conversation, error);

  return reading->trail != NULL ? g_steal_pointer (&reading) : NULL;
}

/* On the main thread. */

static void
show_clicked_cb (GtkWidget *button, gpointer user_data)
{
  ReaTrailDialog *self = user_data;
  gint64          move = *(gint64 *) g_object_get_data (G_OBJECT (button), "rea-move");

  g_signal_emit (self, signals[SHOW_MOVE], 0, move);
  gtk_window_close (GTK_WINDOW (self));
}

static void
append_entry (ReaTrailDialog *self, const ReaTrailEntry *entry)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *subtitle = rea_trail_text_span (entry, NULL, rea_clock_now ());
  g_autofree char *label = NULL;
  GtkWidget       *button;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rea_trail_text_holder (entry));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  /* TRANSLATORS: said of a row: the name of a holder, and since when and by whose move. */
  label = g_strdup_printf (_ ("%1$s, %2$s"), rea_trail_text_holder (entry), subtitle);
  /* Otherwise the title would be said once more behind it. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  rea_a11y_set_label (row, label);

  /* Only where somebody shows them. */
  if (entry->move != 0 && g_signal_has_handler_pending (self, signals[SHOW_MOVE], 0, TRUE))
    {
      /* TRANSLATORS: a button: shows a move in the history. */
      button = gtk_button_new_with_label (_ ("Show Move"));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      rea_a11y_set_description (button, label);
      g_object_set_data_full (G_OBJECT (button), "rea-move",
                              g_memdup2 (&entry->move, sizeof entry->move), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (show_clicked_cb), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }

  gtk_list_box_append (self->list, row);
}

static void
set_trouble (ReaTrailDialog *self, const char *trouble)
{
  gtk_label_set_text (self->trouble_label, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble_label), trouble != NULL);
}

/* A trail only grows: the rows that are there stay, and the focus with them. */
static void
write_reading (ReaTrailDialog *self, const Reading *reading)
{
  const ReaConversation *conversation = reading->conversation;
  gboolean               rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autofree char *name = rea_name_dup_full (conversation->first_name, conversation->last_name);
  g_autofree char *number = rea_phone_dup_label (conversation->phone);
  g_autofree char *phone = rea_format_phone (number, rtl);

  adw_window_title_set_subtitle (self->title, *name != '\0' ? name : phone);
  gtk_label_set_text (self->contact_label, *name != '\0' ? name : "—");
  gtk_label_set_text (self->phone_label, phone);
  gtk_label_set_text (self->status_label, rea_status_get_label (conversation->status));

  for (; self->n_entries < reading->trail->len; self->n_entries++)
    append_entry (self, g_ptr_array_index (reading->trail, self->n_entries));

  if (reading->trail->len > 0)
    gtk_label_set_text (self->holder_label,
                        rea_trail_text_holder (
                            g_ptr_array_index (reading->trail, reading->trail->len - 1)));

  gtk_stack_set_visible_child_name (self->stack, "trail");
}

static void start_reading (ReaTrailDialog *self);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaTrailDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Reading) reading = rea_service_call_finish (REA_SERVICE (source), result, &error);

  self->reading = FALSE;

  /* It was closed meanwhile. */
  if (self->service == NULL)
    return;

  set_trouble (self, error != NULL ? error->message : NULL);
  if (reading != NULL)
    write_reading (self, reading);
  if (self->again)
    start_reading (self);
}

static void
start_reading (ReaTrailDialog *self)
{
  Which which = { self->campaign, self->conversation };

  self->again = self->reading;
  if (self->reading)
    return;

  self->reading = TRUE;
  rea_service_call_async (self->service, REA_LANE_READ, read_call, g_memdup2 (&which, sizeof which),
                          g_free, (GDestroyNotify) reading_free, NULL, read_cb,
                          g_object_ref (self));
}

static void
changed_cb (ReaTrailDialog *self, gint64 campaign)
{
  if (campaign == self->campaign)
    start_reading (self);
}

/**
 * rea_trail_dialog_new:
 * @parent: the window
 * @service: the service
 * @campaign: a campaign
 * @conversation: one of its conversations
 *
 * Returns: (transfer floating): a dialog that is reading its trail
 */
GtkWidget *
rea_trail_dialog_new (GtkWindow *parent, ReaService *service, gint64 campaign, gint64 conversation)
{
  ReaTrailDialog *self = g_object_new (REA_TYPE_TRAIL_DIALOG, "transient-for", parent, NULL);

  self->service = g_object_ref (service);
  self->campaign = campaign;
  self->conversation = conversation;
  g_signal_connect_object (service, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  start_reading (self);

  return GTK_WIDGET (self);
}

static void
rea_trail_dialog_dispose (GObject *object)
{
  ReaTrailDialog *self = REA_TRAIL_DIALOG (object);

  g_clear_object (&self->service);

  G_OBJECT_CLASS (rea_trail_dialog_parent_class)->dispose (object);
}

static void
rea_trail_dialog_class_init (ReaTrailDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_trail_dialog_dispose;

  signals[SHOW_MOVE] = g_signal_new ("show-move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-trail-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaTrailDialog, title);
  gtk_widget_class_bind_template_child (widget_class, ReaTrailDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ReaTrailDialog, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, ReaTrailDialog, contact_label);
  gtk_widget_class_bind_template_child (widget_class, ReaTrailDialog, phone_label);
  gtk_widget_class_bind_template_child (widget_class, ReaTrailDialog, status_label);
  gtk_widget_class_bind_template_child (widget_class, ReaTrailDialog, holder_label);
  gtk_widget_class_bind_template_child (widget_class, ReaTrailDialog, list);
}

static void
rea_trail_dialog_init (ReaTrailDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
