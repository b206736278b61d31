/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-types.h"

static const char *const status_names[REA_N_STATUSES] = {
  [REA_STATUS_NEEDS_REPLY] = "needs_reply", [REA_STATUS_NOT_STARTED] = "not_started",
  [REA_STATUS_MESSAGED] = "messaged",       [REA_STATUS_REPLIED] = "replied",
  [REA_STATUS_CLOSED] = "closed",
};

static const char *const state_names[REA_N_STATES] = {
  [REA_STATE_DRAFT] = "draft",   [REA_STATE_ACTIVE] = "active",     [REA_STATE_PAUSED] = "paused",
  [REA_STATE_CLOSED] = "closed", [REA_STATE_ARCHIVED] = "archived",
};

static const char *const role_names[REA_N_ROLES] = {
  [REA_ROLE_SENDER] = "sender",
  [REA_ROLE_MODERATOR] = "moderator",
  [REA_ROLE_ADMIN] = "admin",
  [REA_ROLE_OWNER] = "owner",
};

/* Where @string stands in @names, or -1. */
static int
find_name (const char *const *names, int n_names, const char *string)
{
  for (int i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i], string) == 0)
      return i;

  return -1;
}

/**
 * rea_counts_total:
 * @counts: counts
 *
 * Returns: how many conversations these are, of whatever status
 */
gint64
rea_counts_total (const ReaCounts *counts)
{
  gint64 total = 0;

  for (int status = 0; status < REA_N_STATUSES; status++)
    total += counts->n[status];

  return total;
}

/**
 * rea_counts_open_work:
 * @counts: what a sender holds
 *
 * Returns: Not Started plus Needs Reply
 */
gint64
rea_counts_open_work (const ReaCounts *counts)
{
  return counts->n[REA_STATUS_NOT_STARTED] + counts->n[REA_STATUS_NEEDS_REPLY];
}

/**
 * rea_counts_add:
 * @counts: changed
 * @other: what is added to it
 */
void
rea_counts_add (ReaCounts *counts, const ReaCounts *other)
{
  for (int status = 0; status < REA_N_STATUSES; status++)
    counts->n[status] += other->n[status];
}

/**
 * rea_counts_subtract:
 * @counts: changed
 * @other: what is taken from it
 */
void
rea_counts_subtract (ReaCounts *counts, const ReaCounts *other)
{
  for (int status = 0; status < REA_N_STATUSES; status++)
    counts->n[status] -= other->n[status];
}

/**
 * rea_status_to_string:
 * @status: a status, not %REA_STATUS_ANY
 *
 * Returns: its name on the command line and in files
 */
const char *
rea_status_to_string (ReaStatus status)
{
  g_return_val_if_fail (status >= 0 && status < REA_N_STATUSES, NULL);

  return status_names[status];
}

/**
 * rea_status_from_string:
 * @string: (nullable): a name
 * @status: (out): the status of that name
 *
 * Returns: whether there is one
 */
gboolean
rea_status_from_string (const char *string, ReaStatus *status)
{
  int found = find_name (status_names, REA_N_STATUSES, string);

  if (found >= 0)
    *status = found;

  return found >= 0;
}

/**
 * rea_state_to_string:
 * @state: a state of a campaign
 *
 * Returns: its name on the command line and in files
 */
const char *
rea_state_to_string (ReaState state)
{
  g_return_val_if_fail (state < REA_N_STATES, NULL);

  return state_names[state];
}

/**
 * rea_state_from_string:
 * @string: (nullable): a name
 * @state: (out): the state of that name
 *
 * Returns: whether there is one
 */
gboolean
rea_state_from_string (const char *string, ReaState *state)
{
  int found = find_name (state_names, REA_N_STATES, string);

  if (found >= 0)
    *state = found;

  return found >= 0;
}

/**
 * rea_role_to_string:
 * @role: a role
 *
 * Returns: its name on the command line and in files
 */
const char *
rea_role_to_string (ReaRole role)
{
  g_return_val_if_fail (role < REA_N_ROLES, NULL);

  return role_names[role];
}

/**
 * rea_role_from_string:
 * @string: (nullable): a name
 * @role: (out): the role of that name
 *
 * Returns: whether there is one
 */
gboolean
rea_role_from_string (const char *string, ReaRole *role)
{
  int found = find_name (role_names, REA_N_ROLES, string);

  if (found >= 0)
    *role = found;

  return found >= 0;
}
