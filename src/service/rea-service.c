/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Promises of the service:
 *  1. A session is touched on the thread of its lane only.
 *  2. What a call changed is emitted before the caller hears of the call.
 *  3. A change is emitted once, whether the call or the monitor saw it first.
 *  4. A call that writes reports what happened, however late it was cancelled.
 *
 * How 2 and 3 are kept: every campaign has a revision that each change raises. A
 * snapshot is the revisions of all campaigns at one moment. One is taken behind
 * each write and each time the store's version moved; comparing it with the last
 * one says what changed. Snapshots are stamped in the order in which they were
 * taken, and one that reaches the main thread after a younger one says nothing new.
 */
#include "rea-service-private.h"

enum
{
  PROP_0,
  PROP_TROUBLE,
  N_PROPS
};

enum
{
  CHANGED,
  PRESENCE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaService, rea_service, G_TYPE_OBJECT)

/* The lock makes the stamps tell the order in which the lanes read. */
ReaSnapshot *
rea_service_take_snapshot (ReaService *self, ReaSession *session, GError **error)
{
  ReaSnapshot *snapshot;

  g_mutex_lock (&self->snapshot_lock);
  snapshot = rea_snapshot_take (session, error);
  if (snapshot != NULL)
    snapshot->stamp = ++self->n_snapshots;
  g_mutex_unlock (&self->snapshot_lock);

  return snapshot;
}

/* Emits what differs from the last snapshot; says whether anything did. */
gboolean
rea_service_apply_snapshot (ReaService *self, ReaSnapshot *snapshot)
{
  g_autoptr (ReaSnapshot) now = snapshot;
  g_autoptr (ReaSnapshot) before = NULL;
  g_autoptr (GArray) changed = NULL;

  if (now->stamp < self->snapshot->stamp)
    return FALSE;

  before = g_steal_pointer (&self->snapshot);
  changed = rea_snapshot_compare (before, now);
  self->user->role = now->user->role;
  self->snapshot = g_steal_pointer (&now);

  for (guint i = 0; i < changed->len; i++)
    g_signal_emit (self, signals[CHANGED], 0, g_array_index (changed, gint64, i));

  return changed->len > 0;
}

void
rea_service_set_trouble (ReaService *self, const char *trouble)
{
  if (g_strcmp0 (self->trouble, trouble) == 0)
    return;

  g_free (self->trouble);
  self->trouble = g_strdup (trouble);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

/**
 * rea_service_is_trouble:
 * @error: why something was not read
 *
 * Returns: whether the database is to blame, which ReaService:trouble tells
 */
gboolean
rea_service_is_trouble (const GError *error)
{
  return g_error_matches (error, REA_ERROR, REA_ERROR_BUSY) ||
         g_error_matches (error, REA_ERROR, REA_ERROR_CORRUPT) ||
         g_error_matches (error, REA_ERROR, REA_ERROR_TOO_NEW) ||
         g_error_matches (error, REA_ERROR, REA_ERROR_IO);
}

/* Everything was read once more, and nothing met the damage again. */
static gboolean
is_mended (ReaService *self)
{
  return self->opened_again_at > self->damaged_at &&
         g_get_monotonic_time () - self->opened_again_at > REA_DAMAGE_PATIENCE;
}

/* Of a damaged file some pages can be read and others can't: the trouble stays
 * until the call that met it works again, or nobody makes that call any more.
 */
void
rea_service_note_read (ReaService *self, ReaCall call, const GError *error)
{
  if (error == NULL)
    {
      if (self->damaged_call == NULL || self->damaged_call == call || is_mended (self))
        {
          self->damaged_call = NULL;
          rea_service_set_trouble (self, NULL);
        }
    }
  else if (rea_service_is_trouble (error))
    {
      if (g_error_matches (error, REA_ERROR, REA_ERROR_CORRUPT))
        {
          self->damaged_call = call;
          self->damaged_at = g_get_monotonic_time ();
        }
      rea_service_set_trouble (self, error->message);
    }
}

/**
 * rea_service_get_user:
 * @self: a service
 *
 * Returns: (transfer none): who acts
 */
const ReaUser *
rea_service_get_user (ReaService *self)
{
  g_return_val_if_fail (REA_IS_SERVICE (self), NULL);

  return self->user;
}

/**
 * rea_service_get_location:
 * @self: a service
 *
 * Returns: (transfer none): where the database is, as it was given
 */
const char *
rea_service_get_location (ReaService *self)
{
  g_return_val_if_fail (REA_IS_SERVICE (self), NULL);

  return self->location;
}

/**
 * rea_service_get_trouble:
 * @self: a service
 *
 * Returns: (transfer none) (nullable): a sentence why the database cannot be
 *   read now, or %NULL while it can
 */
const char *
rea_service_get_trouble (ReaService *self)
{
  g_return_val_if_fail (REA_IS_SERVICE (self), NULL);

  return self->trouble;
}

/**
 * rea_service_emit_presence:
 * @self: a service
 *
 * Says that time has passed, so that who was online may not be any more.
 */
void
rea_service_emit_presence (ReaService *self)
{
  g_return_if_fail (REA_IS_SERVICE (self));

  g_signal_emit (self, signals[PRESENCE], 0);
}

static void
drop_session_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_object_unref (task_data);
  g_task_return_boolean (task, TRUE);
}

static void
rea_service_finalize (GObject *object)
{
  ReaService *self = REA_SERVICE (object);

  /* This may run on a lane's own thread, and closing a database takes its time:
   * each session is dropped on its thread, and nobody waits for it.
   */
  for (guint i = 0; i < G_N_ELEMENTS (self->lanes); i++)
    {
      Lane *lane = &self->lanes[i];

      if (lane->session != NULL)
        {
          g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

          g_task_set_task_data (task, lane->session, NULL);
          rea_worker_push (lane->worker, task, drop_session_job);
        }
      g_object_unref (lane->worker);
    }

  g_mutex_clear (&self->snapshot_lock);
  g_clear_pointer (&self->snapshot, rea_snapshot_free);
  g_clear_pointer (&self->user, rea_user_free);
  g_free (self->location);
  g_free (self->asked_user);
  g_free (self->trouble);

  G_OBJECT_CLASS (rea_service_parent_class)->finalize (object);
}

static void
rea_service_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ReaService *self = REA_SERVICE (object);

  switch (prop_id)
    {
    case PROP_TROUBLE:
      g_value_set_string (value, self->trouble);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rea_service_class_init (ReaServiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rea_service_finalize;
  object_class->get_property = rea_service_get_property;

  /**
   * ReaService:trouble: (getter get_trouble)
   *
   * Why the database cannot be read now, a sentence; %NULL while it can.
   */
  properties[PROP_TROUBLE] =
      g_param_spec_string ("trouble", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ReaService::changed:
   * @self: a service
   * @campaign: the id of a campaign that came, changed or went; 0 when the list
   *   of campaigns reads differently
   *
   * Emitted on the main thread, once for each change, whoever made it.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * ReaService::presence:
   * @self: a service
   *
   * Emitted on the main thread when nothing changed but who is online, or the
   * time of day.
   */
  signals[PRESENCE] = g_signal_new ("presence", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rea_service_init (ReaService *self)
{
  g_mutex_init (&self->snapshot_lock);
  for (guint i = 0; i < G_N_ELEMENTS (self->lanes); i++)
    self->lanes[i].worker = rea_worker_new ();
}
