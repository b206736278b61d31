/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-conversation.h"
#include "rea-types.h"

G_BEGIN_DECLS

typedef enum
{
  REA_HOLDER_ANY,
  REA_HOLDER_NOBODY,
  REA_HOLDER_SENDERS,
  REA_HOLDER_ONLINE,
  REA_HOLDER_OFFLINE,
} ReaHolderKind;

/* A limit of minutes that is not set. */
#define REA_MINUTES_ANY -1

/**
 * ReaFilter:
 * @holder: who holds them
 * @senders: (nullable): e-mails, with %REA_HOLDER_SENDERS
 * @offline_minutes: with %REA_HOLDER_OFFLINE: for at least so long, or any
 * @status: one status or %REA_STATUS_ANY
 * @search: (nullable): words
 * @waiting_minutes: at least so long, or %REA_MINUTES_ANY
 * @unmoved_minutes: changed hands in no move of so many last minutes, or any
 * @flag: one of %REA_FLAG_MARKED, %REA_FLAG_OPTED_OUT,
 *   %REA_FLAG_WROTE_AFTER_OPT_OUT, %REA_FLAG_SURVEY_OPEN, or 0
 * @conversations: (nullable) (element-type gint64): those named, ascending and
 *   each once
 *
 * Which conversations: what can be listed can be reassigned.
 */
typedef struct
{
  ReaHolderKind        holder;
  char               **senders;
  int                  offline_minutes;
  ReaStatus            status;
  char                *search;
  int                  waiting_minutes;
  int                  unmoved_minutes;
  ReaConversationFlags flag;
  GArray              *conversations;
} ReaFilter;

/**
 * ReaSort:
 *
 * How conversations are listed. By waiting those who don't wait stand last;
 * equals stand by id.
 */
typedef enum
{
  REA_SORT_ID,
  REA_SORT_NAME,
  REA_SORT_WAITING,
} ReaSort;

ReaFilter *rea_filter_new (void) G_GNUC_WARN_UNUSED_RESULT;
ReaFilter *rea_filter_copy (const ReaFilter *self) G_GNUC_WARN_UNUSED_RESULT;
void       rea_filter_free (ReaFilter *self);
void       rea_filter_set_senders (ReaFilter *self, const char *const *emails);
void       rea_filter_set_search (ReaFilter *self, const char *search);
void       rea_filter_take_conversations (ReaFilter *self, GArray *ids);
gboolean   rea_filter_names_counts_only (const ReaFilter *self);
gboolean
rea_filter_covers_presence (const ReaFilter *self, gboolean online, gint64 last_seen, gint64 now);
gboolean rea_filter_resolve_holders (const ReaFilter *self,
                                     GPtrArray       *senders,
                                     gint64           now,
                                     GArray         **holders,
                                     GError         **error);
char    *rea_filter_to_string (const ReaFilter *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean rea_filter_equal (const ReaFilter *a, const ReaFilter *b);

const char *rea_flag_to_string (ReaConversationFlags flag);
gboolean    rea_flag_from_string (const char *string, ReaConversationFlags *flag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaFilter, rea_filter_free)

G_END_DECLS
