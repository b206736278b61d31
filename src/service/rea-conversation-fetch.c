/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-conversation-fetch.h"

#include "rea-page-cache.h"

static void
fetch_page_free (gpointer data)
{
  ReaFetchPage *page = data;

  g_clear_pointer (&page->conversations, g_ptr_array_unref);
  g_free (page->token);
  g_free (page->next);
  g_free (page);
}

/**
 * rea_fetch_new:
 * @campaign: of which campaign
 * @filter: which conversations
 * @sort: in which order
 *
 * Returns: (transfer full): a question for no page yet
 */
ReaFetch *
rea_fetch_new (gint64 campaign, const ReaFilter *filter, ReaSort sort)
{
  ReaFetch *self = g_new0 (ReaFetch, 1);

  self->campaign = campaign;
  self->filter = rea_filter_copy (filter);
  self->sort = sort;
  self->total = -1;
  self->pages = g_ptr_array_new_with_free_func (fetch_page_free);
  return self;
}

/**
 * rea_fetch_free:
 * @self: (transfer full): a question
 *
 * Frees it.
 */
void
rea_fetch_free (ReaFetch *self)
{
  rea_filter_free (self->filter);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

static int
compare_pages (gconstpointer a, gconstpointer b)
{
  const ReaFetchPage *page_a = *(ReaFetchPage *const *) a;
  const ReaFetchPage *page_b = *(ReaFetchPage *const *) b;

  return (page_a->page > page_b->page) - (page_a->page < page_b->page);
}

/**
 * rea_fetch_add_page:
 * @self: a question
 * @page: the number of a page
 * @token: (nullable): of the nearest place before it that is known
 * @begins: the page that begins behind @token; 0 without one
 *
 * Asks for a page, once.
 */
void
rea_fetch_add_page (ReaFetch *self, guint page, const char *token, guint begins)
{
  ReaFetchPage *added;

  for (guint i = 0; i < self->pages->len; i++)
    if (((ReaFetchPage *) g_ptr_array_index (self->pages, i))->page == page)
      return;

  added = g_new0 (ReaFetchPage, 1);
  added->page = page;
  added->token = g_strdup (token);
  added->begins = begins;
  g_ptr_array_add (self->pages, added);
  g_ptr_array_sort (self->pages, compare_pages);
}

/* Rows above those that are looked at came or went: most likely all that have
 * changed place have moved by as many as that.
 */
static void
add_shifted_pages (ReaFetch *self, guint count)
{
  gint64 shift = (gint64) count - self->count;
  guint  n_pages = self->pages->len;

  for (guint i = 0; i < n_pages; i++)
    {
      const ReaFetchPage *page = g_ptr_array_index (self->pages, i);
      gint64              first = (gint64) page->page * REA_PAGE_ROWS + shift;
      gint64              last = first + REA_PAGE_ROWS - 1;

      for (gint64 p = MAX (first, 0) / REA_PAGE_ROWS;
           p * REA_PAGE_ROWS <= MIN (last, (gint64) count - 1); p++)
        rea_fetch_add_page (self, p, NULL, 0);
    }
}

static gboolean
count_rows (ReaFetch *self, ReaSession *session, GCancellable *cancellable, GError **error)
{
  g_autoptr (ReaCampaign) campaign = rea_session_get_campaign (session, self->campaign, error);
  g_autoptr (ReaTally) tally = NULL;
  ReaCounts counts;
  guint     count;

  if (campaign == NULL)
    return FALSE;

  if (self->is_steady && campaign->total == self->total)
    return TRUE;

  /* Pages may begin elsewhere now. */
  for (guint i = 0; i < self->pages->len; i++)
    {
      ReaFetchPage *page = g_ptr_array_index (self->pages, i);

      g_clear_pointer (&page->token, g_free);
      page->begins = 0;
    }

  tally = rea_session_tally (session, self->campaign, self->filter, cancellable, error);
  if (tally == NULL)
    return FALSE;

  counts = rea_tally_sum (tally);
  count = MIN (rea_counts_total (&counts), G_MAXUINT - 1);
  if (self->total >= 0 && count != self->count)
    add_shifted_pages (self, count);

  self->count = count;
  self->total = campaign->total;
  return TRUE;
}

static gboolean
run (ReaFetch *self, ReaSession *session, GCancellable *cancellable, GError **error)
{
  const char *token = NULL;
  guint       begins = 0;

  if (self->counts && !count_rows (self, session, cancellable, error))
    return FALSE;

  for (guint i = 0; i < self->pages->len; i++)
    {
      ReaFetchPage *page = g_ptr_array_index (self->pages, i);
      g_autoptr (ReaPage) read = NULL;
      guint64 skip;

      if (page->token != NULL && page->begins > begins)
        {
          token = page->token;
          begins = page->begins;
        }

      /* The last row of a page has the token of the next one. */
      skip = (guint64) (page->page - begins) * REA_PAGE_ROWS;
      read =
          rea_session_list_conversations (session, self->campaign, self->filter, self->sort, token,
                                          self->only_tokens ? skip + REA_PAGE_ROWS - 1 : skip,
                                          self->only_tokens ? 1 : REA_PAGE_ROWS, cancellable,
                                          error);
      if (read == NULL)
        return FALSE;

      page->conversations = g_ptr_array_ref (read->conversations);
      page->next = g_strdup (read->next);
      if (page->next != NULL)
        {
          token = page->next;
          begins = page->page + 1;
        }
    }

  return TRUE;
}

/* The call frees what it was given, and the answer is to outlive it. */
static void
box_free (gpointer data)
{
  ReaFetch **box = data;

  g_clear_pointer (box, rea_fetch_free);
  g_free (box);
}

static gpointer
fetch_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  ReaFetch **box = data;
  gint64     start = g_get_monotonic_time ();

  if (!run (*box, session, cancellable, error))
    return NULL;

  (*box)->took = g_get_monotonic_time () - start;
  return g_steal_pointer (box);
}

/**
 * rea_fetch_async:
 * @self: (transfer full): a question
 * @service: whom to ask
 * @cancellable: (nullable): to cancel it
 * @callback: (scope async): called on the main thread
 * @user_data: for @callback
 *
 * Asks it.
 */
void
rea_fetch_async (ReaFetch           *self,
                 ReaService         *service,
                 GCancellable       *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer            user_data)
{
  ReaFetch **box = g_new (ReaFetch *, 1);

  *box = self;
  rea_service_call_async (service, REA_LANE_READ, fetch_call, box, box_free,
                          (GDestroyNotify) rea_fetch_free, cancellable, callback, user_data);
}

/**
 * rea_fetch_finish:
 * @service: who was asked
 * @result: what the callback was given
 * @error: set when it cannot be read
 *
 * Returns: (transfer full) (nullable): the question with its answer
 */
ReaFetch *
rea_fetch_finish (ReaService *service, GAsyncResult *result, GError **error)
{
  return rea_service_call_finish (service, result, error);
}

/**
 * rea_fetch_is_steady:
 * @filter: which conversations
 * @sort: in which order
 *
 * Returns: whether each stays at its place as long as the campaign gets no
 *   further contacts
 */
gboolean
rea_fetch_is_steady (const ReaFilter *filter, ReaSort sort)
{
  return filter->holder == REA_HOLDER_ANY && filter->status == REA_STATUS_ANY &&
         filter->flag == 0 && !rea_fetch_depends_on_time (filter) && sort != REA_SORT_WAITING;
}

/**
 * rea_fetch_depends_on_time:
 * @filter: which conversations
 *
 * Returns: whether they change though nobody changes anything
 */
gboolean
rea_fetch_depends_on_time (const ReaFilter *filter)
{
  return filter->holder == REA_HOLDER_ONLINE || filter->holder == REA_HOLDER_OFFLINE ||
         filter->waiting_minutes != REA_MINUTES_ANY || filter->unmoved_minutes != REA_MINUTES_ANY;
}
