/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-conversation-list.h"
#include "rea-messenger-list.h"

G_BEGIN_DECLS

struct _ReaMessengerList
{
  AdwBin parent_instance;

  GtkToggleButton    *initial_button;
  GtkToggleButton    *needs_reply_button;
  GtkToggleButton    *all_button;
  GtkLabel           *initial_count;
  GtkLabel           *needs_reply_count;
  GtkLabel           *all_count;
  ReaMessengerFilter *filter;
  ReaLeftDrafts      *left_drafts;
  GtkLabel           *error_label;
  GtkListView        *view;

  ReaService          *service;
  gboolean             everyone;
  ReaMessengerView     shown;
  ReaMessengerCounts  *counts;
  ReaConversationList *list;
  GtkSingleSelection  *selection;
  ReaConversationItem *awaited; /* chosen, but yet to be read */

  gint64      current;
  gint64      asked_for; /* current because somebody asked for it, listed or not */
  guint       place;     /* of the current one, or of what stands where it stood */
  GHashTable *finished;  /* those that are done with, and are still listed */
  GHashTable *settled;   /* of these, those that the next reading will not list */
  guint       scroll_tick;
  int         scroll_frames; /* until it scrolls */
  gboolean    setting;
  gboolean    has_begun;
};

void rea_messenger_list_set_current (ReaMessengerList *self, gint64 conversation);
void rea_messenger_list_begin_current (ReaMessengerList *self);
void rea_messenger_list_leave_current (ReaMessengerList *self);

G_END_DECLS
