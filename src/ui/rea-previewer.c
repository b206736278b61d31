/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-previewer.h"

/* What takes no longer is not noticed. */
#define PATIENCE_MILLISECONDS 250

struct _ReaPreviewer
{
  GObject parent_instance;

  ReaService   *service;
  gint64        campaign;
  GCancellable *asking;
  guint         late_source;
};

enum
{
  ANSWERED,
  LATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaPreviewer, rea_previewer, G_TYPE_OBJECT)

static gboolean
late_cb (gpointer user_data)
{
  ReaPreviewer *self = user_data;

  self->late_source = 0;
  g_signal_emit (self, signals[LATE], 0);

  return G_SOURCE_REMOVE;
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaPreviewer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) preview = rea_service_preview_finish (REA_SERVICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_handle_id (&self->late_source, g_source_remove);
  g_clear_object (&self->asking);
  g_signal_emit (self, signals[ANSWERED], 0, preview != NULL ? preview->plan : NULL, error);
}

/**
 * rea_previewer_new:
 * @service: the service
 * @campaign: a campaign
 *
 * Returns: (transfer full): one that nothing was asked yet
 */
ReaPreviewer *
rea_previewer_new (ReaService *service, gint64 campaign)
{
  ReaPreviewer *self = g_object_new (REA_TYPE_PREVIEWER, NULL);

  self->service = g_object_ref (service);
  self->campaign = campaign;

  return self;
}

/**
 * rea_previewer_forget:
 * @self: a previewer
 *
 * Drops what was asked, if anything: no answer will come.
 */
void
rea_previewer_forget (ReaPreviewer *self)
{
  g_clear_handle_id (&self->late_source, g_source_remove);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);

  g_clear_object (&self->asking);
}

/**
 * rea_previewer_ask:
 * @self: a previewer
 * @request: a request
 *
 * Asks what a request would do.
 */
void
rea_previewer_ask (ReaPreviewer *self, const ReaRequest *request)
{
  rea_previewer_forget (self);
  self->asking = g_cancellable_new ();
  self->late_source = g_timeout_add (PATIENCE_MILLISECONDS, late_cb, self);
  rea_service_preview_async (self->service, self->campaign, request, self->asking, previewed_cb,
                             g_object_ref (self));
}

static void
rea_previewer_dispose (GObject *object)
{
  ReaPreviewer *self = REA_PREVIEWER (object);

  rea_previewer_forget (self);
  g_clear_object (&self->service);

  G_OBJECT_CLASS (rea_previewer_parent_class)->dispose (object);
}

static void
rea_previewer_class_init (ReaPreviewerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rea_previewer_dispose;

  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_ERROR);
  signals[LATE] = g_signal_new ("late", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
rea_previewer_init (ReaPreviewer *self)
{
}
