/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-demo-history.h"

#include "rea-planner.h"

#define MINUTE 60

typedef struct
{
  ReaStore    *store;
  ReaCampaign *campaign;
  gint64       by;
  gint64       now;
} History;

/* Moves one in @part of what matches, if that is anything and there is somebody
 * to give it to.
 */
static gboolean
move (History *self, ReaRequest *request, gint64 part, gint64 at, GError **error)
{
  g_autoptr (GPtrArray) senders =
      rea_store_list_senders (self->store, self->campaign->id, self->now, error);
  g_autoptr (ReaTally) holdings = NULL;
  g_autoptr (ReaTally) pool = NULL;
  g_autoptr (ReaPlan) plan = NULL;
  g_autoptr (ReaMove) made = rea_move_new (REA_MOVE_REASSIGN);
  g_autoptr (GArray) holders = NULL;
  g_autoptr (GError) local = NULL;
  ReaQuery  query = { .campaign = self->campaign, .filter = request->filter, .now = self->now };
  ReaCounts counts;

  if (senders == NULL ||
      !rea_filter_resolve_holders (request->filter, senders, self->now, &holders, error))
    return FALSE;

  query.holders = holders;
  holdings = rea_store_get_holdings (self->store, self->campaign->id, error);
  pool = holdings != NULL ? rea_store_tally (self->store, &query, error) : NULL;
  if (pool == NULL)
    return FALSE;

  counts = rea_tally_sum (pool);
  request->number = rea_counts_total (&counts) / part;
  if (request->number == 0)
    return TRUE;

  counts = rea_tally_get (holdings, REA_HOLDER_UNASSIGNED);
  plan = rea_planner_plan (request, senders, &counts, pool, self->now, &local);
  if (plan == NULL)
    {
      if (g_error_matches (local, REA_ERROR, REA_ERROR_NOBODY) ||
          g_error_matches (local, REA_ERROR, REA_ERROR_TOO_FEW))
        return TRUE;

      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  made->campaign_id = self->campaign->id;
  made->at = at;
  made->by = self->by;
  made->request = rea_request_copy (request);

  return rea_store_deal (self->store, &query, plan, made, error);
}

/* Hours ago somebody gave the first senders more to start. */
static gboolean
hand_out (History *self, const char *const *emails, GError **error)
{
  g_autoptr (ReaRequest) request = rea_request_new ();

  request->filter->holder = REA_HOLDER_NOBODY;
  request->filter->status = REA_STATUS_NOT_STARTED;
  request->to = REA_TO_SENDERS;
  rea_request_set_to_senders (request, emails);

  return move (self, request, 8, self->now - 235 * MINUTE, error);
}

/* Then took some away from who never came. */
static gboolean
take_from (History *self, const char *email, GError **error)
{
  const char *const emails[] = { email, NULL };
  g_autoptr (ReaRequest) request = rea_request_new ();

  rea_filter_set_senders (request->filter, emails);
  request->filter->status = REA_STATUS_NOT_STARTED;
  request->to = REA_TO_OTHERS;
  request->divide = REA_DIVIDE_LEVEL;

  return move (self, request, 4, self->now - 98 * MINUTE, error);
}

/* And a while ago swept up a few replies that waited with people who had left. */
static gboolean
sweep (History *self, const char *email, GError **error)
{
  const char *const emails[] = { email, NULL };
  g_autoptr (ReaRequest) request = rea_request_new ();

  request->filter->holder = REA_HOLDER_OFFLINE;
  request->filter->status = REA_STATUS_NEEDS_REPLY;
  request->filter->waiting_minutes = 60;
  request->to = REA_TO_SENDERS;
  rea_request_set_to_senders (request, emails);

  return move (self, request, 5, self->now - 22 * MINUTE, error);
}

/**
 * rea_demo_add_history:
 * @cast: the demo's people
 * @store: a store in a transaction
 * @campaign_id: the demo's campaign
 * @by: the user who is to have moved
 * @now: the moment from which times are counted back
 * @error: what the store says
 *
 * Adds a few moves, as they come about in a shift, by the planner's own rules.
 *
 * Returns: whether they could be made
 */
gboolean
rea_demo_add_history (ReaDemoCast *cast,
                      ReaStore    *store,
                      gint64       campaign_id,
                      gint64       by,
                      gint64       now,
                      GError     **error)
{
  g_autoptr (ReaCampaign) campaign = rea_store_get_campaign (store, campaign_id, error);
  const ReaDemoVolunteer *absent = rea_demo_cast_find (cast, REA_DEMO_NEVER, 0);
  const ReaDemoVolunteer *slow = rea_demo_cast_find (cast, REA_DEMO_SLOW, 0);
  const ReaDemoVolunteer *first = rea_demo_cast_find (cast, REA_DEMO_FAST, 0);
  const ReaDemoVolunteer *second = rea_demo_cast_find (cast, REA_DEMO_FAST, 1);
  const char *const eager[] = { first->user->email, second != NULL ? second->user->email : NULL,
                                NULL };
  History           history = { store, campaign, by, now };

  return campaign != NULL && hand_out (&history, eager, error) &&
         (absent == NULL || take_from (&history, absent->user->email, error)) &&
         (slow == NULL || sweep (&history, slow->user->email, error));
}
