/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Promises of the ticks:
 *  1. A tick belongs to a conversation. Nothing but the user sets or takes it.
 *  2. What is ticked one by one is known by name, also where the list does not show it.
 *  3. More than can be named are ticked as everything that is listed: that is the
 *     filter, costs nothing, and ends as another filter is set. Single ones cannot be
 *     left out of it, and whoever tries is told why.
 */
#include "rea-conversation-selection-private.h"

#include "rea-conversation-names.h"

enum
{
  PROP_0,
  PROP_N_SELECTED,
  PROP_N_HIDDEN,
  PROP_EVERYTHING,
  PROP_BUSY,
  PROP_NOTICE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ReaConversationSelection,
                               rea_conversation_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_init))

static void
refreshed_cb (ReaConversationSelection *self)
{
  rea_conversation_selection_check_everything (self);
  rea_conversation_selection_count (self);
  if (self->everything != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

static void
loading_cb (ReaConversationSelection *self)
{
  guint n = rea_conversation_selection_get_n_rows (self);

  rea_conversation_selection_check_everything (self);
  if (rea_conversation_selection_is_loading (self))
    return;

  /* The rows have become other conversations. */
  if (n > 0 && g_hash_table_size (self->named) > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n);
  if (self->wants_all)
    gtk_selection_model_select_all (GTK_SELECTION_MODEL (self));
}

/* A row that was a placeholder is a conversation now, which may be ticked. */
static void
id_cb (ReaConversationSelection *self, GParamSpec *pspec, ReaConversationItem *item)
{
  guint position = rea_conversation_item_get_position (item);

  if (rea_conversation_selection_has (self, rea_conversation_item_get_id (item)) &&
      position < rea_conversation_selection_get_n_rows (self))
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, 1);
}

static GType
rea_conversation_selection_get_item_type (GListModel *model)
{
  return REA_TYPE_CONVERSATION_ITEM;
}

static guint
rea_conversation_selection_get_n_items (GListModel *model)
{
  return rea_conversation_selection_get_n_rows (REA_CONVERSATION_SELECTION (model));
}

static gpointer
rea_conversation_selection_get_item (GListModel *model, guint position)
{
  ReaConversationSelection *self = REA_CONVERSATION_SELECTION (model);
  ReaConversationItem      *item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (item != NULL && rea_conversation_item_get_id (item) == 0 &&
      g_object_get_data (G_OBJECT (item), "rea-selection") != self)
    {
      g_object_set_data (G_OBJECT (item), "rea-selection", self);
      g_signal_connect_object (item, "notify::id", G_CALLBACK (id_cb), self, G_CONNECT_SWAPPED);
    }

  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = rea_conversation_selection_get_item_type;
  iface->get_n_items = rea_conversation_selection_get_n_items;
  iface->get_item = rea_conversation_selection_get_item;
}

static gboolean
rea_conversation_selection_is_selected (GtkSelectionModel *model, guint position)
{
  ReaConversationSelection *self = REA_CONVERSATION_SELECTION (model);

  return rea_conversation_selection_has (self, rea_conversation_list_get_id (self->list, position));
}

static GtkBitset *
rea_conversation_selection_get_in_range (GtkSelectionModel *model, guint position, guint n)
{
  ReaConversationSelection *self = REA_CONVERSATION_SELECTION (model);
  g_autoptr (GtkBitset) set = gtk_bitset_new_empty ();
  guint end = MIN ((guint64) position + n, rea_conversation_selection_get_n_rows (self));

  if (self->everything != NULL)
    return gtk_bitset_new_range (position, end > position ? end - position : 0);

  if (g_hash_table_size (self->named) == 0)
    return g_steal_pointer (&set);

  /* Of rows that nobody looks at it is not known which conversations they are. */
  for (guint i = position; i < end; i++)
    if (rea_conversation_selection_has (self, rea_conversation_list_get_id (self->list, i)))
      gtk_bitset_add (set, i);

  return g_steal_pointer (&set);
}

static gboolean
rea_conversation_selection_select_item (GtkSelectionModel *model,
                                        guint              position,
                                        gboolean           unselect_rest)
{
  ReaConversationSelection *self = REA_CONVERSATION_SELECTION (model);

  /* The focus is on its way to a row, from which another range may be drawn. */
  if (unselect_rest)
    g_hash_table_remove_all (self->range);
  else if (self->everything == NULL && position < rea_conversation_selection_get_n_rows (self))
    rea_conversation_selection_order (self, REA_TICK, position, 1);

  return TRUE;
}

static gboolean
rea_conversation_selection_unselect_item (GtkSelectionModel *model, guint position)
{
  return gtk_selection_model_unselect_range (model, position, 1);
}

static gboolean
rea_conversation_selection_select_range (GtkSelectionModel *model,
                                         guint              position,
                                         guint              n,
                                         gboolean           unselect_rest)
{
  ReaConversationSelection *self = REA_CONVERSATION_SELECTION (model);
  guint                     n_rows = rea_conversation_selection_get_n_rows (self);

  if (self->everything != NULL || position >= n_rows)
    return TRUE;

  n = MIN (n, n_rows - position);
  if (n > self->max_named)
    rea_conversation_selection_refuse_so_many (self);
  else
    rea_conversation_selection_order (self, unselect_rest ? REA_TICK_RANGE : REA_TICK, position, n);

  return TRUE;
}

static gboolean
rea_conversation_selection_unselect_range (GtkSelectionModel *model, guint position, guint n)
{
  ReaConversationSelection *self = REA_CONVERSATION_SELECTION (model);
  guint                     n_rows = rea_conversation_selection_get_n_rows (self);

  if (self->everything != NULL)
    rea_conversation_selection_refuse_to_leave_out (self);
  else if (position < n_rows && MIN (n, n_rows - position) > self->max_named)
    rea_conversation_selection_refuse_so_many (self);
  else if (position < n_rows)
    rea_conversation_selection_order (self, REA_UNTICK, position, MIN (n, n_rows - position));

  return TRUE;
}

static gboolean
rea_conversation_selection_select_all (GtkSelectionModel *model)
{
  ReaConversationSelection *self = REA_CONVERSATION_SELECTION (model);
  guint                     n = rea_conversation_selection_get_n_rows (self);

  /* What is still on screen then is not what was asked for last. */
  if (rea_conversation_selection_is_loading (self))
    {
      rea_conversation_selection_begin (self);
      self->wants_all = TRUE;
      return TRUE;
    }

  if (n > 0 && n <= self->max_named && self->everything == NULL)
    rea_conversation_selection_order (self, REA_TICK, 0, n);
  else if (n > self->max_named)
    {
      rea_conversation_selection_begin (self);
      rea_conversation_selection_take_everything (self);
    }
  else
    rea_conversation_selection_begin (self);

  return TRUE;
}

static gboolean
rea_conversation_selection_unselect_all (GtkSelectionModel *model)
{
  ReaConversationSelection *self = REA_CONVERSATION_SELECTION (model);

  rea_conversation_selection_clear (self);

  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = rea_conversation_selection_is_selected;
  iface->get_selection_in_range = rea_conversation_selection_get_in_range;
  iface->select_item = rea_conversation_selection_select_item;
  iface->unselect_item = rea_conversation_selection_unselect_item;
  iface->select_range = rea_conversation_selection_select_range;
  iface->unselect_range = rea_conversation_selection_unselect_range;
  iface->select_all = rea_conversation_selection_select_all;
  iface->unselect_all = rea_conversation_selection_unselect_all;
}

/**
 * rea_conversation_selection_get_n_selected:
 * @self: ticks
 *
 * Returns: how many conversations are ticked, listed or not
 */
guint
rea_conversation_selection_get_n_selected (ReaConversationSelection *self)
{
  g_return_val_if_fail (REA_IS_CONVERSATION_SELECTION (self), 0);

  return self->everything != NULL ? rea_conversation_selection_get_n_rows (self)
                                  : g_hash_table_size (self->named);
}

/**
 * rea_conversation_selection_has:
 * @self: ticks
 * @id: the number of a conversation of the list, or 0 where it is not known
 *
 * Returns: whether it is ticked
 */
gboolean
rea_conversation_selection_has (ReaConversationSelection *self, gint64 id)
{
  g_return_val_if_fail (REA_IS_CONVERSATION_SELECTION (self), FALSE);

  return self->everything != NULL || g_hash_table_contains (self->named, &id);
}

/**
 * rea_conversation_selection_dup_filter:
 * @self: ticks
 *
 * Returns: (transfer full) (nullable): what is ticked, as what a request takes;
 *   %NULL for nothing
 */
ReaFilter *
rea_conversation_selection_dup_filter (ReaConversationSelection *self)
{
  ReaFilter     *filter;
  GArray        *ids;
  GHashTableIter iter;
  gpointer       id;

  g_return_val_if_fail (REA_IS_CONVERSATION_SELECTION (self), NULL);

  if (self->everything != NULL)
    return rea_filter_copy (self->everything);

  if (g_hash_table_size (self->named) == 0)
    return NULL;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_iter_init (&iter, self->named);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);

  filter = rea_filter_new ();
  rea_filter_take_conversations (filter, ids);

  return filter;
}

static void
rea_conversation_selection_get_property (GObject    *object,
                                         guint       id,
                                         GValue     *value,
                                         GParamSpec *pspec)
{
  ReaConversationSelection *self = REA_CONVERSATION_SELECTION (object);

  switch (id)
    {
    case PROP_N_SELECTED:
      g_value_set_uint (value, rea_conversation_selection_get_n_selected (self));
      break;
    case PROP_N_HIDDEN:
      g_value_set_uint (value, self->n_hidden);
      break;
    case PROP_EVERYTHING:
      g_value_set_boolean (value, self->everything != NULL);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->naming != NULL);
      break;
    case PROP_NOTICE:
      g_value_set_string (value, self->notice);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_conversation_selection_dispose (GObject *object)
{
  ReaConversationSelection *self = REA_CONVERSATION_SELECTION (object);

  g_cancellable_cancel (self->naming);
  g_clear_object (&self->naming);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);

  G_OBJECT_CLASS (rea_conversation_selection_parent_class)->dispose (object);
}

static void
rea_conversation_selection_finalize (GObject *object)
{
  ReaConversationSelection *self = REA_CONVERSATION_SELECTION (object);

  g_clear_object (&self->list);
  g_hash_table_unref (self->named);
  g_hash_table_unref (self->range);
  g_clear_pointer (&self->everything, rea_filter_free);
  g_free (self->notice);

  G_OBJECT_CLASS (rea_conversation_selection_parent_class)->finalize (object);
}

static void
rea_conversation_selection_class_init (ReaConversationSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rea_conversation_selection_get_property;
  object_class->dispose = rea_conversation_selection_dispose;
  object_class->finalize = rea_conversation_selection_finalize;

  properties[PROP_N_SELECTED] =
      g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_HIDDEN] = g_param_spec_uint ("n-hidden", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_EVERYTHING] = g_param_spec_boolean ("everything", NULL, NULL, FALSE, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_NOTICE] = g_param_spec_string ("notice", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rea_conversation_selection_init (ReaConversationSelection *self)
{
  self->max_named = REA_SELECTION_MAX_NAMED;
  self->named = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->range = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * rea_conversation_selection_new:
 * @list: a list of conversations
 *
 * Returns: (transfer full): the list with no tick
 */
ReaConversationSelection *
rea_conversation_selection_new (ReaConversationList *list)
{
  ReaConversationSelection *self;

  g_return_val_if_fail (REA_IS_CONVERSATION_LIST (list), NULL);

  self = g_object_new (REA_TYPE_CONVERSATION_SELECTION, NULL);
  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}
