/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-conversation.h"

G_BEGIN_DECLS

/* How many rows are read at once. */
#define REA_PAGE_ROWS 200

/* To jump, what lies between the nearest known place and the wanted one has to be
 * counted off. Where places stay as they are, each so many pages one is found
 * beforehand.
 */
#define REA_SIGNPOST_PAGES 50

/* The pages of a list that were read last, a bounded number of them, and the tokens
 * of where pages begin.
 */
typedef struct _ReaPageCache ReaPageCache;

ReaPageCache *rea_page_cache_new (guint max_pages) G_GNUC_WARN_UNUSED_RESULT;
void          rea_page_cache_free (ReaPageCache *self);
void
rea_page_cache_put (ReaPageCache *self, guint page, GPtrArray *conversations, const char *next);
void                   rea_page_cache_put_token (ReaPageCache *self, guint page, const char *token);
gboolean               rea_page_cache_has (ReaPageCache *self, guint page);
const ReaConversation *rea_page_cache_lookup (ReaPageCache *self, guint position);
gboolean    rea_page_cache_find (ReaPageCache *self, gint64 conversation, guint *position);
const char *rea_page_cache_find_token (ReaPageCache *self, guint page, guint *begins);
void        rea_page_cache_drop_pages (ReaPageCache *self);
void        rea_page_cache_drop_tokens (ReaPageCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaPageCache, rea_page_cache_free)

G_END_DECLS
