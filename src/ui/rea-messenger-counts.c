/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-messenger-counts.h"

#include "rea-reader.h"

struct _ReaMessengerCounts
{
  GObject parent_instance;

  ReaReader *reader;
  ReaCounts  counts;
  gboolean   is_read;
};

enum
{
  PROP_LOADED = 1,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaMessengerCounts, rea_messenger_counts, G_TYPE_OBJECT)

/* Holders and statuses only, so that it is the counters that answer. */
static gpointer
read_all_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const gint64 *campaign = data;
  g_autoptr (ReaFilter) filter = rea_filter_new ();

  return rea_session_tally (session, *campaign, filter, cancellable, error);
}

static gpointer
read_own_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const gint64 *campaign = data;
  const char   *emails[] = { rea_session_get_user (session)->email, NULL };
  g_autoptr (ReaFilter) filter = rea_filter_new ();

  rea_filter_set_senders (filter, emails);

  return rea_session_tally (session, *campaign, filter, cancellable, error);
}

static void
apply_reading (gpointer owner, gpointer data)
{
  ReaMessengerCounts *self = owner;

  self->counts = rea_tally_sum (data);
  self->is_read = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * rea_messenger_counts_new:
 * @service: the service
 * @campaign: the number of a campaign
 * @everyone: whether all of its conversations count, not only the acting user's
 *
 * Returns: (transfer full): counts that follow every change
 */
ReaMessengerCounts *
rea_messenger_counts_new (ReaService *service, gint64 campaign, gboolean everyone)
{
  ReaMessengerCounts *self = g_object_new (REA_TYPE_MESSENGER_COUNTS, NULL);

  self->reader = rea_reader_new (service, campaign, everyone ? read_all_call : read_own_call,
                                 (GDestroyNotify) rea_tally_free, apply_reading, self);

  return self;
}

/**
 * rea_messenger_counts_get:
 * @self: the counts
 *
 * Returns: (transfer none) (nullable): by status; %NULL until they are read
 */
const ReaCounts *
rea_messenger_counts_get (ReaMessengerCounts *self)
{
  g_return_val_if_fail (REA_IS_MESSENGER_COUNTS (self), NULL);

  return self->is_read ? &self->counts : NULL;
}

static void
rea_messenger_counts_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaMessengerCounts *self = REA_MESSENGER_COUNTS (object);

  switch (id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, rea_reader_get_loaded (self->reader));
      break;
    case PROP_ERROR:
      g_value_set_string (value, rea_reader_get_error (self->reader));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_messenger_counts_dispose (GObject *object)
{
  ReaMessengerCounts *self = REA_MESSENGER_COUNTS (object);

  g_clear_pointer (&self->reader, rea_reader_leave);

  G_OBJECT_CLASS (rea_messenger_counts_parent_class)->dispose (object);
}

static void
rea_messenger_counts_class_init (ReaMessengerCountsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rea_messenger_counts_get_property;
  object_class->dispose = rea_messenger_counts_dispose;

  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
rea_messenger_counts_init (ReaMessengerCounts *self)
{
}
