/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-left-drafts.h"
#include "rea-messenger-counts.h"
#include "rea-messenger-filter.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  REA_MESSENGER_INITIAL,
  REA_MESSENGER_NEEDS_REPLY,
  REA_MESSENGER_ALL,
} ReaMessengerView;

#define REA_N_MESSENGER_VIEWS 3

/* The left side of the Messenger: which conversations, and the list of them. One of them
 * is current: the one that is read and written in. It stays current when it leaves the
 * list, until another one is chosen.
 *
 * Signals:
 *  current (conversation): another one is current, or, 0, none
 *  entered: somebody means to write in the current one
 *  changed: the list or its counts have changed
 */
#define REA_TYPE_MESSENGER_LIST (rea_messenger_list_get_type ())
G_DECLARE_FINAL_TYPE (ReaMessengerList, rea_messenger_list, REA, MESSENGER_LIST, AdwBin)

void                rea_messenger_list_set_campaign (ReaMessengerList *self,
                                                     ReaService       *service,
                                                     gint64            campaign,
                                                     gboolean          everyone);
ReaMessengerFilter *rea_messenger_list_get_filter (ReaMessengerList *self);
ReaLeftDrafts      *rea_messenger_list_get_left_drafts (ReaMessengerList *self);
void                rea_messenger_list_set_filter (ReaMessengerList *self, const ReaFilter *filter);
void                rea_messenger_list_show (ReaMessengerList *self, ReaMessengerView view);
ReaMessengerView    rea_messenger_list_get_view (ReaMessengerList *self);
const ReaCounts    *rea_messenger_list_get_counts (ReaMessengerList *self);
gboolean            rea_messenger_list_get_loading (ReaMessengerList *self);
gint64              rea_messenger_list_get_current (ReaMessengerList *self);
gboolean            rea_messenger_list_has_current (ReaMessengerList *self);
void                rea_messenger_list_choose (ReaMessengerList *self, gint64 conversation);
void                rea_messenger_list_step (ReaMessengerList *self, int step);
void                rea_messenger_list_finish (ReaMessengerList *self, gint64 conversation);
void                rea_messenger_list_settle (ReaMessengerList *self, gint64 conversation);
void                rea_messenger_list_resume (ReaMessengerList *self, gint64 conversation);
void  rea_messenger_list_set_draft (ReaMessengerList *self, gint64 conversation, const char *text);
guint rea_messenger_list_find_next (ReaMessengerList *self, gint64 *conversations, guint n);
void  rea_messenger_list_advance (ReaMessengerList *self);

G_END_DECLS
