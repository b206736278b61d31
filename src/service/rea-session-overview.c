/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-session-private.h"

void
rea_overview_free (ReaOverview *self)
{
  g_clear_pointer (&self->campaign, rea_campaign_free);
  g_free (self);
}

/* Since when the conversation waits that waits longest. */
static gboolean
find_longest_waiting (ReaSession *self, ReaOverview *overview, GError **error)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (GPtrArray) first = NULL;
  ReaQuery query = {
    .campaign = overview->campaign,
    .filter = filter,
    .now = rea_session_now (self),
  };

  if (overview->counts.n[REA_STATUS_NEEDS_REPLY] == 0)
    return TRUE;

  filter->status = REA_STATUS_NEEDS_REPLY;
  first =
      rea_store_page (rea_session_get_store (self), &query, REA_SORT_WAITING, NULL, 0, 1, error);
  if (first == NULL)
    return FALSE;

  if (first->len > 0)
    overview->waiting_since = rea_conversation_get_waiting_since (g_ptr_array_index (first, 0));

  return TRUE;
}

static gboolean
add_senders (ReaSession *self, ReaOverview *overview, GError **error)
{
  g_autoptr (GPtrArray) senders =
      rea_store_list_senders (rea_session_get_store (self), overview->campaign->id,
                              rea_session_now (self), error);

  if (senders == NULL)
    return FALSE;

  for (guint i = 0; i < senders->len; i++)
    {
      const ReaSender *sender = g_ptr_array_index (senders, i);

      overview->sent_15_min += sender->sent_15_min;
      if (sender->online)
        overview->n_online++;
      else
        overview->offline_needs_reply += sender->counts.n[REA_STATUS_NEEDS_REPLY];
    }

  return TRUE;
}

static ReaOverview *
get_overview (ReaSession *self, gint64 campaign, GError **error)
{
  g_autoptr (ReaOverview) overview = g_new0 (ReaOverview, 1);
  g_autoptr (ReaTally) holdings = NULL;

  overview->campaign = rea_session_enter (self, campaign, REA_VERB_SEE, error);
  if (overview->campaign == NULL)
    return NULL;

  holdings = rea_store_get_holdings (rea_session_get_store (self), campaign, error);
  if (holdings == NULL)
    return NULL;

  overview->counts = rea_tally_sum (holdings);
  overview->unassigned = rea_tally_get (holdings, REA_HOLDER_UNASSIGNED);

  if (!find_longest_waiting (self, overview, error) || !add_senders (self, overview, error))
    return NULL;

  return g_steal_pointer (&overview);
}

/**
 * rea_session_get_overview:
 * @self: a session
 * @campaign: the number of a campaign
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): how the campaign stands
 */
ReaOverview *
rea_session_get_overview (ReaSession *self, gint64 campaign, GError **error)
{
  g_autoptr (ReaOverview) overview = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  overview = get_overview (self, campaign, error);
  if (!rea_session_end (self, overview != NULL, error))
    return NULL;

  return g_steal_pointer (&overview);
}
