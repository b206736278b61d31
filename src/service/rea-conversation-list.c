/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Promises of the list:
 *  1. It asks for a page when a row of it is looked at, one page at a time, the
 *     one looked at last first; what nobody looks at any more is not asked for.
 *  2. After a change it asks once for all that is looked at, and updates these
 *     items; a conversation keeps its item while it stays in the list.
 *  3. An answer to an earlier filter or order is dropped.
 *  4. What it keeps does not grow with the list, a token every %REA_SIGNPOST_PAGES aside.
 *  5. It takes a quarter of the reading lane's time at most to keep up with changes.
 */
#include "rea-conversation-list-private.h"

#define MAX_PAGES 16

/* To count so long and again at once would leave nobody else time to read. */
#define LONG_MICROSECONDS (50 * 1000)

enum
{
  PROP_0,
  PROP_N_ITEMS,
  PROP_LOADING,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  TURNING,
  REFRESHED,
  FOUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);
static void ask (ReaConversationList *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (ReaConversationList,
                               rea_conversation_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
rea_conversation_list_get_item_type (GListModel *model)
{
  return REA_TYPE_CONVERSATION_ITEM;
}

static guint
rea_conversation_list_get_n_items (GListModel *model)
{
  return REA_CONVERSATION_LIST (model)->n_items;
}

static gpointer
rea_conversation_list_get_item (GListModel *model, guint position)
{
  ReaConversationList *self = REA_CONVERSATION_LIST (model);
  ReaConversationItem *item;

  if (position >= self->n_items)
    return NULL;

  item = rea_live_rows_lookup (self->rows, position);
  if (item != NULL)
    return g_object_ref (item);

  item = rea_conversation_item_new (position);
  rea_live_rows_add (self->rows, item);
  if (!self->is_splicing)
    {
      rea_conversation_list_load_row (self, item);
      ask (self);
    }

  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = rea_conversation_list_get_item_type;
  iface->get_n_items = rea_conversation_list_get_n_items;
  iface->get_item = rea_conversation_list_get_item;
}

/* Questions. */

static void
add_page (ReaConversationList *self, ReaFetch *fetch, guint page)
{
  guint       begins;
  const char *token = rea_page_cache_find_token (self->cache, page, &begins);

  rea_fetch_add_page (fetch, page, token, begins);
}

static ReaFetch *
make_refresh (ReaConversationList *self)
{
  ReaFetch *fetch = rea_fetch_new (self->campaign, self->filter, self->sort);
  g_autoptr (GPtrArray) items = NULL;

  fetch->counts = TRUE;
  fetch->is_steady = rea_fetch_is_steady (self->filter, self->sort);
  if (self->is_replacing)
    {
      rea_fetch_add_page (fetch, 0, NULL, 0);
      return fetch;
    }

  fetch->count = self->n_items;
  fetch->total = self->total;
  items = rea_live_rows_dup_items (self->rows);
  for (guint i = 0, last = G_MAXUINT; i < items->len; i++)
    {
      guint position = rea_conversation_item_get_position (g_ptr_array_index (items, i));

      if (position / REA_PAGE_ROWS != last)
        {
          last = position / REA_PAGE_ROWS;
          add_page (self, fetch, last);
        }
    }

  return fetch;
}

/* Looks for the next place that is not known yet, if there is time. */
static ReaFetch *
make_signpost (ReaConversationList *self)
{
  ReaFetch *fetch;

  if (!rea_fetch_is_steady (self->filter, self->sort) || self->filter->search != NULL)
    return NULL;

  for (; self->signpost < self->n_items / REA_PAGE_ROWS; self->signpost += REA_SIGNPOST_PAGES)
    {
      guint begins;

      rea_page_cache_find_token (self->cache, self->signpost, &begins);
      if (begins == self->signpost)
        continue;

      fetch = rea_fetch_new (self->campaign, self->filter, self->sort);
      fetch->only_tokens = TRUE;
      add_page (self, fetch, self->signpost - 1);
      self->signpost += REA_SIGNPOST_PAGES;
      return fetch;
    }

  return NULL;
}

/* The next page for what is sought, as far as is worth it: no further than pages are kept. */
static ReaFetch *
make_seek (ReaConversationList *self)
{
  ReaFetch *fetch;

  for (; self->sought != 0; self->seek_page++)
    {
      if (self->seek_page >= MAX_PAGES || self->seek_page * REA_PAGE_ROWS >= self->n_items)
        {
          self->sought = 0;
          break;
        }

      if (rea_page_cache_has (self->cache, self->seek_page))
        continue;

      fetch = rea_fetch_new (self->campaign, self->filter, self->sort);
      add_page (self, fetch, self->seek_page++);
      return fetch;
    }

  return NULL;
}

static gboolean
rested_cb (gpointer user_data)
{
  ReaConversationList *self = user_data;

  self->rest_timer = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

/* Where it takes long to count again, others have to come to their answers, too. */
static gboolean
is_resting (ReaConversationList *self)
{
  gint64 rest = self->rests_until - g_get_monotonic_time ();

  if (rest <= 0)
    return FALSE;

  if (self->rest_timer == 0)
    self->rest_timer = g_timeout_add (rest / 1000 + 1, rested_cb, self);
  return TRUE;
}

static ReaFetch *
make_next (ReaConversationList *self)
{
  ReaFetch *fetch;

  if (self->is_replacing || (self->is_outdated && !is_resting (self)))
    {
      fetch = make_refresh (self);
      self->is_outdated = FALSE;
      return fetch;
    }

  while (!g_queue_is_empty (&self->wanted))
    {
      guint page = GPOINTER_TO_UINT (g_queue_pop_head (&self->wanted));

      if (rea_page_cache_has (self->cache, page) || !rea_live_rows_has_page (self->rows, page))
        continue;

      fetch = rea_fetch_new (self->campaign, self->filter, self->sort);
      add_page (self, fetch, page);
      return fetch;
    }

  fetch = make_seek (self);

  return fetch != NULL ? fetch : make_signpost (self);
}

typedef struct
{
  GWeakRef list;
  guint    generation;
} Question;

static void
question_free (Question *question)
{
  g_weak_ref_clear (&question->list);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
look_for_sought (ReaConversationList *self)
{
  gint64 sought = self->sought;
  guint  position;

  if (sought == 0 || !rea_page_cache_find (self->cache, sought, &position))
    return;

  self->sought = 0;
  g_signal_emit (self, signals[FOUND], 0, sought, position);
}

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaFetch) fetch = rea_fetch_finish (REA_SERVICE (source), result, &error);
  g_autoptr (ReaConversationList) self = g_weak_ref_get (&question->list);

  if (self == NULL || question->generation != self->generation)
    return;

  g_clear_object (&self->asking);
  if (fetch != NULL && fetch->counts && fetch->took > LONG_MICROSECONDS)
    self->rests_until = g_get_monotonic_time () + 3 * fetch->took;
  if (fetch != NULL)
    rea_conversation_list_take_answer (self, fetch);
  if (fetch != NULL && fetch->counts)
    g_signal_emit (self, signals[REFRESHED], 0);
  if (fetch == NULL)
    rea_conversation_list_take_failure (self, error);
  else
    look_for_sought (self);

  ask (self);
}

/* Asks the next question, if none is under way. */
static void
ask (ReaConversationList *self)
{
  ReaFetch *fetch = self->asking == NULL ? make_next (self) : NULL;
  Question *question;

  if (fetch == NULL)
    return;

  question = g_new0 (Question, 1);
  g_weak_ref_init (&question->list, self);
  question->generation = self->generation;

  self->asking = g_cancellable_new ();
  rea_fetch_async (fetch, self->service, self->asking, answer_cb, question);
}

static void
start_again (ReaConversationList *self)
{
  gboolean was_loading = self->is_replacing;

  self->generation++;
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_queue_clear (&self->wanted);

  self->is_replacing = TRUE;
  self->is_outdated = FALSE;
  self->sought = 0;
  self->rests_until = 0;
  if (!was_loading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  ask (self);
}

static void
update (ReaConversationList *self)
{
  self->is_outdated = TRUE;
  ask (self);
}

static void
changed_cb (ReaConversationList *self, gint64 campaign)
{
  if (campaign == self->campaign)
    update (self);
}

static void
presence_cb (ReaConversationList *self)
{
  if (rea_fetch_depends_on_time (self->filter))
    update (self);
}

static void
trouble_cb (ReaConversationList *self)
{
  if (self->failed && rea_service_get_trouble (self->service) == NULL)
    update (self);
}

/**
 * rea_conversation_list_set_filter:
 * @self: a list
 * @filter: (nullable): which conversations; %NULL for all
 *
 * Lists other conversations.
 *
 * The old rows stay until the first page of the new ones is there; then all are
 * replaced at once.
 */
void
rea_conversation_list_set_filter (ReaConversationList *self, const ReaFilter *filter)
{
  g_autoptr (ReaFilter) given = NULL;

  g_return_if_fail (REA_IS_CONVERSATION_LIST (self));

  given = filter != NULL ? rea_filter_copy (filter) : rea_filter_new ();
  if (rea_filter_equal (self->filter, given))
    return;

  rea_filter_free (self->filter);
  self->filter = g_steal_pointer (&given);
  start_again (self);
}

/**
 * rea_conversation_list_get_filter:
 * @self: a list
 *
 * Returns: (transfer none): which conversations are listed
 */
const ReaFilter *
rea_conversation_list_get_filter (ReaConversationList *self)
{
  g_return_val_if_fail (REA_IS_CONVERSATION_LIST (self), NULL);

  return self->filter;
}

/**
 * rea_conversation_list_set_sort:
 * @self: a list
 * @sort: an order
 *
 * Lists in another order, as rea_conversation_list_set_filter().
 */
void
rea_conversation_list_set_sort (ReaConversationList *self, ReaSort sort)
{
  g_return_if_fail (REA_IS_CONVERSATION_LIST (self));

  if (self->sort == sort)
    return;

  self->sort = sort;
  start_again (self);
}

/**
 * rea_conversation_list_get_sort:
 * @self: a list
 *
 * Returns: the order
 */
ReaSort
rea_conversation_list_get_sort (ReaConversationList *self)
{
  g_return_val_if_fail (REA_IS_CONVERSATION_LIST (self), REA_SORT_ID);

  return self->sort;
}

/**
 * rea_conversation_list_find:
 * @self: a list
 * @conversation: the number of a conversation
 * @position: (out): where it stands
 *
 * Looks for a conversation in what is read.
 *
 * Returns: whether it is there
 */
gboolean
rea_conversation_list_find (ReaConversationList *self, gint64 conversation, guint *position)
{
  g_return_val_if_fail (REA_IS_CONVERSATION_LIST (self), FALSE);

  return rea_page_cache_find (self->cache, conversation, position);
}

/**
 * rea_conversation_list_seek:
 * @self: a list
 * @conversation: the number of a conversation
 *
 * Looks for a conversation in what is read, and then in the first few thousand rows,
 * page by page while nothing else is asked for. It is found
 * (ReaConversationList::found) or it is not: then nothing more happens. A new filter or
 * order gives it up.
 */
void
rea_conversation_list_seek (ReaConversationList *self, gint64 conversation)
{
  g_return_if_fail (REA_IS_CONVERSATION_LIST (self));

  self->sought = conversation;
  self->seek_page = 0;
  look_for_sought (self);
  ask (self);
}

/**
 * rea_conversation_list_set_draft:
 * @self: a list
 * @conversation: the number of a conversation, listed or not
 * @text: what the acting user has written there by now; nothing where there is none
 *
 * Shows a draft that was just written: it is no change of the campaign, and nothing is
 * read again for it.
 */
void
rea_conversation_list_set_draft (ReaConversationList *self, gint64 conversation, const char *text)
{
  g_autoptr (GPtrArray) items = NULL;

  g_return_if_fail (REA_IS_CONVERSATION_LIST (self));
  g_return_if_fail (text != NULL);

  g_hash_table_replace (self->drafts, g_memdup2 (&conversation, sizeof conversation),
                        g_strdup (text));
  items = rea_live_rows_dup_items (self->rows);
  for (guint i = 0; i < items->len; i++)
    if (rea_conversation_item_get_id (g_ptr_array_index (items, i)) == conversation)
      rea_conversation_item_update_draft (g_ptr_array_index (items, i), text);
}

static void
rea_conversation_list_finalize (GObject *object)
{
  ReaConversationList *self = REA_CONVERSATION_LIST (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_handle_id (&self->rest_timer, g_source_remove);
  g_clear_object (&self->senders);
  g_clear_object (&self->service);
  g_clear_pointer (&self->filter, rea_filter_free);
  g_clear_pointer (&self->rows, rea_live_rows_free);
  g_clear_pointer (&self->cache, rea_page_cache_free);
  g_queue_clear (&self->wanted);
  g_hash_table_unref (self->drafts);
  g_free (self->error);

  G_OBJECT_CLASS (rea_conversation_list_parent_class)->finalize (object);
}

static void
rea_conversation_list_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ReaConversationList *self = REA_CONVERSATION_LIST (object);

  switch (prop_id)
    {
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->n_items);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->is_replacing);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rea_conversation_list_class_init (ReaConversationListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rea_conversation_list_finalize;
  object_class->get_property = rea_conversation_list_get_property;

  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[TURNING] = g_signal_new ("turning", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[REFRESHED] = g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT);
}

static void
rea_conversation_list_init (ReaConversationList *self)
{
  self->filter = rea_filter_new ();
  self->rows = rea_live_rows_new ();
  self->cache = rea_page_cache_new (MAX_PAGES);
  g_queue_init (&self->wanted);
  self->drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

/**
 * rea_conversation_list_new:
 * @service: a service
 * @campaign: the number of a campaign
 *
 * Returns: (transfer full): all conversations of the campaign, by their ids
 */
ReaConversationList *
rea_conversation_list_new (ReaService *service, gint64 campaign)
{
  ReaConversationList *self;

  g_return_val_if_fail (REA_IS_SERVICE (service), NULL);

  self = g_object_new (REA_TYPE_CONVERSATION_LIST, NULL);
  self->service = g_object_ref (service);
  self->campaign = campaign;
  self->senders = rea_sender_list_new (service, campaign);

  g_signal_connect_object (self->senders, "refreshed",
                           G_CALLBACK (rea_conversation_list_load_senders), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "presence", G_CALLBACK (presence_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "notify::trouble", G_CALLBACK (trouble_cb), self,
                           G_CONNECT_SWAPPED);

  start_again (self);
  return self;
}
