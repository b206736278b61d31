/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a sender may be given, and what they have to do. All of it by the counters. */
#include "rea-session-private.h"

#include "rea-sending.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

void
rea_shift_free (ReaShift *self)
{
  g_clear_pointer (&self->campaign, rea_campaign_free);
  g_free (self->refusal);
  g_free (self->initial_refusal);
  g_free (self->self_assign_refusal);
  g_free (self);
}

/**
 * rea_session_enter_self_assign:
 * @self: a session in a transaction
 * @campaign_id: the number of a campaign
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND, %REA_ERROR_WRONG_STATE
 *
 * As rea_session_enter(); the campaign has to allow it, too.
 *
 * Returns: (transfer full) (nullable): the campaign
 */
ReaCampaign *
rea_session_enter_self_assign (ReaSession *self, gint64 campaign_id, GError **error)
{
  g_autoptr (ReaCampaign) campaign =
      rea_session_enter_any_state (self, campaign_id, REA_VERB_SELF_ASSIGN, error);

  if (campaign == NULL)
    return NULL;

  if (!campaign->self_assign)
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_NOT_PERMITTED,
                           _ ("This campaign does not let senders ask for more."));
      return NULL;
    }

  return rea_state_check (campaign->state, REA_VERB_SELF_ASSIGN, error)
             ? g_steal_pointer (&campaign)
             : NULL;
}

/**
 * rea_session_check_done:
 * @held: what a sender holds
 * @error: %REA_ERROR_WRONG_STATE
 *
 * Returns: whether they have started all of it, so that they may ask for more
 */
gboolean
rea_session_check_done (const ReaCounts *held, GError **error)
{
  gint64 n = held->n[REA_STATUS_NOT_STARTED];

  if (n == 0)
    return TRUE;

  g_set_error (error, REA_ERROR, REA_ERROR_WRONG_STATE,
               ngettext ("%" PRId64 " conversation is not started yet; text it first.",
                         "%" PRId64 " conversations are not started yet; text them first.", n),
               n);

  return FALSE;
}

/**
 * rea_session_tally_for_self:
 * @campaign: a campaign
 * @holdings: what everyone holds in it
 * @now: the time, in seconds
 *
 * Returns: (transfer full): what somebody who asks for more may get: unassigned
 *   replies, and contacts who are not started while they may be written to
 */
ReaTally *
rea_session_tally_for_self (const ReaCampaign *campaign, const ReaTally *holdings, gint64 now)
{
  ReaTally *pool = rea_tally_new ();
  ReaCounts unassigned = rea_tally_get (holdings, REA_HOLDER_UNASSIGNED);

  rea_tally_add (pool, REA_HOLDER_UNASSIGNED, REA_STATUS_NEEDS_REPLY,
                 unassigned.n[REA_STATUS_NEEDS_REPLY]);
  if (rea_campaign_window_is_open (campaign, now))
    rea_tally_add (pool, REA_HOLDER_UNASSIGNED, REA_STATUS_NOT_STARTED,
                   unassigned.n[REA_STATUS_NOT_STARTED]);

  return pool;
}

static void
judge_sending (ReaSession *self, ReaShift *shift)
{
  const ReaCampaign *campaign = shift->campaign;
  gint64             now = rea_session_now (self);
  g_autoptr (GError) inactive = NULL;
  g_autoptr (GError) out_of_window = NULL;

  if (!rea_state_check (campaign->state, REA_VERB_SEND, &inactive))
    {
      shift->refusal = g_strdup (inactive->message);
      shift->initial_refusal = g_strdup (inactive->message);
    }
  else if (!rea_sending_check_window (campaign, now, &out_of_window))
    {
      shift->initial_refusal = g_strdup (out_of_window->message);
      if (campaign->window_start != REA_TIME_NONE && now < campaign->window_start)
        shift->initial_at = campaign->window_start;
    }
}

/* Only what keeps one from reading is an error here. */
static gboolean
judge_self_assign (ReaSession *self, ReaShift *shift, const ReaTally *holdings, GError **error)
{
  g_autoptr (ReaTally) pool = NULL;
  g_autoptr (ReaCampaign) entered = NULL;
  g_autoptr (GError) refused = NULL;
  ReaCounts unassigned = rea_tally_get (holdings, REA_HOLDER_UNASSIGNED);
  ReaCounts available;

  entered = rea_session_enter_self_assign (self, shift->campaign->id, &refused);
  if (entered != NULL)
    rea_session_check_done (&shift->counts, &refused);

  if (g_error_matches (refused, REA_ERROR, REA_ERROR_NOT_PERMITTED) ||
      g_error_matches (refused, REA_ERROR, REA_ERROR_WRONG_STATE))
    {
      shift->self_assign_refusal = g_strdup (refused->message);
      return TRUE;
    }

  if (refused != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&refused));
      return FALSE;
    }

  pool = rea_session_tally_for_self (shift->campaign, holdings, rea_session_now (self));
  available = rea_tally_sum (pool);
  shift->offered = MIN (shift->campaign->batch, rea_counts_total (&available));
  shift->may_self_assign = shift->offered > 0;
  if (shift->may_self_assign)
    return TRUE;

  /* There may be what is held back only. */
  if (shift->initial_refusal != NULL && unassigned.n[REA_STATUS_NOT_STARTED] > 0)
    shift->self_assign_refusal = g_strdup (shift->initial_refusal);
  else
    /* TRANSLATORS: Why a sender cannot ask for more */
    shift->self_assign_refusal = g_strdup (_ ("There is nothing left to hand out."));

  return TRUE;
}

static ReaShift *
get_shift (ReaSession *self, gint64 campaign, GError **error)
{
  g_autoptr (ReaShift) shift = g_new0 (ReaShift, 1);
  g_autoptr (ReaTally) holdings = NULL;

  shift->initial_at = REA_TIME_NONE;
  shift->campaign = rea_session_enter (self, campaign, REA_VERB_SEE, error);
  if (shift->campaign == NULL)
    return NULL;

  holdings = rea_store_get_holdings (rea_session_get_store (self), campaign, error);
  if (holdings == NULL)
    return NULL;

  shift->counts = rea_tally_get (holdings, rea_session_get_user (self)->id);
  judge_sending (self, shift);
  if (!judge_self_assign (self, shift, holdings, error))
    return NULL;

  return g_steal_pointer (&shift);
}

/**
 * rea_session_get_shift:
 * @self: a session
 * @campaign: the number of a campaign
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Costs the same however large the campaign is.
 *
 * Returns: (transfer full) (nullable): what there is to do for the acting user
 */
ReaShift *
rea_session_get_shift (ReaSession *self, gint64 campaign, GError **error)
{
  g_autoptr (ReaShift) shift = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  shift = get_shift (self, campaign, error);

  return rea_session_end (self, shift != NULL, error) ? g_steal_pointer (&shift) : NULL;
}
