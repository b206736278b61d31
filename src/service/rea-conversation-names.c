/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-conversation-names.h"

#include "rea-conversation-list-private.h"

typedef struct
{
  guint position;
  guint n;
} Range;

/**
 * rea_conversation_list_get_id:
 * @self: a list
 * @position: a place in the list
 *
 * Asks nothing: what nobody has looked at is not known.
 *
 * Returns: the number of the conversation there, or 0 where it is not known
 */
gint64
rea_conversation_list_get_id (ReaConversationList *self, guint position)
{
  ReaConversationItem   *item;
  const ReaConversation *conversation;

  g_return_val_if_fail (REA_IS_CONVERSATION_LIST (self), 0);

  if (position >= self->n_items)
    return 0;

  item = rea_live_rows_lookup (self->rows, position);
  if (item != NULL)
    return rea_conversation_item_get_id (item);

  conversation = self->is_splicing ? NULL : rea_page_cache_lookup (self->cache, position);
  return conversation != NULL ? conversation->id : 0;
}

static void
named_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Range *range = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaFetch) fetch = rea_fetch_finish (REA_SERVICE (source), result, &error);
  g_autoptr (GArray) ids = NULL;

  if (fetch == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), range->n);
  for (guint i = 0; i < fetch->pages->len; i++)
    {
      const ReaFetchPage *page = g_ptr_array_index (fetch->pages, i);

      for (guint j = 0; j < page->conversations->len; j++)
        {
          const ReaConversation *conversation = g_ptr_array_index (page->conversations, j);
          guint                  position = page->page * REA_PAGE_ROWS + j;

          if (position >= range->position && position - range->position < range->n)
            g_array_append_val (ids, conversation->id);
        }
    }

  g_task_return_pointer (task, g_steal_pointer (&ids), (GDestroyNotify) g_array_unref);
}

/**
 * rea_conversation_list_name_async:
 * @self: a list
 * @position: a place in the list
 * @n: how many rows from there on
 * @cancellable: (nullable): to cancel it
 * @callback: (scope async): called on the main thread
 * @user_data: for @callback
 *
 * Reads which conversations the rows are.
 */
void
rea_conversation_list_name_async (ReaConversationList *self,
                                  guint                position,
                                  guint                n,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  ReaFetch *fetch;
  Range    *range;

  g_return_if_fail (REA_IS_CONVERSATION_LIST (self));
  g_return_if_fail (n > 0);

  range = g_new (Range, 1);
  range->position = position;
  range->n = n;
  g_task_set_task_data (task, range, g_free);

  fetch = rea_fetch_new (self->campaign, self->filter, self->sort);
  for (guint page = position / REA_PAGE_ROWS; page <= (position + n - 1) / REA_PAGE_ROWS; page++)
    {
      guint       begins;
      const char *token = rea_page_cache_find_token (self->cache, page, &begins);

      rea_fetch_add_page (fetch, page, token, begins);
    }

  rea_fetch_async (fetch, self->service, cancellable, named_cb, g_steal_pointer (&task));
}

/**
 * rea_conversation_list_name_finish:
 * @self: a list
 * @result: what the callback was given
 * @error: set when it cannot be read
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the numbers of the
 *   conversations, in the order of the list
 */
GArray *
rea_conversation_list_name_finish (ReaConversationList *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaTally) tally = rea_service_tally_finish (REA_SERVICE (source), result, &error);
  ReaCounts counts;

  if (tally == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  counts = rea_tally_sum (tally);
  g_task_return_int (task, rea_counts_total (&counts));
}

/**
 * rea_conversation_list_count_async:
 * @self: a list
 * @ids: (element-type gint64): numbers of conversations
 * @cancellable: (nullable): to cancel it
 * @callback: (scope async): called on the main thread
 * @user_data: for @callback
 *
 * Counts how many of some conversations pass the filter of the list.
 */
void
rea_conversation_list_count_async (ReaConversationList *self,
                                   GArray              *ids,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (ReaFilter) filter = NULL;

  g_return_if_fail (REA_IS_CONVERSATION_LIST (self));

  filter = rea_filter_copy (self->filter);
  rea_filter_take_conversations (filter, g_array_copy (ids));
  rea_service_tally_async (self->service, self->campaign, filter, cancellable, counted_cb,
                           g_steal_pointer (&task));
}

/**
 * rea_conversation_list_count_finish:
 * @self: a list
 * @result: what the callback was given
 * @error: set when it cannot be read
 *
 * Returns: how many, or -1
 */
gint64
rea_conversation_list_count_finish (ReaConversationList *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}
