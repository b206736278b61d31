/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-conversation-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* So many can be ticked at once and are known by name. More are ticked as
 * everything that is listed, which is the filter itself.
 */
#define REA_SELECTION_MAX_NAMED 5000

/**
 * ReaConversationSelection:
 *
 * Which conversations of a list are ticked, a #GtkSelectionModel over any number of
 * them. A tick belongs to a conversation, not to a place: it stays whatever is
 * refreshed, sorted, filtered or searched for, and whoever moves the conversation.
 * Properties: n-selected (uint), n-hidden (uint, how many of these the list does not
 * show), everything (boolean, whether all that the filter lists is ticked as one),
 * busy (boolean, while it is read which conversations are meant), notice (nullable
 * string: why ticks are not as they were asked for).
 *
 * To select an item instead of the others, which is what the arrow keys and a plain
 * click ask for, ticks nothing: ticks are collected, and are lost by Clear only.
 */
#define REA_TYPE_CONVERSATION_SELECTION (rea_conversation_selection_get_type ())
G_DECLARE_FINAL_TYPE (ReaConversationSelection,
                      rea_conversation_selection,
                      REA,
                      CONVERSATION_SELECTION,
                      GObject)

ReaConversationSelection *
rea_conversation_selection_new (ReaConversationList *list) G_GNUC_WARN_UNUSED_RESULT;

guint    rea_conversation_selection_get_n_selected (ReaConversationSelection *self);
gboolean rea_conversation_selection_has (ReaConversationSelection *self, gint64 id);
ReaFilter *
rea_conversation_selection_dup_filter (ReaConversationSelection *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
