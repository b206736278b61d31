/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-planner.h"
#include "rea-session-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* The holders, with what they hold, for the store to fill in what goes back. */
static ReaPlan *
list_holders (ReaSession *self, gint64 campaign, gint64 now, GError **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (GPtrArray) senders = rea_store_list_senders (store, campaign, now, error);
  g_autoptr (ReaTally) holdings = NULL;
  g_autoptr (ReaTally) nothing = rea_tally_new ();
  g_autoptr (ReaRequest) request = rea_request_new ();
  ReaCounts unassigned;

  if (senders == NULL)
    return NULL;

  holdings = rea_store_get_holdings (store, campaign, error);
  if (holdings == NULL)
    return NULL;

  unassigned = rea_tally_get (holdings, REA_HOLDER_UNASSIGNED);

  return rea_planner_plan (request, senders, &unassigned, nothing, now, error);
}

/* The sender that a removal took out is one again. */
static gboolean
bring_back_sender (ReaSession *self, const ReaMove *move, GError **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (ReaUser) user = NULL;
  gboolean added;

  if (move->kind != REA_MOVE_REMOVE)
    return TRUE;

  user = rea_store_find_user (store, move->removed, error);

  return user != NULL && rea_store_add_sender (store, move->campaign_id, user->id, &added, error);
}

static ReaResult *
undo (ReaSession *self, gint64 campaign_id, gint64 move_id, GError **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (ReaCampaign) campaign = rea_session_enter (self, campaign_id, REA_VERB_MOVE, error);
  g_autoptr (ReaMove) move = NULL;
  g_autoptr (ReaMove) undoing = rea_move_new (REA_MOVE_UNDO);
  g_autoptr (ReaResult) result = g_new0 (ReaResult, 1);

  if (campaign == NULL)
    return NULL;

  move = rea_store_get_move (store, campaign_id, move_id, error);
  if (move == NULL)
    return NULL;

  if (move->undone_by != 0)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_WRONG_STATE,
                   _ ("Move %" PRId64 " is undone already, by move %" PRId64 "."), move->id,
                   move->undone_by);
      return NULL;
    }

  if (!bring_back_sender (self, move, error))
    return NULL;

  undoing->campaign_id = campaign_id;
  undoing->at = rea_session_now (self);
  undoing->by = rea_session_get_user (self)->id;
  undoing->undoes = move->id;

  result->plan = list_holders (self, campaign_id, undoing->at, error);
  if (result->plan == NULL ||
      !rea_store_deal_back (store, move, undoing, result->plan, &result->left, error))
    return NULL;

  result->plan->matched = move->moved;
  result->move = undoing->id;
  result->undoes = move->id;

  return g_steal_pointer (&result);
}

/**
 * rea_session_undo:
 * @self: a session
 * @campaign: the number of a campaign
 * @move: the number of one of its moves
 * @cancellable: (nullable): ends it early; then nothing has changed
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND, %REA_ERROR_WRONG_STATE
 *   where an undo of it stands
 *
 * Gives back each conversation that is still where the move put it and in which
 * no sender has written since; says in left how many it left alone and why.
 *
 * Returns: (transfer full) (nullable): what it did
 */
ReaResult *
rea_session_undo (ReaSession   *self,
                  gint64        campaign,
                  gint64        move,
                  GCancellable *cancellable,
                  GError      **error)
{
  g_autoptr (ReaResult) result = NULL;

  if (!rea_session_begin (self, REA_STORE_WRITE, cancellable, error))
    return NULL;

  result = undo (self, campaign, move, error);

  return rea_session_end (self, result != NULL, error) ? g_steal_pointer (&result) : NULL;
}

/**
 * rea_session_list_moves:
 * @self: a session
 * @campaign: the number of a campaign
 * @limit: how many at most
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable) (element-type ReaMove): the history, newest
 *   first
 */
GPtrArray *
rea_session_list_moves (ReaSession *self, gint64 campaign, guint limit, GError **error)
{
  g_autoptr (ReaCampaign) entered = NULL;
  g_autoptr (GPtrArray) moves = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  entered = rea_session_enter (self, campaign, REA_VERB_SEE, error);
  if (entered != NULL)
    moves = rea_store_list_moves (rea_session_get_store (self), campaign, limit, error);

  return rea_session_end (self, moves != NULL, error) ? g_steal_pointer (&moves) : NULL;
}

/**
 * rea_session_get_last_own_move:
 * @self: a session
 * @campaign: the number of a campaign
 * @error: %REA_ERROR_NOT_FOUND where there is none
 *
 * Returns: (transfer full) (nullable): what the window's Undo takes back: the
 *   acting user's last move that is no undo and is not undone
 */
ReaMove *
rea_session_get_last_own_move (ReaSession *self, gint64 campaign, GError **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (ReaCampaign) entered = NULL;
  g_autoptr (ReaMove) move = NULL;
  gint64 id;

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  entered = rea_session_enter (self, campaign, REA_VERB_SEE, error);
  if (entered != NULL &&
      rea_store_find_last_move (store, campaign, rea_session_get_user (self)->id, &id, error))
    {
      if (id != 0)
        move = rea_store_get_move (store, campaign, id, error);
      else
        g_set_error_literal (error, REA_ERROR, REA_ERROR_NOT_FOUND,
                             _ ("There is nothing to undo."));
    }

  return rea_session_end (self, move != NULL, error) ? g_steal_pointer (&move) : NULL;
}

/**
 * rea_session_get_move_plan:
 * @self: a session
 * @campaign: the number of a campaign
 * @move: the number of one of its moves
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): what the move did, in counts: of those who
 *   gave or received
 */
ReaPlan *
rea_session_get_move_plan (ReaSession *self, gint64 campaign, gint64 move, GError **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (ReaCampaign) entered = NULL;
  g_autoptr (ReaMove) found = NULL;
  g_autoptr (ReaPlan) plan = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  entered = rea_session_enter (self, campaign, REA_VERB_SEE, error);
  if (entered != NULL)
    found = rea_store_get_move (store, campaign, move, error);
  if (found != NULL)
    plan = rea_store_get_move_plan (store, move, error);

  return rea_session_end (self, plan != NULL, error) ? g_steal_pointer (&plan) : NULL;
}
