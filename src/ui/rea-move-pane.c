/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-move-pane.h"

#include "rea-a11y.h"
#include "rea-clock.h"
#include "rea-history-text.h"
#include "rea-move-table.h"
#include "rea-request-text.h"
#include "rea-undo-preview.h"
#include "rea-undo-text.h"

#include <glib/gi18n-lib.h>

struct _ReaMovePane
{
  AdwBin parent_instance;

  GtkLabel     *title_label;
  GtkWidget    *undo_button;
  GtkLabel     *when_label;
  GtkLabel     *who_label;
  GtkLabel     *what_label;
  GtkLabel     *since_label;
  GtkLabel     *note_label;
  GtkWidget    *undo_link;
  GtkWidget    *error_row;
  GtkLabel     *error_label;
  ReaMoveTable *table;
  GtkWidget    *show_button;

  ReaService     *service;
  ReaSenderList  *senders;
  ReaUndoer      *undoer;
  ReaUndoPreview *preview;
  ReaMoveItem    *item;
  GCancellable   *cancellable; /* of what is asked about this move */
  gboolean        pressed;
};

enum
{
  UNDO_PRESSED,
  SHOW_MOVE,
  SHOW_CONVERSATIONS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaMovePane, rea_move_pane, ADW_TYPE_BIN)

static const ReaMove *
get_move (ReaMovePane *self)
{
  return self->item != NULL ? rea_move_item_get_move (self->item) : NULL;
}

static void
write_move (ReaMovePane *self, const ReaMove *move)
{
  gint64           user = rea_service_get_user (self->service)->id;
  g_autofree char *title = rea_history_text_title (move->moved);
  g_autofree char *when = rea_history_text_when (move->at, rea_clock_now ());
  g_autofree char *who = rea_history_text_who (move, user);
  g_autofree char *what = rea_request_text_what (move, self->senders, rea_clock_now ());
  g_autofree char *show = rea_history_text_show (move->moved);

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->when_label, when);
  gtk_label_set_text (self->who_label, who);
  gtk_label_set_text (self->what_label, what);
  gtk_button_set_label (GTK_BUTTON (self->show_button), show);
  gtk_widget_set_sensitive (self->show_button, move->moved <= REA_MOVE_PANE_MOST_NAMED);
  gtk_widget_set_tooltip_text (self->show_button,
                               move->moved <= REA_MOVE_PANE_MOST_NAMED
                                   ? NULL
                                   /* TRANSLATORS: why a button cannot be pressed. */
                                   : _ ("These are too many to be listed one by one."));
}

static char *
dup_note (ReaMovePane *self, const ReaMove *move)
{
  const ReaResult *preview = rea_undo_preview_get_result (self->preview);
  const char      *refusal = rea_undo_preview_get_refusal (self->preview);
  const char      *reason = rea_undoer_get_reason (self->undoer);

  if (move->undone_by != 0)
    return rea_history_text_undone (move, rea_clock_now ());

  if (reason != NULL)
    return g_strdup (reason);

  if (refusal != NULL)
    return g_strdup (refusal);

  if (preview == NULL)
    {
      /* TRANSLATORS: in the history, while it is worked out. */
      return g_strdup (_ ("Counting what undo would give back…"));
    }

  return rea_undo_text_gives (move, preview);
}

static void
write_undo (ReaMovePane *self)
{
  const ReaMove   *move = get_move (self);
  const ReaResult *preview = NULL;
  g_autofree char *label = NULL;
  g_autofree char *since = NULL;
  g_autofree char *note = NULL;

  if (move == NULL)
    return;

  if (move->undone_by == 0 && rea_undoer_get_reason (self->undoer) == NULL)
    preview = rea_undo_preview_get_result (self->preview);

  label = rea_undo_text_button (move, preview);
  note = dup_note (self, move);
  since = preview != NULL ? rea_undo_text_since (preview) : g_strdup ("—");

  if (self->pressed && rea_undoer_is_busy (self->undoer))
    {
      g_free (label);
      /* TRANSLATORS: on the button Undo, while the move is being taken back. */
      label = g_strdup (_ ("Undoing…"));
    }

  gtk_button_set_label (GTK_BUTTON (self->undo_button), label);
  gtk_label_set_text (self->since_label, since);
  gtk_label_set_text (self->note_label, note);
  rea_a11y_set_description (self->undo_button, note);
  gtk_widget_set_visible (self->undo_link, move->undone_by != 0);
  gtk_widget_set_sensitive (self->undo_button,
                            preview != NULL && !rea_undoer_is_busy (self->undoer) &&
                                (preview->plan->moved > 0 || move->kind == REA_MOVE_REMOVE));
}

static void
set_error (ReaMovePane *self, const char *error)
{
  gtk_widget_set_visible (self->error_row, error != NULL);
  gtk_label_set_text (self->error_label, error != NULL ? error : "");
}

/* Asking. */

typedef struct
{
  gint64 campaign;
  gint64 move;
} Which;

static void
ask (ReaMovePane *self, ReaCall call, GDestroyNotify answer_free, GAsyncReadyCallback answer_cb)
{
  Which which = { get_move (self)->campaign_id, get_move (self)->id };

  rea_service_call_async (self->service, REA_LANE_READ, call, g_memdup2 (&which, sizeof which),
                          g_free, answer_free, self->cancellable, answer_cb, g_object_ref (self));
}

static gpointer
plan_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const Which *which = data;

  return rea_session_get_move_plan (session, which->campaign, which->move, error);
}

static void
plan_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaMovePane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaPlan) plan = rea_service_call_finish (REA_SERVICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (plan != NULL)
    rea_move_table_set_plan (self->table, plan);
  else
    set_error (self, error->message);
}

static void
stop (ReaMovePane *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
undone_by_cb (ReaMovePane *self)
{
  rea_undo_preview_recount (self->preview);
  write_undo (self);
}

/**
 * rea_move_pane_set_item:
 * @self: the pane
 * @item: (nullable): a move, or %NULL for none
 *
 * Shows a move.
 */
void
rea_move_pane_set_item (ReaMovePane *self, ReaMoveItem *item)
{
  g_return_if_fail (REA_IS_MOVE_PANE (self));

  if (self->item == item)
    return;

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);

  stop (self);
  set_error (self, NULL);
  self->pressed = FALSE;
  g_set_object (&self->item, item);
  rea_undo_preview_set_item (self->preview, item);

  if (item == NULL)
    return;

  g_signal_connect_object (item, "notify::undone-by", G_CALLBACK (undone_by_cb), self,
                           G_CONNECT_SWAPPED);
  self->cancellable = g_cancellable_new ();
  ask (self, plan_call, (GDestroyNotify) rea_plan_free, plan_cb);
  write_move (self, get_move (self));
  rea_undo_preview_count (self->preview);
  write_undo (self);
}

/* Whether anything can be moved may have changed with the campaign. */
static void
undoer_cb (ReaMovePane *self)
{
  if (!rea_undoer_is_busy (self->undoer) && rea_undo_preview_get_result (self->preview) == NULL &&
      rea_undo_preview_get_refusal (self->preview) == NULL)
    rea_undo_preview_count (self->preview);

  write_undo (self);
}

static gboolean
refused_cb (ReaMovePane *self, gint64 move, const char *reason)
{
  gboolean here = self->pressed && get_move (self) != NULL && get_move (self)->id == move;

  self->pressed = FALSE;
  if (here)
    set_error (self, reason);
  rea_undo_preview_count (self->preview);

  return here;
}

static void
undone_cb (ReaMovePane *self)
{
  self->pressed = FALSE;
}

/**
 * rea_move_pane_set_up:
 * @self: the pane
 * @service: the service
 * @senders: the senders of the campaign
 * @undoer: what takes its moves back
 *
 * Tells the pane where its moves come from. It is called once.
 */
void
rea_move_pane_set_up (ReaMovePane   *self,
                      ReaService    *service,
                      ReaSenderList *senders,
                      ReaUndoer     *undoer)
{
  self->service = g_object_ref (service);
  self->senders = g_object_ref (senders);
  self->undoer = g_object_ref (undoer);
  self->preview = rea_undo_preview_new (service, undoer);
  g_signal_connect_object (self->preview, "counted", G_CALLBACK (write_undo), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (undoer, "notify", G_CALLBACK (undoer_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (undoer, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (undoer, "undone", G_CALLBACK (undone_cb), self, G_CONNECT_SWAPPED);
}

static void
undo_clicked_cb (ReaMovePane *self)
{
  set_error (self, NULL);
  self->pressed = TRUE;
  g_signal_emit (self, signals[UNDO_PRESSED], 0);
  rea_undoer_undo (self->undoer, get_move (self)->id);
}

static void
undo_link_cb (ReaMovePane *self)
{
  g_signal_emit (self, signals[SHOW_MOVE], 0, get_move (self)->undone_by);
}

static gpointer
moved_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const Which *which = data;

  return rea_session_list_moved (session, which->campaign, which->move, error);
}

static void
moved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaMovePane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = rea_service_call_finish (REA_SERVICE (source), result, &error);
  g_autofree char *label = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (ids == NULL)
    {
      set_error (self, error->message);
      return;
    }

  label = rea_history_text_label (get_move (self), rea_clock_now ());
  g_signal_emit (self, signals[SHOW_CONVERSATIONS], 0, ids, label);
}

static void
show_clicked_cb (ReaMovePane *self)
{
  ask (self, moved_call, (GDestroyNotify) g_array_unref, moved_cb);
}

static void
rea_move_pane_dispose (GObject *object)
{
  ReaMovePane *self = REA_MOVE_PANE (object);

  stop (self);
  g_clear_object (&self->preview);
  g_clear_object (&self->item);
  g_clear_object (&self->service);
  g_clear_object (&self->senders);
  g_clear_object (&self->undoer);

  G_OBJECT_CLASS (rea_move_pane_parent_class)->dispose (object);
}

static void
rea_move_pane_class_init (ReaMovePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_move_pane_dispose;

  signals[UNDO_PRESSED] =
      g_signal_new ("undo-pressed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOW_MOVE] = g_signal_new ("show-move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SHOW_CONVERSATIONS] =
      g_signal_new ("show-conversations", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    2, G_TYPE_ARRAY, G_TYPE_STRING);

  g_type_ensure (REA_TYPE_MOVE_TABLE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-move-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaMovePane, title_label);
  gtk_widget_class_bind_template_child (widget_class, ReaMovePane, undo_button);
  gtk_widget_class_bind_template_child (widget_class, ReaMovePane, when_label);
  gtk_widget_class_bind_template_child (widget_class, ReaMovePane, who_label);
  gtk_widget_class_bind_template_child (widget_class, ReaMovePane, what_label);
  gtk_widget_class_bind_template_child (widget_class, ReaMovePane, since_label);
  gtk_widget_class_bind_template_child (widget_class, ReaMovePane, note_label);
  gtk_widget_class_bind_template_child (widget_class, ReaMovePane, undo_link);
  gtk_widget_class_bind_template_child (widget_class, ReaMovePane, error_row);
  gtk_widget_class_bind_template_child (widget_class, ReaMovePane, error_label);
  gtk_widget_class_bind_template_child (widget_class, ReaMovePane, table);
  gtk_widget_class_bind_template_child (widget_class, ReaMovePane, show_button);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_clicked_cb);
}

static void
rea_move_pane_init (ReaMovePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
