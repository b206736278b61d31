/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-live-rows.h"

#include "rea-page-cache.h"

struct _ReaLiveRows
{
  GHashTable *rows; /* position → Row */
};

typedef struct
{
  ReaLiveRows         *owner;
  guint                position;
  ReaConversationItem *item;
} Row;

static void
item_gone_cb (gpointer data, GObject *gone)
{
  Row *row = data;

  g_hash_table_remove (row->owner->rows, GUINT_TO_POINTER (row->position));
  g_free (row);
}

static void
forget (Row *row)
{
  g_object_weak_unref (G_OBJECT (row->item), item_gone_cb, row);
  g_free (row);
}

/**
 * rea_live_rows_new:
 *
 * Returns: (transfer full): no rows yet
 */
ReaLiveRows *
rea_live_rows_new (void)
{
  ReaLiveRows *self = g_new0 (ReaLiveRows, 1);

  self->rows = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * rea_live_rows_free:
 * @self: (transfer full): rows
 *
 * Forgets them.
 */
void
rea_live_rows_free (ReaLiveRows *self)
{
  rea_live_rows_clear (self);
  g_hash_table_unref (self->rows);
  g_free (self);
}

/**
 * rea_live_rows_add:
 * @self: rows
 * @item: (transfer none): the item of a place that has none yet
 *
 * Knows the item until it is finalized.
 */
void
rea_live_rows_add (ReaLiveRows *self, ReaConversationItem *item)
{
  Row *row = g_new (Row, 1);

  row->owner = self;
  row->position = rea_conversation_item_get_position (item);
  row->item = item;

  g_object_weak_ref (G_OBJECT (item), item_gone_cb, row);
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (row->position), row);
}

/**
 * rea_live_rows_lookup:
 * @self: rows
 * @position: a place in the list
 *
 * Returns: (transfer none) (nullable): the item that somebody holds there
 */
ReaConversationItem *
rea_live_rows_lookup (ReaLiveRows *self, guint position)
{
  Row *row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));

  return row != NULL ? row->item : NULL;
}

/**
 * rea_live_rows_get_n_rows:
 * @self: rows
 *
 * Returns: how many items are held
 */
guint
rea_live_rows_get_n_rows (ReaLiveRows *self)
{
  return g_hash_table_size (self->rows);
}

/**
 * rea_live_rows_has_page:
 * @self: rows
 * @page: the number of a page
 *
 * Returns: whether somebody holds an item of the page
 */
gboolean
rea_live_rows_has_page (ReaLiveRows *self, guint page)
{
  for (guint i = 0; i < REA_PAGE_ROWS; i++)
    if (g_hash_table_contains (self->rows, GUINT_TO_POINTER (page * REA_PAGE_ROWS + i)))
      return TRUE;

  return FALSE;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  guint position_a = rea_conversation_item_get_position (*(ReaConversationItem *const *) a);
  guint position_b = rea_conversation_item_get_position (*(ReaConversationItem *const *) b);

  return (position_a > position_b) - (position_a < position_b);
}

/**
 * rea_live_rows_dup_items:
 * @self: rows
 *
 * Returns: (transfer full) (element-type ReaConversationItem): the items,
 *   ascending by place
 */
GPtrArray *
rea_live_rows_dup_items (ReaLiveRows *self)
{
  GPtrArray     *items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer       row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (items, g_object_ref (((Row *) row)->item));

  g_ptr_array_sort (items, compare_items);
  return items;
}

/**
 * rea_live_rows_dup_places:
 * @self: rows
 *
 * Returns: (transfer full) (element-type ReaPlace): which conversation stands
 *   where, ascending, without placeholders
 */
GArray *
rea_live_rows_dup_places (ReaLiveRows *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (ReaPlace));
  g_autoptr (GPtrArray) items = rea_live_rows_dup_items (self);

  for (guint i = 0; i < items->len; i++)
    {
      ReaConversationItem *item = g_ptr_array_index (items, i);
      ReaPlace             place = { rea_conversation_item_get_position (item),
                                     rea_conversation_item_get_id (item) };

      if (place.id != 0)
        g_array_append_val (places, place);
    }

  return places;
}

/**
 * rea_live_rows_splice:
 * @self: rows
 * @splice: a change of the list
 *
 * Forgets the items of rows that go, and moves those behind them.
 */
void
rea_live_rows_splice (ReaLiveRows *self, const ReaSplice *splice)
{
  g_autoptr (GHashTable) old = g_steal_pointer (&self->rows);
  GHashTableIter iter;
  gpointer       value;

  self->rows = g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Row *row = value;

      if (row->position >= splice->position && row->position - splice->position < splice->removed)
        {
          forget (row);
          continue;
        }

      if (row->position >= splice->position)
        {
          row->position = row->position - splice->removed + splice->added;
          rea_conversation_item_set_position (row->item, row->position);
        }
      g_hash_table_insert (self->rows, GUINT_TO_POINTER (row->position), row);
    }
}

/**
 * rea_live_rows_clear:
 * @self: rows
 *
 * Forgets all items, whoever still holds them.
 */
void
rea_live_rows_clear (ReaLiveRows *self)
{
  GHashTableIter iter;
  gpointer       row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      g_hash_table_iter_remove (&iter);
      forget (row);
    }
}
