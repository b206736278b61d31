/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

G_BEGIN_DECLS

/**
 * ReaFetchPage:
 * @page: its number
 * @token: (nullable): of the nearest place before it that is known
 * @begins: the page that begins behind @token; 0 without one
 * @conversations: (nullable) (element-type ReaConversation): what was read
 * @next: (nullable): the token behind which the next page begins
 */
typedef struct
{
  guint      page;
  char      *token;
  guint      begins;
  GPtrArray *conversations;
  char      *next;
} ReaFetchPage;

/**
 * ReaFetch:
 * @campaign: of which campaign
 * @filter: which conversations
 * @sort: in which order
 * @counts: whether to count them, too
 * @is_steady: whether their number changes with that of the campaign only
 * @count: how many there were, then how many there are
 * @total: how many the campaign had when they were counted, or -1, then has
 * @only_tokens: whether of the pages only the tokens are wanted
 * @took: how many microseconds it took to find the answer
 * @pages: (element-type ReaFetchPage): ascending; when they are counted and the
 *   number has changed, pages are added to which these rows may have moved
 *
 * A question of a list of conversations, and its answer.
 */
typedef struct
{
  gint64     campaign;
  ReaFilter *filter;
  ReaSort    sort;
  gboolean   counts;
  gboolean   is_steady;
  guint      count;
  gint64     total;
  gboolean   only_tokens;
  gint64     took;
  GPtrArray *pages;
} ReaFetch;

ReaFetch *
rea_fetch_new (gint64 campaign, const ReaFilter *filter, ReaSort sort) G_GNUC_WARN_UNUSED_RESULT;
void      rea_fetch_free (ReaFetch *self);
void      rea_fetch_add_page (ReaFetch *self, guint page, const char *token, guint begins);
void      rea_fetch_async (ReaFetch           *self,
                           ReaService         *service,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data);
ReaFetch *rea_fetch_finish (ReaService   *service,
                            GAsyncResult *result,
                            GError      **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean rea_fetch_is_steady (const ReaFilter *filter, ReaSort sort);
gboolean rea_fetch_depends_on_time (const ReaFilter *filter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaFetch, rea_fetch_free)

G_END_DECLS
