/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-planner.h"
#include "rea-session-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

void
rea_result_free (ReaResult *self)
{
  g_clear_pointer (&self->plan, rea_plan_free);
  g_free (self);
}

static ReaResult *
make_result (ReaPlan *plan, gint64 move)
{
  ReaResult *result = g_new0 (ReaResult, 1);

  result->plan = plan;
  result->move = move;

  return result;
}

/* All that a move needs to know of one moment. */
typedef struct
{
  ReaCampaign *campaign;
  GPtrArray   *senders;
  ReaTally    *holdings;
  ReaQuery     query;
} Moment;

static void
moment_clear (Moment *moment)
{
  g_clear_pointer (&moment->campaign, rea_campaign_free);
  g_clear_pointer (&moment->senders, g_ptr_array_unref);
  g_clear_pointer (&moment->holdings, rea_tally_free);
  g_clear_pointer (&moment->query.holders, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Moment, moment_clear)

/* Reads it; @campaign is taken. */
static gboolean
read_moment (ReaSession      *self,
             ReaCampaign     *campaign,
             const ReaFilter *filter,
             Moment          *moment,
             GError         **error)
{
  ReaStore *store = rea_session_get_store (self);

  moment->campaign = campaign;
  if (campaign == NULL)
    return FALSE;

  moment->senders = rea_store_list_senders (store, campaign->id, rea_session_now (self), error);
  if (moment->senders == NULL)
    return FALSE;

  moment->holdings = rea_store_get_holdings (store, campaign->id, error);

  return moment->holdings != NULL &&
         rea_session_make_query (self, campaign, filter, moment->senders, &moment->query, error);
}

static ReaPlan *
make_plan (const ReaRequest *request, const Moment *moment, const ReaTally *pool, GError **error)
{
  ReaCounts unassigned = rea_tally_get (moment->holdings, REA_HOLDER_UNASSIGNED);

  return rea_planner_plan (request, moment->senders, &unassigned, pool, moment->query.now, error);
}

static ReaPlan *
plan_request (ReaSession *self, const ReaRequest *request, const Moment *moment, GError **error)
{
  g_autoptr (ReaTally) pool =
      rea_session_tally_query (self, &moment->query, moment->holdings, error);

  return pool != NULL ? make_plan (request, moment, pool, error) : NULL;
}

/* Senders are found whatever the case in which they were typed; what is recorded
 * is what they are called.
 */
static void
name_as_known (char **emails, GPtrArray *senders)
{
  for (guint i = 0; emails != NULL && emails[i] != NULL; i++)
    {
      const ReaSender *sender = rea_senders_find (senders, emails[i]);

      if (sender != NULL)
        {
          g_free (emails[i]);
          emails[i] = g_strdup (sender->user->email);
        }
    }
}

/* Carries the plan out and records it; a plan that moves nothing is done already. */
static ReaResult *
carry_out (ReaSession       *self,
           ReaPlan          *plan,
           const Moment     *moment,
           ReaMoveKind       kind,
           const ReaRequest *request,
           const char       *removed,
           GError          **error)
{
  g_autoptr (ReaPlan) taken = plan;
  g_autoptr (ReaMove) move = rea_move_new (kind);

  if (plan->moved > 0)
    {
      move->campaign_id = moment->campaign->id;
      move->at = moment->query.now;
      move->by = rea_session_get_user (self)->id;
      move->request = rea_request_copy (request);
      name_as_known (move->request->to_senders, moment->senders);
      name_as_known (move->request->filter->senders, moment->senders);
      move->removed = g_strdup (removed);

      if (!rea_store_deal (rea_session_get_store (self), &moment->query, plan, move, error))
        return NULL;
    }

  return make_result (g_steal_pointer (&taken), move->id);
}

static ReaResult *
preview (ReaSession *self, gint64 campaign, const ReaRequest *request, GError **error)
{
  g_auto (Moment) moment = { 0 };
  ReaPlan   *plan;
  ReaResult *result;

  if (!read_moment (self, rea_session_enter (self, campaign, REA_VERB_MOVE, error), request->filter,
                    &moment, error))
    return NULL;

  plan = plan_request (self, request, &moment, error);
  if (plan == NULL)
    return NULL;

  result = make_result (plan, 0);
  result->is_preview = TRUE;

  return result;
}

/**
 * rea_session_preview:
 * @self: a session
 * @campaign: the number of a campaign
 * @request: what would be asked for
 * @cancellable: (nullable): ends it early
 * @error: all that rea_session_reassign() can say but %REA_ERROR_CHANGED
 *
 * Works out what a request would do, and does nothing.
 *
 * Returns: (transfer full) (nullable): what it would do
 */
ReaResult *
rea_session_preview (ReaSession       *self,
                     gint64            campaign,
                     const ReaRequest *request,
                     GCancellable     *cancellable,
                     GError          **error)
{
  g_autoptr (ReaResult) result = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, cancellable, error))
    return NULL;

  result = preview (self, campaign, request, error);

  return rea_session_end (self, result != NULL, error) ? g_steal_pointer (&result) : NULL;
}

/* Whether the plan is still what somebody agreed to. */
static gboolean
check_expected (const ReaPlan *plan, const ReaPlan *shown, gint64 expected, GError **error)
{
  if (shown != NULL && rea_plan_has_changed (shown, plan))
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_CHANGED,
                           _ ("The campaign has changed meanwhile; look at what would move now."));
      return FALSE;
    }

  if (expected >= 0 && plan->moved != expected)
    {
      /* TRANSLATORS: the first number is how many would move, the second how many
       * were expected
       */
      g_set_error (error, REA_ERROR, REA_ERROR_CHANGED,
                   ngettext ("%" PRId64 " conversation would move now, not %" PRId64 ".",
                             "%" PRId64 " conversations would move now, not %" PRId64 ".",
                             plan->moved),
                   plan->moved, expected);
      return FALSE;
    }

  return TRUE;
}

static ReaResult *
reassign (ReaSession       *self,
          gint64            campaign,
          const ReaRequest *request,
          const ReaPlan    *shown,
          gint64            expected,
          GError          **error)
{
  g_auto (Moment) moment = { 0 };
  g_autoptr (ReaPlan) plan = NULL;

  if (!read_moment (self, rea_session_enter (self, campaign, REA_VERB_MOVE, error), request->filter,
                    &moment, error))
    return NULL;

  plan = plan_request (self, request, &moment, error);
  if (plan == NULL || !check_expected (plan, shown, expected, error))
    return NULL;

  return carry_out (self, g_steal_pointer (&plan), &moment, REA_MOVE_REASSIGN, request, NULL,
                    error);
}

/**
 * rea_session_reassign:
 * @self: a session
 * @campaign: the number of a campaign
 * @request: what is asked for
 * @shown: (nullable): the plan that somebody has seen and agreed to
 * @expected: how many it must move, or -1
 * @cancellable: (nullable): ends it early; then it has moved nothing
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_WRONG_STATE, %REA_ERROR_NOT_FOUND,
 *   %REA_ERROR_NOBODY, %REA_ERROR_TOO_FEW, or %REA_ERROR_CHANGED where it would be
 *   another move than the one that was shown or expected
 *
 * Moves conversations: plans afresh and moves in one transaction.
 *
 * Returns: (transfer full) (nullable): what it did
 */
ReaResult *
rea_session_reassign (ReaSession       *self,
                      gint64            campaign,
                      const ReaRequest *request,
                      const ReaPlan    *shown,
                      gint64            expected,
                      GCancellable     *cancellable,
                      GError          **error)
{
  g_autoptr (ReaResult) result = NULL;

  if (!rea_session_begin (self, REA_STORE_WRITE, cancellable, error))
    return NULL;

  result = reassign (self, campaign, request, shown, expected, error);

  return rea_session_end (self, result != NULL, error) ? g_steal_pointer (&result) : NULL;
}

static ReaResult *
self_assign (ReaSession *self, gint64 campaign, GError **error)
{
  const ReaUser    *user = rea_session_get_user (self);
  const char *const emails[] = { user->email, NULL };
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaTally) pool = NULL;
  g_auto (Moment) moment = { 0 };
  ReaCounts available, held;
  ReaPlan  *plan;

  request->filter->holder = REA_HOLDER_NOBODY;
  rea_request_set_to_senders (request, emails);

  if (!read_moment (self, rea_session_enter_self_assign (self, campaign, error), request->filter,
                    &moment, error))
    return NULL;

  /* A sender sees their own only, but is given what nobody holds. */
  moment.query.only_holder = 0;

  held = rea_tally_get (moment.holdings, user->id);
  if (!rea_session_check_done (&held, error))
    return NULL;

  pool = rea_session_tally_for_self (moment.campaign, moment.holdings, moment.query.now);
  available = rea_tally_sum (pool);
  request->number = MIN (moment.campaign->batch, rea_counts_total (&available));

  plan = make_plan (request, &moment, pool, error);
  if (plan == NULL)
    return NULL;

  request->number = moment.campaign->batch;

  return carry_out (self, plan, &moment, REA_MOVE_SELF_ASSIGN, request, NULL, error);
}

/**
 * rea_session_self_assign:
 * @self: a session of a sender
 * @campaign: the number of a campaign
 * @error: %REA_ERROR_NOT_PERMITTED where the campaign doesn't allow it,
 *   %REA_ERROR_WRONG_STATE where the sender has Not Started left
 *
 * Gives the acting sender up to the campaign's batch of unassigned conversations.
 *
 * Returns: (transfer full) (nullable): what it did; nothing may be left to give
 */
ReaResult *
rea_session_self_assign (ReaSession *self, gint64 campaign, GError **error)
{
  g_autoptr (ReaResult) result = NULL;

  if (!rea_session_begin (self, REA_STORE_WRITE, NULL, error))
    return NULL;

  result = self_assign (self, campaign, error);

  return rea_session_end (self, result != NULL, error) ? g_steal_pointer (&result) : NULL;
}

/* The request that empties a sender; one who is going cannot receive. */
static ReaRequest *
make_removal (const ReaRequest *where, const char *email, GError **error)
{
  const char *const emails[] = { email, NULL };
  g_autoptr (ReaRequest) request = where != NULL ? rea_request_copy (where) : rea_request_new ();

  for (guint i = 0; request->to == REA_TO_SENDERS && request->to_senders[i] != NULL; i++)
    if (g_ascii_strcasecmp (request->to_senders[i], email) == 0)
      {
        g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                     _ ("%s is being removed and cannot receive."), email);
        return NULL;
      }

  rea_filter_free (request->filter);
  request->filter = rea_filter_new ();
  rea_filter_set_senders (request->filter, emails);
  request->number = REA_NUMBER_ALL;

  return g_steal_pointer (&request);
}

static ReaResult *
remove_sender (ReaSession       *self,
               gint64            campaign,
               const char       *email,
               const ReaRequest *where,
               const ReaPlan    *shown,
               GError          **error)
{
  g_auto (Moment) moment = { 0 };
  g_autoptr (ReaCampaign) entered =
      rea_session_enter (self, campaign, REA_VERB_MANAGE_SENDERS, error);
  g_autoptr (ReaRequest) request = NULL;
  g_autoptr (ReaPlan) plan = NULL;
  g_autoptr (ReaResult) result = NULL;
  const ReaSender *sender;
  gint64           n;

  if (entered == NULL)
    return NULL;

  request = make_removal (where, email, error);
  if (request == NULL ||
      !read_moment (self, g_steal_pointer (&entered), request->filter, &moment, error))
    return NULL;

  sender = rea_senders_find (moment.senders, email);
  n = rea_counts_total (&sender->counts);

  if (n > 0 && where == NULL)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_WRONG_STATE,
                   ngettext ("%s holds %" PRId64 " conversation; say where it goes.",
                             "%s holds %" PRId64 " conversations; say where they go.", n),
                   sender->user->email, n);
      return NULL;
    }

  /* Somebody who holds nothing can go even where there is nobody to give to; those
   * who were named must be there all the same.
   */
  if (n == 0 && request->to != REA_TO_SENDERS)
    request->to = REA_TO_UNASSIGNED;

  plan = plan_request (self, request, &moment, error);
  if (plan == NULL || !check_expected (plan, shown, -1, error))
    return NULL;

  result = carry_out (self, g_steal_pointer (&plan), &moment, REA_MOVE_REMOVE, request,
                      sender->user->email, error);
  if (result == NULL ||
      !rea_store_remove_sender (rea_session_get_store (self), campaign, sender->user->id, error))
    return NULL;

  return g_steal_pointer (&result);
}

/**
 * rea_session_remove_sender:
 * @self: a session
 * @campaign: the number of a campaign
 * @email: one of its senders
 * @where: (nullable): a request that says where what they hold goes; of it only
 *   to, its senders and the division count
 * @shown: (nullable): the plan that somebody has seen and agreed to
 * @cancellable: (nullable): ends it early; then nothing has changed
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND, %REA_ERROR_WRONG_STATE
 *   with how many are held where @where is missing, %REA_ERROR_NOBODY, or
 *   %REA_ERROR_CHANGED where it would be another move than the one that was shown
 *
 * Takes a sender out of the campaign and moves what they hold, in one move.
 *
 * Returns: (transfer full) (nullable): what it moved
 */
ReaResult *
rea_session_remove_sender (ReaSession       *self,
                           gint64            campaign,
                           const char       *email,
                           const ReaRequest *where,
                           const ReaPlan    *shown,
                           GCancellable     *cancellable,
                           GError          **error)
{
  g_autoptr (ReaResult) result = NULL;

  if (!rea_session_begin (self, REA_STORE_WRITE, cancellable, error))
    return NULL;

  result = remove_sender (self, campaign, email, where, shown, error);

  return rea_session_end (self, result != NULL, error) ? g_steal_pointer (&result) : NULL;
}
