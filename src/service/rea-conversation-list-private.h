/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-conversation-fetch.h"
#include "rea-conversation-list.h"
#include "rea-live-rows.h"
#include "rea-page-cache.h"
#include "rea-sender-list.h"

G_BEGIN_DECLS

struct _ReaConversationList
{
  GObject parent_instance;

  ReaService    *service;
  gint64         campaign;
  ReaFilter     *filter;
  ReaSort        sort;
  ReaSenderList *senders;

  guint         n_items;
  gint64        total;
  ReaLiveRows  *rows;
  ReaPageCache *cache;
  GHashTable   *drafts; /* by conversation; what the list was told, be it nothing */
  gboolean      failed;
  char         *error;

  /* Pages to ask for, the one wanted last first. */
  GQueue wanted;

  /* The next page whose beginning is to be found beforehand. */
  guint signpost;

  /* Which conversation is looked for, if any, and on which page next. */
  gint64 sought;
  guint  seek_page;

  /* Until when it does not count again, and what wakes it then. */
  gint64 rests_until;
  guint  rest_timer;

  /* The question under way, and which filter and order it belongs to. */
  GCancellable *asking;
  guint         generation;

  gboolean is_replacing; /* Nothing of the new filter or order is there yet. */
  gboolean is_outdated;  /* Something has changed since the last question. */
  gboolean is_splicing;  /* Places are between before and now. */
};

void rea_conversation_list_load_row (ReaConversationList *self, ReaConversationItem *item);
void rea_conversation_list_load_senders (ReaConversationList *self);
void rea_conversation_list_take_answer (ReaConversationList *self, const ReaFetch *fetch);
void rea_conversation_list_take_failure (ReaConversationList *self, const GError *error);

G_END_DECLS
