/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sender-selection.h"

struct _ReaSenderSelection
{
  GObject parent_instance;

  GListModel    *rows;
  ReaSenderList *senders;

  /* Who is ticked, and who of them by the range that is being drawn. */
  GHashTable *ticked;
  GHashTable *range;

  /* How many of them were removed from the campaign since the user ticked last. */
  guint n_removed;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ReaSenderSelection,
                               rea_sender_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_init))

static void
ticks_changed (ReaSenderSelection *self)
{
  guint n = g_list_model_get_n_items (self->rows);

  if (n > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n);

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
tick (ReaSenderSelection *self, guint position, guint n, gboolean is_range)
{
  guint end = MIN ((guint64) position + n, g_list_model_get_n_items (self->rows));

  for (guint i = position; i < end; i++)
    {
      g_autoptr (ReaSenderItem) item = g_list_model_get_item (self->rows, i);

      if (rea_sender_item_get_id (item) == REA_HOLDER_UNASSIGNED ||
          !g_hash_table_add (self->ticked, g_object_ref (item)))
        continue;

      if (is_range)
        g_hash_table_add (self->range, g_object_ref (item));
    }
}

static void
untick_range (ReaSenderSelection *self)
{
  GHashTableIter iter;
  gpointer       item;

  g_hash_table_iter_init (&iter, self->range);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    g_hash_table_remove (self->ticked, item);
}

static GType
rea_sender_selection_get_item_type (GListModel *model)
{
  return REA_TYPE_SENDER_ITEM;
}

static guint
rea_sender_selection_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (REA_SENDER_SELECTION (model)->rows);
}

static gpointer
rea_sender_selection_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (REA_SENDER_SELECTION (model)->rows, position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = rea_sender_selection_get_item_type;
  iface->get_n_items = rea_sender_selection_get_n_items;
  iface->get_item = rea_sender_selection_get_item;
}

static gboolean
rea_sender_selection_is_selected (GtkSelectionModel *model, guint position)
{
  ReaSenderSelection *self = REA_SENDER_SELECTION (model);
  g_autoptr (ReaSenderItem) item = g_list_model_get_item (self->rows, position);

  return item != NULL && g_hash_table_contains (self->ticked, item);
}

static GtkBitset *
rea_sender_selection_get_in_range (GtkSelectionModel *model, guint position, guint n)
{
  ReaSenderSelection *self = REA_SENDER_SELECTION (model);
  GtkBitset          *set = gtk_bitset_new_empty ();
  guint               end = MIN ((guint64) position + n, g_list_model_get_n_items (self->rows));

  for (guint i = position; i < end; i++)
    if (rea_sender_selection_is_selected (model, i))
      gtk_bitset_add (set, i);

  return set;
}

static gboolean
rea_sender_selection_select_range (GtkSelectionModel *model,
                                   guint              position,
                                   guint              n,
                                   gboolean           unselect_rest)
{
  ReaSenderSelection *self = REA_SENDER_SELECTION (model);

  self->n_removed = 0;
  /* A range that is drawn further, or back, takes the place of itself. */
  if (unselect_rest)
    untick_range (self);

  g_hash_table_remove_all (self->range);
  tick (self, position, n, unselect_rest);
  ticks_changed (self);

  return TRUE;
}

static gboolean
rea_sender_selection_unselect_range (GtkSelectionModel *model, guint position, guint n)
{
  ReaSenderSelection *self = REA_SENDER_SELECTION (model);
  guint               end = MIN ((guint64) position + n, g_list_model_get_n_items (self->rows));

  self->n_removed = 0;
  g_hash_table_remove_all (self->range);

  for (guint i = position; i < end; i++)
    {
      g_autoptr (ReaSenderItem) item = g_list_model_get_item (self->rows, i);

      g_hash_table_remove (self->ticked, item);
    }

  ticks_changed (self);

  return TRUE;
}

static gboolean
rea_sender_selection_select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  /* The focus is on its way to a row, from which another range may be drawn. */
  if (unselect_rest)
    g_hash_table_remove_all (REA_SENDER_SELECTION (model)->range);
  else
    rea_sender_selection_select_range (model, position, 1, FALSE);

  return TRUE;
}

static gboolean
rea_sender_selection_unselect_item (GtkSelectionModel *model, guint position)
{
  return rea_sender_selection_unselect_range (model, position, 1);
}

static gboolean
rea_sender_selection_select_all (GtkSelectionModel *model)
{
  return rea_sender_selection_select_range (model, 0, G_MAXUINT, FALSE);
}

static gboolean
rea_sender_selection_unselect_all (GtkSelectionModel *model)
{
  ReaSenderSelection *self = REA_SENDER_SELECTION (model);

  self->n_removed = 0;
  g_hash_table_remove_all (self->range);
  g_hash_table_remove_all (self->ticked);
  ticks_changed (self);

  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = rea_sender_selection_is_selected;
  iface->get_selection_in_range = rea_sender_selection_get_in_range;
  iface->select_item = rea_sender_selection_select_item;
  iface->unselect_item = rea_sender_selection_unselect_item;
  iface->select_range = rea_sender_selection_select_range;
  iface->unselect_range = rea_sender_selection_unselect_range;
  iface->select_all = rea_sender_selection_select_all;
  iface->unselect_all = rea_sender_selection_unselect_all;
}

static gboolean
was_removed (gpointer item, gpointer value, gpointer user_data)
{
  ReaSenderSelection *self = user_data;

  return rea_sender_list_find_id (self->senders, rea_sender_item_get_id (item)) != item;
}

/* Who was removed from the campaign meanwhile has no tick any more. */
static void
refreshed_cb (ReaSenderSelection *self)
{
  if (g_hash_table_size (self->ticked) == 0)
    return;

  self->n_removed += g_hash_table_foreach_remove (self->ticked, was_removed, self);
  g_hash_table_foreach_remove (self->range, was_removed, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Rows may have come that are ticked, or gone from the table only. */
static void
items_changed_cb (ReaSenderSelection *self, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/**
 * rea_sender_selection_get_n_ticked:
 * @self: ticks
 *
 * Returns: how many senders are ticked, in the table or not
 */
guint
rea_sender_selection_get_n_ticked (ReaSenderSelection *self)
{
  g_return_val_if_fail (REA_IS_SENDER_SELECTION (self), 0);

  return g_hash_table_size (self->ticked);
}

/**
 * rea_sender_selection_get_n_hidden:
 * @self: ticks
 *
 * Returns: how many of those that are ticked the table does not show
 */
guint
rea_sender_selection_get_n_hidden (ReaSenderSelection *self)
{
  g_autoptr (GtkBitset) shown = NULL;

  g_return_val_if_fail (REA_IS_SENDER_SELECTION (self), 0);

  shown = rea_sender_selection_get_in_range (GTK_SELECTION_MODEL (self), 0, G_MAXUINT);

  return g_hash_table_size (self->ticked) - (guint) gtk_bitset_get_size (shown);
}

/**
 * rea_sender_selection_get_n_removed:
 * @self: ticks
 *
 * Returns: how many senders who were ticked are no senders of the campaign any more, since
 *   the user set or took a tick
 */
guint
rea_sender_selection_get_n_removed (ReaSenderSelection *self)
{
  g_return_val_if_fail (REA_IS_SENDER_SELECTION (self), 0);

  return self->n_removed;
}

/**
 * rea_sender_selection_get_counts:
 * @self: ticks
 *
 * Returns: what all who are ticked hold
 */
ReaCounts
rea_sender_selection_get_counts (ReaSenderSelection *self)
{
  ReaCounts      sum = { 0 };
  GHashTableIter iter;
  gpointer       item;

  g_return_val_if_fail (REA_IS_SENDER_SELECTION (self), sum);

  g_hash_table_iter_init (&iter, self->ticked);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      ReaCounts counts = rea_sender_item_get_counts (item);

      rea_counts_add (&sum, &counts);
    }

  return sum;
}

/**
 * rea_sender_selection_dup_emails:
 * @self: ticks
 *
 * Returns: (transfer full) (array zero-terminated=1): the e-mails of who is ticked, in
 *   name order
 */
char **
rea_sender_selection_dup_emails (ReaSenderSelection *self)
{
  g_autoptr (GStrvBuilder) emails = g_strv_builder_new ();
  guint n;

  g_return_val_if_fail (REA_IS_SENDER_SELECTION (self), NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->senders));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReaSenderItem) item = g_list_model_get_item (G_LIST_MODEL (self->senders), i);

      if (g_hash_table_contains (self->ticked, item))
        g_strv_builder_add (emails, rea_sender_item_get_email (item));
    }

  return g_strv_builder_end (emails);
}

static void
rea_sender_selection_finalize (GObject *object)
{
  ReaSenderSelection *self = REA_SENDER_SELECTION (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->senders);
  g_hash_table_unref (self->ticked);
  g_hash_table_unref (self->range);

  G_OBJECT_CLASS (rea_sender_selection_parent_class)->finalize (object);
}

static void
rea_sender_selection_class_init (ReaSenderSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rea_sender_selection_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
rea_sender_selection_init (ReaSenderSelection *self)
{
  self->ticked = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->range = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

/**
 * rea_sender_selection_new:
 * @rows: what the table shows
 * @senders: the senders of the campaign, of whom these are some
 *
 * Returns: (transfer full): the rows with no tick
 */
ReaSenderSelection *
rea_sender_selection_new (GListModel *rows, ReaSenderList *senders)
{
  ReaSenderSelection *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);
  g_return_val_if_fail (REA_IS_SENDER_LIST (senders), NULL);

  self = g_object_new (REA_TYPE_SENDER_SELECTION, NULL);
  self->rows = g_object_ref (rows);
  self->senders = g_object_ref (senders);
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (senders, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}
