/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Promises of the drafts:
 *  1. What was typed is on disk %PAUSE_MILLISECONDS after the last key at the latest,
 *     and at once where it is left.
 *  2. Whoever comes back finds what was typed last, even while it is being saved.
 *  3. A draft is never saved after the message that was made of it was sent: both go
 *     the same way, in order.
 */
#include "rea-drafts.h"

#define PAUSE_MILLISECONDS 300

struct _ReaDrafts
{
  GObject parent_instance;

  ReaService *service;
  gint64      campaign;
  GHashTable *texts; /* by conversation; what was typed here, be it nothing */
  gint64      unsaved;
  guint       pause_source;
  char       *error;
};

enum
{
  PROP_ERROR = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaDrafts, rea_drafts, G_TYPE_OBJECT)

typedef struct
{
  gint64 campaign;
  gint64 conversation;
  char  *text;
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_free (draft->text);
  g_free (draft);
}

static gpointer
save_job (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const Draft *draft = data;

  return GINT_TO_POINTER (
      rea_session_save_draft (session, draft->campaign, draft->conversation, draft->text, error));
}

static void
set_error (ReaDrafts *self, const char *error)
{
  if (g_strcmp0 (self->error, error) == 0)
    return;

  g_free (self->error);
  self->error = g_strdup (error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

typedef struct
{
  ReaDrafts *drafts;
  gint64     conversation;
} Saving;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Saving *saving = user_data;
  g_autoptr (ReaDrafts) self = saving->drafts;
  g_autoptr (GError) error = NULL;

  rea_service_call_finish (REA_SERVICE (source), result, &error);
  set_error (self, error != NULL ? error->message : NULL);
  if (error == NULL)
    g_signal_emit (self, signals[CHANGED], 0, saving->conversation);
}

/**
 * rea_drafts_flush:
 * @self: the drafts
 *
 * Saves now what is yet to be saved.
 */
void
rea_drafts_flush (ReaDrafts *self)
{
  Draft  *draft;
  Saving *saving;

  g_return_if_fail (REA_IS_DRAFTS (self));

  g_clear_handle_id (&self->pause_source, g_source_remove);
  if (self->unsaved == 0)
    return;

  draft = g_new0 (Draft, 1);
  draft->campaign = self->campaign;
  draft->conversation = self->unsaved;
  draft->text = g_strdup (rea_drafts_get (self, self->unsaved));
  self->unsaved = 0;

  saving = g_new0 (Saving, 1);
  saving->drafts = g_object_ref (self);
  saving->conversation = draft->conversation;
  rea_service_call_async (self->service, REA_LANE_WRITE, save_job, draft, draft_free, NULL, NULL,
                          saved_cb, saving);
}

static gboolean
pause_cb (gpointer user_data)
{
  ReaDrafts *self = user_data;

  self->pause_source = 0;
  rea_drafts_flush (self);

  return G_SOURCE_REMOVE;
}

/**
 * rea_drafts_get:
 * @self: the drafts
 * @conversation: the number of a conversation
 *
 * Returns: (transfer none) (nullable): what was typed there last, here and since then;
 *   %NULL where nothing was
 */
const char *
rea_drafts_get (ReaDrafts *self, gint64 conversation)
{
  g_return_val_if_fail (REA_IS_DRAFTS (self), NULL);

  return g_hash_table_lookup (self->texts, &conversation);
}

static void
take_over (ReaDrafts *self, gint64 conversation, const char *text)
{
  if (self->unsaved == conversation)
    {
      g_clear_handle_id (&self->pause_source, g_source_remove);
      self->unsaved = 0;
    }

  g_hash_table_replace (self->texts, g_memdup2 (&conversation, sizeof conversation),
                        g_strdup (text));
}

/**
 * rea_drafts_set:
 * @self: the drafts
 * @conversation: the number of a conversation
 * @text: what stands there now; nothing drops the draft
 *
 * Takes over what was typed.
 */
void
rea_drafts_set (ReaDrafts *self, gint64 conversation, const char *text)
{
  g_return_if_fail (REA_IS_DRAFTS (self));

  if (self->unsaved != conversation)
    rea_drafts_flush (self);

  take_over (self, conversation, text);
  self->unsaved = conversation;
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE_MILLISECONDS, pause_cb, self);
}

/**
 * rea_drafts_remember:
 * @self: the drafts
 * @conversation: the number of a conversation
 * @text: what stands there now
 *
 * Knows of a draft that is saved, or dropped, elsewhere: along with its message.
 */
void
rea_drafts_remember (ReaDrafts *self, gint64 conversation, const char *text)
{
  g_return_if_fail (REA_IS_DRAFTS (self));

  take_over (self, conversation, text);
  g_signal_emit (self, signals[CHANGED], 0, conversation);
}

/**
 * rea_drafts_new:
 * @service: the service
 * @campaign: the number of a campaign
 *
 * Returns: (transfer full): its drafts
 */
ReaDrafts *
rea_drafts_new (ReaService *service, gint64 campaign)
{
  ReaDrafts *self = g_object_new (REA_TYPE_DRAFTS, NULL);

  self->service = g_object_ref (service);
  self->campaign = campaign;

  return self;
}

static void
rea_drafts_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaDrafts *self = REA_DRAFTS (object);

  switch (id)
    {
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_drafts_finalize (GObject *object)
{
  ReaDrafts *self = REA_DRAFTS (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_object (&self->service);
  g_hash_table_unref (self->texts);
  g_free (self->error);

  G_OBJECT_CLASS (rea_drafts_parent_class)->finalize (object);
}

static void
rea_drafts_class_init (ReaDraftsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rea_drafts_get_property;
  object_class->finalize = rea_drafts_finalize;

  properties[PROP_ERROR] =
      g_param_spec_string ("error", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
rea_drafts_init (ReaDrafts *self)
{
  self->texts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}
