/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-types.h"

G_BEGIN_DECLS

/* Online is who sent a heartbeat at most this many seconds ago. */
#define REA_ONLINE_SECONDS    45
#define REA_HEARTBEAT_SECONDS 15

/**
 * ReaUser:
 * @first_name: may be empty, never %NULL; so may @last_name
 * @present: whether the last that was heard is a heartbeat, not its end
 * @last_seen: the last heartbeat or the end, or %REA_TIME_NONE for never
 */
typedef struct
{
  gint64   id;
  char    *email;
  char    *first_name;
  char    *last_name;
  ReaRole  role;
  gboolean present;
  gint64   last_seen;
} ReaUser;

/**
 * ReaSender:
 * @user: who it is
 * @online: whether they are online at the moment the list was read
 * @counts: all that they hold in the campaign
 * @waiting_since: since when their longest waiting conversation waits, or none
 * @sent_15_min: how many messages they sent in the last 15 minutes
 *
 * A user in a campaign.
 */
typedef struct
{
  ReaUser  *user;
  gboolean  online;
  ReaCounts counts;
  gint64    waiting_since;
  gint64    sent_15_min;
} ReaSender;

ReaUser *rea_user_new (const char *email) G_GNUC_WARN_UNUSED_RESULT;
ReaUser *rea_user_copy (const ReaUser *self) G_GNUC_WARN_UNUSED_RESULT;
void     rea_user_free (ReaUser *self);
void     rea_user_set_names (ReaUser *self, const char *first_name, const char *last_name);
gboolean rea_user_is_online (const ReaUser *self, gint64 now);
int      rea_user_compare_names (const ReaUser *a, const ReaUser *b);
char    *rea_user_dup_name (const ReaUser *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean rea_email_is_valid (const char *email);

ReaSender *rea_sender_new (ReaUser *user) G_GNUC_WARN_UNUSED_RESULT;
void       rea_sender_free (ReaSender *self);
ReaSender *rea_senders_find (GPtrArray *senders, const char *email);
ReaSender *rea_senders_find_id (GPtrArray *senders, gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaUser, rea_user_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaSender, rea_sender_free)

G_END_DECLS
