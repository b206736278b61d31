/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a list of conversations does with what it was told. */
#include "rea-conversation-list-private.h"

static void
set_error (ReaConversationList *self, const char *error)
{
  if (g_strcmp0 (self->error, error) == 0)
    return;

  g_free (self->error);
  self->error = g_strdup (error);
  g_object_notify (G_OBJECT (self), "error");
}

static void
load_sender (ReaConversationList *self, ReaConversationItem *item)
{
  const ReaConversation *conversation = rea_conversation_item_get_conversation (item);
  ReaSenderItem         *sender;

  if (conversation == NULL)
    return;

  /* Before the senders are there, the e-mail has to do. */
  sender = rea_sender_list_find_id (self->senders, conversation->holder);
  rea_conversation_item_update_sender (item,
                                       sender != NULL ? rea_sender_item_get_name (sender)
                                                      : conversation->holder_email,
                                       sender != NULL && rea_sender_item_get_online (sender));
}

/**
 * rea_conversation_list_load_senders:
 * @self: a list
 *
 * Tells the rows that are looked at who of their senders is online, and how they
 * are called.
 */
void
rea_conversation_list_load_senders (ReaConversationList *self)
{
  g_autoptr (GPtrArray) items = rea_live_rows_dup_items (self->rows);

  for (guint i = 0; i < items->len; i++)
    load_sender (self, g_ptr_array_index (items, i));
}

/* What the list was told is newer than what it has read, or as new. */
static const char *
find_draft (ReaConversationList *self, const ReaConversation *conversation)
{
  const char *told = g_hash_table_lookup (self->drafts, &conversation->id);

  return told != NULL ? told : conversation->draft;
}

static void
update_row (ReaConversationList   *self,
            ReaConversationItem   *item,
            const ReaConversation *conversation)
{
  /* Whoever is notified may let it go. */
  g_autoptr (ReaConversationItem) kept = g_object_ref (item);

  rea_conversation_item_update (kept, conversation);
  rea_conversation_item_update_draft (kept, find_draft (self, conversation));
  load_sender (self, kept);
}

static void
want_page (ReaConversationList *self, guint page)
{
  if (g_queue_peek_head (&self->wanted) == GUINT_TO_POINTER (page) &&
      !g_queue_is_empty (&self->wanted))
    return;

  g_queue_remove (&self->wanted, GUINT_TO_POINTER (page));
  g_queue_push_head (&self->wanted, GUINT_TO_POINTER (page));
}

/**
 * rea_conversation_list_load_row:
 * @self: a list
 * @item: a placeholder
 *
 * Fills a row in if its page is there, else wants the page.
 */
void
rea_conversation_list_load_row (ReaConversationList *self, ReaConversationItem *item)
{
  guint                  position = rea_conversation_item_get_position (item);
  const ReaConversation *conversation = rea_page_cache_lookup (self->cache, position);

  if (conversation != NULL)
    update_row (self, item, conversation);
  else if (!rea_page_cache_has (self->cache, position / REA_PAGE_ROWS))
    want_page (self, position / REA_PAGE_ROWS);
}

static void
keep_tokens (ReaConversationList *self, const ReaFetch *fetch)
{
  for (guint i = 0; i < fetch->pages->len; i++)
    {
      const ReaFetchPage *page = g_ptr_array_index (fetch->pages, i);

      if (page->next != NULL)
        rea_page_cache_put_token (self->cache, page->page + 1, page->next);
    }
}

static void
keep_pages (ReaConversationList *self, const ReaFetch *fetch)
{
  for (guint i = 0; i < fetch->pages->len; i++)
    {
      const ReaFetchPage *page = g_ptr_array_index (fetch->pages, i);

      rea_page_cache_put (self->cache, page->page, page->conversations, page->next);
    }
}

/* Updates the rows of the pages that have come. An item stays with its conversation:
 * where another one stands at its place now, places have changed since they were
 * read together, and are to be read so again.
 */
static void
load_pages (ReaConversationList *self, const ReaFetch *fetch)
{
  for (guint i = 0; i < fetch->pages->len; i++)
    {
      const ReaFetchPage *page = g_ptr_array_index (fetch->pages, i);

      for (guint j = 0; j < page->conversations->len; j++)
        {
          const ReaConversation *conversation = g_ptr_array_index (page->conversations, j);
          ReaConversationItem   *item =
              rea_live_rows_lookup (self->rows, page->page * REA_PAGE_ROWS + j);
          gint64 id = item != NULL ? rea_conversation_item_get_id (item) : 0;

          if (item != NULL && (id == 0 || id == conversation->id))
            update_row (self, item, conversation);
          else if (item != NULL)
            self->is_outdated = TRUE;
        }
    }
}

/* Wants the pages of rows that came into sight since the question was asked. */
static void
want_others (ReaConversationList *self, const ReaFetch *fetch)
{
  g_autoptr (GHashTable) have = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) items = rea_live_rows_dup_items (self->rows);

  for (guint i = 0; i < fetch->pages->len; i++)
    {
      const ReaFetchPage *page = g_ptr_array_index (fetch->pages, i);

      g_hash_table_add (have, GUINT_TO_POINTER (page->page));
    }

  for (guint i = 0; i < items->len; i++)
    {
      guint position = rea_conversation_item_get_position (g_ptr_array_index (items, i));

      if (!g_hash_table_contains (have, GUINT_TO_POINTER (position / REA_PAGE_ROWS)))
        want_page (self, position / REA_PAGE_ROWS);
    }
}

/* A table makes each row anew that is taken out and put in, which is slow, and the focus
 * goes with the row: so the rows stay where they are and become other conversations.
 */
static void
turn_rows (ReaConversationList *self)
{
  g_autoptr (GPtrArray) items = rea_live_rows_dup_items (self->rows);

  for (guint i = 0; i < items->len; i++)
    {
      ReaConversationItem *item = g_ptr_array_index (items, i);
      guint                position = rea_conversation_item_get_position (item);

      if (rea_page_cache_lookup (self->cache, position) == NULL)
        {
          rea_conversation_item_update (item, NULL);
          rea_conversation_item_update_sender (item, NULL, FALSE);
          rea_conversation_item_update_draft (item, NULL);
        }
      rea_conversation_list_load_row (self, item);
    }
}

static void
replace_all (ReaConversationList *self, const ReaFetch *fetch)
{
  guint     n_before = self->n_items;
  guint     n_now = fetch != NULL ? fetch->count : 0;
  guint     n_kept = MIN (n_before, n_now);
  ReaSplice tail = { n_kept, n_before - n_kept, n_now - n_kept };

  g_queue_clear (&self->wanted);
  rea_page_cache_drop_pages (self->cache);
  rea_page_cache_drop_tokens (self->cache);
  if (fetch != NULL)
    keep_pages (self, fetch);

  self->signpost = REA_SIGNPOST_PAGES;
  self->is_replacing = FALSE;
  g_signal_emit_by_name (self, "turning");
  self->n_items = n_now;
  rea_live_rows_splice (self->rows, &tail);
  turn_rows (self);
  if (n_now != n_before)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), n_kept, tail.removed, tail.added);
      g_object_notify (G_OBJECT (self), "n-items");
    }
  g_object_notify (G_OBJECT (self), "loading");
}

static GArray *
dup_places (const ReaFetch *fetch)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (ReaPlace));

  for (guint i = 0; i < fetch->pages->len; i++)
    {
      const ReaFetchPage *page = g_ptr_array_index (fetch->pages, i);

      for (guint j = 0; j < page->conversations->len; j++)
        {
          const ReaConversation *conversation = g_ptr_array_index (page->conversations, j);
          ReaPlace               place = { page->page * REA_PAGE_ROWS + j, conversation->id };

          /* It was counted before it was read, and somebody may have come in between. */
          if (place.position < fetch->count)
            g_array_append_val (places, place);
        }
    }

  return places;
}

static void
refresh (ReaConversationList *self, const ReaFetch *fetch)
{
  g_autoptr (GArray) before = rea_live_rows_dup_places (self->rows);
  g_autoptr (GArray) now = dup_places (fetch);
  g_autoptr (GArray) splices = rea_splices_find (before, self->n_items, now, fetch->count);
  guint n_before = self->n_items;

  /* Until all splices are done nobody can say which place is on which page. */
  self->is_splicing = TRUE;
  rea_page_cache_drop_pages (self->cache);
  for (guint i = 0; i < splices->len; i++)
    {
      const ReaSplice *splice = &g_array_index (splices, ReaSplice, i);

      rea_live_rows_splice (self->rows, splice);
      self->n_items = self->n_items - splice->removed + splice->added;
      g_list_model_items_changed (G_LIST_MODEL (self), splice->position, splice->removed,
                                  splice->added);
    }
  self->is_splicing = FALSE;

  if (!fetch->is_steady || fetch->count != n_before)
    rea_page_cache_drop_tokens (self->cache);
  self->signpost = REA_SIGNPOST_PAGES;
  keep_pages (self, fetch);

  load_pages (self, fetch);
  want_others (self, fetch);
  if (self->n_items != n_before)
    g_object_notify (G_OBJECT (self), "n-items");
}

/**
 * rea_conversation_list_take_answer:
 * @self: a list
 * @fetch: a question of its filter and order, answered
 *
 * Shows what has come.
 */
void
rea_conversation_list_take_answer (ReaConversationList *self, const ReaFetch *fetch)
{
  self->failed = FALSE;
  set_error (self, NULL);
  if (fetch->counts)
    self->total = fetch->total;

  if (self->is_replacing)
    replace_all (self, fetch);
  else if (fetch->counts)
    refresh (self, fetch);
  else if (fetch->only_tokens)
    keep_tokens (self, fetch);
  else
    {
      keep_pages (self, fetch);
      load_pages (self, fetch);
    }
}

/**
 * rea_conversation_list_take_failure:
 * @self: a list
 * @error: why a question was not answered
 *
 * Says so, unless it is trouble of the database, which is told elsewhere: then what
 * was shown stays if it does not belong to an earlier filter or order. It is asked for
 * again when something changes or the trouble is over.
 */
void
rea_conversation_list_take_failure (ReaConversationList *self, const GError *error)
{
  g_queue_clear (&self->wanted);
  self->signpost = G_MAXUINT;
  self->failed = TRUE;
  if (self->is_replacing || !rea_service_is_trouble (error))
    set_error (self, error->message);
  if (self->is_replacing)
    replace_all (self, NULL);
}
