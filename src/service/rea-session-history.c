/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-name.h"
#include "rea-planner.h"
#include "rea-session-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* The holders, with what they hold, for the store to fill in what goes back. Whom
 * the undo brings back is one of them, in the order of their names.
 */
static ReaPlan *
list_holders (ReaSession *self, gint64 campaign, ReaUser *brought_back, gint64 now, GError **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (GPtrArray) senders = rea_store_list_senders (store, campaign, now, error);
  g_autoptr (ReaTally) holdings = NULL;
  g_autoptr (ReaTally) nothing = rea_tally_new ();
  g_autoptr (ReaRequest) request = rea_request_new ();
  ReaCounts unassigned;

  if (senders == NULL)
    return NULL;

  if (brought_back != NULL && rea_senders_find_id (senders, brought_back->id) == NULL)
    {
      guint place = 0;

      while (place < senders->len &&
             rea_user_compare_names (((ReaSender *) g_ptr_array_index (senders, place))->user,
                                     brought_back) < 0)
        place++;
      g_ptr_array_insert (senders, (gint) place, rea_sender_new (rea_user_copy (brought_back)));
    }

  holdings = rea_store_get_holdings (store, campaign, error);
  if (holdings == NULL)
    return NULL;

  unassigned = rea_tally_get (holdings, REA_HOLDER_UNASSIGNED);

  return rea_planner_plan (request, senders, &unassigned, nothing, now, error);
}

/* What undo and its preview begin with: who may, the move, and whom it brings back. */
static gboolean
read_undone (ReaSession *self,
             gint64      campaign_id,
             gint64      move_id,
             ReaMove   **move,
             ReaUser   **brought_back,
             GError    **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (ReaCampaign) campaign = rea_session_enter (self, campaign_id, REA_VERB_MOVE, error);

  if (campaign == NULL)
    return FALSE;

  *move = rea_store_get_move (store, campaign_id, move_id, error);
  if (*move == NULL)
    return FALSE;

  if ((*move)->undone_by != 0)
    {
      /* TRANSLATORS: the first is the number of a move, then who took it back, and the number
       * of that move */
      g_set_error (error, REA_ERROR, REA_ERROR_WRONG_STATE,
                   _ ("Move %1$" PRId64 " was undone already, by %2$s (move %3$" PRId64 ")."),
                   (*move)->id, (*move)->undone_name != NULL ? (*move)->undone_name : "—",
                   (*move)->undone_by);
      return FALSE;
    }

  if ((*move)->kind != REA_MOVE_REMOVE)
    return TRUE;

  *brought_back = rea_store_find_user (store, (*move)->removed, error);

  return *brought_back != NULL;
}

static ReaResult *
undo (ReaSession *self, gint64 campaign, gint64 move_id, GError **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (ReaMove) move = NULL;
  g_autoptr (ReaUser) brought_back = NULL;
  g_autoptr (ReaMove) undoing = rea_move_new (REA_MOVE_UNDO);
  g_autoptr (ReaResult) result = g_new0 (ReaResult, 1);
  gboolean added;

  if (!read_undone (self, campaign, move_id, &move, &brought_back, error))
    return NULL;

  if (brought_back != NULL &&
      !rea_store_add_sender (store, campaign, brought_back->id, &added, error))
    return NULL;

  undoing->campaign_id = campaign;
  undoing->at = rea_session_now (self);
  undoing->by = rea_session_get_user (self)->id;
  undoing->undoes = move->id;

  result->plan = list_holders (self, campaign, NULL, undoing->at, error);
  if (result->plan == NULL ||
      !rea_store_deal_back (store, move, undoing, result->plan, &result->left, error))
    return NULL;

  result->plan->matched = move->moved;
  result->move = undoing->id;
  result->undoes = move->id;

  return g_steal_pointer (&result);
}

static ReaResult *
preview_undo (ReaSession *self, gint64 campaign, gint64 move_id, GError **error)
{
  g_autoptr (ReaMove) move = NULL;
  g_autoptr (ReaUser) brought_back = NULL;
  g_autoptr (ReaResult) result = g_new0 (ReaResult, 1);

  if (!read_undone (self, campaign, move_id, &move, &brought_back, error))
    return NULL;

  result->plan = list_holders (self, campaign, brought_back, rea_session_now (self), error);
  if (result->plan == NULL ||
      !rea_store_look_back (rea_session_get_store (self), move, result->plan, &result->left, error))
    return NULL;

  result->plan->matched = move->moved;
  result->is_preview = TRUE;
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
 * rea_session_preview_undo:
 * @self: a session
 * @campaign: the number of a campaign
 * @move: the number of one of its moves
 * @cancellable: (nullable): ends it early
 * @error: all that rea_session_undo() can say
 *
 * Works out what taking a move back would do now, and does nothing. It looks at
 * each conversation of the move: a million take as long as reading them.
 *
 * Returns: (transfer full) (nullable): what it would give back, and what it would
 *   leave and why
 */
ReaResult *
rea_session_preview_undo (ReaSession   *self,
                          gint64        campaign,
                          gint64        move,
                          GCancellable *cancellable,
                          GError      **error)
{
  g_autoptr (ReaResult) result = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, cancellable, error))
    return NULL;

  result = preview_undo (self, campaign, move, error);

  return rea_session_end (self, result != NULL, error) ? g_steal_pointer (&result) : NULL;
}

/* Whom each word of a search fits: their name or their e-mail. */
static GPtrArray *
find_people (ReaSession *self, const char *text, GError **error)
{
  g_autoptr (ReaSearch) search = rea_search_new (text);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) users = rea_store_list_users (rea_session_get_store (self), error);
  const char *const *words = rea_search_get_words (search);

  if (users == NULL)
    return NULL;

  for (guint word = 0; words[word] != NULL; word++)
    {
      g_autoptr (ReaSearch) one = rea_search_new (words[word]);
      GArray *fit = g_array_new (FALSE, FALSE, sizeof (gint64));

      for (guint i = 0; i < users->len; i++)
        {
          const ReaUser *user = g_ptr_array_index (users, i);

          if (rea_search_matches (one, user->first_name, user->last_name, "") ||
              rea_search_matches (one, user->email, "", ""))
            g_array_append_val (fit, user->id);
        }

      g_ptr_array_add (people, fit);
    }

  return g_steal_pointer (&people);
}

static GPtrArray *
find_moves (ReaSession *self, gint64 campaign, const ReaMoveFilter *filter, GError **error)
{
  g_autoptr (ReaCampaign) entered = rea_session_enter (self, campaign, REA_VERB_SEE, error);
  g_autoptr (GPtrArray) people = NULL;
  ReaMoveQuery query = { .filter = filter };

  if (entered == NULL)
    return NULL;

  if (filter->search != NULL)
    {
      people = find_people (self, filter->search, error);
      if (people == NULL)
        return NULL;
    }

  query.people = people;
  if (filter->show == REA_MOVES_OWN)
    query.by = rea_session_get_user (self)->id;

  return rea_store_list_moves (rea_session_get_store (self), campaign, &query, error);
}

/**
 * rea_session_find_moves:
 * @self: a session
 * @campaign: the number of a campaign
 * @filter: which of its moves
 * @cancellable: (nullable): ends it early
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable) (element-type ReaMove): that part of the
 *   history, newest first
 */
GPtrArray *
rea_session_find_moves (ReaSession          *self,
                        gint64               campaign,
                        const ReaMoveFilter *filter,
                        GCancellable        *cancellable,
                        GError             **error)
{
  g_autoptr (GPtrArray) moves = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, cancellable, error))
    return NULL;

  moves = find_moves (self, campaign, filter, error);

  return rea_session_end (self, moves != NULL, error) ? g_steal_pointer (&moves) : NULL;
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
  ReaMoveFilter all = { .limit = limit };

  return rea_session_find_moves (self, campaign, &all, NULL, error);
}

/**
 * rea_session_get_move:
 * @self: a session
 * @campaign: the number of a campaign
 * @move: the number of one of its moves
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the move
 */
ReaMove *
rea_session_get_move (ReaSession *self, gint64 campaign, gint64 move, GError **error)
{
  g_autoptr (ReaCampaign) entered = NULL;
  g_autoptr (ReaMove) found = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  entered = rea_session_enter (self, campaign, REA_VERB_SEE, error);
  if (entered != NULL)
    found = rea_store_get_move (rea_session_get_store (self), campaign, move, error);

  return rea_session_end (self, found != NULL, error) ? g_steal_pointer (&found) : NULL;
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

/**
 * rea_session_list_moved:
 * @self: a session
 * @campaign: the number of a campaign
 * @move: the number of one of its moves
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the conversations that
 *   the move moved, ascending
 */
GArray *
rea_session_list_moved (ReaSession *self, gint64 campaign, gint64 move, GError **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (ReaCampaign) entered = NULL;
  g_autoptr (ReaMove) found = NULL;
  g_autoptr (GArray) ids = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  entered = rea_session_enter (self, campaign, REA_VERB_SEE, error);
  if (entered != NULL)
    found = rea_store_get_move (store, campaign, move, error);
  if (found != NULL)
    ids = rea_store_list_moved (store, move, error);

  return rea_session_end (self, ids != NULL, error) ? g_steal_pointer (&ids) : NULL;
}
