/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-reader.h"

/* What takes long and is asked for again and again leaves the lane to others for three
 * times as long as it took.
 */
#define LONG_MILLISECONDS     100
#define REST_FACTOR           3
#define MAX_REST_MILLISECONDS 5000

struct _ReaReader
{
  GObject parent_instance;

  ReaService    *service;
  gint64         campaign;
  ReaCall        call;
  GDestroyNotify reading_free;
  ReaReaderApply apply;

  /* Not a reference: the owner owns the reader, and leaves it when it goes. */
  GObject *owner;

  gboolean reading;
  gboolean again;
  gint64   began;
  guint    rest_timer;
  gboolean loaded;
  gboolean failed;
  char    *error;
};

G_DEFINE_FINAL_TYPE (ReaReader, rea_reader, G_TYPE_OBJECT)

static void
set_error (ReaReader *self, const char *error)
{
  if (g_strcmp0 (self->error, error) == 0)
    return;

  g_free (self->error);
  self->error = g_strdup (error);
  g_object_notify (self->owner, "error");
}

static gboolean
rested_cb (gpointer user_data)
{
  ReaReader *self = user_data;

  self->rest_timer = 0;
  if (self->again)
    rea_reader_refresh (self);

  return G_SOURCE_REMOVE;
}

/* Reads again what was asked for meanwhile: at once, or after a rest. */
static void
rest (ReaReader *self)
{
  gint64 took = (g_get_monotonic_time () - self->began) / 1000;

  if (took > LONG_MILLISECONDS)
    self->rest_timer =
        g_timeout_add (MIN (took * REST_FACTOR, MAX_REST_MILLISECONDS), rested_cb, self);
  else if (self->again)
    rea_reader_refresh (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaReader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) owner = NULL;
  gpointer reading = rea_service_call_finish (REA_SERVICE (source), result, &error);

  self->reading = FALSE;
  if (self->owner != NULL)
    {
      owner = g_object_ref (self->owner);
      self->failed = error != NULL;
      /* What was read stays while the database is in trouble, which is told elsewhere. */
      if (error == NULL || !self->loaded || !rea_service_is_trouble (error))
        set_error (self, error != NULL ? error->message : NULL);
      if (reading != NULL)
        self->apply (owner, reading);
      if (reading != NULL && !self->loaded)
        {
          self->loaded = TRUE;
          g_object_notify (owner, "loaded");
        }
    }

  if (reading != NULL)
    self->reading_free (reading);

  rest (self);
}

/**
 * rea_reader_refresh:
 * @self: a reader
 *
 * Reads again, or once more after the reading that is under way. One that took long
 * is not begun again at once.
 */
void
rea_reader_refresh (ReaReader *self)
{
  g_return_if_fail (REA_IS_READER (self));

  self->again = self->reading || self->rest_timer != 0;
  if (self->again || self->owner == NULL)
    return;

  self->reading = TRUE;
  self->began = g_get_monotonic_time ();
  rea_service_call_async (self->service, REA_LANE_READ, self->call,
                          g_memdup2 (&self->campaign, sizeof self->campaign), g_free,
                          self->reading_free, NULL, read_cb, g_object_ref (self));
}

static void
changed_cb (ReaReader *self, gint64 campaign)
{
  if (campaign == self->campaign)
    rea_reader_refresh (self);
}

static void
trouble_cb (ReaReader *self)
{
  if (self->failed && rea_service_get_trouble (self->service) == NULL)
    rea_reader_refresh (self);
}

static void
rea_reader_finalize (GObject *object)
{
  ReaReader *self = REA_READER (object);

  g_clear_handle_id (&self->rest_timer, g_source_remove);
  g_clear_object (&self->service);
  g_free (self->error);

  G_OBJECT_CLASS (rea_reader_parent_class)->finalize (object);
}

static void
rea_reader_class_init (ReaReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rea_reader_finalize;
}

static void
rea_reader_init (ReaReader *self)
{
}

/**
 * rea_reader_new:
 * @service: a service
 * @campaign: the number of a campaign
 * @call: (scope forever): reads; is given a pointer to the number
 * @reading_free: frees what @call returned
 * @apply: (scope forever): takes it over
 * @owner: (transfer none): whom @apply is given; calls rea_reader_leave()
 *   before it goes
 *
 * Begins to read.
 *
 * Returns: (transfer full): a reader
 */
ReaReader *
rea_reader_new (ReaService    *service,
                gint64         campaign,
                ReaCall        call,
                GDestroyNotify reading_free,
                ReaReaderApply apply,
                gpointer       owner)
{
  ReaReader *self;

  g_return_val_if_fail (REA_IS_SERVICE (service), NULL);
  g_return_val_if_fail (G_IS_OBJECT (owner), NULL);

  self = g_object_new (REA_TYPE_READER, NULL);
  self->service = g_object_ref (service);
  self->campaign = campaign;
  self->call = call;
  self->reading_free = reading_free;
  self->apply = apply;
  self->owner = owner;

  g_signal_connect_object (service, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "presence", G_CALLBACK (rea_reader_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "notify::trouble", G_CALLBACK (trouble_cb), self,
                           G_CONNECT_SWAPPED);

  rea_reader_refresh (self);
  return self;
}

/**
 * rea_reader_leave:
 * @self: (transfer full): a reader
 *
 * Forgets the owner, whatever is still being read, and drops the reader.
 */
void
rea_reader_leave (ReaReader *self)
{
  g_return_if_fail (REA_IS_READER (self));

  self->owner = NULL;
  g_object_unref (self);
}

/**
 * rea_reader_get_campaign:
 * @self: a reader
 *
 * Returns: the number of the campaign
 */
gint64
rea_reader_get_campaign (ReaReader *self)
{
  return self->campaign;
}

/**
 * rea_reader_get_loaded:
 * @self: a reader
 *
 * Returns: whether a reading has come
 */
gboolean
rea_reader_get_loaded (ReaReader *self)
{
  return self->loaded;
}

/**
 * rea_reader_get_error:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): why the last reading failed, a sentence
 */
const char *
rea_reader_get_error (ReaReader *self)
{
  return self->error;
}
