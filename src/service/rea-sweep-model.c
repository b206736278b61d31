/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sweep-model.h"

/* A busy campaign changes many times a second; the number on a button need not. After
 * a look that took long it rests so many times as long.
 */
#define REST_MILLISECONDS 2000
#define REST_SHARE        3

struct _ReaSweepModel
{
  GObject parent_instance;

  ReaService     *service;
  gint64          campaign;
  ReaSweepOptions options;

  ReaSweep *sweep;
  char     *error;

  guint    n_watchers;
  gboolean reading;
  gboolean again; /* there may be something new to read */
  gint64   asked_at;
  gint64   rests_until;
  guint    timer;
};

enum
{
  PROP_MINUTES = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaSweepModel, rea_sweep_model, G_TYPE_OBJECT)

typedef struct
{
  gint64          campaign;
  ReaSweepOptions options;
} Question;

static gpointer
read_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;

  return rea_session_get_sweep (session, question->campaign, &question->options, error);
}

static void look (ReaSweepModel *self);

/* What was seen stays while the database is in trouble, which is told elsewhere. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaSweepModel) self = user_data;
  g_autoptr (GError) error = NULL;
  ReaSweep *sweep = rea_service_call_finish (REA_SERVICE (source), result, &error);
  gint64    now = g_get_monotonic_time ();

  self->reading = FALSE;
  self->rests_until = now + MAX (REST_MILLISECONDS * 1000, REST_SHARE * (now - self->asked_at));

  if (sweep != NULL || !rea_service_is_trouble (error))
    {
      g_clear_pointer (&self->sweep, rea_sweep_free);
      g_clear_pointer (&self->error, g_free);
      self->sweep = sweep;
      self->error = error != NULL ? g_strdup (error->message) : NULL;
      g_signal_emit (self, signals[CHANGED], 0);
    }

  if (self->again)
    look (self);
}

static void
read_now (ReaSweepModel *self)
{
  Question *question = g_new (Question, 1);

  question->campaign = self->campaign;
  question->options = self->options;
  self->again = FALSE;
  self->reading = TRUE;
  self->asked_at = g_get_monotonic_time ();
  g_clear_handle_id (&self->timer, g_source_remove);
  /* Right after large moves it takes long, and whoever looks at a preview must not wait. */
  rea_service_call_aside_async (self->service, read_call, question, g_free,
                                (GDestroyNotify) rea_sweep_free, NULL, read_cb,
                                g_object_ref (self));
}

static gboolean
rested_cb (gpointer user_data)
{
  ReaSweepModel *self = user_data;

  self->timer = 0;
  if (self->n_watchers > 0 && !self->reading)
    read_now (self);

  return G_SOURCE_REMOVE;
}

/* There may be something new to see: now, or when it has rested. */
static void
look (ReaSweepModel *self)
{
  gint64 rest = self->rests_until - g_get_monotonic_time ();

  self->again = TRUE;
  if (self->n_watchers == 0 || self->reading || self->timer != 0)
    return;

  if (rest <= 0)
    read_now (self);
  else
    self->timer = g_timeout_add (rest / 1000 + 1, rested_cb, self);
}

static void
changed_cb (ReaSweepModel *self, gint64 campaign)
{
  if (campaign == self->campaign)
    look (self);
}

static void
trouble_cb (ReaSweepModel *self)
{
  if (rea_service_get_trouble (self->service) == NULL)
    look (self);
}

/**
 * rea_sweep_model_watch:
 * @self: a model
 *
 * Somebody can see what it says from now on.
 */
void
rea_sweep_model_watch (ReaSweepModel *self)
{
  g_return_if_fail (REA_IS_SWEEP_MODEL (self));

  self->n_watchers++;
  if (self->again)
    look (self);
}

/**
 * rea_sweep_model_unwatch:
 * @self: a model that was watched
 *
 * Who watched cannot see it any more.
 */
void
rea_sweep_model_unwatch (ReaSweepModel *self)
{
  g_return_if_fail (REA_IS_SWEEP_MODEL (self));
  g_return_if_fail (self->n_watchers > 0);

  self->n_watchers--;
  if (self->n_watchers == 0)
    g_clear_handle_id (&self->timer, g_source_remove);
}

/**
 * rea_sweep_model_refresh:
 * @self: a model
 *
 * Looks again at once: somebody has just mended something.
 */
void
rea_sweep_model_refresh (ReaSweepModel *self)
{
  g_return_if_fail (REA_IS_SWEEP_MODEL (self));

  self->rests_until = 0;
  g_clear_handle_id (&self->timer, g_source_remove);
  look (self);
}

/**
 * rea_sweep_model_get_minutes:
 * @self: a model
 *
 * Returns: from how many minutes on waiting and being away are long
 */
int
rea_sweep_model_get_minutes (ReaSweepModel *self)
{
  g_return_val_if_fail (REA_IS_SWEEP_MODEL (self), 0);

  return self->options.waiting_minutes;
}

/**
 * rea_sweep_model_set_minutes:
 * @self: a model
 * @minutes: from how many minutes on waiting and being away are long
 */
void
rea_sweep_model_set_minutes (ReaSweepModel *self, int minutes)
{
  g_return_if_fail (REA_IS_SWEEP_MODEL (self));
  g_return_if_fail (minutes >= 0);

  if (self->options.waiting_minutes == minutes)
    return;

  self->options.waiting_minutes = minutes;
  self->options.unseen_minutes = minutes;
  rea_sweep_model_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MINUTES]);
}

/**
 * rea_sweep_model_get_sweep:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): what was found last, %NULL before that or with
 *   an error
 */
const ReaSweep *
rea_sweep_model_get_sweep (ReaSweepModel *self)
{
  g_return_val_if_fail (REA_IS_SWEEP_MODEL (self), NULL);

  return self->sweep;
}

/**
 * rea_sweep_model_get_error:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): why it cannot be looked at, a sentence
 */
const char *
rea_sweep_model_get_error (ReaSweepModel *self)
{
  g_return_val_if_fail (REA_IS_SWEEP_MODEL (self), NULL);

  return self->error;
}

static void
rea_sweep_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MINUTES:
      g_value_set_int (value, rea_sweep_model_get_minutes (REA_SWEEP_MODEL (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_sweep_model_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MINUTES:
      rea_sweep_model_set_minutes (REA_SWEEP_MODEL (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_sweep_model_finalize (GObject *object)
{
  ReaSweepModel *self = REA_SWEEP_MODEL (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->sweep, rea_sweep_free);
  g_free (self->error);
  g_clear_object (&self->service);

  G_OBJECT_CLASS (rea_sweep_model_parent_class)->finalize (object);
}

static void
rea_sweep_model_class_init (ReaSweepModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rea_sweep_model_get_property;
  object_class->set_property = rea_sweep_model_set_property;
  object_class->finalize = rea_sweep_model_finalize;

  properties[PROP_MINUTES] =
      g_param_spec_int ("minutes", NULL, NULL, 0, G_MAXINT, REA_SWEEP_MINUTES,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
rea_sweep_model_init (ReaSweepModel *self)
{
  const ReaSweepOptions usual = REA_SWEEP_OPTIONS_DEFAULT;

  self->options = usual;
  self->again = TRUE;
}

/**
 * rea_sweep_model_new:
 * @service: a service
 * @campaign: the number of a campaign
 *
 * Returns: (transfer full): a model that looks as soon as somebody watches
 */
ReaSweepModel *
rea_sweep_model_new (ReaService *service, gint64 campaign)
{
  ReaSweepModel *self;

  g_return_val_if_fail (REA_IS_SERVICE (service), NULL);

  self = g_object_new (REA_TYPE_SWEEP_MODEL, NULL);
  self->service = g_object_ref (service);
  self->campaign = campaign;
  g_signal_connect_object (service, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "presence", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "notify::trouble", G_CALLBACK (trouble_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}
