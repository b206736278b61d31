/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-conversation-selection.h"

G_BEGIN_DECLS

/**
 * ReaTickOrder:
 * @REA_TICK: ticks rows
 * @REA_TICK_RANGE: ticks rows in place of those that the same range ticked before
 * @REA_UNTICK: takes the ticks of rows
 *
 * What is done with rows as soon as it is known which conversations they are.
 */
typedef enum
{
  REA_TICK,
  REA_TICK_RANGE,
  REA_UNTICK,
} ReaTickOrder;

struct _ReaConversationSelection
{
  GObject parent_instance;

  ReaConversationList *list;
  guint                max_named;

  GHashTable *named;      /* The numbers of those ticked one by one. */
  GHashTable *range;      /* Of these, those that the range being drawn has ticked. */
  ReaFilter  *everything; /* All that it lists is ticked as one. */
  guint       n_hidden;
  char       *notice;

  GCancellable *naming;
  ReaTickOrder  order;
  gboolean      wants_all; /* As soon as the list is there. */

  GCancellable *counting;
  guint         n_counted;
  gboolean      is_outdated;
};

guint    rea_conversation_selection_get_n_rows (ReaConversationSelection *self);
gboolean rea_conversation_selection_is_loading (ReaConversationSelection *self);
void     rea_conversation_selection_begin (ReaConversationSelection *self);
void     rea_conversation_selection_order (ReaConversationSelection *self,
                                           ReaTickOrder              order,
                                           guint                     position,
                                           guint                     n);
void     rea_conversation_selection_clear (ReaConversationSelection *self);
void     rea_conversation_selection_take_everything (ReaConversationSelection *self);
void     rea_conversation_selection_check_everything (ReaConversationSelection *self);
void     rea_conversation_selection_refuse_to_leave_out (ReaConversationSelection *self);
void     rea_conversation_selection_refuse_so_many (ReaConversationSelection *self);
void     rea_conversation_selection_count (ReaConversationSelection *self);

G_END_DECLS
