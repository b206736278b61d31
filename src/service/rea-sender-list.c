/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sender-list.h"

#include "rea-reader.h"

enum
{
  PROP_0,
  PROP_N_ONLINE,
  PROP_N_SENDERS,
  PROP_LOADED,
  PROP_ERROR,
  N_PROPS
};

enum
{
  REFRESHED,
  N_SIGNALS
};

struct _ReaSenderList
{
  GObject parent_instance;

  ReaReader *reader;

  /* In name order, the row of unassigned first; empty until the first reading. */
  GPtrArray  *items;
  GHashTable *items_by_id;

  gint64 n_online;
  gint64 n_senders;
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ReaSenderList,
                               rea_sender_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
rea_sender_list_get_item_type (GListModel *model)
{
  return REA_TYPE_SENDER_ITEM;
}

static guint
rea_sender_list_get_n_items (GListModel *model)
{
  return REA_SENDER_LIST (model)->items->len;
}

static gpointer
rea_sender_list_get_item (GListModel *model, guint position)
{
  ReaSenderList *self = REA_SENDER_LIST (model);

  if (position >= self->items->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->items, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = rea_sender_list_get_item_type;
  iface->get_n_items = rea_sender_list_get_n_items;
  iface->get_item = rea_sender_list_get_item;
}

/* Reading, on the thread. */

typedef struct
{
  GPtrArray *senders;
  ReaSender *nobody;
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->senders, g_ptr_array_unref);
  g_clear_pointer (&reading->nobody, rea_sender_free);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static gpointer
read_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const gint64 *campaign = data;
  g_autoptr (Reading) reading = g_new0 (Reading, 1);

  reading->senders = rea_session_list_holders (session, *campaign, &reading->nobody, error);

  return reading->senders != NULL ? g_steal_pointer (&reading) : NULL;
}

/* Refreshing, on the main thread. */

static void
remove_item (ReaSenderList *self, guint position)
{
  g_ptr_array_remove_index (self->items, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

static void
insert_item (ReaSenderList *self, guint position, ReaSenderItem *item)
{
  g_ptr_array_insert (self->items, position, g_object_ref (item));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

static void
remove_missing (ReaSenderList *self, GPtrArray *senders)
{
  g_autoptr (GHashTable) present = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < senders->len; i++)
    g_hash_table_add (present, &((ReaSender *) g_ptr_array_index (senders, i))->user->id);

  for (guint i = self->items->len; i-- > 1;)
    {
      gint64 id = rea_sender_item_get_id (g_ptr_array_index (self->items, i));

      if (!g_hash_table_contains (present, &id))
        {
          g_hash_table_remove (self->items_by_id, &id);
          remove_item (self, i);
        }
    }
}

static ReaSenderItem *
add_item (ReaSenderList *self, const ReaSender *sender)
{
  ReaSenderItem *item = rea_sender_item_new (sender);

  g_hash_table_insert (self->items_by_id, g_memdup2 (&sender->user->id, sizeof (gint64)), item);
  return item;
}

/* Puts the sender's row at its place; those before it stand right already. */
static void
place (ReaSenderList *self, guint position, const ReaSender *sender)
{
  ReaSenderItem *item = rea_sender_list_find_id (self, sender->user->id);
  guint          at;

  if (item == NULL)
    {
      insert_item (self, position, add_item (self, sender));
      return;
    }

  if (!g_ptr_array_find (self->items, item, &at))
    insert_item (self, position, item);
  else if (at == position + 1)
    /* Whose row stood here has a name now that comes later. */
    remove_item (self, position);
  else if (at != position)
    {
      remove_item (self, at);
      insert_item (self, position, item);
    }

  rea_sender_item_update (item, sender);
}

static void
fill (ReaSenderList *self, GPtrArray *senders)
{
  g_ptr_array_add (self->items, rea_sender_item_new_unassigned ());
  for (guint i = 0; i < senders->len; i++)
    g_ptr_array_add (self->items, g_object_ref (add_item (self, g_ptr_array_index (senders, i))));

  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, self->items->len);
}

static void
set_number (ReaSenderList *self, gint64 *field, gint64 value, guint prop)
{
  if (*field == value)
    return;

  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
apply_reading (gpointer owner, gpointer data)
{
  ReaSenderList *self = owner;
  const Reading *reading = data;
  gint64         n_online = 0;

  if (self->items->len == 0)
    fill (self, reading->senders);

  rea_sender_item_update_unassigned (g_ptr_array_index (self->items, 0), &reading->nobody->counts,
                                     reading->nobody->waiting_since);
  remove_missing (self, reading->senders);
  for (guint i = 0; i < reading->senders->len; i++)
    {
      const ReaSender *sender = g_ptr_array_index (reading->senders, i);

      place (self, i + 1, sender);
      n_online += sender->online ? 1 : 0;
    }

  set_number (self, &self->n_online, n_online, PROP_N_ONLINE);
  set_number (self, &self->n_senders, reading->senders->len, PROP_N_SENDERS);
  g_signal_emit (self, signals[REFRESHED], 0);
}

/**
 * rea_sender_list_refresh:
 * @self: a list
 *
 * Reads the senders again. Asked for while a reading is under way, it is done
 * once more after it.
 */
void
rea_sender_list_refresh (ReaSenderList *self)
{
  g_return_if_fail (REA_IS_SENDER_LIST (self));

  rea_reader_refresh (self->reader);
}

/**
 * rea_sender_list_find:
 * @self: a list
 * @email: of a sender
 *
 * Returns: (transfer none) (nullable): the sender's row
 */
ReaSenderItem *
rea_sender_list_find (ReaSenderList *self, const char *email)
{
  g_return_val_if_fail (REA_IS_SENDER_LIST (self), NULL);
  g_return_val_if_fail (email != NULL, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      ReaSenderItem *item = g_ptr_array_index (self->items, i);

      if (g_strcmp0 (rea_sender_item_get_email (item), email) == 0)
        return item;
    }

  return NULL;
}

/**
 * rea_sender_list_find_id:
 * @self: a list
 * @id: a sender's user id
 *
 * Returns: (transfer none) (nullable): the sender's row
 */
ReaSenderItem *
rea_sender_list_find_id (ReaSenderList *self, gint64 id)
{
  g_return_val_if_fail (REA_IS_SENDER_LIST (self), NULL);

  return g_hash_table_lookup (self->items_by_id, &id);
}

static void
rea_sender_list_finalize (GObject *object)
{
  ReaSenderList *self = REA_SENDER_LIST (object);

  g_clear_pointer (&self->reader, rea_reader_leave);
  g_clear_pointer (&self->items_by_id, g_hash_table_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (rea_sender_list_parent_class)->finalize (object);
}

static void
rea_sender_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ReaSenderList *self = REA_SENDER_LIST (object);

  switch (prop_id)
    {
    case PROP_N_ONLINE:
      g_value_set_int64 (value, self->n_online);
      break;
    case PROP_N_SENDERS:
      g_value_set_int64 (value, self->n_senders);
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, rea_reader_get_loaded (self->reader));
      break;
    case PROP_ERROR:
      g_value_set_string (value, rea_reader_get_error (self->reader));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rea_sender_list_class_init (ReaSenderListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rea_sender_list_finalize;
  object_class->get_property = rea_sender_list_get_property;

  properties[PROP_N_ONLINE] = g_param_spec_int64 ("n-online", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_N_SENDERS] =
      g_param_spec_int64 ("n-senders", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[REFRESHED] = g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rea_sender_list_init (ReaSenderList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->items_by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

/**
 * rea_sender_list_new:
 * @service: a service
 * @campaign: the number of a campaign
 *
 * Returns: (transfer full): the senders of the campaign; they are there when
 *   loaded is %TRUE
 */
ReaSenderList *
rea_sender_list_new (ReaService *service, gint64 campaign)
{
  ReaSenderList *self;

  g_return_val_if_fail (REA_IS_SERVICE (service), NULL);

  self = g_object_new (REA_TYPE_SENDER_LIST, NULL);
  self->reader = rea_reader_new (service, campaign, read_call, (GDestroyNotify) reading_free,
                                 apply_reading, self);
  return self;
}
