/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-undo-preview.h"

/* Counting what undo would give back takes a large move a moment: on a busy evening it
 * is done again after a pause of so many times as long, and at least this long.
 */
#define PAUSE_TIMES        10
#define PAUSE_MILLISECONDS 300

struct _ReaUndoPreview
{
  GObject parent_instance;

  ReaService  *service;
  ReaUndoer   *undoer;
  ReaMoveItem *item;

  GCancellable *cancellable;
  ReaResult    *result;
  char         *refusal;
  gboolean      counting;
  gboolean      again;
  guint         pause;
  gint64        began;
};

enum
{
  COUNTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaUndoPreview, rea_undo_preview, G_TYPE_OBJECT)

static gboolean
pause_cb (gpointer user_data)
{
  ReaUndoPreview *self = user_data;

  self->pause = 0;

  if (self->again)
    rea_undo_preview_count (self);

  return G_SOURCE_REMOVE;
}

static void
counted_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (ReaUndoPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  ReaResult *result = rea_service_preview_undo_finish (REA_SERVICE (source), async_result, &error);
  guint      took;

  /* Another move is meant now. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->counting = FALSE;
  g_clear_pointer (&self->result, rea_result_free);
  self->result = result;
  g_free (self->refusal);
  self->refusal = error != NULL ? g_strdup (error->message) : NULL;
  took = (guint) ((g_get_monotonic_time () - self->began) / 1000);
  self->pause = g_timeout_add (MAX (PAUSE_MILLISECONDS, PAUSE_TIMES * took), pause_cb, self);
  g_signal_emit (self, signals[COUNTED], 0);
}

/**
 * rea_undo_preview_count:
 * @self: the preview
 *
 * Counts what there is now, as soon as it may. What was counted stands until then.
 */
void
rea_undo_preview_count (ReaUndoPreview *self)
{
  const ReaMove *move = self->item != NULL ? rea_move_item_get_move (self->item) : NULL;

  self->again = TRUE;
  if (self->counting || self->pause != 0)
    return;

  self->again = FALSE;
  if (move == NULL || move->undone_by != 0 || rea_undoer_get_reason (self->undoer) != NULL)
    return;

  self->counting = TRUE;
  self->began = g_get_monotonic_time ();
  rea_service_preview_undo_async (self->service, move->campaign_id, move->id, self->cancellable,
                                  counted_cb, g_object_ref (self));
}

/**
 * rea_undo_preview_recount:
 * @self: the preview
 *
 * Drops what was counted, which holds no longer, and counts what there is now.
 */
void
rea_undo_preview_recount (ReaUndoPreview *self)
{
  g_clear_pointer (&self->result, rea_result_free);
  rea_undo_preview_count (self);
}

static void
stop (ReaUndoPreview *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_pointer (&self->result, rea_result_free);
  g_clear_pointer (&self->refusal, g_free);
  self->counting = FALSE;
  self->again = FALSE;
}

/**
 * rea_undo_preview_set_item:
 * @self: the preview
 * @item: (nullable): a move, or %NULL for none
 *
 * Says which move is meant. Nothing is counted yet.
 */
void
rea_undo_preview_set_item (ReaUndoPreview *self, ReaMoveItem *item)
{
  g_return_if_fail (REA_IS_UNDO_PREVIEW (self));

  stop (self);
  g_set_object (&self->item, item);
  self->cancellable = g_cancellable_new ();
}

/**
 * rea_undo_preview_get_result:
 * @self: the preview
 *
 * Returns: (nullable): what undo would give back; %NULL while it is counted
 */
const ReaResult *
rea_undo_preview_get_result (ReaUndoPreview *self)
{
  return self->result;
}

/**
 * rea_undo_preview_get_refusal:
 * @self: the preview
 *
 * Returns: (nullable): why it could not be counted, if it could not
 */
const char *
rea_undo_preview_get_refusal (ReaUndoPreview *self)
{
  return self->refusal;
}

static void
changed_cb (ReaUndoPreview *self, gint64 campaign)
{
  if (self->item != NULL && rea_move_item_get_move (self->item)->campaign_id == campaign)
    rea_undo_preview_count (self);
}

/**
 * rea_undo_preview_new:
 * @service: the service
 * @undoer: which knows whether anything can be moved
 *
 * Returns: (transfer full): one that means no move yet
 */
ReaUndoPreview *
rea_undo_preview_new (ReaService *service, ReaUndoer *undoer)
{
  ReaUndoPreview *self = g_object_new (REA_TYPE_UNDO_PREVIEW, NULL);

  self->service = g_object_ref (service);
  self->undoer = g_object_ref (undoer);
  g_signal_connect_object (service, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

static void
rea_undo_preview_dispose (GObject *object)
{
  ReaUndoPreview *self = REA_UNDO_PREVIEW (object);

  stop (self);
  g_clear_object (&self->item);
  g_clear_object (&self->undoer);
  g_clear_object (&self->service);

  G_OBJECT_CLASS (rea_undo_preview_parent_class)->dispose (object);
}

static void
rea_undo_preview_class_init (ReaUndoPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rea_undo_preview_dispose;

  signals[COUNTED] = g_signal_new ("counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
rea_undo_preview_init (ReaUndoPreview *self)
{
}
