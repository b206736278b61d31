/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-page-cache.h"

struct _ReaPageCache
{
  guint max_pages;

  GHashTable *pages;  /* page → GPtrArray of ReaConversation */
  GQueue      recent; /* the same pages, the one used last first */
  GTree      *tokens; /* page → token behind which it begins */
};

static int
compare_pages (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint page_a = GPOINTER_TO_UINT (a);
  guint page_b = GPOINTER_TO_UINT (b);

  return (page_a > page_b) - (page_a < page_b);
}

/**
 * rea_page_cache_new:
 * @max_pages: how many pages to keep
 *
 * Returns: (transfer full): an empty cache
 */
ReaPageCache *
rea_page_cache_new (guint max_pages)
{
  ReaPageCache *self = g_new0 (ReaPageCache, 1);

  self->max_pages = max_pages;
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_queue_init (&self->recent);
  self->tokens = g_tree_new_full (compare_pages, NULL, NULL, g_free);
  return self;
}

/**
 * rea_page_cache_free:
 * @self: (transfer full): a cache
 *
 * Frees it.
 */
void
rea_page_cache_free (ReaPageCache *self)
{
  g_hash_table_unref (self->pages);
  g_queue_clear (&self->recent);
  g_tree_unref (self->tokens);
  g_free (self);
}

static void
touch (ReaPageCache *self, guint page)
{
  g_queue_remove (&self->recent, GUINT_TO_POINTER (page));
  g_queue_push_head (&self->recent, GUINT_TO_POINTER (page));
}

/**
 * rea_page_cache_put_token:
 * @self: a cache
 * @page: the number of a page
 * @token: behind which it begins
 *
 * Keeps where a page begins.
 */
void
rea_page_cache_put_token (ReaPageCache *self, guint page, const char *token)
{
  g_tree_replace (self->tokens, GUINT_TO_POINTER (page), g_strdup (token));
}

/**
 * rea_page_cache_put:
 * @self: a cache
 * @page: the number of a page
 * @conversations: (element-type ReaConversation): its rows
 * @next: (nullable): the token behind which the next page begins
 *
 * Keeps a page, in place of the one that was not used for longest.
 */
void
rea_page_cache_put (ReaPageCache *self, guint page, GPtrArray *conversations, const char *next)
{
  g_hash_table_replace (self->pages, GUINT_TO_POINTER (page), g_ptr_array_ref (conversations));
  touch (self, page);
  if (next != NULL)
    rea_page_cache_put_token (self, page + 1, next);

  if (self->recent.length > self->max_pages)
    g_hash_table_remove (self->pages, g_queue_pop_tail (&self->recent));
}

/**
 * rea_page_cache_has:
 * @self: a cache
 * @page: the number of a page
 *
 * Returns: whether the page is there
 */
gboolean
rea_page_cache_has (ReaPageCache *self, guint page)
{
  return g_hash_table_contains (self->pages, GUINT_TO_POINTER (page));
}

/**
 * rea_page_cache_lookup:
 * @self: a cache
 * @position: of a row
 *
 * Returns: (transfer none) (nullable): what stands there; %NULL where the page is
 *   not there or ends before the row
 */
const ReaConversation *
rea_page_cache_lookup (ReaPageCache *self, guint position)
{
  guint      page = position / REA_PAGE_ROWS;
  GPtrArray *conversations = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (page));

  if (conversations == NULL)
    return NULL;

  touch (self, page);
  return position % REA_PAGE_ROWS < conversations->len
             ? g_ptr_array_index (conversations, position % REA_PAGE_ROWS)
             : NULL;
}

/**
 * rea_page_cache_find:
 * @self: a cache
 * @conversation: the number of a conversation
 * @position: (out): where it stands
 *
 * Looks for a conversation in the pages that are there.
 *
 * Returns: whether it was found
 */
gboolean
rea_page_cache_find (ReaPageCache *self, gint64 conversation, guint *position)
{
  GHashTableIter iter;
  gpointer       page;
  gpointer       conversations;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, &page, &conversations))
    {
      GPtrArray *rows = conversations;

      for (guint i = 0; i < rows->len; i++)
        if (((const ReaConversation *) g_ptr_array_index (rows, i))->id == conversation)
          {
            *position = GPOINTER_TO_UINT (page) * REA_PAGE_ROWS + i;
            return TRUE;
          }
    }

  return FALSE;
}

/**
 * rea_page_cache_find_token:
 * @self: a cache
 * @page: the number of a page
 * @begins: (out): the page that begins behind the token; 0 without one
 *
 * Finds the nearest known place at or before a page.
 *
 * Returns: (transfer none) (nullable): a token, or %NULL for the list's beginning
 */
const char *
rea_page_cache_find_token (ReaPageCache *self, guint page, guint *begins)
{
  GTreeNode *node = g_tree_upper_bound (self->tokens, GUINT_TO_POINTER (page));

  node = node != NULL ? g_tree_node_previous (node) : g_tree_node_last (self->tokens);
  *begins = node != NULL ? GPOINTER_TO_UINT (g_tree_node_key (node)) : 0;
  return node != NULL ? g_tree_node_value (node) : NULL;
}

/**
 * rea_page_cache_drop_pages:
 * @self: a cache
 *
 * Forgets what stands where.
 */
void
rea_page_cache_drop_pages (ReaPageCache *self)
{
  g_hash_table_remove_all (self->pages);
  g_queue_clear (&self->recent);
}

/**
 * rea_page_cache_drop_tokens:
 * @self: a cache
 *
 * Forgets where pages begin.
 */
void
rea_page_cache_drop_tokens (ReaPageCache *self)
{
  g_tree_remove_all (self->tokens);
}
