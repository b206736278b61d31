/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moves are only ever added, with rising numbers, and all that changes of an earlier
 * one is whether it is undone, which is the doing of a later one. So a change of the
 * campaign costs the new moves only, however many are loaded.
 */
#include "rea-move-list.h"

#include <gio/gio.h>

#define PAGE 50

typedef enum
{
  READ_NEWER, /* and what that undid */
  READ_EARLIER,
  READ_AGAIN, /* as many as there are */
} What;

struct _ReaMoveList
{
  GObject parent_instance;

  ReaService *service;
  gint64      campaign;
  ReaMoveShow show;
  char       *search;

  GPtrArray    *items;
  gint64        seen; /* the newest move of the campaign, listed or not */
  gint64        down_to;
  gboolean      loaded;
  gboolean      complete;
  char         *error;
  GCancellable *reading;
  gboolean      again;
  gboolean      more;
};

enum
{
  PROP_LOADED = 1,
  PROP_COMPLETE,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ReaMoveList,
                               rea_move_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Reading, on the thread. */

typedef struct
{
  What          what;
  gint64        campaign;
  char         *search;
  gint64        seen;
  ReaMoveFilter filter;
} Question;

typedef struct
{
  What       what;
  gint64     seen;
  gboolean   to_the_end; /* unless there are as many as were asked for */
  guint      limit;
  GPtrArray *moves;
  GPtrArray *touched; /* undone, or standing again */
} Reading;

/* Those that somebody took over are gone from their array. */
static void
move_free (gpointer move)
{
  if (move != NULL)
    rea_move_free (move);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->search);
  g_free (question);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->moves, g_ptr_array_unref);
  g_ptr_array_unref (reading->touched);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* An undo changes what it takes back, what that took back, and so on. */
static gboolean
add_touched (ReaSession *session, gint64 campaign, gint64 move, GPtrArray *touched, GError **error)
{
  while (move != 0)
    {
      ReaMove *found = rea_session_get_move (session, campaign, move, error);

      if (found == NULL)
        return FALSE;

      g_ptr_array_add (touched, found);
      move = found->undoes;
    }

  return TRUE;
}

static gboolean
read_touched (ReaSession     *session,
              const Question *question,
              GPtrArray      *touched,
              GCancellable   *cancellable,
              GError        **error)
{
  ReaMoveFilter filter = { .show = REA_MOVES_UNDOS, .after = question->seen, .limit = G_MAXINT };
  g_autoptr (GPtrArray) undos =
      rea_session_find_moves (session, question->campaign, &filter, cancellable, error);

  if (undos == NULL)
    return FALSE;

  for (guint i = 0; i < undos->len; i++)
    if (!add_touched (session, question->campaign,
                      ((const ReaMove *) g_ptr_array_index (undos, i))->undoes, touched, error))
      return FALSE;

  return TRUE;
}

static gpointer
read_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  ReaMoveFilter   last = { .limit = 1 };
  g_autoptr (Reading) reading = g_new0 (Reading, 1);
  g_autoptr (GPtrArray) newest = NULL;

  reading->what = question->what;
  reading->to_the_end = question->filter.after == 0;
  reading->limit = question->filter.limit;
  reading->touched = g_ptr_array_new_with_free_func (move_free);

  /* Asked for first: what comes meanwhile is read twice rather than not at all. */
  newest = rea_session_find_moves (session, question->campaign, &last, cancellable, error);
  if (newest == NULL)
    return NULL;

  if (newest->len > 0)
    reading->seen = ((const ReaMove *) g_ptr_array_index (newest, 0))->id;

  reading->moves =
      rea_session_find_moves (session, question->campaign, &question->filter, cancellable, error);
  if (reading->moves == NULL)
    return NULL;

  if (question->what == READ_NEWER &&
      !read_touched (session, question, reading->touched, cancellable, error))
    return NULL;

  return g_steal_pointer (&reading);
}

/* On the main thread. */

static void start_reading (ReaMoveList *self, What what);

static const ReaMove *
get_move (ReaMoveList *self, guint position)
{
  return rea_move_item_get_move (g_ptr_array_index (self->items, position));
}

static void
set_flag (ReaMoveList *self, gboolean *flag, gboolean value, guint prop)
{
  if (*flag == value)
    return;

  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
set_error (ReaMoveList *self, const char *error)
{
  if (g_strcmp0 (self->error, error) == 0)
    return;

  g_free (self->error);
  self->error = g_strdup (error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

/* Puts the moves among the items, both newest first, each where it belongs; those
 * that are there already are brought up to date.
 */
static void
merge (ReaMoveList *self, GPtrArray *moves)
{
  guint position = 0;

  g_ptr_array_set_free_func (moves, move_free);

  for (guint i = 0; i < moves->len;)
    {
      const ReaMove *move = g_ptr_array_index (moves, i);
      guint          n = 0;

      while (position < self->items->len && get_move (self, position)->id > move->id)
        position++;

      if (position < self->items->len && get_move (self, position)->id == move->id)
        {
          rea_move_item_take (g_ptr_array_index (self->items, position),
                              g_steal_pointer (&g_ptr_array_index (moves, i)));
          i++;
          continue;
        }

      for (; i < moves->len; i++, n++)
        {
          move = g_ptr_array_index (moves, i);
          if (position + n < self->items->len && get_move (self, position + n)->id >= move->id)
            break;
          g_ptr_array_insert (self->items, (gint) (position + n),
                              rea_move_item_new (g_steal_pointer (&g_ptr_array_index (moves, i))));
        }

      g_list_model_items_changed (G_LIST_MODEL (self), position, 0, n);
      position += n;
    }
}

/* Takes out what the filter does not let through any more. */
static void
remove_others (ReaMoveList *self, GPtrArray *moves)
{
  guint kept = moves->len;

  for (guint position = self->items->len; position > 0; position--)
    {
      gint64 id = get_move (self, position - 1)->id;

      while (kept > 0 && ((const ReaMove *) g_ptr_array_index (moves, kept - 1))->id < id)
        kept--;

      if (kept > 0 && ((const ReaMove *) g_ptr_array_index (moves, kept - 1))->id == id)
        continue;

      g_ptr_array_remove_index (self->items, position - 1);
      g_list_model_items_changed (G_LIST_MODEL (self), position - 1, 1, 0);
    }
}

static void
take_touched (ReaMoveList *self, GPtrArray *touched)
{
  for (guint i = 0; i < touched->len; i++)
    {
      guint position;

      if (rea_move_list_find (self, ((const ReaMove *) g_ptr_array_index (touched, i))->id,
                              &position))
        rea_move_item_take (g_ptr_array_index (self->items, position),
                            g_steal_pointer (&g_ptr_array_index (touched, i)));
    }
}

static void
take_reading (ReaMoveList *self, Reading *reading)
{
  gboolean is_full = reading->moves->len == reading->limit;

  if (reading->what == READ_NEWER && self->show == REA_MOVES_UNDONE && reading->touched->len > 0)
    {
      start_reading (self, READ_AGAIN);
      return;
    }

  self->seen = reading->seen;
  if (reading->to_the_end)
    set_flag (self, &self->complete, !is_full, PROP_COMPLETE);
  if (reading->what == READ_AGAIN)
    remove_others (self, reading->moves);
  merge (self, reading->moves);
  take_touched (self, reading->touched);
  set_flag (self, &self->loaded, TRUE, PROP_LOADED);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaMoveList) self = user_data;
  g_autoptr (GError) error = NULL;
  Reading *reading = rea_service_call_finish (REA_SERVICE (source), result, &error);

  /* Another filter does not wait for this one. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->reading);
  set_error (self, error != NULL ? error->message : NULL);

  if (reading != NULL)
    {
      take_reading (self, reading);
      reading_free (reading);
    }

  if (self->reading == NULL && self->again)
    start_reading (self, READ_NEWER);
  else if (self->reading == NULL && self->more && error == NULL)
    start_reading (self, READ_EARLIER);
}

static void
start_reading (ReaMoveList *self, What what)
{
  Question      *question = g_new0 (Question, 1);
  ReaMoveFilter *filter = &question->filter;

  if (what == READ_NEWER && !self->loaded)
    what = READ_AGAIN;

  question->campaign = self->campaign;
  question->search = g_strdup (self->search);
  question->what = what;
  question->seen = self->seen;
  filter->show = self->show;
  filter->search = question->search;

  if (what == READ_EARLIER)
    {
      filter->before = self->items->len > 0 ? get_move (self, self->items->len - 1)->id : 0;
      filter->limit = PAGE;
      if (self->down_to != 0 && self->down_to < filter->before)
        {
          filter->after = self->down_to - 1;
          filter->limit = G_MAXINT;
        }
      self->more = FALSE;
      self->down_to = 0;
    }
  else
    {
      filter->after = what == READ_NEWER ? self->seen : 0;
      filter->limit = what == READ_NEWER ? G_MAXINT : MAX (PAGE, self->items->len);
      self->again = FALSE;
    }

  self->reading = g_cancellable_new ();
  rea_service_call_async (self->service, REA_LANE_READ, read_call, question, question_free,
                          reading_free, self->reading, read_cb, g_object_ref (self));
}

static void
refresh (ReaMoveList *self)
{
  if (self->reading != NULL)
    self->again = TRUE;
  else
    start_reading (self, READ_NEWER);
}

static void
changed_cb (ReaMoveList *self, gint64 campaign)
{
  if (campaign == self->campaign)
    refresh (self);
}

static void
trouble_cb (ReaMoveList *self)
{
  if (self->error != NULL && rea_service_get_trouble (self->service) == NULL)
    refresh (self);
}

static void
stop_reading (ReaMoveList *self)
{
  if (self->reading == NULL)
    return;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

/**
 * rea_move_list_set_filter:
 * @self: the list
 * @show: which sort of moves
 * @search: (nullable): words
 *
 * Lists other moves.
 */
void
rea_move_list_set_filter (ReaMoveList *self, ReaMoveShow show, const char *search)
{
  guint n = self->items->len;

  g_return_if_fail (REA_IS_MOVE_LIST (self));

  if (self->show == show && g_strcmp0 (self->search, search) == 0)
    return;

  stop_reading (self);
  self->show = show;
  g_free (self->search);
  self->search = g_strdup (search);
  self->more = FALSE;

  g_ptr_array_set_size (self->items, 0);
  set_flag (self, &self->loaded, FALSE, PROP_LOADED);
  set_flag (self, &self->complete, FALSE, PROP_COMPLETE);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
  start_reading (self, READ_AGAIN);
}

/**
 * rea_move_list_load_more:
 * @self: the list
 *
 * Reads the next page of earlier moves, unless there are none.
 */
void
rea_move_list_load_more (ReaMoveList *self)
{
  g_return_if_fail (REA_IS_MOVE_LIST (self));

  if (self->complete || !self->loaded)
    return;

  if (self->reading != NULL)
    self->more = TRUE;
  else
    start_reading (self, READ_EARLIER);
}

/**
 * rea_move_list_load_down_to:
 * @self: the list
 * @move: a move
 *
 * Reads all earlier moves down to that one, however many.
 */
void
rea_move_list_load_down_to (ReaMoveList *self, gint64 move)
{
  g_return_if_fail (REA_IS_MOVE_LIST (self));

  self->down_to = move;
  self->more = TRUE;
  rea_move_list_load_more (self);
}

/**
 * rea_move_list_find:
 * @self: the list
 * @move: a move
 * @position: (out): where it stands
 *
 * Returns: whether it is loaded
 */
gboolean
rea_move_list_find (ReaMoveList *self, gint64 move, guint *position)
{
  guint from = 0;
  guint to = self->items->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (get_move (self, middle)->id > move)
        from = middle + 1;
      else
        to = middle;
    }

  *position = from;

  return from < self->items->len && get_move (self, from)->id == move;
}

/**
 * rea_move_list_get_loaded:
 * @self: the list
 *
 * Returns: whether what the filter lets through is known
 */
gboolean
rea_move_list_get_loaded (ReaMoveList *self)
{
  return self->loaded;
}

/**
 * rea_move_list_get_error:
 * @self: the list
 *
 * Returns: (transfer none) (nullable): why it could not be read, a sentence
 */
const char *
rea_move_list_get_error (ReaMoveList *self)
{
  return self->error;
}

/**
 * rea_move_list_new:
 * @service: a service
 * @campaign: the number of a campaign
 *
 * Returns: (transfer full): its history, which is being read
 */
ReaMoveList *
rea_move_list_new (ReaService *service, gint64 campaign)
{
  ReaMoveList *self = g_object_new (REA_TYPE_MOVE_LIST, NULL);

  self->service = g_object_ref (service);
  self->campaign = campaign;
  g_signal_connect_object (service, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "notify::trouble", G_CALLBACK (trouble_cb), self,
                           G_CONNECT_SWAPPED);
  start_reading (self, READ_AGAIN);

  return self;
}

static GType
get_item_type (GListModel *model)
{
  return REA_TYPE_MOVE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return REA_MOVE_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  ReaMoveList *self = REA_MOVE_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position))
                                     : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
rea_move_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaMoveList *self = REA_MOVE_LIST (object);

  switch (id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, self->loaded);
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, self->complete);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_move_list_finalize (GObject *object)
{
  ReaMoveList *self = REA_MOVE_LIST (object);

  g_clear_object (&self->service);
  g_clear_object (&self->reading);
  g_free (self->search);
  g_free (self->error);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (rea_move_list_parent_class)->finalize (object);
}

static void
rea_move_list_class_init (ReaMoveListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rea_move_list_get_property;
  object_class->finalize = rea_move_list_finalize;

  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rea_move_list_init (ReaMoveList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}
