/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ReaStatus:
 *
 * The status of a conversation, in the order in which conversations are dealt.
 */
typedef enum
{
  REA_STATUS_ANY = -1,
  REA_STATUS_NEEDS_REPLY,
  REA_STATUS_NOT_STARTED,
  REA_STATUS_MESSAGED,
  REA_STATUS_REPLIED,
  REA_STATUS_CLOSED,
} ReaStatus;

#define REA_N_STATUSES 5

typedef enum
{
  REA_STATE_DRAFT,
  REA_STATE_ACTIVE,
  REA_STATE_PAUSED,
  REA_STATE_CLOSED,
  REA_STATE_ARCHIVED,
} ReaState;

#define REA_N_STATES 5

/* Ordered: who stands higher may give and take the roles up to their own. */
typedef enum
{
  REA_ROLE_SENDER,
  REA_ROLE_MODERATOR,
  REA_ROLE_ADMIN,
  REA_ROLE_OWNER,
} ReaRole;

#define REA_N_ROLES 4

/* A holder is a user's number, or this one for nobody. Users are numbered from
 * 1000 on, so that every holder takes the same width in the store and a move
 * rewrites rows in place.
 */
#define REA_HOLDER_UNASSIGNED 999
#define REA_FIRST_USER_ID     1000

/* Times are seconds since 1970 in UTC; this one says that there is none. */
#define REA_TIME_NONE 0

/**
 * ReaCounts:
 * @n: how many conversations, by #ReaStatus
 */
typedef struct
{
  gint64 n[REA_N_STATUSES];
} ReaCounts;

gint64 rea_counts_total (const ReaCounts *counts);
gint64 rea_counts_open_work (const ReaCounts *counts);
void   rea_counts_add (ReaCounts *counts, const ReaCounts *other);
void   rea_counts_subtract (ReaCounts *counts, const ReaCounts *other);

const char *rea_status_to_string (ReaStatus status);
gboolean    rea_status_from_string (const char *string, ReaStatus *status);
const char *rea_state_to_string (ReaState state);
gboolean    rea_state_from_string (const char *string, ReaState *state);
const char *rea_role_to_string (ReaRole role);
gboolean    rea_role_from_string (const char *string, ReaRole *role);

G_END_DECLS
